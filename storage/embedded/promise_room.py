"""Promises and insights, and how many there are of which."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from heapq import nsmallest
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.history import Action
from bot.domain.insight import Insight
from bot.domain.measures import Tally
from bot.domain.people import PersonId
from bot.domain.promise import Outcome, Promise, Stage
from bot.errors import ConflictError
from bot.ports import InsightQuery, Page, PromiseQuery
from storage.embedded import choosing
from storage.embedded.catalogue import INSIGHTS, PEOPLE, PROMISES, stage_of
from storage.embedded.choosing import Choice, Overdue
from storage.embedded.room import Room
from storage.records import INSIGHT, PROMISE, Kept, moment


class PromiseRoom(Room):
    """The promises and insights of a transaction."""

    def next_number(self) -> int:
        """Take the next number of promises and insights. Numbers are never reused."""
        return self._take("numbers")

    def numbers(self) -> Sequence[int]:
        """Return the numbers of all promises and insights, ascending."""
        tables = (self._memory.table(PROMISES), self._memory.table(INSIGHTS))
        return sorted(int(doc_id) for table in tables for doc_id in table.documents)

    def promise(self, number: int) -> Promise | None:
        """Return a promise, also one that was taken back."""
        document = self._memory.document(PROMISES, str(number))
        return PROMISE.decode(document) if document is not None else None

    def promises(self, query: PromiseQuery) -> Page[Promise]:
        """Return the promises that match, by due day, then number."""
        overdue = self._overdue(query.overdue_at) if query.overdue_at is not None else None
        found = self._found(PROMISES, choosing.promises(query, self._indexes.promises, overdue))
        end = query.offset + query.limit
        first = nsmallest(end, found, key=_by_due)
        items = tuple(PROMISE.decode(document) for document in first[query.offset :])
        return Page(items=items, total=len(found))

    def save_promise(self, promise: Promise) -> None:
        """Write the next version of a promise. Raises `ConflictError` unless it extends what is stored."""
        stored = self.promise(promise.number)
        if stored is not None and not _extends(promise, stored):
            raise ConflictError(f"Promise {promise.number} changed since it was read.")
        self._memory.put(PROMISES, str(promise.number), PROMISE.encode(promise))

    def changed_promises(self) -> Sequence[int]:
        """Return the numbers of the promises that this transaction has written so far, in that order."""
        return [int(number) for number in self._memory.touched(PROMISES)]

    def due_reminders(self, now: datetime, limit: int) -> Sequence[Promise]:
        """Return open promises whose reminder is at or before `now`, earliest first."""
        due = islice(self._indexes.reminders.until(now.timestamp()), limit)
        documents = self._memory.table(PROMISES).documents
        return [PROMISE.decode(documents[doc_id]) for doc_id in due]

    def next_reminder_at(self) -> datetime | None:
        """Return the moment of the earliest reminder, if there is any."""
        doc_id = self._indexes.reminders.earliest()
        if doc_id is None:
            return None
        return moment(self._memory.table(PROMISES).documents[doc_id]["reminder"]["at"])

    def insight(self, number: int) -> Insight | None:
        """Return an insight, also one that was taken back."""
        document = self._memory.document(INSIGHTS, str(number))
        return INSIGHT.decode(document) if document is not None else None

    def insights(self, query: InsightQuery) -> Page[Insight]:
        """Return the insights that match, newest number first."""
        found = self._found(INSIGHTS, choosing.insights(query, self._indexes.insights))
        end = query.offset + query.limit
        first = nsmallest(end, found, key=lambda document: -document["number"])
        items = tuple(INSIGHT.decode(document) for document in first[query.offset :])
        return Page(items=items, total=len(found))

    def save_insight(self, insight: Insight) -> None:
        """Write an insight."""
        self._memory.put(INSIGHTS, str(insight.number), INSIGHT.encode(insight))

    def tally(self, team: str | None, *, since: datetime, until: datetime, now: datetime) -> Tally:
        """Count a team's promises (None: everybody's); the period is [since, until)."""
        overdue = self._overdue(now)
        promises = self._found(
            PROMISES, choosing.promises(PromiseQuery(team=team), self._indexes.promises, None)
        )
        insights = self._found(INSIGHTS, choosing.insights(InsightQuery(team=team), self._indexes.insights))
        stages = Counter(stage_of(document["state"]) for document in promises)
        closed = (
            Outcome(document["state"]["outcome"])
            for document in promises
            if stage_of(document["state"]) == Stage.CLOSED and since <= _closed_at(document) < until
        )
        return Tally(
            open=stages[Stage.OPEN],
            overdue=sum(
                stage_of(document["state"]) != Stage.CLOSED and overdue(document) for document in promises
            ),
            escalated=stages[Stage.ESCALATED],
            recorded=sum(since <= moment(document["recorded_at"]) < until for document in promises),
            insights=sum(since <= moment(document["recorded_at"]) < until for document in insights),
            closed=Counter(closed),
        )

    def _found(self, table: str, choice: Choice) -> list[Kept]:
        return list(self._memory.table(table).select(choice.ids, choice.holds))

    def _overdue(self, now: datetime) -> Overdue:
        return Overdue(now, self._zone_of)

    def _zone_of(self, person_id: PersonId) -> ZoneInfo:
        person = self._memory.document(PEOPLE, person_id)
        return ZoneInfo(person["zone"] if person is not None else "UTC")


def _by_due(document: Kept) -> tuple[str, int]:
    return document["state"]["due"]["day"], document["number"]


def _closed_at(document: Kept) -> datetime:
    """Return when a closed promise was closed the last time."""
    closings = (entry for entry in reversed(document["history"]) if entry["action"] == Action.CLOSED)
    return moment(next(closings)["at"])


def _extends(promise: Promise, stored: Promise) -> bool:
    return promise.version > stored.version and promise.history[: stored.version] == stored.history
