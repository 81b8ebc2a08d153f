"""Response URLs: the way back that every command and every press brings along."""

import secrets
from dataclasses import dataclass
from typing import Any, NamedTuple

from aiohttp import web

from tests.support import block_kit

USES = 5
"""https://docs.slack.dev/interactivity/handling-user-interaction: five times within thirty minutes"""


class Response(NamedTuple):
    """What the bot posted to a response URL."""

    url: str
    body: dict[str, Any]


@dataclass(kw_only=True)
class Way:
    """Where a response URL leads: to whom, in which conversation, and to which message."""

    user: str
    channel: str
    ts: str | None = None
    ephemeral: bool = False
    uses: int = 0
    expired: bool = False


class ResponseUrls:
    """The response URLs that were given out."""

    def __init__(self) -> None:
        self._ways: dict[str, Way] = {}
        self.responses: list[Response] = []

    def make(self, address: str, way: Way) -> str:
        """Return a new URL."""
        key = secrets.token_urlsafe(12)
        self._ways[key] = way
        return f"{address}response/{key}"

    def expire(self, url: str) -> None:
        """Let thirty minutes pass for a URL."""
        self._ways[url.rpartition("/")[2]].expired = True

    async def take(self, request: web.Request) -> tuple[Way | None, dict[str, Any], web.Response]:
        """Take what is posted; return where it goes, unless Slack refuses it, and what Slack answers."""
        way = self._ways.get(request.match_info["key"])
        body = await request.json()
        if way is None or way.expired:
            return None, body, _refuse("expired_url")
        if way.uses == USES:
            return None, body, _refuse("used_url")
        way.uses += 1
        blocks = body.get("blocks")
        if blocks and block_kit.problems(blocks, "message"):
            return None, body, _refuse("invalid_blocks")
        self.responses.append(Response(str(request.url), body))
        return way, body, web.json_response({"ok": True})


def _refuse(error: str) -> web.Response:
    return web.json_response({"ok": False, "error": error}, status=404)
