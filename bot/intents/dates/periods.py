"""Ends of weeks and of the year; and what is no day at all (soon, in March), which is asked about."""

from datetime import timedelta
from functools import partial

from bot.intents.dates.anchors import weekend
from bot.intents.dates.arithmetic import (
    FRIDAY,
    LONGEST_MONTH,
    VAGUE,
    coming,
    in_week,
    in_year,
    month_end,
    months_after,
)
from bot.intents.dates.grammar import Rule
from bot.intents.dates.values import Context, Reading, asked, on

DECEMBER = 12


def _end_of_week(context: Context) -> Reading:
    """Friday; at the weekend the coming one."""
    friday = in_week(context, FRIDAY)
    return on(friday if friday >= context.today else in_week(context, FRIDAY, 1))


def _fin_de_semaine(context: Context) -> Reading:
    """Friday; in Canada it may be the weekend."""
    (friday,) = _end_of_week(context).days
    return on(friday, friday + timedelta(days=2))


def _end_of_a_week(weeks: int, context: Context) -> Reading:
    return on(in_week(context, FRIDAY, weeks))


def _year_end(years: int, context: Context) -> Reading:
    """Ask which year: the options are the ends of the calendar's and the fiscal one, the nearer first."""
    fiscal = months_after(context.today.replace(day=1), (context.fiscal_start - 1 - context.today.month) % 12)
    ends = {month_end(context.today.year, DECEMBER), month_end(fiscal.year, fiscal.month)}
    return asked(*(month_end(day.year + years, day.month) for day in sorted(ends)))


def _days_in_month(
    context: Context,
    *,
    month: int,
    dom: int = 0,
    dom_to: int = 0,
    year: int | None = None,
    lead: object = None,
    spread: tuple[int, int] | None = None,
) -> Reading:
    """October 12 to 16: ask which end is the due."""
    first, last = spread or (dom, dom_to)
    del lead
    days = [each for each in (first, last) if 1 <= each <= LONGEST_MONTH]
    ends = [
        coming(context, month, each) if year is None else in_year(context, year, month, each) for each in days
    ]
    return asked(*(day for each in ends for day in each.days))


def vague(_context: Context, **_said: object) -> Reading:
    """Ask, whatever was said."""
    return VAGUE


def _in_next_week(days: tuple[int, ...], context: Context) -> Reading:
    """Early next week: ask whether Monday."""
    return asked(*(in_week(context, day, 1) for day in days))


_PART_OF_NEXT_WEEK = (
    Rule(
        means=partial(_in_next_week, (0, 1)),
        en=("early (in) next week", "(at) (the) start|beginning of next week"),
        fr=("(au|le|en) (tout) début (de|de la) semaine prochaine", "tôt la semaine prochaine"),
    ),
    Rule(
        means=partial(_in_next_week, (2,)),
        en=("(in) (the) mid|middle|midweek (of) next week",),
        fr=("(au|le|en|vers le) milieu (de|de la) semaine prochaine",),
    ),
    Rule(means=partial(_in_next_week, (3, FRIDAY)), en=("late|later (in) next week",)),
)

PERIOD = (
    *_PART_OF_NEXT_WEEK,
    Rule(
        means=_end_of_week,
        en=(
            "(the) eow",
            "(the) end of (the|this|my|our) (work|working|business|current) week",
            "(the) week s end",
            "week end of this week",
            "(the) end of week",
        ),
        fr=("(la|à la|en) fin de la|cette semaine (de travail|en cours)",),
    ),
    Rule(means=_fin_de_semaine, fr=("{limited} (la|en) fin de semaine", "{limited} fin semaine")),
    Rule(means=partial(weekend, 0), fr=("(la|à la|en|cette) fin de semaine", "fin semaine")),
    Rule(means=partial(weekend, 1), fr=("(la|à la|en) fin de semaine prochaine|suivante",)),
    Rule(
        means=partial(_end_of_a_week, 1),
        en=("(the) end of (the) next|following|coming week", "next week s end"),
        fr=("(la|à la) fin de la semaine prochaine|suivante", "(la|à la) fin de la prochaine semaine"),
    ),
    Rule(means=partial(_end_of_a_week, 2), en=("(the) end of the week after next",)),
    Rule(
        means=partial(_year_end, 0),
        en=("(the) eoy", "(the) end of (the|this) (current) year", "(the) year end", "(the) year s end"),
        fr=(
            "(la|à la|en|vers la) fin de l'année (en cours)",
            "(la|à la|en) fin d'année",
            "(la|à la) fin de cette année",
        ),
    ),
    Rule(
        means=partial(_year_end, 1),
        en=("(the) end of (the) next|following|coming year",),
        fr=(
            "(la|à la) fin de l'année prochaine",
            "(la|à la) fin de l'an prochain",
            "(la|à la) fin de la prochaine année",
        ),
    ),
)

