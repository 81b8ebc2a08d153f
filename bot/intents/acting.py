"""What is done to one promise: its number is known, the rest of the text says how."""

import re
from collections.abc import Callable, Mapping

from bot.intents.clarify import Clarify
from bot.intents.days import When, WhenAsk
from bot.intents.intent import (
    Close,
    Draft,
    Escalate,
    Give,
    Intent,
    Move,
    OpenForm,
    Read,
    Reopen,
    Return,
    ShowHistory,
    ShowOne,
    Snooze,
    Tell,
)
from bot.intents.lexicon import (
    AS,
    BECAUSE,
    IN_PLACE,
    LANGUAGE_SPELLINGS,
    OUTCOME_SPELLINGS,
    TO,
)
from bot.intents.looking import split_page
from bot.intents.text import (
    after_colon,
    take,
    take_handle,
    take_word,
)
from bot.intents.verbs import Verb
from bot.intents.when import Speaker, find_when


def close(number: int, rest: str, _speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="close", number=number)
    rest = take_word(rest, AS) or rest
    taken = take(rest, OUTCOME_SPELLINGS)
    if taken is None:
        return Clarify(
            code="unclear-outcome",
            arguments=(("said", rest[:40]), ("number", number)),
            suggestions=("close",),
        )
    return Close(number=number, outcome=taken[0], reason=reason_of(taken[1]))


def done(number: int, rest: str, speaker: Speaker) -> Intent | Clarify:
    """Close it as kept; `done 12 as kept in part: …` names another outcome."""
    if take_word(rest, AS):
        return close(number, rest, speaker)
    return Close(number=number, reason=after_colon(rest))


def reason_of(text: str) -> str:
    text = after_colon(text)
    return after_colon(take_word(text, BECAUSE) or text)


_BY = re.compile(r"^(?:(?:for|by|pour|de)\s+|d['’]\s*)(?=\S+\s)", re.IGNORECASE)
_LENGTH = re.compile(r"^(?:(?:by|de)\s+|d['’]\s*)(?=(?:an?|une?|the|\w+)\s)", re.IGNORECASE)
"""By a week, d'une semaine: how far, not when."""

_TO_DAY = re.compile(r"\s(?P<day>(?:to|until|au|à|jusqu['’]au)\s[^\n]+)$", re.IGNORECASE)
"""The day behind a reason: because the data is late to 12 December."""

_BECAUSE = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in BECAUSE), re.IGNORECASE)


def snooze(number: int, rest: str, speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="snooze", number=number)
    span = _BY.sub("", rest)
    readings = [found[0] for text in (rest, f"in {span}") if (found := find_when(text, speaker))]
    days = [when for when in readings if isinstance(when, When)]
    return Snooze(number=number, when=next(iter(days or readings), WhenAsk(question="missing-snooze")))


def move(number: int, rest: str, speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="move", number=number)
    found = find_when(rest, speaker)
    if found is None and (length := _LENGTH.match(rest)):
        # How far from its day, which the text does not have: asked about, and no part of the reason.
        found = find_when(f"in {rest[length.end() :]}", speaker)
        reason = "" if found is None else reason_of(found[1])
        return Move(number=number, when=WhenAsk(question="missing-move"), reason=reason or _behind(rest))
    if found is None and (told := _TO_DAY.search(rest)):
        found = find_when(told["day"], speaker)
        if found is not None:
            reason = f"{rest[: told.start()]} {found[1]}".strip()
            return Move(number=number, when=found[0], reason=reason_of(reason))
    if found is None:
        return Move(number=number, when=WhenAsk(question="missing-move"), reason=reason_of(rest))
    return Move(number=number, when=found[0], reason=reason_of(found[1]))


def _behind(text: str) -> str:
    """Return what follows because, or nothing."""
    said = _BECAUSE.search(text)
    return reason_of(text[said.start() :]) if said else ""


_UNTIL = ("à", "au", "jusqu'à", "jusqu'au")


def give(number: int, rest: str, speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="give", number=number)
    named = take_handle(take_word(rest, TO) or rest)
    if named is None and (until := _until(rest, speaker)):
        return move(number, until, speaker)
    if named is None:
        return Clarify(code="missing-person", arguments=(("number", number),), suggestions=("give",))
    return Give(number=number, to=named[0], note=reason_of(named[1]))


def _until(rest: str, speaker: Speaker) -> str | None:
    """Return the day that follows where nobody does: « remettre 12 à lundi » is to postpone it, in Québec."""
    until = take_word(rest, _UNTIL)
    found = find_when(rest, speaker) if until else None
    if found is None:
        return None
    left = found[1] if (after := take_word(found[1], _UNTIL)) is None else after
    return until if not left or reason_of(left) != left else None


def escalate(number: int, rest: str, _speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="escalate", number=number)
    named = take_handle(take_word(rest, TO) or rest)
    if named is None:
        return Clarify(code="missing-person", arguments=(("number", number),), suggestions=("escalate",))
    question = after_colon(named[1])
    if not question:
        return Clarify(code="missing-question", arguments=(("number", number),), suggestions=("escalate",))
    return Escalate(number=number, to=named[0], question=question)


def return_(number: int, rest: str, _speaker: Speaker) -> Intent | Clarify:
    note = after_colon(rest)
    return Return(number=number, note=note) if note else OpenForm(form="return", number=number)


def draft(number: int, rest: str, _speaker: Speaker) -> Intent | Clarify:
    """`draft 12`, `draft 12 in French`."""
    said = take_word(after_colon(rest), IN_PLACE) or after_colon(rest)
    if not said.strip(".!? "):
        return Draft(number=number)
    named = take(said, LANGUAGE_SPELLINGS)
    if named is None:
        return Clarify(
            code="unclear-draft", arguments=(("said", said[:40]), ("number", number)), suggestions=("draft",)
        )
    return Draft(number=number, language=named[0])


ACTS: Mapping[Verb, Callable[[int, str, Speaker], Intent | Clarify]] = {
    "show": lambda number, _rest, _speaker: ShowOne(number=number),
    "read": lambda number, rest, _speaker: Read(number=number, page=split_page(rest)[1]),
    "history": lambda number, rest, _speaker: ShowHistory(number=number, page=split_page(rest)[1]),
    "done": done,
    "close": close,
    "told": lambda number, rest, _speaker: Tell(number=number, how=after_colon(rest)),
    "draft": draft,
    "reopen": lambda number, rest, _speaker: Reopen(number=number, note=reason_of(rest)),
    "snooze": snooze,
    "move": move,
    "give": give,
    "escalate": escalate,
    "return": return_,
}
