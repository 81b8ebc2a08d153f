"""The core between its platforms and its store: it receives, sweeps and delivers."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.config import Config
from bot.delivery import Delivery
from bot.errors import StoreWriteError
from bot.intake import Intake
from bot.lanes import AT_ONCE
from bot.messages import Inbound, Reply
from bot.ports import Clock, Platform, Store
from bot.scheduler import Scheduler

log = structlog.get_logger()


@dataclass(kw_only=True)
class Engine:
    """What everything else is built around; `failed` is set when the store refuses."""

    store: Store
    intake: Intake
    scheduler: Scheduler
    delivery: Delivery
    failed: asyncio.Event = field(default_factory=asyncio.Event)
    failure: StoreWriteError | None = None
    _wake: asyncio.Event = field(default_factory=asyncio.Event)
    _watched: set[asyncio.Task[None]] = field(default_factory=set)
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
        """Send what requests have queued, until cancelled; whoever is slow keeps nobody else waiting."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                for task in await self.delivery.begin() - self._watched:
                    self._watched.add(task)
                    task.add_done_callback(self._delivered)
            except StoreWriteError as error:
                self._refused(error)
                return
            except Exception:
                # What is queued stays queued; the next sweep tries again.
                log.exception("delivery.failed")

    def _delivered(self, sending: asyncio.Task[None]) -> None:
        """Go on with what was queued in the meantime for the same conversation."""
        self._watched.discard(sending)
        problem = None if sending.cancelled() else sending.exception()
        if isinstance(problem, StoreWriteError):
            self._refused(problem)
        elif problem is not None:
            # What is queued stays queued; the next sweep tries again.
            log.error("delivery.failed", exc_info=problem)
        elif len(self._watched) <= AT_ONCE:
            self._wake.set()


def build_engine(config: Config, store: Store, platforms: Sequence[Platform], clock: Clock) -> Engine:
    """Put the core together."""
    policy = replace(config.policy, platforms=tuple(platform.name for platform in platforms))
    return Engine(
        store=store,
        intake=Intake(store=store, policy=policy, clock=clock),
        scheduler=Scheduler(store=store, policy=policy, clock=clock),
        delivery=Delivery(
            store=store,
            platforms={platform.name: platform for platform in platforms},
            policy=policy,
            clock=clock,
        ),
    )
