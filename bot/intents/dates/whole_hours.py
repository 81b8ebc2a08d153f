"""Whole clock times: how exact, in which zone, counted from another one; and French one o'clock."""

from datetime import time
from functools import partial

from bot.intents.dates.clocks import MINUTES_IN_DAY, in_zone, shifted
from bot.intents.dates.grammar import Rule
from bot.intents.dates.hour_slots import LAST_MOMENT
from bot.intents.dates.parts import Half, halved
from bot.intents.dates.values import Context


def _one(minutes: int, _: Context, *, minute: int = 0, half: Half = "pm") -> time:
    """Une heure et quart."""
    return halved(shifted(60 + minutes + minute), half)


def _counted_from(sign: int, _: Context, *, minutes_long: int, hours_said: time) -> time:
    """An hour before 5 p.m.; within the day that it is said with."""
    midnight = hours_said == LAST_MOMENT
    minutes = MINUTES_IN_DAY if midnight else hours_said.hour * 60 + hours_said.minute
    return _within_the_day(minutes + sign * minutes_long)


def _within_the_day(minutes: int) -> time:
    return time(*divmod(min(max(minutes, 0), MINUTES_IN_DAY - 1), 60))


CLOCK = (
    Rule(
        means=in_zone,
        en=(
            "({nearly}) {hours_said} ({exactly}) ({zone_said})",
            "({nearly}) {hours_said} , {zone_said}",
            "({nearly}) {hours_said} {opening} {zone_said} {closing}",
        ),
    ),
    Rule(
        means=partial(_counted_from, -1),
        en=(
            "{minutes_long} before {hours_said}",
            "{minutes_long} prior to {hours_said}",
            "{minutes_long} ahead of {hours_said}",
            "{minutes_long} earlier than {hours_said}",
        ),
        fr=("{minutes_long} avant {hours_said}",),
    ),
    Rule(
        means=partial(_counted_from, 1),
        en=("{minutes_long} after|past {hours_said}", "{minutes_long} later than {hours_said}"),
        fr=("{minutes_long} après {hours_said}",),
    ),
)

ONE_O_CLOCK = (
    Rule(
        means=partial(_one, 0),
        fr=(
            "une heure {edge}|{before_day}",
            "une heure {half}",
            "une heure {minute} ({half}) {edge}",
            "une heure pile",
        ),
    ),
    Rule(means=partial(_one, 15), fr=("une heure et|un quart ({half})",)),
    Rule(means=partial(_one, 30), fr=("une heure et demie|demi ({half})",)),
    Rule(means=partial(_one, -15), fr=("une heure moins (le|un) quart ({half})",)),
)
"""One o'clock; without a preposition it is how long."""
