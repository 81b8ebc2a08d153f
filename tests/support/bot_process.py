"""Engage as a process in front of its platforms, with a clock that the test moves.

Processes are forked from a server that has imported everything, so that a restart costs little: the imports
of Engage and of the SDKs take a second, and a test may start Engage ten times.
"""

import importlib
import importlib.util
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

import tests.support.host  # noqa: F401 - for the processes that it forks from the same server
from bot.wiring import ADAPTERS
from bot.words import LANGUAGES, Words
from tests.support.bot_main import PAUSE, main

__all__ = ["MONDAY", "OTTAWA", "PAUSE", "Bot"]

ROOT = Path(__file__).parents[2]
OTTAWA = ZoneInfo("America/Toronto")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=OTTAWA)

_OURS = ("ENGAGE_", "SLACK_", "Microsoft", "TESTS_")
ENDS_WITHIN = 20

for _name in ADAPTERS:
    if importlib.util.find_spec(f"adapters.{_name}"):
        importlib.import_module(f"adapters.{_name}.platform")

for _language in LANGUAGES:
    Words(_language).day(MONDAY.date())

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.support.bot_process"])


class Bot:
    """The process, with `settings` in its environment and no other ones of a platform's.

    It keeps its store in `directory`, where it can be killed and started again, at the same port if one is given.
    """

    def __init__(
        self,
        directory: Path,
        *,
        app_yaml: str,
        settings: Mapping[str, str],
        moment: datetime = MONDAY,
        port: int = 0,
    ):
        self.directory = directory
        self.port = port
        directory.mkdir(parents=True, exist_ok=True)
        (directory / "app.yaml").write_text(app_yaml)
        others = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        self.environment = {**others, "PYTHONPATH": str(ROOT), **settings}
        self._clock = directory / "ahead"
        self.jump(moment)
        self.process: Any = None
        self.address = ""
        self.tree: Path | None = None
        """Where another Engage is, with its `tests/support/bot_main.py`; it begins with nothing imported."""

    @property
    def log(self) -> str:
        """What it has logged, since it was first started."""
        return (self.directory / "log").read_text()

    def start(self) -> Self:
        """Run it, and tell its platforms where it listens."""
        arguments = [str(self.directory / "app.yaml"), str(self.port)]
        log = self.directory / "log"
        if self.tree is not None:
            self.process = _Apart(self.tree, arguments, self.environment, log)
            self.address = self.process.line
        else:
            ours, theirs = _context.Pipe(duplex=False)
            work = (arguments, self.environment, log, theirs)
            self.process = _context.Process(target=_run, args=work, daemon=True)
            self.process.start()
            theirs.close()
            with ours, os.fdopen(os.dup(ours.fileno())) as lines:
                self.address = lines.readline().strip()
        assert self.address.startswith("http"), self.log
        self.listens()
        return self

    def listens(self) -> None:
        """Tell the platforms where it listens."""

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
            self.process.close()
            self.process = None

    def restart(self) -> None:
        """Kill it, and start it again."""
        self.kill()
        self.start()

    def end(self) -> int:
        """End it with SIGTERM; return its exit status."""
        os.kill(self.process.pid, signal.SIGTERM)
        self.process.join(ENDS_WITHIN)
        status = self.process.exitcode
        assert status is not None, f"it still runs after {ENDS_WITHIN} s"
        self.process = None
        return status

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.kill()

    def jump(self, to: datetime) -> None:
        """Set the clock."""
        written = self._clock.with_suffix(".new")
        written.write_text(str((to - datetime.now(UTC)).total_seconds()))
        written.replace(self._clock)

    def advance_to(self, to: datetime) -> None:
        """Let time pass, and everything happen that is due by then."""
        self.jump(to)
        self.settle()

    def slow_down(self, seconds: float) -> None:
        """Let the store take so long for what people ask from now on, until `speed_up`."""
        (self.directory / "slow").write_text(str(seconds))

    def speed_up(self) -> None:
        """Let the store be as quick as it is."""
        (self.directory / "slow").unlink()

    def settle(self) -> None:
        """Let everything be sent that can be."""
        with urllib.request.urlopen(f"{self.address}sweep", data=b"", timeout=60) as answer:
            assert json.loads(answer.read()) == {}


class _Apart:
    """The process of an Engage that is somewhere else; `line` is the first that it prints."""

    def __init__(self, tree: Path, arguments: list[str], environment: Mapping[str, str], log: Path) -> None:
        command = [sys.executable, "-m", "tests.support.bot_main", *arguments]
        own = {**environment, "PYTHONPATH": str(tree)}
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                command, cwd=tree, env=own, stdout=subprocess.PIPE, stderr=errors, text=True
            )
        self.pid, self.kill = self._process.pid, self._process.kill
        self.line = self._process.stdout.readline().strip()

    @property
    def exitcode(self) -> int | None:
        return self._process.poll()

    def join(self, seconds: float | None = None) -> None:
        self._process.communicate(timeout=seconds)

    def close(self) -> None:
        """Nothing is open."""


def _run(arguments: list[str], environment: Mapping[str, str], log: Path, out: Connection) -> None:
    """Be the program: with its arguments, environment and streams, and nobody else's."""
    sys.argv = ["engage", *arguments]
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(out.fileno(), sys.stdout.fileno())
    os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), sys.stderr.fileno())
    out.close()
    main()
