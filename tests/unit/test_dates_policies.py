"""What was decided about unclear dates: one test a policy, on Thursday 8 October 2026, 09:30."""

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


def test_next_friday_is_of_the_next_calendar_week():
    """In English *next* skips the Friday of this week; weeks start on Monday."""
    assert (day_of("this Friday"), day_of("Friday"), day_of("next Friday")) == (
        "2026-10-09",
        "2026-10-09",
        "2026-10-16",
    )
    assert day_of("next Wednesday") == "2026-10-14"


def test_vendredi_prochain_is_the_coming_one_and_en_huit_a_week_later():
    """In French *prochain* does not skip; *en huit* does."""
    assert day_of("vendredi", "fr") == day_of("vendredi prochain", "fr") == "2026-10-09"
    assert day_of("vendredi en huit", "fr") == "2026-10-16"


def test_a_weekday_that_is_today_is_the_one_in_a_week():
    """Whoever means today says today; said on that day, *en huit* counts from it."""
    assert day_of("by Thursday") == day_of("jeudi en huit", "fr") == "2026-10-15"


@pytest.mark.parametrize("text", ["03/04", "by 03/04", "3/4/2027", "03-04-2027"])
def test_day_and_month_in_digits_are_asked_about(text):
    """03/04 is 3 April or 4 March; the order of the speaker's language comes first."""
    assert asked(text, "fr") == (Question.AMBIGUOUS, ["2027-04-03", "2027-03-04"])
    assert asked(text, "en") == (Question.AMBIGUOUS, ["2027-03-04", "2027-04-03"])


def test_digits_that_can_be_read_in_one_way_are_taken():
    """25/12 and 12/25 are Christmas; 11/11 is the same both ways; ISO dates are taken silently."""
    assert day_of("25/12") == day_of("12/25") == day_of("25/12/2026") == "2026-12-25"
    assert day_of("11/11") == "2026-11-11"
    assert day_of("2027-03-04") == "2027-03-04"


def test_a_weekday_beside_an_ambiguous_date_settles_it():
    """4 March 2027 is a Thursday and 3 April a Saturday."""
    assert day_of("Thursday 03/04/2027") == "2027-03-04"


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "Friday, December 10"), ("fr", "vendredi le 10 décembre 2026")]
)
def test_a_weekday_that_contradicts_its_date_is_asked_about(lang, text):
    """10 December is a Thursday: that day, or the Friday beside it."""
    assert asked(text, lang) == (Question.CONTRADICTION, ["2026-12-10", "2026-12-11"])


def test_a_day_that_is_over_is_no_option():
    """The Wednesday beside 8 October was yesterday."""
    assert asked("Wednesday 8 October") == (Question.CONTRADICTION, ["2026-10-08"])


def test_a_past_date_is_asked_about_with_the_next_years():
    """A year that was said and is over is a slip, in ISO too; so is a date of the last two weeks."""
    assert asked("2026-10-07") == (Question.PAST, ["2027-10-07"])
    assert asked("by 1 March 2026") == (Question.PAST, ["2027-03-01"])
    assert asked("le 5 octobre", "fr") == (Question.PAST, ["2027-10-05"])
    assert asked("29 February 2024") == (Question.PAST, ["2028-02-29"])
    assert asked("30/09") == (Question.PAST, ["2027-09-30"])
    assert asked("yesterday") == asked("vendredi dernier", "fr") == (Question.PAST, [])


def test_a_date_without_year_that_is_long_past_is_next_years():
    """Nobody promises for last February."""
    assert day_of("12 February") == "2027-02-12"
    assert day_of("29 février", "fr") == "2028-02-29"


def test_an_hour_that_has_gone_by_is_offered_for_tomorrow():
    """At 09:30, 9 o'clock is over and 10 o'clock is not; the very minute is not over either."""
    assert asked("by 9 am") == (Question.PAST, ["2026-10-09"])
    assert time_of("by 10 am") == time(10)
    assert time_of("by 9:30 am") == time(9, 30)


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


@pytest.mark.parametrize("text", ["31 February", "2026-13-45", "30 février 2027", "31/13/2026", "le 32 août"])
def test_an_impossible_date_is_asked_about_without_options(text):
    """There is no nearest day to guess."""
    assert asked(text) == (Question.IMPOSSIBLE, [])


@pytest.mark.parametrize(
    "text",
    [
        *["by March", "in May", "ASAP", "soon", "next month", "next week", "early April", "in a few days"],
        *[
            "en mars",
            "d'ici mai 2027",
            "bientôt",
            "le plus tôt possible",
            "le mois prochain",
            "dans quelques jours",
        ],
        *["after Friday", "within 30 days of receipt", "dans les 30 jours suivant la réception"],
    ],
)
def test_what_is_not_a_day_is_asked_about(text):
    """A month, a week or a wish is no day to be reminded of."""
    assert asked(text) == (Question.VAGUE, [])


def test_the_end_of_the_year_is_asked_about_with_both_years():
    """The calendar's year and the fiscal one, whichever ends first."""
    expected = (Question.VAGUE, ["2026-12-31", "2027-03-31"])
    assert asked("before year-end") == asked("avant la fin de l'année", "fr") == expected


@pytest.mark.parametrize("text", ["EOD", "by COB", "by close of business", "avant la fin de la journée"])
def test_the_end_of_the_day_is_the_teams_hour(text):
    """17:00 unless the team has set another; the day may be another than today."""
    assert time_of(text) == time(17)
    assert time_of(text, end_of_day=time(16, 30)) == time(16, 30)
    assert day_of(f"{text} Monday") == "2026-10-12"


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
    assert time_of("tomorrow at 3:30") == time(15, 30)
    assert time_of("tomorrow at 03:30") == time_of("tomorrow at 3:30 am") == time(3, 30)


def test_an_hour_with_its_sign_is_one_of_24():
    """*5 h* is five in the morning in Canadian French, as 17 h is five in the afternoon."""
    assert (time_of("demain à 5 h", "fr"), time_of("demain à 17 h", "fr")) == (time(5), time(17))


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


@pytest.mark.parametrize(
    "text",
    ["in 999 years", "9999-12-31", "12 décembre 9999", "dans 500 ans", "the last Friday of December 9999"],
)
def test_a_year_that_nobody_means_is_impossible(text):
    """Far centuries are a slip of the finger."""
    assert asked(text) == (Question.IMPOSSIBLE, [])
