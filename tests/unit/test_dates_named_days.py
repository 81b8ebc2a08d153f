"""Days with a name, as Canadians keep them, on Thursday 8 October 2026."""

from datetime import datetime

import pytest

from bot.intents.dates import Ask, Due, Question, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows

NAMED = [
    ("en", "by Thanksgiving", "2026-10-12"),
    ("fr", "d'ici l'Action de grâce", "2026-10-12"),
    ("en", "before Halloween", "2026-10-31"),
    ("fr", "pour la Toussaint", "2026-11-01"),
    ("en", "after all, by Remembrance Day", "2026-11-11"),
    ("fr", "avant le jour du Souvenir", "2026-11-11"),
    ("en", "by Christmas Eve at noon", "2026-12-24"),
    ("fr", "avant Noël", "2026-12-25"),
    ("en", "on Boxing Day", "2026-12-26"),
    ("fr", "le lendemain de Noël", "2026-12-26"),
    ("en", "New Year's Eve", "2026-12-31"),
    ("fr", "le jour de l'An", "2027-01-01"),
    ("en", "by Family Day", "2027-02-15"),
    ("en", "on Good Friday", "2027-03-26"),
    ("fr", "le Vendredi saint", "2027-03-26"),
    ("en", "before Easter", "2027-03-28"),
    ("fr", "d'ici Pâques", "2027-03-28"),
    ("en", "Easter Monday", "2027-03-29"),
    ("fr", "le lundi de Pâques", "2027-03-29"),
    ("en", "by Victoria Day", "2027-05-24"),
    ("fr", "la Journée nationale des patriotes", "2027-05-24"),
    ("fr", "avant la fête nationale", "2027-06-24"),
    ("fr", "d'ici la Saint-Jean", "2027-06-24"),
    ("en", "National Indigenous Peoples Day", "2027-06-21"),
    ("en", "by Canada Day", "2027-07-01"),
    ("fr", "avant la fête du Canada", "2027-07-01"),
    ("en", "the civic holiday", "2027-08-02"),
    ("fr", "le congé civique", "2027-08-02"),
    ("en", "before Labour Day", "2027-09-06"),
    ("fr", "d'ici la fête du Travail", "2027-09-06"),
    ("en", "Christmas 2027", "2027-12-25"),
    ("en", "by Canada Day of next year", "2027-07-01"),
    ("fr", "Noël de l'année prochaine", "2027-12-25"),
    ("en", "the Friday before Christmas", "2026-12-18"),
    ("en", "two weeks before Christmas", "2026-12-11"),
    ("fr", "le mardi après Noël", "2026-12-29"),
]


@pytest.mark.parametrize(("lang", "text", "day"), NAMED)
def test_a_day_with_a_name_is_the_coming_one(lang, text, day):
    """Fixed, movable or beside another; in the year that was said."""
    due = parse_due(text, lang, NOW)
    assert isinstance(due, Due)
    assert due.date.isoformat() == day


def test_one_that_was_just_kept_is_asked_about():
    """30 September was eight days ago: next year's is offered."""
    ask = parse_due("by the National Day for Truth and Reconciliation", "en", NOW)
    assert isinstance(ask, Ask)
    assert ask.question is Question.PAST
    assert [option.date.isoformat() for option in ask.options] == ["2027-09-30"]


@pytest.mark.parametrize(
    "text",
    [
        "the Christmas party",
        "order the Easter eggs",
        "a Thanksgiving dinner",
        "le souper de Noël",
        "family day care",
    ],
)
def test_the_name_of_something_else_is_no_day(text):
    """A festival beside a noun only names it."""
    assert parse_due(text, "en", NOW) is None
