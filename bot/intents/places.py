"""Where people are → their time zone: cities and zones as people call them in Canada, and every city of the IANA's.

What could be two places is none: a wrong zone is worse than a question.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.dates import get_timezone_location

from bot.domain.people import folded

ZONES: Mapping[str, tuple[str, ...]] = {
    "America/Whitehorse": ("Whitehorse", "Yukon", "Dawson City"),
    "America/Vancouver": (
        "Vancouver", "Victoria", "Surrey", "Burnaby", "Richmond", "Kelowna", "Kamloops", "Nanaimo", "Abbotsford",
        "Prince George", "British Columbia", "Colombie-Britannique", "Pacific", "Pacific time", "PT", "PST", "PDT",
        "Pacifique", "heure du Pacifique", "HNP", "HAP",
    ),
    "America/Yellowknife": ("Yellowknife", "Northwest Territories", "Territoires du Nord-Ouest"),
    "America/Edmonton": (
        "Edmonton", "Calgary", "Red Deer", "Lethbridge", "Medicine Hat", "Fort McMurray", "Banff", "Alberta",
        "Mountain", "Mountain time", "MT", "MST", "MDT", "Rocheuses", "heure des Rocheuses", "HNR", "HAR",
    ),
    "America/Regina": ("Regina", "Saskatoon", "Moose Jaw", "Prince Albert", "Saskatchewan"),
    "America/Winnipeg": (
        "Winnipeg", "Brandon", "Saint-Boniface", "St. Boniface", "Thompson", "Churchill", "Manitoba", "Central",
        "Central time", "CT", "CST", "CDT", "Centre", "heure du Centre", "HNC", "HAC",
    ),
    "America/Toronto": (
        "Toronto", "Ottawa", "Montréal", "Gatineau", "Québec", "Quebec City", "Ville de Québec", "Laval", "Longueuil",
        "Sherbrooke", "Trois-Rivières", "Saguenay", "Rimouski", "Drummondville", "Mississauga", "Brampton",
        "Hamilton", "Kitchener", "Waterloo", "Guelph", "Windsor", "Kingston", "Oshawa", "Barrie", "Sudbury",
        "Grand Sudbury", "Greater Sudbury", "Thunder Bay", "Sault Ste. Marie", "North Bay", "Cornwall", "Belleville",
        "London, Ontario", "London, ON", "Ontario", "Eastern", "Eastern time", "ET", "EST", "EDT", "Est",
        "heure de l'Est", "l'Est", "HNE", "HAE",
    ),
    "America/Iqaluit": ("Iqaluit",),
    "America/Halifax": (
        "Halifax", "Charlottetown", "Dartmouth", "Summerside", "Sydney, Nova Scotia", "Sydney, NS", "Nova Scotia",
        "Nouvelle-Écosse", "Prince Edward Island", "Île-du-Prince-Édouard", "PEI", "Atlantic", "Atlantic time", "AT",
        "AST", "ADT", "Atlantique", "heure de l'Atlantique", "HNA", "HAA",
    ),
    "America/Moncton": ("Moncton", "Fredericton", "Saint John", "Bathurst", "Edmundston", "Miramichi", "New Brunswick",
                        "Nouveau-Brunswick"),
    "America/Goose_Bay": ("Goose Bay", "Happy Valley-Goose Bay", "Labrador"),
    "America/St_Johns": (
        "St. John's", "Saint John's", "Saint-Jean de Terre-Neuve", "Corner Brook", "Gander", "Newfoundland",
        "Newfoundland time", "Terre-Neuve", "heure de Terre-Neuve", "NST", "NDT", "HNT", "HAT",
    ),
}  # fmt: skip
"""The zones of Canada's public servants from west to east, each with the names that mean it; the first names it."""

