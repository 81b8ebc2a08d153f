"""`draft 12`, `draft 12 in French` — what can be written to the stakeholder, for the person to send."""

from bot.cards.draft import draft_card
from bot.errors import Refusal
from bot.handlers.context import Context
from bot.intents.intent import Draft
from bot.messages import Reply


def draft(intent: Draft, context: Context) -> Reply:
    """Answer with a message in the stakeholder's language; the one that is asked for is theirs from now on."""
    promise = context.promise_to_change(intent.number)
    if promise.state.retracted:
        raise Refusal("refuse-retracted", {"number": promise.number})
    if intent.language is not None:
        context.tx.save_language_of(promise.stakeholder, intent.language)
    language = context.tx.language_of(promise.stakeholder) or context.person.language
    return Reply(card=draft_card(promise, context.view, language))
