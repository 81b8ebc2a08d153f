"""The snapshot: every document, one a line, in one file of JSON with a checksum at its end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

from bot.errors import StoreDamagedError
from storage.embedded.lines import FORMAT, decode, encode
from storage.embedded.memory import Tables
from storage.records import Document

SLICE = 200  # documents that are encoded in one go
PIECE = 64 << 10
"""From how many bytes on a piece is handed out; then others get their turn."""

READ_AT_ONCE = 1 << 17  # bytes; larger blocks gain nothing


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What a snapshot holds: the state after batch `n`; `size` is that of the file, in bytes."""

    n: int
    tables: Tables
    size: int


def pieces(n: int, tables: Mapping[str, Mapping[str, Document]]) -> Iterator[bytes]:
    """Yield a snapshot of the state after batch `n`, piece by piece."""
    crc, gathered = 0, bytearray()
    for part in _body(n, tables):
        crc = crc32(part, crc)
        gathered += part
        if len(gathered) >= PIECE:
            yield bytes(gathered)
            gathered.clear()
    yield bytes(gathered) + b',"crc":"%08x"}\n' % crc


def _body(n: int, tables: Mapping[str, Mapping[str, Document]]) -> Iterator[bytes]:
    yield b'{"format":%d,"n":%d,"tables":{\n' % (FORMAT, n)
    for number, (name, documents) in enumerate(tables.items()):
        yield b"%b%b:{\n" % (b",\n" if number else b"", encode(name))
        rows, separator = iter(documents.items()), b""
        while part := list(islice(rows, SLICE)):
            lines = (b"%b:%b" % (encode(doc_id), encode(document)) for doc_id, document in part)
            yield separator + b",\n".join(lines)
            separator = b",\n"
        yield b"\n}" if separator else b"}"
    yield b"\n}"


def read(file: BinaryIO, path: Path) -> Snapshot:
    """Read a snapshot. Raises `StoreDamagedError` with the line and the byte where it stops making sense."""
    head = file.readline()
    n = _read_head(head, path)
    reader = _Reader(path, head)
    while lines := file.readlines(READ_AT_ONCE):
        reader.take(lines)
    return Snapshot(n=n, tables=reader.finish(), size=reader.byte)


def _read_head(head: bytes, path: Path) -> int:
    try:
        values = decode(head.rstrip(b"\n") + b"}}")
        written, n = values["format"], values["n"]
    except (ValueError, KeyError, TypeError):
        raise StoreDamagedError(path, line=1, byte=0, problem="this is no snapshot of Engage") from None
    if type(written) is not int or written != FORMAT:
        problem = f"this is format {written!r}, and this Engage reads format {FORMAT}"
        raise StoreDamagedError(path, line=1, byte=0, problem=problem)
    if type(n) is not int or n < 0:
        raise StoreDamagedError(path, line=1, byte=0, problem="its batch is no number")
    return n


class _Reader:
    """Takes the lines after the first; `line` and `byte` are where it stands."""

    def __init__(self, path: Path, head: bytes) -> None:
        self._path = path
        self._tables: Tables = {}
        self._table: dict[str, Document] | None = None
        self._crc = crc32(head)
        self._seal: bytes | None = None
        self.line, self.byte = 1, len(head)

    def take(self, lines: list[bytes]) -> None:
        """Read lines, in runs that lie between the heads and ends of tables."""
        run: list[bytes] = []
        for line in lines:
            if line[:1] == b'"' and not line.endswith(b":{\n"):
                run.append(line)
                continue
            self._documents(run)
            run = []
            self._boundary(line)
        self._documents(run)

    def finish(self) -> Tables:
        """Return the tables. Raises `StoreDamagedError` unless the end was there and the checksum right."""
        if self._seal is None:
            raise self._damaged("the end is missing")
        if self._seal != b'},"crc":"%08x"}\n' % self._crc:
            raise self._damaged("the checksum does not fit what stands above it")
        return self._tables

    def _boundary(self, line: bytes) -> None:
        if self._seal is not None:
            raise self._damaged("something follows the end of the snapshot")
        if line.startswith(b'},"crc":'):
            self._seal = line
            self._crc = crc32(b"}", self._crc)
            return
        if line.endswith(b":{\n"):
            name = self._parsed(line[:-3])
            if not isinstance(name, str):
                raise self._damaged("this table has no name")
            self._table = self._tables.setdefault(name, {})
        elif line in {b"}\n", b"},\n"}:
            self._table = None
        else:
            raise self._damaged("this line does not belong here")
        self._passed(line)

    def _documents(self, run: list[bytes]) -> None:
        if not run:
            return
        block = b"".join(run)
        try:
            documents = decode(b"{%b}" % block.rstrip(b",\n"))
        except ValueError:
            for line in run:
                self._parsed(b"{%b}" % line.rstrip(b",\n"))
                self._passed(line)
            raise self._damaged("these lines do not follow each other") from None
        if self._table is None or self._seal is not None:
            raise self._damaged("this document belongs to no table")
        self._table.update(documents)
        self._crc = crc32(block, self._crc)
        self.line += len(run)
        self.byte += len(block)

    def _parsed(self, text: bytes) -> Any:  # noqa: ANN401 - JSON may be anything
        try:
            return decode(text)
        except ValueError:
            raise self._damaged("this line is no JSON") from None

    def _passed(self, line: bytes) -> None:
        self._crc = crc32(line, self._crc)
        self.line += 1
        self.byte += len(line)

    def _damaged(self, problem: str) -> StoreDamagedError:
        return StoreDamagedError(self._path, line=self.line + 1, byte=self.byte, problem=problem)
