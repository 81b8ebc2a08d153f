"""Clock times: 3 pm, 15:30, 15 h 30, half past three, noon, the end of the day."""

from datetime import time
from functools import partial
from zoneinfo import ZoneInfo

from bot.intents.dates.grammar import Rule, itself
from bot.intents.dates.hour_slots import LAST_MOMENT, NOON, afternoon_if_bare
from bot.intents.dates.parts import Half, halved
from bot.intents.dates.values import Context

MINUTES_IN_DAY = 24 * 60


def _halved(
    _: Context,
    *,
    half: Half | None = None,
    letter: Half = "pm",
    hour: int = 0,
    minute: int = 0,
    **whole: time,
) -> time:
    half = half or letter
    return halved(next(iter(whole.values()), time(hour, minute)), half)


def _as_said(_: Context, *, hour: int, minute: int = 0, few_minutes: int = 0, seconds: int = 0) -> time:
    """15 h, 15 h 30: the hour with its sign is one of 24."""
    del seconds
    return time(hour, minute or few_minutes)


def _in_words(_: Context, *, hour_in_words: int, minute: int = 0) -> time:
    """Trois heures: spelled out, it is one of 12 and as good as bare."""
    return time(afternoon_if_bare(hour_in_words), minute)


def _bare(_: Context, *, hour: int) -> time:
    return time(afternoon_if_bare(hour))


def in_zone(context: Context, *, hour: int = NOON, zone_said: str | None = None, **whole: time) -> time:
    """3 pm PT: the hour keeps its zone."""
    clock = next(iter(whole.values()), None) or _bare(context, hour=hour)
    return clock if zone_said is None else clock.replace(tzinfo=ZoneInfo(zone_said))


def _around(minutes: int, _: Context, *, hour: int = NOON, half: Half | None = None) -> time:
    """Half past three: `minutes` after (or before) the hour; without an hour, after noon."""
    said = hour if half is not None else afternoon_if_bare(hour)
    clock = shifted(said * 60 + minutes)
    return clock if half is None else halved(clock, half)


def shifted(minutes: int) -> time:
    return time(*divmod(minutes % MINUTES_IN_DAY, 60))


def _past(
    context: Context, *, hour: int = NOON, half: Half | None = None, hour_of_12: int = 0, **minutes: int
) -> time:
    """Ten minutes past three."""
    (minute,) = minutes.values()
    return _around(minute, context, hour=hour_of_12 or hour, half=half)


def _to(
    context: Context, *, hour: int = NOON, half: Half | None = None, hour_of_12: int = 0, **minutes: int
) -> time:
    """Ten minutes to three."""
    (minute,) = minutes.values()
    return _around(-minute, context, hour=hour_of_12 or hour, half=half)


def _past_midnight(minutes: int, _: Context) -> time:
    """Half past midnight, in the day that it is said with."""
    return time(0, minutes)


def _noon(_: Context) -> time:
    return time(NOON)


def _midnight(_: Context) -> time:
    return LAST_MOMENT


def end_of_day(context: Context) -> time:
    """Return the team's configured hour."""
    return context.end_of_day


