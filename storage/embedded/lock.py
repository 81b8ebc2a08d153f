"""One process at a time: the lock of a store's directory."""

import os
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
    """Holds a directory until it is released, or until the process ends in whatever way."""

    def __init__(self, directory: Path) -> None:
        """Take the lock. Raises `StoreInUseError` naming who has it."""
        self._descriptor = os.open(directory / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(self._descriptor, 32).decode("ascii", "replace").strip()
            os.close(self._descriptor)
            raise StoreInUseError(
                f"{directory} is in use by process {holder or 'unknown'}. The embedded store serves one "
                "process: stop that one, or use PostgreSQL for several."
            ) from None
        os.ftruncate(self._descriptor, 0)
        os.write(self._descriptor, f"{os.getpid()}\n".encode())

    def release(self) -> None:
        """Let another process in."""
        os.close(self._descriptor)
