"""Days from days: which one comes next, and what lies at a distance."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from bot.intents.dates.values import FIRST_YEAR, LAST_YEAR, Context, Question, Reading, on

FRIDAY = 4
LONGEST_MONTH = 31
SOME_LEAP_YEAR = 2000
WEEK = timedelta(days=7)
LEAP_CYCLE = 8
"""Years within which 29 February comes again, at the turn of a century too."""

JUST_PAST = timedelta(days=14)
"""A date without a year that was this short a time ago is a slip rather than next year's."""

IMPOSSIBLE = Reading(question=Question.IMPOSSIBLE)
VAGUE = Reading(question=Question.VAGUE)


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_after(day: date, months: int) -> date:
    """Return the same day of a later (or earlier) month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_of_year(first_year: int, month: int, day: int) -> Iterator[date]:
    """Yield this day of the year in `first_year` and the years after it, where it exists."""
    for year in range(first_year, first_year + LEAP_CYCLE + 1):
        if day <= monthrange(year, month)[1]:
            yield date(year, month, day)


def in_year(context: Context, year: int, month: int, day: int) -> Reading:
    """Read a full date. A past one asks, with the next such day that is not past."""
    try:
        said = date(year, month, day)
    except ValueError:
        return IMPOSSIBLE
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return IMPOSSIBLE
    if said >= context.today:
        return on(said)
    return past(day for day in days_of_year(context.today.year, month, day) if day >= context.today)


def coming(context: Context, month: int, day: int) -> Reading:
    """Read a date without a year: the next one, or a question if it was only just."""
    try:
        date(SOME_LEAP_YEAR, month, day)
    except ValueError:
        return IMPOSSIBLE
    return soonest(context, list(days_of_year(context.today.year - 1, month, day)))


def soonest(context: Context, days: Sequence[date]) -> Reading:
    """Read a day that comes back every year, given as `days` in order, at least one not past."""
    ahead = (day for day in days if day >= context.today)
    if any(context.today - JUST_PAST <= day < context.today for day in days):
        return past(ahead)
    return on(next(ahead))


def coming_day_of_month(context: Context, day: int) -> Reading:
    """Read a day of some month: this month's, or the next that has it."""
    if day > LONGEST_MONTH:
        return IMPOSSIBLE
    first = context.today.replace(day=1)
    months = (months_after(first, ahead) for ahead in range(4))
    days = (month.replace(day=day) for month in months if day <= month_end(month.year, month.month).day)
    return on(next(each for each in days if each >= context.today))


def coming_weekday(context: Context, weekday: int) -> date:
    """Return the coming such day; today is not coming."""
    return context.today + timedelta(days=(weekday - context.today.weekday() - 1) % 7 + 1)


def in_week(context: Context, weekday: int, weeks: int = 0) -> date:
    """Return such a day of this calendar week, or of the one that many weeks on. Weeks start on Monday."""
    monday = context.today - timedelta(days=context.today.weekday())
    return monday + timedelta(days=weekday) + weeks * WEEK


def past(ahead: Iterable[date]) -> Reading:
    """Ask about what has gone by; the first of `ahead`, if any, is what may be meant."""
    return Reading(days=tuple(islice(ahead, 1)), question=Question.PAST)
