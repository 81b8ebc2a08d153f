"""The legal transitions of a promise, and nothing else.

Each takes a promise and returns the next one, with one more entry in its history, or raises `Refusal`
with the sentence that says why not. They hold these invariants:

- a promise has one stage, and an outcome only when it is closed;
- `due_original` stays what it was;
- an open promise has exactly one future reminder, any other has none;
- the history only grows, and each change is explained by one entry.

`by` is the person who acts, `at` the moment (aware), `timetable` the reminders of the owner *after* the act.
"""

from dataclasses import replace
from datetime import date, datetime, time

from bot.domain.due import Due
from bot.domain.history import Action, Entry
from bot.domain.people import PersonId, Stakeholder
from bot.domain.promise import Escalation, Outcome, Promise, Stage, State, Told
from bot.domain.reminder import Hold, Reminder
from bot.domain.timetable import Timetable
from bot.errors import Refusal


def record(
    *,
    number: int,
    stakeholder: Stakeholder,
    words: str,
    due: Due,
    owner: PersonId,
    by: PersonId,
    at: datetime,
    timetable: Timetable,
    team: str | None = None,
    source: str = "",
) -> Promise:
    """Begin a promise. Raises `Refusal` if it is already past."""
    _refuse_past(due, at, timetable)
    state = State(owner=owner, due=due)
    reminder = timetable.next_reminder(due, after=at, sequence=1)
    return Promise(
        number=number,
        stakeholder=stakeholder,
        words=words,
        recorded_by=by,
        recorded_at=at,
        due_original=due,
        state=state,
        reminder=reminder,
        history=(Entry(at=at, by=by, action=Action.RECORDED, state=state, reminder=reminder),),
        team=team,
        source=source,
    )


def close(promise: Promise, outcome: Outcome, *, by: PersonId, at: datetime, reason: str = "") -> Promise:
    """End an open promise. Every outcome but *kept* needs a reason."""
    require_stage(promise, Stage.OPEN, action="close")
    if outcome is not Outcome.KEPT and not reason:
        raise Refusal("refuse-close-without-reason", {"number": promise.number, "outcome": outcome.value})
    state = replace(promise.state, stage=Stage.CLOSED, outcome=outcome, reason=reason)
    return advance(promise, Action.CLOSED, by=by, at=at, state=state, reminder=None, note=reason)


def tell(promise: Promise, how: str, *, by: PersonId, at: datetime) -> Promise:
    """Note that the stakeholder was told the result of a closed promise."""
    require_stage(promise, Stage.CLOSED, action="told")
    state = replace(promise.state, told=Told(at=at, by=by, how=how))
    return advance(promise, Action.TOLD, by=by, at=at, state=state, reminder=None, note=how)


def reopen(promise: Promise, *, by: PersonId, at: datetime, timetable: Timetable, note: str = "") -> Promise:
    """Open a closed promise again. Its due stays, even when it is past."""
    require_stage(promise, Stage.CLOSED, action="reopen")
    state = replace(promise.state, stage=Stage.OPEN, outcome=None, reason="", told=None)
    reminder = upcoming(promise, state.due, at, timetable)
    return advance(promise, Action.REOPENED, by=by, at=at, state=state, reminder=reminder, note=note)


def snooze(
    promise: Promise, day: date, clock: time | None, *, by: PersonId, at: datetime, timetable: Timetable
) -> Promise:
    """Remind later, on `day` (at `clock`, the owner's local time). The due is unchanged."""
    require_stage(promise, Stage.OPEN, action="snooze")
    reminder = timetable.snoozed(day, clock, sequence=promise.times_reminded + 1)
    if reminder.at <= at:
        raise Refusal("refuse-snooze-past", {"number": promise.number})
    return advance(promise, Action.SNOOZED, by=by, at=at, reminder=reminder)


def move(
    promise: Promise, due: Due, *, by: PersonId, at: datetime, timetable: Timetable, reason: str
) -> Promise:
    """Renegotiate: a new due, with the reason that the stakeholder could be told."""
    require_stage(promise, Stage.OPEN, action="move")
    if not reason:
        raise Refusal("refuse-move-without-reason", {"number": promise.number})
    if due == promise.due:
        raise Refusal("refuse-move-same", {"number": promise.number})
    _refuse_past(due, at, timetable)
    state = replace(promise.state, due=due)
    reminder = upcoming(promise, due, at, timetable)
    return advance(promise, Action.MOVED, by=by, at=at, state=state, reminder=reminder, note=reason)


def give(
    promise: Promise, owner: PersonId, *, by: PersonId, at: datetime, timetable: Timetable, note: str = ""
) -> Promise:
    """Make somebody else responsible. `timetable` is the new owner's."""
    require_stage(promise, Stage.OPEN, action="give")
    if owner == promise.owner:
        raise Refusal("refuse-give-same", {"number": promise.number})
    state = replace(promise.state, owner=owner)
    reminder = upcoming(promise, promise.due, at, timetable)
    return advance(promise, Action.GIVEN, by=by, at=at, state=state, reminder=reminder, note=note)


