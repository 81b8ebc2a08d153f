"""Disks that are slow or that refuse, as a test wants it."""

import errno
import os
from pathlib import Path
from threading import Event

from storage.embedded.disk import DiskFile, PosixDisk
from storage.embedded.lines import SNAPSHOT_DRAFT

PATIENCE = 5  # seconds; a test that fails does not hang


class SlowDisk(PosixDisk):
    """The real disk, whose syncs of files wait for `may_sync`."""

    def __init__(self) -> None:
        self.may_sync = Event()
        self.may_sync.set()
        self.syncs = 0

    def create(self, path: Path) -> DiskFile:
        return SlowFile(self, super().create(path))


class SlowFile:
    def __init__(self, disk: SlowDisk, file: DiskFile) -> None:
        self.disk, self.file = disk, file
        self.write, self.truncate, self.close = file.write, file.truncate, file.close

    def sync(self) -> None:
        self.disk.may_sync.wait(PATIENCE)
        self.disk.syncs += 1
        self.file.sync()


class HeldDisk(PosixDisk):
    """The real disk, which stops before an operation on the draft of a snapshot until `may_go`."""

    def __init__(self, held: str) -> None:
        self.held = held
        self.is_there = Event()
        self.may_go = Event()

    def wait(self, operation: str, path: Path) -> None:
        if (operation, path.name) == (self.held, SNAPSHOT_DRAFT):
            self.is_there.set()
            self.may_go.wait(PATIENCE)

    def create(self, path: Path) -> DiskFile:
        self.wait("create", path)
        return super().create(path)

    def replace(self, source: Path, target: Path) -> None:
        self.wait("replace", source)
        super().replace(source, target)


class FailingDisk(PosixDisk):
    """The real disk until `fails` is set to the name of an operation: that one fails once, and is counted."""

    def __init__(self) -> None:
        self.fails = ""
        self.attempts = 0

    def check(self, operation: str) -> None:
        if operation == self.fails:
            self.attempts += 1
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def make_directory(self, directory: Path) -> None:
        PosixDisk().make_directory(directory)  # what fails is inside of it

    def create(self, path: Path) -> DiskFile:
        self.check("create")
        return FailingFile(self, super().create(path))

    def append(self, path: Path) -> DiskFile:
        return FailingFile(self, super().append(path))

    def replace(self, source: Path, target: Path) -> None:
        self.check("replace")
        super().replace(source, target)

    def sync_directory(self, directory: Path) -> None:
        self.check("sync directory")
        super().sync_directory(directory)


class FailingFile:
    def __init__(self, disk: FailingDisk, file: DiskFile) -> None:
        self.disk, self.file = disk, file
        self.close, self.truncate = file.close, file.truncate

    def write(self, data: bytes) -> None:
        self.disk.check("write")
        self.file.write(data)

    def sync(self) -> None:
        self.disk.check("sync")
        self.file.sync()
