"""The clock of a dialogue: it stands still until the dialogue moves it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.support.host import Died, Host

OTTAWA = ZoneInfo("America/Toronto")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class WorldClock:
    """The clock of a world; moving it lets happen what is due on the way."""

    def __init__(self, host: Host, step: Callable[[], None], moment: datetime) -> None:
        self._host = host
        self._step = step
        self.moment = moment

    def advance_to(self, when: str | datetime) -> None:
        """Go to "Monday 09:30" (the next one, Ottawa time) or to a moment, sweeping whenever something is due."""
        self._step()
        target = when if isinstance(when, datetime) else self._next(when)
        for _ in range(500):
            due = self._host.next_moment(self.moment)
            if isinstance(due, Died) or due is None or due > target:
                break
            self.moment = max(due, self.moment + timedelta(seconds=1))
            self._host.sweep(self.moment)
        self.jump_to(target)

    def jump_to(self, when: str | datetime) -> None:
        """Go there as if the bot had been down on the way, then sweep once."""
        self.moment = (when if isinstance(when, datetime) else self._next(when)).astimezone(UTC)
        self._host.sweep(self.moment)

    def _next(self, when: str) -> datetime:
        name, clock = when.split()
        local = self.moment.astimezone(OTTAWA)
        hour, minute = map(int, clock.split(":"))
        target = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
        target += timedelta(days=(_DAYS.index(name) - target.weekday()) % 7)
        return target if target > local else target + timedelta(days=7)
