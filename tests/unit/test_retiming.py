"""Reminders of somebody who moves to another zone, or works on other days or at other hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.due import Due
from bot.domain.history import Action
from bot.domain.people import Hours, OwnSettings, Stakeholder
from bot.domain.policy import Policy
from bot.domain.promise import Outcome
from bot.domain.reminder import Hold, Reason
from bot.domain.retiming import retime
from bot.domain.transitions import close, held, record, reminded, snooze
from bot.domain.undoing import undo
from bot.handlers.retiming import retimed
from storage import open_store
from tests.support.store_samples import person, promise

OTTAWA, VANCOUVER = "America/Toronto", "America/Vancouver"
MONDAY = datetime(2026, 11, 23, 15, tzinfo=UTC)
THURSDAY = date(2026, 11, 26)


def timetable(zone=OTTAWA, **own):
    return Policy().timetable(person("p1", "Ana Roy", zone=zone).choosing(OwnSettings(**own)))


def owed(due, now=MONDAY):
    """Return a promise that was recorded in Ottawa."""
    return record(
        number=1,
        stakeholder=Stakeholder(name="Maria"),
        words="send it",
        due=due,
        owner="p1",
        by="p1",
        at=now,
        timetable=timetable(),
    )


def moved(promised, to, *, now=MONDAY, was=None, last_bundle=None):
    return retime(promised, was or timetable(), at=now, timetable=to, last_bundle=last_bundle)


def shown(promised, zone):
    return promised.reminder.at.astimezone(ZoneInfo(zone)).strftime("%a %d %b %H:%M"), promised.reminder.label


@pytest.mark.parametrize("zone", [VANCOUVER, "America/Halifax", "America/St_Johns", "Europe/Paris"])
def test_nine_in_the_morning_is_nine_in_the_morning_there(zone):
    """The history says that the reminder was set anew, and by nobody."""
    after = moved(owed(Due(day=THURSDAY)), timetable(zone))
    assert shown(after, zone) == ("Tue 24 Nov 09:00", "before 2")
    assert (after.history[-1].action, after.history[-1].by) == (Action.RETIMED, None)
    assert after.due == Due(day=THURSDAY)


def test_there_and_back_is_as_it_was():
    """A trip leaves nothing behind."""
    before = owed(Due(day=THURSDAY))
    there = moved(before, timetable(VANCOUVER))
    back = moved(there, timetable(), was=timetable(VANCOUVER), now=MONDAY + timedelta(minutes=5))
    assert back.reminder == before.reminder
    assert back.latest.action is Action.RECORDED


def test_a_due_with_a_clock_time_keeps_its_instant_and_its_hour_before():
    """Due at 17:00 in Ottawa: at 13:00 in Vancouver, where it is 14:00 then."""
    due = Due(day=THURSDAY, at=datetime(2026, 11, 26, 22, tzinfo=UTC))
    morning = datetime(2026, 11, 26, 14, tzinfo=UTC)
    at_nine = owed(due, morning - timedelta(hours=1))
    said = reminded(at_nine, at_nine.reminder, at=morning, timetable=timetable())
    after = moved(said, timetable(VANCOUVER), now=morning + timedelta(minutes=10), last_bundle=THURSDAY)
    assert after is said
    assert shown(after, VANCOUVER) == ("Thu 26 Nov 14:00", "hour before")


def test_what_was_said_this_morning_is_not_said_again_farther_west():
    """At 9:00 in Ottawa it is 6:00 in Vancouver; its own 9:00 has nothing new to say."""
    morning = datetime(2026, 11, 26, 14, tzinfo=UTC)
    at_nine = owed(Due(day=THURSDAY), morning - timedelta(hours=1))
    said = reminded(at_nine, at_nine.reminder, at=morning, timetable=timetable())
    after = moved(said, timetable(VANCOUVER), now=morning + timedelta(minutes=10), last_bundle=THURSDAY)
    assert shown(after, VANCOUVER) == ("Fri 27 Nov 09:00", "overdue 1")


def test_what_was_to_be_said_at_nine_is_said_at_once_where_it_is_ten():
    """Nothing is lost by going east."""
    early = datetime(2026, 11, 26, 13, 30, tzinfo=UTC)
    after = moved(
        owed(Due(day=THURSDAY), datetime(2026, 11, 25, 15, tzinfo=UTC)),
        timetable("America/Halifax"),
        now=early,
    )
    assert after.reminder.at == early
    assert after.reminder.label == "on the day"


def test_an_hour_that_somebody_chose_is_that_hour_where_they_are():
    """15:00 on Thursday; a day that was chosen stays that day."""
    for clock, expected in ((time(15), "Thu 26 Nov 15:00"), (None, "Thu 26 Nov 09:00")):
        snoozed = snooze(
            owed(Due(day=date(2026, 12, 18))), THURSDAY, clock, by="p1", at=MONDAY, timetable=timetable()
        )
        after = moved(snoozed, timetable(VANCOUVER))
        assert shown(after, VANCOUVER)[0] == expected


@pytest.mark.parametrize(
    "own",
    [
        {"works": (6,)},
        {"works": (0, 1), "hours": Hours(first=time(12), last=time(20))},
        {"reminder_time": time(15)},
        {"hours": Hours(first=time(22), last=time(23))},
    ],
)
def test_a_day_that_was_asked_for_comes_back_when_a_choice_is_taken_back(own):
    """It gives way only as long as they do not work on it."""
    before = snooze(
        owed(Due(day=date(2026, 12, 18))), THURSDAY, None, by="p1", at=MONDAY, timetable=timetable()
    )
    there = moved(before, timetable(**own))
    back = moved(there, timetable(), was=timetable(**own), now=MONDAY + timedelta(minutes=5))
    assert there.reminder != before.reminder
    assert back.reminder == before.reminder


def test_what_the_morning_says_is_not_left_out_for_the_hour_before():
    """Due on Thursday at 7:30, said on Wednesday at 15:00; whose mornings begin at six now hears of it then."""
    due = Due(day=THURSDAY, at=datetime(2026, 11, 26, 12, 30, tzinfo=UTC))
    afternoon = datetime(2026, 11, 25, 20, tzinfo=UTC)
    late = timetable(reminder_time=time(15))
    promised = owed(due, MONDAY)
    said = reminded(promised, promised.reminder, at=afternoon, timetable=late)
    assert shown(said, OTTAWA) == ("Thu 26 Nov 06:30", "hour before")
    after = moved(said, timetable(reminder_time=time(6)), was=late, now=afternoon + timedelta(hours=1))
    assert shown(after, OTTAWA) == ("Thu 26 Nov 06:00", "on the day")


def test_a_warning_that_came_early_for_want_of_hours_is_at_its_hour_again():
    """Due on Monday at 16:00, told at once to whoever ended at 12:00 until a moment ago."""
    due = Due(day=date(2026, 11, 23), at=datetime(2026, 11, 23, 21, tzinfo=UTC))
    before = owed(due)
    mornings = timetable(hours=Hours(first=time(9), last=time(12)))
    there = moved(before, mornings)
    assert shown(there, OTTAWA)[0] == "Mon 23 Nov 11:00"
    assert moved(there, timetable(), was=mornings).reminder == before.reminder


@pytest.mark.parametrize(
    ("now_own", "expected"),
    [
        ({"reminder_time": time(9)}, "Thu 26 Nov 09:00"),
        ({"zone": VANCOUVER}, "Thu 26 Nov 11:00"),
        ({"reminder_time": time(15)}, "Thu 26 Nov 15:00"),
    ],
)
def test_a_closed_promise_that_is_open_again_keeps_the_hours_that_hold_now(now_own, expected):
    """They chose others while it was closed; at the old hour, the message of that day would have left already."""
    late = timetable(reminder_time=time(15))
    before = snooze(owed(Due(day=date(2026, 12, 18))), THURSDAY, None, by="p1", at=MONDAY, timetable=late)
    closed = close(before, Outcome.KEPT, by="p1", at=MONDAY)
    again = undo(closed, 2, by="p1", at=MONDAY + timedelta(hours=1), timetable=timetable(**now_own))
    assert shown(again, OTTAWA)[0] == expected
    assert again.reminder.reason is Reason.SNOOZED


def test_of_three_snoozes_each_is_taken_back():
    """One that was itself taken back replaced nothing."""
    first = snooze(
        owed(Due(day=date(2026, 12, 18))), THURSDAY, None, by="p1", at=MONDAY, timetable=timetable()
    )
    second = snooze(first, THURSDAY, time(15), by="p1", at=MONDAY, timetable=timetable())
    once = undo(second, 2, by="p1", at=MONDAY, timetable=timetable())
    assert undo(once, 1, by="p1", at=MONDAY, timetable=timetable()).reminder == owed(first.due).reminder


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"reminder_time": time(7, 30)}, ("Tue 24 Nov 07:30", "before 2")),
        ({"hours": Hours(first=time(13), last=time(20))}, ("Tue 24 Nov 13:00", "before 2")),
        ({"works": (0, 2, 3)}, ("Mon 23 Nov 10:00", "before 2")),
        ({"works": (1, 3, 4)}, ("Thu 26 Nov 09:00", "on the day")),
        ({"region": "QC"}, ("Tue 24 Nov 09:00", "before 2")),
    ],
)
def test_other_hours_and_days_count_at_once(own, expected):
    """Two business days before Thursday are Monday for whoever does not work on Tuesday: said at once."""
    after = moved(owed(Due(day=THURSDAY), MONDAY - timedelta(days=3)), timetable(**own))
    assert shown(after, OTTAWA) == expected


def test_what_was_held_comes_as_soon_as_it_may():
    """Held over a weekday off that they now work."""
    friday = datetime(2026, 11, 27, 15, tzinfo=UTC)
    four_days = timetable(works=(0, 1, 2, 3))
    waiting = held(owed(Due(day=THURSDAY)), Hold.DAY_OFF, four_days.next_opening(friday), at=friday)
    after = moved(waiting, timetable(), was=four_days, now=friday + timedelta(hours=1))
    assert after.reminder.at == friday + timedelta(hours=1)
    assert after.latest.action is Action.HELD


@pytest.fixture
async def store(tmp_path):
    store = open_store(f"tinydb://{tmp_path}/data")
    yield store
    await store.close()


async def test_all_that_somebody_owes_follows_them(store):
    """And nothing of what others owe; the same settings again write nothing."""
    ana = person("p1", "Ana Roy")
    own = OwnSettings(reminder_time=time(8))

    def change(tx):
        tx.save_person(ana)
        tx.save_person(person("p2", "Sam Cho"))
        for number in range(1, 7):
            tx.save_promise(promise(number, owner="p1" if number < 6 else "p2", day=date(2026, 12, 18)))
        later = ana.choosing(own)
        tx.save_person(later)
        retimed(tx, Policy(), ana, later, MONDAY)
        retimed(tx, Policy(), later, later, MONDAY)

    await store.transact(change)
    found = await store.transact(lambda tx: [tx.promise(number) for number in range(1, 7)])
    assert [each.version for each in found] == [2, 2, 2, 2, 2, 1]
    assert {shown(each, OTTAWA)[0] for each in found[:5]} == {"Wed 16 Dec 08:00"}
