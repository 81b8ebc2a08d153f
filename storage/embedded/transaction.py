"""The `bot.ports.Transaction` of the embedded store, put together from its rooms, and how long it lasts."""

from collections.abc import Callable
from inspect import iscoroutine
from typing import NoReturn, TypeVar

from bot.errors import StoreError
from bot.ports import Transaction
from storage.embedded.answer_room import AnswerRoom
from storage.embedded.outbox_room import OutboxRoom
from storage.embedded.people_room import PeopleRoom
from storage.embedded.promise_room import PromiseRoom

T = TypeVar("T")


class MemoryTransaction(PromiseRoom, PeopleRoom, AnswerRoom, OutboxRoom):
    """Reads and writes in memory, which `Memory` commits or rolls back."""

    def end(self) -> None:
        """Refuse everything from now on."""
        del self._memory, self._indexes

    def __getattr__(self, name: str) -> NoReturn:
        """Refuse what `end` took away; only what is missing is asked for here, so a live one pays nothing."""
        if name not in {"_memory", "_indexes"}:
            raise AttributeError(name=name, obj=self)
        raise StoreError("A transaction was used after its end: its work may not keep it.")


def once(work: Callable[[Transaction], T], tx: MemoryTransaction) -> T:
    """Return what `work` returns, and end the transaction.

    Raises `TypeError` for work that would only be done later, outside of the transaction.
    """
    try:
        result = work(tx)
        if hasattr(result, "__await__"):
            if iscoroutine(result):
                result.close()
            raise TypeError("The work of a transaction is a plain function: this one has to be awaited.")
        return result
    finally:
        tx.end()
