"""What comes in: who said, pressed or filled in what, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.people import Identity, Language

Payload = Mapping[str, str]
"""What a button or form says when it is used: the intent that it stands for, and what it stood on."""


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
class Noticed:
    """Nobody said anything: the platform tells what it knows of somebody now, such as another language."""


@dataclass(frozen=True, kw_only=True)
class Inbound:
    """One event from a platform. `event_id` is the same when the platform repeats itself.

    `mentioned` are the profiles of the people whose handles are in the text or form.
    """

    event_id: str
    conversation: ConversationRef
    sender: Profile
    said: Typed | Pressed | Submitted | Noticed
    mentioned: tuple[Profile, ...] = ()
