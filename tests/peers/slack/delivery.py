"""What Slack posts to the bot: signed, within three seconds, or through Socket Mode."""

import asyncio
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlencode

import aiohttp

from tests.peers.slack.socket_mode import SocketMode
from tests.peers.slack.workspace import SIGNING_SECRET

Kind = Literal["slash_commands", "interactive", "events_api"]
"""The names that Socket Mode has for commands, for what is pressed or sent, and for events."""

_TYPES = {"events_api": "application/json"}
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the bot answered; status 0 if it did not in time, or could not be reached."""

    status: int
    text: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def body(self) -> dict[str, Any]:
        """The answer as a message or an instruction; a text that is no JSON is a message."""
        if not self.text:
            return {}
        try:
            body = json.loads(self.text)
        except ValueError:
            return {"text": self.text}
        return body if isinstance(body, dict) else {"text": self.text}


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """Something that was posted to the bot, and its answer."""

    kind: Kind
    payload: dict[str, Any]
    answer: Answer


def sign(body: bytes, timestamp: float | None = None) -> dict[str, str]:
    """Return the headers by which the bot knows that Slack wrote `body`, at `timestamp` or now.

    https://docs.slack.dev/authentication/verifying-requests-from-slack
    """
    moment = str(int(time.time() if timestamp is None else timestamp))
    digest = hmac.new(SIGNING_SECRET.encode(), f"v0:{moment}:".encode() + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": f"v0={digest}"}


def encode(kind: Kind, payload: dict[str, Any]) -> bytes:
    """Return the body of the request that carries a payload."""
    match kind:
        case "slash_commands":
            return urlencode(payload).encode()
        case "interactive":
            return urlencode({"payload": json.dumps(payload)}).encode()
        case "events_api":
            return json.dumps(payload).encode()


class Courier:
    """Brings everything to the bot: to its address if it has one, else through its socket."""

    def __init__(self, socket: SocketMode, changed: Callable[[], None]) -> None:
        self._socket = socket
        self._changed = changed
        self._session: aiohttp.ClientSession | None = None
        self.address = ""
        self.patience = 3.0
        """How long Slack waits, in seconds."""
        self.deliveries: list[Delivery] = []

    async def start(self) -> None:
        """Begin."""
        self._session = aiohttp.ClientSession()

    async def stop(self) -> None:
        """End."""
        await self._session.close()

    async def deliver(
        self, kind: Kind, payload: dict[str, Any], *, headers: dict[str, str] | None = None
    ) -> Answer:
        """Bring a payload to the bot, signed; `headers` are those of a retry."""
        if self.address:
            body = encode(kind, payload)
            answer = await self.post(
                body, {"Content-Type": _TYPES.get(kind, _FORM), **sign(body), **(headers or {})}
            )
        else:
            answer = await self._through_socket(kind, payload, headers or {})
        self.deliveries.append(Delivery(kind=kind, payload=payload, answer=answer))
        self._changed()
        return answer

    async def post(self, body: bytes, headers: dict[str, str]) -> Answer:
        """Post bytes to the bot as they are."""
        began = time.monotonic()
        timeout = aiohttp.ClientTimeout(total=self.patience)
        try:
            async with self._session.post(
                self.address, data=body, headers=headers, timeout=timeout
            ) as answer:
                text = await answer.text()
                return Answer(
                    status=answer.status,
                    text=text,
                    headers=dict(answer.headers),
                    seconds=time.monotonic() - began,
                )
        except (aiohttp.ClientError, TimeoutError) as error:
            return Answer(status=0, text=type(error).__name__, seconds=time.monotonic() - began)

    async def _through_socket(self, kind: Kind, payload: dict[str, Any], headers: dict[str, str]) -> Answer:
        began = time.monotonic()
        envelope = {"type": kind, "payload": payload, "accepts_response_payload": kind != "events_api"}
        if kind == "events_api":
            envelope["retry_attempt"] = int(headers.get("X-Slack-Retry-Num", 0))
            envelope["retry_reason"] = headers.get("X-Slack-Retry-Reason", "")
        try:
            async with asyncio.timeout(self.patience):
                answer = await self._socket.send(envelope)
        except (ConnectionError, TimeoutError) as error:
            return Answer(status=0, text=type(error).__name__, seconds=time.monotonic() - began)
        text = json.dumps(answer) if answer else ""
        return Answer(status=200, text=text, seconds=time.monotonic() - began)
