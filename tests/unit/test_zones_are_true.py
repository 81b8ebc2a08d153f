"""Time zones are those of PyPI's tzdata, whatever the machine has and wherever Engage is begun."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_datetime, get_timezone

import bot.doctor
from bot.doctor import _zones

ROOT = Path(__file__).parents[2]

HOURS = {
    "America/Vancouver": {"2026-12-15": -7, "2027-07-15": -7},
    "America/Edmonton": {"2026-12-15": -6, "2027-07-15": -6},
    "America/Yellowknife": {"2026-12-15": -6, "2027-07-15": -6},
    "America/Inuvik": {"2026-12-15": -6, "2027-07-15": -6},
    "America/Winnipeg": {"2026-12-15": -5, "2027-07-15": -5},
    "America/Regina": {"2026-12-15": -6, "2027-07-15": -6},
    "America/Whitehorse": {"2026-12-15": -7, "2027-07-15": -7},
    "America/St_Johns": {"2026-12-15": -3.5, "2027-07-15": -2.5},
    "America/Toronto": {"2026-12-15": -5, "2027-07-15": -4},
    "America/Halifax": {"2026-12-15": -4, "2027-07-15": -3},
}
"""Hours from UTC. British Columbia, Alberta, the Northwest Territories and Manitoba stopped changing their clocks in 2026."""

ASKED = """
import json, sys
{before}
from datetime import datetime
from zoneinfo import ZoneInfo
found = {{
    zone: {{day: datetime.fromisoformat(day).replace(hour=12, tzinfo=ZoneInfo(zone)).utcoffset().total_seconds() / 3600 for day in days}}
    for zone, days in json.load(sys.stdin).items()
}}
print(json.dumps(found))
"""


@pytest.fixture
def stale(tmp_path):
    """A machine whose zones are years old: everywhere in Canada clocks still change as in Los Angeles."""
    zones = resources.files("tzdata.zoneinfo.America")
    for name in HOURS:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((zones / "Los_Angeles").read_bytes())
    return tmp_path


def asked(stale, before):
    """Return what a process of its own on such a machine answers, after these lines."""
    found = subprocess.run(
        [sys.executable, "-c", ASKED.format(before=before)],
        input=json.dumps(HOURS),
        env={**os.environ, "PYTHONTZPATH": str(stale), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(found.stdout)


def test_a_stale_machine_is_believed_by_others(stale):
    """So that the tests below can fail: without Engage, the machine's zones are read."""
    assert asked(stale, "")["America/Vancouver"]["2026-12-15"] == -8


@pytest.mark.parametrize(
    "begun",
    [
        "import bot",
        "import storage",
        "import adapters.slack.setup",
        "import bot.__main__",
        "from bot.intents.dates import parse_due",
        "from zoneinfo import ZoneInfo; ZoneInfo('America/Vancouver'); import bot",
        "import apscheduler.triggers.cron, babel.dates, bot.engine",
    ],
)
def test_pypis_zones_win_wherever_engage_is_begun(stale, begun):
    """The command, a library use, a store alone; even where a zone was made before."""
    assert asked(stale, begun) == HOURS


@pytest.mark.parametrize("zone", HOURS)
def test_zones_of_canada_are_those_of_now_here_too(zone):
    """In this process, and in Babel, which writes dates."""
    for day, hours in HOURS[zone].items():
        noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=ZoneInfo(zone))
        assert noon.utcoffset() == timedelta(hours=hours)
        written = format_datetime(noon.astimezone(UTC), "HH:mm", tzinfo=ZoneInfo(zone), locale="en_CA")
        assert written == "12:00"
        assert noon.astimezone(get_timezone(zone)).utcoffset() == timedelta(hours=hours)


def test_the_command_says_which_zones_it_has_on_a_stale_machine(stale):
    """`engage doctor` begins with the machine's zones out of the way."""
    found = subprocess.run(
        [sys.executable, "-m", "bot", "doctor", "--config", str(ROOT / "app.yaml")],
        env={**os.environ, "PYTHONTZPATH": str(stale), "ENGAGE_STORE": f"tinydb://{stale}/data"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "ok    time zones: tzdata 20" in found.stdout


def test_doctor_says_when_the_machines_zones_are_read(monkeypatch, stale):
    """Somebody has turned them on again."""
    monkeypatch.setattr(bot.doctor.zoneinfo, "TZPATH", (str(stale),), raising=False)
    found = _zones()
    assert not found.well
    assert str(stale) in found.detail


def test_doctor_says_when_tzdata_is_too_old(monkeypatch):
    """Of rules that hold no more, one is named; and of a version that is years old, its age."""
    monkeypatch.setattr(bot.doctor, "STAYS", {"America/Edmonton": -7})
    assert not _zones().well
    assert "it has America/Edmonton wrong; run: pip install --upgrade tzdata" in _zones().detail
    monkeypatch.undo()
    monkeypatch.setattr(bot.doctor.importlib.metadata, "version", lambda _: "2019.3")
    assert _zones().detail == "tzdata 2019.3 is too old; run: pip install --upgrade tzdata"


def test_doctor_says_when_tzdata_is_missing(monkeypatch):
    """An installation from which it was removed."""
    monkeypatch.setattr(bot.doctor, "STAYS", {"America/Nowhere": -7})
    assert _zones().detail == "tzdata is missing; run: pip install tzdata"
