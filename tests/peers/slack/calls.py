"""What the bot asked of Slack, however its client wrote it down."""

import json
from typing import Any, NamedTuple

from aiohttp import web

_OBJECTS = ("attachments", "blocks", "metadata", "view")


class Call(NamedTuple):
    """A call of the Web API, as it came in."""

    method: str
    arguments: dict[str, Any]
    token: str


async def read_call(request: web.Request) -> Call:
    """Read a call: arguments stand in the query, in a form or in a JSON body, the token in a header or there."""
    arguments: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        if body := await request.read():
            arguments |= json.loads(body)
    else:
        arguments |= dict(await request.post())
    header = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    token = header or arguments.pop("token", "")
    for name in _OBJECTS:
        if isinstance(value := arguments.get(name), str):
            arguments[name] = _parsed(value)
    return Call(request.match_info["method"], arguments, token)


def flag(arguments: dict[str, Any], name: str) -> bool:
    """Return whether a flag is set, in any of the ways that Slack accepts."""
    return str(arguments.get(name, "")).lower() in {"1", "true"}


def _parsed(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value  # the emulator says what is wrong with it
