"""The process that keeps the workspace: emulate's Slack, started by emulator.mjs, and what is asked of it."""

import asyncio
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import aiohttp

HERE = Path(__file__).parent
NODE = Path(sys.executable).with_name("node")
PACKAGE = HERE.parent / "node_modules" / "emulate" / "package.json"
ADVICE = "The Slack peer needs Node and its npm packages; get them with: make peers"
USES = 4_000
"""The emulator answers 403 to a token's 5,001st request of an hour; each gets a new name well before that."""


class Emulator:
    """Slack's Web API without its manners; `/api` as Slack has it, and the collections of its store."""

    def __init__(self, *, seed: dict, events: str) -> None:
        if not NODE.exists() or not PACKAGE.exists():
            raise AssertionError(ADVICE)
        self._process = subprocess.Popen(
            [str(NODE), str(HERE / "emulator.mjs"), json.dumps({"seed": seed, "events": events})],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._session: aiohttp.ClientSession | None = None
        self._tokens: dict[str, dict] = {}
        self._uses: Counter[str] = Counter()
        self._url = ""

    async def start(self) -> None:
        """Wait until it listens."""
        line = await asyncio.to_thread(self._process.stdout.readline)
        if not line:
            raise AssertionError(f"{ADVICE}\n{self._process.stderr.read()}")
        self._url = json.loads(line)["url"]
        self._session = aiohttp.ClientSession(self._url)

    async def stop(self) -> None:
        """End it."""
        if self._session:
            await self._session.close()
        await asyncio.to_thread(self._process.communicate, timeout=10)  # closes its input: then it ends

    async def register(self, token: str, **fields) -> None:
        """Make a token known: whose it is (`user_id`), its `scopes` and, for an app, `app_id` and `bot_id`."""
        self._tokens[token] = {"token_type": "test", "team_id": "T000000001", **fields}

    async def call(self, method: str, arguments: dict, token: str) -> dict:
        """Call a method of the Web API; values that are not strings go as Slack's forms have them."""
        headers = {"Authorization": await self._bearer(token)}
        async with self._session.post(f"/api/{method}", data=as_form(arguments), headers=headers) as answer:
            if answer.status == 404:
                return {"ok": False, "error": "unknown_method", "req_method": method}
            return await answer.json()

    async def rows(self, collection: str) -> list[dict]:
        """Return everything in a collection of the store, such as `views` or `viewTriggers`."""
        return await self._store("GET", collection)

    async def insert(self, collection: str, **fields) -> dict:
        """Put something into a collection."""
        return await self._store("POST", collection, fields)

    async def update(self, collection: str, row: dict, **fields) -> dict:
        """Change something in a collection."""
        return await self._store("POST", f"{collection}/{row['id']}", fields)

    async def delete(self, collection: str, row: dict) -> None:
        """Take something out of a collection."""
        await self._store("DELETE", f"{collection}/{row['id']}")

    async def _store(self, verb: str, path: str, fields: dict | None = None):
        headers = {"Authorization": await self._bearer("store")}
        async with self._session.request(verb, f"/_store/{path}", json=fields, headers=headers) as answer:
            answer.raise_for_status()
            return await answer.json()

    async def _bearer(self, token: str) -> str:
        """Return the header with a token's present name."""
        number, before = divmod(self._uses[token], USES)
        self._uses[token] += 1
        name = f"{token}.{number}"
        if before == 0 and token in self._tokens:
            await self.insert("tokens", token=name, **self._tokens[token])
        return f"Bearer {name}"


def as_form(arguments: dict) -> dict[str, str]:
    """Return arguments as the fields of a form: objects and lists as JSON, flags as words."""
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in arguments.items()
        if value is not None
    }
