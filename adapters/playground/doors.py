"""Whether anybody may come in, and who is still inside."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.playground.requests import PlaygroundError


class NotReadyError(PlaygroundError):
    """The playground is starting or stopping; try again in a moment."""

    status = 503
    code = "not-ready"


class Doors:
    """What people do is begun only while the doors are open, and finished before they are shut."""

    def __init__(self) -> None:
        self._open = False
        self._inside = 0
        self._empty = asyncio.Event()
        self._empty.set()

    @property
    def are_open(self) -> bool:
        """Say whether people may come in."""
        return self._open

    def open(self) -> None:
        """Let people in."""
        self._open = True

    async def shut(self) -> None:
        """Let nobody in, and wait until everybody has left."""
        self._open = False
        await self._empty.wait()

    @asynccontextmanager
    async def enter(self) -> AsyncIterator[None]:
        """Be inside. Raises `NotReadyError` unless the doors are open."""
        if not self._open:
            raise NotReadyError
        self._inside += 1
        self._empty.clear()
        try:
            yield
        finally:
            self._inside -= 1
            if not self._inside:
                self._empty.set()
