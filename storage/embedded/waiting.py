"""Waiting for what cannot be stopped: a thread at the disk, or a batch on its way there."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def ended(future: asyncio.Future[Any]) -> None:
    """Return when `future` is done, whatever became of it.

    Whoever is cancelled meanwhile waits all the same, and is cancelled then: what the future works with may
    not be taken from under it.
    """
    cancelled: asyncio.CancelledError | None = None
    while not future.done():
        try:
            await asyncio.wait([future])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled from (None if future.cancelled() else future.exception())


async def in_thread(work: Callable[[], T]) -> T:
    """Do `work` in a thread and return its result; a cancellation waits until the thread has ended."""
    # A future, not a task: nobody who cancels every task reaches it.
    future = asyncio.get_running_loop().run_in_executor(None, work)
    await ended(future)
    return future.result()
