"""Inbound events that were answered, and how."""

from datetime import datetime

from bot.errors import DuplicateError
from bot.ports import Answered
from storage.embedded.catalogue import ANSWERS
from storage.embedded.room import Room
from storage.records import ANSWER, moment


class AnswerRoom(Room):
    """The answers of a transaction."""

    def answered(self, event_id: str) -> Answered | None:
        """Return the first answer to an event, if it was answered."""
        document = self._memory.document(ANSWERS, event_id)
        return ANSWER.decode(document) if document is not None else None

    def save_answer(self, answer: Answered) -> None:
        """Keep the answer to an event. Raises `DuplicateError` if it has one."""
        if self._memory.document(ANSWERS, answer.event_id) is not None:
            raise DuplicateError(f"Event {answer.event_id} was answered before.")
        self._memory.put(ANSWERS, answer.event_id, ANSWER.encode(answer))

    def forget_answers(self, before: datetime) -> int:
        """Drop answers from before a moment; return how many."""
        old = [
            event_id
            for event_id in self._indexes.answers.until(before.timestamp())
            if moment(self._memory.table(ANSWERS).documents[event_id]["at"]) < before
        ]
        for event_id in old:
            self._memory.table(ANSWERS).drop(event_id)
        return len(old)
