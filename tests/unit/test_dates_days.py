"""One table a concept: what people write for a day, in both languages, on Thursday 8 October 2026, 09:30."""

from datetime import date, datetime, time

import pytest

from bot.intents.dates import Due, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows

WRITTEN_OUT = [
    ("en", "2026-11-30", "2026-11-30"),
    ("en", "on 2026/11/30", "2026-11-30"),
    ("en", "30/11/2026", "2026-11-30"),
    ("en", "11/30/26", "2026-11-30"),
    ("fr", "le 30/11", "2026-11-30"),
    ("en", "by 12 December", "2026-12-12"),
    ("en", "before December 12th", "2026-12-12"),
    ("en", "Dec. 12", "2026-12-12"),
    ("en", "the twelfth of December", "2026-12-12"),
    ("en", "December 12, 2027", "2027-12-12"),
    ("en", "January twenty-first", "2027-01-21"),
    ("fr", "d'ici le 12 décembre", "2026-12-12"),
    ("fr", "12 DECEMBRE 2027", "2027-12-12"),
    ("fr", "le 1er déc.", "2026-12-01"),
    ("fr", "le vingt et un janvier", "2027-01-21"),
    ("fr", "le 7 sept", "2027-09-07"),
    ("en", "Saturday 12 December", "2026-12-12"),
    ("en", "Sat, Dec 12", "2026-12-12"),
    ("fr", "samedi le 12 décembre", "2026-12-12"),
    ("fr", "le sam. 12 décembre", "2026-12-12"),
    ("en", "the first Friday of November", "2026-11-06"),
    ("fr", "le dernier vendredi de novembre", "2026-11-27"),
    ("fr", "le premier lundi du mois prochain", "2026-11-02"),
]

DAYS_OF_THE_MONTH = [
    ("en", "before the 20th", "2026-10-20"),
    ("en", "before the 2nd", "2026-11-02"),
    ("en", "on the 31st", "2026-10-31"),
    ("en", "the 3rd of next month", "2026-11-03"),
    ("en", "Friday the 9th", "2026-10-09"),
    ("fr", "avant le 20", "2026-10-20"),
    ("fr", "le 3", "2026-11-03"),
    ("fr", "le 6 du mois prochain", "2026-11-06"),
    ("fr", "vendredi 9", "2026-10-09"),
]

WEEKDAYS = [
    ("en", "Friday", "2026-10-09"),
    ("en", "by Fri.", "2026-10-09"),
    ("en", "Thursday", "2026-10-15"),
    ("en", "this coming Monday", "2026-10-12"),
    ("en", "Wednesday of next week", "2026-10-14"),
    ("en", "next week on Tuesday", "2026-10-13"),
    ("en", "until Tuesday", "2026-10-13"),
    ("en", "a week from Monday", "2026-10-19"),
    ("en", "Monday week", "2026-10-19"),
    ("en", "before tue", "2026-10-13"),
    ("fr", "jusqu’à mardi", "2026-10-13"),
    ("fr", "lundi de la semaine prochaine", "2026-10-12"),
    ("fr", "samedi de cette semaine", "2026-10-10"),
    ("fr", "d'ici mer.", "2026-10-14"),
    ("fr", "lundi qui vient", "2026-10-12"),
    ("fr", "samedi en quinze", "2026-10-24"),
]

FROM_TODAY = [
    ("en", "today", "2026-10-08"),
    ("en", "by tomorrow", "2026-10-09"),
    ("en", "by the day after tomorrow", "2026-10-10"),
    ("en", "tonight", "2026-10-08"),
    ("en", "in 10 days", "2026-10-18"),
    ("en", "within three weeks", "2026-10-29"),
    ("en", "over the next 12 days", "2026-10-20"),
    ("en", "a fortnight from tomorrow", "2026-10-23"),
    ("en", "in a couple of days", "2026-10-10"),
    ("en", "in two months", "2026-12-08"),
    ("en", "two days before Friday 16 October", "2026-10-14"),
    ("en", "a week after 1 November", "2026-11-08"),
    ("en", "the day before Monday", "2026-10-11"),
    ("fr", "aujourd’hui", "2026-10-08"),
    ("fr", "demain matin", "2026-10-09"),
    ("fr", "d'ici après-demain", "2026-10-10"),
    ("fr", "dans dix jours", "2026-10-18"),
    ("fr", "d'ici trois semaines", "2026-10-29"),
    ("fr", "dans les 12 prochains jours", "2026-10-20"),
    ("fr", "d'ici une quinzaine", "2026-10-23"),
    ("fr", "dans dix-sept jours", "2026-10-25"),
    ("fr", "dans deux ans", "2028-10-08"),
    ("fr", "la veille de lundi", "2026-10-11"),
    ("fr", "trois jours après le 1er novembre", "2026-11-04"),
]

