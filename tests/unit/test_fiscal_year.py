"""Fiscal years and their quarters."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fiscal import first_of_quarter, first_of_year, fiscal_quarter, fiscal_year
from bot.handlers.summary import period
from bot.intents.lexicon import PERIODS
from bot.words import Words

OTTAWA = ZoneInfo("America/Toronto")


@pytest.mark.parametrize(
    ("day", "start", "year", "quarter", "since"),
    [
        ("2026-04-01", 4, 2026, 1, "2026-04-01"),
        ("2026-11-23", 4, 2026, 3, "2026-10-01"),
        ("2027-01-01", 4, 2026, 4, "2027-01-01"),
        ("2027-03-31", 4, 2026, 4, "2027-01-01"),
        ("2026-11-23", 1, 2026, 4, "2026-10-01"),
        ("2027-01-31", 11, 2026, 1, "2026-11-01"),
        ("2026-01-15", 2, 2025, 4, "2025-11-01"),
        ("2024-02-29", 9, 2023, 2, "2023-12-01"),
    ],
)
def test_a_day_is_in_a_quarter_of_a_fiscal_year(day, start, year, quarter, since):
    """Wherever the year begins."""
    found = fiscal_quarter(date.fromisoformat(day), start)
    assert (found.first, found.quarter) == (year, quarter)
    assert first_of_quarter(date.fromisoformat(day), start) == date.fromisoformat(since)
    assert first_of_year(date.fromisoformat(day), start) == date(year, start, 1)


@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)), start=st.integers(1, 12))
def test_every_day_is_in_one_quarter_that_begins_before_it(day, start):
    """Quarters have 90 to 92 days, years 365 or 366."""
    assert timedelta() <= day - first_of_quarter(day, start) < timedelta(days=92)
    assert timedelta() <= day - first_of_year(day, start) < timedelta(days=366)
    assert fiscal_year(day, start).first == fiscal_quarter(day, start).first


@pytest.mark.parametrize(
    ("name", "start", "since", "until"),
    [
        ("this fiscal year", 4, "2026-04-01", "2027-04-01"),
        ("last fiscal year", 4, "2025-04-01", "2026-04-01"),
        ("this quarter", 4, "2026-10-01", "2027-01-01"),
        ("last quarter", 4, "2026-07-01", "2026-10-01"),
        ("this quarter", 2, "2026-11-01", "2027-02-01"),
        ("last quarter", 2, "2026-08-01", "2026-11-01"),
        ("this fiscal year", 1, "2026-01-01", "2027-01-01"),
        ("this month", 4, "2026-11-01", "2026-12-01"),
        ("last week", 4, "2026-11-16", "2026-11-23"),
    ],
)
def test_a_period_is_from_midnight_to_midnight_where_one_is(name, start, since, until):
    """Of November 23, 2026, a Monday, in Ottawa; clocks change in between and midnights stay midnights."""
    now = datetime(2026, 11, 23, 15, tzinfo=UTC)
    found = period(name, now, OTTAWA, fiscal_start=start)[:2]
    midnights = [datetime.fromisoformat(day).replace(tzinfo=OTTAWA) for day in (since, until)]
    assert list(found) == midnights


@given(
    day=st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    clock=st.times(timezones=st.just(UTC)),
    name=st.sampled_from(sorted(PERIODS)),
    start=st.integers(1, 12),
)
def test_this_period_holds_now_and_the_last_one_ends_where_it_begins(day, clock, name, start):
    """No day is in none, and none in two."""
    moment = datetime.combine(day, clock)
    this = name.replace("last ", "this ")
    since, until, _ = period(this, moment, OTTAWA, fiscal_start=start)
    assert since <= moment < until
    assert period(this.replace("this ", "last "), moment, OTTAWA, fiscal_start=start)[1] == since


def test_a_fiscal_year_is_written_as_each_language_writes_it():
    """2026-27 and 2026-2027, 2099-00, and the year alone where it is the calendar's."""
    assert Words("en").fiscal_year(fiscal_year(date(2026, 11, 23), 4)) == "2026-27"
    assert Words("fr").fiscal_year(fiscal_year(date(2026, 11, 23), 4)) == "2026-2027"
    assert Words("en").fiscal_year(fiscal_year(date(2099, 11, 23), 4)) == "2099-00"
    assert Words("fr").fiscal_year(fiscal_year(date(2026, 11, 23), 1)) == "2026"
