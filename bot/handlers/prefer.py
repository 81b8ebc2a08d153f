"""`prefer Teams`, `remind me in Teams` — where reminders and messages go."""

from dataclasses import replace

from bot.cards.linking import platform_name, prefers_card
from bot.errors import Refusal
from bot.handlers.context import Context
from bot.intents.oneself import Prefer
from bot.messages import Reply


def prefer(intent: Prefer, context: Context) -> Reply:
    """Send messages to the place that is named from now on, or say where they go."""
    person = context.person
    if intent.platform and intent.platform not in person.platforms:
        named = platform_name(intent.platform, context.words)
        raise Refusal("refuse-not-there", {"platform": named}, suggestions=("link",))
    if intent.platform:
        person = replace(person, prefers=intent.platform)
        context.tx.save_person(person)
    return Reply(card=prefers_card(person, context.view, is_new=bool(intent.platform)))