ABROAD: Mapping[str, tuple[str, ...]] = {
    "America/New_York": ("New York City", "Washington", "Washington DC"),
    "Europe/London": ("London, England", "London, UK", "Londres, Angleterre"),
    "Europe/Zurich": ("Geneva", "Genève"),
    "Australia/Sydney": ("Sydney, Australia", "Sydney, Australie"),
}
"""Cities that people work with and that no zone is named after."""

LISTED: Mapping[str, int] = {
    "America/Vancouver": 2,
    "America/Edmonton": 2,
    "America/Regina": 2,
    "America/Toronto": 3,
    "America/Halifax": 2,
    "America/Moncton": 2,
}
"""How many of its cities name a zone in a list; one for the others."""

SEVERAL: Mapping[str, tuple[str, ...]] = {
    "London": ("London, ON", "London, UK"),
    "Sydney": ("Sydney, NS", "Sydney, Australia"),
    "Saint-Jean": ("St. John's", "Saint John"),
    "St-Jean": ("St. John's", "Saint John"),
}
"""What could be two places, and how to say which, in words that are neither English nor French."""

NEAR = 0.76
"""How alike two names are for one to be offered in place of the other."""

SHORTEST_OFFERED = 4
"""Letters; abbreviations are all alike."""


def cities_of(zone: str) -> tuple[str, ...]:
    """Return the cities that a zone of Canada is known by, the one that it is named after first; else none."""
    names = ZONES.get(zone, ())[: LISTED.get(zone, 1)]
    return tuple(name.replace("'", "\u2019") for name in names)


def is_zone(name: str) -> bool:
    """Say whether this names a time zone that keeps the clock of a place, and not an offset."""
    return name == "UTC" or (name in _names() and "/" in name and not name.startswith("Etc/"))


def find_zone(text: str) -> str | None:
    """Return the IANA name of the zone that is meant, or None if none is, or more than one."""
    said = _bare(text)
    return None if said in _several() else _known().get(said, ("", ""))[0] or None


def near(text: str) -> tuple[str, ...]:
    """Return places that may have been meant, as they can be typed, the likeliest first; at most three."""
    said = _bare(text)
    if said in _several():
        return _several()[said]
    names = {name: zone for name, zone in _known().items() if len(name) >= SHORTEST_OFFERED}
    found = (names[name] for name in get_close_matches(said, names, n=6, cutoff=NEAR))
    by_zone = dict(reversed(list(found)))
    return tuple(reversed(by_zone.values()))[:3]


def _bare(text: str) -> str:
    """Return a name as it is compared: folded, words only."""
    words = re.findall(r"[^\W_]+", folded(text[:80]).replace("'", ""))
    if len(words) > 1 and words[-1] in {"time", "zone"} and words[0] != "heure":
        return " ".join(words) if " ".join(words) in _known() else " ".join(words[:-1])
    return " ".join(words)


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _several() -> Mapping[str, tuple[str, ...]]:
    return {_plain(name): meant for name, meant in SEVERAL.items()}


@cache
def _known() -> Mapping[str, tuple[str, str]]:
    """Return each name as it is compared → (the zone, the name as it is written)."""
    known: dict[str, tuple[str, str]] = {"utc": ("UTC", "UTC")}
    zones = sorted(name for name in _names() if is_zone(name) and name != "UTC")
    cities = {zone: zone.rpartition("/")[2].replace("_", " ") for zone in zones}
    for zone in zones:
        known.setdefault(_plain(zone), (zone, zone))
    for zone in sorted(zones, key=lambda zone: cities[zone] != _city(zone, "en_CA")):
        # Of several zones that are one, the one that is named after its city comes first.
        for city in (cities[zone], _city(zone, "en_CA"), _city(zone, "fr_CA")):
            known.setdefault(_plain(city), (zone, city))
    for zone, names in (*ABROAD.items(), *ZONES.items()):
        known |= {_plain(name): (zone, name) for name in names}
    return known


def _city(zone: str, locale: str) -> str:
    return str(get_timezone_location(ZoneInfo(zone), locale=locale, return_city=True))


def _plain(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", folded(name).replace("'", "")))
