"""Stretches of days that are no day - next week, in January, this fall, Q1 2027 - asked about with days of theirs."""

from datetime import date, timedelta
from functools import partial

from bot.intents.dates.arithmetic import FRIDAY, VAGUE, in_week
from bot.intents.dates.fiscal import end_of_quarter_in
from bot.intents.dates.grammar import Rule
from bot.intents.dates.stretches import Stretch
from bot.intents.dates.values import FIRST_YEAR, LAST_YEAR, Context, Reading, asked

ONE_DAY = timedelta(days=1)
EARLY, LATE = 10, 21
"""The last day of "early December", the first of "late December"."""

BEFORE_HOLIDAYS = (12, 23)
SEASONS = {
    word: number
    for number, words in enumerate(("spring printemps", "summer ete", "fall autumn automne", "winter hiver"))
    for word in words.split()
}
STARTS = ((3, 20), (6, 21), (9, 22), (12, 21))
"""When the seasons start, within a day."""


def offered(context: Context, first: date, last: date) -> Reading:
    """Ask, with the first and the last business day from `first` to `last`; none that is past."""
    first = max(first, context.today)
    if last < first:
        return VAGUE
    days = context.calendar.shift(first - ONE_DAY, 1), context.calendar.on_or_before(last)
    return asked(*dict.fromkeys(day for day in days if first <= day <= last))


def _ahead(context: Context, within: Stretch) -> Stretch:
    return within.next_year() if within.yearly and within.last < context.today else within


def _in(
    context: Context,
    *,
    monthly: Stretch | None = None,
    these_quarters: Stretch | None = None,
    fiscal_year: Stretch | None = None,
    next_month: Stretch | None = None,
    **_lead: object,
) -> Reading:
    """In January: its first and last business day."""
    within = monthly or next_month or these_quarters or fiscal_year
    if within is None:
        return VAGUE
    within = _ahead(context, within)
    return offered(context, within.first, within.last)


def _before(context: Context, *, monthly: Stretch | None, **_lead: object) -> Reading:
    """Before January: the last business day that is."""
    if monthly is None:
        return VAGUE
    day = context.calendar.on_or_before(_ahead(context, monthly).first - ONE_DAY)
    return asked(*(each for each in (day,) if each >= context.today))


def _part(first: int, last: int, context: Context, *, monthly: Stretch | None, **_lead: object) -> Reading:
    """Early in January, late in January."""
    if monthly is None:
        return VAGUE
    within = _ahead(context, monthly)
    start = within.first.replace(day=first)
    return offered(context, start, min(within.last, start + timedelta(days=last - first)))


def _week(weeks: int, context: Context, **_lead: object) -> Reading:
    """Next week: its first business day and its Friday."""
    return offered(context, in_week(context, 0, weeks), in_week(context, FRIDAY, weeks))


def _season_from(context: Context, season: int, later: int) -> tuple[date, date]:
    """Return the season that is now or comes next; `later` leaves out the one that is now."""
    month, day = STARTS[season]
    for year in range(context.today.year - 1, context.today.year + 3):
        end_month, end_day = STARTS[(season + 1) % len(STARTS)]
        first = date(year, month, day)
        last = date(year + (end_month < month), end_month, end_day) - ONE_DAY
        if last >= context.today and not (later and first <= context.today):
            return first, last
    return context.today, context.today


def _season(later: int, context: Context, *, season: int, **_lead: object) -> Reading:
    return offered(context, *_season_from(context, season, later))


def _by_season(context: Context, *, season: int, **_lead: object) -> Reading:
    """By spring: its first day may be meant, or its last."""
    return _season(1, context, season=season)


def _new_year(context: Context, **_lead: object) -> Reading:
    year = context.today.year + 1
    return offered(context, date(year, 1, 1), date(year, 1, 31)) if year <= LAST_YEAR else VAGUE


