"""`engage doctor`: is everything that Engage needs as it should be, and if not, what to do."""

import importlib.metadata
import os
import zoneinfo
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.config import Config
from bot.domain.people import folded
from bot.errors import ConfigError, EngageError, StoreMissingError
from bot.handlers.reaching import direct, unreachable
from bot.messages import OutboxRow, OutboxState
from bot.ports import Store, Transaction
from storage import directory_of

STAYS = {"America/Vancouver": -7, "America/Edmonton": -6, "America/Inuvik": -6, "America/Winnipeg": -5}
"""Hours from UTC in December 2026, where the clocks were not turned back that year; old rules say one less."""

BUILT_IN_2026 = datetime(2026, 11, 1, tzinfo=UTC)
"""No earlier than Engage itself: a clock that shows less was never set."""

OF_INTEREST = timedelta(days=30)
"""How old a message that was given up may be; of older ones people have heard otherwise."""

MOST_LETTERS = 5


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was looked at. `detail` says what is wrong and what to do, or what was found."""

    what: str
    detail: str
    well: bool = True

    def __str__(self) -> str:
        return f"{'ok  ' if self.well else 'FAIL'}  {self.what}: {self.detail}"


class Checked(Protocol):
    """A platform, asked from here whether it knows Engage."""

    name: str

    async def check(self) -> str:
        """Return as whom it knows Engage. Raises `EngageError` with what is wrong and what to do."""
        ...


async def examine(
    load: Callable[[], Config],
    look: Callable[[str], Store],
    connected: Callable[[Mapping[str, str]], Sequence[Checked]],
) -> list[Finding]:
    """Look at settings, store, platforms, clock and time zones.

    `look` opens a store for reading; `connected` returns the platforms of an environment.
    """
    findings: list[Finding] = []
    try:
        config = load()
    except ConfigError as error:
        findings += [Finding(what="settings", detail=str(fault), well=False) for fault in error.faults]
    else:
        findings.append(Finding(what="settings", detail=str(config.config_path)))
        findings += await _store(config, look)
        findings += await _platforms(config, connected)
    return [*findings, _clock(), _zones()]


async def _store(config: Config, look: Callable[[str], Store]) -> list[Finding]:
    try:
        store = look(config.store_url)
        counted, dead = await store.transact(lambda tx: (len(tx.numbers()), tx.outbox(OutboxState.DEAD)))
        people = await store.transact(lambda tx: [*_unreached(tx), *_ambiguous(tx, config)])
        dead = [row for row in dead if datetime.now(UTC) - row.queued_at < OF_INTEREST]
    except StoreMissingError:
        return [_missing(config.store_url)]
    except EngageError as error:
        return [Finding(what="store", detail=str(error), well=False)]
    directory = directory_of(config.store_url)
    closed = [path for path in (directory, *directory.iterdir()) if not os.access(path, os.W_OK)]
    if closed:
        problem = f"{closed[0]} cannot be written; give it to whoever runs Engage"
        return [Finding(what="store", detail=problem, well=False)]
    found = f"{config.store_url}, {counted} promises and insights"
    return [Finding(what="store", detail=found), *_dead_letters(dead), *people]


async def _platforms(
    config: Config, connected: Callable[[Mapping[str, str]], Sequence[Checked]]
) -> list[Finding]:
    try:
        platforms = connected(config.environment)
    except ConfigError as error:
        return [Finding(what="platform", detail=str(fault), well=False) for fault in error.faults]
    findings = []
    for platform in platforms:
        try:
            findings.append(Finding(what=platform.name, detail=await platform.check()))
        except EngageError as error:
            findings.append(Finding(what=platform.name, detail=str(error), well=False))
    return findings or [
        Finding(what="platform", detail="none is set up; docs/slack.md and docs/teams.md show how")
    ]


def _missing(url: str) -> Finding:
    """Say whether the first run can make the store, by trying to write where it will be."""
    directory = directory_of(url)
    if directory.exists():
        return Finding(what="store", detail=f"{url} is no directory; name another", well=False)
    above = next(parent for parent in directory.parents if parent.exists())
    try:
        with TemporaryDirectory(dir=above):
            pass
    except OSError as error:
        problem = f"{url} is not there, and nothing can be written in {above}: {error.strerror}"
        return Finding(what="store", detail=problem, well=False)
    return Finding(what="store", detail=f"{url}, not there yet; the first run makes it")


def _unreached(tx: Transaction) -> list[Finding]:
    """Say who cannot be reached in one of their places."""
    places = [(person, direct(identity)) for person in tx.people() for identity in person.identities]
    return [
        Finding(
            what=place.platform,
            detail=f"{person.name} ({place.id}) cannot be reached there since {since:%Y-%m-%d}: "
            "the account is closed, or they blocked or removed Engage or never had it; add it for them, "
            "or ask them to allow it again",
            well=False,
        )
        for person, place in places
        if (since := tx.mark(unreachable(place)))
    ]


def _ambiguous(tx: Transaction, config: Config) -> list[Finding]:
    """Say which handles of leads and members more than one person has."""
    people = [person for person in tx.people() if person.is_active]
    named = {name for team in config.policy.teams for name in (*team.leads, *team.members) if ":" not in name}
    shared = {name: [each for each in people if folded(name) in each.called] for name in named}
    return [
        Finding(
            what="teams",
            detail=f"{name} is the handle of {len(found)} people: "
            f"{', '.join(str(each.identities[0]) for each in found)}; name the one who is meant in this way",
            well=False,
        )
        for name, found in sorted(shared.items())
        if len(found) > 1
    ]


def _dead_letters(dead: Sequence[OutboxRow]) -> list[Finding]:
    findings = [
        Finding(
            what="message",
            detail=f"{row.message.key} to {row.message.to} was given up: {row.problem}. "
            "It is not sent again; tell them yourself",
            well=False,
        )
        for row in dead[:MOST_LETTERS]
    ]
    if len(dead) > MOST_LETTERS:
        findings.append(Finding(what="message", detail=f"{len(dead) - MOST_LETTERS} more", well=False))
    return findings


def _clock() -> Finding:
    now = datetime.now(UTC)
    if now < BUILT_IN_2026:
        return Finding(what="clock", detail=f"it shows {now:%Y-%m-%d}; set it", well=False)
    return Finding(what="clock", detail=f"{now:%Y-%m-%d %H:%M} UTC")


def _zones() -> Finding:
    """Say which rules of time zones hold: whether they are PyPI's, and know what Canada changed last."""
    try:
        version = importlib.metadata.version("tzdata")
        stale = [zone for zone, hours in STAYS.items() if _december(zone) != timedelta(hours=hours)]
    except (importlib.metadata.PackageNotFoundError, ZoneInfoNotFoundError):
        problem = "tzdata is missing; run: pip install tzdata"
        return Finding(what="time zones", detail=problem, well=False)
    if zoneinfo.TZPATH:
        problem = f"the machine's own are read, in {zoneinfo.TZPATH[0]}, before tzdata {version}; Engage must be started by its own command"
        return Finding(what="time zones", detail=problem, well=False)
    is_old = int(version.partition(".")[0]) < datetime.now(UTC).year - 1
    if stale or is_old:
        wrong = f": it has {stale[0]} wrong" if stale else ""
        problem = f"tzdata {version} is too old{wrong}; run: pip install --upgrade tzdata"
        return Finding(what="time zones", detail=problem, well=False)
    return Finding(what="time zones", detail=f"tzdata {version}")


def _december(zone: str) -> timedelta | None:
    return datetime(2026, 12, 15, 12, tzinfo=ZoneInfo(zone)).utcoffset()
