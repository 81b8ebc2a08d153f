"""Written contracts of what Engage runs on: a clock, a store, platforms.

Each contract has a suite under `tests/contract` that every implementation passes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from bot.domain.insight import Insight
from bot.domain.measures import Tally
from bot.domain.people import Identity, Person, PersonId
from bot.domain.promise import Promise, Stage
from bot.messages import Inbound, Outbound, OutboxRow, OutboxState, Receipt, Reply, SendResult

T = TypeVar("T")


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present, aware, in UTC. It never goes back."""
        ...


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
    """What a person did that can be undone: entry `entry` of promise or insight `number`."""

    number: int
    entry: int


@dataclass(frozen=True, kw_only=True)
class Answered:
    """An inbound event that was answered, and how. `command` is what it asked for, as plain data."""

    event_id: str
    by: PersonId
    at: datetime
    reply: Reply
    command: str = ""


class Transaction(Protocol):
    """Reads and writes that commit together or not at all. Reads see the writes before them.

    Promises come ordered by due day, then number; insights by number, newest first.
    """

    def next_number(self) -> int:
        """Take the next number of promises and insights. Numbers are never reused."""
        ...

    def numbers(self) -> Sequence[int]:
        """Return the numbers of all promises and insights, ascending, of those taken back as well."""
        ...

    def promise(self, number: int) -> Promise | None:
        """Return a promise, also one that was taken back."""
        ...

    def promises(self, query: PromiseQuery) -> Page[Promise]:
        """Return the promises that match."""
        ...

    def save_promise(self, promise: Promise) -> None:
        """Write the next version of a promise. Raises `ConflictError` unless it extends what is stored."""
        ...

    def due_reminders(self, now: datetime, limit: int) -> Sequence[Promise]:
        """Return open promises whose reminder is at or before `now`, earliest first.

        Costs what is due, not what is stored.
        """
        ...

    def next_reminder_at(self) -> datetime | None:
        """Return the moment of the earliest reminder, if there is any."""
        ...

    def insight(self, number: int) -> Insight | None:
        """Return an insight, also one that was taken back."""
        ...

    def insights(self, query: InsightQuery) -> Page[Insight]:
        """Return the insights that match."""
        ...

    def save_insight(self, insight: Insight) -> None:
        """Write an insight."""
        ...

    def new_person_id(self) -> PersonId:
        """Take an id for a new person."""
        ...

    def person(self, person_id: PersonId) -> Person:
        """Return a person. Raises `KeyError` for an id that was never saved."""
        ...

    def person_by_identity(self, identity: Identity) -> Person | None:
        """Return whoever has this identity."""
        ...

    def people(self) -> Sequence[Person]:
        """Return everybody, by name."""
        ...

    def save_person(self, person: Person) -> None:
        """Write a person."""
        ...

    def tally(self, team: str | None, *, since: datetime, until: datetime, now: datetime) -> Tally:
        """Count a team's promises (None: everybody's); the period is [since, until)."""
        ...

    def answered(self, event_id: str) -> Answered | None:
        """Return the first answer to an event, if it was answered."""
        ...

    def save_answer(self, answer: Answered) -> None:
        """Keep the answer to an event. Raises `DuplicateError` if it has one."""
        ...

    def forget_answers(self, before: datetime) -> int:
        """Drop answers from before a moment; return how many."""
        ...

    def deeds(self, person_id: PersonId) -> Sequence[Deed]:
        """Return what a person did that may be undone, oldest first."""
        ...

    def save_deeds(self, person_id: PersonId, deeds: Sequence[Deed]) -> None:
        """Replace a person's deeds."""
        ...

    def mark(self, key: str) -> datetime | None:
        """Return the moment kept under `key`: the last bundle of a person, the last summary of a team."""
        ...

    def set_mark(self, key: str, at: datetime) -> None:
        """Keep a moment under `key`."""
        ...

    def post(self, message: Outbound, *, at: datetime) -> None:
        """Queue a message. Raises `DuplicateError` if its key was ever queued."""
        ...

    def sendable(self, now: datetime, limit: int) -> Sequence[OutboxRow]:
        """Return queued rows whose time has come and leased ones whose lease has ended, oldest first."""
        ...

    def outbox_row(self, key: str) -> OutboxRow | None:
        """Return the row of a message."""
        ...

    def save_outbox_row(self, row: OutboxRow) -> None:
        """Write a row that exists."""
        ...

    def next_send_at(self) -> datetime | None:
        """Return the moment of the earliest row that is queued or leased, if there is any."""
        ...

    def outbox(self, state: OutboxState) -> Sequence[OutboxRow]:
        """Return the rows in a state, oldest first."""
        ...

    def forget_delivered(self, before: datetime) -> int:
        """Drop the rows that were delivered and queued before a moment; return how many."""
        ...


class Store(Protocol):
    """Where everything is kept. What `transact` returned is on disk."""

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction and return its result once it is durable.

        `work` is synchronous and has no effect but through the transaction. If it raises, nothing is
        changed and the error is raised here. Transactions see each other whole or not at all. Raises
        `StoreWriteError` if the disk refuses; the store then refuses everything until it is reopened.
        """
        ...

    async def close(self) -> None:
        """Let go of the store. What was acknowledged is there when it is opened again."""
        ...


class Platform(Protocol):
    """A place where people talk. An adapter answers inbound events itself and sends through this port."""

    name: str

    async def send(self, message: Outbound) -> SendResult:
        """Send a message and say what became of it; never raises for what a network can do.

        The message's key travels with it, so that `find` can tell whether it arrived.
        """
        ...

    async def find(self, message: Outbound, *, since: datetime) -> Receipt | None:
        """Look for a message whose sending had no known outcome. None: it is not there, or none can tell."""
        ...

    async def start(self) -> None:
        """Begin to take events."""
        ...

    async def stop(self) -> None:
        """Finish what was begun and take no more."""
        ...


class Receiver(Protocol):
    """What an adapter calls with each inbound event."""

    async def __call__(self, inbound: Inbound) -> Reply:
        """Return the answer; what it says is durable. Never raises for what a person can type or press."""
        ...


class Sweeper(Protocol):
    """What makes time pass for a platform that has a clock of its own to move."""

    async def sweep(self) -> None:
        """Send what is due now, by the clock of the wiring."""
        ...

    async def next_moment(self) -> datetime | None:
        """Return when something is next due: a reminder, a summary, or a message to be sent again."""
        ...

    async def next_reminder(self) -> datetime | None:
        """Return when somebody is next to be reminded."""
        ...
