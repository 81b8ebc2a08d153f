"""What becomes of a message when its platform throttles, fails, hangs or lies."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot import delivery
from bot.delivery import FIRST_DELAY, LONGEST_DELAY, SEND_WITHIN, Delivery
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

NOW = datetime(2026, 12, 4, 15, tzinfo=UTC)


class Clock:
    """A clock that the test moves."""

    def __init__(self):
        self.moment = NOW

    def now(self):
        return self.moment


class Scripted:
    """A platform whose next sendings and look-ups end as the test says; without a script they succeed."""

    name = "scripted"
    pause = 0.0

    def __init__(self):
        self.sends, self.finds = [], []
        self.arrived, self.looked_for = [], []

    async def send(self, message):
        step = self.sends.pop(0) if self.sends else None
        outcome = await step(message) if callable(step) else step
        if outcome is None or getattr(outcome, "unknown", False):
            self.arrived.append(message.key)
        return outcome or Delivered(receipt=Receipt(message_id=message.key))

    async def find(self, message, *, since):
        self.looked_for.append(message.key)
        if self.finds and (error := self.finds.pop(0)):
            raise error
        return Receipt(message_id=message.key) if message.key in self.arrived else None

    async def start(self):
        """Nothing needs to be begun."""

    async def stop(self):
        """Nothing needs to be finished."""

    async def close(self):
        """Nothing needs to be let go."""


@pytest.fixture
async def store(tmp_path):
    store = open_store(f"tinydb://{tmp_path}/data")
    yield store
    await store.close()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def platform():
    return Scripted()


@pytest.fixture
def outbox(store, clock, platform):
    return Delivery(store=store, platforms={"scripted": platform}, policy=Policy(), clock=clock)


async def post(store, *keys):
    to = ConversationRef(platform="scripted", id="ana", place=Place.DIRECT)
    for key in keys:
        message = Outbound(key=key, to=to, card=Card(title="Hello", language="en"))
        await store.transact(lambda tx, message=message: tx.post(message, at=NOW))


async def row(store, key):
    return await store.transact(lambda tx: tx.outbox_row(key))


async def test_that_it_may_have_arrived_is_not_forgotten_by_a_later_refusal(store, clock, platform, outbox):
    """A lost answer, then a throttled try: before the third, it is looked for."""
    await post(store, "1:r1")
    platform.sends = [RetryAfter(problem="timeout", unknown=True), RetryAfter(problem="429", seconds=1)]
    platform.finds = [None]
    await outbox.deliver()
    platform.arrived.clear()  # the platform shows it only later
    clock.moment += timedelta(minutes=1)
    await outbox.deliver()
    platform.arrived = ["1:r1"]
    clock.moment += timedelta(minutes=1)
    await outbox.deliver()
    assert platform.arrived == ["1:r1"]
    assert (await row(store, "1:r1")).state is OutboxState.DELIVERED


async def test_a_platform_that_is_gone_for_a_while_does_not_make_it_known(store, clock, platform, outbox):
    """A start without the platform between a lost answer and the next try repeats nothing."""
    await post(store, "1:r1")
    platform.sends = [RetryAfter(problem="timeout", unknown=True)]
    await outbox.deliver()
    clock.moment += timedelta(minutes=1)
    await Delivery(store=store, platforms={}, policy=Policy(), clock=clock).deliver()
    clock.moment += timedelta(minutes=1)
    await outbox.deliver()
    assert platform.arrived == ["1:r1"]


async def test_a_look_up_that_fails_holds_up_nobody_else(store, clock, platform, outbox):
    """The others leave; the one that cannot be looked for waits, unsent, until it can."""
    await post(store, *(f"{number}:r1" for number in range(12)))
    platform.sends = [RetryAfter(problem="timeout", unknown=True)]
    platform.finds = [OSError("no route"), OSError("no route")]
    await outbox.deliver()
    assert len(platform.arrived) == 12
    for _ in range(3):
        clock.moment += timedelta(minutes=1)
        await outbox.deliver()
    assert sorted(platform.arrived) == sorted(f"{number}:r1" for number in range(12))
    assert platform.looked_for == ["0:r1"] * 3
    assert (await row(store, "0:r1")).state is OutboxState.DELIVERED


async def test_a_sending_that_hangs_is_given_up_and_the_next_one_leaves(store, platform, outbox, monkeypatch):
    """Whether it arrived is unknown, so it is looked for before it is tried again."""
    monkeypatch.setattr(delivery, "SEND_WITHIN", timedelta(milliseconds=20))
    await post(store, "1:r1", "2:r1")
    platform.sends = [lambda _message: asyncio.sleep(3600)]
    await outbox.deliver()
    assert platform.arrived == ["2:r1"]
    assert (await row(store, "1:r1")).unknown


async def test_stopping_finishes_what_was_begun_and_begins_no_more(store, platform, outbox):
    """After the stop one message is delivered and the other is as if nobody had touched it."""
    await post(store, "1:r1", "2:r1")
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def slow(message):
        begun.set()
        await may_end.wait()

    platform.sends = [slow]
    delivering = asyncio.create_task(outbox.deliver())
    await begun.wait()
    stopping = asyncio.create_task(outbox.stop())
    await asyncio.sleep(0)
    may_end.set()
    await asyncio.gather(delivering, stopping)
    assert platform.arrived == ["1:r1"]
    waiting = await row(store, "2:r1")
    assert (waiting.state, waiting.attempts, waiting.unknown) == (OutboxState.QUEUED, 0, False)


async def test_without_a_time_named_the_wait_doubles_up_to_an_hour(store, clock, platform, outbox):
    """Each wait has its jitter: between half of the doubled time and all of it."""
    await post(store, "1:r1")
    platform.sends = [RetryAfter(problem="down")] * 40
    expected = FIRST_DELAY
    for _ in range(40):
        await outbox.deliver()
        wait = (await row(store, "1:r1")).due_at - clock.moment
        assert expected / 2 <= wait <= expected
        clock.moment += wait
        expected = min(expected * 2, LONGEST_DELAY)


async def test_no_time_at_all_is_a_second(store, clock, platform, outbox):
    """A platform that says "at once" again and again is not stormed."""
    await post(store, "1:r1")
    platform.sends = [RetryAfter(problem="429", seconds=0)] * 3
    await outbox.deliver()
    assert len(platform.sends) == 2
    assert (await row(store, "1:r1")).due_at - clock.moment == timedelta(seconds=1)


def test_a_sending_ends_well_before_its_lease():
    """Nobody else takes up a message that is still being sent."""
    assert SEND_WITHIN * 3 <= delivery.LEASE
