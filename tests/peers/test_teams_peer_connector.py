"""The Bot Connector that the bot sees: whom it knows, where it can write, and how it fails."""

import asyncio

import aiohttp
import pytest

from tests.peers.teams import teams_peer
from tests.peers.teams.echo_bot import EchoBot, served


@pytest.fixture(scope="module")
def teams():
    """A Teams for the whole file."""
    with teams_peer() as teams:
        yield teams


@pytest.fixture
async def bot(teams):
    """A bot that is connected."""
    bot = EchoBot(teams.bot_connector.metadata_url)
    async with served(bot) as url:
        teams.connect(url)
        yield bot
    teams.recover()


@pytest.fixture
async def connector(teams):
    """The Bot Connector, without the SDK; returns status, body and headers."""
    async with aiohttp.ClientSession() as session:

        async def call(method, path, body=None, *, wait=5):
            timeout = aiohttp.ClientTimeout(total=wait)
            address = f"{teams.service_url}v3/{path}"
            async with session.request(method, address, json=body, timeout=timeout) as answer:
                is_json = answer.content_type == "application/json"
                return answer.status, await answer.json() if is_json else None, answer.headers

        yield call


do = asyncio.to_thread
HELLO = {"type": "message", "text": "hello"}


def at(teams, place):
    return f"conversations/{teams.conversation(place)}/activities"


async def test_message_of_its_own_accord_is_shown_and_edited(teams, bot):
    """The bot opens somebody's conversation by their id in the tenant, writes, and changes what it wrote."""
    member = {"id": teams.sam.id}
    place = await bot.opens(teams.service_url, member, teams.tenant_id)
    number = await bot.send(teams.service_url, place, text="a reminder")
    await bot.update(teams.service_url, place, number, text="it was done")
    message = teams.sam.inbox[-1]
    assert (message.id, message.text, message.before) == (number, "it was done", [("a reminder", [])])


@pytest.mark.parametrize("which", ["aadObjectId", "id"])
async def test_people_are_known_by_either_id(teams, connector, which):
    """Their id in the tenant, or the one for this bot; the answer has both, the e-mail and the account's name."""
    member = teams.server.members["lea"].account
    status, found, _ = await connector(
        "GET", f"conversations/{teams.conversation('lea')}/members/{member[which]}"
    )
    assert status == 200
    assert (found["aadObjectId"], found["email"]) == (teams.lea.id, "lea@example.org")
    assert found["userPrincipalName"] == "lea@example.org"


async def test_strangers_are_refused(teams, connector):
    """Somebody whom the tenant does not know has no conversation, and is no member of one."""
    status, answer, _ = await connector("POST", "conversations", {"members": [{"id": "29:1nobody"}]})
    assert (status, answer["error"]["code"]) == (400, "BadArgument")
    status, answer, _ = await connector(
        "GET", f"conversations/{teams.conversation('ana')}/members/29:1nobody"
    )
    assert (status, answer["error"]["code"]) == (404, "MemberNotFoundInConversation")


async def test_channel_has_members_and_takes_posts(teams, connector):
    """What is posted to a channel begins a thread; all six people are there."""
    where = {
        "isGroup": True,
        "channelData": {"channel": {"id": teams.conversation("promises")}},
        "activity": HELLO,
    }
    status, answer, _ = await connector("POST", "conversations", where)
    assert status == 201
    assert answer["id"].endswith(f";messageid={answer['activityId']}")
    status, sent, _ = await connector("POST", at(teams, "promises"), HELLO)
    assert teams.messages("promises")[-1].conversation.endswith(f";messageid={sent['id']}")
    _, found, _ = await connector("GET", f"conversations/{teams.conversation('promises')}/pagedmembers")
    assert len(found["members"]) == 6
    _, team, _ = await connector("GET", f"teams/{teams.team_id}")
    assert team["name"] == "Engagement"


async def test_deleted_message_is_gone(teams, connector):
    """What the playground itself cannot do."""
    _, sent, _ = await connector("POST", at(teams, "steering"), HELLO)
    status, _, _ = await connector("DELETE", f"{at(teams, 'steering')}/{sent['id']}")
    assert status == 200
    assert sent["id"] not in {message.id for message in teams.messages("steering")}
    status, _, _ = await connector("DELETE", f"{at(teams, 'steering')}/{sent['id']}")
    assert status == 404


