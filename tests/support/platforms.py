"""The platforms that the contract suite goes through: each opens with Ana's conversation in it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from adapters.playground.platform import Playground
from adapters.slack.platform import Slack
from adapters.slack.settings import SlackSettings
from adapters.teams.credentials import Credentials
from adapters.teams.platform import Teams
from adapters.teams.settings import TeamsSettings
from bot.messages import Address, ConversationRef, Place, Reply
from bot.ports import Platform
from tests.peers.slack import SlackPeer, slack_peer
from tests.peers.teams import TeamsPeer, teams_peer
from tests.support.mailbox import Mailbox, home_of
from tests.support.teams_bot import TOKEN, emptied

RUNNING = ExitStack()
"""Ends with the last of the tests."""


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

    `shown` returns the titles that she sees there now; on a home page, that of the page. `finds` says whether
    the platform lets a bot look for what it sent. `address` is how her conversation is reached.
    """

    platform: Platform
    here: ConversationRef
    nowhere: ConversationRef
    home: ConversationRef | None
    shown: Callable[[ConversationRef], Awaitable[list[str]]]
    finds: bool = True
    address: Address = field(default_factory=dict)


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


@cache
def _tenant() -> TeamsPeer:
    return RUNNING.enter_context(teams_peer())


@cache
def _emptied(_directory: Path) -> TeamsPeer:
    return emptied(_tenant())


@asynccontextmanager
async def teams(directory: Path) -> AsyncIterator[Setting]:
    peer = _emptied(directory)
    ana = peer.ana.member
    platform = Teams(TeamsSettings(app_id=peer.app_id, password="-", tenant_id=peer.tenant_id))
    platform.connect(NobodyThere().receive)

    async def shown(_where: ConversationRef) -> list[str]:
        return [each.words[0] for each in peer.ana.inbox]

    async def token(_credentials: Credentials) -> str:
        return TOKEN

    address = {"service_url": peer.service_url, "tenant": peer.tenant_id, "bot": peer.bot_id}
    with patch.object(Credentials, "token", token):
        await platform.start()
        yield Setting(
            platform=platform,
            here=_direct("teams", ana.aad),
            nowhere=_channel("teams", "19:nowhere@thread.tacv2"),
            home=None,
            shown=shown,
            finds=False,
            address=address,
        )
        await platform.stop()
        await platform.close()


Opening = Callable[[Path], AbstractAsyncContextManager[Setting]]
PLATFORMS: dict[str, Opening] = {"playground": playground, "mailbox": mailbox, "slack": slack, "teams": teams}
"""Each opens its platform over a directory; opened again, it remembers what was sent."""


def _direct(platform: str, user: str) -> ConversationRef:
    return ConversationRef(platform=platform, id=user, place=Place.DIRECT)


def _channel(platform: str, name: str) -> ConversationRef:
    return ConversationRef(platform=platform, id=name, place=Place.CHANNEL)
