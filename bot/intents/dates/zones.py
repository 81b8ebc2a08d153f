"""Time zones that are said beside an hour: 3 pm PT, 15 h HNE, Vancouver time, heure avancée du Pacifique.

An hour of another zone is put on the speaker's clock; its day may change. The standard's name is used all
year by many ("EST" in July), so that a zone's names mean its clock on the day and no fixed offset.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, tzinfo

from bot.intents.dates.grammar import Rule, itself
from bot.intents.dates.tokens import fold
from bot.intents.dates.values import Reading
from bot.intents.places import ABROAD, ZONES

_SHORT: Mapping[str, str] = {
    "Canada/Pacific": "pt pst pdt hp hnp hap",
    "Canada/Mountain": "mt mst mdt hr hnr har",
    "Canada/Central": "ct cst cdt hc hnc hac",
    "Canada/Eastern": "et est edt he hne hae",
    "Canada/Atlantic": "at ast adt ha hna haa",
    "Canada/Newfoundland": "nt nst ndt ht hnt hat",
    "UTC": "utc gmt tu",
    "Europe/Paris": "cet cest",
    "Europe/London": "bst",
}
ZONE_OF: Mapping[str, str] = {short: zone for zone, names in _SHORT.items() for short in names.split()}
"""Short names, folded → the zone. Canada's zones go by the names that no city has."""

_LONG: Mapping[str, tuple[str, str]] = {
    "Canada/Pacific": ("pacific", "du pacifique"),
    "Canada/Mountain": ("mountain", "des rocheuses"),
    "Canada/Central": ("central", "du centre"),
    "Canada/Eastern": ("eastern", "de l'est"),
    "Canada/Atlantic": ("atlantic", "de l'atlantique"),
    "Canada/Newfoundland": ("newfoundland", "de terre-neuve"),
}
_ZONES_THEMSELVES = (
    "Pacific", "Pacifique", "Mountain", "Rocheuses", "Central", "Centre", "Eastern", "Est", "Atlantic", "Atlantique",
    "Newfoundland", "Terre-Neuve",
)  # fmt: skip
_NO_PLACE = re.compile(r"(?i)\btime\b|\bheure\b|^l['’]|,")
_NEARBY: Mapping[str, tuple[str, ...]] = {"Europe/Paris": ("Paris",), "America/New_York": ("New York",)}


def _places() -> dict[str, tuple[str, ...]]:
    """Return each zone with the cities and regions in it; zones and their short names have rules of their own."""
    own = {*ZONE_OF, *(fold(name) for name in _ZONES_THEMSELVES)}
    places: dict[str, tuple[str, ...]] = {}
    for zone, names in (*ZONES.items(), *ABROAD.items(), *_NEARBY.items()):
        kept = (name for name in names if fold(name) not in own and not _NO_PLACE.search(name))
        places[zone] = places.get(zone, ()) + tuple(kept)
    return places


def _said_in(zone: str, names: tuple[str, ...]) -> Rule:
    return Rule(
        means=zone,
        en=tuple(f"{name} time" for name in names),
        fr=tuple(f"heure de|d'|du {name}" for name in names)
        + tuple(f"heure de l'|la {name}" for name in names),
    )


ZONE_SAID = (
    Rule(
        means=None,
        en=("local|my|our time",),
        fr=("heure locale",),
    ),
    Rule(means=itself, en=("{zone}",)),
    *(
        Rule(
            means=zone,
            en=(f"{en} (standard|daylight) time", f"{en} {{edge}}"),
            fr=(f"heure (normale|avancée) {fr}",),
        )
        for zone, (en, fr) in _LONG.items()
    ),
    *(_said_in(zone, names) for zone, names in _places().items() if names),
)


def here(reading: Reading, now: datetime) -> Reading:
    """Return the reading on the clock of `now`; a naive clock takes every hour as its own."""
    clock = reading.clock
    if clock is None or clock.tzinfo is None:
        return reading
    moved = [on_clock(day, clock, now) for day in reading.days]
    return replace(
        reading,
        days=tuple(day for day, _ in moved),
        clock=moved[0][1] if moved else clock.replace(tzinfo=None),
        others=tuple(on_clock(day, clock, now)[0] for day in reading.others),
    )


def on_clock(day: date, clock: time, now: datetime) -> tuple[date, time]:
    """Return when it is `clock`, in its zone if it has one, on the clock of `now`."""
    as_said = clock.replace(tzinfo=None)
    if clock.tzinfo is None or now.tzinfo is None:
        return day, as_said
    moment = datetime.combine(day, clock)
    if _is_own(clock.tzinfo, now.tzinfo, moment.replace(tzinfo=None)):
        return day, as_said
    there = moment.astimezone(now.tzinfo)
    return there.date(), there.time()


def _is_own(said: tzinfo, own: tzinfo, moment: datetime) -> bool:
    """Tell whether a zone of Canada that goes by its name is the speaker's: Regina has CST in July, too."""
    if not str(said).startswith("Canada/"):
        return False
    names = {said.tzname(moment.replace(month=month, day=1)) for month in (1, 7)}
    return own.tzname(moment) in names
