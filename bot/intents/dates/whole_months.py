"""Whole months, quarters and years, in which days are found."""

from datetime import date
from functools import partial

from bot.intents.dates.arithmetic import months_after
from bot.intents.dates.grammar import Rule
from bot.intents.dates.stretches import MONTHS_IN_QUARTER, MONTHS_IN_YEAR, Stretch, stretch
from bot.intents.dates.values import FIRST_YEAR, LAST_YEAR, Context


def _named_month(context: Context, *, month: int, year: int | None = None) -> Stretch | None:
    """March: this year's; one that is over is the next year's."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return stretch(date(year or context.today.year, month, 1), 1, yearly=year is None)


def month_ahead(months: int, context: Context) -> Stretch:
    """Return this month, or the one that many months on."""
    return stretch(months_after(context.today.replace(day=1), months), 1)


def quarter_ahead(quarters: int, context: Context) -> Stretch:
    """Return this quarter of the fiscal year, or the one that many quarters on."""
    today = context.today.replace(day=1)
    gone = (today.month - context.fiscal_start) % MONTHS_IN_QUARTER
    return stretch(months_after(today, quarters * MONTHS_IN_QUARTER - gone), MONTHS_IN_QUARTER)


def _month_of_year(years: int, context: Context, *, month: int) -> Stretch:
    """March of next year."""
    return stretch(date(context.today.year + years, month, 1), 1)


def _whole_year(years: int, context: Context) -> Stretch:
    return stretch(date(context.today.year + years, 1, 1), MONTHS_IN_YEAR)


WHOLE_YEAR = (
    Rule(
        means=partial(_whole_year, 1),
        en=("(the) next|coming|new year",),
        fr=("(l') an|année prochain|prochaine", "(la) nouvelle|prochaine année"),
    ),
)
"""A year in which a weekday is counted; its end would be a question."""

NEXT_MONTH = (
    Rule(
        means=partial(month_ahead, 1),
        en=("(the) next|following|coming|upcoming month",),
        fr=("(le) mois prochain|suivant", "(le) prochain mois"),
    ),
)

MONTHLY = (
    Rule(
        means=partial(_month_of_year, 1),
        en=("{month} (,) (of) next year",),
        fr=("{month} (,) (de) l' an|année prochain|prochaine",),
    ),
    Rule(
        means=_named_month, en=("(the month of) {month} (,) ({year})",), fr=("mois de|d' {month} ({year})",)
    ),
    Rule(
        means=partial(month_ahead, 0),
        en=("(the|this|that) (current|same) month",),
        fr=("(le|ce) mois (ci)", "(le) mois courant", "(le) mois en cours"),
    ),
    *NEXT_MONTH,
    Rule(means=partial(month_ahead, 2), en=("the month after next",)),
)
"""Months. In French the article is left out, since it is said with the word before: fin du mois."""

THESE_QUARTERS = (
    Rule(
        means=partial(quarter_ahead, 0),
        en=("(the|this) (current) (fiscal) quarter",),
        fr=("(le|ce) trimestre (ci)", "(le) trimestre en cours", "(le) trimestre courant"),
    ),
    Rule(
        means=partial(quarter_ahead, 1),
        en=("(the) next|following|coming|upcoming (fiscal) quarter",),
        fr=("(le) trimestre prochain|suivant", "(le) prochain trimestre"),
    ),
)
