"""Clock times in both languages, beside a day and alone, on Thursday 8 October 2026, 09:30."""

from datetime import date, datetime, time

import pytest

from bot.intents.dates import Due, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows

WITH_ITS_DAY = [
    ("en", "Friday 3pm", "2026-10-09", time(15)),
    ("en", "Friday, 3:05 p.m.", "2026-10-09", time(15, 5)),
    ("en", "on Friday at 15:30", "2026-10-09", time(15, 30)),
    ("en", "by noon tomorrow", "2026-10-09", time(12)),
    ("en", "9 a.m. on 12 December", "2026-12-12", time(9)),
    ("en", "2026-11-30T14:15", "2026-11-30", time(14, 15)),
    ("en", "2026-11-30T14:15:00-05:00", "2026-11-30", time(14, 15)),
    ("en", "half past 2 on Friday", "2026-10-09", time(14, 30)),
    ("en", "Friday, twenty past ten", "2026-10-09", time(10, 20)),
    ("en", "tomorrow at ten minutes to three", "2026-10-09", time(14, 50)),
    ("en", "tomorrow at quarter past nine", "2026-10-09", time(9, 15)),
    ("en", "20 minutes after 2 pm on Monday", "2026-10-12", time(14, 20)),
    ("en", "in five days at 4 pm", "2026-10-13", time(16)),
    ("en", "at two fifteen on Monday", "2026-10-12", time(14, 15)),
    ("en", "Monday 24:00", "2026-10-12", time(23, 59)),
    ("en", "Dec 12 @ 1pm", "2026-12-12", time(13)),
    ("fr", "lundi à 14 h 5", "2026-10-12", time(14, 5)),
    ("en", "Monday at two fifteen", "2026-10-12", time(14, 15)),
    ("en", "Monday at 2.15", "2026-10-12", time(14, 15)),
    ("en", "Monday at 2p", "2026-10-12", time(14)),
    ("en", "Monday at 1415 hours", "2026-10-12", time(14, 15)),
    ("en", "Monday around 2ish", "2026-10-12", time(14)),
    ("en", "Monday at 2 pm sharp", "2026-10-12", time(14)),
    ("en", "Monday morning at 8", "2026-10-12", time(8)),
    ("en", "at 8 on Monday evening", "2026-10-12", time(20)),
    ("en", "at 7 tomorrow", "2026-10-09", time(7)),
    ("en", "on 12 December, 8:20 in the evening", "2026-12-12", time(20, 20)),
    ("en", "Friday at 12 am", "2026-10-16", time(0)),
    ("en", "by midnight Friday", "2026-10-09", time(23, 59)),
    ("en", "by close of business on Friday", "2026-10-09", time(17)),
    ("en", "EOD Monday", "2026-10-12", time(17)),
    ("fr", "vendredi 15 h", "2026-10-09", time(15)),
    ("fr", "avant vendredi 15\u00a0h\u00a030", "2026-10-09", time(15, 30)),
    ("fr", "VENDREDI 15H30", "2026-10-09", time(15, 30)),
    ("fr", "le 12 décembre à 9h05", "2026-12-12", time(9, 5)),
    ("fr", "lundi midi", "2026-10-12", time(12)),
    ("fr", "lundi, midi et quart", "2026-10-12", time(12, 15)),
    ("fr", "demain à quinze heures", "2026-10-09", time(15)),
    ("fr", "demain à quinze heures trente", "2026-10-09", time(15, 30)),
    ("fr", "demain à neuf heures et demie", "2026-10-09", time(9, 30)),
    ("fr", "demain à dix heures moins vingt", "2026-10-09", time(9, 40)),
    ("fr", "demain, 11 heures moins le quart", "2026-10-09", time(10, 45)),
    ("fr", "demain matin vers 8 h", "2026-10-09", time(8)),
    ("fr", "lundi à 4 h de l'après-midi", "2026-10-12", time(16)),
    ("fr", "à 8 heures du soir lundi", "2026-10-12", time(20)),
    ("fr", "lundi à 14 h pile", "2026-10-12", time(14)),
    ("fr", "lundi avant la fermeture des bureaux", "2026-10-12", time(17)),
    ("fr", "vendredi en fin de journée", "2026-10-09", time(17)),
    ("fr", "vendredi à midi et demi", "2026-10-09", time(12, 30)),
]

