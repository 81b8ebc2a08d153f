"""The platform-neutral vocabulary: what comes in, what goes out.

All text is plain: no mark-up of any platform is in it and none is understood. Whoever renders it escapes
it. Emphasis and order are structure (`Title`, `Item`, `Fields`), never characters.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from bot.domain.people import Identity, Language

Payload = Mapping[str, str]
"""What a button or form says when it is used: `verb`, mostly `number`, and what the verb needs."""


# What comes in


class Place(StrEnum):
    """Where a conversation is held."""

    DIRECT = "direct"
    CHANNEL = "channel"


@dataclass(frozen=True, kw_only=True)
class ConversationRef:
    """A conversation on a platform. For a direct one, `id` is the person's id on that platform."""

    platform: str
    id: str
    place: Place

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}"


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What a platform knows of somebody. `language` and `zone` are None where it does not say."""

    identity: Identity
    name: str
    handle: str
    language: Language | None = None
    zone: str | None = None
    is_bot: bool = False


@dataclass(frozen=True, kw_only=True)
class Typed:
    """A command or a plain sentence. Mentions of people stand in `text` as @handle."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Pressed:
    """A button was pressed."""

    payload: Payload


@dataclass(frozen=True, kw_only=True)
class Submitted:
    """A form was sent: what it carried, and what was filled in by key."""

    payload: Payload
    values: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Inbound:
    """One event from a platform. `event_id` is the same when the platform repeats itself.

    `mentioned` are the profiles of the people whose handles are in the text or form.
    """

    event_id: str
    conversation: ConversationRef
    sender: Profile
    said: Typed | Pressed | Submitted
    mentioned: tuple[Profile, ...] = ()


# What goes out


class Tone(StrEnum):
    """What a card is about at a glance. Renderers may colour it; the words say it anyway."""

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    REFUSED = "refused"


class Style(StrEnum):
    """How a button looks."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button. `label` is short; `name` says it whole, unique on its card, for a screen reader."""

    label: str
    payload: Payload
    name: str = ""
    style: Style = Style.PLAIN


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A sentence or more; line breaks stay."""

    text: str
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Somebody's own words, never translated."""

    text: str
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, kw_only=True)
class Fields:
    """Labels with their values, in order."""

    rows: tuple[tuple[str, str], ...]
    kind: Literal["fields"] = "fields"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing of a list: what it is, its circumstances, its buttons."""

    title: str
    detail: str = ""
    buttons: tuple[Button, ...] = ()
    kind: Literal["item"] = "item"


@dataclass(frozen=True, kw_only=True)
class Commands:
    """Commands to type, each with what it does."""

    rows: tuple[tuple[str, str], ...]
    kind: Literal["commands"] = "commands"


@dataclass(frozen=True, kw_only=True)
class Actions:
    """Buttons in a row."""

    buttons: tuple[Button, ...]
    kind: Literal["actions"] = "actions"


@dataclass(frozen=True, kw_only=True)
class Small:
    """A remark, set smaller."""

    text: str
    kind: Literal["small"] = "small"


Element = Paragraph | Quote | Fields | Item | Commands | Actions | Small


@dataclass(frozen=True, kw_only=True)
class Card:
    """What Engage says. `language` is that of its sentences, for screen readers and hyphenation."""

    title: str
    language: Language
    elements: tuple[Element, ...] = ()
    tone: Tone = Tone.PLAIN

    @property
    def text(self) -> str:
        """All of the card as plain lines, for notifications and for clients that show no cards."""
        colon = "\u00a0: " if self.language == "fr" else ": "
        lines = (line for element in self.elements for line in _lines(element, colon))
        return "\n".join([self.title, *lines])


def _lines(element: Element, colon: str) -> list[str]:
    match element:
        case Paragraph() | Quote() | Small():
            return [element.text]
        case Fields():
            return [f"{label}{colon}{value}" for label, value in element.rows]
        case Commands():
            return [f"{command} — {does}" for command, does in element.rows]
        case Item():
            return [line for line in (element.title, element.detail) if line]
        case Actions():
            return []


@dataclass(frozen=True, kw_only=True)
class Option:
    """One choice of a `choice` input."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Input:
    """One thing to fill in. `error` says what is wrong with what was sent."""

    key: str
    label: str
    type: Literal["line", "text", "choice", "person"] = "line"
    value: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    required: bool = True
    error: str = ""


@dataclass(frozen=True, kw_only=True)
class Form:
    """Things to fill in, sent back as `Submitted` with `payload`."""

    title: str
    language: Language
    submit: str
    cancel: str
    payload: Payload
    inputs: tuple[Input, ...]
    error: str = ""


class Audience(StrEnum):
    """Who sees a reply: the person who asked, or everybody in the conversation."""

    SENDER = "sender"
    CONVERSATION = "conversation"


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The answer to an `Inbound`, in the same request.

    `form` is opened, or shown again with its errors. `replaces` means that `card` takes the place of the
    message whose button was pressed.
    """

    card: Card | None = None
    form: Form | None = None
    replaces: bool = False
    audience: Audience = Audience.SENDER


@dataclass(frozen=True, kw_only=True)
class Outbound:
    """A message that Engage sends by itself. The store refuses a second one with the same `key`."""

    key: str
    to: ConversationRef
    card: Card


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """Proof of delivery: the platform's id of the message."""

    message_id: str


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """The platform has it."""

    receipt: Receipt
    outcome: Literal["delivered"] = "delivered"


@dataclass(frozen=True, kw_only=True)
class RetryAfter:
    """The platform does not have it (or, if `unknown`, may have it); try again after `seconds`.

    `seconds` None leaves the delay to the back-off.
    """

    problem: str
    seconds: float | None = None
    unknown: bool = False
    outcome: Literal["retry"] = "retry"


@dataclass(frozen=True, kw_only=True)
class Rejected:
    """The platform will never take it."""

    problem: str
    outcome: Literal["rejected"] = "rejected"


SendResult = Delivered | RetryAfter | Rejected


class OutboxState(StrEnum):
    """How far a message has come."""

    QUEUED = "queued"
    LEASED = "leased"
    DELIVERED = "delivered"
    DEAD = "dead"


@dataclass(frozen=True, kw_only=True)
class OutboxRow:
    """An `Outbound` in the store, with what became of it.

    `due_at` is when it may next be sent (for a leased row: when the lease ends). `lease` is the token of
    whoever sends it. `unknown` means that an earlier try may have arrived.
    """

    message: Outbound
    queued_at: datetime
    due_at: datetime
    state: OutboxState = OutboxState.QUEUED
    attempts: int = 0
    lease: str = ""
    unknown: bool = False
    problem: str = ""
    receipt: Receipt | None = None
