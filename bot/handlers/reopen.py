"""`reopen 12` — a closed promise turns out not to be finished."""

from bot.domain import transitions
from bot.handlers.context import Context
from bot.intents.intent import Reopen
from bot.messages import Reply


def reopen(intent: Reopen, context: Context) -> Reply:
    """Open it again, with its due as it was; its reminders start again."""
    promise = context.promise_to_change(intent.number)
    timetable = context.timetable(promise.owner)
    opened = transitions.reopen(
        promise, by=context.person.id, at=context.now, timetable=timetable, note=intent.note
    )
    context.save(opened)
    context.inform(opened.owner, opened, "inform-reopened")
    return context.done(opened, "reopened", due=opened.due)
