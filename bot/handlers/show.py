"""`show 12` — one promise or insight, whole."""

from bot.cards.insight import insight_card
from bot.cards.promise import promise_card
from bot.handlers.context import Context
from bot.intents.intent import ShowOne
from bot.messages import Reply


def show(intent: ShowOne, context: Context) -> Reply:
    """Answer with whatever has this number."""
    insight = context.tx.insight(intent.number)
    if insight is not None:
        return Reply(card=insight_card(insight, context.view))
    return Reply(card=promise_card(context.promise(intent.number), context.view))
