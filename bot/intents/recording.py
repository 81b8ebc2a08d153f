"""`promise …` and `heard …`: to whom, in which words, by when."""

import re

from bot.domain.people import Stakeholder
from bot.intents.clarify import Clarify
from bot.intents.intent import (
    Intent,
    OpenForm,
    RecordInsight,
    RecordPromise,
)
from bot.intents.lexicon import (
    Verb,
)
from bot.intents.text import split_at_colon
from bot.intents.when import NO_DAY, Speaker, find_when


def stakeholder_from(text: str) -> Stakeholder | None:
    """Read `Maria Chen (OpenNorth)`, or a name alone."""
    match = re.fullmatch(r"(?P<name>.*?)\s*(?:\((?P<organisation>[^()]*)\))?", " ".join(text.split()))
    if match is None or not match["name"]:
        return None
    return Stakeholder(name=match["name"], organisation=(match["organisation"] or "").strip())


_TO_WHOM = re.compile(r"(?:to|from|à|a|de|envers)\s+")
"""As it is written before a name: a capital letter, an accent left out with it, or a full stop is a name's."""


def _recorded(rest: str, verb: Verb) -> tuple[Stakeholder, str] | Clarify:
    rest = _TO_WHOM.sub("", rest, count=1) if _TO_WHOM.match(rest) else rest
    parts = split_at_colon(rest)
    suggestions = (verb,)
    if parts is None:
        return Clarify(code="missing-colon" if rest else "missing-all", suggestions=suggestions, begun=rest)
    stakeholder, words = stakeholder_from(parts[0]), parts[1]
    if stakeholder is None:
        return Clarify(code="missing-stakeholder", suggestions=suggestions)
    if not words:
        return Clarify(code="missing-words", suggestions=suggestions)
    return stakeholder, words


def promise(rest: str, speaker: Speaker) -> Intent | Clarify:
    recorded = _recorded(rest, "promise")
    if isinstance(recorded, Clarify):
        return OpenForm() if not rest else recorded
    stakeholder, words = recorded
    when, words = find_when(words, speaker) or (NO_DAY, words)
    if not words:
        return Clarify(code="missing-words", suggestions=("promise",))
    return RecordPromise(stakeholder=stakeholder, words=words, when=when)


def heard(rest: str, _speaker: Speaker) -> Intent | Clarify:
    recorded = _recorded(rest, "heard")
    if isinstance(recorded, Clarify):
        return recorded
    return RecordInsight(stakeholder=recorded[0], words=recorded[1])
