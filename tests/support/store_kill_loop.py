"""Kill a writing store again and again, open it each time, and hold it to what it acknowledged.

Run as `python -m tests.support.store_kill_loop DIRECTORY KILLS SEED`; prints one line of JSON. Children are
forked, so that a kill costs milliseconds; this process has no thread when it forks.
"""

import asyncio
import json
import os
import random
import signal
import struct
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog

from bot.ports import Store, Transaction
from storage.embedded.opening import open_to_write

WRITERS = 8
SLOTS = 40  # each writer goes round these keys, so that the store stays small and compaction has work
COMPACT_ABOVE = 20_000  # bytes
ORIGIN = datetime(2026, 1, 1, tzinfo=UTC)
ACKNOWLEDGEMENT = struct.Struct("<II")  # writer, count; short enough for a pipe to take it whole


class Broken(Exception):  # noqa: N818 - the store's promise, broken
    """The store lost, halved or invented something."""


def _moment(count: int) -> datetime:
    return ORIGIN + timedelta(seconds=count)


def _count(tx: Transaction, key: str) -> int:
    at = tx.mark(key)
    return 0 if at is None else int((at - ORIGIN).total_seconds())


def _step(tx: Transaction, writer: int) -> int:
    """Write one count in three places, and take a number: all four belong together."""
    count = _count(tx, f"first:{writer}") + 1
    tx.set_mark(f"first:{writer}", _moment(count))
    tx.set_mark(f"slot:{writer}:{count % SLOTS}", _moment(count))
    tx.next_number()
    tx.set_mark(f"last:{writer}", _moment(count))
    return count


async def _write_for_ever(directory: Path, pipe: int) -> None:
    store = open_to_write(directory, compact_above=COMPACT_ABOVE)

    async def writer(number: int) -> None:
        while True:
            count = await store.transact(lambda tx: _step(tx, number))
            os.write(pipe, ACKNOWLEDGEMENT.pack(number, count))

    await asyncio.gather(*map(writer, range(WRITERS)))


def _child(directory: Path, pipe: int) -> None:
    try:
        asyncio.run(_write_for_ever(directory, pipe))
    finally:
        os._exit(3)  # only a kill ends a child properly


def _killed_child(directory: Path, seconds: float) -> Iterator[tuple[int, int]]:
    """Let a child write for a while, kill it, and yield what it acknowledged."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _child(directory, writing)
    os.close(writing)
    time.sleep(seconds)  # the moment of the kill is what is varied
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WTERMSIG(status) != signal.SIGKILL:
        raise Broken(f"a child ended by itself with status {status}")
    with os.fdopen(reading, "rb") as pipe:
        yield from ACKNOWLEDGEMENT.iter_unpack(pipe.read())


def _check(tx: Transaction, acknowledged: Counter) -> None:
    total = 0
    for writer in range(WRITERS):
        count = _count(tx, f"first:{writer}")
        total += count
        if count != _count(tx, f"last:{writer}"):
            raise Broken(f"writer {writer}: half a transaction is there")
        if count < acknowledged[writer]:
            raise Broken(f"writer {writer}: {acknowledged[writer]} was acknowledged, {count} is there")
        for slot in range(SLOTS):
            expected = max(0, count - (count - slot) % SLOTS)
            if _count(tx, f"slot:{writer}:{slot}") != expected:
                raise Broken(f"writer {writer}, slot {slot}: not {expected}")
    if tx.next_number() != total + 1:
        raise Broken("numbers and counts do not agree")
    raise _Looked


class _Looked(Exception):  # noqa: N818 - takes back the number that looking took
    """Everything was as it must be."""


async def _opened(directory: Path, acknowledged: Counter) -> None:
    store: Store = open_to_write(directory, compact_above=COMPACT_ABOVE)
    try:
        await store.transact(lambda tx: _check(tx, acknowledged))
    except _Looked:
        pass
    finally:
        await store.close()


def main(directory: Path, kills: int, seed: int) -> None:
    """Kill, open, check; print how much was acknowledged, and how many snapshots and torn tails there were."""
    # Standard output is for the summary alone.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    chance = random.Random(seed)
    acknowledged: Counter = Counter()
    count, snapshots = 0, set()
    for _ in range(kills):
        for writer, reached in _killed_child(directory, chance.uniform(0.002, 0.08)):
            acknowledged[writer] = max(acknowledged[writer], reached)
            count += 1
        asyncio.run(_opened(directory, acknowledged))
        snapshot = directory / "snapshot.json"
        if snapshot.exists():
            snapshots.add(snapshot.stat().st_mtime_ns)
    torn = len(list(directory.glob("*.torn-*")))
    summary = {"kills": kills, "acknowledged": count, "snapshots": len(snapshots), "torn": torn}
    sys.stdout.write(json.dumps(summary) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
