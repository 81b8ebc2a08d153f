"""Reminders of somebody who chose their own hours, weekdays and time of the message of the day."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.due import Due
from bot.domain.hours import own_hours, sending_hours
from bot.domain.people import Hours, Identity, OwnSettings, Person
from bot.domain.policy import Policy
from bot.domain.reminder import Cadence, Hold, Reason

OTTAWA = ZoneInfo("America/Toronto")
NINE_TO_FIVE = Hours(first=time(9), last=time(17))


def owner(**own):
    return Person(
        id="p1",
        name="Ana",
        handle="ana",
        identities=(Identity(platform="mailbox", user="ana"),),
        language="en",
        zone="America/Toronto",
        own=OwnSettings(**own),
    )


def timetable(policy=None, **own):
    return (policy or Policy()).timetable(owner(**own))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=OTTAWA)


def due_at(text):
    return Due(day=at(text).date(), at=at(text).astimezone(UTC))


def reminders(due, start, count, policy=None, **own):
    """Return (local day and time, label) of the first `count` reminders when each is sent on time."""
    table, after, found = timetable(policy, **own), at(start), []
    for sequence in range(1, count + 1):
        reminder = table.next_reminder(due, after=after, sequence=sequence)
        found.append((reminder.at.astimezone(OTTAWA).strftime("%a %d %b %H:%M"), reminder.label))
        after = reminder.at
    return found


@pytest.mark.parametrize(
    ("own", "leaves", "until"),
    [
        ({}, "09:00", "18:00"),
        ({"reminder_time": time(7, 30)}, "07:30", "18:00"),
        ({"reminder_time": time(19)}, "19:00", "20:00"),
        ({"reminder_time": time(23, 30)}, "23:30", "23:59"),
        ({"hours": NINE_TO_FIVE}, "09:00", "17:00"),
        ({"hours": Hours(first=time(7), last=time(15))}, "09:00", "15:00"),
        ({"hours": Hours(first=time(13), last=time(21))}, "13:00", "21:00"),
        ({"hours": NINE_TO_FIVE, "reminder_time": time(16, 30)}, "16:30", "17:00"),
        ({"hours": NINE_TO_FIVE, "reminder_time": time(7)}, "09:00", "17:00"),
        ({"hours": NINE_TO_FIVE, "reminder_time": time(20)}, "09:00", "17:00"),
        ({"hours": NINE_TO_FIVE, "reminder_time": time(17)}, "09:00", "17:00"),
        ({"hours": Hours(first=time(16), last=time())}, "16:00", "23:59"),
        ({"hours": Hours(first=time(17), last=time(9))}, "09:00", "18:00"),
    ],
)
def test_the_message_of_the_day_leaves_at_the_persons_own_time_within_their_hours(own, leaves, until):
    """A time outside of them gives way to when they begin; hours that are none count for nothing."""
    table = timetable(**own)
    assert (f"{table.opens:%H:%M}", f"{table.closes:%H:%M}") == (leaves, until)


@given(
    own=st.builds(
        OwnSettings,
        hours=st.none() | st.builds(Hours, first=st.times(), last=st.times()),
        reminder_time=st.none() | st.times(),
    )
)
def test_there_is_always_a_time_at_which_it_may_leave(own):
    """Whatever was chosen, it opens before it closes, and within own hours."""
    leaving, hours = sending_hours(own, opens=time(9), closes=time(18)), own_hours(own)
    assert leaving.first < leaving.last or leaving.first == time.max
    assert hours is None or hours.first <= leaving.first < leaving.last == hours.last


def test_before_a_clock_time_in_the_morning_the_day_before_says_it():
    """Due at 8:30, hours from 9 to 5: not at 7:30, but on the business day before."""
    said = reminders(due_at("2026-11-26T08:30"), "2026-11-23T10:00", 3, hours=NINE_TO_FIVE)
    assert said == [
        ("Tue 24 Nov 09:00", "before 2"),
        ("Wed 25 Nov 09:00", "before 1"),
        ("Fri 27 Nov 09:00", "overdue 1"),
    ]


def test_before_a_clock_time_in_the_evening_the_morning_says_it():
    """Due at 20:00: nothing at 19:00, the morning's message is enough."""
    said = reminders(due_at("2026-11-26T20:00"), "2026-11-25T10:00", 2, hours=NINE_TO_FIVE)
    assert said == [("Thu 26 Nov 09:00", "on the day"), ("Fri 27 Nov 09:00", "overdue 1")]


