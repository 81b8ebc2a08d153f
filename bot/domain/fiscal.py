"""Fiscal years, which begin in a month of the organisation's choice, and their quarters."""

from dataclasses import dataclass
from datetime import date

MONTHS = 12
MONTHS_OF_QUARTER = 3


@dataclass(frozen=True, kw_only=True)
class FiscalYear:
    """The fiscal year that began in the month `start` (1 to 12) of the year `first`, or one quarter of it."""

    first: int
    start: int
    quarter: int | None = None

    @property
    def is_calendar(self) -> bool:
        """Say whether it is a year of the calendar as well."""
        return self.start == 1


def fiscal_year(day: date, start: int) -> FiscalYear:
    """Return the fiscal year that `day` is in, where years begin with the month `start`."""
    return FiscalYear(first=first_of_year(day, start).year, start=start)


def fiscal_quarter(day: date, start: int) -> FiscalYear:
    """Return the quarter of a fiscal year that `day` is in."""
    quarter = (day.month - start) % MONTHS // MONTHS_OF_QUARTER + 1
    return FiscalYear(first=first_of_year(day, start).year, start=start, quarter=quarter)


def first_of_year(day: date, start: int) -> date:
    """Return the first day of the fiscal year that `day` is in."""
    return _months_earlier(day, (day.month - start) % MONTHS)


def first_of_quarter(day: date, start: int) -> date:
    """Return the first day of the fiscal quarter that `day` is in."""
    return _months_earlier(day, (day.month - start) % MONTHS_OF_QUARTER)


def _months_earlier(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS + day.month - 1 - months, MONTHS)
    return date(year, month + 1, 1)
