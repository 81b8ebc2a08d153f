"""Calendar dates: 2026-03-11, 11/03, 11 March, March 11th, le 11, the first Friday of March."""

from dataclasses import replace
from datetime import date, time
from functools import partial

from bot.intents.dates.arithmetic import (
    IMPOSSIBLE,
    coming,
    coming_day_of_month,
    in_year,
    month_end,
    months_after,
    nth_weekday,
    soonest,
)
from bot.intents.dates.grammar import Rule
from bot.intents.dates.values import FIRST_YEAR, LAST_YEAR, Context, Question, Reading, on

CENTURY = 2000
MIDDLE = 15
LAST_HOUR, LAST_MINUTE = 23, 59


def _stamp(context: Context, *, stamp: tuple[int, ...]) -> Reading:
    """2026-03-11 and 2026-03-11T15:00, taken as written (ISO 8601)."""
    year, month, day, *clock = stamp
    reading = in_year(context, year, month, day)
    if not clock:
        return reading
    hour, minute = clock[:2]
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        return IMPOSSIBLE
    return Reading(days=reading.days, question=reading.question, clock=time(hour, minute))


def _triple(context: Context, *, triple: tuple[int, ...]) -> Reading:
    """11/03/2026, 11/03/26 or 2026/03/11."""
    if triple[0] >= FIRST_YEAR:
        return in_year(context, *triple)
    first, second, year = triple
    full_year = year if year >= FIRST_YEAR else CENTURY + year
    return _either(
        context, in_year(context, full_year, second, first), in_year(context, full_year, first, second)
    )


def _pair(context: Context, *, pair: tuple[int, ...]) -> Reading:
    """11/03, in whichever order can be; of two that can, one that is just past means next year's."""
    first, second = pair
    readings = [coming(context, second, first), coming(context, first, second)]
    if readings[0] != readings[1] and all(each.days for each in readings):
        readings = [replace(each, question=None) for each in readings]
    return _either(context, *readings)


def _either(context: Context, day_first: Reading, month_first: Reading) -> Reading:
    """Choose between the two orders: the one that is possible, or a question if both are."""
    possible = [each for each in (day_first, month_first) if each.question is not Question.IMPOSSIBLE]
    if not possible:
        return IMPOSSIBLE
    if len(possible) == 1 or day_first == month_first:
        return possible[0]
    in_order = possible if context.lang == "fr" else possible[::-1]
    ahead = [day for each in in_order if each.question is None for day in each.days]
    if not ahead:
        return Reading(days=tuple(day for each in in_order for day in each.days), question=Question.PAST)
    return Reading(days=tuple(ahead), question=Question.AMBIGUOUS)


def _day_month(context: Context, *, month: int, dom: int, year: int | None = None) -> Reading:
    """11 March, March the 11th, with or without its year."""
    return coming(context, month, dom) if year is None else in_year(context, year, month, dom)


def _day(context: Context, *, numeral: int = 0, nth: int = 0, ordinal: int = 0) -> Reading:
    """The 15th: this month's or the next."""
    return coming_day_of_month(context, numeral or nth or ordinal)


def _day_this_month(context: Context, *, dom: int) -> Reading:
    return in_year(context, context.today.year, context.today.month, dom)


def _day_next_month(context: Context, *, dom: int) -> Reading:
    month = months_after(context.today.replace(day=1), 1)
    return in_year(context, month.year, month.month, dom)


def _nth_weekday(
    context: Context, *, weekday: int, month: int, ordinal: int = -1, year: int | None = None
) -> Reading:
    """The first Friday of March; without ordinal the last one."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return IMPOSSIBLE
    years = (context.today.year, context.today.year + 1) if year is None else (year,)
    days = [nth_weekday(date(each, month, 1), weekday, ordinal) for each in years]
    ahead = [day for day in days if day is not None and day >= context.today]
    return on(ahead[0]) if ahead else Reading(question=Question.PAST if any(days) else Question.IMPOSSIBLE)


def _nth_weekday_of(months: int, context: Context, *, weekday: int, ordinal: int = -1) -> Reading:
    """The first Friday of this month, or of the one that many months on."""
    day = nth_weekday(months_after(context.today.replace(day=1), months), weekday, ordinal)
    return IMPOSSIBLE if day is None else in_year(context, day.year, day.month, day.day)


def _last_day(context: Context, *, month: int, year: int | None = None) -> Reading:
    """End of March; without a year the coming one."""
    if year is not None:
        return in_year(context, year, month, month_end(year, month).day)
    return soonest(context, [month_end(context.today.year + more, month) for more in (-1, 0, 1)])


def _middle(context: Context, *, month: int, year: int | None = None) -> Reading:
    """Mid-April is the 15th."""
    return _day_month(context, month=month, dom=MIDDLE, year=year)


DATED = (
    Rule(means=_stamp, en=("{stamp}",)),
    Rule(means=_triple, en=("(the) {triple}",), fr=("le {triple}",)),
    Rule(means=_pair, en=("(the) {pair} {edge}",), fr=("le {pair} {edge}",)),
    Rule(
        means=_day_month,
        en=(
            "(the) {dom} (day) (of) {month} (,) ({year})",
            "{month} (,) (the) {dom} (,) {year}",
            "{month} (the) {dom} {edge}",
            "{introduced} {month} (the) {dom}",
            "{year} {month} {dom}",
        ),
        fr=("(le) {dom} (jour) (de|d'|du mois de) {month} ({year})",),
    ),
    Rule(
        means=_day,
        en=("the {nth} {edge}", "{introduced} the {ordinal} {edge}", "{introduced} {nth} {edge}"),
        fr=("le {numeral} {edge}", "{introduced} le {ordinal}"),
    ),
    Rule(means=_day_this_month, en=("(the) {dom} (day) of this month",), fr=("le {dom} de ce mois (ci)",)),
    Rule(means=_day_next_month, en=("(the) {dom} (day) of next month",), fr=("le {dom} du mois prochain",)),
    Rule(
        means=_nth_weekday,
        en=("(the) {ordinal}|last {weekday} of|in {month} ({year})",),
        fr=("(le) {ordinal}|dernier {weekday} de|d' {month} ({year})",),
    ),
    Rule(
        means=partial(_nth_weekday_of, 0),
        en=("(the) {ordinal}|last {weekday} of|in the|this month",),
        fr=("(le) {ordinal}|dernier {weekday} du mois", "(le) {ordinal}|dernier {weekday} de ce mois"),
    ),
    Rule(
        means=partial(_nth_weekday_of, 1),
        en=("(the) {ordinal}|last {weekday} of|in next month",),
        fr=("(le) {ordinal}|dernier {weekday} du mois prochain",),
    ),
    Rule(
        means=_last_day,
        en=("(the) end of {month} ({year})", "(the) last day of {month} ({year})"),
        fr=(
            "(la|à la|en) fin (de|d'|du mois de) {month} ({year})",
            "(le) dernier jour de|d' {month} ({year})",
        ),
    ),
    Rule(means=_middle, en=("mid {month} ({year})",), fr=("(la|à la) mi {month} ({year})",)),
)
