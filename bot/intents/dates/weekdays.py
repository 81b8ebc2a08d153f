"""Days of the week: Friday, next Friday, vendredi en huit, and Friday 13 March, which may not be one.

"Next Friday" is the Friday of the next calendar week; "vendredi prochain" is the coming one.
"""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from bot.intents.dates.arithmetic import (
    WEEK,
    coming_day_of_month,
    coming_weekday,
    in_week,
    month_end,
    months_after,
)
from bot.intents.dates.grammar import Rule
from bot.intents.dates.values import Context, Question, Reading, asked, on

SLIP = timedelta(days=1)
SOON = timedelta(days=10)
"""A coming day of the month this soon, and this near its weekday, is a slip; else it is of another month."""

MONTHS_AHEAD = 12
FAR = timedelta(days=180)


def _coming(context: Context, *, weekday: int) -> Reading:
    """Friday is the coming one; said on a Friday, today may be meant."""
    day = coming_weekday(context, weekday)
    return on(day, context.today) if day - context.today == WEEK else on(day)


def _in_short(context: Context, *, short: int) -> Reading:
    """Sat, and nothing else: a day perhaps, and a word all the same."""
    return replace(_coming(context, weekday=short), question=Question.VAGUE)


def _prochain(context: Context, *, weekday: int) -> Reading:
    """Vendredi prochain is the coming one; while that is of this week, perhaps the next week's."""
    day = coming_weekday(context, weekday)
    return on(day, day + WEEK) if day == in_week(context, weekday) else on(day)


def _next(context: Context, *, weekday: int) -> Reading:
    """Next Friday is the next week's; perhaps this week's, while that is ahead."""
    this = in_week(context, weekday)
    return on(this + WEEK, this) if this > context.today else on(this + WEEK)


def _after_next(context: Context, *, weekday: int) -> Reading:
    day = in_week(context, weekday, 2)
    return on(day, day - WEEK)


def _dapres(context: Context, *, weekday: int) -> Reading:
    """Le vendredi d'après is the one after the coming one, or that."""
    day = coming_weekday(context, weekday)
    return on(day + WEEK, day)


def _weeks_on(weeks: int, context: Context, *, weekday: int) -> Reading:
    """Vendredi en huit; said on a Friday, in a week."""
    ahead = (weekday - context.today.weekday()) % 7
    day = context.today + timedelta(days=ahead) + weeks * WEEK
    return on(day, day + WEEK) if ahead == 0 else on(day)


def _of_week(weeks: int, context: Context, *, weekday: int) -> Reading:
    return on(in_week(context, weekday, weeks))


def _in_weeks(context: Context, *, n: int, weekday: int) -> Reading:
    """Friday in two weeks: that of the week then."""
    return on(in_week(context, weekday, n))


def _weeks_from(context: Context, *, n: int, weekday: int) -> Reading:
    return _weeks_on(n, context, weekday=weekday)


def _next_next(context: Context, *, weekday: int) -> Reading:
    """Next next Friday: ask whether that of the week after next."""
    return asked(in_week(context, weekday, 2), in_week(context, weekday, 1))


def _nth_coming(context: Context, *, n: int, weekdays: int) -> Reading:
    """Two Fridays from now."""
    return on(coming_weekday(context, weekdays) + (n - 1) * WEEK)


def _last(_: Context, *, weekday: int) -> Reading:
    del weekday
    return Reading(question=Question.PAST)


def _dated(_: Context, *, dated: Reading, weekday: int = -1, short: int = -1) -> Reading:
    """A weekday with its date. If they contradict each other, ask: the date, or that weekday near it."""
    wanted = max(weekday, short)
    agreeing = tuple(day for day in dated.days if day.weekday() == wanted)
    match dated.question:
        case Question.AMBIGUOUS if len(agreeing) > 1 and max(agreeing) - min(agreeing) > FAR:
            return on(min(agreeing), *agreeing)  # nobody names the weekday of a day that far off
        case None | Question.AMBIGUOUS if len(agreeing) == 1:
            return on(agreeing[0])
        case None | Question.AMBIGUOUS:
            days = dict.fromkeys(each for day in dated.days for each in (day, _nearest(day, wanted)))
            return Reading(days=tuple(days), question=Question.CONTRADICTION)
        case _:
            return Reading(days=agreeing, question=dated.question)


def _numbered(
    context: Context, *, weekday: int = -1, short: int = -1, numeral: int = 0, nth: int = 0, ordinal: int = 0
) -> Reading:
    """Friday the 13th: the next that is both, unless the coming 13th is a day beside it."""
    wanted, dom = max(weekday, short), numeral or nth or ordinal
    reading = coming_day_of_month(context, dom)
    if not reading.days:
        return reading
    slips = (reading.days[0], _nearest(reading.days[0], wanted))
    soon = reading.days[0] - context.today <= SOON
    if slips[0] == slips[1] or (soon and abs(slips[1] - slips[0]) <= SLIP):
        return _dated(context, dated=reading, weekday=wanted)
    months = (months_after(context.today.replace(day=1), ahead) for ahead in range(MONTHS_AHEAD))
    days = (month.replace(day=dom) for month in months if dom <= month_end(month.year, month.month).day)
    agreeing = next((day for day in days if day.weekday() == wanted and day > context.today), None)
    return on(agreeing, *slips) if agreeing else Reading(days=slips, question=Question.CONTRADICTION)


