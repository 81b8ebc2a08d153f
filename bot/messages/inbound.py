"""What comes in: who said, pressed or filled in what, and where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from bot.domain.people import Identity, Language

Payload = Mapping[str, str]
"""What a button or form says when it is used: the intent that it stands for, and what it stood on."""


Address = Mapping[str, str]
"""How a platform reaches a conversation: its own words, which nobody else reads. Empty where it needs none."""

LATEST = "latest:"
"""Begins the keys of an address that hold what a platform told last, of whatever conversation."""


class Place(StrEnum):
    """Where a conversation is held. A home page has no messages: what is sent there takes its place."""

    DIRECT = "direct"
    CHANNEL = "channel"
    HOME = "home"


@dataclass(frozen=True, kw_only=True)
class ConversationRef:
    """A conversation on a platform. For a direct one and a home page, `id` is the person's id there."""

    platform: str
    id: str
    place: Place

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}"


@dataclass(frozen=True, kw_only=True)
class Answering:
    """How to answer somebody by a message of its own. Each is the platform's own, empty where there is none.

    `url` takes answers for a while; `thread` is the message below which was written; `whom` is whoever alone
    saw what was asked in a channel. `at_once` says that the request shows the answer as well, to whoever
    asked alone.
    """

    url: str = ""
    thread: str = ""
    whom: str = ""
    at_once: bool = False


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What a platform knows of somebody. `language` and `zone` are None where it does not say.

    `name`, `handle` and `email` are empty where it does not say. An outsider belongs to another organisation;
    None: the platform could say, and does not now. `address` is how they are reached directly. `called` is how
    a text calls whom it mentions (@called), where that is not their handle.
    """

    identity: Identity
    name: str
    handle: str
    language: Language | None = None
    zone: str | None = None
    email: str = ""
    is_bot: bool = False
    is_active: bool = True
    is_outsider: bool | None = False
    address: Address = field(default_factory=dict)
    called: str = ""

    @property
    def mention(self) -> str:
        """How a text calls them, after the @."""
        return self.called or self.handle


@dataclass(frozen=True, kw_only=True)
class Typed:
    """A command or a plain sentence. Mentions of people stand in `text` as @handle, or as they are `called`."""

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
class Picked:
    """A message was picked to record what it says: its words, who wrote it, and the link to it.

    `author` is empty where the person picked a message of their own.
    """

    kind: Literal["promise", "insight"]
    words: str
    author: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Opened:
    """Somebody opened their home page."""


@dataclass(frozen=True, kw_only=True)
class Noticed:
    """Nobody said anything: the platform tells what it knows of somebody now, such as another language."""


@dataclass(frozen=True, kw_only=True)
class Joined:
    """Somebody added Engage, and has a conversation with it from now on."""


@dataclass(frozen=True, kw_only=True)
class Left:
    """Somebody removed Engage: nothing can be said to them there until they add it again."""


Said = Typed | Pressed | Submitted | Picked | Opened | Joined | Left | Noticed


@dataclass(frozen=True, kw_only=True)
class Inbound:
    """One event from a platform. `event_id` is the same when the platform repeats itself.

    `mentioned` are the profiles of the people who are mentioned in the text or form. `answering` None means
    that the request carries the answer; otherwise a card is sent as a message of its own. `on` is the
    platform's id of the message that was pressed on, if that is one that Engage sent. `address` is how a
    conversation that is no direct one is reached from now on.
    """

    event_id: str
    conversation: ConversationRef
    sender: Profile
    said: Said
    mentioned: tuple[Profile, ...] = ()
    on: str = ""
    answering: Answering | None = None
    address: Address = field(default_factory=dict)
