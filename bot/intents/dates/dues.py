"""Whole phrases: a day, an hour, or both, with the preposition that makes them the due.

A rule that means None recognises what only looks like a due, so that no part of it is taken for one.
"""

from dataclasses import replace
from datetime import time, timedelta

from bot.intents.dates.anchors import ANCHOR, NEAR
from bot.intents.dates.beside_hours import AT, EXACTLY, FOR, NEARLY, ZONE_SAID
from bot.intents.dates.clocks import BARE, CLOCK, HOURS_SAID, MINUTES_SAID
from bot.intents.dates.dated import DATED, ON_DATE
from bot.intents.dates.festivals import FESTIVAL, FESTIVE
from bot.intents.dates.fiscal import CALENDAR_YEAR, FISCAL_DAY, FISCAL_YEAR, QUARTER, QUARTERLY
from bot.intents.dates.grammar import Grammar, Rule
from bot.intents.dates.hour_slots import afternoon_if_bare
from bot.intents.dates.leads import AIMED, ASIDE, LATEST, LEAD, MEETING, PAUSE
from bot.intents.dates.lengths import LENGTH, STRETCH
from bot.intents.dates.lookalikes import LOOKALIKES
from bot.intents.dates.monthly import IN_MONTH, MONTHLY, THESE_QUARTERS
from bot.intents.dates.neighbours import BESIDE
from bot.intents.dates.parts import HALF, LETTER, PART, SAID_HALF, TODAY_PART, Half, halved
from bot.intents.dates.periods import PERIOD, VAGUE_DAY, vague
from bot.intents.dates.relative import DAY
from bot.intents.dates.slots import SLOTS
from bot.intents.dates.values import Context, Question, Reading, on
from bot.intents.dates.weekdays import WEEKDAY, WEEKDAY_ALONE


def _due(
    context: Context,
    *,
    day: Reading | None = None,
    weekday_alone: Reading | None = None,
    near: Reading | None = None,
    clock: time | None = None,
    bare: time | None = None,
    spoken: time | None = None,
    hour: int | None = None,
    part: Half | None = None,
    today_part: Half | None = None,
    **_around: object,
) -> Reading:
    """A day with its hour."""
    reading = day or near or weekday_alone or on(context.today)
    at, half = clock or bare or spoken, part or today_part
    if at is None and hour is not None:
        at = time(hour if half else afternoon_if_bare(hour))
    if at is None:
        return reading
    return replace(reading, clock=at if half is None else halved(at, half))


def _hour_alone(
    context: Context,
    *,
    part: Half | None = None,
    lead: object = None,
    latest: object = None,
    please: object = None,
    **said: time,
) -> Reading:
    """An hour without its day is today's; one that has gone by is tomorrow's."""
    del lead, latest, please
    at = next(iter(said.values()))
    at = at if part is None else halved(at, part)
    gone = at < context.now.time().replace(second=0, microsecond=0)
    return replace(on(context.today + timedelta(days=gone)), clock=at, hour_alone=True)


def _hour_in_its_half(
    context: Context, *, said_half: Half, hour: int = 0, colon: time | None = None, **_: object
) -> Reading:
    """One in the morning, which no noun can follow."""
    return _hour_alone(context, at=halved(colon or time(hour), said_half))


def _now(context: Context, **_around: object) -> Reading:
    return replace(on(context.today), clock=context.now.time().replace(second=0, microsecond=0, tzinfo=None))


def _end_of_today(context: Context, **_around: object) -> Reading:
    return replace(on(context.today), clock=context.end_of_day)


def _impossible(context: Context, *, day: Reading | None = None, **_rest: object) -> Reading:
    """Friday at 25:00: the day may be meant, the hour cannot."""
    reading = on(context.today) if day is None else day
    return replace(reading, question=reading.question or Question.IMPOSSIBLE)


_DAY_AND_HOUR = Rule(
    means=_due,
    en=(
        "({lead}) {day} ({part}) ({latest}) ({please})",
        "({lead}) (the) {part} (of|on|du|de|d') ({lead}) {day} ({part}) ({latest})",
        "({lead}) {day} ({part}) ({pause}) ({at}|{for}) {clock} ({part}) ({latest}) ({please})",
        "({lead}) {day} ({part}) ({pause}) {at} {bare} ({part}) ({latest}) ({please})",
        "({lead}) {day} ({pause}) {at} {hour} {part} ({latest})",
        "({lead}) {day} {spoken} {edge}",
        "({lead}) {near} {hour} {finish}",
        "({lead}) {clock} ({part}) ({pause}) ({lead}) (of|de|d'|sur) {day} ({part}) ({latest}) ({please})",
        "{exact_at} {hour} ({pause}) ({lead}) {day} ({part}) ({latest})",
        "{exact_at} {spoken} ({pause}) ({lead}) {day} ({part}) ({latest})",
        "{alone} {hour} ({lead}) {day} ({part}) {finish}",
    ),
)

