"""The form of one's settings, filled in → what is chosen. What is left empty is left to the platform or the team."""

from collections.abc import Callable, MutableMapping
from typing import TypeVar, get_args

from bot.domain.people import Hours, Language, OwnSettings
from bot.errors import Refusal
from bot.intents.oneself import Choose
from bot.intents.places import find_zone, is_zone
from bot.intents.preferences import ALL, read_language
from bot.intents.setting_values import read_clock, read_days, read_hours
from bot.intents.setting_words import REGIONS

T = TypeVar("T")

AUTOMATIC = "automatic"
"""The option of a choice that leaves it to the platform, or to the team."""

Line = Callable[[str], str]
"""Returns what was filled in by the key of a field, empty if nothing."""

Errors = MutableMapping[str, str]
"""The key of a field → the code of a sentence that says what is wrong with it."""


def chosen(line: Line, errors: Errors) -> Choose:
    """Return what the whole form chooses; what cannot be understood is said in `errors`.

    Raises `Refusal` for an option that the form does not have.
    """
    language, zone, region = (_option(line(key)) for key in ("language", "zone", "region"))
    if (
        (language and language not in get_args(Language))
        or (zone and not is_zone(zone))
        or (region and region not in REGIONS)
    ):
        raise Refusal("refuse-button")
    other = _read("other_zone", find_zone, "field-no-zone", line, errors)
    own = OwnSettings(
        language=read_language(language),
        zone=other or zone,
        region=region,
        works=_read("works", read_days, "field-no-days", line, errors) or (),
        hours=_hours(line, errors),
        reminder_time=_read("reminder_time", read_clock, "field-no-clock", line, errors),
    )
    return Choose(settings=ALL, own=own)


def _option(value: str) -> str:
    """Return what was chosen from a list, empty if that is left to the platform or the team."""
    return "" if value == AUTOMATIC else value


def _hours(line: Line, errors: Errors) -> Hours | None:
    first = _read("first_hour", read_clock, "field-no-clock", line, errors)
    last = _read("last_hour", read_clock, "field-no-clock", line, errors)
    for key, other in (("first_hour", "last_hour"), ("last_hour", "first_hour")):
        if line(other) and not line(key):
            errors[key] = "field-both-hours"
    if first is None or last is None:
        return None
    return read_hours(f"{line('first_hour')} - {line('last_hour')}")


def _read(key: str, how: Callable[[str], T | None], error: str, line: Line, errors: Errors) -> T | None:
    text = line(key)
    value = how(text) if text else None
    if text and value is None:
        errors[key] = error
    return value
