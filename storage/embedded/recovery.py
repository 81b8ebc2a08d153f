"""What the files of a store add up to: the snapshot, then every batch after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StoreDamagedError
from storage.embedded import snapshot
from storage.embedded.disk import Disk
from storage.embedded.lines import SNAPSHOT, Change, journals, read_batch
from storage.embedded.memory import Tables
from storage.embedded.snapshot import Snapshot


@dataclass(frozen=True, kw_only=True)
class Torn:
    """The half-written end of the last journal: where it begins, and what it is."""

    journal: Path
    byte: int
    tail: bytes


@dataclass(frozen=True, kw_only=True)
class Recovered:
    """The state after batch `n`, and where it came from.

    `stale` are journals that the snapshot holds whole. `current` is the last of the others, if there is
    one. `journal_size` is the size of all but the stale ones, in bytes.
    """

    n: int
    tables: Tables
    stale: tuple[Path, ...]
    current: Path | None
    torn: Torn | None
    snapshot_size: int
    journal_size: int


def recover(disk: Disk, directory: Path) -> Recovered:
    """Read a store and change nothing. Raises `StoreDamagedError`, `FileNotFoundError`.

    The journals are listed before the snapshot is read: whoever reads while another process compacts sees
    a snapshot that is at least as new as the list.
    """
    names = disk.names(directory)
    found = journals(names, directory)
    base = _snapshot(disk, directory / SNAPSHOT)
    starts = [first for first, _ in found[1:]]
    stale = tuple(
        path for (_, path), following in zip(found, starts, strict=False) if following <= base.n + 1
    )
    live = found[len(stale) :]
    replay = _Replay(base.n, base.tables)
    torn = None
    for number, (first, path) in enumerate(live, start=1):
        replay.require_next(first, path)
        torn = replay.journal(disk, path, is_last=number == len(live))
    return Recovered(
        n=replay.n,
        tables=base.tables,
        stale=stale,
        current=live[-1][1] if live else None,
        torn=torn,
        snapshot_size=base.size,
        journal_size=replay.size,
    )


def _snapshot(disk: Disk, path: Path) -> Snapshot:
    try:
        file = disk.read(path)
    except FileNotFoundError:
        return Snapshot(n=0, tables={}, size=0)
    with file:
        return snapshot.read(file, path)


class _Replay:
    """Applies the lines of journals to what the snapshot holds; `n` is the last batch applied."""

    def __init__(self, n: int, tables: Tables) -> None:
        self._base = self.n = n
        self.size = 0
        self._tables = tables

    def require_next(self, first: int, path: Path) -> None:
        """Raise `StoreDamagedError` for a journal that begins, says its name, after batches that are gone.

        It was made when the batch before its first one was on the disk.
        """
        if first > self.n + 1:
            problem = f"batch {self.n + 1} is missing; this journal begins with batch {first}"
            raise StoreDamagedError(path, line=1, byte=0, problem=problem)

    def journal(self, disk: Disk, path: Path, *, is_last: bool) -> Torn | None:
        """Apply a journal. Return its torn end, if it is the last one and has such an end."""
        with disk.read(path) as file:
            lines = file.readlines()
        byte = 0
        for number, line in enumerate(lines):
            batch = read_batch(line)
            if batch is None:
                rest = lines[number:]
                _require_torn(path, rest, line=number + 1, byte=byte, is_last=is_last)
                return Torn(journal=path, byte=byte, tail=b"".join(rest))
            self._batch(*batch, path=path, line=number + 1, byte=byte)
            byte += len(line)
            self.size += len(line)
        return None

    def _batch(
        self, n: int, transactions: Sequence[Sequence[Change]], *, path: Path, line: int, byte: int
    ) -> None:
        if n <= self._base:
            return
        if n <= self.n:
            raise StoreDamagedError(path, line=line, byte=byte, problem=f"batch {n} comes twice")
        if n > self.n + 1:
            problem = f"batch {self.n + 1} is missing; this is batch {n}"
            raise StoreDamagedError(path, line=line, byte=byte, problem=problem)
        self.n = n
        for transaction in transactions:
            for table, doc_id, document in transaction:
                documents = self._tables.setdefault(table, {})
                if document is None:
                    documents.pop(doc_id, None)
                else:
                    documents[doc_id] = document


def _require_torn(path: Path, rest: Sequence[bytes], *, line: int, byte: int, is_last: bool) -> None:
    """Raise `StoreDamagedError` unless the lines can be what a crash left of the last write."""
    good = sum(read_batch(later) is not None for later in rest[1:])
    if good:
        problem = f"this line is damaged, and {good} good line(s) follow it"
        raise StoreDamagedError(path, line=line, byte=byte, problem=problem)
    whole = sum(each.startswith(b'{"n":') and each.endswith(b'"}\n') for each in rest)
    if whole > 1:
        problem = f"this line is damaged, and so are others, {whole} in all; a crash leaves one"
        raise StoreDamagedError(path, line=line, byte=byte, problem=problem)
    if not is_last:
        raise StoreDamagedError(
            path, line=line, byte=byte, problem="this line is damaged, and another journal follows"
        )
