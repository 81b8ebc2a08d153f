"""The composition root: the one file that names concrete adapters and stores."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

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
from bot.delivery import Delivery
from bot.errors import ConfigError, Fault, StoreWriteError
from bot.intake import Intake
from bot.messages import Inbound, Reply
from bot.ports import Clock, Platform, Store
from bot.scheduler import Scheduler
from storage import directory_of, open_store

log = structlog.get_logger()

SWEEP_EVERY = 5
"""Seconds between two sweeps."""

STOP_WITHIN = 6.0
"""Seconds for what was begun to finish after SIGTERM."""


class SystemClock:
    """The machine's clock, which stands still rather than go back."""

    def __init__(self) -> None:
        self._latest = datetime.now(UTC)

    def now(self) -> datetime:
        """Return the present, in UTC."""
        self._latest = max(self._latest, datetime.now(UTC))
        return self._latest


@dataclass(kw_only=True)
class Engine:
    """The core between its platforms and its store: it receives, sweeps and delivers."""

    store: Store
    intake: Intake
    scheduler: Scheduler
    delivery: Delivery
    failed: asyncio.Event = field(default_factory=asyncio.Event)
    failure: StoreWriteError | None = None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _ticking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def receive(self, inbound: Inbound) -> Reply:
        """Answer an event; what it causes is sent at once. Fulfils `bot.ports.Receiver`."""
        reply = await self.intake(inbound)
        self._wake.set()
        return reply

    async def sweep(self) -> None:
        """Do what is due now, and send it. Fulfils `bot.ports.Sweeper`."""
        await self.tick()
        try:
            await self.delivery.deliver()
        except StoreWriteError as error:
            self._refused(error)

    async def tick(self) -> None:
        """Queue what is due now; a platform that hangs keeps nobody's reminder from being queued."""
        async with self._ticking:
            try:
                await self.scheduler.sweep()
            except StoreWriteError as error:
                self._refused(error)
            except Exception:
                # What is due stays due; the next tick tries again.
                log.exception("sweep.failed")
        self._wake.set()

    async def finish(self, *, within: float) -> None:
        """Let the tick and the sending under way end, and begin no other. `within` is in seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within), self._ticking:
                await self.delivery.stop()

    def _refused(self, error: StoreWriteError) -> None:
        log.error("store.refused", exc_info=error)
        self.failure = error
        self.failed.set()

    async def next_moment(self) -> datetime | None:
        """Return when something is next due."""
        return await self.scheduler.next_moment()

    async def next_reminder(self) -> datetime | None:
        """Return when somebody is next to be reminded."""
        return await self.scheduler.next_reminder()

    async def deliver_when_woken(self) -> None:
        """Send what requests have queued, until cancelled."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self.delivery.deliver()
            except StoreWriteError as error:
                self._refused(error)
                return
            except Exception:
                # What is queued stays queued; the next sweep tries again.
                log.exception("delivery.failed")


def build_engine(config: Config, store: Store, platforms: Sequence[Platform], clock: Clock) -> Engine:
    """Put the core together."""
    return Engine(
        store=store,
        intake=Intake(store=store, policy=config.policy, clock=clock),
        scheduler=Scheduler(store=store, policy=config.policy, clock=clock),
        delivery=Delivery(
            store=store,
            platforms={platform.name: platform for platform in platforms},
            policy=config.policy,
            clock=clock,
        ),
    )


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


def assemble(config: Config, *, bind: str, port: int) -> Assembly:
    """Put the platforms whose settings are there in front of the store."""
    del bind, port
    problem = (
        "no platform is set up, and this version has none but the playground yet: "
        "use `engage run --playground`"
    )
    raise ConfigError([Fault(where=str(config.config_path), line=None, problem=problem)])


def _server(
    bind: str,
    port: int,
    routes: Sequence[web.AbstractRouteDef],
    engine: Engine,
    guards: Sequence[Middleware],
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
    for platform in assembly.platforms:
        await platform.stop()
    await asyncio.gather(assembly.server.stop(), engine.finish(within=STOP_WITHIN))
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
