"""What is pushed to the open pages: Server-Sent Events, each a name and JSON."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

_HEARTBEAT = 15.0
_BACKLOG = 1000


class Stream:
    """The open pages. One that falls too far behind is let go: it opens again and reads everything."""

    def __init__(self) -> None:
        self._pages: set[asyncio.Queue[bytes | None]] = set()
        self._ended = False

    def publish(self, name: str, data: dict[str, Any]) -> None:
        """Tell every open page."""
        chunk = f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()
        for page in list(self._pages):
            try:
                page.put_nowait(chunk)
            except asyncio.QueueFull:
                self._pages.discard(page)
                page.get_nowait()
                page.put_nowait(None)

    async def follow(self) -> AsyncIterator[bytes]:
        """Yield what is published from now on, and a comment now and then, until the stream ends."""
        queue: asyncio.Queue[bytes | None] = asyncio.Queue(maxsize=_BACKLOG)
        self._pages.add(queue)
        try:
            yield b"retry: 1000\n\n"
            while not self._ended:
                try:
                    chunk = await asyncio.wait_for(queue.get(), _HEARTBEAT)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if chunk is None:
                    return
                yield chunk
        finally:
            self._pages.discard(queue)

    def end(self) -> None:
        """Let every page go; whoever opens again is let go at once."""
        self._ended = True
        for page in list(self._pages):
            if page.full():
                page.get_nowait()
            page.put_nowait(None)
