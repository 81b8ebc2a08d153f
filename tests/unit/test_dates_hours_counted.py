"""Hours said by way of others, and lengths of hours; on Thursday 8 October 2026, 09:30."""

from datetime import datetime

import pytest

from bot.intents.dates import Ask, Due, Question, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows

TODAY, TOMORROW, FRIDAY = "2026-10-08", "2026-10-09", "2026-10-09"

SAID = [
    ("en", "an hour before 4 pm", TODAY, "15:00"),
    ("en", "two hours before midnight", TODAY, "22:00"),
    ("en", "half an hour before noon tomorrow", TOMORROW, "11:30"),
    ("en", "three hours after 1pm", TODAY, "16:00"),
    ("en", "an hour and a half before 4 pm", TODAY, "14:30"),
    ("fr", "20 minutes avant 16 h", TODAY, "15:40"),
    ("fr", "deux heures avant midi demain", TOMORROW, "10:00"),
    ("fr", "une demi-heure après 13 h", TODAY, "13:30"),
    ("fr", "dans une heure et quart", TODAY, "10:45"),
    ("fr", "dans trois heures trente", TODAY, "13:00"),
    ("fr", "d'ici deux heures et quart", TODAY, "11:45"),
    ("fr", "dans une petite heure", TODAY, "10:30"),
    ("fr", "d'ici une quarantaine de minutes", TODAY, "10:10"),
    ("fr", "dans l'heure", TODAY, "10:30"),
    ("en", "within the hour", TODAY, "10:30"),
    ("en", "in 3½ hours", TODAY, "13:00"),
    ("en", "in 3 1/2 hours", TODAY, "13:00"),
    ("en", "in three and a quarter hours", TODAY, "12:45"),
    ("en", "tomorrow at 5 to 3", TOMORROW, "14:55"),
    ("en", "at 10 till 5", TODAY, "16:50"),
    ("en", "twenty to four tomorrow", TOMORROW, "15:40"),
    ("en", "tomorrow at five after two", TOMORROW, "14:05"),
    ("en", "5 minutes past ten tomorrow", TOMORROW, "10:05"),
    ("en", "until 5 past 11", TODAY, "11:05"),
    ("fr", "demain à 11 h moins 5", TOMORROW, "10:55"),
    ("fr", "demain à 11 heures moins 10", TOMORROW, "10:50"),
    ("fr", "demain à une heure", TOMORROW, "13:00"),
    ("fr", "à une heure demain", TOMORROW, "13:00"),
    ("fr", "demain à une heure et demie", TOMORROW, "13:30"),
    ("fr", "demain à une heure moins quart", TOMORROW, "12:45"),
    ("fr", "demain à une heure du matin", TOMORROW, "01:00"),
    ("fr", "vers les 16 h", TODAY, "16:00"),
    ("fr", "demain sur les 11 h", TOMORROW, "11:00"),
    ("fr", "demain sur le coup de midi", TOMORROW, "12:00"),
    ("fr", "demain vers 15 h-15 h 30", TOMORROW, "15:00"),
    ("fr", "demain à minuit et demi", TOMORROW, "00:30"),
    ("en", "review pages 10 to 25 by tomorrow 11am", TOMORROW, "11:00"),
    ("en", "Friday 3p", FRIDAY, "15:00"),
    ("en", "ten fifteen tomorrow", TOMORROW, "10:15"),
    ("en", "tomorrow at nine o five", TOMORROW, "09:05"),
    ("en", "the deadline is 4 tomorrow", TOMORROW, "16:00"),
    ("en", "meet at half 4 tomorrow", TOMORROW, "16:30"),
    ("fr", "ajd à 15 h", TODAY, "15:00"),
    ("fr", "cet aprem à 3 h", TODAY, "15:00"),
]


@pytest.mark.parametrize(("lang", "text", "day", "clock"), SAID)
def test_the_hour_is_worked_out(lang, text, day, clock):
    """As it is said in either language."""
    found = parse_due(text, lang, NOW)
    assert isinstance(found, Due), found
    assert (found.date.isoformat(), found.time and found.time.isoformat("minutes")) == (day, clock)


def test_counting_back_stays_within_the_day_that_was_said():
    """Two hours before 1 a.m. of Friday is not Friday at 23:00."""
    found = parse_due("two hours before 1 am on Friday", "en", NOW)
    assert isinstance(found, Due)
    assert (found.date.isoformat(), found.time.isoformat("minutes")) == (FRIDAY, "00:00")


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "the evening before the 21st", "2026-10-20"),
        ("en", "the night before November 12", "2026-11-11"),
        ("en", "the afternoon before Friday", "2026-10-08"),
        ("en", "a day earlier than the 21st", "2026-10-20"),
        ("en", "two days later than the 21st", "2026-10-23"),
        ("fr", "la veille au soir du 12 novembre", "2026-11-11"),
        ("fr", "la veille au soir du 21", "2026-10-20"),
        ("fr", "le lundi qui suit le 12 novembre", "2026-11-16"),
        ("fr", "le matin du 21", "2026-10-21"),
        ("fr", "dans la nuit du 12 novembre", "2026-11-12"),
        ("fr", "d'ici une trentaine de jours", "2026-11-07"),
        ("fr", "dans une bonne semaine", "2026-10-15"),
        ("en", "in 10d", "2026-10-18"),
        ("en", "I will post it first thing in the morning", "2026-10-09"),
        ("en", "first thing in the morning on Monday", "2026-10-12"),
        ("fr", "à cinq jours d'ici", "2026-10-13"),
        ("en", "in 3w", "2026-10-29"),
        ("en", "same day next week", "2026-10-15"),
        ("en", "this time next month", "2026-11-08"),
        ("en", "the first Tuesday in March next year", "2027-03-02"),
        ("en", "the first Tuesday of next year", "2027-01-05"),
        ("fr", "le premier mardi de mars de l'an prochain", "2027-03-02"),
        ("fr", "le premier mardi de la nouvelle année", "2027-01-05"),
        ("en", "the penultimate Friday of November", "2026-11-20"),
        ("en", "the second to last Friday of November", "2026-11-20"),
        ("fr", "le lundi d'après", "2026-10-19"),
    ],
)
def test_the_day_is_worked_out(lang, text, day):
    """Days by way of others."""
    found = parse_due(text, lang, NOW)
    assert isinstance(found, Due), found
    assert found.date.isoformat() == day


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "early next week", ["2026-10-12", "2026-10-13"]),
        ("en", "mid next week", ["2026-10-14"]),
        ("fr", "en début de semaine prochaine", ["2026-10-12", "2026-10-13"]),
        ("fr", "au milieu de la semaine prochaine", ["2026-10-14"]),
        ("en", "in half a day", ["2026-10-08", "2026-10-09"]),
        ("fr", "dans une demi-journée", ["2026-10-08", "2026-10-09"]),
        ("en", "by Feb 29", ["2027-02-28", "2028-02-29"]),
        ("fr", "avant le 29 février", ["2027-02-28", "2028-02-29"]),
        ("en", "the week before Christmas", []),
    ],
)
def test_what_may_be_several_days_is_asked_about(lang, text, days):
    """With those that are likely, where there are some."""
    found = parse_due(text, lang, NOW)
    assert isinstance(found, Ask), found
    assert (found.question, [option.date.isoformat() for option in found.options]) == (Question.VAGUE, days)