def _nearest(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


WEEKDAY = (
    Rule(
        means=_coming,
        en=(
            "(this|this coming|this upcoming|coming|upcoming) {weekday}",
            "the coming|upcoming|following {weekday}",
            "{weekday} s end",
        ),
        fr=(
            "(le|ce) {weekday}",
            "(le|ce) {weekday} qui vient",
            "(le|ce) {weekday} suivant|suivante",
            "(le|ce) {weekday} ci",
        ),
    ),
    Rule(
        means=_prochain,
        en=("{weekday} next",),
        fr=("(le|ce) {weekday} prochain|prochaine", "le|ce prochain {weekday}"),
    ),
    Rule(
        means=partial(_weeks_on, 1),
        en=("{weekday} week", "a|one week (from|on|after|this) {weekday}", "a|one week from this {weekday}"),
        fr=("(le|de|d'ici) {weekday} en huit|8", "(le) {weekday} prochain en huit|8"),
    ),
    Rule(
        means=partial(_weeks_on, 2),
        en=("{weekday} fortnight", "a fortnight (from|on) {weekday}"),
        fr=("(le) {weekday} en quinze|15", "(le) {weekday} prochain en quinze|15"),
    ),
    Rule(means=_weeks_from, en=("{n} weeks (from|on|after|this) {weekday}", "{n} weeks from this {weekday}")),
    Rule(means=_next_next, en=("(the) next next {weekday}",)),
    Rule(
        means=_in_weeks,
        en=(
            "(on) {weekday} (,) in {n} week|weeks (time)",
            "in {n} week|weeks (time) (,) (on) (the) {weekday}",
        ),
        fr=("(le) {weekday} (,) dans {n} semaine|semaines", "dans {n} semaine|semaines (,) (le) {weekday}"),
    ),
    Rule(
        means=_nth_coming,
        en=(
            "{n} {weekdays} from now|today",
            "{n} {weekdays} later|hence|away",
            "in {n} {weekdays} (time)",
        ),
        fr=(
            "{n} {weekdays} plus tard",
            "{n} {weekdays} à partir|compter d'aujourd'hui",
            "{n} {weekdays} à partir|compter de maintenant",
            "dans|d'ici|après {n} {weekdays}",
        ),
    ),
    Rule(
        means=partial(_of_week, 0),
        en=("{weekday} (,) (of) this week", "this week (,) (on) {weekday}", "this week's {weekday}"),
        fr=("(le) {weekday} (de) cette semaine", "cette semaine (,) (le) {weekday}"),
    ),
    Rule(
        means=_next,
        en=("(on) (the) next {weekday}",),
    ),
    Rule(
        means=partial(_of_week, 1),
        en=(
            "(the) {weekday} (,) (of) (the) next|following|coming week",
            "next week (,) (on) {weekday}",
            "next week's {weekday}",
        ),
        fr=(
            "(le) {weekday} (,) (de) (la) semaine prochaine|suivante",
            "(le) {weekday} (de) la semaine d'après",
            "(le) {weekday} (de) la prochaine semaine",
            "la semaine prochaine (,) (le) {weekday}",
        ),
    ),
    Rule(
        means=partial(_of_week, 2),
        en=("(the) {weekday} of (the) week after next", "the week after next (,) (on) {weekday}"),
        fr=("(le) {weekday} dans deux semaines",),
    ),
    Rule(means=_after_next, en=("(the) {weekday} after next",)),
    Rule(means=_dapres, fr=("(le) {weekday} d'après",)),
    Rule(
        means=_last,
        en=("last|past|previous {weekday}", "{weekday} (of) last week"),
        fr=("(le) {weekday} dernier|passé|précédent", "(le) {weekday} (de) la semaine dernière|passée"),
    ),
    Rule(
        means=_numbered,
        en=(
            "{weekday} {numeral} {edge}",
            "{weekday} {ordinal} {edge}",
            "{weekday} the {ordinal}",
            "{short} {nth} {edge}",
            "{weekday} , the {ordinal}",
        ),
        fr=("(le) {weekday} (le) {numeral} {edge}",),
    ),
    Rule(
        means=_dated,
        en=(
            "{weekday}|{short} (,|.) (on) (the) {dated}",
            "{weekday} {opening} (the) {dated} {closing}",
            "{dated} {opening} (a) {weekday}|{short} {closing}",
            "{dated} , (a) {weekday}|{short} {edge}",
        ),
        fr=("(le) {weekday}|{short} (,|.) (le) {dated}", "{dated} , un {weekday} {edge}"),
    ),
    Rule(means=_in_short, en=("{alone} {short} {finish}",)),
)

WEEKDAY_ALONE = (Rule(means=_coming, en=("{weekday}",)),)
