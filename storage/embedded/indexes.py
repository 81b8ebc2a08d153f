"""Indexes: which documents have a key, and which are due.

Both follow one document at a time, `change(id, before, after)`, forward and, when a transaction is rolled
back, backward; None stands for no document.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from typing import Protocol

from storage.records import Kept

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
        heap, seen = self._heap, set[str]()
        frontier = [(heap[0], 0)]
        while frontier:
            entry, place = heappop(frontier)
            if entry[0] > moment:
                return
            if self._holds(entry) and entry[2] not in seen:
                seen.add(entry[2])
                yield entry[2]
            for child in (2 * place + 1, 2 * place + 2):
                if child < len(heap):
                    heappush(frontier, (heap[child], child))

    def _rebuild(self) -> None:
        self._heap = [_entry(moment, doc_id) for doc_id, moment in self._moments.items()]
        heapify(self._heap)

    def _holds(self, entry: tuple[float, int, str]) -> bool:
        return self._moments.get(entry[2]) == entry[0]


def _entry(moment: float, doc_id: str) -> tuple[float, int, str]:
    """Return an entry in which "9" comes before "12"; other ids come in the order of their text."""
    return moment, int(doc_id) if doc_id.isdecimal() else 0, doc_id
