"""Days beside another: the day before Christmas, the last business day before it, demain en huit."""

from datetime import date, timedelta
from functools import partial

from bot.intents.dates.arithmetic import WEEK, months_after
from bot.intents.dates.grammar import Rule
from bot.intents.dates.stretches import MONTHS_IN_YEAR
from bot.intents.dates.values import Context, Reading, on


def _next_to(days: int, _: Context, **beside: Reading) -> Reading:
    """The day before Friday, the day after."""
    (anchor,) = beside.values()
    return anchor.moved(lambda day: day + timedelta(days=days))


def _business_day_next_to(days: int, context: Context, *, anchor: Reading) -> Reading:
    """The last business day before Christmas."""
    return anchor.moved(lambda day: context.calendar.shift(day, days))


def _weekday_after(_: Context, *, weekday: int, ordinal: int = 1, **after: Reading) -> Reading:
    """The (third) Friday after Christmas."""
    (anchor,) = after.values()
    return anchor.moved(
        lambda day: day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1) + (ordinal - 1) * WEEK
    )


def _weekday_before(_: Context, *, weekday: int, **before: Reading) -> Reading:
    """The Friday before Christmas."""
    (anchor,) = before.values()
    return anchor.moved(lambda day: day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1))


def _weekday_of_its_week(context: Context, *, weekday: int, anchor: Reading) -> Reading:
    """The Friday of the week of 5 October."""
    del context
    return anchor.moved(lambda day: day + timedelta(days=weekday - day.weekday()))


def _closest(
    context: Context, *, anchor: Reading, weekday: int = 0, short: int = 0, ordinal: int = 1
) -> Reading:
    """The (second) closest Friday to 5 October."""
    del context

    def nearest(day: date) -> date:
        first = day + timedelta(days=(weekday + short - day.weekday()) % 7 - WEEK.days)
        near = sorted(
            (first + weeks * WEEK for weeks in range(-ordinal, ordinal + 2)), key=lambda each: abs(each - day)
        )
        return near[ordinal - 1]

    return anchor.moved(nearest)


def _same_day_in_weeks(weeks: int, _: Context, *, near: Reading) -> Reading:
    """Tomorrow week, d'aujourd'hui en huit."""
    return near.moved(lambda day: day + weeks * WEEK)


def _same_day(context: Context, *, unit_ahead: str) -> Reading:
    """The same day next week, next month."""
    if unit_ahead == "week":
        return on(context.today + WEEK)
    return on(months_after(context.today, 1 if unit_ahead == "month" else MONTHS_IN_YEAR))


BESIDE = (
    Rule(means=partial(_next_to, -2), fr=("(l') avant-veille de|du|d' {anchor}",)),
    Rule(means=partial(_next_to, 2), fr=("(le|au) surlendemain de|du|d' {anchor}",)),
    Rule(
        means=partial(_next_to, -1),
        en=(
            "(the) day before {anchor}",
            "(on) the night|evening|afternoon|morning|day before {anchor}",
            "(the|on the) eve of {anchor}",
        ),
        fr=(
            "(la|à la) veille (au soir|matin|midi) de|du|d' {anchor}",
            "(la|à la) veille (au soir|matin|midi) {of_day}",
            "(le) jour avant {anchor}",
        ),
    ),
    Rule(
        means=partial(_next_to, 1),
        en=("(the) day after|following {anchor}",),
        fr=(
            "(le|au) lendemain de|du|d' {anchor}",
            "(le|au) lendemain {of_day}",
            "(le) jour après|suivant {anchor}",
        ),
    ),
    Rule(
        means=partial(_business_day_next_to, -1),
        en=("(the) (last) business|working day before|preceding {anchor}",),
        fr=("(le) (dernier) jour ouvrable|ouvré avant|précédant {anchor}",),
    ),
    Rule(
        means=partial(_business_day_next_to, 1),
        en=("(the) (first|next) business|working day after|following {anchor}",),
        fr=("(le) (premier) jour ouvrable|ouvré après|suivant {anchor}",),
    ),
    Rule(
        means=_weekday_after,
        en=(
            "the ({ordinal}|next) {weekday} after|following {anchor}",
            "{ordinal} {weekday} after|following {anchor}",
            "{weekday} after|following {dated}",
            "after {dated} (,) (on) the {weekday}",
        ),
        fr=(
            "le ({ordinal}) {weekday} après|suivant {anchor}",
            "le ({ordinal}) {weekday} qui suit {anchor}",
            "{weekday} après|suivant {dated}",
            "après {dated} (,) le {weekday}",
        ),
    ),
    Rule(
        means=_weekday_before,
        en=("the (last) {weekday} before|preceding {anchor}", "{weekday} before|preceding {dated}"),
        fr=(
            "le (dernier) {weekday} avant|précédant {anchor}",
            "le {weekday} qui précède {anchor}",
            "{weekday} avant|précédant {dated}",
        ),
    ),
    Rule(
        means=_weekday_of_its_week,
        en=("(the) {weekday} of|in the week of {anchor}", "week of {anchor} (,) (on) {weekday}"),
        fr=("(le) {weekday} de la semaine du {anchor}",),
    ),
    Rule(
        means=_closest,
        en=("(the) ({ordinal}) closest|nearest {weekday}|{short} to {anchor}",),
        fr=("(le) {weekday} le plus proche|près de|du {anchor}",),
    ),
    Rule(
        means=_same_day,
        en=("(the|this) same|this day|time next {unit_ahead}",),
        fr=(
            "(le|au) même jour (de) la {unit_ahead} prochaine",
            "(le) même jour (du|le) {unit_ahead} prochain",
        ),
    ),
    Rule(
        means=partial(_same_day_in_weeks, 1),
        en=("a|one week (from) {near}", "{near} week"),
        fr=("(d') {near} en huit|8",),
    ),
    Rule(
        means=partial(_same_day_in_weeks, 2),
        en=("two|2 weeks (from) {near}", "a fortnight (from) {near}"),
        fr=("(d') {near} en quinze|15",),
    ),
)
