"""Days counted from today or from another day: tomorrow, in two weeks, two business days after Friday."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, timedelta
from functools import partial

from bot.intents.dates.arithmetic import VAGUE, months_after
from bot.intents.dates.grammar import Rule, itself
from bot.intents.dates.lengths import SECONDS_IN_DAY, Length
from bot.intents.dates.values import Context, Reading, asked, on

LONGEST_IN_BUSINESS_DAYS = 260
"""A year; nobody counts holidays further than that."""


def _in(context: Context, *, length: Length) -> Reading:
    """In two weeks; hours and minutes are counted as they pass, whatever the clocks do meanwhile."""
    if not length.seconds:
        return _after(context, length=length, anchor=on(context.today))
    if abs(length.business) > LONGEST_IN_BUSINESS_DAYS:
        return VAGUE
    now, seconds = context.now, timedelta(seconds=length.seconds)
    then = now + seconds
    if now.tzinfo is not None:
        then = (now.astimezone(UTC) + seconds).astimezone(now.tzinfo)
    day = _moved(context, replace(length, seconds=0), then.date())
    return replace(on(day), clock=then.time().replace(second=0, microsecond=0, tzinfo=None))


def _after(context: Context, *, length: Length, anchor: Reading) -> Reading:
    """Two weeks after Friday."""
    days, rest = divmod(length.seconds, SECONDS_IN_DAY)
    whole = replace(length, days=length.days + days, seconds=0)
    if rest or abs(length.business) > LONGEST_IN_BUSINESS_DAYS:
        return VAGUE
    return anchor.moved(partial(_moved, context, whole))


def _before(context: Context, *, length: Length, anchor: Reading) -> Reading:
    """Two days before Friday."""
    return _after(context, length=length.times(-1), anchor=anchor)


def _moved(context: Context, length: Length, day: date) -> date:
    day = months_after(day, length.months) + timedelta(days=length.days)
    return context.calendar.shift(day, length.business) if length.business else day


def _then_weekday(context: Context, *, length: Length, weekday: int) -> Reading:
    """In two months, on a Tuesday: the first from then on."""
    if length.seconds:
        return VAGUE
    reading = _after(context, length=length, anchor=on(context.today))
    return reading.moved(lambda day: day + timedelta(days=(weekday - day.weekday()) % 7))


def _either(
    context: Context, *, unit: str, n: int = 0, more: int = 0, spread: tuple[int, int] | None = None
) -> Reading:
    """In two or three days: ask which."""
    n, more = spread or (n, more)
    days: Mapping[str, Length] = {"day": Length(days=1), "week": Length(days=7), "month": Length(months=1)}
    one = days.get(unit)
    if one is None or n >= more:
        return VAGUE
    return asked(*(_moved(context, one.times(each), context.today) for each in (n, more)))


def _within_the_hour(context: Context) -> Reading:
    return _in(context, length=Length(seconds=60 * 60))


def _half_a_day(context: Context) -> Reading:
    """Half a day on may be today or tomorrow: ask."""
    return asked(context.today, context.today + timedelta(days=1))


DAY = (
    Rule(
        means=_within_the_hour,
        en=("within|in the (next) hour",),
        fr=("dans|d'ici l'heure (qui vient|suit)", "dans la prochaine heure"),
    ),
    Rule(
        means=_half_a_day,
        en=("in|within (about) half a day", "in|within a half day"),
        fr=("dans|d'ici une demi-journée",),
    ),
    Rule(
        means=itself,
        en=("{anchor}", "(at|the|at the) (very) end|close of {anchor}"),
        fr=("(la|à la) fin de|du|d' {anchor}", "(la) journée|date de|du|d' {anchor}"),
    ),
    Rule(
        means=_in,
        en=(
            "in|within|over|inside (of) (the) (next|coming|following) {length} (time|' time|s time)",
            "in|within|over (under|no more than|at most|up to|about|around) {length} (time|' time|s time)",
            "in less than {length}",
            "{alone} (the) next|coming|upcoming {length}",
            "{length} from now|today",
            "{length} later|hence|away|out",
            "{alone} + {length}",
            "after {length} {edge}",
            "{length} after {edge} {no_hour}",
            "give|allow it|me|us|them|him|her (about|another) {length}",
        ),
        fr=(
            "dans|d'ici|sous|en (les|la|un délai de) {length}",
            "dans|d'ici|en (moins|environ) (de|d') {length}",
            "d'ici à {length}",
            "dans (à peu près) {length}",
            "au bout de {length}",
            "à {length} d'ici",
            "{length} plus tard",
            "{length} après {edge} {no_hour}",
            "après {length} {edge}",
            "d'ici aux|les {length}",
        ),
    ),
    Rule(
        means=_then_weekday,
        en=("(in) {length} from now|today (,) on (a) {weekday}", "in {length} (,) on (a) {weekday}"),
        fr=("dans {length} (,) un {weekday}",),
    ),
    Rule(
        means=_either,
        en=(
            "in|within {n} or|to|- {more} {unit}",
            "in|within {n} {unit} or {more}",
            "in|within|dans|d'ici|sous {spread} {unit}",
        ),
        fr=("dans|d'ici|sous {n} ou|à|- {more} {unit}", "dans|d'ici|sous {n} {unit} ou {more}"),
    ),
    Rule(
        means=_after,
        en=(
            "(in|within) (the next) {length} from|after (the) {anchor}",
            "within {length} of {anchor}",
            "{anchor} +|plus {length}",
            "{length} later than {anchor}",
        ),
        fr=(
            "(dans|d'ici) {length} après {anchor}",
            "(dans|d'ici) {length} à partir|compter de|d'|du {anchor}",
        ),
    ),
    Rule(
        means=_before,
        en=(
            "{length} before {anchor}",
            "{length} prior to {anchor}",
            "{length} ahead of {anchor}",
            "{length} earlier|sooner than {anchor}",
        ),
        fr=("{length} avant {anchor}",),
    ),
)
