"""Whatever is posted to Engage's address that Slack would not have posted: refused or ignored, and no more."""

import asyncio
import json
import time
from io import BytesIO

import pytest

from storage import open_store
from tests.peers.slack import slack_peer
from tests.peers.slack.delivery import encode
from tests.support.slack_bot import SlackBot

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}

pytestmark = pytest.mark.usefixtures("no_fault_is_logged")


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Slack. The tests share it, and each leaves it as it was or says what it recorded."""
    with slack_peer() as slack, SlackBot(tmp_path_factory.mktemp("bot"), slack) as bot:
        slack.ana.types("/engage promise Maria: send the report by Friday")
        yield bot


@pytest.fixture
def slack(bot):
    return bot.slack


def recorded(bot):
    """Return what is recorded, by number."""
    store = open_store(f"tinydb://{bot.directory / 'data'}", read_only=True)
    return asyncio.run(store.transact(lambda tx: [tx.promise(number) for number in tx.numbers()]))


def a_command(slack, text="promise Maria: send the forged report by Friday"):
    """Return a command as Slack would post it, and not yet posted."""
    slack.ana.types("/engage help")
    return encode("slash_commands", slack.deliveries[-1].payload | {"text": text, "trigger_id": "1.2"})


def posted(slack, body, headers, **more):
    """Post a body, signed."""
    return slack.post(body, {**headers, **slack.sign(body), **more})


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"X-Slack-Signature": "v0="}, id="empty"),
        pytest.param({"X-Slack-Signature": "v0=é"}, id="not ASCII"),
        pytest.param({"X-Slack-Signature": "x" * 5000}, id="long"),
        pytest.param({"X-Slack-Signature": "v0=" + "0" * 64}, id="forged"),
        pytest.param({"X-Slack-Request-Timestamp": ""}, id="no moment"),
        pytest.param({"X-Slack-Request-Timestamp": "soon"}, id="no moment but a word"),
        pytest.param({"X-Slack-Request-Timestamp": "nan"}, id="no number"),
        pytest.param({"X-Slack-Request-Timestamp": "9" * 5000}, id="a moment too far"),
        pytest.param({"X-Slack-Request-Timestamp": "١٢٣"}, id="other digits"),
    ],
)
def test_a_garbled_signature(bot, slack, headers):
    """What is no signature of Slack's is refused, however it is wrong."""
    assert posted(slack, a_command(slack), FORM, **headers).status == 401
    assert len(recorded(bot)) == 1


def test_nobody_but_slack_is_believed(bot, slack):
    """Unsigned, signed for other words, six minutes old or ahead: refused, and nothing happens."""
    body, now = a_command(slack), time.time()
    for headers in ({}, slack.sign(b"other words"), slack.sign(body, now - 360), slack.sign(body, now + 360)):
        assert slack.post(body, {**FORM, **headers}).status == 401
    assert len(recorded(bot)) == 1


def test_the_address_is_verified(slack):
    """Slack asks once whether this is Engage's address."""
    assert slack.verify_url("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P").body == {
        "challenge": "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"
    }


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"text=caf\xe9&user_id=U0ANA", id="not UTF-8"),
        pytest.param(b"\x00\x01\x02", id="no text"),
        pytest.param(b"payload=", id="an empty payload"),
        pytest.param(b"payload={", id="half a payload"),
        *(pytest.param(f"payload={text}".encode(), id=f"{text} as payload") for text in ("[]", '"x"', "1", "null", "{}")),
        pytest.param(b"command=%2Fengage", id="a command of nobody"),
        pytest.param(b"command=%2Fengage&user_id=U0ANA", id="a command from nowhere"),
        pytest.param(b"ssl_check=1&token=x", id="Slack's check of the certificate"),
    ],
)  # fmt: skip
def test_a_form_that_says_nothing(bot, slack, body):
    """Signed, and nothing that Slack would say: no fault of Engage's, and nothing is recorded."""
    assert posted(slack, body, FORM).status in {200, 400, 401}
    assert len(recorded(bot)) == 1


