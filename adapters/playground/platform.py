"""The playground as a platform: Engage sends here, and its clock moves."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from adapters.playground.chat import Chat
from adapters.playground.clock import MovableClock
from adapters.playground.conversations import Conversations, from_engage
from adapters.playground.doors import Doors, NotReadyError
from adapters.playground.entries import ClockMoved, Replaced
from adapters.playground.journal import JournalError
from adapters.playground.parse import event_id
from adapters.playground.people import PLATFORM, conversation
from adapters.playground.requests import Move, Say
from adapters.playground.stream import Stream
from adapters.playground.travel import Travel
from bot.messages import Delivered, Outbound, Receipt, Rejected, RetryAfter, SendResult
from bot.ports import Receiver, Sweeper


class Playground:
    """Fulfils `bot.ports.Platform`; its `clock` fulfils `bot.ports.Clock`.

    `connect` is called once, before `start`, with what hears the people and what makes time pass.
    """

    name = PLATFORM
    pause = 0.0

    def __init__(
        self, journal: Path, *, clock: MovableClock | None = None, samples: Sequence[Say] = ()
    ) -> None:
        """Open the journal at `journal` and take up its chat and time. Raises `JournalError`.

        `samples` are said when the playground starts, unless they have been.
        """
        self.conversations = Conversations(journal)
        self.clock = clock or MovableClock()
        self.clock.move_ahead(self.conversations.ahead)
        self.stream = Stream()
        self.doors = Doors()
        self._samples = samples
        self._chat: Chat | None = None
        self._travel: Travel | None = None
        self._moving = asyncio.Lock()
        self._reached: list[str] = []

    def connect(self, *, receive: Receiver, sweeper: Sweeper) -> None:
        """Say what hears the people and what makes time pass."""
        self._chat = Chat(
            conversations=self.conversations, clock=self.clock, stream=self.stream, receive=receive
        )
        self._travel = Travel(
            clock=self.clock, sweeper=sweeper, moved=self._keep_time, goes_on=lambda: self.doors.are_open
        )

    @property
    def chat(self) -> Chat:
        """What people do. Raises `NotReadyError` before `connect`."""
        if self._chat is None:
            raise NotReadyError
        return self._chat

    async def start(self) -> None:
        """Begin to take what people do on the page."""
        for sample in self._samples:
            if not self.conversations.knows(event_id(sample)):
                await self.chat.say(sample)
        self.doors.open()

    async def stop(self) -> None:
        """Finish what was begun, and let the open pages go."""
        self.stream.end()
        await self.doors.shut()

    async def close(self) -> None:
        """Close the journal."""
        self.conversations.close()

    async def send(self, message: Outbound) -> SendResult:
        """Show a message in its conversation; one whose key was shown before is not shown again."""
        try:
            shown = self._edit(message) if message.edits else self._post(message)
        except (JournalError, NotReadyError) as error:
            return RetryAfter(problem=str(error))
        if shown is None:
            return Rejected(problem="the playground has no such conversation or message")
        return Delivered(receipt=Receipt(message_id=str(shown)))

    def _post(self, message: Outbound) -> int | None:
        if (shown := self.conversations.posted(message.key)) is not None:
            return shown.id
        if conversation(message.to.id) != message.to:
            return None
        posted = from_engage(
            identifier=self.conversations.next_id(),
            conversation=message.to.id,
            at=self.clock.now(),
            card=message.card,
            only=message.only or None,
            key=message.key,
        )
        self.chat.commit(posted)
        if self._moving.locked():
            self._reached.append(message.to.id)
        return posted.message.id

    def _edit(self, message: Outbound) -> int | None:
        shown = self.conversations.message(int(message.edits)) if message.edits.isdecimal() else None
        if shown is None:
            return None
        if shown.card != message.card:
            self.chat.commit(Replaced(id=shown.id, card=message.card, event=message.key))
        return shown.id

    async def find(self, message: Outbound, *, since: datetime) -> Receipt | None:  # noqa: ARG002 - the port's
        """Look a message up by its key, whenever it was sent."""
        shown = self.conversations.posted(message.key)
        return None if shown is None else Receipt(message_id=str(shown.id))

    async def move(self, move: Move) -> list[str]:
        """Move the clock; return the conversations that Engage wrote to by itself on the way, each once."""
        if self._travel is None:
            raise NotReadyError
        async with self._moving:
            self._reached.clear()
            if move.by == "next":
                await self._travel.to_next_reminder(lambda: len(self._reached))
            else:
                await self._travel.advance(self._travel.target(move.by))
            return list(dict.fromkeys(self._reached))

    def _keep_time(self) -> None:
        self.chat.commit(ClockMoved(ahead=self.clock.ahead.total_seconds()))
        self.stream.publish("clock", {"now": self.clock.now().isoformat()})
