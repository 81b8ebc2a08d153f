"""The servers that are compared, each a process of its own, and the Bot Connector that they all speak to.

As a program it is one of them, which prints its address: `python -m tests.performance.teams_peers NAME`.
The echo bot is Microsoft's sample, https://github.com/microsoft/BotBuilder-Samples , "02.echo-bot", with an
answer to presses that holds nothing, since its adapter fails for every answer that holds something.
"""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from aiohttp import web
from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.integration.aiohttp.aiohttp_channel_service_exception_middleware import (
    aiohttp_error_middleware,
)
from botframework.connector.auth import AuthenticationConstants, MicrosoftAppCredentials

from adapters.teams.credentials import Credentials
from bot.__main__ import main as run_engage
from tests.peers.teams.tenant import APP, TENANT
from tests.support.program import environment

KEYS = "BENCH_TEAMS_KEYS"
"""In the environment: where the keys of the Bot Connector are."""

LOOPBACK = "127.0.0.1"
TOKEN = "the bot's own"


@contextmanager
def running(name: str, directory: Path, keys: str) -> Iterator[str]:
    """Run "engage", "echo" or "connector" in a directory; yield its address. It ends by SIGKILL."""
    directory.mkdir(exist_ok=True)
    settings = {"MicrosoftAppId": APP, "MicrosoftAppPassword": "a secret", "MicrosoftAppTenantId": TENANT}
    with (
        (directory / "log").open("wb") as log,
        subprocess.Popen(
            (sys.executable, "-m", __name__, name),
            cwd=directory,
            env=environment(**settings, **{KEYS: keys}),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            line = process.stdout.readline()
            found = re.search(r"http://\S+", line)
            if found is None:
                raise AssertionError(line + (directory / "log").read_text())
            yield found[0]
        finally:
            process.kill()


class Echo(ActivityHandler):
    """Says again what was said."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(f"Echo: {turn_context.activity.text}")

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        return InvokeResponse(status=200)


class EchoConfig:
    """What the sample keeps in `config.py`."""

    APP_ID = APP
    APP_PASSWORD = "a secret"
    APP_TYPE = "SingleTenant"
    APP_TENANTID = TENANT


def _echo() -> None:
    adapter = CloudAdapter(ConfigurationBotFrameworkAuthentication(EchoConfig))
    bot = Echo()

    async def messages(request: web.Request) -> web.Response:
        return await adapter.process(request, bot)

    app = web.Application(middlewares=[aiohttp_error_middleware])
    app.router.add_post("/api/messages", messages)
    _serve(app)


def _connector() -> None:
    """Take every message, and know everybody."""
    numbers = count(1)

    async def member(request: web.Request) -> web.Response:
        name = request.match_info["user"].removeprefix("29:")
        principal = f"{name}@example.org"
        told = {"id": f"29:{name}", "name": name, "aadObjectId": _aad(name), "userPrincipalName": principal}
        return web.json_response({**told, "email": principal, "tenantId": TENANT, "userRole": "user"})

    async def take(_request: web.Request) -> web.Response:
        return web.json_response({"id": str(next(numbers))})

    app = web.Application()
    app.router.add_get("/v3/conversations/{conversation}/members/{user}", member)
    app.router.add_route("*", "/v3/{path:.+}", take)
    _serve(app)


def _aad(name: str) -> str:
    return f"a0000000-0000-4000-8000-{int(name.removeprefix('ana')):012}"


def _serve(app: web.Application) -> None:
    listening = socket.create_server((LOOPBACK, 0))
    _, port = listening.getsockname()
    sys.stdout.write(f"http://{LOOPBACK}:{port}/\n")
    sys.stdout.flush()
    web.run_app(app, sock=listening, print=None, access_log=None)


def _engage() -> None:
    """Run `engage run`; but for the sign-in it is what it is in production."""

    async def token(_credentials: object) -> str:
        return TOKEN

    Credentials.token = token
    sys.argv = ["engage", "run", "--port", "0"]
    run_engage()


def main(names: Mapping[str, object]) -> None:
    """Be one of them, off the internet."""
    AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL = os.environ[KEYS]
    MicrosoftAppCredentials.get_access_token = lambda *_: TOKEN
    names[sys.argv[1]]()


if __name__ == "__main__":
    main({"engage": _engage, "echo": _echo, "connector": _connector})
