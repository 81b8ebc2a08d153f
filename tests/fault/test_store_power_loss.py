"""The power fails after any operation on the disk, and takes with it what was not synced."""

import asyncio
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import StoreError, StoreWriteError
from bot.ports import Transaction
from storage.embedded.lines import SNAPSHOT, SNAPSHOT_DRAFT, batch_line, encode
from storage.embedded.opening import open_to_write
from tests.support.store_power import CarelessDisk, DyingDisk, Operation, RecordingDisk, power_losses
from tests.support.store_samples import NOW

SLOTS = 7
COMPACT_ABOVE = 2_000  # bytes: a compaction begins whenever none is under way
COMPACTIONS, ROUNDS = 3, 50  # of each of three processes, at least
SEED = int(os.environ.get("ENGAGE_POWER_SEED", "20261001"))


class Lost(AssertionError):  # noqa: N818 - what a negative control waits for
    """A power loss that the store did not survive as it promised."""


def step(tx: Transaction) -> int:
    """Be the next transaction of the history: number n writes three marks with n in them."""
    n = tx.next_number()
    at = NOW + timedelta(seconds=n)
    for key in ("first", f"slot:{n % SLOTS}", "last"):
        tx.set_mark(key, at)
    return n


def reached(tx: Transaction) -> int:
    """Return after which transaction of the history this state is. Raises `Lost` if it is of none."""
    marks = {key: tx.mark(key) for key in ("first", "last", *(f"slot:{slot}" for slot in range(SLOTS)))}
    seconds = {key: 0 if at is None else round((at - NOW).total_seconds()) for key, at in marks.items()}
    n = seconds["first"]
    expected = {f"slot:{slot}": max(0, n - (n - slot) % SLOTS) for slot in range(SLOTS)}
    if seconds != {"first": n, "last": n, **expected}:
        raise Lost(f"a state that never was: {seconds}")
    return n


async def write(directory: Path, disk: RecordingDisk) -> None:
    """Open, answer for what is there, let five write at once through some compactions, and close."""
    store = open_to_write(directory, disk=disk, compact_above=COMPACT_ABOVE)
    disk.record("acknowledged", size=await store.transact(reached))
    begun = len(disk.operations)

    async def writer() -> None:
        compactions, rounds = 0, 0
        while compactions < COMPACTIONS or rounds < ROUNDS:
            rounds += 1
            disk.record("acknowledged", size=await store.transact(step))
            compactions = sum(operation.what == "replace" for operation in disk.operations[begun:])

    await asyncio.gather(*(writer() for _ in range(5)))
    await store.close()


async def write_until_killed(directory: Path, disk: DyingDisk) -> None:
    """Open, answer for what is there, and let five write until the process ends."""
    store = open_to_write(directory, disk=disk, compact_above=COMPACT_ABOVE)
    disk.record("acknowledged", size=await store.transact(reached))

    async def writer() -> None:
        while True:
            disk.record("acknowledged", size=await store.transact(step))

    ends = await asyncio.gather(*(writer() for _ in range(5)), return_exceptions=True)
    assert disk.has_died
    assert {type(end) for end in ends} == {StoreWriteError}
    await store.close()


def unsynced_line(directory: Path, disk: RecordingDisk) -> None:
    """Be a process that was killed between the write of a whole transaction and its sync."""
    last = max(directory.glob("journal-*.jsonl"), key=lambda path: int(path.stem.split("-")[1]))
    lines = last.read_bytes().splitlines()
    batch = json.loads(lines[-1])["n"] + 1 if lines else int(last.stem.split("-")[1])
    n = 1 + max(operation.size for operation in disk.operations if operation.what == "acknowledged")
    at = (NOW + timedelta(seconds=n)).isoformat()
    changes = [("marks", key, {"schema": 1, "at": at}) for key in ("first", f"slot:{n % SLOTS}", "last")]
    file = disk.append(last)
    file.write(batch_line(batch, [encode([("counters", "numbers", {"schema": 1, "last": n}), *changes])]))
    file.close()