async def test_messages_of_one_millisecond_are_told_apart(teams, connector):
    """A hundred at once have a hundred ids, and all of them are shown."""
    before = len(teams.messages("steering"))
    sent = await asyncio.gather(*(connector("POST", at(teams, "steering"), HELLO) for _ in range(100)))
    assert len({answer["id"] for _, answer, _ in sent}) == 100
    assert len(teams.messages("steering")) == before + 100


async def test_throttled_call_says_when_to_come_back(teams, connector):
    """429 with Retry-After, as often as asked for and where asked for; then everything is well."""
    before = teams.messages("dana")
    teams.fail(429, headers={"Retry-After": "7"}, times=2, place="dana")
    for _ in range(2):
        status, answer, headers = await connector("POST", at(teams, "dana"), HELLO)
        assert (status, headers["Retry-After"]) == (429, "7")
        assert "error" in answer
        assert (await connector("POST", at(teams, "luc"), HELLO))[0] == 201
    assert teams.messages("dana") == before
    assert (await connector("POST", at(teams, "dana"), HELLO))[0] == 201


@pytest.mark.parametrize("status", [412, 502, 504])
@pytest.mark.parametrize("delivered", [False, True])
async def test_failed_call_may_have_been_performed(teams, connector, status, delivered):
    """Teams says that something went wrong; only Teams knows whether the message arrived."""
    before = len(teams.messages("dana"))
    teams.fail(status, after_delivery=delivered)
    assert (await connector("POST", at(teams, "dana"), HELLO))[0] == status
    assert len(teams.messages("dana")) == before + delivered


@pytest.mark.parametrize("delivered", [False, True])
async def test_lost_answer(teams, connector, delivered):
    """The connection ends without an answer."""
    before = len(teams.messages("dana"))
    teams.fail(None, after_delivery=delivered)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await connector("POST", at(teams, "dana"), HELLO)
    assert len(teams.messages("dana")) == before + delivered
    assert teams.calls[-1].status == 0


async def test_slow_call_is_given_up(teams, connector):
    """A client that does not wait learns nothing."""
    teams.fail(None, seconds=5)
    with pytest.raises(TimeoutError):
        await connector("POST", at(teams, "dana"), HELLO, wait=0.05)


async def test_who_blocks_engage_is_not_written_to(teams, bot, connector):
    """403 MessageWritesBlocked until they unblock it; after an uninstallation it is another code."""
    teams.luc.blocks()
    status, answer, _ = await connector("POST", at(teams, "luc"), HELLO)
    assert (status, answer["error"]["code"]) == (403, "MessageWritesBlocked")
    teams.luc.unblocks()
    assert (await connector("POST", at(teams, "luc"), HELLO))[0] == 201
    await do(teams.luc.uninstalls)
    assert (bot.heard[-1]["type"], bot.heard[-1]["action"]) == ("installationUpdate", "remove")
    assert bot.heard[-1]["from"]["aadObjectId"] == teams.luc.id
    status, answer, _ = await connector("POST", "conversations", {"members": [{"id": teams.luc.id}]})
    assert (status, answer["error"]["code"]) == (403, "BotNotInConversationRoster")
    await do(teams.luc.installs)
    assert [one["type"] for one in bot.heard[-2:]] == ["installationUpdate", "conversationUpdate"]
    assert (await connector("POST", at(teams, "luc"), HELLO))[0] == 201


async def test_bot_comes_back_elsewhere(teams):
    """The playground keeps its one address of the bot; the bot may start again at any port."""
    for _ in range(2):
        bot = EchoBot(teams.bot_connector.metadata_url)
        async with served(bot) as url:
            teams.connect(url)
            assert len(await do(teams.ana.says, "are you there?")) == 1


async def test_service_url_changes(teams, bot, connector):
    """Activities name the new address at once; the old one is dead."""
    old = teams.service_url
    teams.move("emea")
    try:
        await do(teams.ana.says, "hello")
        assert bot.heard[-1]["serviceUrl"] == teams.service_url != old
        assert teams.calls[-1].status == 201
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{old}v3/{at(teams, 'ana')}", json=HELLO) as gone,
        ):
            assert gone.status == 404
    finally:
        teams.move("connector")


def test_nothing_leaves_this_machine(teams):
    """The playground neither reported what it was used for nor tried to."""
    assert teams.refused == []
