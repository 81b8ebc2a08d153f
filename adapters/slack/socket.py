"""Slack through a socket: Engage connects to Slack, which needs no public address.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import asyncio
from contextlib import suppress

import structlog
from slack_bolt.adapter.socket_mode.async_internals import run_async_bolt_app, send_async_response
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from adapters.slack.client import Client
from adapters.slack.results import FAILURES, TOKEN, code_of, problem_of
from bot.errors import ConfigError, Fault

log = structlog.get_logger()

START_WITHIN = 5.0
FINISH_WITHIN = 2.5
CLOSE_WITHIN = 1.0
AGAIN_AFTER = 10.0
"""Seconds until Slack is asked for a connection again when it could not be reached."""


async def address(client: Client, app_token: str) -> str:
    """Ask Slack where to connect. Raises `ConfigError` if the token is refused, and what a call can raise."""
    try:
        answer = await client.apps_connections_open(app_token=app_token)
    except FAILURES as error:
        if (code := code_of(error)) in TOKEN:
            problem = (
                f"Slack does not accept it ({code}); it must be an app-level token with connections:write"
            )
            raise ConfigError([Fault(where="SLACK_APP_TOKEN", line=None, problem=problem)]) from error
        raise
    return str(answer["url"])


class Socket:
    """The connection, which the SDK keeps up; requests that were begun are answered before it closes."""

    def __init__(self, app: AsyncApp, client: Client, app_token: str) -> None:
        self._app = app
        self._client = client
        self._token = app_token
        self._socket: SocketModeClient | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._answering: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Connect, now or as soon as Slack can be reached. Raises `ConfigError` if the token is refused."""
        where = None
        try:
            async with asyncio.timeout(START_WITHIN):
                where = await address(self._client, self._token)
        except FAILURES as error:
            log.warning("slack.socket_out_of_reach", problem=problem_of(error))
        self._socket = SocketModeClient(
            app_token=self._token,
            web_client=self._client,
            logger=self._app.logger,
            ping_interval=AGAIN_AFTER,
        )
        self._socket.wss_uri = where
        self._socket.socket_mode_request_listeners.append(self._receive)
        self._connecting = asyncio.create_task(self._connect(self._socket))

    async def stop(self) -> None:
        """Take no more, answer what was begun, then disconnect."""
        if self._socket is None:
            return
        self._socket.socket_mode_request_listeners.clear()
        if self._connecting is not None:
            self._connecting.cancel()
        if self._answering:
            await asyncio.wait(set(self._answering), timeout=FINISH_WITHIN)
        with suppress(TimeoutError):  # a silent peer is not waited for
            async with asyncio.timeout(CLOSE_WITHIN):
                await self._socket.close()  # type: ignore[no-untyped-call]
        await self._socket.aiohttp_client_session.close()

    async def _connect(self, socket: SocketModeClient) -> None:
        """Connect, and see to it that an address which failed is not tried again: each is good for once."""
        connecting = asyncio.ensure_future(socket.connect())  # type: ignore[no-untyped-call]
        try:
            while True:
                await asyncio.sleep(AGAIN_AFTER / 2)
                if not await socket.is_connected():
                    log.warning("slack.socket_down")
                    socket.wss_uri = None
        finally:
            connecting.cancel()

    async def _receive(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        task = asyncio.ensure_future(self._answer(client, request))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
        await task

    async def _answer(self, client: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        answer = await run_async_bolt_app(self._app, request)
        await send_async_response(client, request, answer, asyncio.get_running_loop().time())
