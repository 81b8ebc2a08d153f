"""Engage as a process in front of a Slack, with a clock that the test moves.

As a program it is what `engage run` is, but for its clock: `python -m tests.support.slack_bot app.yaml`.
"""

import asyncio
import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Self, TypeVar
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.config import load_config
from bot.logs import configure_logs
from bot.ports import Store, Transaction
from bot.wiring import Assembly, assemble, serve
from tests.peers.slack import SlackPeer

ROOT = Path(__file__).parents[2]
OTTAWA = ZoneInfo("America/Toronto")
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=OTTAWA)

PAUSE = 0.02
"""Seconds between two messages of a conversation; in Slack itself it is one, for which tests would wait."""

T = TypeVar("T")

APP_YAML = """
teams:
  - key: engagement
    name: {en: Public engagement, fr: Participation du public}
    channels: ["slack:CHANNEL"]
    leads: [lea]
    members: [ana, sam, luc]
    summary: {cron: "0 9 * * mon"}
"""


class Ahead:
    """The machine's clock, and so far ahead as the file says."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(self._file.read_text()))


class Slow:
    """The store; while the file is there, all that it is asked takes as many seconds as the file says."""

    exclusive = True

    def __init__(self, store: Store, file: Path) -> None:
        self._store = store
        self._file = file

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        if self._file.exists():
            await asyncio.sleep(float(self._file.read_text()))
        return await self._store.transact(work)

    async def close(self) -> None:
        await self._store.close()


class SlackBot:
    """The process. It keeps its store in `directory`, where it can be killed and started again."""

    def __init__(self, directory: Path, slack: SlackPeer, *, socket: bool = False, moment: datetime = MONDAY):
        self.directory = directory
        self.slack = slack
        directory.mkdir(parents=True, exist_ok=True)
        app_yaml = APP_YAML.replace("CHANNEL", slack.channel_id("engagement"))
        (directory / "app.yaml").write_text(app_yaml)
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("ENGAGE_", "SLACK_"))
            },
            "PYTHONPATH": str(ROOT),
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_API_URL": slack.api_url,
            **(
                {"SLACK_APP_TOKEN": slack.app_token}
                if socket
                else {"SLACK_SIGNING_SECRET": slack.signing_secret}
            ),
        }
        self._clock = directory / "ahead"
        self.jump(moment)
        self.process: subprocess.Popen | None = None
        self.address = ""

    def start(self) -> Self:
        """Run it, and tell Slack where it listens."""
        with (self.directory / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.slack_bot", str(self.directory / "app.yaml")],
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self.address = self.process.stdout.readline().strip()
        assert self.address.startswith("http"), (self.directory / "log").read_text()
        if "SLACK_SIGNING_SECRET" in self.environment:
            self.slack.connect(self.address)
        else:
            self.slack.wait_for_socket()
        return self

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def restart(self) -> None:
        """Kill it, and start it again."""
        self.kill()
        self.start()

    def end(self) -> int:
        """End it with SIGTERM; return its exit status."""
        self.process.send_signal(signal.SIGTERM)
        self.process.communicate(timeout=20)
        status, self.process = self.process.returncode, None
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


def _with_sweep(assembly: Assembly) -> Assembly:
    async def sweep(_request: web.Request) -> web.Response:
        await assembly.engine.sweep()
        return web.json_response({})

    assembly.server.add_routes([web.post("/sweep", sweep)])
    return assembly


def _announce(address: str) -> None:
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


def main() -> None:
    """Run Engage until SIGTERM."""
    path = Path(sys.argv[1])
    configure_logs(json=True)
    config = load_config(path, os.environ)
    assembly = assemble(config, bind="127.0.0.1", port=0, clock=Ahead(path.parent / "ahead"))
    intake = assembly.engine.intake
    assembly.engine.intake = replace(intake, store=Slow(intake.store, path.parent / "slow"))
    for platform in assembly.platforms:
        platform.pause = PAUSE
    asyncio.run(serve(_with_sweep(assembly), started=_announce))


if __name__ == "__main__":
    main()
