"""What a crash left half-written is kept beside, whatever the power does while it is cut off."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from storage.embedded.opening import open_to_write
from tests.support.store_power import Operation, RecordingDisk, power_losses
from tests.support.store_samples import NOW

HALF = b'{"n":2,"tx":[[["marks","a",{"schema":1'
SEED = 20261001


@pytest.fixture
async def operations(tmp_path: Path) -> list[Operation]:
    """What one process, killed in a write, and the next one, which mends, asked of the disk.

    The half-written line reached the disk: so the mark `acknowledged` stands where it begins to be cut off.
    """
    done: list[Operation] = []
    store = open_to_write(tmp_path, disk=RecordingDisk(done))
    await store.transact(lambda tx: tx.set_mark("a", NOW))
    await store.close()
    disk = RecordingDisk(done)
    journal = disk.append(tmp_path / "journal-1.jsonl")
    journal.write(HALF)
    journal.sync()
    journal.close()
    store = open_to_write(tmp_path, disk=disk)
    await store.transact(lambda tx: tx.set_mark("b", NOW))
    await store.close()
    cut = next(at for at, operation in enumerate(done) if operation.what == "truncate")
    return [*done[:cut], Operation(what="acknowledged", size=1), *done[cut:]]


def missing(operations: Sequence[Operation]) -> int:
    """Return after how many power losses neither the journal nor a copy has the half-written line."""
    count = 0
    for is_being_cut, left in power_losses(operations, SEED):
        copies = [content for name, content in left.items() if ".torn-" in name]
        is_cut = not left.get("journal-1.jsonl", b"").endswith(HALF)
        count += bool(is_being_cut) and is_cut and copies != [HALF]
    return count


def test_a_torn_end_is_on_the_disk_beside_before_it_is_cut_off(operations):
    """Its copy and the copy's name are synced first."""
    assert missing(operations) == 0


def sync_of_the_copy(operation: Operation) -> bool:
    return operation.what == "sync" and ".torn-" in operation.name


def directory_sync_of_the_copy(operation: Operation) -> bool:
    return operation.what == "sync directory" and ".torn-" in operation.previous


@pytest.mark.parametrize(
    "left_out", [sync_of_the_copy, directory_sync_of_the_copy], ids=lambda left_out: left_out.__name__
)
def test_a_sync_of_the_copy_that_is_left_out_is_noticed(operations, left_out: Callable[[Operation], bool]):
    """Without either, there are moments at which the power takes the only copy."""
    kept = [operation for operation in operations if not left_out(operation)]
    assert len(kept) == len(operations) - 1
    assert missing(kept) > 0
