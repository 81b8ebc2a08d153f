"""A disk whose power fails: every operation is recorded, and each moment can be lived through again.

What POSIX promises and no more: what was written is there after a sync of the file; what was created,
renamed and removed is so after a sync of the directory; of all else any part may be there, or be torn.
"""

import errno
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, get_ident

from storage.embedded.disk import DiskFile, PosixDisk

DRAWS = 9  # lucky and unlucky ends that are tried after each operation, beside the two extremes


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One thing that was asked of the disk, or (`acknowledged`) one that the store answered for.

    `inode` tells files apart whatever they are called; `previous` is what the same thread did before, which
    tells syncs of the directory apart.
    """

    what: str
    name: str = ""
    inode: int = 0
    data: bytes = b""
    size: int = 0
    target: str = ""
    previous: str = ""


class RecordingDisk(PosixDisk):
    """The real disk, which writes down what it does, in order, whichever thread asks."""

    def __init__(self, operations: list[Operation]) -> None:
        self.operations = operations
        self._lock = Lock()
        self._previous: dict[int, str] = {}
        self._inodes: dict[str, int] = {
            operation.name: operation.inode for operation in operations if operation.what == "create"
        }

    def record(self, what: str, **details) -> None:
        """Write down one operation."""
        with self._lock:
            self._record(what, **details)

    def make_directory(self, directory: Path) -> None:
        """Make the store's directory; what is in its parent is no part of what may be lost here."""
        PosixDisk().make_directory(directory)

    def create(self, path: Path) -> DiskFile:
        """Make a file and write it down."""
        with self._lock:
            inode = 1 + max((operation.inode for operation in self.operations), default=0)
            self._inodes[path.name] = inode
            file = super().create(path)
            self._record("create", name=path.name, inode=inode)
        return _RecordingFile(self, file, path.name, inode)

    def append(self, path: Path) -> DiskFile:
        """Open a file whose inode is known."""
        return _RecordingFile(self, super().append(path), path.name, self._inodes[path.name])

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file and write it down."""
        with self._lock:
            super().replace(source, target)
            inode = self._inodes[target.name] = self._inodes.pop(source.name)
            self._record("replace", name=source.name, target=target.name, inode=inode)

    def remove(self, path: Path) -> None:
        """Remove a file and write it down."""
        with self._lock:
            super().remove(path)
            self._record("remove", name=path.name)

    def sync_directory(self, directory: Path) -> None:
        """Sync a directory and write it down."""
        with self._lock:
            super().sync_directory(directory)
            self._record("sync directory")

    def previous(self) -> str:
        """Return what this thread did last."""
        return self._previous.get(get_ident(), "")

    def _record(self, what: str, **details) -> None:
        previous = self.previous()
        self.operations.append(Operation(what=what, previous=previous, **details))
        if what != "acknowledged":
            self._previous[get_ident()] = f"{what} {details.get('name', '')}"


class DyingDisk(RecordingDisk):
    """A disk whose process ends between an operation and the sync of the directory that is to follow it."""

    def __init__(self, operations: list[Operation], last: str) -> None:
        super().__init__(operations)
        self.last = last
        self.has_died = False

    def sync_directory(self, directory: Path) -> None:
        """Fail where the process ends: the store stops for good, and nothing else is asked of the disk."""
        if self.previous().startswith(self.last):
            self.has_died = True
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().sync_directory(directory)


class _RecordingFile:
    def __init__(self, disk: RecordingDisk, file: DiskFile, name: str, inode: int) -> None:
        self._disk, self._file, self._name, self._inode = disk, file, name, inode

    def write(self, data: bytes) -> None:
        # Written down first: the power may fail while it is under way.
        self._disk.record("write", name=self._name, inode=self._inode, data=data)
        self._file.write(data)

    def truncate(self, size: int) -> None:
        self._disk.record("truncate", name=self._name, inode=self._inode, size=size)
        self._file.truncate(size)

    def sync(self) -> None:
        self._file.sync()
        self._disk.record("sync", name=self._name, inode=self._inode)

    def close(self) -> None:
        self._file.close()


class CarelessDisk(PosixDisk):
    """A disk for looking at what a power loss left: nothing on it has to last."""

    def sync_directory(self, directory: Path) -> None:
        """Do nothing."""

    def append(self, path: Path) -> DiskFile:
        return _CarelessFile(super().append(path))

    def create(self, path: Path) -> DiskFile:
        return _CarelessFile(super().create(path))


class _CarelessFile:
    def __init__(self, file: DiskFile) -> None:
        self.write, self.truncate, self.close = file.write, file.truncate, file.close

    def sync(self) -> None:
        """Do nothing."""


@dataclass
class _Platter:
    """What is certainly there, and what only may be."""

    contents: dict[int, bytes] = field(default_factory=dict)
    unsynced: dict[int, list[Operation]] = field(default_factory=dict)
    entries: dict[str, int] = field(default_factory=dict)
    renames: list[Operation] = field(default_factory=list)

    def take(self, operation: Operation) -> None:
        match operation.what:
            case "create" | "replace" | "remove":
                self.renames.append(operation)
            case "write" | "truncate":
                self.unsynced.setdefault(operation.inode, []).append(operation)
            case "sync":
                done = self.unsynced.pop(operation.inode, [])
                self.contents[operation.inode] = _applied(self.contents.get(operation.inode, b""), done)
            case "sync directory":
                self.entries = _renamed(self.entries, self.renames)
                self.renames = []


def power_losses(operations: Sequence[Operation], seed: int) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Yield what may be left after each operation: what was acknowledged by then, and files by name.

    For each moment: nothing that was not synced; all of it; and draws of some of it, torn.
    """
    chance = random.Random(seed)
    platter, acknowledged = _Platter(), 0
    for operation in operations:
        if operation.what == "acknowledged":
            acknowledged = max(acknowledged, operation.size)
            continue
        platter.take(operation)
        seen = set()
        for luck in (0.0, 1.0, *(chance.random() for _ in range(DRAWS))):
            left = _left(platter, luck, chance)
            signature = hash(frozenset(left.items()))
            if signature not in seen:
                seen.add(signature)
                yield acknowledged, left


