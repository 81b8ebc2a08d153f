"""Stretches of whole months - a month, a quarter, a year - and days found in them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.intents.dates.arithmetic import IMPOSSIBLE, JUST_PAST, month_end, months_after, past
from bot.intents.dates.values import Context, Reading, on

MONTHS_IN_QUARTER = 3
MONTHS_IN_YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """A stretch of whole months, from `first` to `last`. A `yearly` one comes back: a past one means the next."""

    first: date
    last: date
    yearly: bool = False

    def next_year(self) -> "Stretch":
        """Return the same stretch of the next year."""
        last = months_after(self.last.replace(day=1), MONTHS_IN_YEAR)
        return Stretch(first=months_after(self.first, MONTHS_IN_YEAR), last=month_end(last.year, last.month))


def stretch(first: date, months: int, *, yearly: bool = False) -> Stretch:
    """Return so many months from `first`, the first day of one."""
    last = months_after(first, months - 1)
    return Stretch(first=first, last=month_end(last.year, last.month), yearly=yearly)


def found_in(context: Context, place: Callable[[Stretch], date | None], within: Stretch | None) -> Reading:
    """Read the day that `place` finds: a past one of a stretch that comes back is the next year's."""
    day = None if within is None else place(within)
    if within is None or day is None:
        return IMPOSSIBLE
    if day >= context.today:
        return on(day)
    following = place(within.next_year())
    if within.yearly and following is not None and day < context.today - JUST_PAST:
        return on(following)
    return past(each for each in (following,) if each is not None)


def nth_weekday_in(weekday: int, nth: int, within: Stretch) -> date | None:
    """Return the nth such day of a stretch, or from its end if nth is negative."""
    if nth > 0:
        day = within.first + timedelta(days=(weekday - within.first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = within.last - timedelta(days=(within.last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if within.first <= day <= within.last else None
