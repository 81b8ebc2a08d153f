"""Nights in which clocks are put forward or turned back, by an hour or by half of one, at two or at midnight."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Calendar
from bot.domain.reminder import Cadence, Hold, Reason, Reminder
from bot.domain.timetable import Timetable
from bot.scheduler import next_planned


def timetable(zone, opens=time(9), closes=time(18), **more):
    return Timetable(
        cadence=Cadence(),
        calendar=Calendar(federal=False, works=(0, 1, 2, 3, 4, 5, 6)),
        zone=ZoneInfo(zone),
        opens=opens,
        closes=closes,
        **more,
    )


@pytest.mark.parametrize(
    ("zone", "day", "clock", "instant"),
    [
        ("America/Toronto", "2027-03-14", "02:30", "2027-03-14T07:30"),  # skipped: shown as 03:30
        ("America/Toronto", "2026-11-01", "01:30", "2026-11-01T05:30"),  # the first of two
        ("America/St_Johns", "2027-03-14", "02:15", "2027-03-14T05:45"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45"),  # skipped by half an hour: 02:45
        ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45"),  # the first of two
        ("Africa/Cairo", "2026-04-24", "00:00", "2026-04-23T22:00"),  # midnight is skipped: 01:00
        ("America/Havana", "2025-11-02", "00:00", "2025-11-02T04:00"),  # midnight comes twice
        ("America/Regina", "2027-03-14", "02:30", "2027-03-14T08:30"),  # nothing changes there
        ("America/Vancouver", "2026-11-01", "01:30", "2026-11-01T08:30"),  # nor there any more
    ],
)
def test_a_time_on_such_a_night_is_one_instant(zone, day, clock, instant):
    """What is skipped comes as much later; of what comes twice, the first is taken."""
    found = timetable(zone).instant(date.fromisoformat(day), time.fromisoformat(clock))
    assert found == datetime.fromisoformat(instant).replace(tzinfo=UTC)


def test_a_reminder_time_in_the_gap_is_sent_that_day_once():
    """Somebody who is reminded at 02:30: at 03:30 on that Sunday, at 02:30 on the others."""
    table = timetable("America/Toronto", time(2, 30))
    openings = [datetime(2027, 3, 12, 12, tzinfo=UTC)]
    for _ in range(3):
        openings.append(table.next_opening(openings[-1]))
    local = [moment.astimezone(table.zone).strftime("%d %H:%M") for moment in openings[1:]]
    assert local == ["13 02:30", "14 03:30", "15 02:30"]
    daily = Reminder(at=openings[2], reason=Reason.ON_THE_DAY, sequence=1)
    assert table.hold(daily, now=openings[2], last_bundle=date(2027, 3, 13)) is None


def test_in_the_second_of_two_same_hours_the_next_opening_lies_ahead():
    """At 01:10 for the second time, 01:30 was half an hour ago."""
    table = timetable("America/Toronto", time(1, 30))
    again = datetime(2026, 11, 1, 6, 10, tzinfo=UTC)
    daily = Reminder(at=again, reason=Reason.ON_THE_DAY, sequence=1)
    assert table.hold(daily, now=again, last_bundle=None) is Hold.OUTSIDE_HOURS
    assert table.next_opening(again) == datetime(2026, 11, 2, 6, 30, tzinfo=UTC)


@given(
    zone=st.sampled_from(
        [
            "America/Toronto",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Africa/Cairo",
            "America/Havana",
            "Asia/Beirut",
        ]
    ),
    opens=st.times(),
    start=st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    clock=st.times(),
)
def test_there_is_an_opening_every_day_and_no_two_on_one(zone, opens, start, clock):
    """Whatever night it is, somebody who works every day has one message on each."""
    table = timetable(zone, opens, time.max)
    openings = [datetime.combine(start, clock, tzinfo=UTC)]
    for _ in range(4):
        openings.append(table.next_opening(openings[-1]))
    days = [moment.astimezone(table.zone).date() for moment in openings[1:]]
    assert all(later - before == timedelta(days=1) for before, later in pairwise(days))


@pytest.mark.parametrize(
    ("cron", "zone", "since", "planned"),
    [
        ("30 2 * * *", "America/Toronto", "2027-03-13T12:00", ["2027-03-14T07:30", "2027-03-15T06:30"]),
        ("30 2 * * sun", "America/Toronto", "2027-03-13T12:00", ["2027-03-14T07:30", "2027-03-21T06:30"]),
        ("30 1 * * *", "America/Toronto", "2026-10-31T12:00", ["2026-11-01T05:30", "2026-11-02T06:30"]),
        ("0 9 * * mon", "America/Toronto", "2026-10-26T13:00", ["2026-11-02T14:00", "2026-11-09T14:00"]),
        ("0 9 * * mon", "America/Edmonton", "2026-10-26T15:00", ["2026-11-02T15:00", "2026-11-09T15:00"]),
        ("15 2 * * *", "Australia/Lord_Howe", "2026-10-02T20:00", ["2026-10-03T15:45", "2026-10-04T15:15"]),
        ("45 1 * * *", "Australia/Lord_Howe", "2026-04-04T00:00", ["2026-04-04T14:45", "2026-04-05T15:15"]),
        ("0 0 * * *", "Africa/Cairo", "2026-04-22T22:00", ["2026-04-23T22:00", "2026-04-24T21:00"]),
        ("30 23 * * *", "Africa/Cairo", "2026-10-28T22:00", ["2026-10-29T20:30", "2026-10-30T21:30"]),
        ("0 0 * * *", "America/Havana", "2025-11-01T12:00", ["2025-11-02T04:00", "2025-11-03T05:00"]),
        ("0 9 29 2 *", "America/Toronto", "2026-10-31T12:00", ["2028-02-29T14:00", "2032-02-29T14:00"]),
    ],
)
def test_a_summary_is_planned_once_on_each_of_its_days(cron, zone, since, planned):
    """On the nights when clocks change as well, whether at two or at midnight."""
    last, found = datetime.fromisoformat(since).replace(tzinfo=UTC), []
    for _ in planned:
        last = next_planned(cron, ZoneInfo(zone), after=last)
        found.append(last.strftime("%Y-%m-%dT%H:%M"))
    assert found == planned


@given(
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    zone=st.sampled_from(["America/Toronto", "Australia/Lord_Howe", "Africa/Cairo", "America/Havana"]),
    start=st.dates(date(2024, 1, 1), date(2027, 12, 31)),
)
def test_a_daily_summary_comes_daily(hour, minute, zone, start):
    """Neither left out nor posted twice."""
    last, days = datetime.combine(start, time(12), tzinfo=UTC), []
    for _ in range(4):
        last = next_planned(f"{minute} {hour} * * *", ZoneInfo(zone), after=last)
        days.append(last.astimezone(ZoneInfo(zone)).date())
    assert all(later - before == timedelta(days=1) for before, later in pairwise(days))
