"""`escalate 12 to @director: whether to publish the dataset` — ask somebody who may decide."""

from bot.domain import transitions
from bot.handlers.context import Context
from bot.intents.intent import Escalate
from bot.messages import Reply


def escalate(intent: Escalate, context: Context) -> Reply:
    """Stop the owner's reminders, and put the question to the decider with what was promised."""
    promise = context.promise_to_change(intent.number)
    decider = context.find_owner(intent.to)
    escalated = transitions.escalate(
        promise, decider.id, intent.question, by=context.person.id, at=context.now
    )
    context.save(escalated)
    context.inform(decider.id, escalated, "inform-escalated")
    context.inform(escalated.owner, escalated, "inform-escalated-yours", decider=decider.name)
    if escalated.owner != context.person.id:
        owner = context.tx.person(escalated.owner).name
        return context.done(escalated, "escalated-of", decider=decider.name, owner=owner)
    return context.done(escalated, "escalated", decider=decider.name)
