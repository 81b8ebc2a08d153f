"""The `bot.ports.Transaction` of the embedded store, put together from its rooms."""

from storage.embedded.answer_room import AnswerRoom
from storage.embedded.outbox_room import OutboxRoom
from storage.embedded.people_room import PeopleRoom
from storage.embedded.promise_room import PromiseRoom


class MemoryTransaction(PromiseRoom, PeopleRoom, AnswerRoom, OutboxRoom):
    """Reads and writes in memory, which `Memory` commits or rolls back."""
