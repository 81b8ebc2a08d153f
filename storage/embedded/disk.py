"""The store's only way to the disk, so that a test can stand in between."""

import os
from pathlib import Path
from typing import BinaryIO, Protocol

PRIVATE_FILE = 0o600  # the data is personal
PRIVATE_DIRECTORY = 0o700


class DiskFile(Protocol):
    """A file that is appended to."""

    def write(self, data: bytes) -> None:
        """Append all of `data`. Raises `OSError`; part of it may be in the file then."""
        ...

    def truncate(self, size: int) -> None:
        """Cut the file to `size` bytes."""
        ...

    def sync(self) -> None:
        """Return when everything written is on the disk."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class Disk(Protocol):
    """What the store does with files. Everything raises `OSError`; a failure is never tried again."""

    def make_directory(self, directory: Path) -> None:
        """Make a directory, and those above it, unless it is there."""
        ...

    def names(self, directory: Path) -> list[str]:
        """Return the names of the files in a directory."""
        ...

    def read(self, path: Path) -> BinaryIO:
        """Open a file to read it."""
        ...

    def create(self, path: Path) -> DiskFile:
        """Make an empty file; one with this name is emptied. It may be lost until its directory is synced."""
        ...

    def append(self, path: Path) -> DiskFile:
        """Open a file that exists, to append to it."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file over another. Which of the two is there is open until the directory is synced."""
        ...

    def remove(self, path: Path) -> None:
        """Remove a file."""
        ...

    def sync_directory(self, directory: Path) -> None:
        """Return when what was created, renamed and removed in a directory is on the disk."""
        ...


class PosixFile:
    """A file by its descriptor, without buffers of ours."""

    def __init__(self, path: Path, flags: int) -> None:
        self._descriptor = os.open(path, flags | os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC, PRIVATE_FILE)

    def write(self, data: bytes) -> None:
        """Append all of `data`."""
        written = os.write(self._descriptor, data)
        while written < len(data):
            data = data[written:]
            written = os.write(self._descriptor, data)

    def truncate(self, size: int) -> None:
        """Cut the file to `size` bytes."""
        os.ftruncate(self._descriptor, size)

    def sync(self) -> None:
        """Return when everything written, and the file's size, is on the disk."""
        os.fdatasync(self._descriptor)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)


class PosixDisk:
    """The real disk."""

    def make_directory(self, directory: Path) -> None:
        """Make a directory for its owner alone, and those above it; each is on the disk afterwards.

        One that is there may be new: whoever made it may have been killed before its parent was synced.
        """
        is_new = not directory.is_dir()
        if is_new:
            self.make_directory(directory.parent)
            directory.mkdir(mode=PRIVATE_DIRECTORY, exist_ok=True)
        elif directory.is_mount():
            return
        try:
            self.sync_directory(directory.parent)
        except PermissionError:
            # Whoever may not read the parent found the directory made by somebody else: not by us.
            if is_new:
                directory.rmdir()
                raise

    def names(self, directory: Path) -> list[str]:
        """Return the names of the files in a directory."""
        return os.listdir(directory)  # noqa: PTH208 - names are wanted, not paths

    def read(self, path: Path) -> BinaryIO:
        """Open a file to read it."""
        return path.open("rb")

    def create(self, path: Path) -> DiskFile:
        """Make an empty file for its owner alone."""
        return PosixFile(path, os.O_CREAT | os.O_TRUNC)

    def append(self, path: Path) -> DiskFile:
        """Open a file that exists, to append to it."""
        return PosixFile(path, 0)

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file over another."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def sync_directory(self, directory: Path) -> None:
        """Return when the entries of a directory are on the disk."""
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
