"""The ways in which the Bot Connector fails, switched on by a test."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Perform = Callable[[], Awaitable[web.StreamResponse]]

CODES = {
    403: ("MessageWritesBlocked", "The bot was blocked by the user."),
    412: ("PreconditionFailed", "Precondition failed, please retry again."),
    429: ("TooManyRequests", "Too many requests."),
    502: ("ServiceError", "Bad gateway."),
    504: ("GatewayTimeout", "Gateway timeout."),
}
"""What stands in an answer unless the test says otherwise."""


def error(code: str, message: str) -> dict[str, Any]:
    """Return the body of a refusal."""
    return {"error": {"code": code, "message": message}}


@dataclass(kw_only=True)
class Fault:
    """How the next `times` calls go; None is until Teams recovers. Without a status there is no answer."""

    status: int | None
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    times: int | None = 1
    after_delivery: bool = False
    seconds: float = 0.0
    method: str | None = None
    conversation: str | None = None


class Faults:
    """Which call fails, how, and how often yet."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._over = asyncio.Event()

    async def stop(self) -> None:
        """End what is slow."""
        self._over.set()

    def add(self, fault: Fault) -> None:
        """Let calls fail; of several faults for one call the first is used up first."""
        self._faults.append(fault)

    def recover(self) -> None:
        """Let everything work again."""
        self._faults.clear()

    async def answer(
        self, request: web.Request, path: str, perform: Perform
    ) -> tuple[web.StreamResponse, bool]:
        """Perform a call, unless it is to fail; return the answer, and whether the bot gets it."""
        fault = self._take(request.method, path)
        if fault is None:
            return await perform(), True
        if fault.after_delivery:
            await perform()
        if fault.seconds:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), fault.seconds)
        if fault.status is None:
            if request.transport is not None:
                request.transport.abort()
            return web.Response(), False
        return _refusal(fault), True

    def _take(self, method: str, path: str) -> Fault | None:
        for fault in self._faults:
            if fault.method in {None, method} and _concerns(fault.conversation, path):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times == 0:
                        self._faults.remove(fault)
                return fault
        return None


def _concerns(conversation: str | None, path: str) -> bool:
    return conversation is None or path.startswith(f"conversations/{conversation}")


def _refusal(fault: Fault) -> web.Response:
    body = fault.body
    if body is None:
        body = error(*CODES.get(fault.status, ("ServiceError", "Something went wrong.")))
    if isinstance(body, str):
        return web.Response(status=fault.status, text=body, headers=fault.headers)
    return web.json_response(body, status=fault.status, headers=fault.headers)
