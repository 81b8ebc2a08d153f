"""Ends of periods: the week, the month, the year; and periods without an end, which are asked about."""

from datetime import date

from bot.intents.dates.arithmetic import FRIDAY, VAGUE, in_week, month_end, months_after
from bot.intents.dates.grammar import Rule
from bot.intents.dates.values import Context, Question, Reading, on

MARCH, DECEMBER = 3, 12
"""The last months of the fiscal year of Canadian governments and of the calendar's."""


def _end_of_week(context: Context) -> Reading:
    """Friday; at the weekend the coming one."""
    friday = in_week(context, FRIDAY)
    return on(friday if friday >= context.today else in_week(context, FRIDAY, 1))


def _end_of_next_week(context: Context) -> Reading:
    return on(in_week(context, FRIDAY, 1))


def _end_of_month(context: Context) -> Reading:
    return on(month_end(context.today.year, context.today.month))


def _end_of_next_month(context: Context) -> Reading:
    following = months_after(context.today.replace(day=1), 1)
    return on(month_end(following.year, following.month))


def _year_end(context: Context) -> Reading:
    """Ask which year: the options are the ends of the calendar's and the fiscal one."""
    ends = [month_end(context.today.year + more, month) for more in (0, 1) for month in (MARCH, DECEMBER)]
    ahead: list[date] = [day for day in ends if day >= context.today]
    return Reading(days=tuple(ahead[:2]), question=Question.VAGUE)


def vague(_context: Context, **_said: object) -> Reading:
    """Ask, whatever was said."""
    return VAGUE


PERIOD = (
    Rule(
        means=_end_of_week,
        en=(
            "(the) eow",
            "(the) end of (the|this) (work|working|business|current) week",
            "week end of this week",
        ),
        fr=("(la|à la|en) fin de (la|cette) semaine",),
    ),
    Rule(
        means=_end_of_next_week,
        en=("(the) end of (the) next|following week",),
        fr=("(la|à la) fin de (la) semaine prochaine|suivante",),
    ),
    Rule(
        means=_end_of_month,
        en=(
            "(the) eom",
            "(the) end of (the|this) (current) month",
            "(the) month end",
            "the last day of the month",
        ),
        fr=("(la|à la|en) fin du mois", "(la|à la|en) fin de (ce) mois", "le dernier jour du mois"),
    ),
    Rule(
        means=_end_of_next_month,
        en=("(the) end of (the) next month",),
        fr=("(la|à la) fin du mois prochain",),
    ),
    Rule(
        means=_year_end,
        en=("(the) eoy", "(the) end of (the|this) (current) year", "(the) year end"),
        fr=("(la|à la|en) fin de l'année", "(la|à la|en) fin d'année", "(la|à la) fin de cette année"),
    ),
)

VAGUE_DAY = (
    Rule(
        means=vague,
        en=("asap", "as soon as possible", "(some time) soon", "shortly", "in due course", "eventually"),
        fr=(
            "bientôt",
            "dès que possible",
            "le plus tôt possible",
            "sous peu",
            "prochainement",
            "aussitôt que possible",
        ),
    ),
    Rule(
        means=vague,
        en=(
            "(some time|sometime|early|later|late) (in) this|next week|month|year",
            "(the) (early|middle|start|beginning|week) of|in this|next week|month|year",
        ),
        fr=(
            "(au|le) (début|courant|milieu) (du|de) mois prochain|suivant|courant",
            "(au|le) (début|courant|milieu) (de) la semaine|année prochaine",
            "(au|en) (début|courant|milieu) (de) cette semaine|année",
            "l'an prochain",
            "l'année prochaine",
            "ce mois (ci)",
        ),
    ),
    Rule(
        means=vague,
        en=(
            "(the) (early|late|sometime) (in) {month} {year}",
            "early|late|sometime (in) {month}",
            "(the) start|beginning|week of {month} ({year})",
            "(the) week of {dated}",
            "by|before|until|in|during|for|this|next {month} ({year}) {edge}",
        ),
        fr=(
            "(au|en) début|courant (de|d'|du mois de) {month} ({year})",
            "{month} {year}",
            "(la) semaine du {dated}",
            "d'ici|avant|pour|en|courant {month} ({year}) {edge}",
        ),
    ),
    Rule(
        means=vague,
        en=("in|within a few {unit}", "in|within several {unit}", "in|within the (next|coming) few {unit}"),
        fr=("dans|d'ici|sous quelques {unit}", "dans les prochains|prochaines {unit}"),
    ),
)
