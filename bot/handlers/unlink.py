"""`unlink`, `unlink teams` — an account becomes a person of its own again."""

from bot.cards.linking import platform_name, unlinked_card
from bot.domain.people import Identity
from bot.errors import Refusal
from bot.handlers.context import Context
from bot.handlers.linking import part
from bot.intents.oneself import Unlink
from bot.messages import Reply


def unlink(intent: Unlink, context: Context) -> Reply:
    """Separate the account that is named, or the one that is not being used; say what is where now."""
    person = context.person
    if len(person.identities) == 1:
        raise Refusal("refuse-not-linked", suggestions=("link",))
    leaves, returned = part(context.tx, person, _leaving(intent, context), context.now)
    stays = context.tx.person(person.id)
    return Reply(card=unlinked_card(stays, leaves, context.view, returned=returned))


def _leaving(intent: Unlink, context: Context) -> Identity:
    """Return the account that leaves. Of two, it is the one that came with the linking, whichever is named.

    What was there before the linking belongs to the other, and two accounts are apart either way.
    """
    person = context.person
    if intent.platform and intent.platform not in person.platforms:
        named = platform_name(intent.platform, context.words)
        raise Refusal("refuse-not-there", {"platform": named}, suggestions=("link",))
    if len(person.identities) == 2:  # noqa: PLR2004 - the other one
        return person.identities[1]
    return next(each for each in person.identities if _is_meant(each, intent, context))


def _is_meant(identity: Identity, intent: Unlink, context: Context) -> bool:
    if intent.platform:
        return identity.platform == intent.platform
    return identity.platform != context.conversation.platform
