"""Days that others are counted from: today, tomorrow, the next business day, and every date."""

from datetime import timedelta
from functools import partial

from bot.intents.dates.arithmetic import FRIDAY, in_week
from bot.intents.dates.grammar import Rule, itself
from bot.intents.dates.values import Context, Reading, asked, on

SATURDAY = 5


def _ahead(days: int, context: Context) -> Reading:
    return on(context.today + timedelta(days=days))


def _next_business_day(context: Context) -> Reading:
    return on(context.calendar.shift(context.today, 1))


def _before_weekend(context: Context) -> Reading:
    return on(in_week(context, FRIDAY, context.today.weekday() > FRIDAY))


def weekend(weeks: int, context: Context) -> Reading:
    """The weekend: ask which of its days, or the Friday before."""
    saturday = in_week(context, SATURDAY, weeks)
    return asked(*(saturday + timedelta(days=days) for days in (-1, 0, 1)))


NEAR = (
    Rule(
        means=partial(_ahead, 0),
        en=("today", "this very day", "(the) same day", "this day"),
        fr=("aujourd'hui|aujourdhui|ajd|auj (même)", "ce jour (même)", "le jour même"),
    ),
    Rule(
        means=partial(_ahead, 1),
        en=(
            "tomorrow|tmrw|tmr|tomorow|tommorow|tommorrow|tomorro",
            "2 moro|morrow",
            "the following|next day {edge}",
            "(the) day after {edge}",
            "tomorrows {edge}",
            "first thing in the morning {edge}",
        ),
        fr=(
            "demain",
            "(le) lendemain {edge}",
            "(le) jour suivant|d'après",
            "le jour qui suit",
            "(le) jour d'après",
        ),
    ),
    Rule(
        means=partial(_ahead, 2),
        en=("(the) day after tomorrow", "overmorrow"),
        fr=("(le|d') après-demain", "(le) surlendemain {edge}"),
    ),
)

ANCHOR = (
    Rule(means=itself, en=("{dated}", "{in_month}", "{fiscal_day}")),
    Rule(means=itself, en=("{near}",)),
    Rule(
        means=partial(_ahead, -1),
        en=("yesterday",),
        fr=("hier",),
    ),
    Rule(means=partial(_ahead, -2), en=("(the) day before yesterday",), fr=("avant-hier",)),
    Rule(
        means=_next_business_day,
        en=("(the) next|following business|working|work day", "(the) next weekday"),
        fr=(
            "(le) prochain jour ouvrable|ouvré",
            "(le) jour ouvrable|ouvré suivant|prochain",
            "(le) premier jour ouvrable|ouvré",
        ),
    ),
    Rule(
        means=_before_weekend,
        en=("{beforehand} (the|this) (coming) weekend",),
        fr=("{beforehand} le|ce week-end|weekend",),
    ),
    Rule(
        means=partial(weekend, 0),
        en=("(the|this) (coming) weekend",),
        fr=("(ce|le) week-end|weekend",),
    ),
    Rule(means=partial(weekend, 1), en=("next weekend",), fr=("(le) week-end prochain",)),
)
