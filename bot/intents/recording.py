"""`promise …` and `heard …`: to whom, in which words, by when, in whatever order it was said."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.domain.people import Stakeholder, folded
from bot.intents.clarify import Clarify
from bot.intents.days import When, WhenAsk
from bot.intents.intent import Intent, OpenForm, RecordInsight, RecordPromise
from bot.intents.lexicon import BEFORE_DUE
from bot.intents.sentences import said_what, to_do_what
from bot.intents.text import split_at_colon, without_thanks
from bot.intents.when import NO_DAY, Speaker, find_when


def stakeholder_from(text: str) -> Stakeholder | None:
    """Read `Maria Chen (OpenNorth)`, or a name alone."""
    match = re.fullmatch(r"(?P<name>.*?)\s*(?:\((?P<organisation>[^()]*)\))?", " ".join(text.split()))
    if match is None or not match["name"]:
        return None
    return Stakeholder(name=match["name"], organisation=(match["organisation"] or "").strip())


_TO_WHOM = re.compile(
    r"(?:(?:to|from|for|à|a|au|aux|de|envers|pour)\s+)?(?:(?:(?:the|la|le|les)\s+|l['’])(?=[^\W\d_a-zà-öø-ÿ]))?"
)
"""As it is written before a name: a capital letter, an accent left out with it, or a full stop is a name's."""


def promise(rest: str, speaker: Speaker) -> Intent | Clarify:
    """Read a promise; without a colon only where it is plain where the name ends and the words begin."""
    if not rest:
        return OpenForm()
    parts = split_at_colon(rest) or to_do_what(_named(rest))
    if parts is None:
        return Clarify(code="missing-colon", suggestions=("promise",), begun=rest)
    to, words = parts[0], without_thanks(parts[1])
    if not words:
        return Clarify(code="missing-words", suggestions=("promise",))
    when, to, words = next(_readings(to, words, speaker))
    stakeholder = stakeholder_from(_named(to))
    if stakeholder is None:
        return Clarify(code="missing-stakeholder", suggestions=("promise",))
    if not words:
        return Clarify(code="missing-words", suggestions=("promise",))
    return RecordPromise(stakeholder=stakeholder, words=words, when=when)


def heard(rest: str, _speaker: Speaker) -> Intent | Clarify:
    """Read an insight; dates in it are the stakeholder's own words."""
    parts = split_at_colon(rest) or said_what(rest)
    if parts is None:
        code = "missing-colon" if rest else "missing-all"
        return Clarify(code=code, suggestions=("heard",), begun=rest)
    stakeholder, words = stakeholder_from(_named(parts[0])), parts[1]
    if stakeholder is None:
        return Clarify(code="missing-stakeholder", suggestions=("heard",))
    if not words:
        return Clarify(code="missing-words", suggestions=("heard",))
    return RecordInsight(stakeholder=stakeholder, words=words)


def _named(text: str) -> str:
    return _TO_WHOM.sub("", text, count=1)


def _readings(to: str, words: str, speaker: Speaker) -> Iterator[tuple[When | WhenAsk, str, str]]:
    """Yield (day, stakeholder, words) as they can be read, the surest first.

    A day beside the name is the due where a preposition says so, or where the words name none: "Maria by
    Friday: send the report of 3 March".
    """
    beside, within = find_when(to, speaker), find_when(words, speaker)
    if beside is not None and _is_introduced(beside[0]):
        yield _with_its_hour(beside[0], words, speaker), beside[1], words
    if within is not None:
        yield within[0], to, within[1]
    if beside is not None and isinstance(beside[0], When):
        yield beside[0], beside[1], words
    yield NO_DAY, to, words


def _with_its_hour(when: When | WhenAsk, words: str, speaker: Speaker) -> When | WhenAsk:
    """Return a day with the hour that the words name: "Maria by Friday: call her at 4pm"."""
    if isinstance(when, WhenAsk) or when.clock is not None:
        return when
    found = find_when(f"{words}, {when.said}", speaker)
    whole = found[0] if found is not None else when
    return replace(when, clock=whole.clock) if isinstance(whole, When) and whole.day == when.day else when


def _is_introduced(when: When | WhenAsk) -> bool:
    return folded(when.said).startswith(BEFORE_DUE)
