"""Moving the clock forward, from one due moment to the next."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from adapters.playground.clock import MovableClock
from adapters.playground.people import ZONE
from bot.ports import Sweeper

MOST_STEPS = 1000
"""The most due moments in one move; after them the clock goes straight to its target."""

FURTHEST = timedelta(days=400)
"""How far one move looks for the next message."""


class Travel:
    """Moves `clock`. `moved` is called after each step, before the core sweeps, to make the time durable."""

    def __init__(self, *, clock: MovableClock, sweeper: Sweeper, moved: Callable[[], None]) -> None:
        self._clock = clock
        self._sweeper = sweeper
        self._moved = moved

    def target(self, by: Literal["hour", "day"]) -> datetime:
        """Return the moment an hour on, or the same local time a day on."""
        now = self._clock.now()
        if by == "hour":
            return now + timedelta(hours=1)
        return now.astimezone(ZoneInfo(ZONE)) + timedelta(days=1)

    async def advance(self, target: datetime) -> None:
        """Go to `target`, sweeping at each due moment on the way and at the end."""
        await self._step(until=lambda: False, target=target)
        await self._sweep_at(target)

    async def to_next(self, sent: Callable[[], int]) -> bool:
        """Go to the next moment at which Engage sends something by itself, and say whether it did.

        `sent` counts what was sent so far. A due moment at which nothing is sent (a reminder that is held
        until Monday) is passed. When nothing is due at all, the clock stays.
        """
        before = sent()
        await self._step(until=lambda: sent() > before, target=self._clock.now() + FURTHEST)
        return sent() > before

    async def _step(self, *, until: Callable[[], bool], target: datetime) -> None:
        last: datetime | None = None
        for _ in range(MOST_STEPS):
            moment = await self._sweeper.next_moment()
            stuck = last is not None and moment is not None and moment <= last
            if moment is None or moment > target or stuck:
                return
            last = moment
            await self._sweep_at(moment)
            if until():
                return

    async def _sweep_at(self, moment: datetime) -> None:
        self._clock.move_to(moment)
        self._moved()
        await self._sweeper.sweep()
