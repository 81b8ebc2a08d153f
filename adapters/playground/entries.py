"""What the playground remembers: its messages, and the lines of its journal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.domain.people import Language
from bot.messages import Card


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message of a conversation, said at virtual time `at`.

    `sender` is a user, or None for Engage. `only` is the one user who sees it, or None for everybody.
    It has a `text` or a `card`. `key` is that of the `Outbound`, `event` that of the `Inbound`, if any.
    """

    id: int
    conversation: str
    at: datetime
    sender: str | None
    only: str | None = None
    text: str = ""
    card: Card | None = None
    key: str = ""
    event: str = ""


@dataclass(frozen=True, kw_only=True)
class Posted:
    """A message was added."""

    message: Message
    kind: Literal["posted"] = "posted"


@dataclass(frozen=True, kw_only=True)
class Replaced:
    """A card took the place of message `id`."""

    id: int
    card: Card
    event: str
    kind: Literal["replaced"] = "replaced"


@dataclass(frozen=True, kw_only=True)
class WasRead:
    """A user saw a conversation up to message `upto`."""

    user: str
    conversation: str
    upto: int
    kind: Literal["read"] = "read"


@dataclass(frozen=True, kw_only=True)
class LanguageChosen:
    """A user reads `language` from now on."""

    user: str
    language: Language
    kind: Literal["language"] = "language"


@dataclass(frozen=True, kw_only=True)
class ClockMoved:
    """The clock is `ahead` seconds ahead of real time."""

    ahead: float
    kind: Literal["clock"] = "clock"


Entry = Posted | Replaced | WasRead | LanguageChosen | ClockMoved
