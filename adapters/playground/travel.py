"""Moving the clock forward, from one due moment to the next."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from adapters.playground.clock import MovableClock
from adapters.playground.people import ZONE
from bot.ports import Sweeper

MOST_STEPS = 1000
"""The most due moments in one move; after them the clock goes straight to its target."""


class Travel:
    """Moves `clock` as long as `goes_on`.

    `moved` is called after each step, before the core sweeps, so that a restart never takes time back.
    """

    def __init__(
        self,
        *,
        clock: MovableClock,
        sweeper: Sweeper,
        moved: Callable[[], None],
        goes_on: Callable[[], bool],
    ) -> None:
        self._clock = clock
        self._sweeper = sweeper
        self._moved = moved
        self._goes_on = goes_on

    def target(self, by: Literal["hour", "day"]) -> datetime:
        """Return the moment an hour on, or the same local time a day on."""
        now = self._clock.now()
        if by == "hour":
            return now + timedelta(hours=1)
        return now.astimezone(ZoneInfo(ZONE)) + timedelta(days=1)

    async def advance(self, target: datetime) -> None:
        """Go to `target`, sweeping at each due moment on the way and at the end."""
        moments = self._moments(self._sweeper.next_moment)
        while self._goes_on():
            moment = await moments()
            if moment is None or moment > target:
                break
            await self._sweep_at(moment)
        if self._goes_on():
            await self._sweep_at(target)

    async def to_next_reminder(self, sent: Callable[[], int]) -> None:
        """Go on until Engage has reminded somebody; when no reminder is planned, the clock stays.

        `sent` counts what Engage sent so far. A reminder that is held until another day is followed there.
        """
        before = sent()
        reminders = self._moments(self._sweeper.next_reminder)
        while self._goes_on() and sent() == before:
            moment = await reminders()
            if moment is None:
                return
            await self.advance(moment)

    def _moments(
        self, ask: Callable[[], Awaitable[datetime | None]]
    ) -> Callable[[], Awaitable[datetime | None]]:
        """Return `ask`, but None once it repeats itself (what is stuck must not stop time) or asks too much."""
        last: datetime | None = None
        steps = 0

        async def following() -> datetime | None:
            nonlocal last, steps
            moment = await ask()
            steps += 1
            if moment is None or steps > MOST_STEPS or (last is not None and moment <= last):
                return None
            last = moment
            return moment

        return following

    async def _sweep_at(self, moment: datetime) -> None:
        self._clock.move_to(moment)
        self._moved()
        await self._sweeper.sweep()