_SOON = Rule(
    means=vague,
    en=(
        "asap",
        "as soon as possible|practicable",
        "at your|the earliest (convenience|opportunity)",
        "(some time) soon",
        "shortly",
        "in due course|time",
        "eventually",
    ),
    fr=(
        "bientôt",
        "dès que possible",
        "(le|au) plus tôt|vite possible",
        "le plus rapidement possible",
        "dans les plus brefs|meilleurs délais",
        "sous peu",
        "prochainement",
        "aussitôt que possible",
        "en temps utile|voulu",
        "d'ici peu",
    ),
)

_SOME_TIME_IN_A_PERIOD = Rule(
    means=vague,
    en=(
        "(some time|sometime|early|later|late|mid) (in) this week|month|year|quarter",
        "(some time|sometime|early|later|late|mid) (in) next year|quarter",
        "early|later|late|mid (in) next week|month",
        "some time|sometime next week|month",
        "(the) (early|middle|start|beginning|week) of|in this|next week|year",
        "(the) week|weeks before|preceding|after|following {dated}",
        "(the) week|weeks leading up to {dated}",
        "last spring|summer|fall|autumn|winter {edge}",
        "(some time|sometime|early|later|late) (in) the week|month|year|quarter",
        "in the coming days|weeks|months",
        "the week after next",
        "midweek",
        "mid week",
        "by|before {year} {edge}",
        "sometime|early|late (in) {quarterly}",
    ),
    fr=(
        "(au|le) (courant) (du|de) mois courant",
        "(au|le) début|courant|milieu (de) la semaine|année prochaine",
        "(au|en) (début|courant|milieu) (de) cette semaine|année",
        "(en|au) début|courant|milieu de|d' semaine|année (prochaine)",
        "en|au courant de mois|trimestre",
        "l'an prochain",
        "l'année prochaine",
        "ce mois (ci)",
        "cette semaine",
        "dans le courant de la semaine|journée",
        "dans le courant du mois|trimestre",
        "dans la semaine",
        "d'ici|avant {year} {edge}",
        "au cours de la semaine|prochaine (semaine)",
        "au cours du|des (prochain|prochains|prochaines) mois|trimestre|semaines|jours",
        "dans les jours|semaines|mois à venir|qui viennent",
        "(la) semaine avant|après|précédant|suivant {dated}",
        "début|mi|courant {quarterly}",
    ),
)

_SOME_TIME_IN_A_MONTH = Rule(
    means=vague,
    en=(
        "(the) (early|late|sometime) (in) {month} {year}",
        "early|late|sometime (in) {month}",
        "(the) week of {month} ({year})",
        "(the) week of|beginning|starting (the) {dated}",
        "(the) {ordinal}|last week of|in {month} ({year}) (on) ({weekday})",
        "by|before|until|in|during|for|this|next {month} ({year}) {edge}",
    ),
    fr=(
        "(au|en) courant (de|d'|du mois de) {month} ({year})",
        "{month} {year}",
        "(la) semaine du {dated}",
        "(la) {ordinal}|dernière semaine de|d' {month} ({year}) (le) ({weekday})",
        "d'ici|avant|pour|en|courant|dès {month} ({year}) {edge}",
    ),
)

_SOME_TIME = Rule(
    means=vague,
    en=(
        "in|within several {unit}",
        "in|within (a|the) (next|coming) few (business|working) {unit}",
        "in some time",
    ),
    fr=(
        "dans|d'ici|sous plusieurs|quelques {unit} (ouvrables|ouvrés)",
        "dans les prochains|prochaines {unit}",
        "dans quelque temps",
    ),
)

_FROM_DAY_TO_DAY = Rule(
    means=_days_in_month,
    en=(
        "{month} (the) {dom} to|through|until|- (the) {dom_to}",
        "(the) {dom} to|through|until|- (the) {dom_to} (of) {month}",
        "({lead}) {month} (the) {dom} or|ou (the|le) {dom_to} {edge}",
        "({lead}) {month} (the) {dom} or {dom_to} , {year}",
        "({lead}) (the) {dom} or (the) {dom_to} (of) {month} ({year})",
        "{month} {spread}",
        "{spread} {month}",
    ),
    fr=(
        "(le) {dom} et (le) {dom_to} {month}",
        "({lead}) (le) {dom} ou (le) {dom_to} {month} ({year})",
    ),
)

VAGUE_DAY = (_FROM_DAY_TO_DAY, _SOON, _SOME_TIME_IN_A_PERIOD, _SOME_TIME_IN_A_MONTH, _SOME_TIME)
