"""What `transact` waits for, and what goes on meanwhile."""

import asyncio

import pytest

from bot.errors import Refusal, StoreError
from bot.ports import Transaction
from storage.embedded.opening import open_to_read, open_to_write
from tests.support.store_disks import SlowDisk
from tests.support.store_samples import HOUR, NOW


@pytest.fixture
def disk():
    disk = SlowDisk()
    yield disk
    disk.may_sync.set()


@pytest.fixture
async def store(tmp_path, disk):
    store = open_to_write(tmp_path, disk=disk)
    yield store
    disk.may_sync.set()
    await store.close()


async def turns(count: int = 20) -> None:
    """Let everybody who can go on do so."""
    for _ in range(count):
        await asyncio.sleep(0)


def mark(key: str):
    return lambda tx: tx.set_mark(key, NOW)


async def test_nothing_returns_that_rests_on_what_is_not_yet_kept(store, disk):
    """Neither the write, nor a read that saw it, nor an error that tells of it."""

    def refuse(tx: Transaction) -> None:
        assert tx.mark("a") == NOW
        raise Refusal("refuse-stage")

    disk.may_sync.clear()
    asked = [
        asyncio.create_task(store.transact(work)) for work in (mark("a"), lambda tx: tx.mark("a"), refuse)
    ]
    await turns()
    assert not any(task.done() for task in asked)
    disk.may_sync.set()
    wrote, read, refused = await asyncio.gather(*asked, return_exceptions=True)
    assert (wrote, read, type(refused)) == (None, NOW, Refusal)


async def test_a_read_with_nothing_pending_returns_at_once(store, disk):
    """It needs no disk, nor does writing what is there already."""
    await store.transact(mark("a"))
    disk.may_sync.clear()
    reading = asyncio.create_task(store.transact(lambda tx: tx.mark("a")))
    again = asyncio.create_task(store.transact(mark("a")))
    await turns()
    assert reading.done()
    assert again.done()


async def test_whoever_waits_shares_one_sync(store, disk):
    """While the first batch is under way, fifty gather and go together."""
    before = disk.syncs
    disk.may_sync.clear()
    first = asyncio.create_task(store.transact(mark("first")))
    await turns()
    others = [asyncio.create_task(store.transact(mark(str(number)))) for number in range(50)]
    await turns()
    disk.may_sync.set()
    await asyncio.gather(first, *others)
    assert disk.syncs == before + 2


async def test_somebody_who_stops_waiting_harms_nobody(store, disk, tmp_path):
    """The transaction of a cancelled task is kept like those beside it."""
    disk.may_sync.clear()
    leaving, staying = (asyncio.create_task(store.transact(mark(key))) for key in "ab")
    await turns()
    leaving.cancel()
    disk.may_sync.set()
    await staying
    look = open_to_read(tmp_path)
    assert await look.transact(lambda tx: [tx.mark("a"), tx.mark("b")]) == [NOW, NOW]


async def test_closing_waits_for_what_is_pending(store, disk, tmp_path):
    """What was taken before is kept; afterwards nothing is taken, and closing again does nothing."""
    disk.may_sync.clear()
    asked = asyncio.create_task(store.transact(mark("a")))
    await turns()
    closing = asyncio.create_task(store.close())
    await turns()
    assert not closing.done()
    disk.may_sync.set()
    await asyncio.gather(asked, closing)
    await store.close()
    with pytest.raises(StoreError, match="closed"):
        await store.transact(mark("b"))
    assert await open_to_read(tmp_path).transact(lambda tx: tx.mark("a")) == NOW


async def test_a_transaction_with_text_that_cannot_be_kept_is_rolled_back(store):
    """Half a character from a broken client does not stop the store."""
    with pytest.raises(StoreError):
        await store.transact(mark("\ud83d"))
    await store.transact(mark("after"))
    assert await store.transact(lambda tx: tx.mark("\ud83d")) is None


async def test_reading_only_writes_nothing_and_sees_one_moment(store, tmp_path):
    """Neither what came later, nor what was tried."""
    await store.transact(mark("a"))
    look = open_to_read(tmp_path)
    await store.transact(mark("b"))
    with pytest.raises(StoreError, match="reading only"):
        await look.transact(mark("c"))
    assert await look.transact(lambda tx: [tx.mark(key) for key in "abc"]) == [NOW, None, None]
    with pytest.raises(TypeError, match="plain function"):
        await look.transact(lambda tx: asyncio.sleep(0))
    kept: list[Transaction] = []
    await look.transact(kept.append)
    with pytest.raises(StoreError, match="after its end"):
        kept[0].mark("a")
    await look.close()


async def test_whoever_looks_during_compactions_sees_a_state_that_was(tmp_path):
    """Snapshots are replaced and journals removed under the reader's eyes."""
    store = open_to_write(tmp_path, compact_above=500)
    seen: list[int] = []

    def step(tx: Transaction) -> None:
        n = tx.next_number()
        for key in ("first", str(n % 20), "last"):
            tx.set_mark(key, NOW + n * HOUR)

    def look() -> None:
        reader = open_to_read(tmp_path)
        first, last = asyncio.run(reader.transact(lambda tx: (tx.mark("first"), tx.mark("last"))))
        assert first == last
        seen.append(0 if first is None else round((first - NOW) / HOUR))

    async def look_often() -> None:
        for _ in range(60):
            await asyncio.to_thread(look)

    looking = asyncio.create_task(look_often())
    written = 0
    while not looking.done():
        await store.transact(step)
        written += 1
    await looking
    await store.close()
    assert seen == sorted(seen)
    assert seen[-1] <= written
    assert seen[-1] > seen[0]
    assert (tmp_path / "snapshot.json").exists()
