"""The playground behind its real server, with the scripted core or with whatever is given."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CollectorRegistry

from adapters.playground.api import routes
from adapters.playground.guard import guard
from adapters.playground.platform import Playground
from adapters.web import Web
from tests.support.playground_receiver import Script


@dataclass(frozen=True, kw_only=True)
class Served:
    """A playground that can be reached at `address`."""

    playground: Playground
    script: Script
    web: Web

    @property
    def address(self) -> str:
        return self.web.address

    def at(self, user: str, conversation: str) -> str:
        """Return the address of a conversation as a person sees it."""
        return f"{self.address}#{user}/{conversation}"


@asynccontextmanager
async def served_playground(journal: Path) -> AsyncIterator[Served]:
    """Serve a playground with the scripted core on a free port."""
    playground = Playground(journal)
    script = Script(playground)
    playground.connect(receive=script, sweeper=script)
    web = Web(
        bind="127.0.0.1",
        port=0,
        routes=routes(playground),
        guards=[guard],
        ready=lambda: True,
        metrics=CollectorRegistry(),
        largest_body=64 * 1024,
    )
    await playground.start()
    await web.start()
    try:
        yield Served(playground=playground, script=script, web=web)
    finally:
        await playground.stop()
        await web.stop()
        await playground.close()
