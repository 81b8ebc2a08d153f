"""Days found in a month, quarter or year: its first Friday, its last business day, its middle and its end."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from bot.intents.dates.arithmetic import months_after
from bot.intents.dates.grammar import Rule
from bot.intents.dates.stretches import Stretch, found_in, nth_weekday_in
from bot.intents.dates.values import Context, Question, Reading, asked, on
from bot.intents.dates.whole_months import month_ahead, quarter_ahead

ONE_DAY = timedelta(days=1)
MIDDLE = 15
LAST = -1


def _nth_weekday(context: Context, *, weekday: int, ordinal: int = LAST, **said: Stretch | None) -> Reading:
    """The first Friday of March; without ordinal the last one."""
    (within,) = said.values()
    return found_in(context, partial(nth_weekday_in, weekday, ordinal), within)


def _last_but(back: int, context: Context, *, weekday: int, within: Stretch | None) -> Reading:
    return found_in(context, partial(nth_weekday_in, weekday, -1 - back), within)


def _nth_business_day(context: Context, *, within: Stretch | None, ordinal: int = LAST) -> Reading:
    """The last business day of the month, by the owner's calendar."""

    def place(within: Stretch) -> date | None:
        if ordinal < 0:
            return context.calendar.on_or_before(within.last)
        day = context.calendar.shift(within.first - ONE_DAY, ordinal)
        return day if day <= within.last else None

    return found_in(context, place, within)


def _nth_day(context: Context, *, within: Stretch | None, ordinal: int) -> Reading:
    """The first day of next month."""

    def place(within: Stretch) -> date | None:
        day = within.first + timedelta(days=ordinal - 1)
        return day if day <= within.last else None

    return found_in(context, place, within)


def _nth_last_day(context: Context, *, within: Stretch | None, ordinal: int) -> Reading:
    """The fifth last day of May."""

    def place(within: Stretch) -> date | None:
        day = within.last - timedelta(days=ordinal - 1)
        return day if day >= within.first else None

    return found_in(context, place, within)


def _end_of_this(period: Callable[[int, Context], Stretch], context: Context) -> Reading:
    """EOM, EOQ."""
    return on(period(0, context).last)


def _last_day(context: Context, *, within: Stretch | None) -> Reading:
    """End of March."""
    return found_in(context, lambda within: within.last, within)


def _first_day(context: Context, *, within: Stretch | None) -> Reading:
    """The first of next month."""
    return found_in(context, lambda within: within.first, within)


def _about_first(context: Context, *, monthly: Stretch | None) -> Reading:
    """The beginning of next month: ask whether it is the first."""
    return asked(*_first_day(context, within=monthly).days)


def _first_day_of(context: Context, *, fiscally: Stretch | None) -> Reading:
    """The start of Q4."""
    return _first_day(context, within=fiscally)


def _middle(context: Context, *, within: Stretch | None) -> Reading:
    """Mid-April is the 15th."""
    if within is not None and months_after(within.first, 1) < within.last:
        return Reading(question=Question.VAGUE)
    return found_in(context, lambda within: within.first.replace(day=MIDDLE), within)


def _mid_month(context: Context) -> Reading:
    """The middle of this month; when that is over, of the next."""
    day = context.today.replace(day=MIDDLE)
    return on(day if day >= context.today else months_after(day, 1))


IN_MONTH = (
    Rule(
        means=_nth_weekday,
        en=(
            "(the) {ordinal}|last|final {weekday} of|in {within}|{whole_year}",
            "(the) {ordinal}|last week of|in {within} (,) (on) {weekday}",
            "(on) {weekday} (,) of|in the {ordinal}|last week of {within}",
        ),
        fr=(
            "(le) {ordinal}|dernier {weekday} (de|d'|du|en|de la|de l') {within}|{whole_year}",
            "(la) {ordinal}|dernière semaine de|d'|du {within} (,) (le) {weekday}",
            "(le) {weekday} de la {ordinal}|dernière semaine de|d'|du {within}",
        ),
    ),
    Rule(
        means=partial(_last_but, 1),
        en=(
            "(the) second|2nd|next (to) last {weekday} of|in {within}",
            "(the) last but one {weekday} of|in {within}",
            "(the) penultimate {weekday} of|in {within}",
        ),
        fr=("(l') avant-dernier|pénultième {weekday} de|d'|du {within}",),
    ),
    Rule(
        means=_nth_business_day,
        en=(
            "(the) {ordinal}|last|final business|working|work day of|in {within}",
            "(the) {ordinal}|last|final weekday of|in {within}",
        ),
        fr=(
            "(le) {ordinal}|dernier jour ouvrable|ouvré de|d'|du {within}",
            "(le) {ordinal}|dernier jour de travail de|d'|du {within}",
        ),
    ),
    Rule(
        means=_nth_day,
        en=("(the) {ordinal} (calendar) day of|in {within}",),
        fr=("(le) {ordinal} jour de|d'|du {within}",),
    ),
    Rule(
        means=_nth_last_day,
        en=("(the) {ordinal} (to) last day of|in {within}",),
        fr=("(l') {ordinal} dernier jour de|d'|du {within}",),
    ),
    Rule(
        means=_last_day,
        en=(
            "(at|the) (very) end of {within}",
            "(at) the end of {within}",
            "{introduced}|{alone} end {within}",
            "(the) last|final (calendar) day of|in {within}",
            "(the) close of {within}",
            "(the) eom {within}",
            "(the) {within} end",
            "{within} s end",
        ),
        fr=(
            "(la|à la|en|vers la) (toute) fin (de|d'|du|de l'|de la|du mois de) {within}",
            "(le) (tout) dernier jour (de|d'|du|de l'|de la) {within}",
            "(la|à la) clôture (de|d'|du|de l'|de la) {within}",
        ),
    ),
    Rule(means=partial(_end_of_this, month_ahead), en=("(the) eom",)),
    Rule(means=partial(_end_of_this, quarter_ahead), en=("(the) eoq",)),
    Rule(
        means=_first_day,
        en=("(the) first (calendar) day of|in {within}",),
        fr=("(le) (tout) premier jour (de|d'|du|de l'|de la) {within}",),
    ),
    Rule(
        means=_about_first,
        en=("(at|the|at the) start|beginning of {monthly}",),
        fr=("(le|au|en|vers le) (tout) début (de|d'|du) {monthly}",),
    ),
    Rule(
        means=_first_day_of,
        en=("(at|the|at the) (very) start|beginning of {fiscally}",),
        fr=("(le|au) (tout) début (de|d'|du|de l'|de la) {fiscally}",),
    ),
    Rule(
        means=_mid_month,
        en=("(the) mid month", "(by|in) the middle of the month"),
        fr=("(la|à la) mi mois", "(le|au|vers le) milieu du mois"),
    ),
    Rule(
        means=_middle,
        en=("(the) mid|middle (of|in) {within}", "in|by the middle of {within}"),
        fr=("(la|à la|en) mi {within}", "(le|au|vers le) milieu (de|d'|du|du mois de) {within}"),
    ),
)
