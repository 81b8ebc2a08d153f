"""Taking back what was done to a promise. The history keeps both; `bot.domain.transitions` has the rest."""

from dataclasses import replace
from datetime import datetime

from bot.domain.history import ASIDE, Action
from bot.domain.people import PersonId
from bot.domain.promise import Promise, Stage, State, deed_of
from bot.domain.reminder import Reminder
from bot.domain.timetable import Timetable
from bot.domain.transitions import advance, upcoming
from bot.errors import Refusal


def undo(promise: Promise, entry: int, *, by: PersonId, at: datetime, timetable: Timetable) -> Promise:
    """Take back entry `entry` (counted from 0) of the history, if what it brought about still holds.

    `timetable` is the reminders of the owner before that entry. The reminder that was set then holds again,
    if it still lies ahead.
    """
    undone = promise.history[entry]
    if undone.by != by or undone.action in {Action.UNDONE, Action.RETRACTED}:
        raise Refusal("refuse-undo-not-yours", {"number": promise.number})
    is_superseded = undone.action is Action.SNOOZED and _is_snoozed_since(promise, entry)
    if state_before(promise, entry + 1) != promise.state or is_superseded:
        raise Refusal("refuse-undo-changed", {"number": promise.number})
    if entry == 0:
        state = replace(promise.state, retracted=True)
        return advance(promise, Action.RETRACTED, by=by, at=at, state=state, reminder=None)
    return _back_to(promise, entry, by=by, at=at, timetable=timetable)


def restore(promise: Promise, *, by: PersonId, at: datetime, timetable: Timetable) -> Promise:
    """Let a promise hold again whose recording the same person took back as the last thing."""
    latest = promise.history[-1]
    if latest.action is not Action.RETRACTED or latest.by != by:
        raise Refusal("refuse-undo-changed", {"number": promise.number})
    return _back_to(promise, promise.version - 1, by=by, at=at, timetable=timetable)


def state_before(promise: Promise, entry: int) -> State:
    """Return the state that held before entry `entry` (counted from 0, at least 1) of the history."""
    return next(past.state for past in reversed(promise.history[:entry]) if past.state is not None)


def _is_snoozed_since(promise: Promise, entry: int) -> bool:
    """Say whether another snooze came after `entry` and was not taken back."""
    later = promise.history[entry + 1 :]
    taken_back = [each for each in later if each.action is Action.UNDONE and each.detail == Action.SNOOZED]
    return sum(each.action is Action.SNOOZED for each in later) > len(taken_back)


def _back_to(promise: Promise, entry: int, *, by: PersonId, at: datetime, timetable: Timetable) -> Promise:
    """Return the promise as it was before `entry`, which is named as undone."""
    state = state_before(promise, entry)
    is_open = state.stage is Stage.OPEN and not state.retracted
    reminder = _reminder(promise, entry, state, at, timetable) if is_open else None
    detail = deed_of(promise.history[entry])
    return advance(promise, Action.UNDONE, by=by, at=at, state=state, reminder=reminder, detail=detail)


def _reminder(promise: Promise, entry: int, state: State, at: datetime, timetable: Timetable) -> Reminder:
    before = promise.history[entry - 1]
    done = next(each for each in reversed(promise.history[:entry]) if each.action not in ASIDE)
    was_parked = done.action in {Action.HELD, Action.RESUMED}  # for a leave that may be over
    if before.reminder is None or before.reminder.at <= at or was_parked:
        return upcoming(promise, state.due, at, timetable)
    reminder = replace(before.reminder, sequence=promise.times_reminded + 1)
    if timetable.allows(reminder):
        return reminder
    return timetable.anew(reminder, state.due, was=timetable, since=at)  # their hours are others since
