"""A Bot Connector to speak to, as our bot."""

import asyncio
import json
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.test_utils import TestServer
from botbuilder.schema import Activity, ConversationAccount

from adapters.teams.connector import Authentication
from adapters.teams.credentials import Credentials
from adapters.teams.settings import TeamsSettings
from tests.support.entra import SECRET, Entra
from tests.support.openid import APP_ID, TENANT

SETTINGS = TeamsSettings(app_id=APP_ID, password=SECRET, tenant_id=TENANT)
ODD_ID = "19:a+b/c d@thread.tacv2;messageid=17é"


class Connector:
    """A Bot Connector that notes what it is asked, and gives the `answer` that it is told to give."""

    def __init__(self):
        self.asked = []
        self.raw_path = ""
        self.answer = (200, '{"id": "1:message"}', {"Content-Type": "application/json"})
        self.held = asyncio.Event()
        self.held.set()
        self._server = None

    async def handle(self, request):
        self.raw_path = request.raw_path
        self.asked.append(
            (request.method, request.path, dict(request.headers), json.loads(await request.read() or "{}"))
        )
        await self.held.wait()
        status, text, headers = self.answer
        return web.Response(status=status, body=text.encode(), headers=headers)

    async def open(self):
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self.handle)
        self._server = TestServer(app)
        await self._server.start_server()

    async def close(self):
        self.held.set()
        await self._server.close()

    @property
    def url(self):
        return str(self._server.make_url("/teams/"))

    @property
    def connections(self):
        return self._server.runner.server.connections


@asynccontextmanager
async def running():
    """Run a Bot Connector."""
    connector = Connector()
    await connector.open()
    try:
        yield connector
    finally:
        await connector.close()


@asynccontextmanager
async def authentication_of(settings=SETTINGS, entra=None, **more):
    credentials = Credentials(settings, http=(entra or Entra()).session())
    authentication = Authentication(settings, credentials, **more)
    await authentication.open()
    yield authentication
    await authentication.close()
    await credentials.close()


def message(**more):
    return Activity(
        type="message", text="Bonjour à tous", conversation=ConversationAccount(id=ODD_ID), **more
    )


def send(authentication, connector, **more):
    """Send a message to an odd conversation."""
    return authentication.client(connector.url).conversations.send_to_conversation(ODD_ID, message(**more))
