"""The holidays of Canada: those of the federal public service, and those of each province and territory.

The dates come from the library `holidays`; which of two names on one day is meant, and where a holiday on a
weekend moves, is decided here. A holiday is named by a key, such as "boxing-day"; the sentences have it in words.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import MAXYEAR, date, timedelta
from functools import cache
from typing import Any

import holidays
from dateutil.easter import easter

REGIONS = ("AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT")
"""Provinces and territories, by their codes of ISO 3166-2:CA without the country."""

SATURDAY = 5
WEEKEND = frozenset({SATURDAY, SATURDAY + 1})

_DAY = timedelta(days=1)

_KEYS: Mapping[str, str] = {
    "Boxing Day": "boxing-day",
    "British Columbia Day": "british-columbia-day",
    "Canada Day": "canada-day",
    "Christmas Day": "christmas-day",
    "Civic Holiday": "civic-holiday",
    "Discovery Day": "discovery-day",
    "Easter Monday": "easter-monday",
    "Family Day": "family-day",
    "Funeral of Her Majesty the Queen Elizabeth II": "day-of-mourning",
    "Good Friday": "good-friday",
    "Heritage Day": "heritage-day",
    "Islander Day": "islander-day",
    "Labour Day": "labour-day",
    "Louis Riel Day": "louis-riel-day",
    "Memorial Day": "memorial-day",
    "Natal Day": "natal-day",
    "National Aboriginal Day": "indigenous-peoples-day",
    "National Day for Truth and Reconciliation": "truth-and-reconciliation-day",
    "National Patriots' Day": "national-patriots-day",
    "New Brunswick Day": "new-brunswick-day",
    "New Year's Day": "new-years-day",
    "Nunavut Day": "nunavut-day",
    "Orangemen's Day": "orangemens-day",
    "Remembrance Day": "remembrance-day",
    "Saint George's Day": "saint-georges-day",
    "Saint Jean Baptiste Day": "saint-jean-baptiste-day",
    "Saint Patrick's Day": "saint-patricks-day",
    "Saskatchewan Day": "saskatchewan-day",
    "Terry Fox Day": "terry-fox-day",
    "Thanksgiving Day": "thanksgiving-day",
    "Victoria Day": "victoria-day",
}
"""The library's names; of a holiday that is newer than this table, the day counts and has no name."""

NAMES = frozenset(_KEYS.values()) | {"june-day"}
"""Every key there is."""

_UNNAMED = ""
_COMMON = {"canada-day", "victoria-day", _UNNAMED}
"""Of two names on one day, the other is the one of the place."""

_STAYS_ON_SATURDAY = {"saint-jean-baptiste-day", "canada-day"}
"""In Quebec these move from a Sunday only (National Holiday Act, s. 2; Act respecting labour standards, s. 60)."""

_JUNE_DAY_SINCE = 2020
"""Newfoundland and Labrador has called Discovery Day June Day since then."""


@cache
def days_off(
    year: int, *, federal: bool, region: str, weekend: frozenset[int] = WEEKEND
) -> Mapping[date, str]:
    """Return the holidays of a year with their keys, those that move from a `weekend` on both their days.

    A holiday on a weekend is taken on the next day that is neither weekend nor a holiday already, the earlier
    one first: Christmas on Saturday and Boxing Day on Sunday are taken on Monday and Tuesday. `weekend` are the
    weekdays from which holidays move. No years but those that the library knows (1867 to 2100) have any.
    """
    found = _federal(year) if federal else {}
    local = _regional(year, region) if region in REGIONS else {}
    stays = {day for day, key in local.items() if region == "QC" and key in _STAYS_ON_SATURDAY} - set(found)
    both = {**found, **{day: _nearer(key, found.get(day, key)) for day, key in local.items()}}
    moved = dict(both)
    for day in sorted(both):
        if day.weekday() in weekend and not (day.weekday() == SATURDAY and day in stays):
            moved[_next_free(day, moved)] = both[day]
    return moved


def _next_free(day: date, taken: Collection[date]) -> date:
    while day.weekday() in WEEKEND or day in taken:
        day += _DAY
    return day


def _nearer(local: str, federal: str) -> str:
    return federal if local in _COMMON else local


@cache
def _federal(year: int) -> dict[date, str]:
    """Return the days off in the federal public service, on their own days.

    The library leaves out Easter Monday and the civic holiday of August, which collective agreements grant
    (https://www.canada.ca/en/treasury-board-secretariat/topics/pay/collective-agreements.html).
    """
    statutory = dict(_named(_library(year, categories=("government",))))
    if not statutory or year == MAXYEAR:
        return {}
    first_of_august = date(year, 8, 1)
    civic_holiday = first_of_august + timedelta(days=-first_of_august.weekday() % 7)
    return {**statutory, easter(year) + _DAY: "easter-monday", civic_holiday: "civic-holiday"}


@cache
def _regional(year: int, region: str) -> dict[date, str]:
    """Return the holidays of a province or territory, on their own days.

    Those that the law leaves to employers are days off in the public services, so that they count as well.
    """
    found = dict(_named(_library(year, subdiv=region, categories=("public", "optional"))))
    if region == "NL" and year >= _JUNE_DAY_SINCE:
        return {day: "june-day" if key == "discovery-day" else key for day, key in found.items()}
    return found


def _library(year: int, **choices: Any) -> holidays.HolidayBase:  # noqa: ANN401 - the library's own
    return holidays.country_holidays("CA", years=year, observed=False, language="en_CA", **choices)


def _named(found: holidays.HolidayBase) -> Iterator[tuple[date, str]]:
    for day in found:
        keys = [_KEYS.get(name, _UNNAMED) for name in found.get_list(day)]
        yield day, next((key for key in keys if key not in _COMMON), keys[0])
