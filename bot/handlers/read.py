"""`read 12` — all that was written about a promise or an insight, however long."""

from bot.cards.reading import reading_card
from bot.handlers.context import Context
from bot.intents.intent import Read
from bot.messages import Reply


def read(intent: Read, context: Context) -> Reply:
    """Answer with one page of it."""
    of = context.tx.insight(intent.number) or context.promise(intent.number)
    return Reply(card=reading_card(of, context.view, intent))
