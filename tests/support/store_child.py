"""Another process with a store. Run as `python -m tests.support.store_child COMMAND DIRECTORY`.

`hold` opens the store, prints a line, and keeps it until its input ends. `fill` writes under a small limit
on the size of a file until the disk refuses, and prints one line of JSON.
"""

import asyncio
import json
import resource
import sys
from pathlib import Path

import structlog

from bot.errors import StoreWriteError
from storage import open_store
from tests.support.store_samples import NOW

FILE_LIMIT = 64 * 1024  # bytes
WRITERS = 8


async def hold(directory: Path) -> None:
    """Keep the store until nobody needs that any more."""
    store = open_store(f"tinydb://{directory}")
    sys.stdout.write("open\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.read)
    await store.close()


async def fill(directory: Path) -> None:
    """Write until the disk refuses, then once more, and say what happened."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_LIMIT, FILE_LIMIT))
    store = open_store(f"tinydb://{directory}")
    acknowledged: list[str] = []
    refusals: list[str] = []

    async def writer(number: int) -> None:
        count = 0
        while not refusals:
            key = f"{number}:{count}"
            try:
                await store.transact(lambda tx, key=key: tx.set_mark(key, NOW))
            except StoreWriteError as error:
                refusals.append(str(error))
                return
            acknowledged.append(key)
            count += 1

    await asyncio.gather(*map(writer, range(WRITERS)))
    await asyncio.gather(*map(writer_after(store, refusals), range(2)))
    await store.close()
    sys.stdout.write(json.dumps({"acknowledged": acknowledged, "refusals": refusals}) + "\n")


def writer_after(store, refusals: list[str]):
    """Return what asks a store that has stopped, to read as well."""

    async def ask(_: int) -> None:
        try:
            await store.transact(lambda tx: tx.mark("0:0"))
        except StoreWriteError as error:
            refusals.append(str(error))

    return ask


if __name__ == "__main__":
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    asyncio.run({"hold": hold, "fill": fill}[sys.argv[1]](Path(sys.argv[2])))
