"""The server that the bot takes for Slack: the Web API, response URLs and Socket Mode, on a port of its own."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack

from aiohttp import web

from tests.peers.slack.answers import completed, prepared
from tests.peers.slack.calls import Call, read_call
from tests.peers.slack.checks import Checks
from tests.peers.slack.delivery import Courier
from tests.peers.slack.emulator import Emulator
from tests.peers.slack.events import envelope, heard, is_of_bot, is_signed
from tests.peers.slack.faults import Faults
from tests.peers.slack.response_urls import ResponseUrls
from tests.peers.slack.shown import Shown
from tests.peers.slack.socket_mode import SocketMode
from tests.peers.slack.workspace import SEED, Workspace


class Server:
    """Everything that runs on the peer's own event loop. `changed` is called whenever something happened."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._ending = AsyncExitStack()
        self._background: set[asyncio.Task] = set()
        self.address = ""
        self.calls: list[Call] = []
        self.faults = Faults()
        self.socket = SocketMode(changed)
        self.courier = Courier(self.socket, changed)
        self.urls = ResponseUrls()

    async def start(self) -> None:
        """Listen, and wait for the emulator behind."""
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_post("/events", self._event)
        app.router.add_post("/response/{key}", self._response)
        app.router.add_get("/link/", self.socket.serve)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
        await runner.setup()
        self._ending.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0]
        self.address = f"http://{host}:{port}/"
        self.emulator = Emulator(seed=SEED, events=f"{self.address}events")
        self._ending.push_async_callback(self.emulator.stop)
        await self.emulator.start()
        await self.courier.start()
        for end in (self.courier.stop, self.socket.stop, self.faults.stop, self._settle):
            self._ending.push_async_callback(end)  # the last is called first
        self.workspace = Workspace(self.emulator)
        await self.workspace.populate()
        self.shown = Shown(self.emulator)
        self._checks = Checks(self.workspace, self.emulator)

    async def stop(self) -> None:
        """End everything."""
        await self._ending.aclose()

    async def _settle(self) -> None:
        for task in self._background:
            task.cancel()
        await asyncio.gather(*self._background, return_exceptions=True)

    async def _api(self, request: web.Request) -> web.StreamResponse:
        call = await read_call(request)
        self.calls.append(call)
        self._changed()

        async def perform() -> web.Response:
            refused = await self._checks.refusal(call)
            scopes = {"x-oauth-scopes": ",".join(self.workspace.scopes.get(call.token, ()))}
            return web.json_response(refused or await self._performed(call), headers=scopes)

        try:
            return await self.faults.answer(call.method, request, perform)
        finally:
            self._changed()

    async def _performed(self, call: Call) -> dict:
        if call.method == "apps.connections.open":
            return {"ok": True, "url": self.socket.invite(self.address)}
        answer = await self.emulator.call(call.method, prepared(call), call.token)
        if call.method == "chat.postEphemeral" and answer.get("ok"):
            self.shown.to_one(call.arguments, call.arguments["user"], ts=answer["message_ts"])
        return completed(call, answer, self.workspace)

    async def _event(self, request: web.Request) -> web.Response:
        body = await request.read()
        assert is_signed(body, request.headers), "the emulator signs what it posts"
        told = await request.json()
        event = await heard(told["event"], self.workspace)
        if event is None:
            return web.Response()
        posted = self.courier.deliver("events_api", envelope(event, event_id=told["event_id"]))
        if is_of_bot(event):
            # The emulator waits for the bot before it answers; for its own message the bot would wait for itself.
            task = asyncio.create_task(posted)
            self._background.add(task)
            task.add_done_callback(self._background.discard)
        else:
            await posted
        return web.Response()

    async def _response(self, request: web.Request) -> web.StreamResponse:
        async def perform() -> web.Response:
            way, body, answer = await self.urls.take(request)
            if way:
                await self.shown.by_response(body, way)
            self._changed()
            return answer

        return await self.faults.answer("response_url", request, perform)