def test_within_the_hours_it_is_said_an_hour_before_as_ever():
    """Due at 16:00: at 15:00 as well."""
    said = reminders(due_at("2026-11-26T16:00"), "2026-11-25T10:00", 2, hours=NINE_TO_FIVE)
    assert said == [("Thu 26 Nov 09:00", "on the day"), ("Thu 26 Nov 15:00", "hour before")]


def test_where_the_morning_is_not_said_by_rule_it_is_for_want_of_the_hour_before():
    """A team without messages on the day still says a clock time in time."""
    quiet = Policy(cadence=Cadence(before=(), on_the_day=False))
    for when, said in (("2026-11-26T20:00", "Thu 26 Nov 09:00"), ("2026-11-26T08:30", "Wed 25 Nov 09:00")):
        first = reminders(due_at(when), "2026-11-23T10:00", 1, quiet, hours=NINE_TO_FIVE)[0]
        assert first[0] == said


@pytest.mark.parametrize(
    ("when", "recorded", "said"),
    [
        ("2026-11-26T08:30", "2026-11-25T14:00", "Wed 25 Nov 16:00"),
        ("2026-11-28T14:00", "2026-11-27T10:00", "Fri 27 Nov 16:00"),
        ("2026-11-26T08:30", "2026-11-25T16:30", "Fri 27 Nov 09:00"),
    ],
)
def test_what_is_recorded_after_the_last_message_in_time_is_said_before_the_hours_end(when, recorded, said):
    """An hour before they end; whoever records it later than that has just been there."""
    hours, days = NINE_TO_FIVE, (0, 1, 2, 3, 4)
    assert reminders(due_at(when), recorded, 1, hours=hours, works=days)[0][0] == said


def test_an_hour_that_somebody_asked_for_is_honoured_at_night():
    """They chose 22:00 themselves."""
    table = timetable(hours=NINE_TO_FIVE)
    asked = table.snoozed(date(2026, 11, 26), time(22), sequence=1)
    assert asked.at == at("2026-11-26T22:00")
    assert table.hold(asked, now=asked.at, last_bundle=None) is None


def test_a_week_of_four_days_has_no_friday():
    """Due on Friday: said on Thursday; overdue from Monday on."""
    said = reminders(Due(day=date(2026, 11, 27)), "2026-11-23T10:00", 4, works=(0, 1, 2, 3))
    assert said == [
        ("Tue 24 Nov 09:00", "before 2"),
        ("Thu 26 Nov 09:00", "on the day"),
        ("Mon 30 Nov 09:00", "overdue 1"),
        ("Tue 01 Dec 09:00", "overdue 2"),
    ]


def test_nothing_comes_on_a_weekday_off_before_a_clock_time():
    """Due on a Friday at 14:00 that they do not work."""
    said = reminders(due_at("2026-11-27T14:00"), "2026-11-25T10:00", 2, works=(0, 1, 2, 3))
    assert said == [("Thu 26 Nov 09:00", "on the day"), ("Mon 30 Nov 09:00", "overdue 1")]


