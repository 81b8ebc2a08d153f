"""Messages leave as Teams wants them, in the right conversation, and what became of them is told."""

import re
from dataclasses import replace

import pytest

from adapters.teams import sending as module
from adapters.teams.cards import CONTENT_TYPE
from adapters.teams.results import ConnectorError
from adapters.teams.sending import Sending, activity_of
from bot.messages import (
    Actions,
    Answering,
    Button,
    Card,
    ConversationRef,
    Delivered,
    Form,
    Input,
    Outbound,
    Paragraph,
    Place,
    Rejected,
    RetryAfter,
    Undelivered,
)
from tests.support.teams_activities import ANA, TENANT, FakeClient

CARD = Card(title="One promise", language="en", elements=(Paragraph(text="send it"),))
FORM = Form(
    title="Change it",
    language="fr",
    submit="Envoyer",
    cancel="Annuler",
    payload={"form": "change"},
    inputs=(Input(key="words", label="Quoi"),),
)
AAD = ANA["aadObjectId"]
ADDRESS = {
    "service_url": "https://smba.trafficmanager.net/ca/",
    "tenant": TENANT,
    "bot": "28:b",
    "user": ANA["id"],
    "aad": AAD,
    "conversation": "a:1ana",
}
NOT_FOUND = ConnectorError(status=404, code="ConversationNotFound")


@pytest.fixture
def client():
    return FakeClient()


@pytest.fixture
def sending(client):
    return Sending(client)


def message(key="12:r1", *, to=AAD, place=Place.DIRECT, address=ADDRESS, **more):
    """Return a message to Ana, unless told otherwise."""
    where = ConversationRef(platform="teams", id=to, place=place)
    return Outbound(key=key, to=where, card=CARD, address=address, **more)


def in_channel(key="12:r1", **more):
    return message(key, to="19:c@thread.tacv2", place=Place.CHANNEL, **more)


async def sent(sending, outbound):
    """Send it, which must work; return its receipt."""
    result = await sending.send(outbound)
    assert isinstance(result, Delivered), result
    return result.receipt.message_id


async def test_a_message_to_somebody_stands_in_their_conversation(client, sending):
    """Its receipt is what edits need."""
    assert await sent(sending, message()) == "a:1ana m1"
    ((address, where, activity),) = client.called("post")
    assert (address, where) == (ADDRESS, "a:1ana")
    assert activity["attachments"][0]["contentType"] == CONTENT_TYPE
    assert activity["recipient"] == {"id": ANA["id"]}


@pytest.mark.parametrize(
    "address", [{}, {"service_url": "https://x.example/", "tenant": TENANT, "user": ANA["id"]}]
)
async def test_with_somebody_a_conversation_is_begun_if_there_is_none(client, sending, address):
    """Once: the next message finds it. Of somebody who never spoke, the id in Entra is known."""
    for key in ("1", "2"):
        assert (await sent(sending, message(key, address=address))).startswith("a:")
    assert client.called("create") == [(address, address.get("user", AAD))]
    assert len(client.called("post")) == 2


async def test_a_conversation_that_is_gone_is_begun_again(client, sending):
    """As when somebody removes Engage, and adds it again."""
    client.faults["post"] = [NOT_FOUND]
    client.conversations[ANA["id"]] = "a:new"
    assert (await sent(sending, message())).startswith("a:new ")
    assert [call[1] for call in client.called("post")] == ["a:1ana", "a:new"]


@pytest.mark.parametrize(
    ("fault", "result"),
    [
        (
            ConnectorError(status=403, code="MessageWritesBlocked", said=True),
            Rejected(problem="MessageWritesBlocked", reason=Undelivered.BLOCKED),
        ),
        (ConnectorError(status=429, code="TooMany"), RetryAfter(problem="TooMany")),
        (ConnectorError(status=502), RetryAfter(problem="http_502", unknown=True)),
        (ConnectorError(code="TimeoutError"), RetryAfter(problem="TimeoutError", unknown=True)),
        (ConnectorError(code="ClientConnectorError", never=True), RetryAfter(problem="ClientConnectorError")),
        (ConnectorError(code="no_id"), RetryAfter(problem="no_id", unknown=True)),
    ],
    ids=str,
)
async def test_what_became_of_it_is_told(client, sending, fault, result):
    """Nothing is raised, and nothing is sent a second time here."""
    client.faults["post"] = [fault]
    assert await sending.send(message()) == result
    assert len(client.called("post")) == 1
    client.faults["create"] = [fault]
    assert await sending.send(message(address={})) == result


async def test_whoever_cannot_be_found_is_rejected(client, sending):
    """Neither their conversation nor one that is begun."""
    client.faults["post"] = [NOT_FOUND, NOT_FOUND]
    assert await sending.send(message()) == Rejected(
        problem="ConversationNotFound", reason=Undelivered.PERSON
    )
    client.faults["create"] = [ConnectorError(status=403, code="ForbiddenOperationException", said=True)]
    told = await sending.send(message(to="somebody else", address={}))
    assert told.reason is Undelivered.BLOCKED


