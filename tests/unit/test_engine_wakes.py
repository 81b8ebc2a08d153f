"""What is queued leaves at once, whatever is being sent at that moment: nothing waits for the next sweep."""

import asyncio
from contextlib import suppress

import pytest

from bot.config import load_config
from bot.domain.people import Identity
from bot.engine import build_engine
from bot.messages import (
    Answering,
    ConversationRef,
    Delivered,
    Inbound,
    Place,
    Profile,
    Receipt,
    Typed,
)
from storage import open_store
from tests.support.host import SetClock
from tests.support.world import APP_YAML, MONDAY

MANY = 120
WITHIN = 10
"""Seconds after which it was forgotten."""


class Slow:
    """A platform that takes some turns of the event loop for each message."""

    name = "scripted"
    pause = 0.0

    def __init__(self):
        self.arrived = []
        self.has_all, self.is_open = asyncio.Event(), asyncio.Event()
        self.is_open.set()

    async def send(self, message):
        await self.is_open.wait()
        for _ in range(len(self.arrived) % 5):
            await asyncio.sleep(0)
        self.arrived.append(message.key)
        if len(self.arrived) == MANY:
            self.has_all.set()
        return Delivered(receipt=Receipt(message_id=message.key))

    async def find(self, message, *, since):
        return None


@pytest.fixture
def platform():
    return Slow()


@pytest.fixture
async def engine(tmp_path, platform):
    (tmp_path / "app.yaml").write_text(APP_YAML)
    store = open_store(f"tinydb://{tmp_path}/data")
    engine = build_engine(load_config(tmp_path / "app.yaml", {}), store, [platform], SetClock(MONDAY))
    delivering = asyncio.create_task(engine.deliver_when_woken())
    yield engine
    delivering.cancel()
    with suppress(asyncio.CancelledError):
        await delivering
    await store.close()


def asks_for_help(number, user):
    ana = Profile(identity=Identity(platform="scripted", user=user), name=user, handle=user, language="en")
    return Inbound(
        event_id=str(number),
        conversation=ConversationRef(platform="scripted", id=user, place=Place.DIRECT),
        sender=ana,
        said=Typed(text="help"),
        answering=Answering(),
    )


@pytest.mark.parametrize("people", [1, 3])
async def test_what_is_queued_while_a_lane_ends_is_not_forgotten(engine, platform, people):
    """Answers come at every moment of the one before, and each is sent, in its conversation's order."""
    async with asyncio.timeout(WITHIN):
        for number in range(MANY):
            for _ in range(number):
                await asyncio.sleep(0)
            await engine.receive(asks_for_help(number, f"user-{number % people}"))
        await platform.has_all.wait()
    for user in range(people):
        numbers = [int(key.rpartition(":")[2]) for key in platform.arrived]
        assert [number for number in numbers if number % people == user] == [*range(user, MANY, people)]


@pytest.mark.parametrize("people", [1, MANY])
async def test_what_is_queued_while_nothing_can_be_sent_arrives(engine, platform, people):
    """A hundred and twenty answers, to one person or to as many, wait until the platform is back."""
    platform.is_open.clear()
    async with asyncio.timeout(WITHIN):
        for number in range(MANY):
            await engine.receive(asks_for_help(number, f"user-{number % people}"))
        platform.is_open.set()
        await platform.has_all.wait()
    assert len(set(platform.arrived)) == MANY
