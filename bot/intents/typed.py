"""Typed text → Intent or Clarify. Total and pure: whatever is typed has an answer, and always the same."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from bot.domain.people import folded
from bot.intents import accounts, preferences
from bot.intents.absence import away
from bot.intents.acting import ACTS
from bot.intents.clarify import Clarify
from bot.intents.days import When
from bot.intents.intent import Help, Intent, OpenForm, ShowHome, Undo
from bot.intents.lexicon import (
    ABOUT,
    BEFORE_NUMBER,
    COPULA,
    COURTESY,
    RELATED_SPELLINGS,
    SHOW_SPELLINGS,
    TO,
    VERB_SPELLINGS,
)
from bot.intents.looking import find, list_, mine, split_page, summary
from bot.intents.oneself import Back
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
    without_thanks,
)
from bot.intents.verbs import Verb
from bot.intents.when import Speaker, find_when

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
    "settings": preferences.settings,
    "undo": lambda rest, _speaker: Undo(number=numbered[0] if (numbered := take_number(rest)) else None),
}

RECORDING = ("promise", "heard")
LATER = ("snooze", "move")
SEVERAL = ("mine", "list", "home", "summary", "help", "settings")

ONE_AT_A_TIME = ("done", "close", "told", "reopen")
_MORE_NUMBERS = re.compile(
    r"(?:and\b|et\b|&)?\s*#?(\d{1,9})(?!\d)(?:[\s,.!]++(?:(?:and|et|&)\s++)?#?\d{1,9}(?!\d))*+[\s,.!]*+",
    re.IGNORECASE,
)
"""Further numbers and nothing else; what is longer than a number of ours is a telephone's or a parcel's."""


_BEFORE_ENDING = "|".join((*ABOUT, *BEFORE_NUMBER)).replace("'", "['\u2019]")
_ENDING = re.compile(rf"\s(?:(?:{_BEFORE_ENDING})\s)*#?(?P<number>\d{{1,9}})[.!?\s]*$", re.IGNORECASE)
"""The number of a promise at the end: "about promise 12"."""


def parse(text: str, speaker: Speaker) -> Intent | Clarify:
    """Understand a command in either language, with or without `/engage` before it."""
    said = without_address(clean(text))
    if len(said) > LONGEST_TEXT:
        return Clarify(code="too-long", arguments=(("length", len(said)), ("longest", LONGEST_TEXT)))
    if not said:
        return OpenForm()
    if chosen := accounts.remind_in(said) or preferences.named_alone(said):
        return chosen
    taken = take(said, VERB_SPELLINGS) or _number_first(said) or _after_courtesy(said)
    if taken is None:
        return _unknown(said)
    verb, rest = taken
    if verb in RECORDING and (numbered_first := _number_first(rest)):
        verb, rest = numbered_first
    if verb in WITHOUT_NUMBER:
        return WITHOUT_NUMBER[verb](rest, speaker)
    rest = without_thanks(rest)
    numbered = _numbered(rest) or _after_handle(rest) or _number_last(verb, rest, speaker)
    if numbered is None:
        return _several(verb, rest, speaker) or Clarify(
            code="missing-number", arguments=(("verb", verb),), suggestions=(verb,)
        )
    number, rest = numbered
    if verb in ONE_AT_A_TIME and (more := _MORE_NUMBERS.fullmatch(rest)):
        return Clarify(code="one-at-a-time", arguments=(("first", number), ("second", int(more[1]))))
    return ACTS[verb](number, rest, speaker)


def _numbered(rest: str) -> tuple[int, str] | None:
    return take_number(take_word(rest, BEFORE_NUMBER) or rest)


def _number_last(verb: Verb, rest: str, speaker: Speaker) -> tuple[int, str] | None:
    """Understand « rappelle-moi demain 12 »: a number after a whole day, if it is not that day's own."""
    ending = _ENDING.search(rest) if verb in LATER else None
    if ending is None:
        return None
    before = rest[: ending.start()].strip()
    alone, together = find_when(before, speaker), find_when(rest, speaker)
    if alone is None or alone[1] or not isinstance(alone[0], When):
        return None
    is_apart = together is None or not isinstance(together[0], When) or together[0].day == alone[0].day
    return (int(ending["number"]), before) if is_apart else None


def _several(verb: Verb, rest: str, speaker: Speaker) -> Intent | Clarify | None:
    """Understand `show my promises`, « affiche la liste »: what is shown has no number."""
    if verb != "show":
        return None
    if taken := take(rest, VERB_SPELLINGS):
        return WITHOUT_NUMBER[taken[0]](taken[1], speaker) if taken[0] in SEVERAL else None
    return list_(rest, speaker) if take(rest, SHOW_SPELLINGS) else None


def _number_first(said: str) -> tuple[Verb, str] | None:
    """Understand `12 done` and « le 12 est fait » as `done 12`; a number alone shows it."""
    numbered = _numbered(said)
    if numbered is None:
        return None
    number, rest = numbered
    if not rest.strip(".!?"):
        return "show", str(number)
    taken = take(take_word(rest, COPULA) or rest, VERB_SPELLINGS)
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
