"""`draft 12`, `draft 12 in French` — what can be written to the stakeholder, for the person to send."""

from bot.cards.draft import draft_card
from bot.errors import Refusal
from bot.handlers.context import Context
from bot.intents.intent import Draft
from bot.intents.tongues import language_of_words
from bot.messages import Reply
from bot.ports import Deed

NO_ENTRY = -1
"""Nothing was done to the promise, so that no button that takes back an entry of its history means this."""


def draft(intent: Draft, context: Context) -> Reply:
    """Answer with a message in the stakeholder's language; the one that is asked for is theirs from now on."""
    promise = context.promise_to_change(intent.number)
    if promise.state.retracted:
        raise Refusal("refuse-retracted", {"number": promise.number})
    known = context.tx.language_of(promise.stakeholder)
    if intent.language is not None and intent.language != known:
        context.tx.save_language_of(promise.stakeholder, intent.language)
        context.remember(Deed(number=promise.number, entry=NO_ENTRY, drafts=True, language=known))
    language = intent.language or known or language_of_words(promise.words)
    return Reply(card=draft_card(promise, context.view, language or context.person.language))
