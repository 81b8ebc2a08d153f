"""Whatever goes wrong while a store is opened or closed, its lock and its files are let go."""

import asyncio
import errno
import os
from pathlib import Path

import pytest

from bot.errors import StoreError
from storage.embedded.opening import open_to_write
from storage.embedded.store import EmbeddedStore
from tests.support.store_disks import FailingDisk, HeldDisk, SlowDisk
from tests.support.store_samples import NOW


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def turns(count: int = 20) -> None:
    """Let everybody who can go on do so."""
    for _ in range(count):
        await asyncio.sleep(0)


async def compacting(directory: Path, disk: HeldDisk) -> tuple[EmbeddedStore, list[str]]:
    """Return a store whose compaction is held by the disk, and the marks that it acknowledged."""
    store = open_to_write(directory, disk=disk, compact_above=300)
    acknowledged: list[str] = []
    while not disk.is_there.is_set():
        key = str(len(acknowledged))
        await store.transact(lambda tx, key=key: tx.set_mark(key, NOW))
        acknowledged.append(key)
    return store, acknowledged


async def opens_again(directory: Path, acknowledged: list[str]) -> None:
    store = open_to_write(directory)
    assert None not in await store.transact(lambda tx: [tx.mark(key) for key in acknowledged])
    await store.close()


@pytest.mark.parametrize("held", ["create", "replace"])
async def test_a_close_that_is_cancelled_during_a_compaction_lets_go_of_everything(tmp_path, held):
    """It ends when the compaction has left the disk, cancelled, and another process may write."""
    before, disk = open_files(), HeldDisk(held)
    store, acknowledged = await compacting(tmp_path, disk)
    closing = asyncio.create_task(store.close())
    for _ in range(2):
        await turns()
        closing.cancel()
    await turns()
    assert not closing.done()
    disk.may_go.set()
    with pytest.raises(asyncio.CancelledError):
        await closing
    assert open_files() == before
    await opens_again(tmp_path, acknowledged)


@pytest.mark.parametrize("held", ["create", "replace"])
async def test_a_program_that_cancels_all_its_tasks_can_still_close(tmp_path, held):
    """As `asyncio.run` does at its end: the compaction is among them."""
    before, disk = open_files(), HeldDisk(held)
    store, acknowledged = await compacting(tmp_path, disk)
    compaction = store._compactor._task
    compaction.cancel()
    await turns()
    assert not compaction.done()
    disk.may_go.set()
    await asyncio.wait([compaction])
    await store.close()
    assert open_files() == before
    await opens_again(tmp_path, acknowledged)


async def test_a_close_that_is_cancelled_forgets_nobody_who_waits(tmp_path):
    """One batch is at the disk and another gathers: both are kept, and both are told."""
    before, disk = open_files(), SlowDisk()
    store = open_to_write(tmp_path, disk=disk)
    disk.may_sync.clear()
    asked = []
    for key in "ab":
        asked.append(asyncio.create_task(store.transact(lambda tx, key=key: tx.set_mark(key, NOW))))
        await turns()
    closing = asyncio.create_task(store.close())
    await turns()
    closing.cancel()
    await turns()
    disk.may_sync.set()
    with pytest.raises(asyncio.CancelledError):
        await closing
    assert await asyncio.wait_for(asyncio.gather(*asked), timeout=10) == [None, None]
    assert open_files() == before
    await opens_again(tmp_path, ["a", "b"])


async def test_no_room_for_the_note_of_the_lock_leaves_no_lock(tmp_path, monkeypatch):
    """The next try is refused for the same reason; when there is room, it succeeds."""
    before, write = open_files(), os.write

    def full(descriptor: int, data: bytes) -> int:
        if data == f"{os.getpid()}\n".encode():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", full)
    for _ in range(2):
        with pytest.raises(StoreError, match="No space left on device"):
            open_to_write(tmp_path)
    assert open_files() == before
    monkeypatch.undo()
    await opens_again(tmp_path, [])


@pytest.mark.parametrize("operation", ["write", "sync"])
async def test_no_room_for_a_torn_end_leaves_no_copies_behind(tmp_path, operation):
    """However often it is tried; the torn end stays where it is until there is room beside it."""
    await opens_again(tmp_path, [])
    journal = tmp_path / "journal-1.jsonl"
    journal.write_bytes(b"half a line")
    before, disk = open_files(), FailingDisk()
    disk.fails = operation
    for _ in range(3):
        with pytest.raises(StoreError, match="No space left on device"):
            open_to_write(tmp_path, disk=disk)
    assert {path.name for path in tmp_path.iterdir()} == {"LOCK", journal.name}
    assert journal.read_bytes() == b"half a line"
    assert open_files() == before
    await opens_again(tmp_path, [])
    assert [path.read_bytes() for path in tmp_path.glob("*.torn-*")] == [b"half a line"]


@pytest.mark.parametrize("operation", ["sync", "sync directory"])
async def test_a_journal_that_cannot_be_gone_on_with_is_let_go(tmp_path, operation):
    """Opening fails as often as the disk does, and leaves nothing open."""
    await opens_again(tmp_path, [])
    before, disk = open_files(), FailingDisk()
    disk.fails = operation
    for _ in range(2):
        with pytest.raises(StoreError, match="No space left on device"):
            open_to_write(tmp_path, disk=disk)
    assert open_files() == before
    await opens_again(tmp_path, [])
