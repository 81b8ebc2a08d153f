"""Whole phrases: a day, an hour, or both, with the preposition that makes them the due.

A rule that means None recognises what only looks like a due, so that no part of it is taken for one.
"""

from bot.intents.dates.anchors import ANCHOR, NEAR
from bot.intents.dates.beside_hours import ABOUT, AT, AT_EN, EXACTLY, FOR, NEARLY
from bot.intents.dates.clocks import BARE, HOUR_LETTER, HOURS_SAID, MINUTES_SAID
from bot.intents.dates.dated import DATED, OF_DAY, ON_DATE
from bot.intents.dates.festivals import FESTIVAL, FESTIVE
from bot.intents.dates.fiscal import (
    CALENDAR_YEAR,
    FISCAL_DAY,
    FISCAL_YEAR,
    QUARTER,
    QUARTERLY,
)
from bot.intents.dates.grammar import Grammar, Rule
from bot.intents.dates.leads import AIMED, ASIDE, LATEST, LEAD, MEETING, PAUSE
from bot.intents.dates.lengths import LENGTH, MINUTES_LONG, STRETCH
from bot.intents.dates.lookalikes import LOOKALIKES, NO_HOURS
from bot.intents.dates.monthly import IN_MONTH
from bot.intents.dates.neighbours import BESIDE
from bot.intents.dates.parts import HALF, LETTER, PART, SAID_HALF, TODAY_PART
from bot.intents.dates.periods import PERIOD, VAGUE_DAY, vague
from bot.intents.dates.recurrences import RECURRENCE, RECURRING
from bot.intents.dates.relative import DAY
from bot.intents.dates.said import due, end_of_today, hour_alone, hour_in_its_half, impossible, now
from bot.intents.dates.slots import SLOTS
from bot.intents.dates.spans import SPANS
from bot.intents.dates.weekdays import WEEKDAY, WEEKDAY_ALONE
from bot.intents.dates.whole_hours import CLOCK, ONE_O_CLOCK
from bot.intents.dates.whole_months import MONTHLY, NEXT_MONTH, THESE_QUARTERS, WHOLE_YEAR
from bot.intents.dates.zones import ZONE_SAID

_DAY_AND_HOUR = Rule(
    means=due,
    en=(
        "({lead}) {day} ({part}) ({latest}) ({please})",
        "({lead}) (the) {part} (of|on|du|de|d') {day} ({part}) ({latest})",
        "({lead}) {part} {of_day} ({pause}) ({at} {clock}) ({latest})",
        "({lead}) {day} ({part}) ({pause}) ({at}|{for}) {clock} ({part}) ({latest}) ({please})",
        "({lead}) {day} ({part}) ({pause}) {at} {bare} ({part}) ({latest}) ({please})",
        "({lead}) {day} ({pause}) {at} {hour} {part} ({latest})",
        "({lead}) {day} {spoken} {edge}",
        "({lead}) {near} {hour} {finish}",
        "{said_to_be} {hour} {near} ({part})",
        "({lead}) {clock} ({part}) ({pause}) ({lead}) (of|de|d'|sur) {day} ({part}) ({latest}) ({please})",
        "({lead}) {clock} ({pause}) ({lead}) {day} (,) {zone_said} ({latest})",
        "({lead}) {clock} ({pause}) ({lead}) {day} {opening} {zone_said} {closing}",
        "({lead}) {weekday_alone}|{near} {four_digits_of_24} {edge}|{zone_said}",
        "({lead}) {day} ({part}) {opening} {clock} {closing} ({latest})",
        "{exact_at} {hour} ({pause}) ({lead}) {day} ({part}) ({latest})",
        "{exact_at} {spoken}|{one_o_clock} ({pause}) ({lead}) {day} ({part}) ({latest})",
        "{spoken_words} {near} ({part})",
        "({lead}) {day} ({part}) {hour_letter}",
        "{alone} {hour} ({lead}) {day} ({part}) {finish}",
    ),
)

_TODAYS_PART = Rule(
    means=due,
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
    means=hour_alone,
    en=(
        "{lead} {clock} ({latest}) ({please})",
        "{about} {clock} ({latest}) ({please})",
        "{at} {one_o_clock} ({latest}) ({please})",
        "({lead}|{at}) {clock} {part} ({latest})",
        "by|before {bare} {finish}",
        "{at_en} {bare} {finish}",
        "{at} {late_hour} {finish}",
        "at|@ {bare} {close}",
        "{part} ({pause}) {at} {clock}|{bare}",
        "{clock} {edge}",
        "{at} {minutes_said} ({latest}) ({please})",
    ),
)

DUE = (
    Rule(means=None, en=("24/7",), fr=("le 5 à 7", "{hour} à|to {hour} {edge}")),
    *RECURRING,
    *NO_HOURS,
    Rule(means=hour_alone, fr=("d'ici (à|au) {office_hour}", "après {office_hour}")),
    _DAY_AND_HOUR,
    _TODAYS_PART,
    Rule(
        means=due,
        en=(
            "{aimed} {day} s {meeting}",
            "{aimed} the {weekday_alone} {meeting}",
        ),
        fr=("{aimed} la|le|l' {meeting} de|d'|du {day}",),
    ),
    Rule(
        means=end_of_today,
        en=("({lead}) eod|cob|eob|cop", "({lead}) (the) end of (the) (working|business) day"),
        fr=("en|à la fin de (la) journée", "avant|d'ici|pour (la) fin de (la) journée"),
    ),
    _HOUR_ALONE,
    Rule(means=hour_in_its_half, en=("({lead}|{at}) {hour}|{colon} {said_half}",)),
    Rule(
        means=now,
        en=("{alone} (right) now {finish}", "{alone} immediately {finish}", "{alone} right away {finish}"),
        fr=("{alone} maintenant|immédiatement {finish}", "{alone} tout de suite {finish}"),
    ),
    Rule(
        means=impossible,
        en=(
            "({lead}) {day} ({pause}) ({at}) {no_clock}",
            "({lead}) {no_clock} ({pause}) ({lead}) {day}",
            "at {no_clock}",
        ),
        fr=("à {no_clock}",),
    ),
    *SPANS,
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
        "about": ABOUT,
        "at": AT,
        "at_en": AT_EN,
        "exact_at": AT,
        "for": FOR,
        "exactly": EXACTLY,
        "minutes_long": MINUTES_LONG,
        "one_o_clock": ONE_O_CLOCK,
        "nearly": NEARLY,
        "zone_said": ZONE_SAID,
        "bare": (*BARE, *MINUTES_SAID),
        "minutes_said": MINUTES_SAID,
        "hour_letter": HOUR_LETTER,
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
        "next_month": NEXT_MONTH,
        "these_quarters": THESE_QUARTERS,
        "fiscally": (*THESE_QUARTERS, *FISCAL_YEAR, *QUARTERLY),
        "whole_year": WHOLE_YEAR,
        "within": (*MONTHLY, *THESE_QUARTERS, *FISCAL_YEAR, *QUARTERLY, *CALENDAR_YEAR),
        "on_date": ON_DATE,
        "of_day": OF_DAY,
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
        "recurrence": RECURRENCE,
        "due": DUE,
    },
)