def _before_holidays(context: Context, **_lead: object) -> Reading:
    """The last business day before Christmas Eve, or the Friday of the week before."""
    last = next(
        day
        for year in (context.today.year, context.today.year + 1)
        if (day := date(year, *BEFORE_HOLIDAYS)) >= context.today
    )
    friday = last - timedelta(days=(last.weekday() - FRIDAY) % 7)
    days = sorted({friday, context.calendar.on_or_before(last)})
    return asked(*(day for day in days if day >= context.today))


def _quarter_in(context: Context, *, quarter: int, year: int, **_lead: object) -> Reading:
    """Q1 2027: ask whether its last day is meant, of the fiscal year that the number may name."""
    if not FIRST_YEAR <= year < LAST_YEAR:
        return VAGUE
    return asked(*end_of_quarter_in(context, quarter=quarter, year=year).days)


SPANS = (
    Rule(
        means=_before,
        en=("before {monthly} {edge}", "prior to {monthly} {edge}"),
        fr=("avant {monthly} {edge}", "avant le {monthly} {edge}"),
    ),
    Rule(
        means=_in,
        en=(
            "{alone} {monthly} {finish}",
            "in|by|until|during|for|within|throughout {monthly} {edge}",
            "{next_month} {edge}",
            "(by) some time|sometime (in|during) {monthly} {edge}",
            "{alone} {fiscal_year} {finish}",
            "in|during {fiscal_year} {edge}",
            "in|by|during {these_quarters} {edge}",
            "{alone} {these_quarters} {finish}",
        ),
        fr=(
            "en|pour|d'ici|dès|courant {monthly} {edge}",
            "d'ici le|au {monthly} {edge}",
            "au cours du|de|d' {monthly} {edge}",
            "{lead} {next_month} {edge}",
            "pendant|durant {fiscal_year} {edge}",
        ),
    ),
    Rule(
        means=partial(_part, 1, EARLY),
        en=("({lead}) (the) early (in) {monthly}", "(the) early part of {monthly}"),
    ),
    Rule(means=partial(_part, LATE, 31), en=("({lead}) (the) late|later (in) {monthly}",)),
    Rule(
        means=partial(_week, 1),
        en=("({lead}) (in|during) (the) next|following|coming week {edge}", "next week"),
        fr=("({lead}) (au cours de|dans) (la) semaine prochaine|suivante",),
    ),
    Rule(means=partial(_week, 2), en=("({lead}) (in|during) next next week",)),
    Rule(
        means=partial(_season, 1),
        en=("({lead}) (in|the) next|coming {season}",),
        fr=("({lead}) (le|l'|au|à l') {season} prochain", "({lead}) (au) prochain {season}"),
    ),
    Rule(
        means=partial(_season, 0),
        en=("({lead}) (sometime|in|early|late) (in) this {season}", "({lead}) in (the) {season}"),
        fr=("({lead}) cet|ce {season}", "en|au {season} {edge}", "({lead}) à l' {season}"),
    ),
    Rule(
        means=_by_season,
        en=("by|before|until (the) {season} {edge}",),
        fr=("d'ici|avant|pour|dès (le|l'|au|à l') {season} {edge}",),
    ),
    Rule(
        means=_new_year,
        en=("({lead}) (early) in the new year", "(early) in the new year"),
        fr=("({lead}) (au) début de la nouvelle année", "après les fêtes"),
    ),
    Rule(
        means=_before_holidays,
        en=(
            "before|by the (winter|christmas) holidays|holiday {edge}",
            "before the (winter|christmas) break",
        ),
        fr=(
            "avant|d'ici les (congés des) fêtes",
            "avant le (congé|temps) (des) fêtes",
            "d'ici aux fêtes",
        ),
    ),
    Rule(
        means=_quarter_in,
        en=("({lead}) {quarter} (,|of|in) {year} {edge}", "({lead}) (in) {year} {quarter} {edge}"),
        fr=("({lead}) {quarter} (de) {year} {edge}",),
    ),
)