@pytest.mark.parametrize(
    "text",
    [
        *("{", "[]", '"x"', "1", "null", "{}", "NaN", "[" * 20_000),
        '{"type": "something else"}',
        '{"type": 7}',
        '{"type": "url_verification"}',
        '{"type": "event_callback"}',
        '{"type": "event_callback", "event": null}',
        '{"type": "event_callback", "event": []}',
        '{"type": "event_callback", "event": "x"}',
        '{"type": "event_callback", "event": {}}',
        '{"type": "event_callback", "event": {"type": "message"}}',
        '{"type": "event_callback", "event": {"type": "message", "user": 7, "channel": [], "text": {}}}',
        '{"type": "event_callback", "authorizations": [], "event": {"type": "app_mention", "user": "U0ANA"}}',
        '{"type": "event_callback", "authorizations": {}, "event": {"type": "app_mention", "user": "U0ANA"}}',
        '{"type": "event_callback", "event": {"type": "app_home_opened"}}',
        '{"type": "event_callback", "event": {"type": "user_change"}}',
        '{"type": "event_callback", "event": {"type": "user_change", "user": "U0ANA"}}',
        '{"type": "event_callback", "event": {"type": "user_change", "user": {}}}',
        '{"type": "event_callback", "event": {"type": "user_change", "user": {"id": "U0ANA", "tz": []}}}',
        '{"type": "event_callback", "event": {"type": "user_change", "user": {"id": "U0ANA", "profile": 1}}}',
        '{"type": "event_callback", "event": {"type": "an event of the future", "user": "U0ANA"}}',
        '{"type": "event_callback", "event": {"type": "message", "user": "U0\\ud800", "text": "help"}}',
    ],
)
def test_json_of_another_shape(bot, slack, text):
    """Signed, and not what Slack says: no fault of Engage's, and nothing is recorded."""
    body = text.encode()
    assert posted(slack, body, JSON).status in {200, 400}
    assert len(recorded(bot)) == 1


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "an interaction of the future"},
        {"type": "block_actions", "actions": [{"action_id": "somebody else's", "block_id": "b"}]},
        {"type": "view_submission", "view": {"callback_id": "somebody else's", "type": "modal"}},
        {"type": "view_closed", "view": {"callback_id": "engage-form", "type": "modal"}},
        {"type": "shortcut", "callback_id": "somebody else's"},
        {"type": "message_action", "callback_id": "somebody else's"},
        {"type": "block_suggestion", "action_id": "engage-1", "value": "x"},
        {"type": "dialog_submission", "callback_id": "x"},
        {"type": "interactive_message", "callback_id": "x", "actions": [{"value": "x"}]},
    ],
    ids=lambda payload: payload["type"],
)
def test_an_unknown_interaction(bot, slack, payload):
    """Slack is told that it has arrived, or it would tell the person that Engage does not work."""
    assert slack.deliver("interactive", {"user": {"id": slack.ana.id}, **payload}).status == 200
    assert len(recorded(bot)) == 1


def test_an_unknown_event(bot, slack):
    """Slack is told that it has arrived, or it would send it again and again."""
    assert slack.event({"type": "an event of the future", "user": slack.ana.id}).status == 200
    assert len(recorded(bot)) == 1


ANA = {"user": {"id": "U0ANA"}}
PRESS = {"type": "block_actions", **ANA}
VIEW = {"type": "modal", "callback_id": "engage-form"}
FILLED = {"type": "view_submission", **ANA}


@pytest.mark.parametrize(
    "payload",
    [
        {"type": "block_actions"},
        {**PRESS, "actions": []},
        {**PRESS, "actions": [{}]},
        {**PRESS, "actions": ["x"]},
        {**PRESS, "actions": [{"action_id": "engage-1"}]},
        {**PRESS, "actions": [{"action_id": "engage-1", "block_id": "b", "value": "{}"}], "user": "U0ANA"},
        {**PRESS, "actions": [{"action_id": "engage-1", "block_id": "b", "value": "{}"}], "container": "x"},
        {**PRESS, "actions": [{"action_id": "engage-1", "block_id": "b", "value": "{}"}], "user": None},
        {"type": "view_submission"},
        {**FILLED, "view": {**VIEW}},
        {**FILLED, "view": {**VIEW, "state": 1}},
        {**FILLED, "view": {**VIEW, "state": {"values": {"words": {}}}}},
        {**FILLED, "view": {**VIEW, "private_metadata": "[]"}},
        {"type": "shortcut", "callback_id": "record"},
        {**ANA, "type": "message_action", "callback_id": "record_promise"},
        {**ANA, "type": "message_action", "callback_id": "record_promise", "message": "x"},
    ],
    ids=lambda payload: json.dumps(payload)[:90],
)
def test_an_interaction_with_fields_missing(bot, slack, payload):
    """Signed, and not what Slack says: no fault of Engage's, and nothing is recorded."""
    assert slack.deliver("interactive", payload).status in {200, 400}
    assert len(recorded(bot)) == 1


def test_a_command_may_say_payload(bot, slack):
    """The word by which Slack's forms are told apart is a word that people use."""
    answer = slack.sam.types("/engage promise Maria: explain the payload by Friday")
    assert answer["text"].startswith("Promise 2 recorded: Maria, due Friday")
    slack.sam.types("/engage undo")


def test_a_megabyte_of_words(bot, slack):
    """More than anybody reads is refused in a line; unsigned, it is not even read."""
    before = recorded(bot)
    body = a_command(slack, "promise Maria: " + "read this " * 100_000 + "by Friday")
    assert slack.post(body, FORM).status == 401
    answer = posted(slack, body, FORM)
    assert answer.status == 200
    assert answer.body["text"].startswith("That is 1,000,024 characters")
    assert answer.body["text"].endswith("Nothing was recorded: shorten it, or link to a document.")
    assert recorded(bot) == before


def test_more_than_slack_ever_sends(bot, slack):
    """A body of more than two mebibytes is not taken, signed or not."""
    body = a_command(slack, "x" * (2 * 1024 * 1024))

    async def status(headers):
        session = slack._server.courier._session
        async with session.post(f"{bot.address}slack/events", data=BytesIO(body), headers=headers) as answer:
            return answer.status

    assert slack.run(status({**FORM, **slack.sign(body)})) == slack.run(status(FORM)) == 413


def test_nothing_is_to_be_read_at_the_address(bot, slack):
    """A browser that looks there sees nothing."""
    status = slack.run(_status_of_get(slack, f"{bot.address}slack/events"))
    assert status == 405


async def _status_of_get(slack, url):
    async with slack._server.courier._session.get(url) as answer:
        return answer.status
