"""What somebody chooses for a setting, as they type it: hours, days, a clock time, a province."""

import re
from datetime import time

from bot.domain.people import Hours, folded
from bot.intents.dates.lexicon import SHORT_WEEKDAYS_EN, SHORT_WEEKDAYS_FR, WEEKDAYS
from bot.intents.setting_words import REGIONS, WEEK_SPELLINGS
from bot.intents.text import take

NOON = 12
AFTERNOON = range(1, 6)
"""Hours that nobody begins to work at: a bare 4 is in the afternoon."""

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})\s?(?:(?P<mark>h|heures?|:|\.)\s?(?P<minute>[0-5]\d)?)?(?:\s?o'clock)?\s?(?P<half>[ap]\.?m\.?)?"
)
_NAMED = {"noon": time(NOON), "midi": time(NOON), "midnight": time(0), "minuit": time(0)}
_FROM = re.compile(r"^(?:from|between|de|des|entre)\s+")
_UNTIL = re.compile(
    r"\s*(?:\b(?:to|until|till|til|and|et|au|jusqu'a|jusqu'au|a(?!\.?\s?m\b))\b|[-\u2013\u2014])\s*"
)
_DAY_OR_RANGE = re.compile(r"[^\W\d_]+|[-\u2013\u2014]")
_THROUGH = {"to", "through", "thru", "until", "till", "a", "au", "jusqu'au", "jusqu", "-", "\u2013", "\u2014"}
_BETWEEN = {
    "and",
    "et",
    "from",
    "du",
    "de",
    "le",
    "les",
    "on",
    "the",
    "only",
    "seulement",
    "des",
    "every",
    "chaque",
}
_DAYS = {**SHORT_WEEKDAYS_EN, **SHORT_WEEKDAYS_FR, **WEEKDAYS}
_CODES = {re.sub(r"[^a-z]", "", folded(name)): code for code, names in REGIONS.items() for name in names}


def read_clock(text: str) -> time | None:
    """Understand `8:30`, `8 h 30`, `8 am`, `noon`; a bare hour from 1 to 5 is in the afternoon."""
    found = _clock(folded(text))
    if found is None:
        return None
    clock, is_sure = found
    bare = not is_sure and clock.minute == 0 and clock.hour in AFTERNOON and ":" not in text
    return clock.replace(hour=clock.hour + NOON) if bare else clock


def read_hours(text: str) -> Hours | None:
    """Understand `8:00 to 16:30`, `de 8 h à 16 h 30`, `8-4`; that they end after they begin is for others to ask."""
    ends = _UNTIL.split(_FROM.sub("", folded(text)))
    if len(ends) != 2:  # noqa: PLR2004 - from and until
        return None
    first, last = _clock(ends[0]), _clock(ends[1])
    if first is None or last is None:
        return None
    return hours_of(first, last)


def hours_of(first: tuple[time, bool], last: tuple[time, bool]) -> Hours:
    """Return the hours between two clock times; what is not sure (8 to 4) is read so that a day's work fits."""
    begin, until = first[0], last[0]
    if not last[1] and until.hour < NOON and (until < begin or until.hour <= AFTERNOON.stop):
        later = until.replace(hour=until.hour + NOON)
        until = later if later > begin else until
    if not first[1] and begin.hour in AFTERNOON and begin.replace(hour=begin.hour + NOON) < until:
        begin = begin.replace(hour=begin.hour + NOON)
    return Hours(first=begin, last=until)


def read_days(text: str) -> tuple[int, ...] | None:
    """Understand `Mon to Thu`, `lundi, mardi et jeudi`, `weekdays`; Monday is 0. None if anything is no day."""
    week = take(text, WEEK_SPELLINGS)
    if week is not None and not week[1]:
        return week[0]
    days: list[int] = []
    through = False
    for word in _DAY_OR_RANGE.findall(folded(text).replace("'", "")):
        day = _day(word)
        if word in _THROUGH and days and not through:
            through = True
        elif day is not None:
            days += _range(days.pop(), day) if through else (day,)
            through = False
        elif word not in _BETWEEN:
            return None
    has_more = through or re.search(r"\d", text)
    return tuple(sorted(set(days))) if days and not has_more else None


def read_region(text: str) -> str | None:
    """Understand a province or territory by its name in either language, or its letters."""
    return _CODES.get(re.sub(r"[^a-z]", "", folded(text)))


def _clock(text: str) -> tuple[time, bool] | None:
    """Return a clock time, and whether it can be read in one way only."""
    if text in _NAMED:
        return _NAMED[text], True
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half is not None:
        if not 1 <= hour <= NOON:
            return None
        return time(hour % NOON + (NOON if half[0] == "p" else 0), minute), True
    if (hour, minute) == (24, 0):
        return time(0), True
    if hour > 23:  # noqa: PLR2004 - the last hour of a day
        return None
    is_sure = (match["mark"] or ":")[0] == "h" or match["hour"][0] == "0" or hour >= NOON
    return time(hour, minute), is_sure


def _day(word: str) -> int | None:
    return _DAYS.get(word, _DAYS.get(word.removesuffix("s")))


def _range(first: int, last: int) -> tuple[int, ...]:
    """Return the days from one to the other; Saturday to Tuesday goes on into the next week."""
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))