@pytest.mark.parametrize(
    ("answering", "where", "receipt"),
    [
        (None, "19:c@thread.tacv2", "19:c@thread.tacv2 m1"),
        (Answering(), "19:c@thread.tacv2", "19:c@thread.tacv2 m1"),
        (
            Answering(thread="17"),
            "19:c@thread.tacv2;messageid=17",
            "19:c@thread.tacv2;messageid=17 m1",
        ),
    ],
)
async def test_in_a_channel_an_answer_stands_below_what_it_answers(
    client, sending, answering, where, receipt
):
    """Anything else is a post of its own; and nobody's conversation is looked for."""
    assert await sent(sending, in_channel(answering=answering)) == receipt
    ((_, posted_to, _),) = client.called("post")
    assert posted_to == where
    client.faults["post"] = [NOT_FOUND]
    told = await sending.send(in_channel(answering=answering))
    assert told == Rejected(problem="ConversationNotFound", reason=Undelivered.PLACE)
    assert client.called("create") == []


async def test_an_edit_takes_the_place_of_a_message(client, sending):
    """In the thread where it stands."""
    edit = in_channel(edits="19:c@thread.tacv2;messageid=17 m1")
    assert await sent(sending, edit) == edit.edits
    ((_, where, edited, activity),) = client.called("put")
    assert (where, edited) == ("19:c@thread.tacv2;messageid=17", "m1")
    assert activity["attachments"]
    client.faults["put"] = [ConnectorError(status=404, code="ActivityNotFoundInConversation")]
    told = await sending.send(edit)
    assert told == Rejected(problem="ActivityNotFoundInConversation")


@pytest.mark.parametrize("edits", ["nonsense", " m1", "a:1ana ", "answer:teams:1"])
async def test_an_edit_of_what_is_no_message(client, sending, edits):
    """It is not sent as a new one, but for an answer that somebody waits for."""
    assert isinstance(await sending.send(message(edits=edits)), Rejected)
    assert client.calls == []
    await sent(sending, message(edits=edits, answering=Answering()))
    assert len(client.called("post")) == 1


async def test_there_are_no_home_pages(client, sending):
    """Teams has tabs, which are web pages."""
    assert isinstance(await sending.send(message(place=Place.HOME)), Rejected)
    assert client.calls == []


async def test_messages_wait_their_turn(client, sending, monkeypatch):
    """A second or so here, for longer in the queue, which others overtake."""
    monkeypatch.setattr(module, "LONGEST_PAUSE", 0.0)
    results = [await sending.send(message(str(number))) for number in range(8)]
    assert [type(result) for result in results] == [Delivered] * 7 + [RetryAfter]
    assert (results[-1].problem, results[-1].unknown) == ("paced", False)
    assert 0 < results[-1].seconds <= 1
    assert len(client.called("post")) == 7


async def test_what_is_not_kept_is_said_once(client, sending):
    """Nobody is told when even that fails."""
    await sending.say("a:1ana", ADDRESS, CARD)
    client.faults["post"] = [ConnectorError(status=500)]
    await sending.say("a:1ana", ADDRESS, FORM)
    cards = [activity["attachments"][0]["content"] for _, _, activity in client.called("post")]
    assert [card["type"] for card in cards] == ["AdaptiveCard"] * 2
    assert cards[1]["actions"][0]["type"] == "Action.Execute"


def test_an_activity_says_what_a_notification_shows():
    """Its first words, in the language that they are in; and whose organisation it is."""
    activity = activity_of(replace(CARD, title="x" * 300), ADDRESS, stamp="s")
    assert activity["summary"] == f"{'x' * 199}…"
    assert (activity["locale"], activity["channelData"]) == ("en-CA", {"tenant": {"id": TENANT}})
    assert activity_of(FORM, {}, stamp="")["locale"] == "fr-CA"
    assert "recipient" not in activity_of(FORM, {}, stamp="")


async def test_what_is_pressed_says_on_which_message(client, sending):
    """Two messages with the same card are told apart, and a message that is sent again is the same."""
    button = Button(label="Done", payload={"do": "x"})
    stamps = []
    for key in ("one", "two", "one"):
        await sent(sending, replace(message(key), card=replace(CARD, elements=(Actions(buttons=(button,)),))))
        stamps.append(re.search("'stamp': '(.+?)'", str(client.called("post")[-1]))[1])
    assert stamps[0] == stamps[2] != stamps[1]


ASKED_ALONE = {"only": AAD, "answering": Answering(thread="17", whom=ANA["id"])}


async def test_who_asked_alone_in_a_channel_is_answered_alone(client, sending):
    """Nobody else saw the question; the thread is the same."""
    where = "19:c@thread.tacv2;messageid=17"
    assert await sent(sending, in_channel(**ASKED_ALONE)) == f"{where} m1"
    ((address, posted_to, _),) = client.called("whisper")
    assert (address["user"], posted_to) == (ANA["id"], where)
    await sent(sending, in_channel(edits=f"{where} m1", **ASKED_ALONE))
    assert len(client.called("put privately")) == 1


@pytest.mark.parametrize("status", [400, 403, 404, 405, 501])
async def test_where_nobody_can_be_answered_alone_they_are_answered_directly(client, sending, status):
    """And the others read nothing of it."""
    client.faults["whisper"] = [ConnectorError(status=status)]
    assert await sent(sending, in_channel(**ASKED_ALONE)) == f"a:{ANA['id']} m3"
    assert [call[0] for call in client.calls] == ["whisper", "create", "post"]