def escalate(promise: Promise, decider: PersonId, question: str, *, by: PersonId, at: datetime) -> Promise:
    """Ask a decider. The owner's reminders stop until the promise comes back."""
    require_stage(promise, Stage.OPEN, action="escalate")
    if decider == promise.owner:
        raise Refusal("refuse-escalate-to-owner", {"number": promise.number})
    if not question:
        raise Refusal("refuse-escalate-without-question", {"number": promise.number})
    escalation = Escalation(decider=decider, by=by, at=at, question=question)
    state = replace(promise.state, stage=Stage.ESCALATED, escalation=escalation)
    return advance(promise, Action.ESCALATED, by=by, at=at, state=state, reminder=None, note=question)


def return_to_owner(
    promise: Promise, note: str, *, by: PersonId, at: datetime, timetable: Timetable
) -> Promise:
    """Bring an escalated promise back to its owner, whose reminders start again."""
    require_stage(promise, Stage.ESCALATED, action="return")
    escalation = promise.state.escalation
    if escalation is None:
        raise AssertionError(f"promise {promise.number} is escalated to nobody")
    returned = replace(escalation, returned_at=at, returned_by=by, returned_note=note)
    state = replace(promise.state, stage=Stage.OPEN, escalation=returned)
    reminder = upcoming(promise, promise.due, at, timetable)
    return advance(promise, Action.RETURNED, by=by, at=at, state=state, reminder=reminder, note=note)


def reminded(promise: Promise, sent: Reminder, *, at: datetime, timetable: Timetable) -> Promise:
    """Note that the owner was sent `sent`, and set the next reminder."""
    require_stage(promise, Stage.OPEN, action="remind")
    reminder = timetable.next_reminder(promise.due, after=at, sequence=sent.sequence + 1)
    return advance(promise, Action.REMINDED, by=None, at=at, reminder=reminder, detail=sent.label)


def held(promise: Promise, why: Hold, until: datetime, *, at: datetime) -> Promise:
    """Note that the reminder waits, and until when. It is bundled then, even if it had its own hour."""
    require_stage(promise, Stage.OPEN, action="remind")
    if promise.reminder is None or until <= at:
        raise AssertionError(f"promise {promise.number} cannot be held until {until}")
    reminder = replace(promise.reminder, at=until, exact=False)
    return advance(promise, Action.HELD, by=None, at=at, reminder=reminder, detail=why.value)


def undelivered(promise: Promise, why: str, *, at: datetime) -> Promise:
    """Note that a reminder that was sent did not arrive, and why; the next one stays as it is."""
    return advance(promise, Action.UNDELIVERED, by=None, at=at, reminder=promise.reminder, detail=why)


def resume(promise: Promise, until: datetime, *, at: datetime) -> Promise:
    """Let a reminder that was held for the owner's leave go on at `until`, since they are back."""
    require_stage(promise, Stage.OPEN, action="remind")
    if promise.reminder is None or until < at:
        raise AssertionError(f"promise {promise.number} cannot be resumed at {until}")
    reminder = replace(promise.reminder, at=until)
    return advance(promise, Action.RESUMED, by=None, at=at, reminder=reminder, detail=Hold.LEAVE.value)


_LEADS_TO = {
    "close": Stage.CLOSED,
    "escalate": Stage.ESCALATED,
    "reopen": Stage.OPEN,
    "return": Stage.OPEN,
}

_LEADS_ON = {
    Stage.OPEN: ("done", "close"),
    Stage.ESCALATED: ("return",),
    Stage.CLOSED: ("reopen",),
}
"""What to type first where a stage is in the way."""


def require_stage(promise: Promise, stage: Stage, *, action: str) -> None:
    """Raise `Refusal` unless `promise` is at `stage`; `action` names what was to be done with it."""
    if promise.state.retracted:
        raise Refusal("refuse-retracted", {"number": promise.number})
    if promise.stage is _LEADS_TO.get(action):
        raise Refusal("refuse-already", {"number": promise.number, "stage": promise.stage.value})
    if promise.stage is not stage:
        raise Refusal(
            "refuse-stage",
            {"number": promise.number, "stage": promise.stage.value, "action": action},
            suggestions=_LEADS_ON[promise.stage],
        )


def _refuse_past(due: Due, at: datetime, timetable: Timetable) -> None:
    if due.is_past(at, timetable.zone):
        raise Refusal("refuse-due-past", {"due": due})


def upcoming(promise: Promise, due: Due, at: datetime, timetable: Timetable) -> Reminder:
    """Return the reminder that the cadence has next."""
    return timetable.next_reminder(due, after=at, sequence=promise.times_reminded + 1)


def advance(
    promise: Promise,
    action: Action,
    *,
    by: PersonId | None,
    at: datetime,
    reminder: Reminder | None,
    state: State | None = None,
    detail: str = "",
    note: str = "",
) -> Promise:
    """Return the next version of `promise`, with one more entry in its history. `state` None: it stays."""
    entry = Entry(at=at, by=by, action=action, state=state, reminder=reminder, detail=detail, note=note)
    return replace(
        promise, state=state or promise.state, reminder=reminder, history=(*promise.history, entry)
    )
