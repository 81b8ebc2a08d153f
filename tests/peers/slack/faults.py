"""The ways in which Slack fails, switched on by a test."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

from aiohttp import web

Perform = Callable[[], Awaitable[web.StreamResponse]]


@dataclass(kw_only=True)
class Fault:
    """How the next `times` calls of a method go; None is until Slack recovers."""

    method: str
    how: str
    times: int | None
    seconds: float


class Faults:
    """Which method fails, how, and how often yet."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._over = asyncio.Event()

    async def stop(self) -> None:
        """End what is slow."""
        self._over.set()

    def add(self, fault: Fault) -> None:
        """Let a method fail; of several faults of one method the first is used up first."""
        self._faults.append(fault)

    def recover(self, method: str | None) -> None:
        """Let a method work again, or all."""
        self._faults = [fault for fault in self._faults if method not in {None, fault.method}]

    async def answer(self, method: str, request: web.Request, perform: Perform) -> web.StreamResponse:
        """Perform a call, unless it is to fail."""
        fault = self._take(method)
        match fault and fault.how:
            case None:
                return await perform()
            case "ratelimited":
                retry = {"Retry-After": f"{fault.seconds:.0f}"}
                return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=retry)
            case "500":
                return web.Response(status=500, text="Internal Server Error")
            case "garbage":
                return web.Response(
                    text="<html><body>Down for maintenance</body></html>", content_type="text/html"
                )
            case "nothing":
                return _hang_up(request)
            case "lost":
                await perform()
                return _hang_up(request)
            case "slow":
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._over.wait(), fault.seconds)
                return await perform()
            case answer if answer.startswith("{"):
                return web.json_response(text=answer)
            case code:
                return web.json_response({"ok": False, "error": code})

    def _take(self, method: str) -> Fault | None:
        fault = next((fault for fault in self._faults if fault.method == method), None)
        if fault and fault.times is not None:
            fault.times -= 1
            if fault.times == 0:
                self._faults.remove(fault)
        return fault


def _hang_up(request: web.Request) -> web.Response:
    """Close the connection; what is returned reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
