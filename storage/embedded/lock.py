"""One process at a time: the lock of a store's directory."""

import os
from contextlib import ExitStack
from pathlib import Path

from bot.errors import StoreError, StoreInUseError
from storage.embedded.disk import PRIVATE_FILE

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]  # said clearly when a store is opened, not on import

LOCK = "LOCK"


def require_flock() -> None:
    """Raise `StoreError` where there are no locks that end with their process."""
    if fcntl is None:
        raise StoreError(
            "The embedded store needs flock, which this system does not have. Run Engage on Linux or macOS."
        )


class DirectoryLock:
    """Holds a directory until it is released, or until the process ends in whatever way.

    The directory itself is locked: its file LOCK, which says by whom, may be removed and changes nothing.
    That file is locked as well, since network file systems keep other machines from files alone.
    """

    def __init__(self, directory: Path) -> None:
        """Take the lock. Raises `StoreInUseError` naming who has it, and `OSError`."""
        with ExitStack() as held:
            _hold(directory, directory, os.O_RDONLY | os.O_DIRECTORY, held)
            note = _hold(directory, directory / LOCK, os.O_RDWR | os.O_CREAT, held)
            os.ftruncate(note, 0)
            os.write(note, f"{os.getpid()}\n".encode())
            self._held = held.pop_all()

    def release(self) -> None:
        """Let another process in."""
        self._held.close()


def _hold(directory: Path, path: Path, flags: int, held: ExitStack) -> int:
    """Return the locked descriptor of `path`, which is closed with `held`."""
    descriptor = os.open(path, flags | os.O_CLOEXEC, PRIVATE_FILE)
    held.callback(os.close, descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise StoreInUseError(
            f"{directory} is in use by {_holder(directory)}. The embedded store serves one process: "
            "stop that one, or use PostgreSQL for several."
        ) from None
    return descriptor


def _holder(directory: Path) -> str:
    try:
        pid = (directory / LOCK).read_text("ascii", "replace").strip()
    except FileNotFoundError:
        pid = ""
    return f"process {pid}" if pid.isdecimal() else "another process"
