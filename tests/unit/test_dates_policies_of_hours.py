"""What was decided about hours and business days: one test a policy, on Thursday 8 October 2026, 09:30."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Calendar
from bot.intents.dates import Ask, Due, Question, parse_due

NOW = datetime(2026, 10, 8, 9, 30, tzinfo=ZoneInfo("America/Toronto"))


def day_of(text, lang="en", **policy):
    due = parse_due(text, lang, NOW, **policy)
    assert isinstance(due, Due)
    return due.date.isoformat()


def time_of(text, lang="en", **policy):
    due = parse_due(text, lang, NOW, **policy)
    assert isinstance(due, Due)
    return due.time


def asked(text, lang="en", now=NOW):
    ask = parse_due(text, lang, now)
    assert isinstance(ask, Ask)
    assert ask.said == text[slice(*ask.span)]
    return ask.question, [option.date.isoformat() for option in ask.options]


def test_an_hour_alone_is_the_next_such_hour():
    """At 09:30, 9 o'clock is tomorrow's and 10 o'clock is not; the very minute is not over either."""
    assert day_of("by 9 am") == day_of("at nine o'clock") == day_of("avant 9 h", "fr") == "2026-10-09"
    assert day_of("by 10 am") == day_of("by 9:30 am") == day_of("avant 9 h 30", "fr") == "2026-10-08"


def test_an_hour_that_has_gone_by_today_is_offered_for_tomorrow():
    """Whoever says today and an hour that is over made a slip."""
    assert asked("today at 9 am") == asked("this morning at 8") == (Question.PAST, ["2026-10-09"])
    assert asked("ce matin à 8 h", "fr") == (Question.PAST, ["2026-10-09"])


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on Friday at 25:00", ["2026-10-09"]),
        ("by Friday, 9:75", ["2026-10-09"]),
        ("at 25:00 on Friday", ["2026-10-09"]),
        ("vendredi à 26 h", ["2026-10-09"]),
        ("at 24:30", ["2026-10-08"]),
        ("by 31 February at 25:00", []),
    ],
)
def test_an_hour_that_is_on_no_clock_is_asked_about_with_its_day(text, days):
    """The day may be right; the hour is not dropped in silence."""
    assert asked(text) == (Question.IMPOSSIBLE, days)


@pytest.mark.parametrize("text", ["EOD", "by COB", "by close of business", "avant la fin de la journée"])
def test_the_end_of_the_day_is_the_teams_hour(text):
    """17:00 unless the team has set another; the day may be another than today."""
    assert time_of(text) == time(17)
    assert time_of(text, end_of_day=time(16, 30)) == time(16, 30)
    assert day_of(f"{text} Monday") == "2026-10-12"


def test_a_first_and_a_last_business_day_follow_the_calendar():
    """31 October 2026 is a Saturday, and 11 November is Remembrance Day."""
    assert (
        day_of("the last business day of the month")
        == day_of("le dernier jour ouvrable du mois", "fr")
        == "2026-10-30"
    )
    assert day_of("the 8th working day of November") == "2026-11-12"
    assert day_of("the business day before 12 November") == "2026-11-10"
    assert day_of("le premier jour ouvrable après le 10 novembre", "fr") == "2026-11-12"


def test_business_days_start_tomorrow_and_follow_the_owners_calendar():
    """12 October 2026 is Thanksgiving."""
    assert day_of("in 2 business days") == day_of("d'ici 2 jours ouvrables", "fr") == "2026-10-13"
    assert day_of("in 2 business days", calendar=Calendar(federal=False)) == "2026-10-12"
    assert (
        day_of("by the next business day", calendar=Calendar(closed=frozenset({date(2026, 10, 9)})))
        == "2026-10-13"
    )
    assert day_of("two business days after 9 October") == "2026-10-14"


def test_a_bare_hour_from_1_to_6_is_in_the_afternoon():
    """Nobody promises anything for 3 in the morning, unless they write it so."""
    assert [time_of(f"tomorrow at {hour}").hour for hour in (1, 6, 7, 11)] == [13, 18, 7, 11]
    assert time_of("tomorrow at 3:30") == time_of("tomorrow at three thirty") == time(15, 30)
    assert time_of("tomorrow at half past 6") == time(18, 30)
    assert time_of("tomorrow at a quarter to 7") == time(6, 45)
    assert time_of("tomorrow at 03:30") == time_of("tomorrow at 3:30 am") == time(3, 30)


def test_an_hour_with_its_sign_is_one_of_24():
    """*5 h* is five in the morning in Canadian French, as 17 h is five in the afternoon."""
    assert (time_of("demain à 5 h", "fr"), time_of("demain à 17 h", "fr")) == (time(5), time(17))


def test_an_hour_in_words_is_as_good_as_bare():
    """*Trois heures*, *3 h et demie* and *cinq heures moins le quart* are of the clock with 12 hours."""
    assert time_of("demain à trois heures", "fr") == time(15)
    assert time_of("demain à 3 h et demie", "fr") == time(15, 30)
    assert time_of("demain à cinq heures moins le quart", "fr") == time(16, 45)
    assert time_of("demain à trois heures du matin", "fr") == time(3)


def test_hours_are_counted_as_they_pass():
    """In the night when clocks go back, 12 hours from 20:00 is 07:00."""
    evening = datetime(2026, 10, 31, 20, tzinfo=ZoneInfo("America/Toronto"))
    due = parse_due("in 12 hours", "en", evening)
    assert (due.date, due.time) == (date(2026, 11, 1), time(7))


def test_days_are_those_of_the_wall_clock_that_is_passed():
    """The same instant is Thursday evening in Toronto and Friday in UTC."""
    evening = datetime(2026, 10, 8, 22, tzinfo=ZoneInfo("America/Toronto"))
    assert parse_due("today", "en", evening).date == date(2026, 10, 8)
    assert parse_due("today", "en", evening.astimezone(UTC)).date == date(2026, 10, 9)
