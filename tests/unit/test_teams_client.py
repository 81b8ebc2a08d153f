"""What Engage asks of the Bot Connector: one request each, and whatever becomes of it is an id or one error."""

import pytest
from aiohttp.test_utils import unused_port

from adapters.teams.client import ANYWHERE, Adapter, Client
from adapters.teams.results import ConnectorError
from tests.support.entra import Entra
from tests.support.openid import APP_ID, TENANT
from tests.support.teams_activities import ANA, posted
from tests.support.teams_connector import authentication_of, running

JSON = {"Content-Type": "application/json"}
ACTIVITY = {"type": "message", "summary": "One promise", "attachments": []}


@pytest.fixture
async def connector():
    async with running() as connector:
        yield connector


@pytest.fixture
async def client(connector):
    async with authentication_of() as authentication:
        yield Client(Adapter(authentication), authentication, app_id=APP_ID, tenant=TENANT)


def address(connector, **more):
    return {"service_url": connector.url, "bot": f"28:{APP_ID}", "user": ANA["id"], **more}


CALLS = {
    "post": lambda client, to: client.post(to, "a:1ana", ACTIVITY),
    "put": lambda client, to: client.put(to, "a:1ana", "17", ACTIVITY),
    "create": lambda client, to: client.create(to, ANA["aadObjectId"]),
    "member": lambda client, to: client.member(to, "a:1ana", ANA["id"]),
}


async def test_a_message_is_posted(client, connector):
    """To the conversation, by the bot, with its token; nothing that it is an answer to is made up."""
    assert await client.post(address(connector), "19:c@thread.tacv2;messageid=17", ACTIVITY) == "1:message"
    ((method, path, headers, told),) = connector.asked
    assert (method, path) == ("POST", "/teams/v3/conversations/19:c@thread.tacv2;messageid=17/activities")
    assert headers["Authorization"] == "Bearer token-1"
    assert (told["type"], told["summary"]) == ("message", "One promise")
    assert told["from"]["id"] == f"28:{APP_ID}"
    assert "replyToId" not in told


async def test_a_message_is_replaced(client, connector):
    """In its conversation, by its id."""
    await client.put(address(connector), "a:1ana", "17", ACTIVITY)
    ((method, path, _, _),) = connector.asked
    assert (method, path) == ("PUT", "/teams/v3/conversations/a:1ana/activities/17")


async def test_a_conversation_is_begun(client, connector):
    """With one person, in the organisation; of an address that says nothing, in ours."""
    assert await client.create(address(connector), ANA["aadObjectId"]) == "1:message"
    assert await client.create({"service_url": connector.url, "tenant": "t"}, "29:1") == "1:message"
    asked = [told for _, _, _, told in connector.asked]
    assert [one["members"] for one in asked] == [[{"id": ANA["aadObjectId"]}], [{"id": "29:1"}]]
    assert [one["channelData"]["tenant"]["id"] for one in asked] == [TENANT, "t"]
    assert [one["bot"]["id"] for one in asked] == [f"28:{APP_ID}"] * 2
    assert not any(one["isGroup"] for one in asked)


async def test_a_member_is_told_of(client, connector):
    """All that Teams says, under its own names."""
    connector.answer = (
        200,
        '{"id": "29:1", "name": "Ana", "aadObjectId": "a", "userRole": "guest", "odd": [1]}',
        JSON,
    )
    told = await client.member(address(connector), "a:1ana", "29:1")
    assert told["userRole"] == "guest"
    assert (told["id"], told["name"], told["aadObjectId"], told["odd"]) == ("29:1", "Ana", "a", [1])


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((403, '{"error": {"code": "MessageWritesBlocked"}}'), "MessageWritesBlocked"),
        ((404, '{"error": {"code": "ConversationNotFound"}}'), "ConversationNotFound"),
        ((429, "{}"), ""),
        ((500, "<html>"), ""),
        ((502, '{"error": 7}'), ""),
    ],
)
async def test_a_refusal_is_one_error(client, connector, call, answer, code):
    """With its status, Teams' word and the headers; and nothing is tried again here."""
    connector.answer = (*answer, {**JSON, "Retry-After": "7"})
    with pytest.raises(ConnectorError) as raised:
        await call(client, address(connector))
    error = raised.value
    assert (error.status, error.code, error.never) == (answer[0], code, False)
    assert {name.lower(): value for name, value in error.headers.items()}["retry-after"] == "7"
    assert error.problem == (code or f"http_{answer[0]}")
    assert len(connector.asked) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(
            (name, text)
            for name in ("post", "create")
            for text in ("", "null", "{}", "[]", '"x"', "7", '{"id": ""}', '{"id": null}', "<html>")
        ),
        *(("member", text) for text in ("", "null", "<html>")),
    ],
)
async def test_yes_without_an_id(client, connector, name, text):
    """Nobody knows then what was done; of a member, nothing is known."""
    connector.answer = (200, text, JSON)
    with pytest.raises(ConnectorError) as raised:
        await CALLS[name](client, address(connector))
    assert (raised.value.status, raised.value.never) == (0, False)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_nobody_there(client, connector, call):
    """Then nothing has arrived."""
    gone = {"service_url": f"http://127.0.0.1:{unused_port()}/"}
    with pytest.raises(ConnectorError) as raised:
        await call(client, gone)
    assert (raised.value.status, raised.value.never) == (0, True)


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_no_token(connector, call):
    """Microsoft's sign-in does not answer: nothing has arrived, and nobody else is at fault."""
    entra = Entra()
    entra.fail("7000222")
    async with authentication_of(entra=entra) as authentication:
        client = Client(Adapter(authentication), authentication, app_id=APP_ID, tenant=TENANT)
        with pytest.raises(ConnectorError) as raised:
            await call(client, address(connector))
    assert (raised.value.status, raised.value.code, raised.value.never) == (401, "no_token", True)
    assert connector.asked == []


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_no_answer_in_time(connector, call):
    """It may have arrived."""
    connector.held.clear()
    async with authentication_of(answers_within=0.1) as authentication:
        client = Client(Adapter(authentication), authentication, app_id=APP_ID, tenant=TENANT)
        with pytest.raises(ConnectorError) as raised:
            await call(client, address(connector))
    assert (raised.value.status, raised.value.code, raised.value.never) == (0, "TimeoutError", False)


async def test_a_turn_returns_what_is_answered():
    """And raises what went wrong, whatever else the activity holds."""
    async with authentication_of() as authentication:
        adapter = Adapter(authentication)

        async def answer():
            return {"statusCode": 200}

        async def fail():
            raise LookupError("wrong")

        told = posted(timestamp="soon", membersRemoved="x", attachments=7)
        assert await adapter.process(told, answer) == {"statusCode": 200}
        with pytest.raises(LookupError, match="wrong"):
            await adapter.process(told, fail)


def test_where_nothing_has_been_heard_of_yet():
    """The service that knows all regions."""
    assert ANYWHERE.startswith("https://smba.trafficmanager.net/")
