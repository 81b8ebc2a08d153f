"""The stores that pass the contract of `bot.ports.Store`: a second one joins by a line in `STORES`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bot.domain.promise import Promise
from bot.ports import PromiseQuery, Store
from storage import open_store

OpenStore = Callable[[Path], Store]
"""Opens the store that belongs to an empty directory of the test; again, when it was closed."""


def _embedded(directory: Path) -> Store:
    return open_store(f"tinydb://{directory}/store")


STORES: Mapping[str, OpenStore] = {"embedded": _embedded}


async def save(store: Store, *promises: Promise) -> None:
    """Save promises in one transaction."""
    await store.transact(lambda tx: [tx.save_promise(one) for one in promises])


async def numbers(store: Store, **conditions) -> list[int]:
    """Return the numbers of the promises that a query finds, in their order."""
    page = await store.transact(lambda tx: tx.promises(PromiseQuery(**conditions)))
    return [found.number for found in page.items]
