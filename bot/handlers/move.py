"""`move 12 to 12 December because the data is late` — renegotiate the due."""

from dataclasses import replace

from bot.domain import transitions
from bot.errors import Refusal
from bot.handlers.context import Context
from bot.intents.days import WhenAsk
from bot.intents.intent import Move
from bot.messages import Reply


def move(intent: Move, context: Context) -> Reply:
    """Set a new due with its reason; the original one stays on record."""
    promise = context.promise_to_change(intent.number)
    if not intent.reason:
        raise Refusal("refuse-move-without-reason", {"number": intent.number})
    if isinstance(intent.when, WhenAsk):
        return context.asked(intent.when, about=promise.words)
    due = context.due(intent.when)
    moved = transitions.move(
        promise,
        due,
        by=context.person.id,
        at=context.now,
        timetable=context.timetable(promise.owner),
        reason=intent.reason,
    )
    context.save(moved)
    context.inform(moved.owner, moved, "inform-moved", due=due)
    rather = [(other, replace(intent, when=other)) for other in intent.when.readings]
    return context.done(moved, "moved", due=due, rather=rather, is_new_due=True)
