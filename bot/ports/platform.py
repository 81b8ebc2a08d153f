"""Where people talk, and the time it is there."""

from datetime import datetime
from typing import Protocol

from bot.messages import Inbound, Outbound, Receipt, Reply, RetryAfter, SendResult


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present, aware, in UTC. It never goes back."""
        ...


class Platform(Protocol):
    """A place where people talk. An adapter answers inbound events itself and sends through this port.

    `pause` is how many seconds a conversation rests after a message before it is sent the next.
    """

    name: str
    pause: float

    async def send(self, message: Outbound) -> SendResult:
        """Send a message and say what became of it; never raises for what a network can do.

        The message's key travels with it, so that `find` can tell whether it arrived. A message that edits
        another takes its place; one to a home page takes that of all that was there.
        """
        ...

    async def find(self, message: Outbound, *, since: datetime) -> Receipt | RetryAfter | None:
        """Look for a message whose sending had no known outcome. None: it is not there, or nobody can tell.

        While it cannot be looked for (`RetryAfter`), the message waits, unsent. Never raises for what a
        network can do.
        """
        ...

    async def start(self) -> None:
        """Begin to take events. Raises `ConfigError` if the platform does not accept its settings."""
        ...

    async def stop(self) -> None:
        """Take no more events, and finish answering those that were begun; messages can still be sent."""
        ...

    async def close(self) -> None:
        """Let everything go; nothing is sent any more."""
        ...


class Receiver(Protocol):
    """What an adapter calls with each inbound event."""

    async def __call__(self, inbound: Inbound) -> Reply:
        """Return the answer; what it says is durable. Never raises for what a person can type or press."""
        ...


class Sweeper(Protocol):
    """What makes time pass for a platform that has a clock of its own to move."""

    async def sweep(self) -> None:
        """Send what is due now, by the clock of the wiring."""
        ...

    async def next_moment(self) -> datetime | None:
        """Return when something is next due: a reminder, a summary, or a message to be sent again."""
        ...

    async def next_reminder(self) -> datetime | None:
        """Return when somebody is next to be reminded."""
        ...
