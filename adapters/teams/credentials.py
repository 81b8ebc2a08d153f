"""As whom Engage speaks to the Bot Connector: the bot's own token, kept while it lasts.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, under
"Authenticate requests from your bot to the Bot Connector service".
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from threading import Thread
from typing import TypeVar

import structlog
from requests import Session

from adapters.teams.settings import TeamsSettings
from adapters.teams.signin import NOT_REACHED, CredentialsError, PatientSession, source_of

__all__ = ["Credentials", "CredentialsError"]

RENEW_BEFORE = 300.0
"""Seconds before a token ends from which on another is asked for, while this one is still used."""
LAST_USE_BEFORE = 60.0
"""Seconds before a token ends from which on it is not used any more: it has to arrive as well."""
WAITED_FOR = 10.0
"""Seconds that a caller waits; Microsoft's sign-in has many addresses, and each is tried."""

T = TypeVar("T")

log = structlog.get_logger()


class Credentials:
    """The bot's token: asked for when it is first needed, once for all who wait, in a thread of its own.

    `http` is what msal speaks through; `close` ends it. `clock` returns seconds since 1970.
    """

    def __init__(
        self,
        settings: TeamsSettings,
        *,
        http: Session | None = None,
        clock: Callable[[], float] = time.time,
        waited_for: float = WAITED_FOR,
    ) -> None:
        self._waited_for = waited_for
        self._is_local = not settings.app_id
        self._http = http or PatientSession()
        self._source = source_of(settings, self._http)
        self._clock = clock
        self._token = ""
        self._ends = 0.0
        self._asking: asyncio.Task[CredentialsError | None] | None = None

    async def close(self) -> None:
        """Let the connections go; a question that is under way is not waited for."""
        if self._asking is not None:
            self._asking.cancel()
            with suppress(asyncio.CancelledError):
                await self._asking
        self._http.close()

    @property
    def are_there(self) -> bool:
        """Whether there is a token, or none is wanted."""
        return self._is_local or self._ends > self._clock()

    async def token(self) -> str:
        """Return the token, or nothing in local mode: there is nobody then who would want one.

        Raises `CredentialsError` with one line that says what is wrong and what to do.
        """
        if self._is_local:
            return ""
        left = self._ends - self._clock()
        if left < RENEW_BEFORE:
            asking = self._ask_soon()
            if left < LAST_USE_BEFORE:
                await self._wait(asking)
        return self._token

    async def _wait(self, asking: asyncio.Task[CredentialsError | None]) -> None:
        try:
            async with asyncio.timeout(self._waited_for):
                error = await asyncio.shield(asking)
        except TimeoutError:
            raise CredentialsError(NOT_REACHED.format("TimeoutError"), is_refused=False) from None
        if error is not None:
            raise error

    def _ask_soon(self) -> asyncio.Task[CredentialsError | None]:
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        return self._asking

    async def _ask(self) -> CredentialsError | None:
        try:
            self._token, lasts = await _aside(self._source.ask)
        except CredentialsError as error:
            log.warning("no token for Teams", reason="refused" if error.is_refused else "unreachable")
            return error
        self._ends = self._clock() + lasts
        return None


async def _aside(work: Callable[[], T]) -> T:
    """Run something in a thread that Engage does not wait for when it stops, unlike those of `asyncio`."""
    future: Future[T] = Future()

    def run() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whoever waits gets it
            future.set_exception(error)

    Thread(target=run, name="credentials", daemon=True).start()
    return await asyncio.wrap_future(future)
