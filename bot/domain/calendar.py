"""Business days: what counts as one, and how they are counted."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

import holidays
from dateutil.easter import easter

ONE_DAY = timedelta(days=1)
SATURDAY = 5

NonWorking = Literal["weekend", "holiday", "closed", "leave"]


@cache
def federal_holidays(year: int) -> frozenset[date]:
    """Days off in the federal public service of Canada, those moved from a weekend included.

    `holidays` leaves out Easter Monday and the civic holiday of August, which collective agreements grant
    (https://www.canada.ca/en/treasury-board-secretariat/topics/pay/collective-agreements.html).
    """
    statutory = holidays.country_holidays("CA", years=year, categories=("government",))
    first_of_august = date(year, 8, 1)
    civic_holiday = first_of_august + timedelta(days=-first_of_august.weekday() % 7)
    return frozenset(statutory) | {easter(year) + ONE_DAY, civic_holiday}


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """Which days are worked. `closed` are a team's own days off; `federal` adds the statutory ones."""

    federal: bool = True
    closed: frozenset[date] = frozenset()

    def why_not(self, day: date) -> NonWorking | None:
        """Return why nobody works on `day`, or None for a business day."""
        if day.weekday() >= SATURDAY:
            return "weekend"
        if day in self.closed:
            return "closed"
        if self.federal and day in federal_holidays(day.year):
            return "holiday"
        return None

    def is_business_day(self, day: date) -> bool:
        """Say whether `day` is worked."""
        return self.why_not(day) is None

    def on_or_before(self, day: date) -> date:
        """Return `day` if it is worked, else the last business day before it."""
        while not self.is_business_day(day):
            day -= ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        """Return `day` if it is worked, else the first business day after it."""
        while not self.is_business_day(day):
            day += ONE_DAY
        return day

    def shift(self, day: date, business_days: int) -> date:
        """Move by business days. `day` itself is day 0; counting starts with its neighbour."""
        step = ONE_DAY if business_days > 0 else -ONE_DAY
        for _ in range(abs(business_days)):
            day += step
            while not self.is_business_day(day):
                day += step
        return day
