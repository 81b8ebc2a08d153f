"""The two ways to have a store open: to write, and only to read."""

import gc
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TypeVar

from bot.errors import StoreError
from bot.ports import Transaction
from storage.embedded.compaction import Compactor
from storage.embedded.journal import Journal
from storage.embedded.lock import DirectoryLock
from storage.embedded.memory import Memory
from storage.embedded.transaction import MemoryTransaction, once
from storage.embedded.waiting import ended

T = TypeVar("T")


class EmbeddedStore:
    """The `bot.ports.Store` of one process."""

    exclusive = True  # by the lock of its directory

    def __init__(
        self, *, memory: Memory, journal: Journal, compactor: Compactor, lock: DirectoryLock
    ) -> None:
        self._memory = memory
        self._journal = journal
        self._compactor = compactor
        self._lock = lock
        self._is_open = True

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in memory, then wait until all that it saw and wrote is on the disk."""
        if not self._is_open:
            raise StoreError("The store is closed.")
        self._journal.require_sound()
        try:
            result = self._run(partial(once, work))
        except Exception:
            # The error may tell of what others have just written: it, too, waits until that is kept.
            await self._settled()
            raise
        await self._settled()
        return result

    async def close(self) -> None:
        """Wait for what is pending, give up a running compaction, and let another process in.

        Cancelled, it does all of that before it ends.
        """
        if not self._is_open:
            return
        self._is_open = False
        with ExitStack() as last:
            last.callback(gc.unfreeze)
            last.callback(self._lock.release)
            last.callback(self._journal.close)
            try:
                pending = self._journal.pending()
                if pending is not None:
                    await ended(pending)
                    pending.result()
            finally:
                await self._compactor.stop()

    def _run(self, work: Callable[[Transaction], T]) -> T:
        try:
            result = work(MemoryTransaction(self._memory))
            line = self._memory.commit()
        except BaseException:
            self._memory.roll_back()
            raise
        if line is not None:
            self._journal.add(line)
        return result

    async def _settled(self) -> None:
        pending = self._journal.pending()
        if pending is not None:
            await pending


class ReadOnlyStore:
    """A look at a store as it was when it was opened. It takes no lock and writes nothing."""

    exclusive = False

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run `work`. Raises `StoreError` if it writes anything."""
        try:
            result = once(work, MemoryTransaction(self._memory))
            if self._memory.is_touched:
                raise StoreError("The store is open for reading only: nothing was written.")
        finally:
            self._memory.roll_back()
        return result

    async def close(self) -> None:
        """Let go; there is nothing to let go of."""
