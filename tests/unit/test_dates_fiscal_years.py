"""Quarters and fiscal years, on Monday 23 November 2026, in Q3 of 2026-27."""

from datetime import datetime

import pytest

from bot.intents.dates import Ask, Due, Question, parse_due

NOW = datetime(2026, 11, 23, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows

ENDS = [
    ("en", "before the end of Q3", "2026-12-31"),
    ("en", "the end of the fourth quarter", "2027-03-31"),
    ("en", "by the end of Q2", "2027-09-30"),
    ("en", "at the end of the current quarter", "2026-12-31"),
    ("en", "the end of the next quarter", "2027-03-31"),
    ("en", "by quarter-end", "2026-12-31"),
    ("en", "EOQ", "2026-12-31"),
    ("en", "the end of Q1 of 2027-28", "2027-06-30"),
    ("en", "by FY 2026-27 Q3", "2026-12-31"),
    ("en", "Q4 2026-27", "2027-03-31"),
    ("en", "the end of Q3 2026", "2026-12-31"),
    ("en", "by fiscal year-end", "2027-03-31"),
    ("en", "before the end of the fiscal", "2027-03-31"),
    ("en", "the end of this fiscal year", "2027-03-31"),
    ("en", "the end of the next fiscal year", "2028-03-31"),
    ("en", "the end of fiscal year 2027-28", "2028-03-31"),
    ("en", "the end of 2027-2028", "2028-03-31"),
    ("en", "by the last Friday of the quarter", "2026-12-25"),
    ("en", "the last business day of the fiscal year", "2027-03-31"),
    ("fr", "avant la fin du T3", "2026-12-31"),
    ("fr", "d'ici la fin du quatrième trimestre", "2027-03-31"),
    ("fr", "fin T4", "2027-03-31"),
    ("fr", "à la fin du trimestre en cours", "2026-12-31"),
    ("fr", "à la fin du trimestre prochain", "2027-03-31"),
    ("fr", "en fin de trimestre", "2026-12-31"),
    ("fr", "la fin du T1 de l'exercice 2027-2028", "2027-06-30"),
    ("fr", "fin du premier trimestre de 2027-28", "2027-06-30"),
    ("fr", "avant la fin de l'exercice", "2027-03-31"),
    ("fr", "en fin d'exercice", "2027-03-31"),
    ("fr", "la fin de l'exercice financier en cours", "2027-03-31"),
    ("fr", "la fin de l'exercice 2027-28", "2028-03-31"),
    ("fr", "à la clôture de l'exercice", "2027-03-31"),
    ("fr", "la fin de la prochaine année financière", "2028-03-31"),
    ("fr", "le dernier vendredi du trimestre", "2026-12-25"),
]

BEGINNINGS = [
    ("en", "by the start of Q4", "2027-01-01"),
    ("en", "at the beginning of next fiscal year", "2027-04-01"),
    ("fr", "d'ici le début du T4", "2027-01-01"),
    ("fr", "au début du prochain exercice", "2027-04-01"),
]

NO_DATES = [
    "the Q3 results",
    "our 2026-27 plan",
    "a forecast for Q4",
    "file the T4 slips",
    "le budget de 2026-2027",
]


@pytest.mark.parametrize(("lang", "text", "day"), [*ENDS, *BEGINNINGS])
def test_a_fiscal_day_is_understood(lang, text, day):
    """The year starts on 1 April; a quarter that is over is the next year's."""
    due = parse_due(text, lang, NOW)
    assert isinstance(due, Due)
    assert (due.date.isoformat(), due.said) == (day, text)


@pytest.mark.parametrize(
    ("start", "text", "day"),
    [
        (1, "the end of Q2", "2027-06-30"),
        (1, "fiscal year-end", "2026-12-31"),
        (7, "la fin du T2", "2026-12-31"),
        (7, "la fin de l'exercice 2026-27", "2027-06-30"),
        (2, "the end of the quarter", "2027-01-31"),
    ],
)
def test_the_fiscal_year_starts_when_the_team_says(start, text, day):
    """The month is a setting."""
    due = parse_due(text, "en", NOW, fiscal_start=start)
    assert isinstance(due, Due)
    assert due.date.isoformat() == day


@pytest.mark.parametrize("text", ["by Q4", "d'ici le T4", "before the fourth quarter"])
def test_by_a_quarter_is_its_end_or_perhaps_its_start(text):
    """The other reading is offered as a button."""
    due = parse_due(text, "en", NOW)
    assert isinstance(due, Due)
    assert (due.date.isoformat(), [day.isoformat() for day in due.others]) == ("2027-03-31", ["2027-01-01"])


@pytest.mark.parametrize(
    ("text", "question", "days"),
    [
        ("in Q4", Question.VAGUE, ["2027-03-31"]),
        ("au T4", Question.VAGUE, ["2027-03-31"]),
        ("by 2027-28", Question.VAGUE, ["2027-04-01", "2028-03-31"]),
        ("the end of FY 2027", Question.VAGUE, ["2027-03-31", "2028-03-31"]),
        ("the end of Q4 2027", Question.VAGUE, ["2027-03-31", "2028-03-31"]),
        ("before the year-end", Question.VAGUE, ["2026-12-31", "2027-03-31"]),
        ("the end of Q1 2026-27", Question.PAST, ["2027-06-30"]),
        ("the end of Q7", Question.IMPOSSIBLE, []),
        ("the end of 2026-29", Question.IMPOSSIBLE, []),
    ],
)
def test_what_is_no_one_fiscal_day_is_asked_about(text, question, days):
    """A quarter is not a day, and a single year may be either of two."""
    ask = parse_due(text, "en", NOW)
    assert isinstance(ask, Ask)
    assert (ask.question, [option.date.isoformat() for option in ask.options]) == (question, days)


@pytest.mark.parametrize("text", NO_DATES)
def test_a_quarter_or_year_that_only_names_something_is_no_due(text):
    """Results, plans and tax slips carry them."""
    assert not isinstance(parse_due(text, "en", NOW), Due)
