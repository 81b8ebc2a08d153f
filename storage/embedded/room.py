"""What the rooms of a transaction have in common."""

from storage.embedded.catalogue import COUNTERS
from storage.embedded.memory import Memory
from storage.records import SCHEMA


class Room:
    """Some of the methods of a transaction, over memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._indexes = memory.indexes

    def _take(self, counter: str) -> int:
        """Return the next number of a counter, from 1."""
        last = self._memory.document(COUNTERS, counter)
        number: int = 1 if last is None else last["last"] + 1
        self._memory.put(COUNTERS, counter, {"schema": SCHEMA, "last": number})
        return number
