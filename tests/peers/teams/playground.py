"""The process that is Teams: Microsoft's Agents Playground, kept on this machine by guard.cjs."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiohttp

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
PROGRAM = HERE.parent / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
QUIET = {"TEAMSAPPTESTER_BROWSER": "none", "APPLICATION_INSIGHTS_NO_STATSBEAT": "true"}
"""No window, and none of the statistics that it gathers in spite of --disable-telemetry."""
ADVICE = "The Teams peer needs Node and its npm packages; get them with: make peers"


class Playground:
    """Teams with one person at the keyboard, and its Bot Connector under /_connector."""

    def __init__(self, configuration: dict[str, Any], *, bot: str, service_url: str) -> None:
        if not NODE.exists() or not PROGRAM.exists():
            raise AssertionError(ADVICE)
        self._folder = tempfile.TemporaryDirectory(prefix="playground-", ignore_cleanup_errors=True)
        self._home = Path(self._folder.name)
        (self._home / ".m365agentsplayground.yml").write_text(json.dumps(configuration))  # JSON is YAML
        command = [str(NODE), "-r", str(HERE / "guard.cjs"), str(PROGRAM), "start", "--disable-telemetry"]
        command += ["-c", "msteams", "-e", bot, "-p", str(_free_port()), "--service-url", service_url]
        with (self._home / "errors.txt").open("w") as errors:
            self._process = subprocess.Popen(
                command,
                cwd=self._home,
                env={"PATH": os.environ["PATH"], "HOME": str(self._home), **QUIET},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
        self._session: aiohttp.ClientSession | None = None
        self.address = ""

    async def start(self) -> None:
        """Wait until it listens."""
        line = await asyncio.to_thread(self._process.stdout.readline)
        if not line:
            raise AssertionError(f"{ADVICE}\n{(self._home / 'errors.txt').read_text()}")
        self.address = f"http://127.0.0.1:{json.loads(line)['port']}/"
        self._session = aiohttp.ClientSession(self.address)

    async def stop(self) -> None:
        """End it."""
        if self._session:
            await self._session.close()
        await asyncio.to_thread(self._process.communicate, timeout=10)  # closes its input: then it ends
        self._folder.cleanup()

    @property
    def refused(self) -> list[str]:
        """Whom it wanted to reach beyond this machine: "host:port"."""
        file = self._home / "refused.txt"
        return file.read_text().splitlines() if file.exists() else []

    async def connector(self, verb: str, path: str, query: str, body: Any) -> tuple[int, Any]:
        """Ask its Bot Connector; `path` begins behind /v3/. Return the status, and the JSON if there is any."""
        address = "/_connector/v3/" + "/".join(quote(part, safe="") for part in path.split("/"))
        async with self._session.request(verb, f"{address}?{query}", json=body) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text.startswith(("{", "[")) else None

    async def say(self, conversation: str, message: dict[str, Any]) -> dict[str, Any]:
        """Say something as the person at the keyboard; return its `messageId` and, in a channel, its thread."""
        return await self._client(f"conversations/{quote(conversation, safe='')}/messages", message)

    async def invoke(self, invocation: dict[str, Any]) -> None:
        """Press, or fill in, as whoever `from` says; what the bot answers is told by the delivery."""
        await self._client("invoke", invocation, refused=502)

    async def submit(self, submission: dict[str, Any]) -> None:
        """Press a button that sends a message without words."""
        await self._client("submit", submission)

    async def template(self, conversation: str, name: str) -> dict[str, Any]:
        """Return an activity as the playground writes it, such as "install" or "botRemoved"."""
        query = {"conversationId": conversation, "type": name}
        async with self._session.get("/_internal/v1/customActivities/template", params=query) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def _client(self, path: str, body: dict[str, Any], *, refused: int = 0) -> Any:
        async with self._session.post(f"/_conversation/v1/{path}", json=body) as answer:
            text = await answer.text()
            assert answer.status in {200, refused}, f"the playground answers {answer.status}: {text}"
            return json.loads(text) if text.startswith("{") else {}


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
