"""Opening a store: recover, mend what a crash left, begin to write; or only look."""

import gc
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import structlog

from bot.errors import StoreDamagedError, StoreError, StoreMissingError
from storage.embedded.compaction import COMPACT_ABOVE, Compactor
from storage.embedded.disk import Disk, DiskFile, PosixDisk
from storage.embedded.journal import Journal
from storage.embedded.lines import SNAPSHOT_DRAFT, journal_name
from storage.embedded.lock import DirectoryLock, require_flock
from storage.embedded.memory import Memory
from storage.embedded.recovery import Recovered, Torn, recover
from storage.embedded.store import EmbeddedStore, ReadOnlyStore

LOOKS = 5
"""How often a reader begins again when the writer compacts under its eyes."""

LOG = structlog.get_logger(__name__)


def open_to_write(
    directory: Path, *, disk: Disk | None = None, compact_above: int = COMPACT_ABOVE
) -> EmbeddedStore:
    """Open the store in `directory`, made if there is none, for this process alone.

    Raises `StoreInUseError`, `StoreDamagedError`, `StoreError`.
    """
    require_flock()
    disk = disk or PosixDisk()
    with _errors_of(directory):
        disk.make_directory(directory)
        lock = DirectoryLock(directory)
        try:
            return _open_locked(directory, disk, lock, compact_above)
        except BaseException:
            lock.release()
            raise


def open_to_read(directory: Path, *, disk: Disk | None = None) -> ReadOnlyStore:
    """Look at the store in `directory` as it is now, also while another process writes to it.

    Raises `StoreDamagedError`, and `StoreMissingError` if there is no store.
    """
    disk = disk or PosixDisk()
    with _errors_of(directory), _gc_paused():
        if not directory.is_dir():
            problem = f"There is no store at {directory}: check ENGAGE_STORE, or run Engage first."
            raise StoreMissingError(problem)
        for _ in range(LOOKS - 1):
            try:
                return _look(directory, disk)
            except (FileNotFoundError, StoreDamagedError):
                continue  # the writer may just have compacted; if not, the last look says so
        return _look(directory, disk)


def _open_locked(directory: Path, disk: Disk, lock: DirectoryLock, compact_above: int) -> EmbeddedStore:
    with _gc_paused():
        recovered = recover(disk, directory)
        memory = Memory(recovered.tables)
        file = _mended(directory, disk, recovered)
    # What was loaded lives as long as the store; the collector need not look at it again and again.
    gc.freeze()
    compactor = Compactor(
        disk, directory, memory, snapshot_size=recovered.snapshot_size, compact_above=compact_above
    )
    journal = Journal(
        disk,
        directory,
        file=file,
        n=recovered.n,
        size=recovered.journal_size,
        rotation=compactor.rotation(),
    )
    compactor.journal = journal
    return EmbeddedStore(memory=memory, journal=journal, compactor=compactor, lock=lock)


def _mended(directory: Path, disk: Disk, recovered: Recovered) -> DiskFile:
    """Return the journal to go on with, when all that was recovered is sure to be on the disk."""
    if recovered.torn is not None:
        _keep_aside(directory, disk, recovered.torn)
    with ExitStack() as failing:
        if recovered.current is None:
            file = failing.enter_context(closing(disk.create(directory / journal_name(recovered.n + 1))))
        else:
            file = failing.enter_context(closing(disk.append(recovered.current)))
            if recovered.torn is not None:
                file.truncate(recovered.torn.byte)
            # The process before may have been killed between a write and its sync.
            file.sync()
        # Or between the making of a journal, or the placing of a snapshot, and this.
        disk.sync_directory(directory)
        for path in recovered.stale:
            disk.remove(path)
        if SNAPSHOT_DRAFT in disk.names(directory):
            disk.remove(directory / SNAPSHOT_DRAFT)
        failing.pop_all()
    return file


def _keep_aside(directory: Path, disk: Disk, torn: Torn) -> None:
    names = disk.names(directory)
    name = base = f"{torn.journal.stem}.torn-{torn.byte}"
    count = 1
    while name in names:
        count += 1
        name = f"{base}-{count}"
    with closing(disk.create(directory / name)) as file:
        try:
            file.write(torn.tail)
            file.sync()
        except OSError:
            # Half a copy is of no use, and each start would leave another one.
            disk.remove(directory / name)
            raise
    disk.sync_directory(directory)
    LOG.warning(
        "torn_tail_kept", journal=torn.journal, byte=torn.byte, bytes=len(torn.tail), kept=directory / name
    )


def _look(directory: Path, disk: Disk) -> ReadOnlyStore:
    recovered = recover(disk, directory)
    if recovered.current is None and not recovered.snapshot_size:
        raise StoreError(f"{directory} holds no store. Start Engage once, or set ENGAGE_STORE.")
    return ReadOnlyStore(Memory(recovered.tables))


@contextmanager
def _errors_of(directory: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{directory} cannot be opened as a store: {error.strerror}.") from error


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Pause the collector: loading makes much and drops nothing."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
