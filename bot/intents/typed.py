"""Typed text → Intent or Clarify. Total and pure: whatever is typed has an answer, and always the same."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from bot.domain.people import Stakeholder, folded
from bot.domain.promise import Outcome
from bot.intents.intent import (
    Clarify,
    Close,
    Escalate,
    Find,
    Give,
    Help,
    Intent,
    ListPromises,
    Move,
    OpenForm,
    RecordInsight,
    RecordPromise,
    Reopen,
    Return,
    Show,
    ShowHistory,
    ShowOne,
    Snooze,
    Summarise,
    Tell,
    Undo,
    WhenAsk,
)
from bot.intents.lexicon import (
    BECAUSE,
    MINE,
    OUTCOME_SPELLINGS,
    PERIOD_SPELLINGS,
    SHOW_SPELLINGS,
    TO,
    VERB_SPELLINGS,
    Verb,
)
from bot.intents.text import (
    LONGEST_TEXT,
    after_colon,
    clean,
    split_at_colon,
    take,
    take_handle,
    take_number,
    take_word,
    without_address,
)
from bot.intents.when import Speaker, find_when

NO_DAY = WhenAsk(question="missing")


def parse(text: str, speaker: Speaker) -> Intent | Clarify:
    """Understand a command in either language, with or without `/engage` before it."""
    said = without_address(clean(text))
    if len(said) > LONGEST_TEXT:
        return Clarify(code="too-long", arguments=(("length", len(said)), ("longest", LONGEST_TEXT)))
    if not said:
        return OpenForm()
    taken = take(said, VERB_SPELLINGS) or _number_first(said)
    if taken is None:
        return _unknown(said)
    verb, rest = taken
    if verb in _WITHOUT_NUMBER:
        return _WITHOUT_NUMBER[verb](rest, speaker)
    numbered = take_number(rest)
    if numbered is None:
        return Clarify(code="missing-number", arguments=(("verb", verb),), suggestions=(verb,))
    number, rest = numbered
    if (second := take_number(rest)) is not None and verb in {"done", "close", "told", "reopen"}:
        return Clarify(code="one-at-a-time", arguments=(("first", number), ("second", second[0])))
    return _WITH_NUMBER[verb](number, rest, speaker)


def _number_first(said: str) -> tuple[Verb, str] | None:
    """Understand `12 done` as `done 12`; a number alone shows it."""
    numbered = take_number(said)
    if numbered is None:
        return None
    number, rest = numbered
    if not rest:
        return "show", str(number)
    taken = take(rest, VERB_SPELLINGS)
    if taken is None or taken[0] in _WITHOUT_NUMBER:
        return None
    return taken[0], f"{number} {taken[1]}"


def _unknown(said: str) -> Clarify:
    known = dict(VERB_SPELLINGS)
    first = folded(said.split(maxsplit=1)[0]).strip(":,.!?")
    near = get_close_matches(first, known, n=4, cutoff=0.6)
    verbs = tuple(dict.fromkeys(known[spelling] for spelling in near))
    if not verbs and split_at_colon(said):
        verbs = ("promise", "heard")
    return Clarify(
        code="unclear-command",
        arguments=(("said", first),),
        suggestions=verbs or ("promise", "heard", "mine"),
    )


def stakeholder_from(text: str) -> Stakeholder | None:
    """Read `Maria Chen (OpenNorth)`, or a name alone."""
    match = re.fullmatch(r"(?P<name>.*?)\s*(?:\((?P<organisation>[^()]*)\))?", " ".join(text.split()))
    if match is None or not match["name"]:
        return None
    return Stakeholder(name=match["name"], organisation=(match["organisation"] or "").strip())


def _recorded(rest: str, verb: Verb) -> tuple[Stakeholder, str] | Clarify:
    rest = take_word(rest, ("to", "from", "à", "de")) or rest
    parts = split_at_colon(rest)
    suggestions = (verb,)
    if parts is None:
        return Clarify(code="missing-colon" if rest else "missing-all", suggestions=suggestions)
    stakeholder, words = stakeholder_from(parts[0]), parts[1]
    if stakeholder is None:
        return Clarify(code="missing-stakeholder", suggestions=suggestions)
    if not words:
        return Clarify(code="missing-words", suggestions=suggestions)
    return stakeholder, words


def _promise(rest: str, speaker: Speaker) -> Intent | Clarify:
    recorded = _recorded(rest, "promise")
    if isinstance(recorded, Clarify):
        return OpenForm() if not rest else recorded
    stakeholder, words = recorded
    when, words = find_when(words, speaker) or (NO_DAY, words)
    if not words:
        return Clarify(code="missing-words", suggestions=("promise",))
    return RecordPromise(stakeholder=stakeholder, words=words, when=when)


def _heard(rest: str, _speaker: Speaker) -> Intent | Clarify:
    recorded = _recorded(rest, "heard")
    if isinstance(recorded, Clarify):
        return recorded
    return RecordInsight(stakeholder=recorded[0], words=recorded[1])


def _page(rest: str) -> tuple[str, int]:
    match = re.search(r"\s*\bpage (\d{1,4})$", rest)
    return (rest[: match.start()], max(1, int(match[1]))) if match else (rest, 1)


def _list(rest: str, _speaker: Speaker) -> Intent | Clarify:
    rest, page = _page(rest)
    whose: str = ""
    show: Show = "live"
    while rest:
        if handle := take_handle(rest):
            whose, rest = handle
        elif (after := take_word(rest, MINE)) is not None:
            whose, rest = "me", after
        elif taken := take(rest, SHOW_SPELLINGS):
            show, rest = taken
        elif (after := take_word(rest, ("promises", "engagements", "of", "de"))) is not None:
            rest = after
        else:
            return Clarify(
                code="unclear-list", arguments=(("said", rest[:40]),), suggestions=("list", "find")
            )
    return ListPromises(whose=whose, show=show, page=page)


def _mine(rest: str, speaker: Speaker) -> Intent | Clarify:
    return _list(f"mine {rest}", speaker)


def _find(rest: str, _speaker: Speaker) -> Intent | Clarify:
    text, page = _page(rest)
    return Find(text=text, page=page) if text else Clarify(code="missing-search", suggestions=("find",))


def _summary(rest: str, _speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return Summarise()
    taken = take(rest, PERIOD_SPELLINGS)
    if taken is None or taken[1]:
        return Clarify(code="unclear-period", arguments=(("said", rest[:40]),), suggestions=("summary",))
    return Summarise(period=taken[0])


def _close(number: int, rest: str, _speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="close", number=number)
    rest = take_word(rest, ("as", "comme")) or rest
    taken = take(rest, OUTCOME_SPELLINGS)
    if taken is None:
        return Clarify(
            code="unclear-outcome",
            arguments=(("said", rest[:40]), ("number", number)),
            suggestions=("close",),
        )
    outcome, reason = taken[0], _reason(taken[1])
    if outcome is not Outcome.KEPT and not reason:
        return Clarify(
            code="refuse-close-without-reason", arguments=(("number", number), ("outcome", outcome.value))
        )
    return Close(number=number, outcome=outcome, reason=reason)


def _reason(text: str) -> str:
    text = after_colon(text)
    return after_colon(take_word(text, BECAUSE) or text)


def _snooze(number: int, rest: str, speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="snooze", number=number)
    found = find_when(re.sub(r"^(for|pour|de)\s+(?=\S+\s)", "in ", rest, flags=re.IGNORECASE), speaker)
    return Snooze(number=number, when=(found or find_when(rest, speaker) or (NO_DAY, ""))[0])


def _move(number: int, rest: str, speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="move", number=number)
    found = find_when(rest, speaker)
    if found is None:
        return Move(number=number, when=NO_DAY, reason=_reason(rest))
    return Move(number=number, when=found[0], reason=_reason(found[1]))


def _give(number: int, rest: str, _speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="give", number=number)
    named = take_handle(take_word(rest, TO) or rest)
    if named is None:
        return Clarify(code="missing-person", arguments=(("number", number),), suggestions=("give",))
    return Give(number=number, to=named[0], note=_reason(named[1]))


def _escalate(number: int, rest: str, _speaker: Speaker) -> Intent | Clarify:
    if not rest:
        return OpenForm(form="escalate", number=number)
    named = take_handle(take_word(rest, TO) or rest)
    if named is None:
        return Clarify(code="missing-person", arguments=(("number", number),), suggestions=("escalate",))
    question = after_colon(named[1])
    if not question:
        return Clarify(code="missing-question", arguments=(("number", number),), suggestions=("escalate",))
    return Escalate(number=number, to=named[0], question=question)


def _return(number: int, rest: str, _speaker: Speaker) -> Intent | Clarify:
    note = after_colon(rest)
    return Return(number=number, note=note) if note else OpenForm(form="return", number=number)


_WITHOUT_NUMBER: Mapping[Verb, Callable[[str, Speaker], Intent | Clarify]] = {
    "promise": _promise,
    "heard": _heard,
    "form": lambda _rest, _speaker: OpenForm(),
    "mine": _mine,
    "list": _list,
    "find": _find,
    "summary": _summary,
    "help": lambda _rest, _speaker: Help(),
    "undo": lambda _rest, _speaker: Undo(),
}

_WITH_NUMBER: Mapping[Verb, Callable[[int, str, Speaker], Intent | Clarify]] = {
    "show": lambda number, _rest, _speaker: ShowOne(number=number),
    "history": lambda number, rest, _speaker: ShowHistory(number=number, page=_page(rest)[1]),
    "done": lambda number, rest, _speaker: Close(number=number, reason=after_colon(rest)),
    "close": _close,
    "told": lambda number, rest, _speaker: Tell(number=number, how=after_colon(rest)),
    "reopen": lambda number, rest, _speaker: Reopen(number=number, note=_reason(rest)),
    "snooze": _snooze,
    "move": _move,
    "give": _give,
    "escalate": _escalate,
    "return": _return,
}
