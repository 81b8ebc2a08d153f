"""The servers that are compared, each a process of its own in front of the same Slack.

As a program it is a bare Bolt app as its documentation shows it, which does nothing but acknowledge:
`python -m tests.performance.slack_peers PORT [--before]`. https://docs.slack.dev/tools/bolt-python/concepts/async
"""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.peers.slack import SlackPeer
from tests.support.program import ENGAGE, environment

BOLT = (sys.executable, "-m", "tests.performance.slack_peers")
LOOPBACK = "127.0.0.1"
ACKNOWLEDGED = "ok"


@contextmanager
def engage(directory: Path, slack: SlackPeer) -> Iterator[str]:
    """Run `engage run` on the app.yaml and the store in `directory`; yield its address. It ends by SIGKILL."""
    with _running((*ENGAGE, "run", "--port", "0"), directory, slack) as process:
        line = process.stdout.readline()
        found = re.search(r"http://\S+", line)
        if found is None:
            raise AssertionError(line + (directory / "log").read_text())
        yield found[0]


@contextmanager
def bolt(directory: Path, slack: SlackPeer, *, before: bool) -> Iterator[str]:
    """Run a bare Bolt app, with `process_before_response` or without; yield its address."""
    with socket.create_server((LOOPBACK, 0)) as free:
        port = free.getsockname()[1]
    directory.mkdir()
    with _running((*BOLT, str(port), *(["--before"] if before else [])), directory, slack) as process:
        while process.poll() is None:
            try:
                socket.create_connection((LOOPBACK, port)).close()
            except ConnectionRefusedError:
                time.sleep(0.05)
                continue
            break
        else:
            raise AssertionError((directory / "log").read_text())
        yield f"http://{LOOPBACK}:{port}/"


@contextmanager
def _running(command: tuple[str, ...], directory: Path, slack: SlackPeer) -> Iterator[subprocess.Popen]:
    settings = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_APP_TOKEN": "",
        "SLACK_API_URL": slack.api_url,
    }
    with (
        (directory / "log").open("wb") as log,
        subprocess.Popen(
            command,
            cwd=directory,
            env=environment(**settings),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def main() -> None:
    """Serve a bare Bolt app until killed."""
    app = AsyncApp(
        client=AsyncWebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"]),
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        process_before_response="--before" in sys.argv,
    )

    @app.command("/engage")
    async def acknowledge(ack) -> None:
        await ack(ACKNOWLEDGED)

    app.start(port=int(sys.argv[1]), host=LOOPBACK)


if __name__ == "__main__":
    main()
