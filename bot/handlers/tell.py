"""`told 12 by email` — the stakeholder knows the result: the loop is closed."""

from bot.domain import transitions
from bot.handlers.context import Context
from bot.intents.intent import Tell
from bot.messages import Reply


def tell(intent: Tell, context: Context) -> Reply:
    """Note when and how the stakeholder was told."""
    promise = context.promise_to_change(intent.number)
    told = transitions.tell(promise, intent.how, by=context.person.id, at=context.now)
    context.save(told)
    return context.done(told, "told", stakeholder=told.stakeholder)