ENDS_OF_PERIODS = [
    ("en", "EOW", "2026-10-09"),
    ("en", "before the end of next week", "2026-10-16"),
    ("en", "before the end of this month", "2026-10-31"),
    ("en", "month-end", "2026-10-31"),
    ("en", "the end of next month", "2026-11-30"),
    ("en", "by the end of February", "2027-02-28"),
    ("en", "mid-November", "2026-11-15"),
    ("fr", "avant la fin de cette semaine", "2026-10-09"),
    ("fr", "à la fin de la semaine prochaine", "2026-10-16"),
    ("fr", "avant la fin du mois", "2026-10-31"),
    ("fr", "avant la fin du mois prochain", "2026-11-30"),
    ("fr", "avant la fin de novembre 2027", "2027-11-30"),
    ("fr", "à la mi-novembre", "2026-11-15"),
]

CLOCK_TIMES = [
    ("en", "Friday 3pm", "2026-10-09", time(15)),
    ("en", "on Friday at 15:30", "2026-10-09", time(15, 30)),
    ("en", "by noon tomorrow", "2026-10-09", time(12)),
    ("en", "9 a.m. on 12 December", "2026-12-12", time(9)),
    ("en", "by 4 pm", "2026-10-08", time(16)),
    ("en", "2026-11-30T14:15", "2026-11-30", time(14, 15)),
    ("en", "half past 2 on Friday", "2026-10-09", time(14, 30)),
    ("en", "tomorrow at ten minutes to three", "2026-10-09", time(14, 50)),
    ("en", "tonight at 8", "2026-10-08", time(20)),
    ("en", "by midnight Friday", "2026-10-09", time(23, 59)),
    ("fr", "vendredi 15 h", "2026-10-09", time(15)),
    ("fr", "avant vendredi 15\u00a0h\u00a030", "2026-10-09", time(15, 30)),
    ("fr", "le 12 décembre à 9h05", "2026-12-12", time(9, 5)),
    ("fr", "lundi midi", "2026-10-12", time(12)),
    ("fr", "demain à quinze heures", "2026-10-09", time(15)),
    ("fr", "ce soir à 7 h", "2026-10-08", time(19)),
    ("fr", "vendredi à midi et demi", "2026-10-09", time(12, 30)),
]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [*WRITTEN_OUT, *DAYS_OF_THE_MONTH, *WEEKDAYS, *FROM_TODAY, *ENDS_OF_PERIODS],
)
def test_a_day_is_understood(lang, text, day):
    """The phrase alone is the day, has no clock time, and is covered whole."""
    assert parse_due(text, lang, NOW) == Due(date.fromisoformat(day), None, (0, len(text)), text)


@pytest.mark.parametrize(("lang", "text", "day", "clock"), CLOCK_TIMES)
def test_a_day_with_its_hour_is_understood(lang, text, day, clock):
    """A clock time is taken with its day, in either order; alone it is today's."""
    assert parse_due(text, lang, NOW) == Due(date.fromisoformat(day), clock, (0, len(text)), text)


@pytest.mark.parametrize(("lang", "text", "day"), [*WEEKDAYS, *FROM_TODAY, *ENDS_OF_PERIODS])
def test_the_other_language_is_understood(lang, text, day):
    """The language is a hint: people mix them."""
    due = parse_due(text, "fr" if lang == "en" else "en", NOW)
    assert isinstance(due, Due)
    assert due.date.isoformat() == day
