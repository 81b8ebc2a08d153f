"""Compaction: a new snapshot, written while the store goes on, and the journals that it replaces."""

import asyncio
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

import structlog

from storage.embedded.disk import Disk, DiskFile
from storage.embedded.journal import Journal, Rotation
from storage.embedded.lines import SNAPSHOT, SNAPSHOT_DRAFT, journals
from storage.embedded.memory import Memory, Tables
from storage.embedded.snapshot import pieces
from storage.embedded.waiting import ended, in_thread

COMPACT_ABOVE = 16 << 20
"""Journals up to this size, in bytes, are left alone."""

LOG = structlog.get_logger(__name__)


class Compactor:
    """Writes a snapshot whenever the journal is larger than `compact_above` and than the last snapshot.

    The order is what makes every crash harmless: rotate; write the draft and sync it; put it in the place
    of the snapshot and sync the directory; only then remove the journals that it holds.
    """

    def __init__(
        self, disk: Disk, directory: Path, memory: Memory, *, snapshot_size: int, compact_above: int
    ) -> None:
        self._disk = disk
        self._directory = directory
        self._memory = memory
        self._snapshot_size = snapshot_size
        self._compact_above = compact_above
        self._frozen: tuple[int, Tables] | None = None
        self._task: asyncio.Task[None] | None = None
        self._stopping = False
        self.journal: Journal | None = None

    def rotation(self) -> Rotation:
        """Return when the journal is to begin a new file."""
        return Rotation(wanted=self._wanted, begins=self._begins, began=self._began)

    async def stop(self) -> None:
        """Return when no compaction runs; one that is under way is given up between two steps.

        Cancelled, it waits all the same: a compaction may not go on in a directory that was let go.
        """
        self._stopping = True
        if self._task is not None:
            await ended(self._task)

    def _wanted(self, journal_size: int) -> bool:
        idle = self._frozen is None and not self._stopping
        return idle and journal_size > max(self._compact_above, self._snapshot_size)

    def _begins(self, n: int) -> None:
        self._frozen = n, self._memory.frozen()

    def _began(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._compact())

    async def _compact(self) -> None:
        if self._frozen is None or self.journal is None:
            raise AssertionError("a compaction begins with a rotation of the journal")
        n, tables = self._frozen
        try:
            size = await self._write_draft(n, tables)
            if not self._stopping:
                await in_thread(partial(self._install, n))
                self._snapshot_size = size
                LOG.info("store_compacted", batch=n, bytes=size)
        except Exception as error:  # noqa: BLE001 - the top of a task; `fail` logs it and stops the store
            self.journal.fail(error)
        finally:
            self._frozen = None

    async def _write_draft(self, n: int, tables: Tables) -> int:
        """Write the snapshot beside the old one and sync it; return its size in bytes."""
        size = 0
        with ExitStack() as files:
            draft = await in_thread(partial(self._begun_draft, files))
            for piece in pieces(n, tables):
                if self._stopping:
                    return size
                await in_thread(partial(draft.write, piece))
                size += len(piece)
            await in_thread(draft.sync)
        return size

    def _begun_draft(self, files: ExitStack) -> DiskFile:
        """Return a new draft, which is closed with `files`."""
        return files.enter_context(closing(self._disk.create(self._directory / SNAPSHOT_DRAFT)))

    def _install(self, n: int) -> None:
        """Put the draft in the place of the snapshot and remove the journals up to batch `n`."""
        self._disk.replace(self._directory / SNAPSHOT_DRAFT, self._directory / SNAPSHOT)
        self._disk.sync_directory(self._directory)
        for first, path in journals(self._disk.names(self._directory), self._directory):
            if first <= n:
                self._disk.remove(path)
