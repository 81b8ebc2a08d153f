"""Teams as a platform, in one organisation."""

import asyncio
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

import structlog
from aiohttp import web

from adapters.teams.answers import Answer
from adapters.teams.client import Adapter, Client
from adapters.teams.connector import Authentication
from adapters.teams.credentials import Credentials, CredentialsError
from adapters.teams.dialogs import Dialogs
from adapters.teams.hearing import Hearing
from adapters.teams.listeners import Listeners
from adapters.teams.parse import PLATFORM
from adapters.teams.people import People
from adapters.teams.sending import Sending
from adapters.teams.settings import TeamsSettings
from adapters.teams.shapes import Activity, Object
from adapters.teams.tokens import Gate
from adapters.teams.web import routes
from bot.errors import ConfigError, EngageError, Fault
from bot.messages import Outbound, Receipt, RetryAfter, SendResult
from bot.ports import Receiver

log = structlog.get_logger()

FINISH_WITHIN = 2.5
START_WITHIN = 5.0


class Teams:
    """Fulfils `bot.ports.Platform`. `connect` is called once, before `start`, with what hears the people."""

    name = PLATFORM
    pause = 0.0
    """`adapters.teams.pacing` knows better how long each conversation has to rest."""

    def __init__(self, settings: TeamsSettings) -> None:
        self._settings = settings
        self._gate = Gate(settings)
        self._credentials = Credentials(settings)
        self._authentication = Authentication(settings, self._credentials)
        self._adapter = Adapter(self._authentication)
        self._client = Client(
            self._adapter, self._authentication, app_id=settings.app_id, tenant=settings.tenant_id
        )
        self._sending = Sending(self._client)
        self._people = People(client=self._client, tenant=settings.tenant_id)
        self._hearing: Hearing | None = None

    def connect(self, receive: Receiver) -> Sequence[web.AbstractRouteDef]:
        """Say what hears the people; return what is to be served."""
        hearing = self._hearing = Hearing(people=self._people, receive=receive)
        listeners = Listeners(
            hearing=hearing,
            dialogs=Dialogs(hearing=hearing, sending=self._sending, key=self._key()),
            sending=self._sending,
        )

        async def answer(activity: Activity, told: Object) -> Answer:
            # Whoever waits may go, and the server may stop: what was begun is finished all the same.
            work = self._adapter.process(told, lambda: listeners.hear(activity, told))
            return await asyncio.shield(hearing.begun(work))

        return routes(self._gate, answer)

    def _key(self) -> bytes:
        """Return a key that stays the same when Engage starts again; without a password, one that does not."""
        secret = self._settings.password.encode()
        return hmac.digest(secret, b"dialogs", "sha256") if secret else secrets.token_bytes(32)

    async def start(self) -> None:
        """Begin to take events. Raises `ConfigError` if Microsoft does not take the bot's settings.

        Microsoft out of reach is no reason not to start: what is queued waits.
        """
        await self._gate.open()
        await self._authentication.open()
        try:
            async with asyncio.timeout(START_WITHIN):
                await self._credentials.token()
        except CredentialsError as error:
            if error.is_refused:
                await self.close()
                raise _refused(error) from error
            log.warning("teams.out_of_reach", reason="no_token")
        except TimeoutError:
            log.warning("teams.out_of_reach", reason="no_answer")

    async def stop(self) -> None:
        """Take no more events, and let those that are being answered be answered."""
        if self._hearing is not None:
            await self._hearing.finish(within=FINISH_WITHIN)

    async def close(self) -> None:
        """Let the connections go."""
        await self._gate.close()
        await self._authentication.close()
        await self._credentials.close()

    async def check(self) -> str:
        """Ask Microsoft whether the bot may speak; return as whom it is known.

        Raises `EngageError` with what is wrong and what to do.
        """
        if self._settings.local:
            return "anybody on this machine, for the Agents Playground"
        try:
            await self._credentials.token()
        except CredentialsError as error:
            raise (_refused(error) if error.is_refused else EngageError(error.problem)) from error
        finally:
            await self._credentials.close()
        return f"app {self._settings.app_id} in tenant {self._settings.tenant_id}"

    async def send(self, message: Outbound) -> SendResult:
        """Send a message and say what became of it."""
        return await self._sending.send(message)

    async def find(self, message: Outbound, *, since: datetime) -> Receipt | RetryAfter | None:  # noqa: ARG002
        """Return None: a bot may not read what was said, so that nobody can tell whether a message arrived."""
        return None


def _refused(error: CredentialsError) -> ConfigError:
    return ConfigError([Fault(where="Microsoft Teams", line=None, problem=error.problem)])
