import ast
import re
import subprocess
import sys
import tomllib
import zoneinfo
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

ROOT = Path(__file__).parents[2]
LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
SOURCES = [
    path for package in ("bot", "adapters", "storage") for path in sorted((ROOT / package).rglob("*.py"))
]


def test_time_zones_come_from_pypi_alone():
    """The machine's zones may be years old; they are not even looked at."""
    import bot  # noqa: F401, PLC0415 - importing it is what is tested

    assert zoneinfo.TZPATH == ()


def test_vancouver_keeps_its_summer_clock_in_december():
    """British Columbia stopped changing its clocks in 2026: UTC-07:00 all year."""
    december = datetime(2026, 12, 15, 12, tzinfo=ZoneInfo("America/Vancouver"))
    assert december.utcoffset() == timedelta(hours=-7)


def test_zones_of_the_machine_do_not_come_back_through_the_environment():
    """PYTHONTZPATH names folders for other programs, not for Engage."""
    code = "import bot, zoneinfo; print(zoneinfo.TZPATH)"
    found = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONTZPATH": "/usr/share/zoneinfo", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == "()\n"


def test_every_dependency_is_pinned_and_none_says_where_it_comes_from():
    """constraints.txt is names and versions: which registry serves them is the machine's business."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", pin) for pin in pins)
    pinned = {normal(pin.partition("==")[0]) for pin in pins}
    assert {normal(re.match(r"[A-Za-z0-9._-]+", requirement)[0]) for requirement in wanted} <= pinned


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_log_call_names_its_event_with_a_literal(source):
    """Redaction lets the event through, so nothing that a person wrote may be part of it."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if is_log_call(node):
            (event,) = node.args
            assert isinstance(event, ast.Constant), f"line {node.lineno}"


def is_log_call(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in LEVELS
        and "log" in ast.unparse(node.func.value).lower()
    )


def test_a_log_call_with_a_sentence_of_somebody_would_be_found():
    """The check above sees what it is meant to see."""
    call = ast.parse("self._log.info(f'recorded {words}')").body[0].value
    assert is_log_call(call)
    assert not isinstance(call.args[0], ast.Constant)
