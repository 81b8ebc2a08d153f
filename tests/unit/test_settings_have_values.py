"""Clock times, hours, days, provinces and places, as people write what they choose."""

from datetime import time

import pytest

from bot.domain.holidays import REGIONS
from bot.domain.people import Hours
from bot.intents.places import ZONES, cities_of, find_zone, is_zone, near
from bot.intents.setting_values import read_clock, read_days, read_hours, read_region
from bot.intents.setting_words import REGIONS as NAMED_REGIONS
from bot.words import LANGUAGES, Words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8:30", time(8, 30)), ("08:30", time(8, 30)), ("8 h 30", time(8, 30)), ("8h", time(8)), ("8 heures", time(8)),
        ("8.30", time(8, 30)), ("8 am", time(8)), ("8 a.m.", time(8)), ("4:30 p.m.", time(16, 30)), ("12 am", time(0)),
        ("12 pm", time(12)), ("noon", time(12)), ("midi", time(12)), ("minuit", time(0)), ("24:00", time(0)), ("4", time(16)),
        ("6", time(6)), ("4:00", time(4)), ("4 h", time(4)), ("8\u00a0h\u00a030", time(8, 30)), ("8 o'clock", time(8)),
        ("", None), ("25", None), ("8:75", None), ("13 pm", None), ("8:3", None), ("eight", None),
    ],
)  # fmt: skip
def test_clock_times(text, expected):
    """Those of 24 hours, and English ones."""
    assert read_clock(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("8 to 4", time(8), time(16)), ("9-5", time(9), time(17)), ("7:30 – 3:30", time(7, 30), time(15, 30)),
        ("6:30 to 14:30", time(6, 30), time(14, 30)), ("8 a.m. to 4 p.m.", time(8), time(16)), ("1 to 5", time(13), time(17)),
        ("between 8 and 16", time(8), time(16)), ("entre 8 h et 16 h", time(8), time(16)), ("8 à 16", time(8), time(16)),
        ("8 h jusqu’à midi", time(8), time(12)), ("8:00 to midnight", time(8), time(0)), ("20:00 to 6:00", time(20), time(6)), ("9:00 to 9:00", time(9), time(9)), ("8 h à 4 h", time(8), time(4)),
    ],
)  # fmt: skip
def test_hours(text, first, last):
    """Bare ones are read so that a day's work fits; with an h, they are those of 24."""
    assert read_hours(text) == Hours(first=first, last=last)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon to Thu", (0, 1, 2, 3)), ("Monday - Friday", (0, 1, 2, 3, 4)), ("lun. au jeu.", (0, 1, 2, 3)),
        ("le lundi et le mercredi", (0, 2)), ("Mondays, Wednesdays & Fridays", (0, 2, 4)), ("Mon, Wed–Fri", (0, 2, 3, 4)),
        ("Saturday to Tuesday", (0, 1, 5, 6)), ("weekdays", (0, 1, 2, 3, 4)), ("jours ouvrables", (0, 1, 2, 3, 4)),
        ("tous les jours", (0, 1, 2, 3, 4, 5, 6)), ("vendredi", (4,)),
        ("Mon to", None), ("", None), ("4 days", None), ("Mon maybe", None), ("and", None),
    ],
)  # fmt: skip
def test_days(text, days):
    """Ranges and lists; a word that is no day makes it unclear."""
    assert read_days(text) == days


@pytest.mark.parametrize("code", REGIONS)
def test_every_province_by_its_name_and_letters(code):
    """In both languages."""
    assert set(NAMED_REGIONS) == set(REGIONS)
    for language in LANGUAGES:
        assert read_region(Words(language)(f"region-{code}")) == code
    assert read_region(code.lower()) == code


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Ottawa", "America/Toronto"), ("Québec", "America/Toronto"), ("st. john's", "America/St_Johns"), ("St Johns", "America/St_Johns"),
        ("Saint John", "America/Moncton"), ("victoria", "America/Vancouver"), ("Calgary", "America/Edmonton"),
        ("Whitehorse", "America/Whitehorse"), ("london, ontario", "America/Toronto"), ("Londres", "Europe/London"),
        ("EST", "America/Toronto"), ("Pacific time", "America/Vancouver"), ("HNE", "America/Toronto"), ("UTC", "UTC"),
        ("europe/paris", "Europe/Paris"), ("New York", "America/New_York"), ("Genève", "Europe/Zurich"),
    ],
)  # fmt: skip
def test_places(text, zone):
    """Cities of Canada, zones as people call them, and every city that a zone is named after."""
    assert find_zone(text) == zone


def test_what_could_be_two_places_is_none():
    """Each that is offered can be typed."""
    for name in ("London", "Sydney", "Saint-Jean"):
        assert find_zone(name) is None
        zones = {find_zone(offered) for offered in near(name)}
        assert None not in zones
        assert len(zones) == 2
    assert near("Vancuver") == ("Vancouver",)
    assert near("frobnicate") == ()


@pytest.mark.parametrize(
    "zone", ["Etc/GMT+5", "EST5EDT", "GMT", "Factory", "America/Nowhere", "", "posixrules"]
)
def test_an_offset_is_no_zone(zone):
    """It would be wrong for half of the year."""
    assert not is_zone(zone)
    assert find_zone(zone) in {None, "America/Toronto"}


def test_every_name_of_a_place_means_its_zone():
    """None is hidden by another, and the zones are there."""
    for zone, names in ZONES.items():
        assert is_zone(zone)
        assert cities_of(zone)
        assert {find_zone(name) for name in names} == {zone}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", [(0, 1, 2, 3), (0, 2), (0, 1, 3), (5, 6), (6,), tuple(range(7))])
def test_what_the_form_shows_can_be_sent_back(language, days):
    """Days and clock times are written as they are understood."""
    words = Words(language)
    assert read_days(words.weekdays(days)) == days
    for clock in (time(8), time(8, 30), time(16, 30), time(0), time(4), time(12)):
        assert read_clock(words.clock(clock)) == clock
