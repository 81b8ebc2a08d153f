"""Periods that are no day, asked about with days of theirs; on Thursday 8 October 2026, 09:30."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.intents.dates import Ask, Due, parse_due

NOW = datetime(2026, 10, 8, 9, 30, tzinfo=ZoneInfo("America/Toronto"))


def options(text, now=NOW):
    ask = parse_due(text, "en", now)
    assert isinstance(ask, Ask)
    assert ask.said == text
    return [option.date.isoformat() for option in ask.options]


def day_of(text, now=NOW):
    due = parse_due(text, "en", now)
    assert isinstance(due, Due)
    return due.date.isoformat()


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["in January", "by January", "en janvier", "in the new year"], ["2027-01-04", "2027-01-29"]),
        (["June", "juin", "by June 2027"], ["2027-06-01", "2027-06-30"]),
        (["next month", "by next month", "le mois prochain"], ["2026-11-02", "2026-11-30"]),
        (["next week", "la semaine prochaine", "by next week"], ["2026-10-13", "2026-10-16"]),
        (["early December"], ["2026-12-01", "2026-12-10"]),
        (["late December"], ["2026-12-21", "2026-12-31"]),
        (["this fall", "cet automne"], ["2026-10-08", "2026-12-18"]),
        (["next spring", "d'ici le printemps"], ["2027-03-22", "2027-06-18"]),
        (["before the holidays", "avant les Fêtes"], ["2026-12-18", "2026-12-23"]),
        (["before January"], ["2026-12-31"]),
        (["Q1 2027", "by Q1 2027"], ["2027-06-30"]),
        (["FY 2026-27"], ["2026-10-08", "2027-03-31"]),
        (["December 4 or 5", "by December 4 or 5", "le 4 ou le 5 décembre"], ["2026-12-04", "2026-12-05"]),
        (["next next Friday"], ["2026-10-23", "2026-10-16"]),
    ],
)
def test_what_is_asked_about_offers_days_of_its_own(texts, days):
    """Its first and last business day that are ahead; never one outside."""
    for text in texts:
        assert options(text) == days


def test_the_middle_of_a_month_that_is_over_is_the_next_ones():
    """On the 27th, mid-month is ahead."""
    for text in ("mid-month", "by the middle of the month", "à la mi-mois"):
        assert day_of(text) == "2026-10-15"
        assert day_of(text, NOW.replace(day=27)) == "2026-11-15"


@pytest.mark.parametrize("text", ["the March report", "I may march", "a walk on Mars", "une balade sur Mars"])
def test_a_month_within_a_text_is_no_period(text):
    """Only alone, or behind a preposition of time."""
    assert parse_due(text, "en", NOW) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by year-end 2027-28", "2028-03-31"),
        ("fiscal year-end 2027-28", "2028-03-31"),
        ("fin d'année financière 2027-2028", "2028-03-31"),
        ("by end of calendar year", "2026-12-31"),
        ("two weeks Friday", "2026-10-23"),
        ("EOM January", "2027-01-31"),
        ("by Friday (EOD)", "2026-10-09"),
        ("Friday 1530", "2026-10-09"),
    ],
)
def test_a_day_that_is_said_in_short_is_understood(text, day):
    """With everything that belongs to it."""
    assert day_of(text) == day
    assert parse_due(text, "en", NOW).said == text


@pytest.mark.parametrize(
    "text",
    [
        "donner suite à la réunion d'ici le 12 décembre",
        "faire suite à la rencontre du 12 novembre d'ici le 12 décembre",
        "suite à la rencontre du 12 novembre, envoyer le plan d'ici le 12 décembre",
        "suite à la rencontre du 12 novembre envoyer le plan d'ici le 12 décembre",
        "further to our call on Monday send the plan by 12 December",
    ],
)
def test_a_reference_hides_no_limit(text):
    """What it refers to is no due; what is set after it is."""
    assert day_of(text) == "2026-12-12"
