"""Each conversation is a lane of its own: in order within it, and none waits for another."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery import Delivery
from bot.domain.policy import Policy
from bot.messages import (
    Card,
    ConversationRef,
    Delivered,
    Outbound,
    OutboxState,
    Place,
    Receipt,
    RetryAfter,
)
from storage import open_store
from tests.support.host import SetClock

NOW = datetime(2026, 12, 4, 15, tzinfo=UTC)
AT_MOST = 32
PAUSE = 0.03
SOON = 5
"""Seconds after which a test gives up; none of them waits for so long unless something is wrong."""


class Lanes:
    """A platform that notes what arrives when, and does first whatever the test says of a message."""

    name = "scripted"

    def __init__(self):
        self.pause = 0.0
        self.arrived, self.at, self.first = [], {}, {}
        self.sending = self.most = 0

    async def send(self, message):
        self.sending += 1
        self.most = max(self.most, self.sending)
        try:
            outcome = await self.first[message.key](message) if message.key in self.first else None
        finally:
            self.sending -= 1
        if outcome is None:
            self.arrived.append(message.key)
            self.at[message.key] = asyncio.get_running_loop().time()
        return outcome or Delivered(receipt=Receipt(message_id=message.key))

    async def find(self, message, *, since):
        return None


def to(user):
    return ConversationRef(platform="scripted", id=user, place=Place.DIRECT)


async def post(store, *messages):
    """Queue (user, key) in one transaction."""
    card = Card(title="Hello", language="en")

    def work(tx):
        for user, key in messages:
            tx.post(Outbound(key=key, to=to(user), card=card), at=NOW)

    await store.transact(work)


@pytest.fixture
async def store(tmp_path):
    store = open_store(f"tinydb://{tmp_path}/data")
    yield store
    await store.close()


@pytest.fixture
def clock():
    return SetClock(NOW)


@pytest.fixture
def lanes():
    return Lanes()


@pytest.fixture
def outbox(store, clock, lanes):
    return Delivery(store=store, platforms={"scripted": lanes}, policy=Policy(), clock=clock)


async def states(store, *keys):
    return await store.transact(lambda tx: [tx.outbox_row(key).state for key in keys])


async def until(holds):
    """Let the others run until this holds; the caller says for how long at most."""
    for _ in iter(lambda: bool(holds()), True):
        await asyncio.sleep(0.001)


async def hangs(_message):
    await asyncio.Event().wait()


async def end(tasks):
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_one_that_hangs_holds_up_no_other(store, lanes, outbox):
    """Neither those that waited with it nor those that come later; its own next one waits."""
    lanes.first["ana-1"] = hangs
    await post(store, ("ana", "ana-1"), ("ana", "ana-2"), ("sam", "sam-1"))
    running = set(await outbox.begin())
    await post(store, ("sam", "sam-2"), ("luc", "luc-1"))
    async with asyncio.timeout(SOON):
        while len(lanes.arrived) < 3:
            await asyncio.sleep(0)
            running |= await outbox.begin()
    assert sorted(lanes.arrived) == ["luc-1", "sam-1", "sam-2"]
    await end(running)


async def test_within_a_conversation_the_order_is_kept(store, lanes, outbox):
    """Whoever sends at the same time, and however long each takes."""

    async def slowly(message):
        for _ in range(len(message.key) + ord(message.key[-1]) % 7):
            await asyncio.sleep(0)

    posted = [(user, f"{user}-{number}") for number in range(12) for user in ("ana", "sam", "luc")]
    lanes.first = {key: slowly for _, key in posted}
    await post(store, *posted)
    await asyncio.gather(outbox.deliver(), outbox.deliver())
    for user in ("ana", "sam", "luc"):
        assert [key for key in lanes.arrived if key.startswith(user)] == [f"{user}-{n}" for n in range(12)]


async def test_a_conversation_rests_between_two_messages_and_others_do_not(store, lanes, outbox):
    """The platform's pause is that of a conversation."""
    lanes.pause = PAUSE
    await post(
        store, ("ana", "ana-1"), ("ana", "ana-2"), ("ana", "ana-3"), ("sam", "sam-1"), ("luc", "luc-1")
    )
    await outbox.deliver()
    at = lanes.at
    assert at["ana-2"] - at["ana-1"] >= PAUSE * 0.99
    assert at["ana-3"] - at["ana-2"] >= PAUSE * 0.99
    assert max(at["sam-1"], at["luc-1"]) < at["ana-2"]


