"""Socket Mode: the bot opens a WebSocket, and everything comes to it through that."""

import asyncio
import json
import secrets
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from tests.peers.slack.workspace import APP

_DEBUG = {"host": "applink-1", "build_number": 1, "approximate_connection_time": 18060}


class SocketMode:
    """The bot's WebSockets; what is sent goes through the newest, as Slack may choose any."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._tickets: set[str] = set()
        self._sockets: dict[web.WebSocketResponse, asyncio.Transport] = {}
        self._waiting: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self.connections = 0
        """How many were opened so far."""

    @property
    def open_now(self) -> int:
        """How many are open."""
        return len(self._sockets)

    def invite(self, address: str) -> str:
        """Return an address that can be connected to once."""
        ticket = secrets.token_urlsafe(12)
        self._tickets.add(ticket)
        return f"{address.replace('http', 'ws', 1)}link/?ticket={ticket}&app_id={APP}"

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Serve a connection until it ends."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPForbidden
        self._tickets.remove(ticket)
        socket = web.WebSocketResponse(timeout=1)
        await socket.prepare(request)
        self._sockets[socket] = request.transport
        self.connections += 1
        hello = {"type": "hello", "num_connections": self.open_now, "debug_info": _DEBUG}
        await socket.send_json({**hello, "connection_info": {"app_id": APP}})
        self._changed()
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acknowledge(message.data)
        finally:
            del self._sockets[socket]
            self._changed()
        return socket

    async def send(self, envelope: dict[str, Any]) -> dict[str, Any]:
        """Send an envelope; return the payload with which it was acknowledged, empty if there was none."""
        newest = self._newest()
        envelope = {"envelope_id": secrets.token_hex(16), **envelope}
        acknowledged = asyncio.get_running_loop().create_future()
        self._waiting[envelope["envelope_id"]] = acknowledged
        try:
            await newest.send_json(envelope)
            return await acknowledged
        finally:
            del self._waiting[envelope["envelope_id"]]

    async def disconnect(self, reason: str) -> None:
        """Tell the bot to connect anew, as Slack does every few hours; the old socket stays for the moment."""
        await self._newest().send_json({"type": "disconnect", "reason": reason, "debug_info": _DEBUG})

    async def drop(self) -> None:
        """Cut every connection without a word."""
        for transport in self._sockets.values():
            transport.abort()

    async def stop(self) -> None:
        """Close every connection."""
        for socket in list(self._sockets):
            await socket.close()

    def _newest(self) -> web.WebSocketResponse:
        if not self._sockets:
            raise ConnectionError("no socket is open")
        return list(self._sockets)[-1]

    def _acknowledge(self, text: str) -> None:
        try:
            said = json.loads(text)
        except ValueError:
            return  # slack-sdk's own pings are texts, too
        waiting = self._waiting.get(said.get("envelope_id")) if isinstance(said, dict) else None
        if waiting and not waiting.done():
            waiting.set_result(said.get("payload") or {})
