"""What goes out: replies in the same request, messages through the outbox, and what became of them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

from bot.domain.people import Language
from bot.messages.cards import Card, Form
from bot.messages.inbound import Address, Answering, ConversationRef, Place


class Audience(StrEnum):
    """Who sees a reply: the person who asked, or everybody in the conversation."""

    SENDER = "sender"
    CONVERSATION = "conversation"


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The answer to an `Inbound`, in the same request.

    `form` is opened, or shown again with its errors. `replaces` means that `card` takes the place of the
    message whose button was pressed. `language` is that of a card which is sent by itself instead.
    """

    card: Card | None = None
    form: Form | None = None
    replaces: bool = False
    audience: Audience = Audience.SENDER
    language: Language | None = None


@dataclass(frozen=True, kw_only=True)
class Outbound:
    """A message that Engage sends by itself. The store refuses a second one with the same `key`.

    `reminds` are the promises that a reminder is about, each with the sequence of its reminder: while the
    message waits, the card is made again from what became of them. `about` is the promise that any other
    message shows with its buttons, and `version` that of which it tells. `edits` is the platform's id of a message whose place this one takes.
    `only` is the one user whom it is for in a channel, and who alone sees it if the question was theirs alone; `answering` says how an answer reaches whoever
    waits for it. `address` is how the platform reached `to` last, which is filled in when it is sent.
    """

    key: str
    to: ConversationRef
    card: Card
    reminds: tuple[tuple[int, int], ...] = ()
    about: int | None = None
    version: int = 0
    edits: str = ""
    only: str = ""
    answering: Answering | None = None
    address: Address = field(default_factory=dict)

    @property
    def shows(self) -> tuple[int, ...]:
        """The numbers of the promises that it shows as they stand."""
        reminded = tuple(number for number, _ in self.reminds)
        return reminded if self.about is None else (*reminded, self.about)

    @property
    def slot(self) -> str:
        """What it takes the place of: a message, or a home page. Of several, only the newest needs to be sent."""
        return self.edits or (f"home:{self.to}" if self.to.place is Place.HOME else "")

    @property
    def may_be_repeated(self) -> bool:
        """Say whether sending it twice is the same as sending it once."""
        return bool(self.slot)


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


class Undelivered(StrEnum):
    """Why a message will never arrive, as far as it helps to know."""

    PERSON = "person"  # their account is gone or closed
    BLOCKED = "blocked"  # they blocked or removed Engage
    PLACE = "place"  # the channel is gone or closed
    OUTSIDE = "outside"  # Engage is no member of the channel
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Rejected:
    """The platform will never take it. `reason` is what that means for people."""

    problem: str
    reason: Undelivered = Undelivered.OTHER
    outcome: Literal["rejected"] = "rejected"


SendResult = Delivered | RetryAfter | Rejected


class OutboxState(StrEnum):
    """How far a message has come."""

    QUEUED = "queued"
    LEASED = "leased"
    DELIVERED = "delivered"
    DEAD = "dead"
    WITHDRAWN = "withdrawn"  # nothing was left to say by the time that it could be sent


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
