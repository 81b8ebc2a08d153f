"""How fast messages may leave, so that Teams need not refuse any.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """At most so many messages in any so many seconds."""

    messages: int
    seconds: float


OF_ONE_CONVERSATION = (
    Allowance(messages=7, seconds=1),
    Allowance(messages=8, seconds=2),
    Allowance(messages=60, seconds=30),
    Allowance(messages=1_800, seconds=3_600),
)
OF_THE_BOT = (Allowance(messages=30, seconds=1),)
"""In one organisation, whatever the conversation."""

MOST_REMEMBERED = 10_000
"""Conversations; those that have been quiet are forgotten."""


@dataclass(kw_only=True)
class Pacing:
    """Says how long to wait. `clock` returns seconds that never go back."""

    clock: Callable[[], float]
    _sent: dict[str, deque[float]] = field(default_factory=dict)
    _all: deque[float] = field(default_factory=deque)

    def wait(self, conversation: str) -> float:
        """Return how many seconds to wait before a message; if none, it is counted as sent."""
        now = self.clock()
        sent = self._sent.setdefault(conversation, deque())
        seconds = max(_wait(sent, OF_ONE_CONVERSATION, now), _wait(self._all, OF_THE_BOT, now))
        if not seconds:
            sent.append(now)
            self._all.append(now)
            self._forget(now)
        return seconds

    def _forget(self, now: float) -> None:
        if len(self._sent) > MOST_REMEMBERED:
            longest = OF_ONE_CONVERSATION[-1].seconds
            self._sent = {
                name: sent for name, sent in self._sent.items() if sent and now - sent[-1] < longest
            }


def _wait(sent: deque[float], allowances: Iterable[Allowance], now: float) -> float:
    """Return how long until one more is allowed by all of them; what is too old to matter is dropped."""
    allowed = tuple(allowances)
    longest = max(each.seconds for each in allowed)
    while sent and now - sent[0] >= longest:
        sent.popleft()
    waits = [sent[-each.messages] + each.seconds - now for each in allowed if len(sent) >= each.messages]
    return max([0.0, *waits])
