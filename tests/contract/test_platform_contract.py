"""What every platform promises (`bot.ports.Platform`). One joins with a line in `tests.support.platforms`."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest

from bot.messages import Card, ConversationRef, Delivered, Outbound, Place, Receipt, Rejected
from tests.support.platforms import PLATFORMS, RUNNING, Setting

NOW = datetime.now(UTC)


@pytest.fixture(scope="module", autouse=True)
def _ended():
    with RUNNING:
        yield


def message(to: ConversationRef, key: str = "12:r1", title: str = "One promise needs you") -> Outbound:
    return Outbound(key=key, to=to, card=Card(title=title, language="en"))


def edit(of: Receipt, to: ConversationRef, title: str, key: str = "12:r1:12v3") -> Outbound:
    return replace(message(to, key, title), edits=of.message_id)


async def sent(at: Setting, outbound: Outbound) -> Receipt:
    """Send what is to be delivered; return its receipt."""
    result = await at.platform.send(replace(outbound, address=at.address))
    assert isinstance(result, Delivered)
    return result.receipt


@pytest.fixture(params=PLATFORMS)
def opened(request, tmp_path) -> Callable[[], AbstractAsyncContextManager[Setting]]:
    """The opening of each platform in turn."""
    return partial(PLATFORMS[request.param], tmp_path)


async def test_sent_means_that_a_receipt_came_back(opened):
    """A delivered message has the platform's own id, and its name is that of its conversations."""
    async with opened() as at:
        assert at.platform.name == at.here.platform
        assert at.platform.pause >= 0
        assert (await sent(at, message(at.here))).message_id
        assert await at.shown(at.here) == ["One promise needs you"]


async def test_what_was_sent_is_found_by_its_key(opened):
    """So a message whose answer was lost is not sent again; one that never left is not found.

    A platform whose messages a bot may not read finds none.
    """
    async with opened() as at:
        assert await at.platform.find(message(at.here), since=NOW) is None
        receipt = await sent(at, message(at.here))
        assert await at.platform.find(message(at.here), since=NOW) == (receipt if at.finds else None)
        assert await at.platform.find(message(at.here, key="12:r2"), since=NOW) is None


async def test_what_was_sent_is_found_after_a_restart(opened):
    """The key outlives the process that sent it, where it can be looked for at all."""
    async with opened() as at:
        await sent(at, message(at.here))
    async with opened() as at:
        assert (await at.platform.find(message(at.here), since=NOW) is not None) == at.finds


async def test_a_conversation_that_does_not_exist_is_rejected(opened):
    """What can never arrive is said once and not raised."""
    async with opened() as at:
        nowhere = replace(message(at.nowhere), address=at.address)
        assert isinstance(await at.platform.send(nowhere), Rejected)


async def test_an_edit_takes_the_place_of_its_message(opened):
    """The others stay where they are, and a second edit takes the place of the first."""
    async with opened() as at:
        await sent(at, message(at.here, "1:r1", "Before"))
        receipt = await sent(at, message(at.here))
        await sent(at, message(at.here, "2:r1", "After"))
        await sent(at, edit(receipt, at.here, "No open promise here any more"))
        assert await at.shown(at.here) == ["Before", "No open promise here any more", "After"]
        await sent(at, edit(receipt, at.here, "One promise needs you again", "12:r1:12v4"))
        assert await at.shown(at.here) == ["Before", "One promise needs you again", "After"]


async def test_an_edit_that_is_repeated_changes_nothing_more(opened):
    """Whoever does not know whether it arrived sends it again; so does an edit that changes nothing."""
    async with opened() as at:
        receipt = await sent(at, message(at.here))
        for _ in range(2):
            await sent(at, edit(receipt, at.here, "No open promise here any more"))
        await sent(at, edit(receipt, at.here, "No open promise here any more", "12:r1:12v5"))
        assert await at.shown(at.here) == ["No open promise here any more"]


async def test_a_message_is_edited_after_a_restart(opened):
    """Its receipt is as good as before, and so is what its edit showed."""
    async with opened() as at:
        receipt = await sent(at, message(at.here))
    async with opened() as at:
        await sent(at, edit(receipt, at.here, "No open promise here any more"))
    async with opened() as at:
        assert await at.shown(at.here) == ["No open promise here any more"]
        assert await at.platform.find(message(at.here), since=NOW) == (receipt if at.finds else None)


@pytest.mark.parametrize("unknown", ["999999", "no such id"])
async def test_an_edit_of_a_message_that_is_not_there_is_rejected(opened, unknown):
    """It was deleted: nothing is shown in its stead, and trying again would never help."""
    async with opened() as at:
        await sent(at, message(at.here))
        there = edit(Receipt(message_id=unknown), at.here, "No open promise here any more")
        assert isinstance(await at.platform.send(replace(there, address=at.address)), Rejected)
        assert await at.shown(at.here) == ["One promise needs you"]


async def test_a_home_page_shows_the_last_card_alone(opened):
    """Each takes the place of all that was there; a platform without such pages rejects it."""
    async with opened() as at:
        home = at.home or replace(at.here, place=Place.HOME)
        first = await at.platform.send(message(home, "home:p1:e1", "Your open promises: 1"))
        if at.home is None:
            assert isinstance(first, Rejected)
            assert await at.shown(at.here) == []
            return
        assert isinstance(first, Delivered)
        await sent(at, message(at.here))
        await sent(at, message(home, "home:p1:e2", "Your open promises: 2"))
        assert await at.shown(home) == ["Your open promises: 2"]
        assert await at.shown(at.here) == ["One promise needs you"]
