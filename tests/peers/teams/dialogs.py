"""Dialogs: what opens one, what stands in it, and what becomes of it."""

from dataclasses import dataclass, field, replace
from html import escape
from typing import Any

from tests.peers.teams.cards import Card
from tests.peers.teams.shown import Message
from tests.peers.teams.tenant import APP, BOT_NAME, Member


@dataclass(frozen=True, kw_only=True)
class Form:
    """A dialog that is open. `sends` is the invoke by which it is sent, and `context` what goes with it."""

    title: str
    card: Card
    sends: str
    conversation: str
    context: dict[str, Any] = field(default_factory=dict)


def shown(body: dict[str, Any], form: Form) -> tuple[Form | None, str | None]:
    """Return the dialog that is open after an answer, if any, and what the person is told, if anything.

    https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
    """
    match body.get("task"):
        case {"type": "continue", "value": {"card": {"content": card}} as value}:
            return replace(form, title=value.get("title", form.title), card=card), None
        case {"type": "message", "value": str(text)}:
            return None, text
        case None if not body or "composeExtension" in body:
            return None, None
    raise AssertionError(f"Teams takes no such answer to a dialog: {body}")


def payload(message: Message, everybody: dict[str, Member]) -> dict[str, Any]:
    """Return what a message action sends of a message: its words, who wrote it, and a link that is added later."""
    wrote = everybody.get(message.sender)
    user = wrote and {"userIdentityType": "aadUser", "id": wrote.aad, "displayName": wrote.full_name}
    engage = {"applicationIdentityType": "bot", "id": APP, "displayName": BOT_NAME}
    return {
        "id": message.id,
        "createdDateTime": "2026-11-23T15:00:00.000Z",
        "deleted": False,
        "importance": "normal",
        "from": {"user": user} if user else {"application": engage},
        "body": {"contentType": "html", "content": escape(message.text)},
        "attachments": [],
        "mentions": [],
        "reactions": [],
        "linkToMessage": "",
    }