HOURS_SAID = (
    Rule(
        means=_halved,
        en=(
            "{hour} ({minute}) {half}",
            "{hour} , {half}",
            "{colon}|{spoken}|{four_digits} {half}",
            "{colon}|{spoken} {letter}",
            "{hour} o'clock|oclock {half}",
        ),
        fr=("{hour} h|heure|heures ({minute}|{minute} minutes|{minute} m) (,) {half}",),
    ),
    Rule(means=_in_words, fr=("{hour_in_words} heure|heures ({minute}|et {minute} minutes)",)),
    Rule(
        means=_as_said,
        en=(
            "{hour} h ({minute})",
            "{hour} h {few_minutes} {edge}",
            "{hour} h|heures {minute} m|min|mn|minutes ({seconds} s|sec|secondes)",
        ),
        fr=(
            "{hour} heure|heures ({minute}|et {minute} minutes)",
            "{hour} h|heure|heures et {seconds} secondes",
        ),
    ),
    Rule(means=itself, en=("{colon}", "{four_digits}|{colon} hours|hrs|hr|h")),
    Rule(means=_bare, en=("{hour} o'clock|oclock", "{hour} ish")),
    Rule(means=itself, en=("{spoken} ish",)),
    Rule(means=_noon, en=("(12) noon", "(high) noon", "midday", "mid day"), fr=("(le) midi (pile)",)),
    Rule(means=_midnight, en=("(12) midnight", "mid night"), fr=("minuit (pile)",)),
    Rule(
        means=partial(_past_midnight, 30),
        en=("half past midnight",),
        fr=("minuit et demi|demie", "minuit trente"),
    ),
    Rule(
        means=partial(_past_midnight, 15),
        en=("(a) quarter past midnight",),
        fr=("minuit et|un quart", "minuit quinze"),
    ),
    Rule(
        means=partial(_around, 15),
        en=("(a) quarter past|after {hour} (o'clock|oclock) ({half})", "(a) quarter past noon"),
        fr=("{hour} h|heure|heures (et) quart ({half})", "midi et|un quart"),
    ),
    Rule(
        means=partial(_around, 30),
        en=(
            "half past {hour} (o'clock|oclock) ({half})",
            "half past noon",
            "half {hour} {edge}|{before_day}",
        ),
        fr=("{hour} h|heure|heures et demie|demi ({half})", "midi et demi|demie"),
    ),
    Rule(
        means=partial(_around, -15),
        en=("(a) quarter to|of|before|till {hour} (o'clock|oclock) ({half})", "(a) quarter to|of|till noon"),
        fr=("{hour} h|heure|heures moins (le|un) quart ({half})", "midi moins (le|un) quart"),
    ),
    Rule(means=partial(_around, 45), fr=("{hour} h|heure|heures (et) trois quarts ({half})",)),
    Rule(
        means=_past,
        en=(
            "{minute} (minutes|minute|min|mins) past {hour} ({half})",
            "{minute} (minutes|min) past noon",
            "{minute}|{few_minutes} minutes|minute|min|mins after {hour} {half}",
            "{few_minutes} (minutes|minute|min|mins) past {hour} ({half})",
            "{to_minutes} after {hour_of_12} {edge}|{before_day}|{half}",
        ),
        fr=(
            "{hour} h|heure|heures passé|passée|passées|passés de {minute} (minutes) ({half})",
            "midi (et) {minute} (minutes)",
        ),
    ),
    Rule(
        means=_to,
        en=(
            "{not_lasting} {minute}|{few_minutes} (minutes|minute|min|mins) to|before {hour} {half}",
            "{not_lasting} {minute}|{few_minutes} minutes|min|mins to|before|of|till {hour}",
            "{to_minutes} to|till|of|before {hour_of_12} {edge}|{before_day}",
            "{minute} (minutes|min) to|before noon",
        ),
        fr=(
            "{hour} h|heure|heures moins {minute}|{few_minutes} (minutes|min) ({half})",
            "midi moins {minute}|{few_minutes} (minutes)",
        ),
    ),
    Rule(
        means=end_of_day,
        en=(
            "eod",
            "cob",
            "eob",
            "cop",
            "(the) end of (the|my|our) (working|work|business) day",
            "day's end",
            "(the) close|end of business (day)",
            "(the) close of play",
            "closing time",
        ),
        fr=(
            "(la|en|à la) fin de (la|ma|cette) journée (de travail|ouvrable)",
            "(la|à la) fermeture (des bureaux)",
        ),
    ),
)

BARE = (
    Rule(means=itself, en=("{one_o_clock}",)),
    Rule(means=_bare, en=("{hour} {edge}", "{hour} {exactly}")),
    Rule(means=in_zone, en=("({nearly}) {hour}|{four_digits}|{spoken} {zone_said}",)),
    Rule(means=itself, en=("{point} {close}",)),
)
"""An hour and nothing else, which only a preposition makes one."""

HOUR_LETTER = (Rule(means=_halved, en=("{hour} {letter}",)),)

MINUTES_SAID = (
    Rule(means=_halved, en=("{hour}|{four_digits} {letter}",)),
    Rule(
        means=itself,
        en=(
            "{spoken} {edge}",
            "{spoken} minutes",
            "{spoken} {exactly}",
            "{four_digits_no_year} {edge}|{exactly}",
        ),
    ),
)
"""These need a preposition too, but cannot be a count of anything."""
