"""Where everything is kept."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from bot.domain.insight import Insight
from bot.domain.measures import Tally
from bot.domain.people import Identity, Language, Person, PersonId, Stakeholder
from bot.domain.promise import Promise
from bot.messages import Address, ConversationRef, Outbound, OutboxRow, OutboxState
from bot.ports.queries import Answered, Deed, InsightQuery, Page, PromiseQuery

T = TypeVar("T")


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

    def changed_promises(self) -> Sequence[int]:
        """Return the numbers of the promises that this transaction has written so far, in that order."""
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

    def forget_mark(self, key: str) -> None:
        """Drop the moment kept under `key`, if there is one."""
        ...

    def language_of(self, stakeholder: Stakeholder) -> Language | None:
        """Return the language in which a stakeholder is written to, if that is known."""
        ...

    def save_language_of(self, stakeholder: Stakeholder, language: Language | None) -> None:
        """Keep the language in which a stakeholder is written to, however their name is typed; None forgets it."""
        ...

    def address(self, to: ConversationRef) -> Address:
        """Return how a conversation was last reached; empty where nothing is known."""
        ...

    def save_address(self, to: ConversationRef, address: Address) -> None:
        """Keep how a conversation is reached. What `address` leaves out or empty stays as it was."""
        ...

    def post(self, message: Outbound, *, at: datetime) -> None:
        """Queue a message. Raises `DuplicateError` if its key was ever queued."""
        ...

    def newest_in(self, slot: str) -> str | None:
        """Return the key of the message that was queued last of those that take the place of `slot`."""
        ...

    def sendable(
        self, now: datetime, limit: int, *, each: int | None = None, known: Collection[str] = ()
    ) -> Sequence[OutboxRow]:
        """Return queued rows whose time has come and leased ones whose lease has ended.

        Answers to people who wait come first, then the oldest. At most `limit` in all, and `each` to one conversation;
        of these, the rows whose keys are `known` are left out.
        """
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

    def showing(self, number: int) -> Sequence[OutboxRow]:
        """Return the delivered rows whose messages show a promise with its buttons, oldest first.

        A row that only edits an earlier message is not among them.
        """
        ...

    def forget_delivered(self, before: datetime) -> int:
        """Drop the rows that were delivered or withdrawn, queued before a moment; return how many."""
        ...


class Store(Protocol):
    """Where everything is kept. What `transact` returned is on disk.

    `exclusive` says that no other process has it open: what was leased before, nobody sends any more.
    """

    exclusive: bool

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction and return its result once it is durable.

        `work` is synchronous (`TypeError` for work that must be awaited) and has no effect but through the
        transaction, which is of no use after it. If it raises, nothing is changed and the error is raised
        here. Transactions see each other whole or not at all. Raises `StoreWriteError` if the disk refuses;
        the store then refuses everything until it is reopened.
        """
        ...

    async def close(self) -> None:
        """Let go of the store. What was acknowledged is there when it is opened again."""
        ...
