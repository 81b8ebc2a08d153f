"""Clock times: 3 pm, 15:30, 15 h 30, noon, the end of the day; and the parts of a day that shape them."""

from datetime import time
from functools import partial
from typing import Literal

from bot.intents.dates.grammar import Rule
from bot.intents.dates.slots import NOON, afternoon_if_bare
from bot.intents.dates.values import Context

Half = Literal["am", "pm"]

LAST_MOMENT = time(23, 59)
"""Midnight ends the day that it is said with; 00:00 would be shown as the day after."""


def halved(clock: time, half: Half) -> time:
    """Return `clock` in the morning or in the afternoon."""
    return clock.replace(hour=clock.hour % NOON + (NOON if half == "pm" else 0))


def _halved(_: Context, *, half: Half, hour: int = 0, minute: int = 0, colon: time | None = None) -> time:
    return halved(colon or time(hour, minute), half)


def _as_said(_: Context, *, hour: int, minute: int = 0) -> time:
    """15 h, 15 h 30: the hour with its sign is one of 24."""
    return time(hour, minute)


def _colon(_: Context, *, colon: time) -> time:
    return colon


def _bare(_: Context, *, hour: int) -> time:
    return time(afternoon_if_bare(hour))


def _around(minutes: int, _: Context, *, hour: int = NOON, half: Half | None = None) -> time:
    """Half past three: `minutes` after (or before) the hour; without an hour, after noon."""
    hours, minute = divmod(hour * 60 + minutes, 60)
    clock = time(hours % 24, minute)
    if half is not None:
        return halved(clock, half)
    return clock.replace(hour=afternoon_if_bare(clock.hour))


def _minutes_to(context: Context, *, minute: int, hour: int, half: Half | None = None) -> time:
    """Ten minutes to three."""
    return _around(-minute, context, hour=hour, half=half)


def _noon(_: Context) -> time:
    return time(NOON)


def _midnight(_: Context) -> time:
    return LAST_MOMENT


def end_of_day(context: Context) -> time:
    """Return the team's configured hour."""
    return context.end_of_day


CLOCK = (
    Rule(
        means=_halved,
        en=("{hour} ({minute}) {half}", "{colon} {half}", "{hour} o'clock|oclock {half}"),
        fr=("{hour} h|heure|heures ({minute}) {half}",),
    ),
    Rule(
        means=_as_said,
        en=("{hour} h ({minute})",),
        fr=("{hour} heure|heures ({minute}|et {minute} minutes)",),
    ),
    Rule(means=_colon, en=("{colon}",)),
    Rule(means=_bare, en=("{hour} o'clock|oclock",)),
    Rule(means=_noon, en=("noon", "midday"), fr=("midi",)),
    Rule(means=_midnight, en=("midnight",), fr=("minuit",)),
    Rule(
        means=partial(_around, 15),
        en=("(a) quarter past {hour} ({half})", "(a) quarter past noon"),
        fr=("{hour} h|heure|heures et quart ({half})", "midi et quart"),
    ),
    Rule(
        means=partial(_around, 30),
        en=("half past {hour} ({half})",),
        fr=("{hour} h|heure|heures et demie ({half})", "midi et demi|demie"),
    ),
    Rule(
        means=partial(_around, -15),
        en=("(a) quarter to {hour} ({half})", "(a) quarter to noon"),
        fr=("{hour} h|heure|heures moins le|un quart ({half})", "midi moins le|un quart"),
    ),
    Rule(
        means=_minutes_to,
        en=("{minute} minutes|min to {hour} ({half})",),
        fr=("{hour} h|heure|heures moins {minute} (minutes) ({half})",),
    ),
    Rule(
        means=end_of_day,
        en=(
            "eod",
            "cob",
            "(the) end of (the) day",
            "(the) end of (the) business day",
            "(the) close of business",
        ),
        fr=("(la|en|à la) fin de (la) journée", "(la|à la) fermeture des bureaux"),
    ),
)

BARE = (Rule(means=_bare, en=("{hour} {edge}",)),)
"""An hour and nothing else, which only a preposition makes one."""

HALF: tuple[Rule, ...] = (
    Rule(means="am", en=("am", "in the morning"), fr=("du matin",)),
    Rule(
        means="pm",
        en=("pm", "in the afternoon", "in the evening", "at night"),
        fr=("du soir", "de l'après-midi", "dans la soirée"),
    ),
)

PART: tuple[Rule, ...] = (
    Rule(
        means="am",
        en=("(early) morning", "in the morning", "first thing (in the morning)"),
        fr=("(le|au) matin", "(dans|en) (la) matinée", "en début de journée", "à la première heure"),
    ),
    Rule(
        means="pm",
        en=("(late) afternoon|evening|night", "in the afternoon|evening"),
        fr=("(le) soir", "(dans|en) (la) soirée", "(dans|en) (l') après-midi", "(en) fin d'après-midi"),
    ),
)

TODAY_PART: tuple[Rule, ...] = (
    Rule(means="am", en=("this morning",), fr=("ce matin",)),
    Rule(
        means="pm",
        en=("this afternoon|evening", "tonight"),
        fr=("ce soir", "cet après-midi", "(dans) cette|la soirée"),
    ),
)

AT: tuple[Rule, ...] = (
    Rule(
        means=None,
        en=("at|@|by|before|for|around|about", "at around|about", "no later than"),
        fr=("à|vers|avant|pour|dès|environ", "à environ", "au plus tard à"),
    ),
)
