"""What a change of somebody's absence does to the reminders that wait for its end."""

from dataclasses import replace

from bot.domain import transitions
from bot.domain.history import Action
from bot.domain.people import Leave
from bot.domain.promise import Promise, Stage
from bot.domain.reminder import Hold
from bot.handlers.context import Context, last_bundle
from bot.ports import PromiseQuery


def change_leave(leave: Leave | None, context: Context) -> None:
    """Save the person's leave, and let the reminders that waited for the end of the old one follow it."""
    person = replace(context.person, leave=leave)
    context.tx.save_person(person)
    timetable = context.policy.timetable(person)
    until = timetable.soonest(context.now, last_bundle=last_bundle(context.tx, person))
    is_away = leave is not None and leave.covers(context.view.today)
    for promise in _parked(context):
        at = promise.reminder.at if promise.reminder else until
        if not is_away and at > until:
            context.tx.save_promise(transitions.resume(promise, until, at=context.now))
        elif is_away and at != until and promise.latest.detail == Hold.LEAVE:
            context.tx.save_promise(transitions.held(promise, Hold.LEAVE, until, at=context.now))


def _parked(context: Context) -> list[Promise]:
    """Return the person's promises whose reminders were put off, for the leave or until after it."""
    query = PromiseQuery(owner=context.person.id, stages=(Stage.OPEN,))
    everything = context.tx.promises(replace(query, limit=context.tx.promises(query).total))
    parked = {Action.HELD, Action.RESUMED}
    return [promise for promise in everything.items if promise.latest.action in parked]
