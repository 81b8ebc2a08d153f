"""The journal: what was committed, one line a batch, and one sync for everybody who waits.

All of it happens on the event loop but writing and syncing, which a thread does, one batch at a time:
while a batch is under way, the next one gathers.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from errno import errorcode
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

import structlog

from bot.errors import StoreWriteError
from storage.embedded.disk import Disk, DiskFile
from storage.embedded.lines import batch_line, journal_name

LOG = structlog.get_logger(__name__)


@dataclass(eq=False, kw_only=True)
class Batch:
    """Transactions that are written and synced together, and who waits for them."""

    loop: asyncio.AbstractEventLoop
    n: int = 0
    transactions: list[bytes] = field(default_factory=list)
    waiters: list[asyncio.Future[None]] = field(default_factory=list)
    rotates: bool = False
    size: int = 0
    error: Exception | None = None


@dataclass(frozen=True, kw_only=True)
class Rotation:
    """When a new journal begins.

    `wanted(size)` is asked when a batch leaves; if it says yes, `begins(n)` is called at once, while
    memory is exactly the state after batch `n`, and `began()` when that batch and a new, empty journal are
    on the disk.
    """

    wanted: Callable[[int], bool]
    begins: Callable[[int], None]
    began: Callable[[], None]


class Journal:
    """Appends batches, and says when they are on the disk. `size` is in bytes."""

    def __init__(
        self, disk: Disk, directory: Path, *, file: DiskFile, n: int, size: int, rotation: Rotation
    ) -> None:
        """Go on after batch `n` in `file`."""
        self._disk = disk
        self._directory = directory
        self._file = file
        self._n = n
        self.size = size
        self._rotation = rotation
        self._gathering: Batch | None = None
        self._under_way: Batch | None = None
        self._failure: str | None = None
        self._batches: SimpleQueue[Batch | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    def require_sound(self) -> None:
        """Raise `StoreWriteError` if the disk ever refused."""
        if self._failure is not None:
            raise StoreWriteError(self._failure)

    def fail(self, error: Exception) -> None:
        """Refuse everything from now on. Nothing is tried again: what the disk has is unknown."""
        problem = error.strerror if isinstance(error, OSError) else repr(error)
        self._failure = (
            f"The disk refused a write in {self._directory}: {problem}. The store has stopped; "
            "what was acknowledged is safe. Make room, then start Engage again."
        )
        code = errorcode.get(error.errno or 0, "") if isinstance(error, OSError) else type(error).__name__
        LOG.error("store_stopped", directory=self._directory, problem=code)
        gathering, self._gathering = self._gathering, None
        if gathering is not None:
            self._settle(gathering)

    def add(self, transaction: bytes) -> None:
        """Take a transaction, to be written with others."""
        if self._gathering is None:
            loop = asyncio.get_running_loop()
            self._gathering = Batch(loop=loop)
            if self._under_way is None:
                # Whoever else is about to run in this turn of the loop shares the sync.
                loop.call_soon(self._send)
        self._gathering.transactions.append(transaction)

    def pending(self) -> asyncio.Future[None] | None:
        """Return what is done when everything taken so far is on the disk, or None if it is.

        It raises `StoreWriteError` if the disk refuses.
        """
        newest = self._gathering or self._under_way
        if newest is None:
            return None
        waiter: asyncio.Future[None] = newest.loop.create_future()
        newest.waiters.append(waiter)
        return waiter

    def close(self) -> None:
        """End the thread. Nothing may be pending."""
        self._batches.put(None)
        self._thread.join()
        self._file.close()

    def _send(self) -> None:
        batch = self._gathering
        if batch is None or self._under_way is not None:
            return
        self._gathering, self._under_way = None, batch
        self._n += 1
        batch.n = self._n
        if self._rotation.wanted(self.size):
            batch.rotates = True
            self._rotation.begins(batch.n)
        self._batches.put(batch)

    def _work(self) -> None:
        while (batch := self._batches.get()) is not None:
            try:
                self._write(batch)
            except Exception as error:  # noqa: BLE001 - logged by `fail`; whoever waits must hear of it
                batch.error = error
            try:
                batch.loop.call_soon_threadsafe(self._finish, batch)
            except RuntimeError:
                return  # the loop is closed: nobody waits

    def _write(self, batch: Batch) -> None:
        line = batch_line(batch.n, batch.transactions)
        batch.size = len(line)
        self._file.write(line)
        self._file.sync()
        if batch.rotates:
            following = self._disk.create(self._directory / journal_name(batch.n + 1))
            self._disk.sync_directory(self._directory)
            self._file.close()
            self._file = following

    def _finish(self, batch: Batch) -> None:
        self._under_way = None
        if batch.error is not None:
            self.fail(batch.error)
        self._settle(batch)
        if batch.error is not None:
            return
        self.size = 0 if batch.rotates else self.size + batch.size
        if batch.rotates:
            self._rotation.began()
        if self._gathering is not None:
            batch.loop.call_soon(self._send)

    def _settle(self, batch: Batch) -> None:
        for waiter in batch.waiters:
            if waiter.done():
                continue
            if self._failure is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(StoreWriteError(self._failure))
