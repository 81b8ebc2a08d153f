"""When something is due: a day, or an instant."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, kw_only=True)
class Due:
    """The promised day, and the instant when a clock time was promised.

    `day` is the day in the zone of whoever promised; `at` is aware, in UTC.
    """

    day: date
    at: datetime | None = None

    def __post_init__(self) -> None:
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("a due instant needs a time zone")

    def is_past(self, now: datetime, zone: ZoneInfo) -> bool:
        """Say whether the due has gone by. A promised day is past when it has ended in `zone`."""
        if self.at is not None:
            return now > self.at
        return now.astimezone(zone).date() > self.day
