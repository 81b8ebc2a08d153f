"""Activities of another shape than Teams gives them: no fault of Engage's, and nothing is recorded of them."""

import time

import pytest

from tests.peers.teams import teams_peer
from tests.support.teams_bot import TeamsBot
from tests.support.teams_posting import a_message, an_invoke, posted, recorded

pytestmark = pytest.mark.usefixtures("no_fault_is_logged")


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Teams, shared by the tests."""
    with teams_peer() as teams, TeamsBot(tmp_path_factory.mktemp("bot"), teams) as bot:
        teams.ana.says("promise Maria: send the report by Friday")
        bot.settle()
        yield bot


@pytest.fixture
def teams(bot):
    return bot.teams


def said(bot):
    """Return how often Engage has written or changed anything; who people are it may ask."""
    return sum(call.method != "GET" for call in bot.teams.calls)


@pytest.fixture
def unchanged(bot):
    """Nothing is recorded or changed by the test, and nobody is told anything."""
    bot.settle()
    before = recorded(bot), said(bot)
    yield
    bot.settle()
    assert (recorded(bot), said(bot)) == before


@pytest.mark.parametrize(
    "more",
    [
        {"from": None},
        {"from": {}},
        {"from": {"id": ""}},
        {"from": "ana"},
        {"from": {"id": 7}},
        {"from": {"id": "x" * 2_000}},
        {"from": {"id": "29:1", "aadObjectId": ["x"]}},
        {"conversation": None},
        {"conversation": {"id": ""}},
        {"conversation": {"id": 7}},
        {"conversation": {"id": "x" * 2_000}},
        {"recipient": "engage"},
        {"recipient": {"id": []}},
        {"id": 7},
        {"id": "x" * 2_000},
        {"replyToId": {}},
        {"text": 7},
        {"text": None},
        {"text": ["promise Maria: call by Friday"]},
        {"locale": 7},
        {"localTimezone": []},
        {"entities": "x"},
        {"entities": [7]},
        {"attachments": {}},
        {"channelData": "x"},
        {"channelData": {"tenant": "x"}},
        {"type": None},
        {"type": "something of the future"},
        {"type": "typing"},
        {"type": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type": "messageDelete"},
        {"type": "event", "name": "application/vnd.microsoft.meetingStart", "value": {}},
        {"type": "endOfConversation"},
        {"type": "conversationUpdate", "membersAdded": [{"id": "29:1x"}], "text": None},
        {"type": "installationUpdate", "action": "something of the future"},
    ],
    ids=lambda more: ascii(more)[:70],
)
def test_an_activity_of_another_shape(unchanged, teams, more):
    """With a good token, and not what Teams says: no fault of Engage's, and nothing is recorded."""
    assert posted(teams, a_message(teams, **more)).status in {200, 400, 401}


@pytest.mark.parametrize(
    "more",
    [
        {"timestamp": "soon", "localTimestamp": 7, "expiration": []},
        {"entities": [{"type": "mention", "mentioned": 7, "text": []}, {"type": "clientInfo", "locale": {}}]},
        {"entities": [{"type": "mention", "mentioned": {"id": "29:1nobody"}, "text": "Maria"}]},
        {"attachments": [{"contentType": "text/html", "content": {}}, {}]},
        {"locale": "xx", "localTimezone": "Mars/Olympus"},
        {"recipient": None},
        {"membersAdded": "x"},
        {"value": "x"},
        {"value": {"engage": 7}},
        {"odd": {"deep": "\ud800"}},
    ],
    ids=lambda more: ascii(more)[:70],
)
def test_what_engage_does_not_look_at_may_be_anything(bot, teams, more):
    """The words are heard all the same."""
    before = len(recorded(bot))
    said = a_message(teams, f"promise Noor: call {time.monotonic_ns()} times by Friday", **more)
    assert posted(teams, said).status == 200
    assert len(recorded(bot)) == before + 1
    assert posted(teams, a_message(teams, f"undo {before + 1}")).status == 200
    assert len(recorded(bot)) - 1 == before


@pytest.mark.parametrize(
    "name", ["something of the future", "", None, "signin/verifyState", "composeExtension/query", "task"]
)
def test_an_unknown_invoke(bot, teams, name):
    """Teams is told that it has arrived, or it would tell the person that Engage does not work."""
    answer = posted(teams, an_invoke(teams, name=name, value={"data": {}}))
    assert (answer.status, answer.body) == (200, {})


INVOKES = (
    "adaptiveCard/action",
    "task/fetch",
    "task/submit",
    "composeExtension/fetchTask",
    "composeExtension/submitAction",
)


@pytest.mark.parametrize("name", INVOKES)
@pytest.mark.parametrize(
    "value",
    [
        None,
        7,
        "x",
        [],
        {},
        {"action": None},
        {"action": []},
        {"action": {"data": None, "verb": 7}},
        {"action": {"data": {"engage": []}}},
        {"data": None},
        {"data": "x"},
        {"data": {"engage": "press"}, "action": {"data": {"engage": "press"}}},
        {"data": {"engage": "press", "payload": []}, "action": {"data": {"engage": "press", "payload": 7}}},
        {"data": {"engage": "submit"}, "action": {"data": {"engage": "submit"}}},
        {"data": {"engage": "submit", "payload": {"form": 7}, "people": {}}},
        {"data": {"\ud800": "\ud800", "engage": "\ud800"}},
        {"commandId": 7, "messagePayload": 7},
        {"commandId": "record_promise", "messagePayload": {"body": {"contentType": 7, "content": []}}},
        {"commandId": "record_promise", "messagePayload": {"mentions": [7], "from": "x"}},
    ],
    ids=lambda value: ascii(value)[:70],
)
def test_an_invoke_with_fields_missing(bot, teams, name, value):
    """No fault of Engage's, something to show, and nothing is changed."""
    before = recorded(bot)
    answer = posted(teams, an_invoke(teams, name=name, value=value))
    assert answer.status == 200
    assert isinstance(answer.body, dict)
    bot.settle()
    assert recorded(bot) == before