def test_each_hold_of_own_settings_has_its_reason():
    """A weekday off, and the hours."""
    daily = timetable().next_reminder(Due(day=date(2026, 11, 27)), after=at("2026-11-23T10:00"), sequence=1)
    off = timetable(works=(0, 1, 2, 3))
    assert off.hold(daily, now=at("2026-11-27T10:00"), last_bundle=None) is Hold.DAY_OFF
    assert off.next_opening(at("2026-11-27T10:00")) == at("2026-11-30T09:00")
    hours = timetable(hours=NINE_TO_FIVE)
    assert hours.hold(daily, now=at("2026-11-27T17:00"), last_bundle=None) is Hold.OUTSIDE_HOURS


@pytest.mark.parametrize(
    ("own", "now", "comes"),
    [
        ({}, "2026-11-24T22:00", "2026-11-24T22:00"),
        ({"works": (0, 1)}, "2026-11-28T22:00", "2026-11-28T22:00"),
        ({"hours": NINE_TO_FIVE}, "2026-11-24T16:59", "2026-11-24T16:59"),
        ({"hours": NINE_TO_FIVE}, "2026-11-24T17:00", "2026-11-25T09:00"),
        ({"hours": NINE_TO_FIVE}, "2026-11-24T03:00", "2026-11-24T09:00"),
        ({"hours": NINE_TO_FIVE}, "2026-11-28T10:00", "2026-11-30T09:00"),
        ({"hours": NINE_TO_FIVE, "reminder_time": time(15)}, "2026-11-24T03:00", "2026-11-24T09:00"),
        ({"hours": NINE_TO_FIVE, "works": (0, 1, 2, 3)}, "2026-11-26T18:00", "2026-11-30T09:00"),
        ({"hours": NINE_TO_FIVE}, "2026-12-24T18:00", "2026-12-29T09:00"),
    ],
)
def test_what_others_cause_waits_for_the_hours_of_whoever_chose_some(own, now, comes):
    """Until they begin on a day that they work; of whoever chose none, nothing waits."""
    assert timetable(**own).undisturbed(at(now)) == at(comes)


def test_where_the_calendar_ends_there_still_is_an_answer():
    """A due in the last days of the year 9999 stops no sweep."""
    late = datetime(9999, 12, 20, 12, tzinfo=UTC)
    for day in (date(9999, 12, 31), date(1, 1, 1)):
        assert timetable().next_reminder(Due(day=day), after=late, sequence=1).at > late


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
OWN = st.builds(
    OwnSettings,
    region=st.sampled_from(["", "QC", "YT"]),
    works=st.lists(st.integers(0, 6), unique=True, max_size=4).map(tuple),
    hours=st.none() | st.builds(Hours, first=st.times(), last=st.times()),
    reminder_time=st.none() | st.times(),
)
ZONES = st.sampled_from(["America/Toronto", "America/St_Johns", "Australia/Lord_Howe", "Africa/Cairo"])


@given(own=OWN, zone=ZONES, day=DAYS, clock=st.times(), started=DAYS, begun=st.times())
def test_whatever_is_chosen_there_is_a_next_reminder_and_a_next_opening(  # noqa: PLR0917 - what hypothesis draws
    own, zone, day, clock, started, begun
):
    """Later than now, on a day that they work; and none of the cadence comes outside of own hours."""
    table = Policy().timetable(owner(**vars(own)))
    table = type(table)(**{**vars(table), "zone": ZoneInfo(zone)})
    now = datetime.combine(started, begun, tzinfo=UTC)
    opening = table.next_opening(now)
    assert opening > now
    assert table.calendar.is_business_day(opening.astimezone(table.zone).date())
    assert table.undisturbed(now) >= now
    due = Due(day=day, at=datetime.combine(day, clock, tzinfo=UTC))
    reminder = table.next_reminder(due, after=now, sequence=1)
    assert reminder.at > now
    gap = reminder.at.astimezone(table.zone).replace(fold=0).astimezone(UTC) != reminder.at
    assert (
        reminder.reason is not Reason.HOUR_BEFORE
        or gap
        or not table.is_quiet(reminder.at)
        or not own_hours(own)
    )
