"""Engage as a program: what `engage run` is, but for its clock and how long conversations rest.

`python -m tests.support.bot_main app.yaml 0` prints the address at which it listens, at a port of its own.
"""

import asyncio
import importlib
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from aiohttp import web
from prometheus_client import CollectorRegistry

from adapters.playground.api import routes
from adapters.playground.clock import MovableClock
from adapters.playground.platform import Playground
from adapters.web import Web
from bot.config import Config, load_config
from bot.engine import build_engine
from bot.logs import configure_logs
from bot.ports import Clock, Store, Transaction
from bot.wiring import Assembly, assemble, serve
from storage import directory_of, open_store

PAUSE = 0.02
"""Seconds between two messages of a conversation where Slack wants one, for which tests would wait."""

TEAMS_TOKEN, TEAMS_KEYS = "TESTS_TEAMS_TOKEN", "TESTS_TEAMS_KEYS"
"""In the environment: the bot's own token, for which nobody is asked then, and where the Bot Connector's keys are."""

TEAMS_PATIENCE = "TESTS_TEAMS_PATIENCE"
"""In the environment: after how many seconds a call of the Bot Connector is given up, and a press is answered."""

PLAYGROUND = "TESTS_PLAYGROUND"
"""In the environment: the platform is the playground alone, without its samples, and with this clock."""

T = TypeVar("T")


class Ahead:
    """The machine's clock, and so far ahead as the file says."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text()))


class Slow:
    """The store; while the file is there, all that it is asked takes as many seconds as the file says."""

    exclusive = True

    def __init__(self, store: Store, file: Path) -> None:
        self._store = store
        self._file = file

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        if self._file.exists():
            await asyncio.sleep(float(self._file.read_text()))
        return await self._store.transact(work)

    async def close(self) -> None:
        await self._store.close()


def _with_sweep(assembly: Assembly) -> Assembly:
    async def sweep(_request: web.Request) -> web.Response:
        await assembly.engine.sweep()
        return web.json_response({})

    assembly.server.add_routes([web.post("/sweep", sweep)])
    return assembly


def _off_the_internet(environment: Mapping[str, str]) -> None:
    """Let Teams' sign-in and its keys be those of the tests, if there are any, and conversations rest less."""
    if TEAMS_TOKEN not in environment:
        return
    validation = importlib.import_module("botframework.connector.auth").ChannelValidation
    validation.open_id_metadata_endpoint = environment[TEAMS_KEYS]

    async def token(_credentials: object) -> str:
        return environment[TEAMS_TOKEN]

    importlib.import_module("adapters.teams.credentials").Credentials.token = token
    if patience := environment.get(TEAMS_PATIENCE):
        connector = importlib.import_module("adapters.teams.connector")
        connector.Authentication.__init__.__kwdefaults__["answers_within"] = float(patience)
        importlib.import_module("adapters.teams.hearing").PATIENCE = float(patience)
    pacing = importlib.import_module("adapters.teams.pacing")
    pacing.OF_ONE_CONVERSATION = tuple(
        replace(allowance, seconds=allowance.seconds * PAUSE) for allowance in pacing.OF_ONE_CONVERSATION
    )


def _playground(config: Config, port: int, clock: Clock) -> Assembly:
    playground = Playground(
        directory_of(config.store_url) / "playground.jsonl", clock=MovableClock(real=clock.now)
    )
    engine = build_engine(config, open_store(config.store_url), [playground], playground.clock)
    playground.connect(receive=engine.receive, sweeper=engine)
    served = routes(playground)
    server = Web(
        bind="127.0.0.1",
        port=port,
        routes=served,
        ready=lambda: True,
        metrics=CollectorRegistry(),
        largest_body=64 * 1024,
    )
    return Assembly(engine=engine, platforms=[playground], server=server)


def main() -> None:
    """Run Engage until SIGTERM."""
    path = Path(sys.argv[1])
    configure_logs(json=True)
    _off_the_internet(os.environ)
    config = load_config(path, os.environ)
    clock, port = Ahead(path.parent / "ahead"), int(sys.argv[2])
    if PLAYGROUND in os.environ:
        assembly = _playground(config, port, clock)
    else:
        assembly = assemble(config, bind="127.0.0.1", port=port, clock=clock)
    intake = assembly.engine.intake
    assembly.engine.intake = replace(intake, store=Slow(intake.store, path.parent / "slow"))
    for platform in assembly.platforms:
        platform.pause = min(platform.pause, PAUSE)
    asyncio.run(serve(_with_sweep(assembly), started=_announce))


def _announce(address: str) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
