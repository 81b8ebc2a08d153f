"""The Slack that tests talk to, and that the bot talks to: `with slack_peer() as slack:`."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from tests.peers.slack import workspace
from tests.peers.slack.calls import Call
from tests.peers.slack.delivery import Answer, Delivery, sign
from tests.peers.slack.faults import Fault
from tests.peers.slack.interactions import Interactions
from tests.peers.slack.person import SlackPerson
from tests.peers.slack.response_urls import Response, Way
from tests.peers.slack.server import Server


class SlackPeer(Interactions):
    """A workspace with five people, two channels and the app Engage, on a loopback port.

    It runs in a thread of its own, so that its methods may be called from plain tests. They wait; where the bot
    runs in the test's own event loop, call them through `asyncio.to_thread`.
    """

    app_id = workspace.APP
    app_token = workspace.APP_TOKEN
    bot_id = workspace.BOT
    bot_token = workspace.BOT_TOKEN
    bot_user = workspace.BOT_USER
    signing_secret = workspace.SIGNING_SECRET
    team_id = workspace.TEAM
    sign = staticmethod(sign)

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._happened = 0
        self._server = Server(self._notify)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="slack peer", daemon=True)

    def start(self) -> None:
        """Begin; `slack_peer` does it."""
        self._thread.start()
        self.run(self._server.start())
        self.ana, self.sam, self.dana, self.lea, self.luc = map(
            self.person, ("ana", "sam", "dana", "lea", "luc")
        )

    def stop(self) -> None:
        """End; `slack_peer` does it."""
        try:
            self.run(self._server.stop())
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Let the peer's loop do something, and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    @property
    def api_url(self) -> str:
        """What the bot has for SLACK_API_URL."""
        return f"{self._server.address}api/"

    @property
    def calls(self) -> list[Call]:
        """Every call of the Web API, performed or not: (method, arguments, token)."""
        return self._server.calls

    @property
    def responses(self) -> list[Response]:
        """What was posted to response URLs and accepted: (url, body)."""
        return self._server.urls.responses

    @property
    def deliveries(self) -> list[Delivery]:
        """What was posted to the bot, with its answers, in the order in which it answered."""
        return self._server.courier.deliveries

    def calls_of(self, method: str) -> list[dict[str, Any]]:
        """Return the arguments of every call of one method."""
        return [call.arguments for call in self.calls if call.method == method]

    def connect(self, bot_url: str, path: str = "slack/events") -> None:
        """Say where the bot listens; without that everything goes through its socket."""
        self._server.courier.address = f"{bot_url.rstrip('/')}/{path}"

    def be_patient(self, seconds: float) -> None:
        """Give the bot longer, or less long, than Slack's three seconds."""
        self._server.courier.patience = seconds

    def wait_for(self, condition: Callable[[], Any], *, seconds: float = 10) -> Any:
        """Wait until something holds, asking whenever the bot called or connected; return what held."""
        end = time.monotonic() + seconds
        before = self._happened
        while not (held := condition()):  # asked without the lock, which the loop takes to notify
            with self._changed:
                more = self._changed.wait_for(lambda: self._happened > before, end - time.monotonic())  # noqa: B023
                before = self._happened
            called = [call.method for call in self.calls]
            assert more, f"Slack waited {seconds} s in vain; the bot called {called}"
        return held

    def fail(self, method: str, how: str, *, times: int | None = 1, seconds: float = 1) -> None:
        """Let the next `times` calls of a method fail, or all of them if None, until `recover`.

        `how` is "ratelimited" (`seconds` are its Retry-After), "500", "garbage", "nothing" (no answer, and not
        performed), "lost" (performed, but no answer), "slow" (performed after `seconds`), the error that
        Slack answers, or its whole answer as JSON. The method "response_url" stands for every response URL.
        """
        self._server.faults.add(Fault(method=method, how=how, times=times, seconds=seconds))

    def recover(self, method: str | None = None) -> None:
        """Let a method work again, or all."""
        self._server.faults.recover(method)

    def response_url(self, user: str = "ana", channel: str | None = None) -> str:
        """Return a response URL that leads to somebody, in a channel or in their direct conversation."""
        where = self.channel_id(channel) if channel else self.direct(user)
        return self._server.urls.make(self._server.address, Way(user=self.user_id(user), channel=where))

    def expire(self, response_url: str) -> None:
        """Let the thirty minutes of a response URL pass."""
        self._server.urls.expire(response_url)

    def person(self, name: str) -> SlackPerson:
        """Return somebody who types and presses."""
        return SlackPerson(self, name)

    def add_user(self, **fields: Any) -> str:
        """Add somebody; return their id. Fields: name, real_name, tz, locale, email, is_bot, deleted."""
        return self.run(self._server.workspace.add_member(**fields)).id

    def add_channel(self, name: str, *, members: list[str], bot: bool = True, private: bool = False) -> str:
        """Add a channel with people, named as they are called; return its id."""
        there = [*map(self.user_id, members), *([self.bot_user] if bot else [])]
        return self.run(self._server.workspace.add_channel(name, members=there, private=private))

    def post(self, body: bytes, headers: dict[str, str]) -> Answer:
        """Post bytes to the bot as they are, signed or not."""
        return self.run(self._server.courier.post(body, headers))

    def wait_for_socket(self, connections: int = 1) -> None:
        """Wait until the bot has opened so many sockets, those that it lost included, and one is open."""
        socket = self._server.socket
        self.wait_for(lambda: socket.connections >= connections and socket.open_now)

    def socket_send(self, envelope: dict[str, Any]) -> dict[str, Any]:
        """Send an envelope through the socket; return the payload of its acknowledgement."""
        return self.run(asyncio.wait_for(self._server.socket.send(envelope), 10))

    def socket_disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask the bot to connect anew."""
        self.run(self._server.socket.disconnect(reason))

    def socket_drop(self) -> None:
        """Cut the bot's sockets without a word."""
        self.run(self._server.socket.drop())

    def _notify(self) -> None:
        with self._changed:
            self._happened += 1
            self._changed.notify_all()


@contextmanager
def slack_peer() -> Iterator[SlackPeer]:
    """Run a Slack of one's own; it takes a tenth of a second or two to start."""
    slack = SlackPeer()
    try:
        slack.start()
        yield slack
    finally:
        slack.stop()
