"""`done 12`, `close 12 not pursued: policy choice` — end a promise with its outcome."""

from bot.domain import transitions
from bot.handlers.context import Context
from bot.intents.intent import Close
from bot.messages import Reply


def close(intent: Close, context: Context) -> Reply:
    """Close it. A lead who closes somebody else's promise is not silent about it: the owner is told."""
    promise = context.promise_to_change(intent.number)
    closed = transitions.close(
        promise, intent.outcome, by=context.person.id, at=context.now, reason=intent.reason
    )
    context.save(closed)
    context.inform(closed.owner, closed, "inform-closed", outcome=intent.outcome)
    return context.done(closed, "closed", outcome=intent.outcome, stakeholder=closed.stakeholder)
