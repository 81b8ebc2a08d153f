"""When an owner is reminded: the cadence on a calendar, in a time zone, around leave."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Calendar
from bot.domain.due import Due
from bot.domain.people import Leave
from bot.domain.reminder import Cadence, Hold, Reason, Reminder
from bot.domain.timetable import Timetable

OTTAWA = ZoneInfo("America/Toronto")


def timetable(zone=OTTAWA, **changes):
    defaults = {"cadence": Cadence(), "calendar": Calendar(), "opens": time(9), "closes": time(18)}
    return Timetable(zone=zone, **{**defaults, **changes})


def at(text, zone=OTTAWA):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def reminders(due, start, count, **changes):
    """Return (local day, label) of the first `count` reminders when each is sent on time."""
    table, after, found = timetable(**changes), at(start), []
    for sequence in range(1, count + 1):
        reminder = table.next_reminder(due, after=after, sequence=sequence)
        found.append((reminder.at.astimezone(table.zone).strftime("%a %d %b %H:%M"), reminder.label))
        after = reminder.at
    return found


def test_the_default_cadence():
    """Two business days before, on the day, then after 1, 2, 3, 5 and every 5 business days."""
    assert reminders(Due(day=date(2026, 11, 27)), "2026-11-23T10:00", 8) == [
        ("Wed 25 Nov 09:00", "before 2"),
        ("Fri 27 Nov 09:00", "on the day"),
        ("Mon 30 Nov 09:00", "overdue 1"),
        ("Tue 01 Dec 09:00", "overdue 2"),
        ("Wed 02 Dec 09:00", "overdue 3"),
        ("Fri 04 Dec 09:00", "overdue 5"),
        ("Fri 11 Dec 09:00", "overdue 10"),
        ("Fri 18 Dec 09:00", "overdue 15"),
    ]


def test_a_due_on_a_day_off_is_said_on_the_business_day_before():
    """Due on Boxing Day, a Saturday: said on the 24th; counted from the next business day on."""
    assert reminders(Due(day=date(2026, 12, 26)), "2026-12-14T10:00", 3) == [
        ("Tue 22 Dec 09:00", "before 2"),
        ("Thu 24 Dec 09:00", "on the day"),
        ("Tue 29 Dec 09:00", "overdue 1"),
    ]


def test_a_clock_time_is_said_an_hour_before_unless_the_morning_is_near_enough():
    """At 16:00 for 17:00; not at all for 9:30, which the morning's message has said."""
    due = Due(day=date(2026, 11, 27), at=at("2026-11-27T17:00").astimezone(UTC))
    assert reminders(due, "2026-11-26T10:00", 3) == [
        ("Fri 27 Nov 09:00", "on the day"),
        ("Fri 27 Nov 16:00", "hour before"),
        ("Mon 30 Nov 09:00", "overdue 1"),
    ]
    early = Due(day=date(2026, 11, 27), at=at("2026-11-27T09:30").astimezone(UTC))
    assert [label for _, label in reminders(early, "2026-11-26T10:00", 2)] == ["on the day", "overdue 1"]


def test_what_is_due_before_the_morning_message_is_said_the_business_day_before():
    """Due at 8:00 on Thursday: said on Wednesday morning, and at 7:00; nothing comes an hour too late."""
    due = Due(day=date(2026, 11, 26), at=at("2026-11-26T08:00").astimezone(UTC))
    assert reminders(due, "2026-11-23T10:00", 4) == [
        ("Tue 24 Nov 09:00", "before 2"),
        ("Wed 25 Nov 09:00", "before 1"),
        ("Thu 26 Nov 07:00", "hour before"),
        ("Fri 27 Nov 09:00", "overdue 1"),
    ]


def test_a_clock_time_on_a_day_off_is_said_an_hour_before_even_in_the_morning():
    """No message of the morning comes on a Saturday."""
    due = Due(day=date(2026, 11, 28), at=at("2026-11-28T09:30").astimezone(UTC))
    assert reminders(due, "2026-11-27T10:00", 1) == [("Sat 28 Nov 08:30", "hour before")]


def test_a_longer_notice_than_the_morning_is_given_as_well():
    """A day before 14:00 is not what the message of the same morning says."""
    cadence = Cadence(before_clock_time=timedelta(days=1))
    due = Due(day=date(2026, 11, 27), at=at("2026-11-27T14:00").astimezone(UTC))
    assert reminders(due, "2026-11-25T10:00", 2, cadence=cadence) == [
        ("Thu 26 Nov 14:00", "hour before"),
        ("Fri 27 Nov 09:00", "on the day"),
    ]


def test_a_notice_of_hours_is_of_use_until_the_due():
    """Planned four hours before, it may come one hour before; after the due it waits for the bundle."""
    table = timetable(cadence=Cadence(before_clock_time=timedelta(hours=4)))
    reminder = Reminder(
        at=at("2026-11-27T12:00").astimezone(UTC), reason=Reason.HOUR_BEFORE, sequence=1, exact=True
    )
    assert table.bundled_if_missed(reminder, reminder.at + timedelta(hours=3)).exact
    assert not table.bundled_if_missed(reminder, reminder.at + timedelta(hours=4)).exact