def _left(platter: _Platter, luck: float, chance: random.Random) -> dict[str, bytes]:
    renames = [operation for operation in platter.renames if chance.random() < luck]
    left = {}
    for name, inode in _renamed(platter.entries, renames).items():
        content = platter.contents.get(inode, b"")
        pending = platter.unsynced.get(inode, [])
        kept = sum(chance.random() < luck for _ in pending)
        content = _applied(content, pending[:kept])
        if kept < len(pending) and pending[kept].what == "write" and 0 < luck < 1:
            content += _torn(pending[kept].data, chance)
        left[name] = content
    return left


def _torn(data: bytes, chance: random.Random) -> bytes:
    """Return part of a write: its beginning, or its length with a hole of zeros in it."""
    cut = chance.randrange(len(data) + 1)
    if chance.random() < 1 / 2:
        return data[:cut]
    end = chance.randrange(cut, len(data) + 1)
    return data[:cut] + bytes(end - cut) + data[end:]


def _applied(content: bytes, operations: Sequence[Operation]) -> bytes:
    for operation in operations:
        content = content[: operation.size] if operation.what == "truncate" else content + operation.data
    return content


def _renamed(entries: dict[str, int], operations: Sequence[Operation]) -> dict[str, int]:
    entries = dict(entries)
    for operation in operations:
        match operation.what:
            case "create":
                entries[operation.name] = operation.inode
            case "replace":
                entries.pop(operation.name, None)
                entries[operation.target] = operation.inode
            case "remove":
                entries.pop(operation.name, None)
    return entries
