"""Typed text → Intent or Clarify. Total and pure: whatever is typed has an answer, and always the same."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from bot.domain.people import folded
from bot.intents import accounts
from bot.intents.absence import away
from bot.intents.acting import ACTS
from bot.intents.clarify import Clarify
from bot.intents.intent import (
    Back,
    Help,
    Intent,
    OpenForm,
    ShowHome,
    Undo,
)
from bot.intents.lexicon import BEFORE_NUMBER, COURTESY, RELATED_SPELLINGS, TO, VERB_SPELLINGS, Verb
from bot.intents.looking import find, list_, mine, split_page, summary
from bot.intents.recording import heard, promise
from bot.intents.text import (
    LONGEST_TEXT,
    clean,
    split_at_colon,
    take,
    take_handle,
    take_number,
    take_word,
    without_address,
)
from bot.intents.when import Speaker

WITHOUT_NUMBER: Mapping[Verb, Callable[[str, Speaker], Intent | Clarify]] = {
    "promise": promise,
    "heard": heard,
    "form": lambda _rest, _speaker: OpenForm(),
    "home": lambda rest, _speaker: ShowHome(page=split_page(rest)[1]),
    "mine": mine,
    "list": list_,
    "find": find,
    "summary": summary,
    "away": away,
    "back": lambda _rest, _speaker: Back(),
    "help": lambda _rest, _speaker: Help(),
    "link": accounts.link,
    "unlink": accounts.unlink,
    "prefer": accounts.prefer,
    "undo": lambda rest, _speaker: Undo(number=numbered[0] if (numbered := take_number(rest)) else None),
}

ONE_AT_A_TIME = ("done", "close", "told", "reopen")
_MORE_NUMBERS = re.compile(
    r"(?:and\b|et\b|&)?\s*#?(\d{1,9})(?!\d)(?:[\s,.!]++(?:(?:and|et|&)\s++)?#?\d{1,9}(?!\d))*+[\s,.!]*+",
    re.IGNORECASE,
)
"""Further numbers and nothing else; what is longer than a number of ours is a telephone's or a parcel's."""


def parse(text: str, speaker: Speaker) -> Intent | Clarify:
    """Understand a command in either language, with or without `/engage` before it."""
    said = without_address(clean(text))
    if len(said) > LONGEST_TEXT:
        return Clarify(code="too-long", arguments=(("length", len(said)), ("longest", LONGEST_TEXT)))
    if not said:
        return OpenForm()
    if place := accounts.remind_in(said):
        return place
    taken = take(said, VERB_SPELLINGS) or _number_first(said) or _after_courtesy(said)
    if taken is None:
        return _unknown(said)
    verb, rest = taken
    if verb in WITHOUT_NUMBER:
        return WITHOUT_NUMBER[verb](rest, speaker)
    numbered = take_number(take_word(rest, BEFORE_NUMBER) or rest) or _after_handle(rest)
    if numbered is None:
        return Clarify(code="missing-number", arguments=(("verb", verb),), suggestions=(verb,))
    number, rest = numbered
    if verb in ONE_AT_A_TIME and (more := _MORE_NUMBERS.fullmatch(rest)):
        return Clarify(code="one-at-a-time", arguments=(("first", number), ("second", int(more[1]))))
    return ACTS[verb](number, rest, speaker)


def _number_first(said: str) -> tuple[Verb, str] | None:
    """Understand `12 done` as `done 12`; a number alone shows it."""
    numbered = take_number(said)
    if numbered is None:
        return None
    number, rest = numbered
    if not rest:
        return "show", str(number)
    taken = take(rest, VERB_SPELLINGS)
    if taken is None or taken[0] in WITHOUT_NUMBER:
        return None
    return taken[0], f"{number} {taken[1]}"


def _after_handle(rest: str) -> tuple[int, str] | None:
    """Understand `give @sam 12` as `give 12 @sam`."""
    named = take_handle(take_word(rest, TO) or rest)
    numbered = None if named is None else take_number(named[1])
    return None if named is None or numbered is None else (numbered[0], f"@{named[0]} {numbered[1]}")


def _after_courtesy(said: str) -> tuple[Verb, str] | None:
    """Understand `please show 12` and `I promised Maria: …`; courtesy alone asks for help."""
    rest = said
    while (shorter := take_word(rest, COURTESY)) is not None:
        rest = shorter
    if not rest:
        return "help", ""
    return take(rest, VERB_SPELLINGS) if rest != said else None


def _unknown(said: str) -> Clarify:
    first = folded(said.split(maxsplit=1)[0]).strip(":,.!?")
    known = [*VERB_SPELLINGS, *RELATED_SPELLINGS]
    spelled = {spelling for spelling, _ in known}
    near = [first] if first in spelled else get_close_matches(first, spelled, n=3, cutoff=0.7)
    verbs = tuple(dict.fromkeys(verb for each in near for spelling, verb in known if spelling == each))[:4]
    if not verbs and split_at_colon(said):
        verbs = ("promise", "heard")
    return Clarify(
        code="unclear-command",
        arguments=(("said", said[:40].split(maxsplit=1)[0]),),
        suggestions=verbs or ("promise", "heard", "mine"),
    )
