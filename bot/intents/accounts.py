"""`link …`, `unlink …`, `prefer …`: which accounts are one person's, and where messages to them go."""

import re

from bot.domain.people import folded
from bot.intents.intent import Intent
from bot.intents.lexicon import (
    ACCOUNT,
    CODE,
    FROM_PLACE,
    IN_PLACE,
    PLATFORM_SPELLINGS,
    REMIND_IN,
    TO,
)
from bot.intents.oneself import Link, Prefer, Unlink
from bot.intents.text import take, take_word
from bot.intents.when import Speaker

LONGEST_NAME = 40
"""Characters of a platform's name, or of a code with all that may stand between its letters."""


def link(rest: str, _speaker: Speaker) -> Intent:
    """Read a code, however it is written. An account or a platform instead of one asks for a code."""
    rest = take_word(rest, TO) or rest
    if not rest or take(rest, PLATFORM_SPELLINGS) or take_word(rest, ACCOUNT) is not None:
        return Link()
    return Link(code=re.sub(r"[^0-9a-z]", "", folded((take_word(rest, CODE) or rest)[:LONGEST_NAME])).upper())


def unlink(rest: str, _speaker: Speaker) -> Intent:
    return Unlink(platform=_platform(take_word(rest, FROM_PLACE) or rest))


def prefer(rest: str, _speaker: Speaker) -> Intent:
    return Prefer(platform=_platform(take_word(rest, IN_PLACE) or rest))


def remind_in(said: str) -> Intent | None:
    """Understand `remind me in Teams`; whatever else follows `remind me` is about a promise."""
    rest = take_word(said, REMIND_IN)
    taken = take(rest, PLATFORM_SPELLINGS) if rest else None
    return Prefer(platform=taken[0]) if taken is not None and not taken[1] else None


def _platform(text: str) -> str:
    """Return the platform of this name, or the name itself where it is none of ours."""
    taken = take(text, PLATFORM_SPELLINGS)
    return taken[0] if taken is not None else folded(text)[:LONGEST_NAME].strip(" .,:;!?")
