"""The composition root: the one file that names concrete adapters and stores."""

import asyncio
import importlib
import importlib.util
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

import structlog
from aiohttp import web
from aiohttp.typedefs import Middleware
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from prometheus_client import CollectorRegistry, ProcessCollector

from adapters.playground.api import routes as playground_routes
from adapters.playground.guard import guard, refuse_unless_loopback
from adapters.playground.platform import Playground
from adapters.playground.samples import SAMPLES
from adapters.web import Web
from bot.config import Config
from bot.engine import Engine, build_engine
from bot.errors import ConfigError, Fault
from bot.ports import Clock, Platform, Receiver
from storage import directory_of, open_store

log = structlog.get_logger()

SWEEP_EVERY = 5
"""Seconds between two sweeps."""

STOP_WITHIN = 6.0
"""Seconds for what was begun to finish after SIGTERM."""

ADAPTERS = ("slack", "teams")
"""The folders of `adapters` that `engage run` serves, each with a `setup.py`."""

LOOPBACK = "127.0.0.1"
LARGEST_BODY = 2 * 1024 * 1024
"""Bytes of a platform's request; Slack sends a whole message along with a press."""

SMALL_BODY = 64 * 1024
"""Bytes of the playground's."""


class Connected(Platform, Protocol):
    """What `platform(environment, bind=…)` of an adapter's `setup.py` returns."""

    def connect(self, receive: Receiver) -> Sequence[web.AbstractRouteDef]:
        """Say what hears the people; return what is to be served. Called once, before `start`."""
        ...

    async def check(self) -> str:
        """Return as whom the platform knows Engage. Raises `EngageError` with what is wrong and what to do."""
        ...


class SystemClock:
    """The machine's clock, which stands still rather than go back."""

    def __init__(self) -> None:
        self._latest = datetime.now(UTC)

    def now(self) -> datetime:
        """Return the present, in UTC."""
        self._latest = max(self._latest, datetime.now(UTC))
        return self._latest


@dataclass(frozen=True, kw_only=True)
class Assembly:
    """Everything that runs in one process."""

    engine: Engine
    platforms: Sequence[Platform]
    server: Web


def assemble_playground(config: Config, *, bind: str, port: int) -> Assembly:
    """Open the store, and put the playground in front of it. Raises `EngageError` with one clear line."""
    refuse_unless_loopback(bind)
    store = open_store(config.store_url)
    playground = Playground(directory_of(config.store_url) / "playground.jsonl", samples=SAMPLES)
    engine = build_engine(config, store, [playground], playground.clock)
    playground.connect(receive=engine.receive, sweeper=engine)
    server = _server(bind, port, playground_routes(playground), engine, guards=[guard])
    return Assembly(engine=engine, platforms=[playground], server=server)


def assemble(config: Config, *, bind: str, port: int, clock: Clock | None = None) -> Assembly:
    """Put the platforms whose settings are there in front of the store. Raises `EngageError`."""
    platforms = connected(config.environment, bind=bind)
    if not platforms:
        problem = (
            "no platform is set up: set SLACK_BOT_TOKEN and SLACK_APP_TOKEN (docs/slack.md shows where to find "
            "them) or MicrosoftAppId and what belongs to it (docs/teams.md), or try everything with "
            "`engage run --playground`"
        )
        raise ConfigError([Fault(where="environment", line=None, problem=problem)])
    engine = build_engine(config, open_store(config.store_url), platforms, clock or SystemClock())
    routes = [route for platform in platforms for route in platform.connect(engine.receive)]
    server = _server(bind, port, routes, engine, largest_body=LARGEST_BODY)
    return Assembly(engine=engine, platforms=platforms, server=server)


def connected(environment: Mapping[str, str], *, bind: str = LOOPBACK) -> list[Connected]:
    """Return the platforms whose settings are there. An adapter that was taken out is not missed.

    `bind` is the address that is listened at: what is safe there depends on who can reach it.
    Raises `ConfigError` with every setting that is missing or wrong.
    """
    platforms: list[Connected] = []
    faults: list[Fault] = []
    for name in ADAPTERS:
        if importlib.util.find_spec(f"adapters.{name}") is None:
            continue
        try:
            platform = importlib.import_module(f"adapters.{name}.setup").platform(environment, bind=bind)
        except ConfigError as error:
            faults += error.faults
        else:
            platforms += [platform] if platform is not None else []
    if faults:
        raise ConfigError(faults)
    return platforms


def _server(
    bind: str,
    port: int,
    routes: Sequence[web.AbstractRouteDef],
    engine: Engine,
    *,
    guards: Sequence[Middleware] = (),
    largest_body: int = SMALL_BODY,
) -> Web:
    metrics = CollectorRegistry()
    ProcessCollector(registry=metrics)
    return Web(
        bind=bind,
        port=port,
        routes=routes,
        ready=lambda: not engine.failed.is_set(),
        metrics=metrics,
        guards=guards,
        largest_body=largest_body,
    )


async def serve(assembly: Assembly, *, started: Callable[[str], None]) -> None:
    """Run until SIGTERM, SIGINT or a store that refuses; then stop with nothing lost.

    `started` is called with the address once requests are taken. Raises `AddressError` if they cannot be,
    and `StoreWriteError` if the store refused.
    """
    engine = assembly.engine
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        await assembly.server.start()
        await _run(assembly, stop, started)
    finally:
        await engine.store.close()
    if engine.failure is not None:
        raise engine.failure


async def _run(assembly: Assembly, stop: asyncio.Event, started: Callable[[str], None]) -> None:
    engine = assembly.engine
    for platform in assembly.platforms:
        await platform.start()
    sweeps = _sweeps(engine)
    delivering = asyncio.create_task(engine.deliver_when_woken())
    reasons_to_stop = [asyncio.create_task(stop.wait()), asyncio.create_task(engine.failed.wait())]
    started(assembly.server.address)
    await asyncio.wait(reasons_to_stop, return_when=asyncio.FIRST_COMPLETED)
    log.info("stopping")
    sweeps.pause()
    await assembly.server.stop()
    await asyncio.gather(
        *(platform.stop() for platform in assembly.platforms), engine.finish(within=STOP_WITHIN)
    )
    for platform in assembly.platforms:
        await platform.close()
    sweeps.shutdown(wait=False)
    for task in (delivering, *reasons_to_stop):
        task.cancel()
    await asyncio.wait([delivering, *reasons_to_stop], timeout=1)


def _sweeps(engine: Engine) -> AsyncIOScheduler:
    """Sweep now and every few seconds: late rather than never, and never two at once."""
    sweeps = AsyncIOScheduler(timezone=UTC)
    sweeps.add_job(
        engine.tick,
        "interval",
        seconds=SWEEP_EVERY,
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
        next_run_time=datetime.now(UTC),
    )
    sweeps.start()
    return sweeps
