"""Fiscal years and their quarters: Q2, le deuxième trimestre, 2026-27, fin de l'exercice.

The fiscal year starts in the month `Context.fiscal_start`, in Canadian governments April; 2026-27 is the one
that starts in 2026, and Q4 of it ends in March 2027.
"""

from datetime import date
from functools import partial

from bot.intents.dates.arithmetic import IMPOSSIBLE, month_end, months_after
from bot.intents.dates.grammar import Rule
from bot.intents.dates.numbers import CENTURY
from bot.intents.dates.stretches import MONTHS_IN_QUARTER, MONTHS_IN_YEAR, Stretch, found_in, stretch
from bot.intents.dates.values import FIRST_YEAR, LAST_YEAR, Context, Reading, asked, on

QUARTERS = 4
TWO_DIGITS = 100


def _fiscal_year(years: int, context: Context) -> Stretch:
    """Return the fiscal year of today, or a later one."""
    gone = context.today.month < context.fiscal_start
    return stretch(date(context.today.year + years - gone, context.fiscal_start, 1), MONTHS_IN_YEAR)


def _named(context: Context, *, years: tuple[int, int]) -> Stretch | None:
    """2026-27, 2026-2027, 26-27."""
    start, end = years
    start = CENTURY + start if start < TWO_DIGITS else start
    if (start + 1) % TWO_DIGITS != end % TWO_DIGITS or not FIRST_YEAR <= start <= LAST_YEAR:
        return None
    return stretch(date(start, context.fiscal_start, 1), MONTHS_IN_YEAR)


def _calendar_year(context: Context, *, year: int | None = None) -> Stretch | None:
    year = year or context.today.year
    return stretch(date(year, 1, 1), MONTHS_IN_YEAR) if FIRST_YEAR <= year <= LAST_YEAR else None


def _quarter_number(_: Context, *, part_of_year: int = 0, ordinal: int = 0) -> int:
    return part_of_year or ordinal


def _quarter(context: Context, *, quarter: int, fiscal_year: Stretch | None = None) -> Stretch | None:
    """Q2 of a fiscal year, or the one that comes next."""
    if not 1 <= quarter <= QUARTERS:
        return None
    year = fiscal_year or _fiscal_year(0, context)
    first = months_after(year.first, (quarter - 1) * MONTHS_IN_QUARTER)
    return stretch(first, MONTHS_IN_QUARTER, yearly=fiscal_year is None)


def end_of_quarter_in(context: Context, *, quarter: int, year: int) -> Reading:
    """The end of Q2 2026; Q4 2026 may end in March 2026 or in March 2027."""
    if not FIRST_YEAR <= year < LAST_YEAR:
        return IMPOSSIBLE
    starts = [date(each, context.fiscal_start, 1) for each in (year - 1, year)]
    found = [_quarter(context, quarter=quarter, fiscal_year=stretch(each, MONTHS_IN_YEAR)) for each in starts]
    previous, same = [IMPOSSIBLE if each is None else on(each.last) for each in found]
    if same.days and same.days[0].year == year:
        return same
    return asked(*previous.days, *same.days)


def _end_of_fiscal_in(context: Context, *, year: int) -> Reading:
    """FY 2027 is 2026-27 for some and 2027-28 for others."""
    if not FIRST_YEAR <= year < LAST_YEAR:
        return IMPOSSIBLE
    ends = [
        months_after(date(each, context.fiscal_start, 1), MONTHS_IN_YEAR - 1) for each in (year - 1, year)
    ]
    return asked(*(month_end(each.year, each.month) for each in ends))


def _end_of_named(context: Context, *, years: tuple[int, int]) -> Reading:
    """Year-end 2027-28 is the fiscal one: a calendar year has one number."""
    return found_in(context, lambda within: within.last, _named(context, years=years))


