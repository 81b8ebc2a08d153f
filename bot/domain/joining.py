"""What somebody owes and decides when two accounts turn out to be theirs, or are kept apart again.

The reminder stays as it is: whoever links the accounts sets it anew, where the hours are others.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from bot.domain.history import Action
from bot.domain.people import PersonId
from bot.domain.promise import Promise, State
from bot.domain.transitions import advance


def joined(promise: Promise, former: PersonId, keeper: PersonId, *, at: datetime) -> Promise:
    """Let `keeper` owe or decide what `former` does, who is the same human."""
    state = promise.state
    if state.owner == former:
        state = replace(state, owner=keeper)
    if state.decider == former:
        state = _decided_by(keeper, state)
    return _changed(promise, state, Action.LINKED, by=keeper, at=at, detail=former)


def parted(promise: Promise, keeper: PersonId, former: PersonId, *, at: datetime) -> Promise:
    """Give back to `former` what came from them by linking and is with `keeper` ever since."""
    state = promise.state
    if state.owner == keeper and _came_from(former, promise, lambda each: each.owner):
        state = replace(state, owner=former)
    if state.decider == keeper and _came_from(former, promise, lambda each: each.decider):
        state = _decided_by(former, state)
    return _changed(promise, state, Action.UNLINKED, by=keeper, at=at, detail=former)


def _changed(
    promise: Promise, state: State, action: Action, *, by: PersonId, at: datetime, detail: str
) -> Promise:
    if state == promise.state:
        return promise
    return advance(promise, action, by=by, at=at, state=state, reminder=promise.reminder, detail=detail)


def _decided_by(decider: PersonId, state: State) -> State:
    if state.escalation is None:
        raise AssertionError("a question that nobody asked has no decider")
    return replace(state, escalation=replace(state.escalation, decider=decider))


def _came_from(former: PersonId, promise: Promise, who: Callable[[State], PersonId | None]) -> bool:
    """Say whether the entry that brought it to whom it is with now was their linking."""
    states = [(entry, entry.state) for entry in reversed(promise.history) if entry.state is not None]
    with_them = list(takewhile(lambda each: who(each[1]) == who(promise.state), states))
    first, _ = with_them[-1]
    return first.action is Action.LINKED and first.detail == former
