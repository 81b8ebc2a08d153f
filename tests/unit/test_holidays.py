"""Which days are holidays, in each province and territory; the tables were written from published lists."""

import re
from datetime import date
from importlib import resources

import pytest

from bot.domain.calendar import Calendar
from bot.domain.holidays import NAMES, REGIONS, WEEKEND, days_off
from bot.words import Words


def days(year, text):
    """Read "01-01 04-03" as days of a year."""
    return {date.fromisoformat(f"{year}-{day}") for day in text.split()}


def off(year, *, federal=True, region=""):
    """Return the weekdays of a year that are holidays."""
    found = days_off(year, federal=federal, region=region)
    return {day for day in found if day.weekday() not in WEEKEND}


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2021, "01-01 04-02 04-05 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28"),
        (2022, "01-03 04-15 04-18 05-23 07-01 08-01 09-05 09-30 10-10 11-11 12-26 12-27"),
        (2026, "01-01 04-03 04-06 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28"),
        (2027, "01-01 03-26 03-29 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28"),
        (2028, "01-03 04-14 04-17 05-22 07-03 08-07 09-04 10-02 10-09 11-13 12-25 12-26"),
        (2032, "01-01 03-26 03-29 05-24 07-01 08-02 09-06 09-30 10-11 11-11 12-27 12-28"),
    ],
)
def test_the_federal_public_service_has_twelve_days_each_taken_once(year, expected):
    """With Easter Monday and the civic holiday; Christmas on Saturday and Boxing Day on Sunday: Monday, Tuesday."""
    assert off(year) == days(year, expected)


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        ("AB", "01-01 02-16 04-03 04-06 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28"),
        ("BC", "01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28"),
        ("MB", "01-01 02-16 04-03 05-18 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28"),
        ("NB", "01-01 02-16 04-03 05-18 07-01 08-03 09-07 10-12 11-11 12-25 12-28"),
        ("NL", "01-01 03-16 04-03 04-20 06-22 07-01 07-13 09-07 10-12 11-11 12-25 12-28"),
        ("NS", "01-01 02-16 04-03 07-01 08-03 09-07 11-11 12-25 12-28"),
        ("NT", "01-01 04-03 05-18 06-22 07-01 08-03 09-07 09-30 10-12 11-11 12-25 12-28"),
        ("NU", "01-01 04-03 05-18 07-01 07-09 08-03 09-07 09-30 10-12 11-11 12-25 12-28"),
        ("ON", "01-01 02-16 04-03 04-06 05-18 07-01 08-03 09-07 10-12 11-11 12-25 12-28"),
        ("PE", "01-01 02-16 04-03 07-01 09-07 09-30 11-11 12-25 12-28"),
        ("QC", "01-01 04-03 04-06 05-18 06-24 07-01 09-07 10-12 12-25"),
        ("SK", "01-01 02-16 04-03 05-18 07-01 08-03 09-07 10-12 11-11 12-25 12-28"),
        ("YT", "01-01 02-20 04-03 05-18 06-22 07-01 08-17 09-07 09-30 10-12 11-11 12-25 12-28"),
    ],
)
def test_each_province_and_territory_has_its_own_days(region, expected):
    """Of 2026, when 21 June is a Sunday and 26 December a Saturday."""
    assert off(2026, federal=False, region=region) == days(2026, expected)
    assert off(2026, region=region) == days(2026, expected) | off(2026)