def torn_line(directory: Path, disk: RecordingDisk) -> None:
    """Be a process that was killed in the middle of a write."""
    file = disk.append(max(directory.glob("journal-*.jsonl"), key=lambda path: int(path.stem.split("-")[1])))
    file.write(b'{"n":99,"tx":[[["marks"')
    file.close()


@pytest.fixture(scope="module")
def operations(tmp_path_factory) -> list[Operation]:
    """Everything that five processes, four of them killed, asked of the disk."""
    directory = tmp_path_factory.mktemp("recorded")
    done: list[Operation] = []
    for killed in (unsynced_line, torn_line, None):
        for last in ("replace", "create journal-") if killed is torn_line else ():
            asyncio.run(write_until_killed(directory, DyingDisk(done, last)))
        disk = RecordingDisk(done)
        asyncio.run(write(directory, disk))
        if killed is not None:
            killed(directory, disk)
    return done


def lay_out(room: Path, left: Mapping[str, bytes]) -> None:
    """Make a directory of what a power loss left."""
    shutil.rmtree(room, ignore_errors=True)
    room.mkdir()
    for name, content in left.items():
        (room / name).write_bytes(content)


async def survive(operations: Sequence[Operation], room: Path) -> int:
    """Live through every power loss; return how many there were. Raises `Lost`."""
    count = 0
    for acknowledged, left in power_losses(operations, SEED):
        count += 1
        lay_out(room, left)
        try:
            store = open_to_write(room, disk=CarelessDisk())
        except StoreError as error:
            raise Lost(str(error)) from error
        try:
            there = await store.transact(reached)
        finally:
            await store.close()
        if there < acknowledged:
            raise Lost(f"{acknowledged} was acknowledged, {there} is there")
    return count


async def test_every_power_loss_leaves_all_that_was_acknowledged_and_a_state_that_was(operations, tmp_path):
    """Through commits, rotations, snapshots, kills in each of them, and their mending."""
    assert any(operation.what == "truncate" for operation in operations)
    assert await survive(operations, tmp_path / "room") > 2_000


def journal_sync(operation: Operation) -> bool:
    return operation.what == "sync" and operation.name.startswith("journal-") and operation.name[8].isdigit()


def sync_on_opening(operation: Operation) -> bool:
    return operation.what == "sync" and not operation.previous


def directory_sync_on_opening(operation: Operation) -> bool:
    after = operation.previous
    return operation.what == "sync directory" and after.startswith("sync journal-") and ".torn-" not in after


def draft_sync(operation: Operation) -> bool:
    return operation.what == "sync" and operation.name == SNAPSHOT_DRAFT


def directory_sync_after_a_rotation(operation: Operation) -> bool:
    return operation.what == "sync directory" and operation.previous.startswith("create journal-")


def directory_sync_after_the_snapshot(operation: Operation) -> bool:
    return operation.what == "sync directory" and operation.previous == f"replace {SNAPSHOT_DRAFT}"


@pytest.mark.parametrize(
    "left_out",
    [
        journal_sync,
        sync_on_opening,
        directory_sync_on_opening,
        draft_sync,
        directory_sync_after_a_rotation,
        directory_sync_after_the_snapshot,
    ],
    ids=lambda left_out: left_out.__name__,
)
async def test_a_sync_that_is_left_out_is_noticed(
    operations, tmp_path, left_out: Callable[[Operation], bool]
):
    """The simulation can fail: without any one kind of sync, something acknowledged is lost."""
    kept = [operation for operation in operations if not left_out(operation)]
    assert len(kept) < len(operations)
    with pytest.raises(Lost):
        await survive(kept, tmp_path / "room")


def test_the_snapshot_is_in_its_place_before_any_journal_is_removed(operations):
    """The order of a compaction: draft, sync, replace, sync of the directory, removal."""
    disk = [operation for operation in operations if operation.what != "acknowledged"]
    replaced = [at for at, operation in enumerate(disk) if operation.target == SNAPSHOT]
    assert replaced
    for at in replaced:
        following = [operation.what for operation in disk[at + 1 :]]
        assert following.index("sync directory") < following.index("remove")
