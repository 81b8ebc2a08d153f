"""One setting's text → its value. Each raises `ValueError` with the end of a sentence: "must be …"."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from zoneinfo import available_timezones

from apscheduler.triggers.cron import CronTrigger

from bot.domain.holidays import REGIONS
from bot.domain.people import folded

LONGEST_SHOWN = 40
LONGEST_ADDRESS = 2000
UNREADABLE = {"Cc", "Cs"}  # control characters, halves of surrogate pairs
SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
WEEKDAY_NAMES = "mon|tue|wed|thu|fri|sat|sun"
WEEKDAYS = re.compile(rf"\*|({WEEKDAY_NAMES})([-,]({WEEKDAY_NAMES}))*")
SOME_DAY = datetime(2026, 1, 1, tzinfo=UTC)
MONTHS = {
    folded(name): number
    for number, names in enumerate(
        (
            ("January", "janvier"),
            ("February", "février"),
            ("March", "mars"),
            ("April", "avril"),
            ("May", "mai"),
            ("June", "juin"),
            ("July", "juillet"),
            ("August", "août"),
            ("September", "septembre"),
            ("October", "octobre"),
            ("November", "novembre"),
            ("December", "décembre"),
        ),
        start=1,
    )
    for name in names
}
CRON_FIELD = re.compile(r"[\d*/,-]+|[a-z,-]+")


def text(value: object) -> str:
    """Any text that is not blank, on one line."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be text")
    if any(unicodedata.category(character) in UNREADABLE for character in value):
        raise ValueError("must be one line of text, without control characters")
    return value.strip()


def text_up_to(most: int) -> Callable[[object], str]:
    """Return what reads a line of text of at most `most` characters."""

    def read(value: object) -> str:
        found = text(value)
        if len(found) > most:
            raise ValueError(f"must have at most {most} characters, and has {len(found)}")
        return found

    return read


def page(value: object) -> str:
    """A page that people can open."""
    words = "must be an https address such as https://engage.example.ca/privacy"
    if len(text(value)) > LONGEST_ADDRESS:
        raise ValueError(words)
    return _matching(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?([/?#]\S*)?", value, words)


def key(value: object) -> str:
    """A short name for programs."""
    return _matching(
        r"[a-z0-9]+(-[a-z0-9]+)*", value, "must be small letters, digits and hyphens, such as open-data"
    )


def handle(value: object) -> str:
    """Somebody's handle, as others mention them, without the @."""
    return _matching(r"[^@\s]+", value, "must be a handle without @ or spaces, such as lea")


def channel(value: object) -> str:
    """A channel of a platform."""
    return _matching(r"[a-z]+:\S+", value, "must be platform:channel, such as playground:engagement")


def language(value: object) -> str:
    """A language that Engage speaks."""
    return _matching(r"en|fr", value, "must be en or fr")


def switch(value: object) -> bool:
    """Yes or no."""
    chosen = SWITCHES.get(value.lower()) if isinstance(value, str) else None
    if chosen is None:
        raise ValueError(f"must be true or false{_not(value)}")
    return chosen


def clock_time(value: object) -> time:
    """A local time of 24 hours. A default, which is a time already, passes."""
    if isinstance(value, time):
        return value
    words = "must be a time such as 09:00"
    found = _matching(r"([01]?\d|2[0-3]):[0-5]\d", value, words)
    hour, minute = found.split(":")
    return time(int(hour), int(minute))


def day(value: object) -> date:
    """A day of the calendar."""
    words = "must be a day such as 2026-12-24"
    found = _matching(r"\d{4}-\d{2}-\d{2}", value, words)
    try:
        return date.fromisoformat(found)
    except ValueError:
        raise ValueError(f"{words}, and {found} is not in the calendar") from None


def month(value: object) -> int:
    """A month by its name, in English or in French, or by its number. A default, which is a number, passes."""
    if isinstance(value, int):
        return value
    words = "must be a month such as april"
    named = MONTHS.get(folded(value)) if isinstance(value, str) else None
    if named is not None:
        return named
    return int(_matching(r"0?[1-9]|1[0-2]", value, words))


def region(value: object) -> str:
    """A province or territory by its code, with or without the country's."""
    code = value.upper().removeprefix("CA-") if isinstance(value, str) else ""
    if code in REGIONS:
        return code
    raise ValueError(
        f"must be a province or territory: {', '.join(REGIONS[:-1])} or {REGIONS[-1]}{_not(value)}"
    )


def whole_number(least: int, most: int) -> Callable[[object], int]:
    """Return what reads a whole number from `least` to `most`, both included."""
    words = f"must be a whole number from {least} to {most}"

    def read(value: object) -> int:
        found = int(_matching(r"\d{1,9}", value, words))
        if not least <= found <= most:
            raise ValueError(f"{words}{_not(value)}")
        return found

    return read


def time_zone(value: object) -> str:
    """A name of the IANA time zone database."""
    zones = available_timezones()
    if isinstance(value, str) and value in zones:
        return value
    near = get_close_matches(str(value), zones, n=1) if isinstance(value, str) else []
    hint = f"; did you mean {near[0]}?" if near else ""
    raise ValueError(f"must be a time zone such as America/Toronto{_not(value)}{hint}")


def cron(value: object) -> str:
    """Five cron fields. Weekdays are named, because their numbers mean other days in other programs."""
    words = 'must be five cron fields such as "0 9 * * mon" (minute, hour, day, month, weekday)'
    fields = value.split() if isinstance(value, str) else []
    expression = " ".join(fields)
    if len(fields) != len(("minute", "hour", "day", "month", "weekday")):
        raise ValueError(f"{words}{_not(value)}")
    if not WEEKDAYS.fullmatch(fields[-1]):
        raise ValueError(f"must name its weekdays, such as mon or mon-fri{_not(fields[-1])}")
    if not all(CRON_FIELD.fullmatch(part) for part in fields):
        raise ValueError(f"{words}{_not(value)}")
    try:
        trigger = CronTrigger.from_crontab(expression, timezone="UTC")
    except ValueError:
        raise ValueError(f"{words}{_not(value)}") from None
    if trigger.get_next_fire_time(None, SOME_DAY) is None:
        raise ValueError(f"must name a day that exists{_not(value)}")
    return expression


def _matching(pattern: str, value: object, words: str) -> str:
    if isinstance(value, str) and re.fullmatch(pattern, value, re.ASCII):
        return value
    raise ValueError(f"{words}{_not(value)}")


def _not(value: object) -> str:
    """Name a wrong value, if it is short enough to help."""
    if not isinstance(value, str) or not value.isprintable() or len(value) > LONGEST_SHOWN:
        return ""
    return f", not {value}" if value else ", not empty"
