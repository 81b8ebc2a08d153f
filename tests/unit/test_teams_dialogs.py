"""Forms in a dialog, or in the conversation where a client opens none: what they carry, and what comes back."""

import pytest

from adapters.teams.results import ConnectorError
from bot.messages import Picked, Pressed, Reply, Submitted, Typed
from tests.peers.teams import cards
from tests.support.teams_activities import ANA, GROUP, SAM, FakeClient, invoked, posted
from tests.support.teams_core import CARD, FORM, PRESS, Core, hear, listening


@pytest.fixture
def core():
    return Core()


@pytest.fixture
def client():
    return FakeClient()


@pytest.fixture
def listeners(core, client):
    return listening(core, client)


async def test_a_dialog(listeners, core):
    """A form, which carries back from where it was opened; and is shown again with what is wrong with it."""
    core.reply = Reply(form=FORM)
    answer = await hear(listeners, invoked("task/fetch", {"data": PRESS}, replyToId="17"))
    value = answer["task"]["value"]
    assert value["title"] == "Move promise 1"
    data = cards.actions(value["card"]["content"])[0]["data"]
    assert (data["engage"], data["payload"], data["on"]) == ("submit", {"form": "move"}, "a:1ana 17")
    filled = {**data, "field:due": "Friday"}
    again = await hear(listeners, invoked("task/submit", {"data": filled}))
    assert again["task"]["type"] == "continue"
    assert core.inbound[-1].said == Submitted(payload={"form": "move"}, values={"due": "Friday"})
    assert core.inbound[-1].on == "a:1ana 17"
    core.reply = Reply()
    assert await hear(listeners, invoked("task/submit", {"data": {**filled, "field:due": "x"}})) == {}
    core.reply = Reply(card=CARD)
    shown = await hear(listeners, invoked("composeExtension/submitAction", {"data": filled}))
    assert cards.actions(shown["task"]["value"]["card"]["content"])[0]["type"] == "Action.Submit"
    assert core.inbound[-1].answering is None


@pytest.mark.parametrize(
    "forged",
    [{"on": "a:1sam 9"}, {"seal": "0" * 64}, {"seal": "é"}, {"on": None}, {"seal": None}],
    ids=str,
)
async def test_from_where_a_dialog_was_opened_cannot_be_made_up(listeners, core, forged):
    """Then it was opened from nowhere."""
    core.reply = Reply(form=FORM)
    answer = await hear(listeners, invoked("task/fetch", {"data": PRESS}, replyToId="17"))
    data = cards.actions(answer["task"]["value"]["card"]["content"])[0]["data"]
    await hear(listeners, invoked("task/submit", {"data": {**data, **forged}}))
    assert core.inbound[-1].on == ""
    await hear(listeners, invoked("task/submit", {"data": data}, **{"from": SAM}))
    assert core.inbound[-1].on == "", "nor used by somebody else"


async def test_somebody_who_is_chosen(listeners, core, client):
    """By their id in Entra; whoever Engage is not there for stays an id, which the core refuses."""
    for chosen, value in ((SAM["aadObjectId"], "@sam"), ("d" * 8 + "-0000-4000-8000-" + "0" * 12, None)):
        data = {
            "engage": "submit",
            "payload": {"form": "give"},
            "people": ["person"],
            "field:person": chosen,
        }
        if value is None:
            client.faults["create"] = [ConnectorError(status=403, code="BotNotInConversationRoster")]
        await hear(listeners, invoked("task/submit", {"data": data}))
        assert core.inbound[-1].said.values["person"] == (value or chosen)
    assert [len(one.mentioned) for one in core.inbound] == [1, 0]


@pytest.mark.parametrize(
    ("command", "author", "said"),
    [
        ("record_promise", SAM, Picked(kind="promise", words="I will", author="Sam Okafor", link="l")),
        ("record_promise", ANA, Picked(kind="promise", words="I will", author="", link="l")),
        ("record_insight", SAM, Picked(kind="insight", words="I will", author="Sam Okafor", link="l")),
        ("record", SAM, Typed(text="")),
    ],
)
async def test_a_message_that_is_picked(listeners, core, command, author, said):
    """Its words, who wrote them if that was somebody else, and where it stands."""
    core.reply = Reply(form=FORM)
    payload = {
        "from": {"user": {"id": author["aadObjectId"], "displayName": author["name"]}},
        "body": {"contentType": "html", "content": "<p>I will</p>"},
        "linkToMessage": "l",
    }
    value = {"commandId": command, "messagePayload": payload}
    answer = await hear(listeners, invoked("composeExtension/fetchTask", value, conversation=GROUP))
    assert answer["task"]["type"] == "continue"
    assert core.inbound[-1].said == said


async def test_a_press_in_a_client_without_dialogs(listeners, core, client):
    """A message without words; a form that it opens stands in the conversation."""
    core.reply = Reply(form=FORM)
    assert await hear(listeners, posted(value=PRESS, replyToId="17")) is None
    assert core.inbound[-1].said == Pressed(payload={"do": "x"})
    ((_, where, activity),) = client.called("post")
    assert where == "a:1ana"
    data = cards.actions(activity["attachments"][0]["content"])[0]["data"]
    await hear(listeners, posted(value={**data, "field:due": "Friday"}))
    assert core.inbound[-1].said == Submitted(payload={"form": "move"}, values={"due": "Friday"})
