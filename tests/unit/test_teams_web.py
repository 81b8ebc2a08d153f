"""Whatever is posted is answered: refused in one line, or heard in a turn of the SDK; and never with a 500."""

import json
from contextlib import asynccontextmanager
from io import BytesIO
from types import SimpleNamespace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from structlog.testing import capture_logs

from adapters.teams.answers import said_below
from adapters.teams.client import Adapter
from adapters.teams.web import REQUEST_PATH, routes
from tests.support.openid import APP_ID, SERVICE_URL, TENANT
from tests.support.teams_activities import invoked
from tests.support.teams_activities import posted as an_activity
from tests.support.teams_connector import authentication_of
from tests.support.teams_gate import bot_connector, gate_of
from tests.support.teams_tokens import header, moment, signed, with_another_key, with_public_key_as_secret

JSON = {"Content-Type": "application/json; charset=utf-8"}


def posted(**more):
    return an_activity(**{"serviceUrl": SERVICE_URL, "channelData": {"tenant": {"id": TENANT}}, **more})


@pytest.fixture
def service():
    with bot_connector() as service:
        yield service


@pytest.fixture
async def served(service):
    """The route behind a real gate and real turns; `heard` are the activities that came through."""
    async with opened(service) as served:
        yield served


@asynccontextmanager
async def opened(service, **keys):
    heard, answers = [], []

    async def answer(activity, told):
        heard.append(activity)
        if answers and isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0] if answers else None

    async with gate_of(**keys) as gate, authentication_of() as authentication:
        adapter = Adapter(authentication)
        app = web.Application()
        app.add_routes(routes(gate, lambda one, told: adapter.process(told, lambda: answer(one, told))))
        async with TestClient(TestServer(app)) as client:

            async def post(body, **headers):
                data = BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
                all_headers = JSON | {"Authorization": service.header(service_url=SERVICE_URL)} | headers
                kept = {name: value for name, value in all_headers.items() if value is not None}
                async with client.post(REQUEST_PATH, data=data, headers=kept) as response:
                    return SimpleNamespace(status=response.status, text=await response.text())

            yield SimpleNamespace(post=post, heard=heard, answers=answers, client=client)


async def test_what_teams_posts_is_heard(served):
    """A message is answered with nothing, since its answer is a message; an invoke with an object."""
    assert (await served.post(posted())).text == ""
    assert (await served.post(invoked("x", {}, serviceUrl=SERVICE_URL))).text == "{}"
    served.answers.append(said_below("done"))
    answer = await served.post(invoked("x", {}, serviceUrl=SERVICE_URL))
    assert (answer.status, json.loads(answer.text)) == (200, said_below("done"))
    assert [one.type for one in served.heard] == ["message", "invoke", "invoke"]


async def test_a_fault_of_ours_is_no_500(served):
    """It is logged, and Teams may try again; what happened is answered once it is mended."""
    served.answers.append(RuntimeError("secret words"))
    with capture_logs() as logs:
        answer = await served.post(posted(text="secret words"))
    assert (answer.status, answer.text) == (503, "Engage could not answer this; try again.\n")
    assert [line["event"] for line in logs] == ["teams.not_answered"]
    served.answers.clear()
    assert (await served.post(posted())).status == 200


BAD_TOKENS = {
    "none": lambda s: None,
    "empty": lambda s: "",
    "garbage": lambda s: "Bearer garbage",
    "basic": lambda s: "Basic dXNlcjpwYXNz",
    "expired": lambda s: s.header(exp=moment(-600)),
    "early": lambda s: s.header(nbf=moment(600)),
    "wrong audience": lambda s: s.header(audience=TENANT),
    "wrong issuer": lambda s: s.header(iss="https://sts.windows.net/x/"),
    "another service": lambda s: s.header(service_url="https://evil.example/"),
    "no service": lambda s: s.header(serviceurl=None),
    "unknown key": lambda s: f"Bearer {s.token(headers={'kid': 'another'})}",
    "another's key": with_another_key,
    "HS256": with_public_key_as_secret,
    "alg none": lambda s: signed(s, header(s, alg="none"), s.claims()),
    "two tokens": lambda s: f"{s.header()}, {s.header()}",
}


@pytest.mark.parametrize("bad", BAD_TOKENS.values(), ids=BAD_TOKENS)
async def test_whoever_is_not_the_bot_connector_is_not_heard(service, served, bad):
    """Told so in one line, which does not say why."""
    answer = await served.post(posted(), Authorization=bad(service))
    assert (answer.status, answer.text) == (401, "This is not from the Bot Connector to this bot.\n")
    assert served.heard == []


