"""`mine`, `list …`, `find …`, `summary …`: what to show, of whom, of when."""

import re

from bot.intents.clarify import Clarify
from bot.intents.intent import Find, Intent, ListPromises, Show, Summarise
from bot.intents.lexicon import (
    COURTESY,
    LISTED,
    MINE,
    PERIOD_SPELLINGS,
    SHOW_SPELLINGS,
)
from bot.intents.text import (
    take,
    take_handle,
    take_word,
)
from bot.intents.when import Speaker

LONGEST_SEARCH = 100
"""Characters; the buttons of a list carry what was searched."""

OF = ("for", "of", "pour", "de", "du")
ARTICLES = ("the", "le", "la", "du", "ce", "cette")
"""Between "summary" and a period."""


def split_page(rest: str) -> tuple[str, int]:
    match = re.search(r"\s*\bpage (\d{1,4})$", rest)
    return (rest[: match.start()], max(1, int(match[1]))) if match else (rest, 1)


def list_(rest: str, _speaker: Speaker) -> Intent | Clarify:
    rest, page = split_page(rest)
    whose: str = ""
    show: Show = "live"
    while rest:
        if handle := take_handle(rest):
            whose, rest = handle
        elif (after := take_word(rest, MINE)) is not None:
            whose, rest = "me", after
        elif taken := take(rest, SHOW_SPELLINGS):
            show, rest = taken
        elif (after := take_word(rest, (*LISTED, *COURTESY))) is not None:
            rest = after
        else:
            return Clarify(
                code="unclear-list", arguments=(("said", rest[:40]),), suggestions=("list", "find")
            )
    return ListPromises(whose=whose, show=show, page=page)


def mine(rest: str, speaker: Speaker) -> Intent | Clarify:
    return list_(f"{MINE[0]} {rest}", speaker)


def find(rest: str, _speaker: Speaker) -> Intent | Clarify:
    text, page = split_page(rest)
    if len(text) > LONGEST_SEARCH:
        return Clarify(code="long-search", arguments=(("longest", LONGEST_SEARCH),))
    return Find(text=text, page=page) if text else Clarify(code="missing-search", suggestions=("find",))


def summary(rest: str, _speaker: Speaker) -> Intent | Clarify:
    rest = rest.rstrip(" .!?")
    if not rest or take_word(rest, LISTED) == "":
        return Summarise()
    of = take_word(rest, OF) or rest
    readings = (take(text, PERIOD_SPELLINGS) for text in (rest, of, take_word(of, ARTICLES) or of))
    period = next((taken[0] for taken in readings if taken is not None and not taken[1]), None)
    if period is None:
        return Clarify(code="unclear-period", arguments=(("said", of[:40]),), suggestions=("summary",))
    return Summarise(period=period)
