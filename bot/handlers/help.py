"""`help` — every command with a real example."""

from bot.cards.notices import help_card
from bot.handlers.context import Context
from bot.intents.intent import Help
from bot.messages import Reply


def help_(_intent: Help, context: Context) -> Reply:
    """Answer with the commands, by what a person wants to do."""
    return Reply(card=help_card(context.view, is_one_place=len(context.policy.platforms) == 1))
