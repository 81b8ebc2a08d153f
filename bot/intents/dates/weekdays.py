"""Days of the week: Friday, next Friday, vendredi en huit, and Friday 13 March, which may not be one.

"Next Friday" is the Friday of the next calendar week; "vendredi prochain" is the coming one.
"""

from datetime import date, timedelta
from functools import partial

from bot.intents.dates.arithmetic import WEEK, coming_day_of_month, coming_weekday, in_week
from bot.intents.dates.grammar import Rule
from bot.intents.dates.values import Context, Question, Reading, on


def _coming(context: Context, *, weekday: int) -> Reading:
    return on(coming_weekday(context, weekday))


def _weeks_on(weeks: int, context: Context, *, weekday: int) -> Reading:
    """Vendredi en huit; said on a Friday, in a week."""
    ahead = (weekday - context.today.weekday()) % 7
    return on(context.today + timedelta(days=ahead) + weeks * WEEK)


def _of_week(weeks: int, context: Context, *, weekday: int) -> Reading:
    return on(in_week(context, weekday, weeks))


def _last(_: Context, *, weekday: int) -> Reading:
    del weekday
    return Reading(question=Question.PAST)


def _dated(_: Context, *, dated: Reading, weekday: int = -1, short: int = -1) -> Reading:
    """A weekday with its date. If they contradict each other, ask: the date, or that weekday near it."""
    wanted = max(weekday, short)
    agreeing = tuple(day for day in dated.days if day.weekday() == wanted)
    match dated.question:
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
    """Friday 13: of this month or the next."""
    day = coming_day_of_month(context, numeral or nth or ordinal)
    return _dated(context, dated=day, weekday=weekday, short=short)


def _nearest(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


WEEKDAY = (
    Rule(
        means=_coming,
        en=("(this|this coming|this upcoming|coming|upcoming) {weekday}",),
        fr=("(le|ce) {weekday}", "(le|ce) {weekday} prochain|prochaine", "(le|ce) {weekday} qui vient"),
    ),
    Rule(
        means=partial(_weeks_on, 1),
        en=("{weekday} week", "a|one week from|on {weekday}"),
        fr=("{weekday} en huit|8",),
    ),
    Rule(
        means=partial(_weeks_on, 2),
        en=("two weeks from {weekday}", "{weekday} fortnight"),
        fr=("{weekday} en quinze|15",),
    ),
    Rule(
        means=partial(_of_week, 0),
        en=("{weekday} (,) (of) this week", "this week (,) (on) {weekday}"),
        fr=("(le) {weekday} (de) cette semaine", "cette semaine (,) (le) {weekday}"),
    ),
    Rule(
        means=partial(_of_week, 1),
        en=("(on) next {weekday}", "{weekday} (,) (of) next week", "next week (,) (on) {weekday}"),
        fr=(
            "(le) {weekday} (de) la semaine prochaine|suivante",
            "(le) {weekday} (de) la semaine d'après",
            "la semaine prochaine (,) (le) {weekday}",
        ),
    ),
    Rule(means=_last, en=("last|past {weekday}",), fr=("(le) {weekday} dernier|passé",)),
    Rule(
        means=_dated,
        en=("{weekday}|{short} (,) (the) {dated}",),
        fr=("(le) {weekday}|{short} (,) (le) {dated}",),
    ),
    Rule(
        means=_numbered,
        en=("{weekday} {numeral} {edge}", "{weekday} the {ordinal}", "{short} {nth} {edge}"),
        fr=("(le) {weekday} (le) {numeral} {edge}",),
    ),
)
