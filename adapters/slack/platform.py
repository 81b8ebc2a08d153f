"""Slack as a platform, in one workspace."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web

from adapters.slack import parse
from adapters.slack.app import bolt_app
from adapters.slack.client import Client
from adapters.slack.hearing import Hearing
from adapters.slack.listeners import Listeners
from adapters.slack.manifest import SCOPES
from adapters.slack.people import PLATFORM, People
from adapters.slack.results import FAILURES, TOKEN, code_of, problem_of
from adapters.slack.sending import Sending
from adapters.slack.settings import SlackSettings
from adapters.slack.showing import Showing
from adapters.slack.socket import AGAIN_AFTER, Socket, address
from adapters.slack.web import routes
from bot.errors import ConfigError, EngageError, Fault
from bot.messages import Outbound, Receipt, RetryAfter, SendResult
from bot.ports import Receiver

log = structlog.get_logger()

FINISH_WITHIN = 2.5
START_WITHIN = 5.0
LINK_WITHIN = 0.8
"""Seconds that the opening of a form may wait for the address of a message."""


class Slack:
    """Fulfils `bot.ports.Platform`. `connect` is called once, before `start`, with what hears the people."""

    name = PLATFORM
    pause = 1.0
    """https://docs.slack.dev/apis/web-api/rate-limits: about one message a second in a conversation."""

    def __init__(self, settings: SlackSettings) -> None:
        self._settings = settings
        self._client = Client(token=settings.bot_token, api_url=settings.api_url)
        self._sending = Sending(self._client)
        self._people = People(client=self._client)
        self._hearing: Hearing | None = None
        self._socket: Socket | None = None
        self._acquainting: asyncio.Task[None] | None = None
        self._bot_user = ""

    def connect(self, receive: Receiver) -> Sequence[web.AbstractRouteDef]:
        """Say what hears the people; return what is to be served, if Slack speaks over HTTP."""
        self._hearing = Hearing(people=self._people, receive=receive)
        listeners = Listeners(
            hearing=self._hearing,
            showing=Showing(self._client, self._sending, self._people),
            link=self._link,
        )
        app = bolt_app(self._client, listeners, bot_user=lambda: self._bot_user)
        if self._settings.app_token:
            self._socket = Socket(app, self._client, self._settings.app_token)
        return routes(app, self._settings.signing_secret) if self._settings.signing_secret else []

    async def start(self) -> None:
        """Find out who the bot is, and begin to take events. Raises `ConfigError` if Slack refuses a token.

        Slack out of reach is no reason not to start: what it sends is answered, what is queued waits.
        """
        await self._client.open()
        try:
            if not await self._is_acquainted():
                self._acquainting = asyncio.create_task(self._become_acquainted())
            if self._socket is not None:
                await self._socket.start()
        except ConfigError:
            await self.close()
            raise

    async def _is_acquainted(self) -> bool:
        """Find out who the bot is; say whether that worked. Raises `ConfigError` if the token is refused."""
        try:
            async with asyncio.timeout(START_WITHIN):
                _, missing = await self._introduce()
        except FAILURES as error:
            log.warning("slack.out_of_reach", problem=problem_of(error))
            return False
        log.info("slack.connected", team=self._people.team)
        if missing:
            log.warning("slack.scopes_missing", scopes=missing)
        return True

    async def _become_acquainted(self) -> None:
        """Ask again until Slack says who the bot is: by that it knows who belongs to another organization."""
        is_acquainted = False
        while not is_acquainted:
            await asyncio.sleep(AGAIN_AFTER)
            try:
                is_acquainted = await self._is_acquainted()
            except ConfigError as error:
                log.error("slack.token_refused", exc_info=error)  # noqa: TRY400 - no trace of a known cause
                return

    async def stop(self) -> None:
        """Take no more events, and let those that are being answered be answered."""
        if self._acquainting is not None:
            self._acquainting.cancel()
        if self._socket is not None:
            await self._socket.stop()
        if self._hearing is not None:
            await self._hearing.finish(within=FINISH_WITHIN)

    async def close(self) -> None:
        """Let the connections go."""
        await self._client.close()

    async def check(self) -> str:
        """Ask Slack whether everything is as it should be; return as whom it knows Engage.

        Raises `EngageError` with what is wrong and what to do.
        """
        await self._client.open()
        try:
            name, missing = await self._introduce()
            if self._settings.app_token:
                await address(self._client, self._settings.app_token)
        except FAILURES as error:
            raise EngageError(f"Slack cannot be reached ({problem_of(error)})") from error
        finally:
            await self._client.close()
        if missing:
            problem = (
                f"the app lacks {', '.join(missing)}; add them under OAuth & Permissions and install it again"
            )
            raise ConfigError([Fault(where="SLACK_BOT_TOKEN", line=None, problem=problem)])
        return name

    async def send(self, message: Outbound) -> SendResult:
        """Send a message and say what became of it."""
        return await self._sending.send(message)

    async def find(self, message: Outbound, *, since: datetime) -> Receipt | RetryAfter | None:
        """Look for a message by its key."""
        return await self._sending.find(message, since=since)

    async def _introduce(self) -> tuple[str, list[str]]:
        """Ask Slack who the token is; return the bot's and the workspace's name, and the scopes it lacks.

        Raises `ConfigError` if Slack does not take the token, and what a call can raise.
        """
        try:
            answer = await self._client.auth_test()
        except FAILURES as error:
            if (code := code_of(error)) in TOKEN:
                raise ConfigError([_refused("SLACK_BOT_TOKEN", code)]) from error
            raise
        self._bot_user = str(answer.get("user_id") or "")
        self._people.team = str(answer.get("team_id") or "")
        self._people.enterprise = str(answer.get("enterprise_id") or "")
        granted = {scope.strip() for scope in answer.headers.get("x-oauth-scopes", "").split(",")} - {""}
        missing = sorted(set(SCOPES) - granted) if granted else []
        return f"{answer.get('user')} in {answer.get('team')}", missing

    async def _link(self, body: Mapping[str, Any]) -> str:
        channel, message = (body.get(key) or {} for key in ("channel", "message"))
        with suppress(*FAILURES):
            async with asyncio.timeout(LINK_WITHIN):
                answer = await self._client.chat_getPermalink(
                    channel=str(channel.get("id", "")), message_ts=str(message.get("ts", ""))
                )
                return str(answer["permalink"])
        return parse.link_to(body)


def _refused(setting: str, code: str) -> Fault:
    problem = (
        f"Slack does not accept it ({code}); copy it again from your app's page at https://api.slack.com/apps"
    )
    return Fault(where=setting, line=None, problem=problem)
