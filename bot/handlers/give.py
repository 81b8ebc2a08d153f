"""`give 12 to @sam` — somebody else becomes responsible."""

from bot.domain import transitions
from bot.handlers.context import Context
from bot.intents.intent import Give
from bot.messages import Reply


def give(intent: Give, context: Context) -> Reply:
    """Make somebody else the owner; they, and the owner until now, are told."""
    promise = context.promise_to_change(intent.number)
    owner = context.find_owner(intent.to)
    given = transitions.give(
        promise,
        owner.id,
        by=context.person.id,
        at=context.now,
        timetable=context.timetable(owner.id),
        note=intent.note,
    )
    context.save(given)
    context.inform(owner.id, given, "inform-given")
    context.inform(promise.owner, given, "inform-taken", owner=owner.name)
    return context.done(given, "given", owner=owner.name)