_TODAYS_PART = Rule(
    means=_due,
    en=(
        "({lead}) {clock} ({pause}) {today_part} ({latest})",
        "({lead}) {today_part} ({pause}) ({at}|{for}) {clock} ({latest})",
        "({lead}) {today_part} {at} {bare} ({latest})",
        "({lead}) {hour} ({pause}) {today_part} ({latest})",
        "({lead}) {today_part} ({latest}) ({please})",
        "({lead}) {today_part} ({pause}) {day}",
        "({lead}) {clock} {today_part} ({pause}) ({lead}) {day}",
    ),
)

_HOUR_ALONE = Rule(
    means=_hour_alone,
    en=(
        "{lead} {clock} ({latest}) ({please})",
        "({lead}|{at}) {clock} {part} ({latest})",
        "by|before {bare} {finish}",
        "{at} {bare} {finish}",
        "at|@ {bare} {close}",
        "{part} ({pause}) {at} {clock}|{bare}",
        "{clock} {edge}",
        "{at} {minutes_said} ({latest}) ({please})",
    ),
)

DUE = (
    Rule(means=None, en=("24/7",), fr=("le 5 à 7", "{hour} à|to {hour} {edge}")),
    Rule(means=_hour_alone, fr=("d'ici (à|au) {office_hour}",)),
    _DAY_AND_HOUR,
    _TODAYS_PART,
    Rule(
        means=_due,
        en=(
            "{aimed} {day} s {meeting}",
            "{aimed} the {weekday_alone} {meeting}",
        ),
        fr=("{aimed} la|le|l' {meeting} de|d'|du {day}",),
    ),
    Rule(
        means=_end_of_today,
        en=("({lead}) eod|cob|eob|cop", "({lead}) (the) end of (the) (working|business) day"),
        fr=("en|à la fin de (la) journée", "avant|d'ici|pour (la) fin de (la) journée"),
    ),
    _HOUR_ALONE,
    Rule(means=_hour_in_its_half, en=("({lead}|{at}) {hour}|{colon} {said_half}",)),
    Rule(
        means=_now,
        en=("{alone} (right) now {finish}", "{alone} immediately {finish}", "{alone} right away {finish}"),
        fr=("{alone} maintenant|immédiatement {finish}", "{alone} tout de suite {finish}"),
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
        en=("in|within {length} of", "(in|within) {length} after|following", "after {anchor}"),
        fr=("dans|sous (les) {length} de|du", "(dans|sous) (les) {length} suivant|après", "après {anchor}"),
    ),
    *LOOKALIKES,
)

GRAMMAR = Grammar(
    SLOTS,
    {
        "half": HALF,
        "said_half": SAID_HALF,
        "letter": LETTER,
        "part": PART,
        "today_part": TODAY_PART,
        "at": AT,
        "exact_at": AT,
        "for": FOR,
        "exactly": EXACTLY,
        "nearly": NEARLY,
        "zone_said": ZONE_SAID,
        "bare": (*BARE, *MINUTES_SAID),
        "minutes_said": MINUTES_SAID,
        "hours_said": HOURS_SAID,
        "clock": CLOCK,
        "stretch": STRETCH,
        "further": STRETCH,
        "third": STRETCH,
        "length": LENGTH,
        "festival": FESTIVAL,
        "fiscal_year": FISCAL_YEAR,
        "quarter": QUARTER,
        "quarterly": QUARTERLY,
        "monthly": MONTHLY,
        "fiscally": (*THESE_QUARTERS, *FISCAL_YEAR, *QUARTERLY),
        "within": (*MONTHLY, *THESE_QUARTERS, *FISCAL_YEAR, *QUARTERLY, *CALENDAR_YEAR),
        "on_date": ON_DATE,
        "dated": (*DATED, *FESTIVE),
        "in_month": IN_MONTH,
        "fiscal_day": FISCAL_DAY,
        "near": NEAR,
        "anchor": (*ANCHOR, *WEEKDAY, *PERIOD),
        "day": (*DAY, *BESIDE),
        "lead": LEAD,
        "aimed": AIMED,
        "meeting": MEETING,
        "weekday_alone": WEEKDAY_ALONE,
        "pause": PAUSE,
        "latest": LATEST,
        "please": LATEST,
        "aside": ASIDE,
        "due": DUE,
    },
)
