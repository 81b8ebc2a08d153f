"""Whole phrases: a day, an hour, or both, with the preposition that makes them the due.

A rule that means None recognises what only looks like a due, so that no part of it is taken for one.
"""

from dataclasses import replace
from datetime import time

from bot.intents.dates.clocks import AT, BARE, CLOCK, HALF, PART, TODAY_PART, Half, halved
from bot.intents.dates.dated import DATED
from bot.intents.dates.grammar import Grammar, Rule
from bot.intents.dates.periods import PERIOD, VAGUE_DAY, vague
from bot.intents.dates.relative import ANCHOR, DAY, LENGTH
from bot.intents.dates.slots import SLOTS
from bot.intents.dates.values import Context, Question, Reading, Strength, on
from bot.intents.dates.weekdays import WEEKDAY


def _due(
    context: Context,
    *,
    day: Reading | None = None,
    clock: time | None = None,
    bare: time | None = None,
    part: Half | None = None,
    today_part: Half | None = None,
    **_prepositions: Strength,
) -> Reading:
    """A day with its hour; an hour alone is today's."""
    reading = on(context.today) if day is None else day
    at, half = clock or bare, part or today_part
    if at is None:
        return reading
    return replace(reading, clock=at if half is None else halved(at, half))


def _impossible(context: Context, *, day: Reading | None = None, **_rest: object) -> Reading:
    """Friday at 25:00: the day may be meant, the hour cannot."""
    reading = on(context.today) if day is None else day
    return replace(reading, question=reading.question or Question.IMPOSSIBLE)


def _end_of_today(context: Context, **_prepositions: Strength) -> Reading:
    return replace(on(context.today), clock=context.end_of_day)


LEAD = (
    Rule(
        means=Strength.LIMIT,
        en=(
            "by",
            "(by) no|not later than",
            "on or before",
            "due (by|on|for)",
            "within",
            "(by) at the latest",
        ),
        fr=("d'ici (à|au|le|la)", "au plus tard (le|à|au|avant)", "(avec) échéance (le|au)", "sous"),
    ),
    Rule(
        means=Strength.AIMED,
        en=("before", "for", "in time for", "ahead of"),
        fr=("avant (le|la)", "pour (le|la)", "à temps pour (le)"),
    ),
    Rule(
        means=Strength.PLAIN,
        en=("on", "at", "to", "@", "until|till|til", "around|about"),
        fr=("le", "à|au", "jusqu'à|jusqu'au", "vers (le)", "ce|cet|cette", "dès (le)"),
    ),
)

PAUSE = (Rule(means=None, en=(",", "-", "–")),)

LATEST = (
    Rule(
        means=Strength.LIMIT,
        en=("at the latest", "or earlier|sooner|before"),
        fr=("au plus tard", "ou avant"),
    ),
)

DUE = (
    Rule(means=None, en=("24/7",), fr=("le 5 à 7",)),
    Rule(
        means=_due,
        en=(
            "({lead}) {day} ({part}) ({latest})",
            "({lead}) {day} ({part}) ({pause}) ({at}) {clock} ({part}) ({latest})",
            "({lead}) {day} ({part}) ({pause}) {at} {bare} ({part}) ({latest})",
            "({lead}) {clock} ({part}) ({pause}) ({lead}) (of|de|d') {day} ({part}) ({latest})",
            "{lead} {clock} ({today_part}) ({latest})",
            "by|before {bare} {finish}",
            "{alone} {clock} ({today_part}) {finish}",
            "({lead}) {today_part} ({pause}) ({at}) {clock}",
            "({lead}) {today_part} {at} {bare}",
            "({lead}) {clock} ({pause}) {today_part}",
            "({lead}) {today_part}",
        ),
    ),
    Rule(
        means=_end_of_today,
        en=("({lead}) eod|cob", "({lead}) (the) end of (the) day"),
        fr=("en fin de journée",),
    ),
    Rule(
        means=_impossible,
        en=(
            "({lead}) {day} ({pause}) ({at}) {no_clock}",
            "({lead}) {no_clock} ({pause}) ({lead}) {day}",
            "at {no_clock}",
        ),
        fr=("à {no_clock}",),
    ),
    *VAGUE_DAY,
    Rule(
        means=vague,
        en=("(in|within) {length} of|after|following", "after {anchor}"),
        fr=("(dans) (les) {length} suivant|de|du|après", "après {anchor}"),
    ),
    Rule(
        means=None,
        en=(
            "every|each|the {weekday}",
            "of|from|since|dated|starting {day}",
            "black|good|easter|ash|cyber {weekday}",
            "({lead}) {day} s",
            "{n}|{ordinal} {weekday}",
            "({lead}) {weekday} {code}",
            "{dom}|{code} ({pause}) {at} {clock}",
            "({lead}) {dom} {month} {numeral} {edge}",
            "(in|within|dans|d'ici) {length} (and|et) {length} (later|hence|from now|plus tard)",
        ),
        fr=(
            "du|de|des|depuis|chaque {day}",
            "à partir|compter de|d'|du {day}",
            "tous les {weekday}",
            "(le) {weekday} saint",
            "(le) lundi de pâques",
        ),
    ),
)

GRAMMAR = Grammar(
    SLOTS,
    {
        "half": HALF,
        "part": PART,
        "today_part": TODAY_PART,
        "at": AT,
        "bare": BARE,
        "clock": CLOCK,
        "length": LENGTH,
        "dated": DATED,
        "anchor": (*ANCHOR, *WEEKDAY, *PERIOD),
        "day": DAY,
        "lead": LEAD,
        "pause": PAUSE,
        "latest": LATEST,
        "due": DUE,
    },
)