@pytest.mark.parametrize(
    ("region", "day", "name"),
    [
        ("", "2026-04-06", "easter-monday"),
        ("", "2026-05-18", "victoria-day"),
        ("QC", "2026-05-18", "national-patriots-day"),
        ("QC", "2026-06-24", "saint-jean-baptiste-day"),
        ("ON", "2026-06-24", None),
        ("ON", "2026-02-16", "family-day"),
        ("MB", "2026-02-16", "louis-riel-day"),
        ("PE", "2026-02-16", "islander-day"),
        ("NS", "2026-02-16", "heritage-day"),
        ("YT", "2026-02-20", "heritage-day"),
        ("YT", "2026-08-17", "discovery-day"),
        ("YT", "2026-06-22", "indigenous-peoples-day"),
        ("NT", "2028-06-21", "indigenous-peoples-day"),
        ("NU", "2028-07-10", "nunavut-day"),
        ("NL", "2026-06-22", "june-day"),
        ("NL", "2026-07-01", "memorial-day"),
        ("NL", "2026-07-13", "orangemens-day"),
        ("NL", "2022-09-19", "day-of-mourning"),
        ("ON", "2026-08-03", "civic-holiday"),
        ("QC", "2026-08-03", "civic-holiday"),
        ("BC", "2026-08-03", "british-columbia-day"),
        ("SK", "2026-08-03", "saskatchewan-day"),
        ("MB", "2026-08-03", "terry-fox-day"),
        ("NS", "2026-08-03", "natal-day"),
        ("", "2026-12-26", "boxing-day"),
        ("", "2026-12-28", "boxing-day"),
        ("", "2022-12-26", "boxing-day"),
        ("", "2022-12-27", "christmas-day"),
        ("", "2026-12-29", None),
    ],
)
def test_a_holiday_has_its_name_where_it_is_taken(region, day, name):
    """Of two names on one day, the province's; a moved holiday keeps its name."""
    assert Calendar(region=region).name_of(date.fromisoformat(day)) == name


def test_quebecs_national_holiday_moves_from_a_sunday_only():
    """24 June 2028 is a Saturday and is not made up for; in 2029 it is a Sunday and taken on Monday."""
    assert date(2028, 6, 26) not in days_off(2028, federal=True, region="QC")
    assert date(2029, 6, 25) in days_off(2029, federal=True, region="QC")
    assert date(2028, 7, 3) in days_off(2028, federal=True, region="QC"), "Canada Day is federal"
    assert date(2028, 7, 3) not in days_off(2028, federal=False, region="QC")


def test_no_holiday_is_lost_or_taken_twice():
    """Each holiday of a weekend has one weekday for itself, in every region and year."""
    for year in range(2020, 2041):
        for region in REGIONS:
            for federal in (True, False):
                found = days_off(year, federal=federal, region=region)
                weekdays = [key for day, key in sorted(found.items()) if day.weekday() not in WEEKEND]
                assert len(set(weekdays)) == len(weekdays), (year, region)
                quebecs = {"saint-jean-baptiste-day", "canada-day"} if region == "QC" else set()
                assert set(found.values()) - set(weekdays) <= quebecs, (year, region)


def test_every_holiday_of_two_decades_is_named_in_both_languages():
    """No card ever says a key; no sentence names what never comes."""
    seen = {
        name
        for year in range(2020, 2041)
        for region in ("", *REGIONS)
        for name in days_off(year, federal=True, region=region).values()
    }
    assert seen <= NAMES
    for name in seen:
        english, french = (Words(language)(f"holiday-{name}") for language in ("en", "fr"))
        assert english != french
    source = resources.files("bot.words").joinpath("en.ftl").read_text(encoding="utf-8")
    assert set(re.findall(r"^holiday-([\w-]+) =", source, re.MULTILINE)) == NAMES


@pytest.mark.parametrize(
    ("name", "french"),
    [
        ("boxing-day", "lendemain de Noël"),
        ("national-patriots-day", "Journée nationale des patriotes"),
        ("truth-and-reconciliation-day", "Journée nationale de la vérité et de la réconciliation"),
        ("saint-jean-baptiste-day", "fête nationale du Québec"),
        ("thanksgiving-day", "Action de grâces"),
        ("remembrance-day", "jour du Souvenir"),
        ("labour-day", "fête du Travail"),
    ],
)
def test_french_names_are_those_of_canada(name, french):
    """The library's French says « Armistice » and has no word for Boxing Day."""
    assert Words("fr")(f"holiday-{name}") == french
