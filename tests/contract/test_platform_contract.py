"""What every platform promises (`bot.ports.Platform`). A platform joins with a line in `PLATFORMS`."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

import pytest

from adapters.playground.platform import Playground
from adapters.slack.platform import Slack
from adapters.slack.settings import SlackSettings
from bot.messages import Card, ConversationRef, Delivered, Outbound, Place, Receipt, Rejected, Reply
from bot.ports import Platform
from tests.peers.slack import SlackPeer, slack_peer
from tests.support.mailbox import Mailbox, home_of

NOW = datetime.now(UTC)
RUNNING = ExitStack()  # ends with the last of these tests


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


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A platform with Ana's conversation, one that does not exist, and her home page if it has such pages.

    `shown` returns the titles that she sees there now; on a home page, that of the page.
    """

    platform: Platform
    here: ConversationRef
    nowhere: ConversationRef
    home: ConversationRef | None
    shown: Callable[[ConversationRef], Awaitable[list[str]]]


@asynccontextmanager
async def playground(directory: Path) -> AsyncIterator[Setting]:
    core = NobodyThere()
    platform = Playground(directory / "chat.jsonl")
    platform.connect(receive=core.receive, sweeper=core)

    async def shown(where: ConversationRef) -> list[str]:
        found, _ = platform.conversations.recent("ana", where.id, before=None, limit=50)
        return [each.card.title for each in found if each.card]

    await platform.start()
    yield Setting(
        platform=platform,
        here=_direct("playground", "ana"),
        nowhere=_channel("playground", "no-such-channel"),
        home=None,
        shown=shown,
    )
    await platform.stop()
    await platform.close()


@asynccontextmanager
async def mailbox(directory: Path) -> AsyncIterator[Setting]:
    platform = Mailbox(directory)

    async def shown(where: ConversationRef) -> list[str]:
        if where.place is Place.HOME:
            page = platform.home(where.id)
            return [page.title] if page else []
        return [each.card.title for each in platform.messages() if each.to == where]

    yield Setting(
        platform=platform,
        here=_direct("mailbox", "ana"),
        nowhere=_channel("mailbox", "archived"),
        home=home_of("ana"),
        shown=shown,
    )


@cache
def _workspace() -> SlackPeer:
    return RUNNING.enter_context(slack_peer())


@cache
def _somebody(_directory: Path) -> str:
    return _workspace().add_user(name=f"ana{len(_workspace().calls)}", real_name="Ana Reyes")


@asynccontextmanager
async def slack(directory: Path) -> AsyncIterator[Setting]:
    peer, ana = _workspace(), _somebody(directory)
    platform = Slack(SlackSettings(bot_token=peer.bot_token, signing_secret="-", api_url=peer.api_url))
    platform.connect(NobodyThere().receive)

    async def shown(where: ConversationRef) -> list[str]:
        if where.place is Place.HOME:
            return [peer.home(ana)["blocks"][0]["elements"][0]["elements"][0]["text"]]
        return [each["text"] for each in peer.messages(ana)]

    await platform.start()
    home = replace(_direct("slack", ana), place=Place.HOME)
    nowhere = _channel("slack", "C0NOWHERE")
    yield Setting(platform=platform, here=_direct("slack", ana), nowhere=nowhere, home=home, shown=shown)
    await platform.stop()
    await platform.close()


@pytest.fixture(scope="module", autouse=True)
def _ended():
    with RUNNING:
        yield


Opening = Callable[[Path], AbstractAsyncContextManager[Setting]]
PLATFORMS: dict[str, Opening] = {"playground": playground, "mailbox": mailbox, "slack": slack}
"""Each opens its platform over a directory; opened again, it remembers what was sent."""


def _direct(platform: str, user: str) -> ConversationRef:
    return ConversationRef(platform=platform, id=user, place=Place.DIRECT)


def _channel(platform: str, name: str) -> ConversationRef:
    return ConversationRef(platform=platform, id=name, place=Place.CHANNEL)


def message(to: ConversationRef, key: str = "12:r1", title: str = "One promise needs you") -> Outbound:
    return Outbound(key=key, to=to, card=Card(title=title, language="en"))


def edit(of: Receipt, to: ConversationRef, title: str, key: str = "12:r1:12v3") -> Outbound:
    return replace(message(to, key, title), edits=of.message_id)


async def sent(at: Setting, outbound: Outbound) -> Receipt:
    """Send what is to be delivered; return its receipt."""
    result = await at.platform.send(outbound)
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
    """So a message whose answer was lost is not sent again; one that never left is not found."""
    async with opened() as at:
        assert await at.platform.find(message(at.here), since=NOW) is None
        receipt = await sent(at, message(at.here))
        assert await at.platform.find(message(at.here), since=NOW) == receipt
        assert await at.platform.find(message(at.here, key="12:r2"), since=NOW) is None


async def test_what_was_sent_is_found_after_a_restart(opened):
    """The key outlives the process that sent it."""
    async with opened() as at:
        await sent(at, message(at.here))
    async with opened() as at:
        assert await at.platform.find(message(at.here), since=NOW) is not None


async def test_a_conversation_that_does_not_exist_is_rejected(opened):
    """What can never arrive is said once and not raised."""
    async with opened() as at:
        assert isinstance(await at.platform.send(message(at.nowhere)), Rejected)


async def test_an_edit_takes_the_place_of_its_message(opened):
    """The others stay where they are, and a second edit takes the place of the first."""
    async with opened() as at:
        await sent(at, message(at.here, "1:r1", "Before"))
        receipt = await sent(at, message(at.here))
        await sent(at, message(at.here, "2:r1", "After"))
        await sent(at, edit(receipt, at.here, "Nothing here is open any more"))
        assert await at.shown(at.here) == ["Before", "Nothing here is open any more", "After"]
        await sent(at, edit(receipt, at.here, "One promise needs you again", "12:r1:12v4"))
        assert await at.shown(at.here) == ["Before", "One promise needs you again", "After"]


async def test_an_edit_that_is_repeated_changes_nothing_more(opened):
    """Whoever does not know whether it arrived sends it again; so does an edit that changes nothing."""
    async with opened() as at:
        receipt = await sent(at, message(at.here))
        for _ in range(2):
            await sent(at, edit(receipt, at.here, "Nothing here is open any more"))
        await sent(at, edit(receipt, at.here, "Nothing here is open any more", "12:r1:12v5"))
        assert await at.shown(at.here) == ["Nothing here is open any more"]


async def test_a_message_is_edited_after_a_restart(opened):
    """Its receipt is as good as before, and so is what its edit showed."""
    async with opened() as at:
        receipt = await sent(at, message(at.here))
    async with opened() as at:
        await sent(at, edit(receipt, at.here, "Nothing here is open any more"))
    async with opened() as at:
        assert await at.shown(at.here) == ["Nothing here is open any more"]
        assert await at.platform.find(message(at.here), since=NOW) == receipt


@pytest.mark.parametrize("unknown", ["999999", "no such id"])
async def test_an_edit_of_a_message_that_is_not_there_is_rejected(opened, unknown):
    """It was deleted: nothing is shown in its stead, and trying again would never help."""
    async with opened() as at:
        await sent(at, message(at.here))
        there = edit(Receipt(message_id=unknown), at.here, "Nothing here is open any more")
        assert isinstance(await at.platform.send(there), Rejected)
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