@pytest.mark.parametrize(
    ("reason", "late", "exact"),
    [
        (Reason.ASKED, timedelta(minutes=20), True),
        (Reason.ASKED, timedelta(hours=2), False),
        (Reason.HOUR_BEFORE, timedelta(minutes=59), True),
        (Reason.HOUR_BEFORE, timedelta(hours=1), False),
    ],
)
def test_an_hour_that_was_missed_by_far_waits_for_the_bundle(reason, late, exact):
    """Nobody is woken at night by what was meant for the afternoon."""
    reminder = Reminder(at=at("2026-11-27T16:00").astimezone(UTC), reason=reason, sequence=1, exact=True)
    assert timetable().bundled_if_missed(reminder, reminder.at + late).exact is exact


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("America/Toronto", "2027-03-15", -4),  # the Monday after clocks go forward
        ("America/Toronto", "2026-11-02", -5),  # the Monday after they go back
        ("America/Vancouver", "2026-12-15", -7),
        ("America/Edmonton", "2026-12-15", -6),
        ("America/St_Johns", "2026-12-15", -3.5),
        ("America/Regina", "2026-12-15", -6),
        ("America/Whitehorse", "2026-12-15", -7),
    ],
)
def test_nine_in_the_morning_is_nine_in_the_morning(zone, day, offset):
    """The owner's hour is wall-clock time in their zone, whatever the season and the year's rules."""
    instant = timetable(zone=ZoneInfo(zone)).instant(date.fromisoformat(day))
    assert instant == datetime.fromisoformat(day).replace(hour=9, tzinfo=UTC) - timedelta(hours=offset)


def test_a_time_that_spring_skips_moves_forward_and_one_that_comes_twice_is_the_first():
    """02:30 on the night when clocks go forward is 03:30; 01:30 when they go back is the earlier one."""
    table = timetable()
    assert table.instant(date(2027, 3, 14), time(2, 30)).astimezone(OTTAWA).time() == time(3, 30)
    assert table.instant(date(2026, 11, 1), time(1, 30)) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


DAILY = Reminder(at=at("2026-11-27T09:00").astimezone(UTC), reason=Reason.ON_THE_DAY, sequence=1)
EXACT = Reminder(at=at("2026-11-27T16:00").astimezone(UTC), reason=Reason.ASKED, sequence=1, exact=True)


@pytest.mark.parametrize(
    ("reminder", "now", "changes", "last", "hold", "until"),
    [
        (DAILY, "2026-11-27T09:00", {}, None, None, None),
        (DAILY, "2026-11-27T17:59", {}, None, None, None),
        (DAILY, "2026-11-27T18:00", {}, None, Hold.OUTSIDE_HOURS, "2026-11-30T09:00"),
        (DAILY, "2026-11-27T03:00", {}, None, Hold.OUTSIDE_HOURS, "2026-11-27T09:00"),
        (DAILY, "2026-11-28T09:00", {}, None, Hold.WEEKEND, "2026-11-30T09:00"),
        (DAILY, "2026-12-25T09:00", {}, None, Hold.HOLIDAY, "2026-12-29T09:00"),
        (DAILY, "2026-11-27T09:00", {}, date(2026, 11, 27), Hold.ALREADY_TODAY, "2026-11-30T09:00"),
        (
            DAILY,
            "2026-11-27T09:00",
            {"calendar": Calendar(closed=frozenset({date(2026, 11, 27)}))},
            None,
            Hold.CLOSED,
            "2026-11-30T09:00",
        ),
        (
            DAILY,
            "2026-11-27T09:00",
            {"leave": Leave(first=date(2026, 11, 26), last=date(2026, 12, 1))},
            None,
            Hold.LEAVE,
            "2026-12-02T09:00",
        ),
        (EXACT, "2026-11-28T16:00", {}, date(2026, 11, 28), None, None),
        (
            EXACT,
            "2026-11-27T16:00",
            {"leave": Leave(first=date(2026, 11, 27), last=date(2026, 11, 27))},
            None,
            Hold.LEAVE,
            "2026-11-30T09:00",
        ),
    ],
)
def test_each_hold_has_its_reason_and_its_end(reminder, now, changes, last, hold, until):  # noqa: PLR0917 - a table's columns
    """A reminder waits for a named reason, until the next morning on which it may leave."""
    table = timetable(**changes)
    assert table.hold(reminder, now=at(now), last_bundle=last) == hold
    if until is not None:
        assert table.next_opening(at(now), last_bundle=last) == at(until)


def test_after_downtime_the_reason_is_that_of_now():
    """What was to be said before the due is said as overdue when it leaves after it."""
    due = Due(day=date(2026, 11, 25))
    missed = timetable().next_reminder(due, after=at("2026-11-20T10:00"), sequence=1)
    assert missed.label == "before 2"
    assert timetable().current_reason(missed, due, at("2026-11-30T11:00")).label == "overdue 3"


def test_the_cadence_is_a_setting():
    """A team may be reminded more often, or only when it is late."""
    busy = Cadence(before=(5, 1), overdue=(1,), then_every=1)
    labels = [
        label for _, label in reminders(Due(day=date(2026, 12, 10)), "2026-11-23T10:00", 6, cadence=busy)
    ]
    assert labels == ["before 5", "before 1", "on the day", "overdue 1", "overdue 2", "overdue 3"]
    late = Cadence(before=(), on_the_day=False, overdue=(), then_every=10)
    labels = [
        label for _, label in reminders(Due(day=date(2026, 12, 10)), "2026-11-23T10:00", 2, cadence=late)
    ]
    assert labels == ["overdue 10", "overdue 20"]


def test_business_days_are_counted_from_the_day_after():
    """Day 0 is the day itself; weekends and holidays do not count, forwards or backwards."""
    calendar = Calendar()
    assert calendar.shift(date(2026, 12, 23), 3) == date(2026, 12, 30)
    assert calendar.shift(date(2026, 12, 30), -3) == date(2026, 12, 23)
    assert calendar.shift(date(2026, 12, 26), 0) == date(2026, 12, 26)
    days = [calendar.shift(date(2026, 1, 1), count) for count in range(1, 400)]
    assert all(before < after for before, after in pairwise(days))
