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


def snooze(number: int, rest: str, speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="snooze", number=number)
    span = re.sub(r"^(for|pour|de)\s+(?=\S+\s)", "", rest, flags=re.IGNORECASE)
    readings = [found[0] for text in (rest, f"in {span}") if (found := find_when(text, speaker))]
    days = [when for when in readings if isinstance(when, When)]
    return Snooze(number=number, when=next(iter(days or readings), WhenAsk(question="missing-snooze")))


def move(number: int, rest: str, speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="move", number=number)
    found = find_when(rest, speaker)
    if found is None:
        return Move(number=number, when=WhenAsk(question="missing-move"), reason=reason_of(rest))
    return Move(number=number, when=found[0], reason=reason_of(found[1]))


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
    found = find_when(until, speaker) if until else None
    is_all = found is not None and (not found[1] or reason_of(found[1]) != found[1])
    return until if is_all else None


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
        return Clarify(code="unclear-draft", arguments=(("said", said[:40]), ("number", number)), suggestions=("draft",))
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