def _by(context: Context, *, quarterly: Stretch | None) -> Reading:
    """By Q2: its last day; perhaps its first."""
    last = found_in(context, lambda within: within.last, quarterly)
    if quarterly is None or last.question is not None:
        return last
    return on(last.days[0], months_after(last.days[0].replace(day=1), 1 - MONTHS_IN_QUARTER))


def _by_year(_: Context, *, fiscal_year: Stretch | None) -> Reading:
    """By 2026-27: ask whether its first day or its last."""
    return IMPOSSIBLE if fiscal_year is None else asked(fiscal_year.first, fiscal_year.last)


def _in(context: Context, *, quarterly: Stretch | None) -> Reading:
    """In Q2 is not a day; its last one is offered."""
    reading = _by(context, quarterly=quarterly)
    return asked(*reading.days)


FISCAL_YEAR = (
    Rule(
        means=partial(_fiscal_year, 0),
        en=(
            "(the|this|our) (current) fiscal|financial (year)",
            "(the|this|our) (current) fy",
        ),
        fr=(
            "(l'|cet) exercice (financier|budgétaire) (en cours|courant)",
            "(l'|la|cette) année financière|budgétaire|fiscale (en cours|courante)",
        ),
    ),
    Rule(
        means=partial(_fiscal_year, 1),
        en=("(the) next|coming|upcoming|new|following fiscal|financial|fy (year)",),
        fr=(
            "(le) prochain|nouvel exercice (financier|budgétaire)",
            "(l') exercice (financier|budgétaire) prochain|suivant",
            "(la) prochaine|nouvelle année financière|budgétaire|fiscale",
            "(l') année financière|budgétaire|fiscale prochaine|suivante",
        ),
    ),
    Rule(
        means=_named,
        en=("(the|of) (fiscal|financial|fy) (year) {years}", "{years} (fiscal|financial) (year)"),
        fr=(
            "(l') exercice (financier|budgétaire) {years}",
            "(l') année financière|budgétaire|fiscale {years}",
        ),
    ),
)

QUARTER = (
    Rule(
        means=_quarter_number,
        en=("(the) q|quarter {part_of_year}", "(the) {ordinal} (fiscal) quarter"),
        fr=("(le|du) t {part_of_year}", "(le|du) {ordinal} trimestre (financier)"),
    ),
)

QUARTERLY = (
    Rule(
        means=_quarter,
        en=("{quarter} (,|of|in|of the) ({fiscal_year})", "{fiscal_year} (,|s) {quarter}"),
        fr=("{quarter} (de|du|d'|de l'|de la) {fiscal_year}",),
    ),
)

CALENDAR_YEAR = (
    Rule(
        means=_calendar_year,
        en=("(the) (calendar) (year) {year}", "(the|this) calendar year"),
        fr=("(l') année {year}", "(l') année civile ({year})"),
    ),
)

FISCAL_DAY = (
    Rule(
        means=end_of_quarter_in,
        en=("(the) end of {quarter} (,|of|in) (calendar) {year}",),
        fr=("(la|à la) fin (de|du) {quarter} (de) {year}",),
    ),
    Rule(
        means=_end_of_fiscal_in,
        en=("(the) end of (the) fiscal|fy|financial (year) {year}", "(the) fiscal year end {year}"),
        fr=(
            "(la|à la) fin de (l') exercice (financier) {year}",
            "(la|à la) fin de l'année financière {year}",
        ),
    ),
    Rule(
        means=_end_of_named,
        en=("(the) (fiscal|financial|fy) year (s) end (of|for|,) {years}", "(the) end of (the) year {years}"),
        fr=("(la|à la|en) fin (d') (de l') année {years}",),
    ),
    Rule(
        means=_by,
        en=("{limited} {quarterly} {edge}", "{alone} {quarterly} {finish}"),
    ),
    Rule(means=_by_year, en=("{limited} {fiscal_year} {edge}",)),
    Rule(
        means=_in,
        en=("in|during|within|throughout {quarterly} {edge}",),
        fr=("au|en|pendant|durant {quarterly} {edge}",),
    ),
)
