"""Parts of a day: they shape a clock time, and alone they are their day."""

from datetime import time
from typing import Literal

from bot.intents.dates.grammar import Rule
from bot.intents.dates.hour_slots import LAST_MOMENT, NOON

Half = Literal["am", "pm", "night"]
"""Morning; afternoon or evening; night, when 12 is midnight."""


def halved(clock: time, half: Half) -> time:
    """Return `clock` in that part of the day; an hour that can only be of 24 stays."""
    if half == "am":
        return clock.replace(hour=clock.hour % NOON)
    if clock.hour > NOON:
        return clock
    if half == "night" and clock.hour == NOON:
        return LAST_MOMENT
    return clock.replace(hour=clock.hour % NOON + NOON)


SAID_HALF: tuple[Rule, ...] = (
    Rule(means="am", en=("in the (early) morning", "of the morning"), fr=("du matin|mat", "le matin")),
    Rule(
        means="pm",
        en=("in the (early|late) afternoon|evening",),
        fr=("du soir", "de l'après-midi", "l'après-midi", "dans|en (la) soirée", "le soir"),
    ),
    Rule(means="night", en=("at night",), fr=("de la nuit",)),
)

HALF: tuple[Rule, ...] = (
    *SAID_HALF,
    Rule(means="am", en=("am", "a m")),
    Rule(means="pm", en=("pm", "p m")),
)

LETTER: tuple[Rule, ...] = (Rule(means="am", en=("loneam",)), Rule(means="pm", en=("lonepm",)))
"""3:15p"""

PART: tuple[Rule, ...] = (
    Rule(
        means="am",
        en=(
            "(early|mid|late) morning",
            "am",
            "in the am",
            "in the (early) morning",
            "first thing (in the morning)",
        ),
        fr=(
            "(le|au) matin|mat",
            "(dans|en) (la) matinée",
            "dans le matin",
            "en début de journée|matinée",
            "en fin de matinée",
            "à la première heure",
            "de bonne heure",
            "tôt (le) (matin)",
        ),
    ),
    Rule(
        means="pm",
        en=(
            "(early|mid|late) afternoon|evening",
            "in the (early|late) afternoon|evening",
            "night",
            "at night",
            "pm",
            "in the pm",
        ),
        fr=(
            "(le|au|en) soir",
            "(dans|en) (la|fin de) soirée",
            "(dans|en) (l'|fin d'|début d') après-midi",
            "(dans|en) (l') aprem",
            "(en|au) milieu d'|de l' après-midi",
        ),
    ),
    Rule(means="night", fr=("(dans) (la) nuit",)),
    Rule(
        means=None,
        en=("(at) lunch|lunchtime", "over lunch"),
        fr=("(à|sur) l'heure du midi|dîner", "dans la journée"),
    ),
)

TODAY_PART: tuple[Rule, ...] = (
    Rule(
        means="am",
        en=("(early|late|later) this morning", "this morning"),
        fr=(
            "ce matin",
            "cette matinée",
            "dans|en (la) matinée",
            "(en|au) début de (la) journée|matinée",
            "(en|à la|au) fin|milieu de (la) matinée",
        ),
    ),
    Rule(
        means="pm",
        en=(
            "(early|late|later) this afternoon|evening",
            "(the) (end|middle|start) of the afternoon|evening",
            "during the (late|early|mid) afternoon|evening",
            "by (late|early|mid) afternoon|evening",
        ),
        fr=(
            "ce soir",
            "cet après-midi",
            "cette après-midi",
            "cet|cette aprem",
            "(dans) (cette|la) soirée",
            "en soirée",
            "dans|en (l') après-midi|aprem",
            "(en|à la|au) fin|début|milieu de|d' (l'|cet|cette) après-midi",
            "(en|à la|au) fin|début de (la) soirée",
        ),
    ),
    Rule(means="night", en=("(late|later) tonight", "late tonight", "tonite"), fr=("cette nuit",)),
    Rule(
        means=None,
        en=("later|sometime today", "at|over lunch|lunchtime today"),
        fr=(
            "plus tard aujourd'hui",
            "(au|en) milieu de (la) journée",
            "(à la) mi journée|matinée",
            "ce midi",
            "dans la journée",
            "en journée",
        ),
    ),
)
