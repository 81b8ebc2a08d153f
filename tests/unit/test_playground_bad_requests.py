"""A bad request gets one clear line of JSON and changes nothing; never a fault of the server."""

import json

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.playground.requests import BadRequestError, Press, Say, Submit, read_json
from tests.support.playground_server import served_playground

SAY = {"event": "0123456789", "person": "ana", "conversation": "engagement", "text": "hello"}


@pytest.fixture
async def served(tmp_path):
    async with served_playground(tmp_path / "chat.jsonl") as served:
        yield served


async def refused(served, path, body, *, content_type="application/json"):
    headers = {"Content-Type": content_type}
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{served.address}api/{path}", data=body, headers=headers) as response,
    ):
        answer = await response.json()
        assert "\n" not in answer["error"]
        assert len(answer["error"]) < 500
        return response.status, answer["code"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'"text"',
        b"[" * 60_000,
        b'{"person":' * 5_000,
        json.dumps({**SAY, "text": ""}).encode(),
        json.dumps({**SAY, "text": " \n\t"}).encode(),
        json.dumps({**SAY, "text": 12}).encode(),
        json.dumps({**SAY, "text": "\ud800"}).encode(),
        json.dumps({**SAY, "person": "nobody"}).encode(),
        json.dumps({**SAY, "person": None}).encode(),
        json.dumps({**SAY, "conversation": "dana"}).encode(),
        json.dumps({**SAY, "conversation": "../etc"}).encode(),
        json.dumps({**SAY, "event": "short"}).encode(),
        json.dumps({**SAY, "event": "x" * 65}).encode(),
        json.dumps({**SAY, "more": "fields"}).encode(),
        json.dumps({"person": "ana"}).encode(),
    ],
)
async def test_what_is_no_message_is_refused(served, body):
    """Wrong JSON, missing or unknown fields, nobody, nowhere, nothing."""
    assert await refused(served, "say", body) == (400, "bad-request")
    assert served.script.heard == []
    assert served.playground.conversations.next_id() == 1


async def test_another_command_is_named_as_unknown(served):
    """The page knows `/engage` alone."""
    body = json.dumps({**SAY, "text": "/remind me"}).encode()
    assert await refused(served, "say", body) == (400, "unknown-command")


async def test_a_megabyte_is_too_large(served):
    """A body beyond the limit is not read to its end."""
    body = json.dumps({**SAY, "text": "a" * 1_000_000}).encode()
    assert await refused(served, "say", body) == (413, "too-large")


async def test_other_types_of_body_are_refused(served):
    """A form of another page cannot say anything here."""
    body = json.dumps(SAY).encode()
    assert await refused(served, "say", body, content_type="text/plain") == (400, "bad-request")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("press", {"event": "0123456789", "person": "ana", "message": 0, "payload": {}}),
        ("press", {"event": "0123456789", "person": "ana", "message": 1, "payload": {"verb": 1}}),
        ("press", {"event": "0123456789", "person": "ana", "message": 10**30, "payload": {}}),
        ("submit", {"event": "0123456789", "person": "ana", "conversation": "engagement", "payload": {}}),
        ("read", {"person": "ana", "conversation": "engagement", "upto": -1}),
        ("read", {"person": "ana", "conversation": "engagement", "upto": 1.5}),
        ("language", {"person": "ana", "language": "de"}),
        ("clock", {"by": "year"}),
        ("clock", {"by": "day", "to": "yesterday"}),
    ],
)
async def test_what_the_page_would_never_ask_is_refused(served, path, body):
    """Each request has its own fields, and each field its own values."""
    assert await refused(served, path, json.dumps(body).encode()) == (400, "bad-request")


@pytest.mark.parametrize(
    "query", ["", "person=ana", "person=ana&conversation=dana", "person=x&conversation=x"]
)
async def test_a_view_that_does_not_exist_is_refused(served, query):
    """Nobody reads somebody else's conversation by its address."""
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"{served.address}api/messages?{query}&before=x") as response,
    ):
        assert response.status == 400
        assert (await response.json())["code"] == "bad-request"


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(body=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="replace")))
def test_reading_is_total(body):
    """Whatever arrives is read or refused."""
    for model in (Say, Press, Submit):
        with pytest.raises(BadRequestError):
            read_json(model, body)


@settings(max_examples=200, deadline=None)
@given(text=st.text(min_size=1, max_size=200))
def test_any_text_that_a_person_can_type_is_read_as_it_is(text):
    """Emoji, control characters, mark-up and text from right to left stay."""
    assert read_json(Say, json.dumps({**SAY, "text": text}).encode()).text == text
