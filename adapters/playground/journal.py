"""The playground's memory: a file of JSON lines that only grows.

Each line is a list of entries that belong together, written by one call. A last line that was cut off is
forgotten when the file is opened again; any other damage is refused.
"""

import os
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from adapters.playground.entries import Entry
from bot.errors import EngageError

_LINE: TypeAdapter[list[Entry]] = TypeAdapter(list[Entry])


class JournalError(EngageError):
    """The playground's journal cannot be used."""


class Journal:
    """An open journal. `entries` are those that were in it when it was opened."""

    def __init__(self, path: Path) -> None:
        """Open or create `path`. Raises `JournalError` with one line for a person."""
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise JournalError(f"{path}: cannot be opened ({error.strerror}).") from error
        try:
            self.entries = self._load()
        except JournalError:
            self.close()
            raise

    def append(self, *entries: Entry) -> None:
        """Write entries that belong together. Raises `JournalError`, and then nothing was written."""
        line = _LINE.dump_json(list(entries)) + b"\n"
        try:
            size = os.fstat(self._file).st_size
            written = os.write(self._file, line)
        except OSError as error:
            raise JournalError(f"{self._path}: cannot be written ({error.strerror}).") from error
        if written != len(line):
            os.ftruncate(self._file, size)
            raise JournalError(f"{self._path}: cannot be written (no space left).")

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _load(self) -> list[Entry]:
        content = self._path.read_bytes()
        whole, _, torn = content.rpartition(b"\n")
        if torn:
            os.ftruncate(self._file, len(content) - len(torn))
        entries: list[Entry] = []
        for number, line in enumerate(whole.split(b"\n") if whole else [], start=1):
            try:
                entries += _LINE.validate_json(line)
            except ValidationError as error:
                raise JournalError(
                    f"{self._path}, line {number}: this is no line of a playground's journal. "
                    "Move the file aside to begin with an empty chat."
                ) from error
        return entries
