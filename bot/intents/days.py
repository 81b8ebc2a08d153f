"""Days as intents carry them: one that was said, or a question about it."""

from dataclasses import dataclass, replace
from datetime import date, time


@dataclass(frozen=True, kw_only=True)
class When:
    """A day, and a clock time if one was said, as the speaker's clock shows it.

    `others` are the other days that the same words can mean.
    """

    day: date
    clock: time | None = None
    said: str = ""
    others: tuple[date, ...] = ()

    @property
    def readings(self) -> tuple["When", ...]:
        """The same words read as one of the other days; this day stays at hand as another of theirs."""
        return tuple(replace(self, day=other, others=(self.day,)) for other in self.others)


@dataclass(frozen=True, kw_only=True)
class WhenAsk:
    """A day that has to be asked about: a code for the question, and what may have been meant."""

    question: str
    said: str = ""
    options: tuple[When, ...] = ()