async def test_two_headers_are_none(service, served):
    """Though both are good."""
    token = ("Authorization", service.header())
    async with served.client.post(
        REQUEST_PATH, data=json.dumps(posted()), headers=[*JSON.items(), token, token]
    ) as response:
        assert response.status == 401
    assert served.heard == []


@pytest.mark.parametrize(
    "more",
    [
        {"serviceUrl": "https://evil.example/"},
        {"serviceUrl": SERVICE_URL.upper()},
        {"channelId": "webchat"},
        {"channelId": None},
        {"channelData": {"tenant": {"id": APP_ID}}},
        {"channelData": {}, "conversation": {"id": "a:1"}},
        {"conversation": {"id": "a:1", "tenantId": APP_ID}},
    ],
    ids=str,
)
async def test_a_token_for_something_else_is_not_heard(served, more):
    """Another address, another channel, another organisation, none, or two."""
    answer = await served.post(posted(**more))
    assert answer.status == 401
    assert served.heard == []


async def test_while_nobody_can_know_teams_is_asked_to_come_again(service, served):
    """And is let in as soon as it can be told who it is."""
    service.fail("unreachable")
    answer = await served.post(posted())
    assert answer.status == 503
    assert "try again" in answer.text
    service.recover()
    assert (await served.post(posted())).status == 200
    assert len(served.heard) == 1


async def test_new_keys_are_known_at_once(service, served):
    """And old ones no longer."""
    old = service.header()
    assert (await served.post(posted())).status == 200
    service.rotate()
    assert (await served.post(posted())).status == 200
    assert (await served.post(posted(), Authorization=old)).status == 401


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=UTF-8", 200),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("garbage", 415),
        (None, 415),
    ],
)
async def test_what_calls_itself_no_json_is_not_read(served, kind, status):
    """However good its token is."""
    assert (await served.post(posted(), **{"Content-Type": kind})).status == status


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff", b"[" * 50_000, b"null", b"[]", b'"x"', b"7", b"{}", b'{"type": "message"}']
)
async def test_what_is_no_activity_is_refused_in_a_line(served, body):
    """Which says what is wrong."""
    answer = await served.post(body)
    assert answer.status == 400
    assert answer.text.count("\n") == 1
    assert served.heard == []


async def test_a_body_without_end_is_not_taken(served):
    """Teams' own have a hundred kilobytes at most."""
    answer = await served.post(posted(text="x" * 3_000_000))
    assert answer.status == 413
    assert served.heard == []


ODD = [
    {"timestamp": "soon"},
    {"timestamp": 7},
    {"localTimestamp": "9999-99-99T99:99:99Z"},
    {"expiration": "never"},
    {"textFormat": 7},
    {"membersAdded": [{"id": "x", "role": 7}]},
    {"membersRemoved": "x"},
    {"historyDisclosed": "x"},
    {"attachments": [{"content": 7, "contentType": 7, "name": []}]},
    {"entities": [{"type": 7, "mentioned": "x"}, {}]},
    {"entities": [{"\ud800": 1}]},
    {"suggestedActions": "x"},
    {"relatesTo": "x"},
    {"semanticAction": 7},
    {"conversation": {"id": "a:1", "properties": 7, "role": {}}},
    {"recipient": {"id": "28:x", "role": 7, "properties": "x"}},
    {"recipient": None},
    {"from": None},
    {"conversation": None},
    {"channelData": {"tenant": {"id": TENANT}, "odd": "\ud800"}},
    {"text": "\ud800 \u0000"},
    {"name": "\ud800"},
    {"odd": "x", "$type": "x", "@odata.type": "x", "additional_properties": 7, "self": 7},
    {"deliveryMode": "expectReplies"},
    {"type": "conversationUpdate"},
    {"type": "something of the future"},
    {"type": "\ud800"},
    {"type": "invoke", "value": [[[[]]]]},
    {"type": "event", "name": "continueConversation"},
    {"type": "endOfConversation", "code": 7},
    {"value": "\ud800"},
    {"value": float("inf")},
    {"value": 10**400},
]


@pytest.mark.parametrize("more", ODD, ids=lambda more: ascii(more)[:60])
async def test_odd_activities_are_heard_or_refused(served, more):
    """The SDK knows more fields than Engage looks at; none of them makes a fault of ours."""
    answer = await served.post(posted(**more))
    assert answer.status in {200, 400}, answer.text


async def test_nothing_is_to_be_read_at_the_address(served):
    """A browser that looks there sees nothing."""
    async with served.client.get(REQUEST_PATH) as response:
        assert response.status == 405
