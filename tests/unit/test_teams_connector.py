"""The SDK's client speaks for our bot, promptly and once."""

import asyncio
from urllib.parse import quote

import pytest
from botbuilder.core import CloudAdapterBase
from botbuilder.schema import Activity, ConversationAccount, ConversationParameters

from adapters.teams.connector import MOST_CLIENTS, Authentication
from adapters.teams.credentials import Credentials, CredentialsError
from adapters.teams.settings import TeamsSettings
from tests.support.entra import Entra
from tests.support.teams_connector import ODD_ID, SETTINGS, authentication_of, message, running, send


@pytest.fixture
async def connector():
    async with running() as connector:
        yield connector


@pytest.fixture
async def authentication():
    async with authentication_of() as authentication:
        yield authentication


async def test_a_message_is_sent_as_our_bot(connector, authentication):
    """To the conversation of that id, whatever is in it; and sent means that an id came back."""
    assert (await send(authentication, connector)).id == "1:message"
    ((method, path, headers, body),) = connector.asked
    assert (method, path) == ("POST", f"/teams/v3/conversations/{ODD_ID}/activities")
    assert connector.raw_path == f"/teams/v3/conversations/{quote(ODD_ID, safe='')}/activities"
    assert headers["Authorization"] == "Bearer token-1"
    assert headers["User-Agent"].endswith(" Engage")
    assert body["text"] == "Bonjour à tous"


async def test_every_call_goes_the_same_way(connector, authentication):
    """Updates, deletions, new conversations and lists of members."""
    calls = authentication.client(connector.url).conversations
    await calls.update_activity("c", "1:message", message())
    connector.answer = (200, '{"members": [{"id": "29:1", "aadObjectId": "x"}]}', {})
    members = (await calls.get_conversation_paged_members("c")).members
    assert members[0].aad_object_id == "x"
    connector.answer = (201, '{"id": "a:1"}', {"Content-Type": "application/json; charset=utf-8"})
    assert (await calls.create_conversation(ConversationParameters(is_group=False))).id == "a:1"
    connector.answer = (200, "", {})
    await calls.delete_activity("c", "1:message")
    assert [method for method, *_ in connector.asked] == ["PUT", "GET", "POST", "DELETE"]
    assert {headers["Authorization"] for _, _, headers, _ in connector.asked} == {"Bearer token-1"}


async def test_many_messages_share_a_token_and_connections(connector):
    """The SDK by itself takes a new one of each for every turn."""
    entra = Entra()
    async with authentication_of(entra=entra) as authentication:
        for _ in range(20):
            await send(authentication, connector)
        assert len(connector.connections) == 1
        await asyncio.gather(*(send(authentication, connector) for _ in range(20)))
    assert entra.asked["token"] == 1
    assert len(connector.asked) == 40


async def test_in_local_mode_nobody_is_told_who_speaks(connector):
    """There is nobody who could check it."""
    async with authentication_of(TeamsSettings(local=True)) as authentication:
        await send(authentication, connector)
    assert "Authorization" not in connector.asked[0][2]


async def test_without_a_token_nothing_is_sent(connector):
    """The message waits until there is one."""
    entra = Entra()
    entra.fail("unreachable")
    async with authentication_of(entra=entra) as authentication:
        with pytest.raises(CredentialsError):
            await send(authentication, connector)
        assert not connector.asked
        entra.recover()
        await send(authentication, connector)


async def test_a_service_url_has_one_client(authentication):
    """Making one takes longer than a turn; and there are never many."""
    first = authentication.client("https://a.example/")
    assert authentication.client("https://a.example/") is first
    for number in range(MOST_CLIENTS):
        authentication.client(f"https://{number}.example/")
    assert len(authentication._clients) == MOST_CLIENTS
    assert authentication.client("https://a.example/") is not first


async def test_a_turn_of_the_sdk_needs_no_header(connector, authentication):
    """It answers through our client; a header alone is never believed."""
    adapter = CloudAdapterBase(authentication)
    told = message(service_url=connector.url, channel_id="msteams", id="1:asked")

    async def turn(context):
        await context.send_activity("Entendu.")

    await adapter.process_activity(authentication.admitted(), told, turn)
    assert connector.asked[0][3]["text"] == "Entendu."
    assert connector.asked[0][1].endswith("/activities/1:asked")
    for refused in (
        adapter.process_activity("Bearer x", told, turn),
        authentication.authenticate_streaming_request("Bearer x", "msteams"),
    ):
        with pytest.raises(PermissionError):
            await refused
    assert len(connector.asked) == 1


async def test_a_turn_may_begin_by_itself(connector, authentication):
    """As a reminder does."""
    adapter = CloudAdapterBase(authentication)
    sent = []

    async def turn(context):
        sent.append((await context.send_activity("Rappel")).id)

    begun = Activity(
        type="event",
        service_url=connector.url,
        channel_id="msteams",
        conversation=ConversationAccount(id="a:1"),
    )
    await adapter.process_proactive(authentication.identity(), begun, None, turn)
    assert sent == ["1:message"]


async def test_it_is_used_between_open_and_close():
    """Otherwise it would leave connections behind."""
    authentication = Authentication(SETTINGS, Credentials(SETTINGS, http=Entra().session()))
    with pytest.raises(RuntimeError):
        authentication.client("https://a.example/")
    await authentication.close()
