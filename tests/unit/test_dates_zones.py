"""A time zone that is said counts: the hour is put on the speaker's clock. On Thursday 8 October 2026, 09:30."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.intents.dates import Due, parse_due
from bot.intents.dates.lexicon import CAPITAL_ZONES, ZONES
from bot.intents.dates.zones import ZONE_OF

NOW = datetime(2026, 10, 8, 9, 30, tzinfo=ZoneInfo("America/Toronto"))


def understood(text, lang="en", now=NOW):
    due = parse_due(text, lang, now)
    assert isinstance(due, Due)
    return due


@pytest.mark.parametrize(
    ("text", "lang", "clock"),
    [
        ("by Friday 3pm PT", "en", time(18)),
        ("by Friday 15:00 UTC", "en", time(11)),
        ("Friday 1530 UTC", "en", time(11, 30)),
        ("vendredi 15 h HNP", "fr", time(18)),
        ("Friday at 3 PT", "en", time(18)),
        ("Friday EOD PT", "en", time(20)),
        ("3pm Friday PT", "en", time(18)),
        ("at 3 pm on Friday, Pacific time", "en", time(18)),
        ("Friday (3 pm PT)", "en", time(18)),
        ("Friday at 3 pm Vancouver time", "en", time(18)),
        ("vendredi à 15 h, heure de Vancouver", "fr", time(18)),
        ("vendredi 15 h (heure avancée du Pacifique)", "fr", time(18)),
        ("vendredi 15 h, heure de l'Atlantique", "fr", time(14)),
        ("vendredi 15 h, heure du Manitoba", "fr", time(16)),
        ("Friday noon St. John's time", "en", time(10, 30)),
        ("Friday 3 pm Paris time", "en", time(9)),
    ],
)
def test_an_hour_of_another_zone_is_on_the_speakers_clock(text, lang, clock):
    """The zone belongs to the phrase."""
    due = understood(text, lang)
    assert (due.date.isoformat(), due.time, due.said) == ("2026-10-09", clock, text)


@pytest.mark.parametrize(
    "text", ["Friday 3pm ET", "vendredi 15 h HNE", "vendredi 15 h, heure de l'Est", "Friday 3 pm Ottawa time"]
)
def test_an_hour_of_the_speakers_zone_is_as_said(text):
    """Whoever says the standard's name in summer means the clock on the wall."""
    assert understood(text).time == time(15)


def test_the_day_may_change():
    """11 p.m. on the west coast is tomorrow here; so is it where the hour stands apart from its day."""
    assert understood("by Friday 11 pm PT").date.isoformat() == "2026-10-10"
    assert understood("by 11 pm PT").date.isoformat() == "2026-10-09"
    apart = understood("by 11 pm PT send it to Luc, on Friday")
    assert (apart.date.isoformat(), apart.time) == ("2026-10-10", time(2))


def test_an_hour_alone_is_the_next_such_hour_there():
    """At 09:30 here it is 06:30 in Vancouver: 8 a.m. there is ahead, 8 a.m. here is not."""
    assert understood("by 8 am PT").date.isoformat() == "2026-10-08"
    assert understood("by 8 am").date.isoformat() == "2026-10-09"


def test_on_a_clock_without_zone_every_hour_is_as_said():
    """There is nothing to convert to."""
    assert understood("Friday 3pm PT", now=NOW.replace(tzinfo=None)).time == time(15)


def test_saskatchewan_has_standard_time_in_summer():
    """3pm CST in Regina is 3 p.m.; Winnipeg's clock is an hour ahead."""
    july = datetime(2026, 7, 8, 9, 30, tzinfo=ZoneInfo("America/Regina"))
    assert understood("Friday 3pm CST", now=july).time == time(15)
    assert understood("Friday 3pm Winnipeg time", now=july).time == time(14)


def test_every_short_name_has_its_zone():
    """None is recognised and then forgotten."""
    assert {name.lower() for name in CAPITAL_ZONES} | ZONES <= ZONE_OF.keys()


@pytest.mark.parametrize(
    "text", ["MEET FRIDAY 3PM AT THE OFFICE", "VENDREDI 15 H AU BUREAU ET AILLEURS", "VENDREDI 15 H ET PLUS"]
)
def test_words_in_capitals_are_no_zones_where_all_is_in_capitals(text):
    """AT and ET are words then; at the end of what was said they are zones all the same."""
    due = parse_due(text, "en", datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Vancouver")))
    assert due.time == time(15)
