"""Business days: what counts as one, and how they are counted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from bot.domain.holidays import WEEKEND, days_off

ONE_DAY = timedelta(days=1)

FIRST_DAY, LAST_DAY = date(1, 1, 2), date(9999, 12, 30)
"""What is counted stays between these, so that it is a day in every time zone."""

LONGEST_CLOSURE = 400
"""Days in a row without work. Where nobody works for longer, days are counted as they come."""

WORKDAYS = frozenset(range(7)) - WEEKEND

LONGEST_ABSENCE = 366
"""Days."""

NonWorking = Literal["weekend", "day-off", "holiday", "closed", "leave"]


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """Which days are worked.

    `federal` adds the holidays of the federal public service, `region` (such as QC, empty for none) those of a
    province or territory. `works` are the weekdays that are worked, Monday 0; empty means Monday to Friday.
    `closed` are days off of the organisation and of the team.
    """

    federal: bool = True
    region: str = ""
    works: tuple[int, ...] = ()
    closed: frozenset[date] = frozenset()

    def why_not(self, day: date) -> NonWorking | None:
        """Return why nobody works on `day`, or None for a business day."""
        weekday = day.weekday()
        if weekday not in (self.works or WORKDAYS):
            return "weekend" if weekday in WEEKEND else "day-off"
        if day in self.closed:
            return "closed"
        if day in self._holidays(day.year):
            return "holiday"
        return None

    def name_of(self, day: date) -> str | None:
        """Return the key of the holiday that `day` is, such as "christmas-day", or None; whether moved or not."""
        return self._holidays(day.year).get(day) or None

    def without(self, first: date, last: date) -> "Calendar":
        """Return the calendar of somebody who is away on these days, both included; a year of them is looked at."""
        days = range(min((last - first).days + 1, LONGEST_ABSENCE))
        return replace(self, closed=self.closed | {first + timedelta(days=day) for day in days})

    def is_business_day(self, day: date) -> bool:
        """Say whether `day` is worked."""
        return self.why_not(day) is None

    def on_or_before(self, day: date) -> date:
        """Return `day` if it is worked, else the last business day before it."""
        found = self._search(day, back=True)
        return day if found is None else found

    def on_or_after(self, day: date) -> date:
        """Return `day` if it is worked, else the first business day after it."""
        found = self._search(day)
        return day if found is None else found

    def shift(self, day: date, business_days: int) -> date:
        """Move by business days. `day` itself is day 0; counting starts with its neighbour."""
        back = business_days < 0
        for _ in range(abs(business_days)):
            neighbour = _neighbour(day, back=back)
            if neighbour == day:
                break
            found = self._search(neighbour, back=back)
            day = neighbour if found is None else found
        return day

    def _search(self, day: date, *, back: bool = False) -> date | None:
        """Return the nearest business day at or beyond `day`, unless the longest closure begins there."""
        for _ in range(LONGEST_CLOSURE):
            if self.is_business_day(day):
                return day
            day = _neighbour(day, back=back)
        return None

    def _holidays(self, year: int) -> Mapping[date, str]:
        weekend = WEEKEND.difference(self.works) if self.works else WEEKEND
        return days_off(year, federal=self.federal, region=self.region, weekend=weekend)


def _neighbour(day: date, *, back: bool) -> date:
    """Return the next day in one direction; at the edge of the calendar, the day itself."""
    if back:
        return day - ONE_DAY if day > FIRST_DAY else day
    return day + ONE_DAY if day < LAST_DAY else day
