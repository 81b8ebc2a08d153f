"""What Slack posts, made before it is timed, and how long each answer takes.

One thread with plain sockets: it spends some ten microseconds on a request, so that what is measured is the
server's time.
"""

import re
import secrets
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from selectors import EVENT_READ, DefaultSelector
from time import perf_counter
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tests.peers.slack.delivery import encode, sign
from tests.peers.slack.payloads import command
from tests.peers.slack.workspace import TEAM, Member

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_END_OF_HEAD = b"\r\n\r\n"
_AS_SLACK_DOES = {
    "Host": "engage.example.org",
    "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    "Accept-Encoding": "gzip,deflate",
    "Accept": "application/json,*/*",
    "Content-Type": "application/x-www-form-urlencoded",
}


class Answered(NamedTuple):
    """An answer, and the seconds from the first byte sent to the last one received."""

    seconds: float
    status: int
    body: bytes


@dataclass(frozen=True, kw_only=True)
class Driven:
    """What some requests were answered, and how many seconds all of them took together."""

    seconds: float
    answers: Sequence[Answered]


def typed(text: str, *, by: Member, channel: dict[str, Any]) -> bytes:
    """Return the request of `/engage text`, typed in a channel; its signature is good for five minutes."""
    body = encode(
        "slash_commands",
        command(
            by,
            channel,
            name="/engage",
            text=text,
            response_url=f"https://hooks.slack.com/commands/{TEAM}/{secrets.token_hex(16)}",
            trigger_id=f"13345224609.738474920.{secrets.token_hex(16)}",
        ),
    )
    headers = {**_AS_SLACK_DOES, **sign(body), "Content-Length": str(len(body))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode() + body


class Connections:
    """Connections that are kept, each with one request under way at a time."""

    def __init__(self, address: str, count: int) -> None:
        where = urlsplit(address)
        self._sockets = [socket.create_connection((where.hostname, where.port), 60) for _ in range(count)]
        for each in self._sockets:
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def close(self) -> None:
        """Let them go."""
        for each in self._sockets:
            each.close()

    def drive(self, requests: Sequence[bytes]) -> Driven:
        """Post each request as soon as a connection is free; return the answers as they came."""
        waiting = iter(requests)
        begun: dict[socket.socket, float] = {}
        answers: list[Answered] = []
        with DefaultSelector() as selector:
            begin = perf_counter()
            for each, request in zip(self._sockets, waiting, strict=False):
                selector.register(each, EVENT_READ)
                begun[each] = perf_counter()
                each.sendall(request)
            while len(answers) < len(requests):
                for key, _ in selector.select():
                    status, body = _read(key.fileobj)
                    now = perf_counter()
                    answers.append(Answered(now - begun[key.fileobj], status, body))
                    if (request := next(waiting, None)) is not None:
                        begun[key.fileobj] = perf_counter()
                        key.fileobj.sendall(request)
            return Driven(seconds=perf_counter() - begin, answers=answers)


def _read(connection: socket.socket) -> tuple[int, bytes]:
    """Return the status and the body of the answer that has begun to arrive."""
    head, end, body = b"", b"", b""
    received = b""
    while not end:
        received += _some(connection)
        head, end, body = received.partition(_END_OF_HEAD)
    length = int(_LENGTH.search(head)[1])
    while len(body) < length:
        body += _some(connection)
    return int(head[9:12]), body


def _some(connection: socket.socket) -> bytes:
    received = connection.recv(65_536)
    if not received:
        raise ConnectionError("the server hung up")
    return received
