"""Calendar dates: 2026-03-11, 11/03, 11 March, March 11th, le 11, the 11th of next month."""

from dataclasses import replace
from datetime import time
from functools import partial

from bot.intents.dates.arithmetic import (
    IMPOSSIBLE,
    coming,
    coming_day_of_month,
    days_of_year,
    in_year,
    months_after,
)
from bot.intents.dates.grammar import Rule
from bot.intents.dates.numbers import CENTURY
from bot.intents.dates.values import FIRST_YEAR, Context, Question, Reading, asked, on

IDES = 15
FEBRUARY, LEAP_DAY = 2, 29
LONG_IDES = frozenset({3, 5, 7, 10})
LAST_HOUR, LAST_MINUTE = 23, 59
LATER_BY_A_SHORT_YEAR = 20


def _stamp(context: Context, *, stamp: tuple[int, ...]) -> Reading:
    """2026-03-11 and 2026-03-11T15:00, taken as written (ISO 8601)."""
    year, month, day, *clock = stamp
    reading = in_year(context, year, month, day)
    if not clock:
        return reading
    hour, minute = clock[:2]
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        return IMPOSSIBLE
    return replace(reading, clock=time(hour, minute))


def _triple(context: Context, **triple: tuple[int, ...]) -> Reading:
    """11/03/2026, 11/03/26 or 2026/03/11."""
    (numbers,) = triple.values()
    if numbers[0] >= FIRST_YEAR:
        return in_year(context, *numbers)
    first, second, year = numbers
    full_year = year if year >= FIRST_YEAR else CENTURY + year
    return _either(
        context, in_year(context, full_year, second, first), in_year(context, full_year, first, second)
    )


def _pair(context: Context, **pair: tuple[int, ...]) -> Reading:
    """11/03, in whichever order can be; of two that can, one that is just past means next year's."""
    (numbers,) = pair.values()
    return _in_either_order(context, *numbers)


def _spaced(
    context: Context,
    *,
    digits: int,
    other_digits: int,
    year: int | None = None,
    short_year: int | None = None,
) -> Reading:
    """Le 11 03, le 11 03 2026."""
    full_year = year or short_year
    if full_year is None:
        return _in_either_order(context, digits, other_digits)
    return _triple(context, triple=(digits, other_digits, full_year))


def _in_either_order(context: Context, first: int, second: int) -> Reading:
    readings = [coming(context, second, first), coming(context, first, second)]
    if readings[0] != readings[1] and all(each.days for each in readings):
        readings = [replace(each, question=None) for each in readings]
    return _either(context, *readings)


def _either(context: Context, day_first: Reading, month_first: Reading) -> Reading:
    """Choose between the two orders: the one that is possible and not past, or a question if both are."""
    possible = [each for each in (day_first, month_first) if each.question is not Question.IMPOSSIBLE]
    if not possible:
        return IMPOSSIBLE
    if len(possible) == 1 or day_first == month_first:
        return possible[0]
    in_order = possible if context.lang == "fr" else possible[::-1]
    ahead = [day for each in in_order if each.question is None for day in each.days]
    if not ahead:
        return Reading(days=tuple(day for each in in_order for day in each.days), question=Question.PAST)
    return Reading(days=tuple(ahead), question=Question.AMBIGUOUS if len(ahead) > 1 else None)


def _day_month(
    context: Context, *, month: int, dom: int = 0, nth: int = 0, year: int | None = None
) -> Reading:
    """11 March, March the 11th, with or without its year."""
    day = dom or nth
    return coming(context, month, day) if year is None else in_year(context, year, month, day)


def _day_month_short(context: Context, *, month: int, dom: int, short_year: int) -> Reading:
    """11 March 27, when that is a year soon."""
    if context.today.year <= short_year <= context.today.year + LATER_BY_A_SHORT_YEAR:
        return in_year(context, short_year, month, dom)
    return IMPOSSIBLE


def _day_month_in(years: int, context: Context, *, month: int, dom: int) -> Reading:
    """11 March of next year."""
    return in_year(context, context.today.year + years, month, dom)


def _leap_date(context: Context) -> Reading:
    """By 29 February, in a year that has none: ask, with the day before and that of the next leap year."""
    reading = coming(context, FEBRUARY, LEAP_DAY)
    day_before = coming(context, FEBRUARY, LEAP_DAY - 1)
    if reading.question or day_before.question or reading.days[0].year == day_before.days[0].year:
        return reading
    return asked(*day_before.days, *reading.days)


def _leap_day(context: Context) -> Reading:
    return on(next(days_of_year(context.today.year, FEBRUARY, LEAP_DAY)))


def _ides(context: Context, *, month: int, year: int | None = None) -> Reading:
    """The ides of March are the 15th; those of most months the 13th."""
    return _day_month(context, month=month, dom=IDES if month in LONG_IDES else IDES - 2, year=year)


