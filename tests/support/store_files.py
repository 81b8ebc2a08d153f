"""The files of a store, for tests that damage them: how they are made, changed, and refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import StoreDamagedError
from storage.embedded.opening import open_to_read, open_to_write
from tests.support.store_samples import HOUR, NOW

BATCHES = 6
MANY = 10_000  # long before, a compaction is done


async def filled(directory: Path) -> None:
    """Make a store in which mark n was set by batch n."""
    store = open_to_write(directory)
    for n in range(1, BATCHES + 1):
        await store.transact(lambda tx, n=n: tx.set_mark(f"mark:{n}", NOW + n * HOUR))
    await store.close()


async def compacted(directory: Path) -> Path:
    """Make a store with a snapshot, and return that."""
    store = open_to_write(directory, compact_above=500)
    snapshot = directory / "snapshot.json"
    written = 0
    while not snapshot.exists() and written < MANY:
        written += 1
        await store.transact(lambda tx, n=written: tx.set_mark(f"mark:{n % BATCHES}", NOW + n * HOUR))
    await store.close()
    return snapshot


async def marks(directory: Path) -> list[int]:
    """Return which marks are there."""
    store = open_to_write(directory)
    try:
        return await store.transact(lambda tx: [n for n in range(1, BATCHES + 2) if tx.mark(f"mark:{n}")])
    finally:
        await store.close()


def refused(directory: Path) -> StoreDamagedError:
    """Return how the store is refused, to writers and readers alike, with nothing changed."""
    before = {path: path.read_bytes() for path in directory.iterdir() if path.name != "LOCK"}
    with pytest.raises(StoreDamagedError) as to_read:
        open_to_read(directory)
    with pytest.raises(StoreDamagedError) as to_write:
        open_to_write(directory)
    assert str(to_read.value) == str(to_write.value)
    assert "\n" not in str(to_write.value)
    assert {path: path.read_bytes() for path in directory.iterdir() if path.name != "LOCK"} == before
    return to_write.value


def changed(path: Path, change: Callable[[list[bytes]], None]) -> list[bytes]:
    """Change the lines of a file, and return those that it had."""
    lines = path.read_bytes().splitlines(keepends=True)
    after = list(lines)
    change(after)
    path.write_bytes(b"".join(after))
    return lines


def flip(line: bytes) -> bytes:
    """Return a line with another letter in its middle."""
    middle = len(line) // 2
    return line[:middle] + bytes([line[middle] ^ 1]) + line[middle + 1 :]
