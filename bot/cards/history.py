"""What happened to a promise, in sentences."""

from dataclasses import replace

from bot.cards.lists import PAGE, pager, pages_of
from bot.cards.promise import LONGEST_NOTE, reading, shortened
from bot.cards.view import View
from bot.domain.history import Action, Entry
from bot.domain.promise import Promise, State, deed_of
from bot.intents.codec import dump
from bot.intents.intent import ShowHistory
from bot.messages import Card, Item


def history_card(promise: Promise, view: View, intent: ShowHistory) -> Card:
    """Return the history, newest first, a page at a time."""
    shown = list(reversed(promise.history))[(intent.page - 1) * PAGE : intent.page * PAGE]
    lines = tuple(Item(title=_what(entry, view), detail=_circumstances(entry, view)) for entry in shown)
    is_cut = any(len(entry.note) > LONGEST_NOTE for entry in shown)
    title = view.words("history-title", number=promise.number, stakeholder=str(promise.stakeholder))
    paged = replace(view, around=dump(intent))
    pages = pages_of(promise.version)
    return Card(
        title=title,
        language=view.words.language,
        elements=(*lines, *reading(promise.number, is_cut, view), *pager(intent, paged, pages=pages)),
    )


def _what(entry: Entry[State], view: View) -> str:
    words = view.words
    match entry.action:
        case Action.REMINDED:
            return words("history-reminded", reason=_reason(entry.detail, view))
        case Action.HELD:
            return words("history-held", reason=words(f"hold-{entry.detail}"))
        case Action.RESUMED:
            return words("history-resumed")
        case Action.UNDELIVERED:
            return words("history-undelivered", reason=words(f"history-unreached-{entry.detail}"))
    by = "" if entry.by is None else view.name_of(entry.by)
    if entry.action is Action.UNDONE:
        return words("history-undone", by=by, what=words(f"undone-{entry.detail}"))
    return _deed(entry, by, view)


def _deed(entry: Entry[State], by: str, view: View) -> str:
    """Say what a person did, and what it led to."""
    words, state = view.words, entry.state
    match entry.action:
        case _ if state is None:
            return words(f"history-{entry.action}", by=by)
        case Action.MOVED | Action.RECORDED:
            return words(f"history-{entry.action}", by=by, due=words.due(state.due, view.zone))
        case Action.GIVEN:
            return words("history-given", by=by, owner=view.name_of(state.owner))
        case Action.ESCALATED if state.escalation:
            return words("history-escalated", by=by, decider=view.name_of(state.escalation.decider))
        case Action.CLOSED:
            return words("history-closed", by=by, outcome=words(f"outcome-{state.outcome}"))
        case _:
            return words(f"history-{deed_of(entry)}", by=by)


def _reason(label: str, view: View) -> str:
    """Say why a reminder was sent, from its label such as "overdue 3"."""
    name, _, days = label.rpartition(" ")
    if days.isdigit():
        return view.words(f"reason-{name}", days=int(days))
    return view.words(f"reason-{label}", days=0)


def _circumstances(entry: Entry[State], view: View) -> str:
    words = view.words
    parts = [words.moment(entry.at, view.zone)]
    if entry.note:
        parts.append(words("history-note", note=shortened(entry.note, LONGEST_NOTE)))
    if entry.reminder is not None:
        parts.append(words("history-next", when=words.moment(entry.reminder.at, view.zone)))
    return " · ".join(parts)