WITHOUT_A_DAY = [
    ("en", "by 4 pm", "2026-10-08", time(16)),
    ("en", "at 1530", "2026-10-08", time(15, 30)),
    ("en", "tonight at 8", "2026-10-08", time(20)),
    ("en", "8 tonight", "2026-10-08", time(20)),
    ("en", "this afternoon around 2:30", "2026-10-08", time(14, 30)),
    ("en", "before noon", "2026-10-08", time(12)),
    ("en", "right now", "2026-10-08", time(9, 30)),
    ("fr", "tout de suite", "2026-10-08", time(9, 30)),
    ("en", "in the evening at 7", "2026-10-08", time(19)),
    ("en", "at 7 in the morning", "2026-10-09", time(7)),
    ("fr", "ce soir à 7 h", "2026-10-08", time(19)),
    ("fr", "avant midi", "2026-10-08", time(12)),
    ("fr", "d'ici 16 h", "2026-10-08", time(16)),
    ("fr", "cet après-midi vers 2 h", "2026-10-08", time(14)),
    ("fr", "à 7 h du matin", "2026-10-09", time(7)),
]

LENGTHS_OF_HOURS = [
    ("en", "in 90 minutes", "2026-10-08", time(11)),
    ("en", "in an hour and a half", "2026-10-08", time(11)),
    ("en", "in two hours and 15 minutes", "2026-10-08", time(11, 45)),
    ("en", "within the next 48 hours", "2026-10-10", time(9, 30)),
    ("en", "+ 90 minutes", "2026-10-08", time(11)),
    ("en", "in 1.5 hours", "2026-10-08", time(11)),
    ("en", "in half an hour", "2026-10-08", time(10)),
    ("en", "within a few hours", "2026-10-08", time(12, 30)),
    ("fr", "sous 48 heures", "2026-10-10", time(9, 30)),
    ("fr", "d'ici 2 h", "2026-10-08", time(11, 30)),
    ("fr", "dans 2 h 15", "2026-10-08", time(11, 45)),
    ("fr", "dans une demi-heure", "2026-10-08", time(10)),
    ("fr", "dans trois quarts d'heure", "2026-10-08", time(10, 15)),
    ("fr", "dans les prochaines 24 heures", "2026-10-09", time(9, 30)),
]

ZONES = [
    ("en", "Friday 3pm ET", time(15)),
    ("en", "by 3:00 p.m. EST on Friday", time(15)),
    ("en", "Friday at 15:00 (EDT)", time(15)),
    ("en", "Friday at 3 pm Eastern time", time(15)),
    ("en", "Friday at 3 pm Ottawa time", time(15)),
    ("fr", "vendredi à 15 h HNE", time(15)),
    ("fr", "vendredi 15 h, heure de l'Est", time(15)),
    ("fr", "vendredi 15 h (heure avancée de l'Est)", time(15)),
]

PARTS_OF_A_DAY = [
    ("en", "Friday morning", "2026-10-09"),
    ("en", "first thing Monday", "2026-10-12"),
    ("en", "the morning of 12 December", "2026-12-12"),
    ("en", "late Friday afternoon", "2026-10-09"),
    ("en", "later this evening", "2026-10-08"),
    ("en", "later today", "2026-10-08"),
    ("fr", "vendredi matin", "2026-10-09"),
    ("fr", "demain en fin d'après-midi", "2026-10-09"),
    ("fr", "dans la matinée du 12 décembre", "2026-12-12"),
    ("fr", "cet après-midi", "2026-10-08"),
    ("fr", "au début de la soirée", "2026-10-08"),
    ("fr", "lundi à la première heure", "2026-10-12"),
]


@pytest.mark.parametrize(("lang", "text", "day", "clock"), [*WITH_ITS_DAY, *WITHOUT_A_DAY, *LENGTHS_OF_HOURS])
def test_an_hour_is_understood(lang, text, day, clock):
    """With its day, in either order; alone it is the next such hour."""
    now = NOW if text != "Friday at 12 am" else NOW.replace(day=9)
    due = parse_due(text, lang, now)
    assert isinstance(due, Due)
    assert (due.date, due.time, due.said) == (date.fromisoformat(day), clock, text)


@pytest.mark.parametrize(("lang", "text", "clock"), ZONES)
def test_a_zone_is_taken_in_and_changes_nothing(lang, text, clock):
    """The hour is on the speaker's wall clock, whatever is written beside it."""
    assert parse_due(text, lang, NOW) == Due(date(2026, 10, 9), clock, (0, len(text)), text)


@pytest.mark.parametrize("text", ["vendredi 15 h et lundi", "à 15 h est la réunion"])
def test_a_small_et_and_est_are_words(text):
    """Only in capitals are they zones."""
    due = parse_due(text[: text.index(" h ") + 5], "fr", NOW)
    assert isinstance(due, Due)
    assert due.said.endswith("15 h")


@pytest.mark.parametrize(("lang", "text", "day"), PARTS_OF_A_DAY)
def test_a_part_of_a_day_is_that_day(lang, text, day):
    """No clock time was said."""
    due = parse_due(text, lang, NOW)
    assert isinstance(due, Due)
    assert (due.date.isoformat(), due.time, due.said) == (day, None, text)
