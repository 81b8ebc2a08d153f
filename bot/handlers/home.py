"""`home` — what waits for the speaker, and what they owe."""

from bot.handlers.context import Context
from bot.handlers.homepage import home_card, home_mark
from bot.intents.intent import ShowHome
from bot.messages import Place, Reply


def home(intent: ShowHome, context: Context) -> Reply:
    """Answer with one page; a home page that was looked at is kept up to date from then on."""
    if context.conversation.place is Place.HOME:
        context.tx.set_mark(home_mark(context.conversation), context.now)
    card = home_card(context.tx, context.policy, context.person, context.now, page=intent.page)
    return Reply(card=card)
