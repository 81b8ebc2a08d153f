"""Whatever comes back from Teams, or from something between, is told as it is."""

import pytest
from aiohttp import ClientConnectorError
from aiohttp.test_utils import unused_port
from botbuilder.schema import ConversationParameters
from msrest.exceptions import ClientRequestError, HttpOperationError

from adapters.teams.connector import Answer
from tests.support.teams_connector import authentication_of, message, running, send

JSON, HTML = "application/json", "text/html"


@pytest.fixture
async def connector():
    async with running() as connector:
        yield connector


@pytest.fixture
async def authentication():
    async with authentication_of() as authentication:
        yield authentication


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((403, '{"error": {"code": "MessageWritesBlocked", "message": "x"}}', JSON), "MessageWritesBlocked"),
        (
            (404, '{"error": {"code": "ConversationNotFound"}}', f"{JSON}; charset=utf-8"),
            "ConversationNotFound",
        ),
        ((429, '{"error": {"code": "RetryLater"}}', "text/plain"), "RetryLater"),
        ((401, '{"message": "Authorization has been denied"}', JSON), None),
        ((412, "", JSON), None),
        ((502, "<html>Bad Gateway</html>", HTML), None),
        ((503, '{"error": ', JSON), None),
        ((302, "", HTML), None),
        *(
            ((500, text, JSON), None)
            for text in (
                "[1, 2]",
                '"late"',
                "null",
                "7",
                "{}",
                '{"error": null}',
                '{"error": 7}',
                '{"error": []}',
            )
        ),
    ],
)
async def test_a_refusal_says_why(connector, authentication, answer, code):
    """Its status and headers are there even if what came is not from Teams but from something between."""
    status, text, kind = answer
    connector.answer = (status, text, {"Content-Type": kind, "Retry-After": "7", "Location": connector.url})
    with pytest.raises(HttpOperationError) as raised:
        await send(authentication, connector)
    response = raised.value.response
    assert isinstance(response, Answer)
    assert (response.status_code, response.headers["retry-after"]) == (status, "7")
    told = getattr(raised.value.error, "error", None)
    assert getattr(told, "code", None) == code
    assert len(connector.asked) == 1


async def test_every_call_refuses_alike(connector, authentication):
    """Most of the SDK's calls raise a kind of that error, and some raise it itself."""
    calls = authentication.client(connector.url).conversations
    connector.answer = (403, '{"error": {"code": "BotNotInConversationRoster"}}', {"Content-Type": JSON})
    for call in (
        calls.get_conversation_paged_members("c"),
        calls.get_conversation_member("c", "29:1"),
        calls.create_conversation(ConversationParameters(is_group=False)),
        calls.update_activity("c", "1", message()),
        calls.delete_activity("c", "1"),
    ):
        with pytest.raises(HttpOperationError) as raised:
            await call
        assert raised.value.response.status_code == 403


@pytest.mark.parametrize("text", ["", "{}", "<html>", "null", '{"id": '])
async def test_yes_without_an_id_is_not_sent(connector, authentication, text):
    """Nobody could say later which message it was."""
    connector.answer = (200, text, {"Content-Type": "application/json"})
    resource = await send(authentication, connector)
    assert resource is None or resource.id is None


async def test_what_takes_too_long_is_given_up(connector):
    """It may have arrived, and is not tried again here."""
    connector.held.clear()
    async with authentication_of(answers_within=0.2) as authentication:
        with pytest.raises(ClientRequestError) as raised:
            await send(authentication, connector)
    assert isinstance(raised.value.inner_exception, TimeoutError)
    assert len(connector.asked) == 1


async def test_nobody_there_is_told_apart(authentication):
    """Then nothing has arrived."""
    client = authentication.client(f"http://127.0.0.1:{unused_port()}/")
    with pytest.raises(ClientRequestError) as raised:
        await client.conversations.send_to_conversation("c", message())
    assert isinstance(raised.value.inner_exception, ClientConnectorError)