def _day(context: Context, **said: int) -> Reading:
    """The 15th: this month's or the next; said on that day, perhaps the next month's."""
    (dom,) = said.values()
    reading = coming_day_of_month(context, dom)
    if reading.days != (context.today,):
        return reading
    return replace(reading, others=(months_after(context.today, 1),))


def _day_in_months(months: int, context: Context, *, dom: int) -> Reading:
    """The 15th of this month, or of the one that many months on."""
    month = months_after(context.today.replace(day=1), months)
    return in_year(context, month.year, month.month, dom)


DATED = (
    Rule(means=_stamp, en=("{stamp}",)),
    Rule(
        means=_triple,
        en=("(the) {triple}", "{introduced} (the) {brief}", "{alone} {brief}", "{dashed}"),
        fr=("le {triple}",),
    ),
    Rule(
        means=_pair,
        en=("(the) {pair} {edge}", "{on_date} {dotted} {edge}", "next {pair} {edge}"),
        fr=("le {pair} {edge}",),
    ),
    Rule(
        means=_spaced,
        fr=("le {digits} {other_digits} {edge}", "le {digits} {other_digits} {year}|{short_year} {edge}"),
    ),
    Rule(means=_leap_date, en=("{limited} (the) {leap_date}",), fr=("{limited} le {leap_date}",)),
    Rule(
        means=_day_month,
        en=(
            "(the) {dom} (day) (of|in) (the month of) {month} (,) ({year})",
            "(the) {dom} . {month} (.) ({year})",
            "{month} (,|.) (the) {dom} (,) {year}",
            "{month} (,|.) (the) {dom} {edge}",
            "{introduced} {month} (the) {dom}",
            "{month} {nth}",
            "(this|next|this coming|coming) {month} (the) {dom} {edge}",
            "{year} (,) {month} (the) {dom}",
            "{year} {dom} {month}",
            "{dom} {year} {month}",
        ),
        fr=(
            "(le) {dom} (jour) (de|d'|du mois de) {month} (,) ({year})",
            "(le) {dom} {month} prochain",
            "le {month} {dom} {edge}",
        ),
    ),
    Rule(
        means=_day_month_short,
        en=(
            "(the) {dom} (of) {month} (') {short_year} {edge}",
            "{month} (the) {dom} , (') {short_year} {edge}",
        ),
        fr=("le {dom} {month} (') {short_year} {edge}",),
    ),
    Rule(
        means=partial(_day_month_in, 0),
        en=("(the) {dom} (of) {month} (of) this year", "{month} (the) {dom} (of) this year"),
        fr=("(le) {dom} {month} (de) cette année",),
    ),
    Rule(
        means=partial(_day_month_in, 1),
        en=("(the) {dom} (of) {month} (,) (of) next year", "{month} (the) {dom} (,) (of) next year"),
        fr=("(le) {dom} {month} (de) l' an|année prochain|prochaine",),
    ),
    Rule(means=_leap_day, en=("leap day",), fr=("(le) jour bissextile",)),
    Rule(means=_ides, en=("(the) ides of {month} ({year})",), fr=("(les) ides de {month} ({year})",)),
    Rule(
        means=_day,
        en=(
            "the {nth} {edge}",
            "{alone} {nth} {edge}",
            "{alone} the {ordinal} {finish}",
            "{introduced} the {ordinal}|{numeral} {edge}",
            "{introduced} {nth} {edge}",
            "{on_date} {numeral} {close}",
            "(the) {dom} (day) of|in the month",
        ),
        fr=("le {numeral} {edge}", "{introduced} le {ordinal}", "(le) {dom} (jour) du mois"),
    ),
    Rule(
        means=partial(_day_in_months, 0),
        en=(
            "(the) {dom} (day) of|in this (current) month",
            "(the) {dom} (day) of|in the current month",
            "(the) {dom} (of) inst",
        ),
        fr=(
            "(le) {dom} (jour) de ce mois (ci)",
            "(le) {dom} (jour) du mois en|courant (cours)",
            "le {dom} courant",
        ),
    ),
    Rule(
        means=partial(_day_in_months, 1),
        en=(
            "(the) {dom} (day) (of|in) (the) next|following|coming month",
            "next month (,) (on) the {dom}",
        ),
        fr=(
            "(le) {dom} (jour) du|de mois prochain|suivant",
            "(le) {dom} (jour) du prochain mois",
            "le mois prochain (,) le {dom}",
        ),
    ),
)

OF_DAY = (Rule(means=_day, fr=("du {numeral} {edge}",)),)
"""Behind what belongs to the day: le matin du 20, la veille du 20."""

ON_DATE = (Rule(means=None, en=("on",), fr=("le",)),)
