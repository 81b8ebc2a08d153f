"""Where people talk, and the time it is there."""

from datetime import datetime
from typing import Protocol

from bot.messages import Inbound, Outbound, Receipt, Reply, SendResult


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present, aware, in UTC. It never goes back."""
        ...


class Platform(Protocol):
    """A place where people talk. An adapter answers inbound events itself and sends through this port."""

    name: str

    async def send(self, message: Outbound) -> SendResult:
        """Send a message and say what became of it; never raises for what a network can do.

        The message's key travels with it, so that `find` can tell whether it arrived.
        """
        ...

    async def find(self, message: Outbound, *, since: datetime) -> Receipt | None:
        """Look for a message whose sending had no known outcome. None: it is not there, or none can tell."""
        ...

    async def start(self) -> None:
        """Begin to take events."""
        ...

    async def stop(self) -> None:
        """Finish what was begun and take no more."""
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
