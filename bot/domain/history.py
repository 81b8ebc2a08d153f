"""What happened to a promise or an insight, in order, never rewritten."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from bot.domain.people import PersonId
from bot.domain.reminder import Reminder

StateT = TypeVar("StateT")


class Action(StrEnum):
    """What can happen."""

    RECORDED = "recorded"
    REMINDED = "reminded"
    HELD = "held"
    RESUMED = "resumed"
    RETIMED = "retimed"
    UNDELIVERED = "undelivered"
    SNOOZED = "snoozed"
    MOVED = "moved"
    GIVEN = "given"
    ESCALATED = "escalated"
    RETURNED = "returned"
    CLOSED = "closed"
    TOLD = "told"
    REOPENED = "reopened"
    UNDONE = "undone"
    RETRACTED = "retracted"
    LINKED = "linked"
    UNLINKED = "unlinked"


WHO_IS_WHO = frozenset({Action.LINKED, Action.UNLINKED})
"""Nothing was done: two accounts turned out to be one human's, or are kept apart again."""

ASIDE = WHO_IS_WHO | {Action.RETIMED}
"""What became of the owner, not of what they owe."""


@dataclass(frozen=True, kw_only=True)
class Entry(Generic[StateT]):
    """One thing that happened.

    `by` is None where Engage acted by itself. `state` is what held afterwards, or None where only the
    reminder changed; `reminder` is the next one afterwards. `detail` is a code (why a reminder was sent
    or held, or did not arrive, which action was undone, whose account was linked); `note` is a person's own words.
    """

    at: datetime
    by: PersonId | None
    action: Action
    state: StateT | None = None
    reminder: Reminder | None = None
    detail: str = ""
    note: str = ""
