"""A reminder, why it is sent or held, and the rule that produces them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Reason(StrEnum):
    """Why an owner is reminded."""

    BEFORE = "before"  # `days` business days before the due
    ON_THE_DAY = "on the day"
    OVERDUE = "overdue"  # `days` business days after the due
    HOUR_BEFORE = "hour before"  # shortly before a due that has a clock time
    SNOOZED = "snoozed"  # until a day that the owner chose
    ASKED = "asked"  # at an hour that the owner chose


class Hold(StrEnum):
    """Why a reminder waits."""

    WEEKEND = "weekend"
    DAY_OFF = "day-off"  # a weekday on which the owner does not work
    HOLIDAY = "holiday"
    CLOSED = "closed"
    LEAVE = "leave"
    OUTSIDE_HOURS = "outside hours"
    ALREADY_TODAY = "already today"


PUNCTUAL = timedelta(hours=1)
"""Within this of its moment, an exact reminder is of use; after it, it waits for the bundle."""


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """The next message to the owner about one promise.

    `at` is in UTC. `sequence` counts the reminders of the promise from 1. `exact` ones leave at their
    instant; the others are bundled into the owner's one message of the day.
    """

    at: datetime
    reason: Reason
    sequence: int
    days: int = 0
    exact: bool = False

    @property
    def label(self) -> str:
        """The reason with its days, as `history` keeps it: "overdue 3"."""
        return f"{self.reason} {self.days}" if self.days else str(self.reason)


@dataclass(frozen=True, kw_only=True)
class Cadence:
    """The rule that produces reminders, in business days around the due."""

    before: tuple[int, ...] = (2,)
    on_the_day: bool = True
    overdue: tuple[int, ...] = (1, 2, 3, 5)
    then_every: int = 5
    before_clock_time: timedelta = timedelta(hours=1)

    def overdue_days(self) -> Iterator[int]:
        """Yield the business days after the due on which to remind, without end."""
        yield from self.overdue
        day = self.overdue[-1] if self.overdue else 0
        while True:
            day += self.then_every
            yield day
