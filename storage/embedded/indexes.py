"""Indexes: which documents have a key, which are due, and which of these were there first.

All follow one document at a time, `change(id, before, after)`, forward and, when a transaction is rolled
back, backward; None stands for no document.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Any, Protocol, TypeVar

from storage.records import Kept

E = TypeVar("E", bound=tuple[Any, ...])

SLACK = 64  # a small heap is not worth rebuilding


class Index(Protocol):
    """What follows the documents of one table."""

    def load(self, documents: Mapping[str, Kept]) -> None:
        """Begin with these documents."""
        ...

    def change(self, doc_id: str, before: Kept | None, after: Kept | None) -> None:
        """Follow one document."""
        ...


class KeyIndex:
    """The ids of the documents that have a key. A document may have any number of keys."""

    def __init__(self, keys_of: Callable[[Kept], Iterable[Hashable]]) -> None:
        self._keys_of = keys_of
        self._ids: defaultdict[Hashable, set[str]] = defaultdict(set)

    def ids(self, *keys: Hashable) -> set[str]:
        """Return the ids of the documents that have any of `keys`; the caller does not change the set."""
        if len(keys) == 1:
            return self._ids.get(keys[0], set())
        return set().union(*(self._ids.get(key, ()) for key in keys))

    def most(self, *keys: Hashable) -> int:
        """Return how many ids `ids` returns at most, without gathering them."""
        return sum(len(self._ids.get(key, ())) for key in keys)

    def load(self, documents: Mapping[str, Kept]) -> None:
        """Begin with these documents."""
        keys_of, ids = self._keys_of, self._ids
        for doc_id, document in documents.items():
            for key in keys_of(document):
                ids[key].add(doc_id)

    def change(self, doc_id: str, before: Kept | None, after: Kept | None) -> None:
        """Follow one document."""
        old = set(self._keys_of(before)) if before is not None else set()
        new = self._keys_of(after) if after is not None else ()
        for key in new:
            if key in old:
                old.remove(key)
            else:
                self._ids[key].add(doc_id)
        for key in old:
            ids = self._ids[key]
            ids.remove(doc_id)
            if not ids:
                del self._ids[key]


class DueHeap:
    """Documents by their moment, earliest first; a document has one moment or none.

    A moment that no longer holds stays in the heap until it is met at the top, or until such entries
    outnumber the others: then the heap is rebuilt.
    """

    def __init__(self, moment_of: Callable[[Kept], float | None]) -> None:
        self._moment_of = moment_of
        self._moments: dict[str, float] = {}
        self._heap: list[tuple[float, int, str]] = []

    def __len__(self) -> int:
        return len(self._heap)

    def load(self, documents: Mapping[str, Kept]) -> None:
        """Begin with these documents."""
        for doc_id, document in documents.items():
            moment = self._moment_of(document)
            if moment is not None:
                self._moments[doc_id] = moment
        self._rebuild()

    def change(self, doc_id: str, before: Kept | None, after: Kept | None) -> None:  # noqa: ARG002 - the heap itself knows the moment before
        """Follow one document."""
        moment = self._moment_of(after) if after is not None else None
        if moment == self._moments.get(doc_id):
            return
        if moment is None:
            del self._moments[doc_id]
        else:
            self._moments[doc_id] = moment
            heappush(self._heap, _entry(moment, doc_id))
        if len(self._heap) > 2 * len(self._moments) + SLACK:
            self._rebuild()

    def earliest(self) -> str | None:
        """Return the id of the document whose moment comes first."""
        while self._heap and not self._holds(self._heap[0]):
            heappop(self._heap)
        return self._heap[0][2] if self._heap else None

    def until(self, moment: float) -> Iterator[str]:
        """Yield the ids of the documents up to `moment` included, earliest first, then by number.

        The heap is walked from its top and left as it is: the cost is that of what is yielded.
        """
        if self.earliest() is None:
            return
        seen = set[str]()
        for entry in _walked(self._heap):
            if entry[0] > moment:
                return
            if self._holds(entry) and entry[2] not in seen:
                seen.add(entry[2])
                yield entry[2]

    def _rebuild(self) -> None:
        self._heap = [_entry(moment, doc_id) for doc_id, moment in self._moments.items()]
        heapify(self._heap)

    def _holds(self, entry: tuple[float, int, str]) -> bool:
        return self._moments.get(entry[2]) == entry[0]


class TurnQueue:
    """Documents whose moment has come, in the order of their turns, which their moments do not change.

    A document waits in one heap by its moment; when that has come, it goes to another by its turn. So the
    first few cost what they are, however many are due. As in `DueHeap`, what no longer holds is dropped when
    it is met at the top.
    """

    def __init__(self, turn_of: Callable[[Kept], tuple[float, int] | None]) -> None:
        """Take what says of a document at which moment and in which turn it comes, if it does."""
        self._turn_of = turn_of
        self._turns: dict[str, tuple[float, int]] = {}
        self._waiting: list[tuple[float, int, str]] = []
        self._come: list[tuple[int, str]] = []

    def __len__(self) -> int:
        return len(self._waiting) + len(self._come)

    def load(self, documents: Mapping[str, Kept]) -> None:
        """Begin with these documents."""
        for doc_id, document in documents.items():
            turn = self._turn_of(document)
            if turn is not None:
                self._turns[doc_id] = turn
        self._rebuild()

    def change(self, doc_id: str, before: Kept | None, after: Kept | None) -> None:  # noqa: ARG002 - it knows the turn before
        """Follow one document."""
        turn = self._turn_of(after) if after is not None else None
        if turn == self._turns.get(doc_id):
            return
        if turn is None:
            del self._turns[doc_id]
        else:
            self._turns[doc_id] = turn
            heappush(self._waiting, (*turn, doc_id))
        if len(self) > 2 * len(self._turns) + SLACK:
            self._rebuild()

    def until(self, moment: float) -> Iterator[str]:
        """Yield the ids of the documents whose moment is `moment` or before, in the order of their turns."""
        self._move(moment)
        last = None
        for turn, doc_id in _walked(self._come):
            if doc_id != last and self._has_come(turn, doc_id, moment):
                last = doc_id
                yield doc_id

    def _move(self, moment: float) -> None:
        """Let those come whose moment has, and put back at the top those of a later one."""
        while self._waiting and self._waiting[0][0] <= moment:
            at, turn, doc_id = heappop(self._waiting)
            if self._turns.get(doc_id) == (at, turn):
                heappush(self._come, (turn, doc_id))
        while self._come and not self._has_come(*self._come[0], moment):
            turn, doc_id = heappop(self._come)
            known = self._turns.get(doc_id)
            if known is not None and known[1] == turn:
                heappush(self._waiting, (*known, doc_id))  # it moved on, or the clock was set back

    def _has_come(self, turn: int, doc_id: str, moment: float) -> bool:
        known = self._turns.get(doc_id)
        return known is not None and known[1] == turn and known[0] <= moment

    def _rebuild(self) -> None:
        self._waiting = [(*turn, doc_id) for doc_id, turn in self._turns.items()]
        self._come = []
        heapify(self._waiting)


def _walked(heap: Sequence[E]) -> Iterator[E]:
    """Yield the entries of a heap in their order, and leave it as it is: each costs what it follows."""
    frontier = [(heap[0], 0)] if heap else []
    while frontier:
        entry, place = heappop(frontier)
        yield entry
        for child in (2 * place + 1, 2 * place + 2):
            if child < len(heap):
                heappush(frontier, (heap[child], child))


def _entry(moment: float, doc_id: str) -> tuple[float, int, str]:
    """Return an entry in which "9" comes before "12"; other ids come in the order of their text."""
    return moment, int(doc_id) if doc_id.isdecimal() else 0, doc_id
