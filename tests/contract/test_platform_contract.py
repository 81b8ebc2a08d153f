"""What every platform promises (`bot.ports.Platform`). A platform joins with a line in `PLATFORMS`."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.playground.platform import Playground
from bot.messages import Card, ConversationRef, Delivered, Outbound, Place, Rejected, Reply
from bot.ports import Platform
from tests.support.mailbox import Mailbox

NOW = datetime.now(UTC)


class NobodyThere:
    """Hears nobody and sweeps nothing: a platform that only sends needs neither."""

    async def receive(self, _inbound: object) -> Reply:
        return Reply()

    async def sweep(self) -> None:
        pass

    async def next_moment(self) -> None:
        return None

    async def next_reminder(self) -> None:
        return None


@asynccontextmanager
async def playground(directory: Path) -> AsyncIterator[tuple[Platform, ConversationRef, ConversationRef]]:
    core = NobodyThere()
    platform = Playground(directory / "chat.jsonl")
    platform.connect(receive=core.receive, sweeper=core)
    await platform.start()
    yield platform, _direct("playground", "ana"), _channel("playground", "no-such-channel")
    await platform.stop()


@asynccontextmanager
async def mailbox(directory: Path) -> AsyncIterator[tuple[Platform, ConversationRef, ConversationRef]]:
    yield Mailbox(directory), _direct("mailbox", "ana"), _channel("mailbox", "archived")


Opening = Callable[[Path], AbstractAsyncContextManager[tuple[Platform, ConversationRef, ConversationRef]]]
PLATFORMS: dict[str, Opening] = {"playground": playground, "mailbox": mailbox}
"""Each gives a platform, a conversation that exists, and one that does not."""


def _direct(platform: str, user: str) -> ConversationRef:
    return ConversationRef(platform=platform, id=user, place=Place.DIRECT)


def _channel(platform: str, name: str) -> ConversationRef:
    return ConversationRef(platform=platform, id=name, place=Place.CHANNEL)


def message(to: ConversationRef, key: str = "12:r1") -> Outbound:
    return Outbound(key=key, to=to, card=Card(title="One promise needs you", language="en"))


@pytest.fixture(params=PLATFORMS)
def platform(request):
    """The opening of each platform in turn."""
    return PLATFORMS[request.param]


async def test_sent_means_that_a_receipt_came_back(platform, tmp_path):
    """A delivered message has the platform's own id, and its name is that of its conversations."""
    async with platform(tmp_path) as (sender, here, _):
        assert sender.name == here.platform
        result = await sender.send(message(here))
        assert isinstance(result, Delivered)
        assert result.receipt.message_id


async def test_what_was_sent_is_found_by_its_key(platform, tmp_path):
    """So a message whose answer was lost is not sent again; one that never left is not found."""
    async with platform(tmp_path) as (sender, here, _):
        assert await sender.find(message(here), since=NOW) is None
        result = await sender.send(message(here))
        assert isinstance(result, Delivered)
        assert await sender.find(message(here), since=NOW) == result.receipt
        assert await sender.find(message(here, key="12:r2"), since=NOW) is None


async def test_what_was_sent_is_found_after_a_restart(platform, tmp_path):
    """The key outlives the process that sent it."""
    async with platform(tmp_path) as (sender, here, _):
        await sender.send(message(here))
    async with platform(tmp_path) as (sender, here, _):
        assert await sender.find(message(here), since=NOW) is not None


async def test_a_conversation_that_does_not_exist_is_rejected(platform, tmp_path):
    """What can never arrive is said once and not raised."""
    async with platform(tmp_path) as (sender, _, nowhere):
        assert isinstance(await sender.send(message(nowhere)), Rejected)
