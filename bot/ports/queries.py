"""What is asked of a store, and what it keeps beside promises: values of its contract."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from bot.domain.people import Language, Leave, OwnSettings, PersonId
from bot.domain.promise import Stage
from bot.messages import Reply

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class PromiseQuery:
    """Which promises. Every condition that is not None must hold; those taken back never match.

    `text` must occur in words, stakeholder or organisation, whatever the case and accents.
    `recorded_since` is inclusive. `overdue_at` keeps the live ones whose due instant, or whose promised
    day in the owner's zone, has gone by at that moment.
    """

    owner: PersonId | None = None
    decider: PersonId | None = None
    recorded_by: PersonId | None = None
    team: str | None = None
    stages: tuple[Stage, ...] | None = None
    text: str | None = None
    stakeholder_key: str | None = None
    recorded_since: datetime | None = None
    overdue_at: datetime | None = None
    offset: int = 0
    limit: int = 10


@dataclass(frozen=True, kw_only=True)
class InsightQuery:
    """Which insights; as `PromiseQuery`."""

    recorded_by: PersonId | None = None
    team: str | None = None
    text: str | None = None
    recorded_since: datetime | None = None
    offset: int = 0
    limit: int = 10


@dataclass(frozen=True, kw_only=True)
class Page(Generic[T]):
    """Some of what matched, and how many matched in all."""

    items: tuple[T, ...]
    total: int


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What a person did that can be undone: entry `entry` of promise or insight `number`.

    `replaced` is the number of the promise that was taken back in the same breath. `number` None: the person
    changed their own absence, and `leave` is the one before; or, if `chose` is there, their settings, which
    were `own` before, by the event `of`. `drafts`: they chose in which language the stakeholder of promise
    `number` is written to, which was `language` before.
    """

    number: int | None = None
    entry: int = 0
    replaced: int | None = None
    leave: Leave | None = None
    own: OwnSettings | None = None
    chose: OwnSettings | None = None
    of: str = ""
    drafts: bool = False
    language: Language | None = None


@dataclass(frozen=True, kw_only=True)
class Answered:
    """An inbound event that was answered, and how. `command` is what it asked for, as plain data."""

    event_id: str
    by: PersonId
    at: datetime
    reply: Reply
    command: str = ""
