"""`engage doctor`: is everything that Engage needs as it should be, and if not, what to do."""

import importlib.metadata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import TZPATH, ZoneInfo

from bot.config import Config
from bot.errors import ConfigError, EngageError, StoreMissingError
from bot.messages import OutboxRow, OutboxState
from bot.ports import Store

VANCOUVER_STAYS = datetime(2026, 12, 15, 12, tzinfo=ZoneInfo("America/Vancouver"))
"""British Columbia stopped changing its clocks in 2026: old rules would say -08:00."""

BUILT_IN_2026 = datetime(2026, 11, 1, tzinfo=UTC)
"""No earlier than Engage itself: a clock that shows less was never set."""

MOST_LETTERS = 5


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was looked at. `detail` says what is wrong and what to do, or what was found."""

    what: str
    detail: str
    well: bool = True

    def __str__(self) -> str:
        return f"{'ok  ' if self.well else 'FAIL'}  {self.what}: {self.detail}"


async def examine(load: Callable[[], Config], look: Callable[[str], Store]) -> list[Finding]:
    """Look at settings, store, clock and time zones. `look` opens a store for reading."""
    findings: list[Finding] = []
    try:
        config = load()
    except ConfigError as error:
        findings += [Finding(what="settings", detail=str(fault), well=False) for fault in error.faults]
    else:
        findings.append(Finding(what="settings", detail=str(config.config_path)))
        findings += await _store(config, look)
    return [*findings, _clock(), _zones()]


async def _store(config: Config, look: Callable[[str], Store]) -> list[Finding]:
    try:
        store = look(config.store_url)
        counted, dead = await store.transact(lambda tx: (len(tx.numbers()), tx.outbox(OutboxState.DEAD)))
    except StoreMissingError:
        return [Finding(what="store", detail=f"{config.store_url}, not there yet; the first run makes it")]
    except EngageError as error:
        return [Finding(what="store", detail=str(error), well=False)]
    found = f"{config.store_url}, {counted} promises and insights"
    return [Finding(what="store", detail=found), *_dead_letters(dead)]


def _dead_letters(dead: Sequence[OutboxRow]) -> list[Finding]:
    findings = [
        Finding(
            what="message",
            detail=f"{row.message.key} to {row.message.to} was given up: {row.problem}",
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
    version = importlib.metadata.version("tzdata")
    offset = VANCOUVER_STAYS.utcoffset()
    if TZPATH or offset is None or offset.total_seconds() != -7 * 3600:
        problem = f"tzdata {version} is too old; run: pip install --upgrade tzdata"
        return Finding(what="time zones", detail=problem, well=False)
    return Finding(what="time zones", detail=f"tzdata {version}")
