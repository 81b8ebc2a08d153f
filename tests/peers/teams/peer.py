"""The Teams that tests talk to, and that the bot talks to: `with teams_peer() as teams:`."""

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from tests.peers.teams import tenant
from tests.peers.teams.bot_connector import BotConnector, bot_connector
from tests.peers.teams.connector import Call
from tests.peers.teams.delivery import Activity, Answer, Delivery
from tests.peers.teams.faults import Fault
from tests.peers.teams.person import TeamsPerson
from tests.peers.teams.server import Server
from tests.peers.teams.shown import Message
from tests.peers.teams.tenant import Member


class TeamsPeer:
    """A tenant with six people, a group, a team with two channels, and the app Engage, on loopback ports.

    It runs in a thread of its own, so that its methods may be called from plain tests. They wait; where the bot
    runs in the test's own event loop, call them through `asyncio.to_thread`. Ana sits at the playground, which
    `page_url` opens; the others speak through it. Places are named "steering" (the group), "general" and
    "promises" (the channels), or by a person's name, which is their direct conversation with Engage.
    """

    app_id = tenant.APP
    bot_id = tenant.BOT
    tenant_id = tenant.TENANT
    team_id = tenant.TEAM
    shared = frozenset(tenant.PLACES.values())

    def __init__(self, connector: BotConnector) -> None:
        self.bot_connector = connector
        """Whose keys sign what reaches the bot."""
        self._changed = threading.Condition()
        self._happened = 0
        self.server = Server(connector.authorize, self._notify)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="teams peer", daemon=True)

    def start(self) -> None:
        """Begin; `teams_peer` does it."""
        self._thread.start()
        self.run(self.server.start())
        self.ana, self.sam, self.dana, self.lea, self.luc = map(
            self.person, ("ana", "sam", "dana", "lea", "luc")
        )

    def stop(self) -> None:
        """End; `teams_peer` does it."""
        try:
            self.run(self.server.stop())
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Let the peer's loop do something, and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def connect(self, bot_url: str, path: str = "api/messages") -> None:
        """Say where the bot listens; again whenever it has started elsewhere. The playground need not know."""
        self.server.courier.address = f"{bot_url.rstrip('/')}/{path}"

    def be_patient(self, seconds: float) -> None:
        """Give the bot longer, or less long, than Teams' fifteen seconds."""
        self.server.courier.patience = seconds

    @property
    def page_url(self) -> str:
        """Where a browser sees Teams."""
        return self.server.playground.address

    @property
    def service_url(self) -> str:
        """Where the bot finds the Bot Connector."""
        return self.server.courier.service_url

    def move(self, region: str) -> None:
        """Let the Bot Connector be elsewhere, such as "emea"; activities say so, and the old address is dead."""
        self.server.move(region)

    @property
    def refused(self) -> list[str]:
        """Whom the playground wanted to reach beyond this machine; it did not."""
        return self.server.playground.refused

    @property
    def calls(self) -> list[Call]:
        """Every call of the Bot Connector, performed or not."""
        return self.server.connector.calls

    @property
    def deliveries(self) -> list[Delivery]:
        """What was posted to the bot, with its answers, in the order in which it answered."""
        return self.server.courier.deliveries

    @property
    def deliveries_now(self) -> int:
        """How many there are."""
        return len(self.deliveries)

    @property
    def people(self) -> dict[str, str]:
        """The ids in the tenant, by name and by full name."""
        members = self.server.members.values()
        return {name: member.aad for member in members for name in (member.name, member.full_name)}

    @property
    def all_messages(self) -> list[Message]:
        """Every message anywhere, those included that were deleted."""
        return self.server.shown.messages

    def person(self, name: str) -> TeamsPerson:
        """Return somebody who speaks and presses."""
        return TeamsPerson(self, name)

    def conversation(self, place: str) -> str:
        """Return the id of a place, or of somebody's direct conversation."""
        return self.server.conversation(place)

    def messages(self, place: str) -> list[Message]:
        """Return what stands in a place, in order, with its present words and cards; see `Message.before`."""
        return self.server.shown.in_(self.conversation(place))

    def say(self, member: Member, text: str, conversation: str, *, mention: bool) -> Message:
        """Let somebody say something; `TeamsPerson.says` does it."""
        return self.run(self.server.say(member, text, conversation, mention=mention))

    def fail(
        self,
        status: int | None,
        body: Any = None,
        headers: dict[str, str] | None = None,
        times: int | None = 1,
        *,
        after_delivery: bool = False,
        seconds: float = 0,
        method: str | None = None,
        place: str | None = None,
    ) -> None:
        """Let the next `times` calls of the bot fail, or all of them if None, until `recover`.

        Without a status there is no answer: the connection ends, after `seconds`. `after_delivery` performs the
        call all the same. `method` and `place` say which calls; `body` is JSON, or a text that is none.
        """
        conversation = self.conversation(place) if place else None
        fault = Fault(
            status=status,
            body=body,
            headers=headers or {},
            times=times,
            after_delivery=after_delivery,
            seconds=seconds,
            method=method,
            conversation=conversation,
        )
        self.server.connector.faults.add(fault)

    def recover(self) -> None:
        """Let the Bot Connector work again."""
        self.server.connector.faults.recover()

    def write_off(self, place: str, *, blocked: bool) -> None:
        """Refuse what the bot sends to a place: 403, until it is `welcome`."""
        self.server.connector.write_off(self.conversation(place), blocked=blocked)

    def welcome(self, place: str) -> None:
        """Let the bot send to a place again."""
        self.server.connector.welcome(self.conversation(place))

    def happens(self, place: str, template: str, *, by: str = "ana") -> Answer:
        """Tell the bot what happened in a place: "install", "uninstall", "botAdded", "teamRenamed", …."""
        where = self.conversation(place)
        return self.run(self.server.happens(self.server.members[by], where, template))

    def deliver(self, activity: Activity, headers: dict[str, str] | None = None) -> Answer:
        """Post an activity to the bot, signed unless `headers` are given: what Teams repeats, or never sends."""
        return self.run(self.server.courier.deliver(activity, headers))

    def post(self, body: bytes, headers: dict[str, str]) -> Answer:
        """Post bytes to the bot as they are."""
        return self.run(self.server.courier.post(body, headers))

    def next_delivery(self, heard: int, member: Member, kind: str) -> Delivery:
        """Wait until the bot has answered what somebody did after `heard` deliveries, and return it."""

        def found() -> Delivery | None:
            for delivery in self.deliveries[heard:]:
                activity = delivery.activity
                if (activity.get("from", {}).get("id"), activity["type"]) == (member.id, kind):
                    return delivery
            return None

        return self.wait_for(found, seconds=self.server.courier.patience + 5)

    def wait_for(self, condition: Callable[[], Any], *, seconds: float = 10) -> Any:
        """Wait until something holds, asking whenever the bot called or answered; return what held."""
        end = time.monotonic() + seconds
        before = self._happened
        while not (held := condition()):
            with self._changed:
                more = self._changed.wait_for(lambda: self._happened > before, end - time.monotonic())  # noqa: B023
                before = self._happened
            called = [f"{call.method} {call.path}" for call in self.calls]
            assert more, f"Teams waited {seconds} s in vain; the bot called {called}"
        return held

    def _notify(self) -> None:
        with self._changed:
            self._happened += 1
            self._changed.notify_all()


@contextmanager
def teams_peer() -> Iterator[TeamsPeer]:
    """Run a Teams of one's own; it takes about a second to start."""
    with bot_connector() as connector:
        teams = TeamsPeer(connector)
        try:
            teams.start()
            yield teams
        finally:
            teams.stop()
