"""Business days: of whoever works on other days, and of calendars that leave no day to work."""

from datetime import date, timedelta
from timeit import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import FIRST_DAY, LAST_DAY, Calendar
from bot.domain.holidays import REGIONS
from bot.domain.people import Identity, OwnSettings, Person, Team
from bot.domain.policy import Policy

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
CALENDARS = st.builds(
    Calendar,
    federal=st.booleans(),
    region=st.sampled_from(["", "XX", *REGIONS]),
    works=st.lists(st.integers(0, 6), max_size=7, unique=True).map(tuple),
    closed=st.frozensets(st.dates(date(2026, 11, 1), date(2027, 2, 1)), max_size=60),
)


@given(calendar=CALENDARS, day=DAYS, count=st.integers(-30, 30))
def test_shifting_there_and_back_is_the_same_day(calendar, day, count):
    """From a business day, so many on and as many back."""
    start = calendar.on_or_after(day)
    assert calendar.shift(calendar.shift(start, count), -count) == start
    assert calendar.is_business_day(calendar.shift(day, count or 1))


@given(calendar=CALENDARS, day=DAYS, later=st.integers(0, 40), count=st.integers(-20, 20))
def test_a_later_day_never_leads_to_an_earlier_one(calendar, day, later, count):
    """Shifting keeps the order of days, and more days lead further."""
    after = day + timedelta(days=later)
    assert calendar.shift(day, count) <= calendar.shift(after, count)
    assert calendar.shift(day, count) < calendar.shift(day, count + 1) or count in {-1, 0}
    assert calendar.on_or_before(day) <= day <= calendar.on_or_after(day)


@given(
    calendar=CALENDARS,
    day=st.dates() | st.sampled_from([date.min, date.max, FIRST_DAY, LAST_DAY]),
    count=st.integers(-9, 9),
)
def test_any_day_of_any_year_has_an_answer(calendar, day, count):
    """In the year 1 and in 9999 as well."""
    for found in (calendar.shift(day, count), calendar.on_or_before(day), calendar.on_or_after(day)):
        assert date.min <= found <= date.max
    assert calendar.why_not(day) in {None, "weekend", "day-off", "holiday", "closed"}


@pytest.mark.parametrize(
    "calendar",
    [
        Calendar(closed=frozenset(date(2026, 1, 1) + timedelta(days=each) for each in range(3000))),
        Calendar(works=(9,)),
    ],
)
def test_where_nobody_ever_works_days_are_counted_as_they_come(calendar):
    """A calendar that was filled in wrongly costs no time and stops nothing."""
    day = date(2027, 5, 5)
    assert calendar.on_or_before(day) == day == calendar.on_or_after(day)
    assert calendar.shift(day, 3) == date(2027, 5, 8)
    assert timeit(lambda: calendar.shift(day, 20), number=1) < 1


@pytest.mark.parametrize(
    ("calendar", "day", "why"),
    [
        (Calendar(), "2026-11-28", "weekend"),
        (Calendar(), "2026-12-25", "holiday"),
        (Calendar(closed=frozenset({date(2026, 12, 24)})), "2026-12-24", "closed"),
        (Calendar(works=(0, 1, 2, 3)), "2026-11-27", "day-off"),
        (Calendar(works=(0, 1, 2, 3)), "2026-11-28", "weekend"),
        (Calendar(works=(1, 2, 3, 4, 5)), "2026-11-28", None),
        (Calendar(works=(1, 2, 3, 4, 5)), "2026-11-30", "day-off"),
        (Calendar(works=(1, 2, 3, 4, 5)), "2026-12-26", "holiday"),
        (Calendar(federal=False), "2026-12-25", None),
        (Calendar(federal=False, region="QC"), "2026-06-24", "holiday"),
        (Calendar(region="ON"), "2026-06-24", None),
    ],
)
def test_a_day_without_work_says_why(calendar, day, why):
    """Somebody who works on Saturdays takes a Saturday's holiday on that day."""
    assert calendar.why_not(date.fromisoformat(day)) == why
    assert calendar.is_business_day(date.fromisoformat(day)) is (why is None)


def test_whoever_works_on_saturday_makes_up_for_none():
    """Boxing Day 2026 is theirs on Saturday the 26th; Monday the 28th they work."""
    calendar = Calendar(works=(0, 1, 2, 3, 4, 5))
    assert calendar.why_not(date(2026, 12, 28)) is None


def test_asking_for_a_day_is_quick():
    """The sweep looks at thousands; holidays are computed once a year and region."""
    calendar = Calendar(region="QC", works=(0, 1, 2, 3), closed=frozenset({date(2026, 12, 24)}))
    calendar.is_business_day(date(2026, 6, 24))
    assert timeit(lambda: calendar.is_business_day(date(2026, 6, 24)), number=10_000) < 0.2


def person(handle, **own):
    identity = Identity(platform="mailbox", user=handle)
    return Person(
        id=handle,
        name=handle,
        handle=handle,
        identities=(identity,),
        language="en",
        zone="America/Toronto",
        own=OwnSettings(**own),
    )


def team(key, day, *members):
    return Team(
        key=key, name={"en": key, "fr": key}, zone="America/Toronto", members=members, closed=frozenset({day})
    )


FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
POLICY = Policy(
    calendar=Calendar(region="ON", closed=frozenset({date(2026, 12, 24)})),
    teams=(team("a", FRIDAY, "ana", "sam"), team("b", MONDAY, "sam", "bob")),
)


@pytest.mark.parametrize(
    ("somebody", "closed"),
    [(person("ana"), {FRIDAY}), (person("sam"), {FRIDAY}), (person("bob"), {MONDAY}), (person("zoe"), set())],
)
def test_somebody_has_the_days_off_of_their_first_team_besides_the_organisations(somebody, closed):
    """Whoever belongs to two has those of the first."""
    calendar = POLICY.calendar_of(somebody)
    assert calendar.closed == closed | {date(2026, 12, 24)}
    assert calendar.name_of(date(2026, 2, 16)) == "family-day"


def test_somebodys_own_region_and_weekdays_take_the_place_of_the_usual_ones():
    """In Quebec, on four days a week."""
    calendar = POLICY.calendar_of(person("zoe", region="QC", works=(0, 1, 2, 3)))
    assert calendar == Calendar(region="QC", works=(0, 1, 2, 3), closed=frozenset({date(2026, 12, 24)}))
