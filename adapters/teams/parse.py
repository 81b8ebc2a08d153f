"""What Teams sends → what the core hears. Pure; ids stay the same when Teams repeats itself."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from typing import Any
from zoneinfo import available_timezones

from adapters.teams.shapes import Account, Activity, Object, object_in, text_in
from adapters.teams.text import Mention, from_html
from bot.domain.people import Identity, language_of
from bot.messages import Address, Answering, ConversationRef, Place, Profile

PLATFORM = "teams"

_ROOT = re.compile(r";messageid=(?P<id>[^;]*)")
_SEPARATOR = " "
"""Between conversation and message in a receipt; neither id has one."""


def user_of(account: Account | None) -> str:
    """Return the id by which somebody is known everywhere in the organisation; the bot's own for them if none."""
    return "" if account is None else (account.aad or account.id).strip()


def conversation_of(activity: Activity) -> ConversationRef:
    """Return where something happened; a direct conversation is the person's own."""
    place = place_of(activity)
    user = user_of(activity.sender)
    return ConversationRef(
        platform=PLATFORM, id=user if place is Place.DIRECT else where_of(activity), place=place
    )


def where_of(activity: Activity) -> str:
    """Return the id of a conversation whose members can be asked for: of a channel, not of one thread."""
    return _ROOT.sub("", activity.conversation.id) if activity.conversation else ""


def place_of(activity: Activity) -> Place:
    """Say whether a conversation is one with somebody alone."""
    where = activity.conversation
    if where is None or where.id.startswith("19:") or where.is_group:
        return Place.CHANNEL  # that of two people with each other is one as well
    return Place.DIRECT if where.type in {None, "personal"} else Place.CHANNEL


def answering_of(activity: Activity, *, at_once: bool = False) -> Answering:
    """Return where an answer belongs: in a channel, below the message that was written or pressed on.

    What was said to Engage alone among others, such as a command after a slash, is answered to them alone.
    """
    where = activity.conversation.id if activity.conversation else ""
    found = _ROOT.search(where)
    is_private = activity.recipient is not None and bool(activity.recipient.is_targeted)
    whom = activity.sender.id if is_private and activity.sender else ""
    return Answering(thread=found["id"] if found else "", whom=whom, at_once=at_once)


def message_on(activity: Activity) -> str:
    """Return the receipt of the message that was pressed on."""
    where = activity.conversation.id if activity.conversation else ""
    message = activity.reply_to or ""
    return receipt(where, message) if message else ""


def receipt(where: str, message: str) -> str:
    """Return the id of a message that Engage sent, with that of the conversation by which it is edited."""
    found = _ROOT.search(where)
    is_first = found is not None and found["id"] == message
    return f"{_ROOT.sub('', where) if is_first else where}{_SEPARATOR}{message}"


def read_receipt(message_id: str) -> tuple[str, str]:
    """Return the conversation and the message that a receipt names; empty where it is none."""
    where, _, message = message_id.rpartition(_SEPARATOR)
    return where, message


def in_thread(conversation: str, thread: str) -> str:
    """Return the id by which a thread of a channel is written to."""
    return f"{conversation};messageid={thread}" if thread else conversation


def general_address(activity: Activity) -> Address:
    """Return how the service, the organisation and the bot are called from now on."""
    return {
        "service_url": activity.service_url,
        "tenant": next(iter(sorted(activity.tenants)), ""),
        "bot": activity.recipient.id if activity.recipient else "",
    }


def sender_of(activity: Activity) -> Profile:
    """Return what an activity says of whoever caused it."""
    account = activity.sender
    # A message is picked in other people's conversations as well.
    is_direct = place_of(activity) is Place.DIRECT and not (activity.name or "").startswith(
        "composeExtension/"
    )
    where = activity.conversation.id if activity.conversation and is_direct else ""
    entity = next(_entities(activity, "clientInfo"), {})
    zone = activity.zone or text_in(entity, "timezone")
    address = {
        **general_address(activity),
        "user": account.id if account else "",
        "aad": (account.aad or "") if account else "",
        "conversation": where,
    }
    return Profile(
        identity=Identity(platform=PLATFORM, user=user_of(account)),
        name=(account.name or "") if account else "",
        handle="",
        language=language_of(activity.locale or text_in(entity, "locale")),
        zone=zone if zone in _zones() else None,
        address={key: value for key, value in address.items() if value},
    )


def mentions_of(activity: Activity) -> list[Mention]:
    """Return who is mentioned in the text, in the order of the text's mentions."""
    named = _entities(activity, "mention")
    return [Mention(id=text_in(each, "mentioned", "id"), text=text_in(each, "text")) for each in named]


def html_of(activity: Activity) -> str:
    """Return the message as HTML, if the activity has it so."""
    attachments = activity.attachments or []
    pages = (text_in(each, "content") for each in attachments if each.get("contentType") == "text/html")
    return next(pages, "")


def picked_of(value: Object) -> tuple[str, str, str]:
    """Return the words, the author's name and the address of the message that was picked, as far as it says."""
    message = object_in(value, "messagePayload")
    body, kind = text_in(message, "body", "content"), text_in(message, "body", "contentType")
    mentions = message.get("mentions")
    shown = {
        str(each.get("id")): f"@{text_in(each, 'mentionText')}".replace(" ", "\u00a0")
        for each in (mentions if isinstance(mentions, list) else [])
        if isinstance(each, dict) and text_in(each, "mentionText")
    }
    words = body if kind == "text" else from_html(body, shown)
    return words, text_in(message, "from", "user", "displayName"), text_in(message, "linkToMessage")


def author_of(value: Object) -> str:
    """Return the id of whoever wrote the picked message."""
    return text_in(value, "messagePayload", "from", "user", "id")


def event_id(activity: Activity, told: Mapping[str, Any]) -> str:
    """Return the id of an activity; Teams repeats it with the same one. Of one without, by what it says."""
    kind = f"{activity.type}:{activity.name or ''}"
    where = activity.conversation.id if activity.conversation else ""
    if activity.id:
        return digest(kind, where, activity.id, user_of(activity.sender))
    return digest(kind, json.dumps(told, sort_keys=True))


def press_id(activity: Activity) -> str:
    """Return what tells one press from another: where, on what message, by whom, and what was pressed."""
    where = activity.conversation.id if activity.conversation else ""
    pressed = json.dumps(activity.value, sort_keys=True)
    return digest(activity.name or "", where, activity.reply_to or "", user_of(activity.sender), pressed)


def digest(*parts: str) -> str:
    """Return a short name for what is told apart by all these parts."""
    return sha256("\0".join(parts).encode(errors="replace")).hexdigest()[:32]


@cache
def _zones() -> frozenset[str]:
    """Return the time zones that there are; to look for them takes as long as half of a press."""
    return frozenset(available_timezones())


def _entities(activity: Activity, kind: str) -> Iterator[Object]:
    return (each for each in activity.entities or [] if each.get("type") == kind)
