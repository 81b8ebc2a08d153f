"""A promise: what someone said they would do for a stakeholder, and all that became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.due import Due
from bot.domain.history import ASIDE, Action, Entry
from bot.domain.people import PersonId, Stakeholder
from bot.domain.reminder import Reminder


class Stage(StrEnum):
    """Where a promise stands. Overdue is not a stage: it follows from the due date and the clock."""

    OPEN = "open"
    ESCALATED = "escalated"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a closed promise ended. Each but `KEPT` needs a reason."""

    KEPT = "kept"
    KEPT_MODIFIED = "kept modified"
    KEPT_IN_PART = "kept in part"
    NOT_PURSUED = "not pursued"  # somebody decided no
    NOT_KEPT = "not kept"  # nobody did
    WITHDRAWN = "withdrawn"  # by the stakeholder
    TRANSFERRED = "transferred"  # the receiver accepted


@dataclass(frozen=True, kw_only=True)
class Escalation:
    """A question put to a decider, and what came back; not always from the decider."""

    decider: PersonId
    by: PersonId
    at: datetime
    question: str
    returned_at: datetime | None = None
    returned_by: PersonId | None = None
    returned_note: str = ""

    @property
    def was_answered(self) -> bool:
        """Say whether the decider answered; the owner or a lead can also bring the promise back."""
        return self.returned_at is not None and self.returned_by in {None, self.decider}


@dataclass(frozen=True, kw_only=True)
class Told:
    """The stakeholder was told the result: when, by whom, and how."""

    at: datetime
    by: PersonId
    how: str


@dataclass(frozen=True, kw_only=True)
class State:
    """All of a promise that can change. Every entry of its history that changes it holds the new state."""

    owner: PersonId
    due: Due
    stage: Stage = Stage.OPEN
    outcome: Outcome | None = None
    reason: str = ""
    told: Told | None = None
    escalation: Escalation | None = None
    retracted: bool = False
    """Recorded by mistake and taken back. It keeps its number and history, and counts nowhere."""

    @property
    def decider(self) -> PersonId | None:
        """Who is asked to decide now."""
        return self.escalation.decider if self.escalation and self.stage is Stage.ESCALATED else None


def deed_of(entry: Entry[State]) -> str:
    """Return what was done as a code: the action, or "brought-back" for a question that was never answered."""
    escalation = entry.state.escalation if entry.state is not None else None
    if entry.action is Action.RETURNED and escalation is not None and not escalation.was_answered:
        return "brought-back"
    return entry.action.value


@dataclass(frozen=True, kw_only=True)
class Promise:
    """A promise with its history. Values of it come only from `bot.domain.transitions`.

    `due_original` never changes. `reminder` is the one future reminder of an open promise, and None for
    any other. `version` counts the changes, so that a store can refuse to write over a newer one.
    `source` is a link to the message that it came from, if it came from one.
    """

    number: int
    stakeholder: Stakeholder
    words: str
    recorded_by: PersonId
    recorded_at: datetime
    due_original: Due
    state: State
    reminder: Reminder | None
    history: tuple[Entry[State], ...]
    team: str | None = None
    source: str = ""

    @property
    def version(self) -> int:
        """How many entries the history has."""
        return len(self.history)

    @property
    def owner(self) -> PersonId:
        """Who promised, or was given the promise since."""
        return self.state.owner

    @property
    def due(self) -> Due:
        """The day or instant that holds now."""
        return self.state.due

    @property
    def stage(self) -> Stage:
        """Where the promise stands."""
        return self.state.stage

    @property
    def latest(self) -> Entry[State]:
        """The last thing that happened to it, whatever became of people's accounts and settings since."""
        return next(entry for entry in reversed(self.history) if entry.action not in ASIDE)

    @property
    def times_reminded(self) -> int:
        """How many reminders about it were sent."""
        return sum(entry.action is Action.REMINDED for entry in self.history)

    @property
    def is_live(self) -> bool:
        """Say whether it still needs somebody: open or escalated, and not taken back."""
        return self.stage is not Stage.CLOSED and not self.state.retracted

    def is_overdue(self, now: datetime, zone: ZoneInfo) -> bool:
        """Say whether it is live and its due has gone by."""
        return self.is_live and self.due.is_past(now, zone)
