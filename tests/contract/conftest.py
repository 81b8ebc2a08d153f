"""Fixtures of the contracts: a store of each kind, and a way to close it and open it again."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.ports import Store
from tests.support.store_contract import STORES


@pytest.fixture(params=sorted(STORES))
async def reopened(request, tmp_path: Path) -> AsyncIterator[Callable]:
    """Open the store, and each time it is asked again, close and open it."""
    open_here = STORES[request.param]
    store: Store | None = None

    async def reopen() -> Store:
        nonlocal store
        if store is not None:
            await store.close()
        store = open_here(tmp_path)
        return store

    yield reopen
    if store is not None:
        await store.close()


@pytest.fixture
async def store(reopened) -> Store:
    return await reopened()
