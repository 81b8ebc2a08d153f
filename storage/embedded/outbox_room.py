"""The outbox: messages on their way, and what became of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from bot.errors import DuplicateError
from bot.messages import Outbound, OutboxRow, OutboxState
from storage.embedded.catalogue import OUTBOX, POSTED
from storage.embedded.room import Room
from storage.records import OUTBOX_ROW, SCHEMA, Kept, moment


class OutboxRoom(Room):
    """The outbox of a transaction. `order` in a document counts the messages as they were posted."""

    def post(self, message: Outbound, *, at: datetime) -> None:
        """Queue a message. Raises `DuplicateError` if its key was ever queued."""
        for table in (OUTBOX, POSTED):
            if self._memory.document(table, message.key) is not None:
                raise DuplicateError(f"Message {message.key} was posted before.")
        document = OUTBOX_ROW.encode(OutboxRow(message=message, queued_at=at, due_at=at))
        document["order"] = self._take("outbox")
        self._memory.put(OUTBOX, message.key, document)

    def sendable(
        self, now: datetime, limit: int, *, each: int | None = None, known: Collection[str] = ()
    ) -> Sequence[OutboxRow]:
        """Return queued rows whose time has come and leased ones whose lease has ended, oldest first."""
        rows = map(self._row, self._indexes.turns.until(now.timestamp()))
        first = islice(_at_most(each, rows), limit)
        return [OUTBOX_ROW.decode(row) for row in first if row["message"]["key"] not in known]

    def outbox_row(self, key: str) -> OutboxRow | None:
        """Return the row of a message."""
        document = self._memory.document(OUTBOX, key)
        return OUTBOX_ROW.decode(document) if document is not None else None

    def save_outbox_row(self, row: OutboxRow) -> None:
        """Write a row that exists. Raises `KeyError` for one that does not."""
        document = OUTBOX_ROW.encode(row)
        document["order"] = self._row(row.message.key)["order"]
        self._memory.put(OUTBOX, row.message.key, document)

    def newest_in(self, slot: str) -> str | None:
        """Return the key of the message that was queued last of those that take the place of `slot`."""
        keys = self._indexes.outbox.ids(("slot", slot))
        return max(keys, key=lambda key: _age(self._row(key)), default=None)

    def next_send_at(self) -> datetime | None:
        """Return the moment of the earliest row that is queued or leased, if there is any."""
        key = self._indexes.sendable.earliest()
        return moment(self._row(key)["due_at"]) if key is not None else None

    def outbox(self, state: OutboxState) -> Sequence[OutboxRow]:
        """Return the rows in a state, oldest first."""
        rows: Iterable[Kept] = map(self._row, self._indexes.outbox.ids(state.value))
        return [OUTBOX_ROW.decode(row) for row in sorted(rows, key=_age)]

    def showing(self, number: int) -> Sequence[OutboxRow]:
        """Return the delivered rows whose messages show a promise with its buttons, oldest first."""
        rows: Iterable[Kept] = map(self._row, self._indexes.outbox.ids(("shows", number)))
        return [OUTBOX_ROW.decode(row) for row in sorted(rows, key=_age)]

    def forget_delivered(self, before: datetime) -> int:
        """Drop the rows that were delivered or withdrawn, and queued before a moment; return how many."""
        old = [
            key
            for key in self._indexes.over.until(before.timestamp())
            if moment(self._row(key)["queued_at"]) < before
        ]
        for key in old:
            self._memory.table(OUTBOX).drop(key)
            self._memory.put(POSTED, key, {"schema": SCHEMA})
        return len(old)

    def _row(self, key: str) -> Kept:
        return self._memory.table(OUTBOX).documents[key]


def _at_most(each: int | None, rows: Iterable[Kept]) -> Iterator[Kept]:
    """Leave out what is more than `each` to one conversation."""
    counts = Counter[tuple[str, ...]]()
    for row in rows:
        to = row["message"]["to"]
        where = (to["platform"], to["place"], to["id"])
        counts[where] += 1
        if each is None or counts[where] <= each:
            yield row


def _age(row: Kept) -> int:
    order: int = row["order"]
    return order
