"""`history 12` — everything that happened to a promise, and why each reminder was sent or held."""

from bot.cards.history import history_card
from bot.handlers.context import Context
from bot.intents.intent import ShowHistory
from bot.messages import Reply


def history(intent: ShowHistory, context: Context) -> Reply:
    """Answer with one page, the newest first."""
    return Reply(card=history_card(context.promise(intent.number), context.view, intent))
