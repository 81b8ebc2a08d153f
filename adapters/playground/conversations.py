"""The conversations: who said what, who sees it, who has read it, in which language they read."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from adapters.playground.entries import (
    ClockMoved,
    Entry,
    LanguageChosen,
    Message,
    Posted,
    Replaced,
    WasRead,
)
from adapters.playground.journal import Journal
from adapters.playground.people import BY_USER, CHANNEL, SAMPLES, Sample, members
from bot.domain.people import Language
from bot.messages import Card, Profile

UnreadCounts = dict[str, dict[str, int]]
"""Unread messages by user, then by conversation."""


class Conversations:
    """All messages, in memory and in the journal. What a method returned is in both."""

    def __init__(self, path: Path) -> None:
        """Open the journal at `path` and remember. Raises `JournalError`."""
        self._journal = Journal(path)
        self._messages: dict[int, Message] = {}
        self._by_conversation: defaultdict[str, list[int]] = defaultdict(list)
        self._by_key: dict[str, int] = {}
        self._events: set[str] = set()
        self._read: dict[tuple[str, str], int] = {}
        self._languages: dict[str, Language] = {sample.user: sample.language for sample in SAMPLES}
        self.ahead = timedelta()
        for entry in self._journal.entries:
            self._apply(entry)
        self._journal.entries = []

    def close(self) -> None:
        """Let go of the journal."""
        self._journal.close()

    def commit(self, *entries: Entry) -> None:
        """Write entries that belong together. Raises `JournalError`, and then nothing has changed."""
        self._journal.append(*entries)
        for entry in entries:
            self._apply(entry)

    def next_id(self) -> int:
        """Return the id of the next message; ids grow."""
        return len(self._messages) + 1

    def message(self, identifier: int) -> Message | None:
        """Return a message."""
        return self._messages.get(identifier)

    def posted(self, key: str) -> Message | None:
        """Return the message that was sent with this key."""
        identifier = self._by_key.get(key)
        return None if identifier is None else self._messages[identifier]

    def knows(self, event: str) -> bool:
        """Say whether the answer to this event was shown."""
        return event in self._events

    def recent(
        self, user: str, conversation: str, *, before: int | None, limit: int
    ) -> tuple[Sequence[Message], bool]:
        """Return the latest messages that `user` sees, oldest first, and whether there are earlier ones."""
        found: list[Message] = []
        for message in self._backwards(conversation):
            if (before is None or message.id < before) and message.only in {None, user}:
                if len(found) == limit:
                    return found[::-1], True
                found.append(message)
        return found[::-1], False

    def unread(self) -> UnreadCounts:
        """Count what each person has not seen, by conversation."""
        return {user: {where: self._unread(user, where) for where in (CHANNEL.id, user)} for user in BY_USER}

    def has_read(self, user: str, conversation: str) -> int:
        """Return the id of the last message that `user` has seen there, 0 for none."""
        return self._read.get((user, conversation), 0)

    def language(self, user: str) -> Language:
        """Return what a sample person reads now."""
        return self._languages[user]

    def profile(self, sample: Sample) -> Profile:
        """Return a sample person's profile as it is now."""
        return sample.profile(self.language(sample.user))

    def _backwards(self, conversation: str) -> Iterator[Message]:
        return (self._messages[identifier] for identifier in reversed(self._by_conversation[conversation]))

    def _unread(self, user: str, conversation: str) -> int:
        seen, count = self.has_read(user, conversation), 0
        for message in self._backwards(conversation):
            if message.id <= seen:
                break
            count += message.only in {None, user} and message.sender != user
        return count

    def _apply(self, entry: Entry) -> None:
        match entry:
            case Posted(message=message):
                self._post(message)
            case Replaced(id=identifier, card=card, event=event):
                self._messages[identifier] = replace(self._messages[identifier], card=card, text="")
                self._events.add(event)
            case WasRead(user=user, conversation=conversation, upto=upto):
                self._read[user, conversation] = max(upto, self.has_read(user, conversation))
            case LanguageChosen(user=user, language=language):
                self._languages[user] = language
            case ClockMoved(ahead=ahead):
                self.ahead = max(self.ahead, timedelta(seconds=ahead))

    def _post(self, message: Message) -> None:
        self._messages[message.id] = message
        self._by_conversation[message.conversation].append(message.id)
        if message.key:
            self._by_key[message.key] = message.id
        if message.event:
            self._events.add(message.event)
        if message.sender is not None and message.sender in members(message.conversation):
            seen = self._read.get((message.sender, message.conversation), 0)
            self._read[message.sender, message.conversation] = max(seen, message.id)


def from_engage(
    *,
    identifier: int,
    conversation: str,
    at: datetime,
    card: Card,
    only: str | None = None,
    key: str = "",
    event: str = "",
) -> Posted:
    """Return the entry for a card that Engage says."""
    message = Message(
        id=identifier,
        conversation=conversation,
        at=at,
        sender=None,
        only=only,
        card=card,
        key=key,
        event=event,
    )
    return Posted(message=message)
