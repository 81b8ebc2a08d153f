"""Days counted from today or from another day: tomorrow, in two weeks, two business days after Friday."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, timedelta
from functools import partial
from typing import Literal

from bot.intents.dates.arithmetic import VAGUE, months_after
from bot.intents.dates.grammar import Rule
from bot.intents.dates.values import Context, Question, Reading, on

Unit = Literal["minute", "hour", "day", "business", "week", "fortnight", "month", "year"]

MONTHS_IN_YEAR = 12
LONGEST_IN_BUSINESS_DAYS = 260
"""A year; nobody counts holidays further than that."""

_CLOCK_UNITS: Mapping[Unit, timedelta] = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1)}
_DAYS: Mapping[Unit, int] = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, kw_only=True)
class Length:
    """How long: `n` units."""

    n: int
    unit: Unit


def _length(_: Context, *, n: int, unit: Unit) -> Length:
    return Length(n=n, unit=unit)


def _fixed(n: int, unit: Unit, _: Context) -> Length:
    return Length(n=n, unit=unit)


def _business(_: Context, *, n: int) -> Length:
    return Length(n=n, unit="business")


def _in(context: Context, *, length: Length) -> Reading:
    """In two weeks; hours and minutes are counted as they pass, whatever the clocks do meanwhile."""
    unit = _CLOCK_UNITS.get(length.unit)
    if unit is None:
        return _after(context, length=length, anchor=on(context.today))
    now = context.now
    then = now + length.n * unit
    if now.tzinfo is not None:
        then = (now.astimezone(UTC) + length.n * unit).astimezone(now.tzinfo)
    return replace(on(then.date()), clock=then.time().replace(second=0, microsecond=0))


def _after(context: Context, *, length: Length, anchor: Reading) -> Reading:
    """Two weeks after Friday."""
    return anchor.moved(partial(_moved, context, length)) if _is_countable(length) else VAGUE


def _before(context: Context, *, length: Length, anchor: Reading) -> Reading:
    """Two days before Friday."""
    return _after(context, length=replace(length, n=-length.n), anchor=anchor)


def _next_to(days: int, _: Context, *, anchor: Reading) -> Reading:
    """The day before Friday, the day after."""
    return anchor.moved(lambda day: day + timedelta(days=days))


def _ahead(days: int, context: Context) -> Reading:
    return on(context.today + timedelta(days=days))


def _next_business_day(context: Context) -> Reading:
    return on(context.calendar.shift(context.today, 1))


def _yesterday(_: Context) -> Reading:
    return Reading(question=Question.PAST)


def itself(_: Context, **found: Reading) -> Reading:
    """Return the one reading that was found."""
    (reading,) = found.values()
    return reading


def _is_countable(length: Length) -> bool:
    if length.unit == "business":
        return abs(length.n) <= LONGEST_IN_BUSINESS_DAYS
    return length.unit not in _CLOCK_UNITS


def _moved(context: Context, length: Length, day: date) -> date:
    match length.unit:
        case "business":
            return context.calendar.shift(day, length.n)
        case "month":
            return months_after(day, length.n)
        case "year":
            return months_after(day, length.n * MONTHS_IN_YEAR)
        case unit:
            return day + timedelta(days=length.n * _DAYS[unit])


LENGTH = (
    Rule(means=_length, en=("{n} (more) {unit}",), fr=("{n} prochains|prochaines {unit}",)),
    Rule(means=partial(_fixed, 2, "week"), en=("(a) couple (of) weeks",), fr=("une couple de semaines",)),
    Rule(means=partial(_fixed, 2, "day"), en=("(a) couple (of) days",), fr=("une couple de jours",)),
    Rule(means=partial(_fixed, 15, "day"), fr=("(une|la) quinzaine (de jours)",)),
    Rule(means=partial(_fixed, 7, "day"), fr=("(une|la) huitaine (de jours)",)),
    Rule(
        means=_business,
        en=("{n} business|working|work day|days",),
        fr=("{n} jour|jours ouvrable|ouvrables|ouvré|ouvrés", "{n} jours|journées de travail"),
    ),
)

ANCHOR = (
    Rule(means=itself, en=("{dated}",)),
    Rule(means=partial(_ahead, 0), en=("today",), fr=("aujourd'hui", "ce jour")),
    Rule(means=partial(_ahead, 1), en=("tomorrow", "tmrw"), fr=("demain",)),
    Rule(means=partial(_ahead, 2), en=("(the) day after tomorrow",), fr=("(le|d') après-demain",)),
    Rule(means=_yesterday, en=("yesterday",), fr=("hier",)),
    Rule(
        means=_next_business_day,
        en=("(the) next business|working day",),
        fr=("(le) prochain jour ouvrable|ouvré", "(le) jour ouvrable suivant"),
    ),
)

DAY = (
    Rule(means=itself, en=("{anchor}", "(the) end of {anchor}"), fr=("(la|à la) fin de|du {anchor}",)),
    Rule(
        means=_in,
        en=(
            "in|within|over (the next|coming) {length} (time)",
            "{length} from now|today",
            "{length} later|hence",
        ),
        fr=("dans|d'ici|sous|en (les|la) {length}", "{length} plus tard"),
    ),
    Rule(
        means=_after,
        en=("(in|within) (the next) {length} from|after {anchor}",),
        fr=(
            "(dans|d'ici) {length} après {anchor}",
            "(dans|d'ici) {length} à partir|compter de|d'|du {anchor}",
        ),
    ),
    Rule(means=_before, en=("{length} before {anchor}",), fr=("{length} avant {anchor}",)),
    Rule(means=partial(_next_to, -1), en=("(the) day before {anchor}",), fr=("(la) veille de|du {anchor}",)),
    Rule(means=partial(_next_to, 1), en=("(the) day after {anchor}",), fr=("(le) lendemain de|du {anchor}",)),
)