async def test_the_pause_outlives_the_lane(store, lanes, outbox):
    """What is queued right after the last message has left rests as well."""
    lanes.pause = PAUSE
    await post(store, ("ana", "ana-1"))
    await outbox.deliver()
    await post(store, ("ana", "ana-2"))
    await outbox.deliver()
    assert lanes.at["ana-2"] - lanes.at["ana-1"] >= PAUSE * 0.99


async def test_told_to_wait_a_conversation_waits_and_no_other_does(store, clock, lanes, outbox):
    """All of that conversation waits, in its order, for as long as the platform said."""

    async def throttled(_message):
        lanes.first.clear()
        return RetryAfter(problem="ratelimited", seconds=30)

    lanes.first["ana-1"] = throttled
    await post(store, ("ana", "ana-1"), ("ana", "ana-2"), ("sam", "sam-1"))
    await outbox.deliver()
    await post(store, ("ana", "ana-3"), ("sam", "sam-2"))
    for seconds in (0, 29):
        clock.moment = NOW + timedelta(seconds=seconds)
        await outbox.deliver()
        assert lanes.arrived == ["sam-1", "sam-2"]
    clock.moment = NOW + timedelta(seconds=31)
    await outbox.deliver()
    assert lanes.arrived == ["sam-1", "sam-2", "ana-1", "ana-2", "ana-3"]


async def test_so_many_at_once_and_no_more(store, lanes, outbox):
    """Twenty conversations are served by eight hands."""

    async def yields(_message):
        for _ in range(20):
            await asyncio.sleep(0)

    lanes.first = {f"{user}": yields for user in range(60)}
    await post(store, *((str(user), str(user)) for user in range(60)))
    await outbox.deliver()
    assert len(lanes.arrived) == 60
    assert lanes.most == AT_MOST


async def test_stopping_waits_for_all_that_was_begun_and_begins_no_other(store, lanes, outbox):
    """Of twenty conversations, eight are being sent to: these end, and the others are not begun."""
    may_end = asyncio.Event()

    async def slow(_message):
        await may_end.wait()

    lanes.first = {f"{user}": slow for user in range(60)}
    await post(store, *((str(user), str(user)) for user in range(60)))
    running = await outbox.begin()
    async with asyncio.timeout(SOON):
        await until(lambda: lanes.sending == AT_MOST)
        stopping = asyncio.create_task(outbox.stop())
        await asyncio.sleep(0)
        assert not stopping.done()
        may_end.set()
        await stopping
    assert len(lanes.arrived) == AT_MOST
    rest = {str(user) for user in range(60)} - set(lanes.arrived)
    assert set(await states(store, *rest)) == {OutboxState.QUEUED}
    assert all(task.done() for task in running)


async def test_stopping_does_not_send_what_waits_for_the_pause(store, lanes, outbox):
    """A conversation that rests is not sent another one."""
    lanes.pause = PAUSE
    await post(store, ("ana", "ana-1"), ("ana", "ana-2"))
    await outbox.begin()
    async with asyncio.timeout(SOON):
        await until(lambda: lanes.arrived)
        await asyncio.sleep(PAUSE / 3)
        assert await states(store, "ana-1") == [OutboxState.DELIVERED]
        await outbox.stop()
    assert lanes.arrived == ["ana-1"]
    assert await states(store, "ana-1", "ana-2") == [OutboxState.DELIVERED, OutboxState.QUEUED]


async def throttled_for_long(_message):
    return RetryAfter(problem="ratelimited", seconds=600)


@pytest.mark.parametrize("why", [hangs, throttled_for_long])
async def test_a_backlog_of_one_conversation_starves_no_other(store, lanes, outbox, why):
    """Two thousand messages wait for Ana, who cannot be sent to; Sam's, queued last, leaves at once."""
    lanes.first["ana-0"] = why
    await post(store, *(("ana", f"ana-{number}") for number in range(2000)), ("sam", "sam-1"))
    running = set(await outbox.begin())
    for _ in range(100):
        await asyncio.sleep(0.001)
        running |= await outbox.begin()
    await end(running)
    assert lanes.arrived == ["sam-1"]
