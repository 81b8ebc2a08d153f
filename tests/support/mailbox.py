"""A platform for dialogues: its messages outlive the process that sends them, as Slack's servers do.

It fulfils `bot.ports.Platform`, passes the platforms' contract suite, and can be told to fail.
"""

import os
import signal
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter

from bot.messages import (
    Actions,
    Button,
    Card,
    ConversationRef,
    Delivered,
    Form,
    Item,
    Outbound,
    Place,
    Receipt,
    Rejected,
    Reply,
    RetryAfter,
    SendResult,
    Undelivered,
)

_outbound = TypeAdapter(Outbound)
PLATFORM = "mailbox"
OTHER = "teams"
"""The name of a second one, where the same people may be."""


class Mailbox:
    """Keeps what it was sent as lines of a file in `directory`. There may be several, of different names.

    A file `fault` there says how the next sendings go: "retry", "back off" (no time is named), "reject", "lose the answer" (the message
    arrives, and nobody learns of it), "die before" or "die after" arrival. It may name who is concerned.
    """

    pause = 0.0

    def __init__(self, directory: Path, name: str = PLATFORM) -> None:
        self.name = name
        self._file = directory / f"{name}.jsonl"
        self._fault = directory / ("fault" if name == PLATFORM else f"fault-{name}")
        directory.mkdir(parents=True, exist_ok=True)

    def fail(self, how: str, *, to: str = "") -> None:
        """Make sendings fail from now on, all of them or those to one user or channel."""
        self._fault.write_text(f"{how}\n{to}")

    def recover(self) -> None:
        """Make sendings succeed again."""
        self._fault.unlink(missing_ok=True)

    def messages(self) -> list[Outbound]:
        """Return everything that arrived, in order, each as its last edit left it."""
        shown: dict[str, Outbound] = {}
        for number, message in enumerate(self.arrived()):
            if message.edits:
                shown[message.edits] = replace(shown[message.edits], card=message.card)
            elif message.to.place is not Place.HOME:
                shown[message.key if message.key not in shown else f"{message.key} again {number}"] = message
        return list(shown.values())

    def home(self, user: str) -> Card | None:
        """Return what somebody's home page shows."""
        pages = [each.card for each in self.arrived() if each.to.place is Place.HOME and each.to.id == user]
        return pages[-1] if pages else None

    def homes_drawn(self) -> int:
        """Return how often anybody's home page was drawn."""
        return sum(each.to.place is Place.HOME for each in self.arrived())

    def edits(self, user: str) -> list[Outbound]:
        """Return the edits of messages to somebody that arrived, in order."""
        return [each for each in self.arrived() if each.edits and each.to == direct(user, self.name)]

    def arrived(self) -> list[Outbound]:
        """Return all that arrived, edits and home pages as well, in order."""
        if not self._file.exists():
            return []
        return [_outbound.validate_json(line) for line in self._file.read_text().splitlines()]

    async def send(self, message: Outbound) -> SendResult:
        """Keep a message; as on a real platform, one that is sent twice arrives twice."""
        fault, _, to = (self._fault.read_text() if self._fault.exists() else "").partition("\n")
        fault = fault if to in {"", message.to.id} else ""
        if message.to.place is Place.CHANNEL and message.to.id == "archived":
            return Rejected(problem="is_archived", reason=Undelivered.PLACE)
        if message.edits and all(each.key != message.edits for each in self.arrived()):
            return Rejected(problem="message_not_found")
        if fault == "retry":
            return RetryAfter(problem="ratelimited", seconds=30)
        if fault == "back off":
            return RetryAfter(problem="service_unavailable")
        if fault == "reject":
            return Rejected(problem="user_disabled", reason=Undelivered.PERSON)
        if fault == "die before":
            os.kill(os.getpid(), signal.SIGKILL)
        with self._file.open("ab") as file:
            file.write(_outbound.dump_json(message) + b"\n")
            os.fsync(file.fileno())
        if fault == "die after":
            self._fault.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        if fault == "lose the answer":
            return RetryAfter(problem="timeout", unknown=True)
        return Delivered(receipt=Receipt(message_id=message.key))

    async def find(self, message: Outbound, *, since: datetime) -> Receipt | None:
        """Look a message up by its key."""
        if any(arrived.key == message.key for arrived in self.arrived()):
            return Receipt(message_id=message.key)
        return None

    async def start(self) -> None:
        """Nothing needs to be begun."""

    async def stop(self) -> None:
        """Nothing needs to be finished."""

    async def close(self) -> None:
        """Nothing needs to be let go."""


def direct(user: str, platform: str = PLATFORM) -> ConversationRef:
    """Return the direct conversation with a user."""
    return ConversationRef(platform=platform, id=user, place=Place.DIRECT)


def home_of(user: str, platform: str = PLATFORM) -> ConversationRef:
    """Return the home page of a user."""
    return ConversationRef(platform=platform, id=user, place=Place.HOME)


CHANNEL = ConversationRef(platform=PLATFORM, id="engagement", place=Place.CHANNEL)


def title(reply: Reply) -> str:
    """Return the first line of an answer: that of its card, or of the form that it opens."""
    shown: Card | Form | None = reply.card or reply.form
    assert shown is not None
    return shown.title


def buttons(card: Card) -> list[Button]:
    """Return every button of a card."""
    return [
        button
        for element in card.elements
        if isinstance(element, Item | Actions)
        for button in (*element.buttons, *element.menu)
    ]


def button(card: Card, name: str) -> Button:
    """Return the button with this label or spoken name."""
    found = [button for button in buttons(card) if name in {button.name, button.label}]
    assert len(found) == 1, f"{name!r} is not one of {[button.name for button in buttons(card)]}"
    return found[0]
