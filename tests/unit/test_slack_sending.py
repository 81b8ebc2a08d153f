"""Messages leave for the right place in Slack by the right way, and are found again by their keys."""

import asyncio
from dataclasses import replace

import pytest

from adapters.slack.client import Client
from adapters.slack.sending import Sending
from bot.messages import Answering, Card, ConversationRef, Delivered, Outbound, Place, Rejected, RetryAfter
from tests.peers.slack import slack_peer

ANA, SAM, CHANNEL = "U0ANA", "U0SAM", "C0ENGAGEMENT"


@pytest.fixture
def slack():
    """A Slack of its own."""
    with slack_peer() as slack:
        yield slack


@pytest.fixture
async def sending(slack):
    client = Client(token=slack.bot_token, api_url=slack.api_url)
    await client.open()
    yield Sending(client)
    await client.close()


def to(place, where):
    return ConversationRef(platform="slack", id=where, place=place)


def message(key="12:r1", *, place=Place.DIRECT, where=ANA, text="One promise & <!channel>", **more):
    return Outbound(key=key, to=to(place, where), card=Card(title=text, language="en"), **more)


def in_channel(key="12:r1", **more):
    return message(key, place=Place.CHANNEL, where=CHANNEL, **more)


async def sent(sending, outbound):
    """Send a message that is delivered; return its receipt."""
    result = await sending.send(outbound)
    assert isinstance(result, Delivered), result
    return result.receipt


def called(slack):
    return [call.method for call in slack.calls]


async def test_a_direct_message_opens_the_conversation_once(slack, sending):
    """The text stands for the blocks, nobody's words are mark-up, and no picture of a link unfolds."""
    receipt = await sent(sending, message())
    (shown,) = slack.messages("ana")
    assert receipt.message_id == f"{slack.direct('ana')}:{shown['ts']}"
    assert shown["text"] == "One promise &amp; &lt;!channel&gt;"
    assert shown["metadata"]["event_payload"] == {"key": "12:r1"}
    (asked,) = slack.calls_of("chat.postMessage")
    assert [str(asked[key]).lower() in {"0", "false"} for key in ("unfurl_links", "unfurl_media")] == [
        True
    ] * 2
    await sent(sending, message("12:r2"))
    await sent(sending, message("13:r1", where=SAM))
    assert [call["users"] for call in slack.calls_of("conversations.open")] == [ANA, SAM]
    assert [len(slack.messages(name)) for name in ("ana", "sam")] == [2, 1]


async def test_a_conversation_that_did_not_open_is_asked_for_again(slack, sending):
    """A failure is not kept."""
    slack.fail("conversations.open", "ratelimited", seconds=7)
    assert await sending.send(message()) == RetryAfter(problem="ratelimited", seconds=7)
    await sent(sending, message())
    assert len(slack.messages("ana")) == 1


async def test_everybody_in_a_channel_sees_what_is_for_it(slack, sending):
    """No conversation is opened for it."""
    receipt = await sent(sending, in_channel())
    (shown,) = slack.messages("engagement")
    assert receipt.message_id == f"{CHANNEL}:{shown['ts']}"
    assert called(slack) == ["chat.postMessage"]


async def test_what_is_for_one_in_a_channel_nobody_else_sees(slack, sending):
    """Also below the message of a thread."""
    await sent(sending, in_channel(only=ANA, answering=Answering(thread="1795435200.000100")))
    assert slack.messages("engagement") == []
    (shown,) = slack.ephemerals("ana")
    assert (shown["channel"], shown["text"][:11]) == (CHANNEL, "One promise")
    (asked,) = slack.calls_of("chat.postEphemeral")
    assert asked["thread_ts"] == "1795435200.000100"


async def test_an_answer_stands_below_what_it_answers(slack, sending):
    """In the thread; without one, in the conversation."""
    await sent(sending, in_channel("1"))
    (above,) = slack.messages("engagement")
    await sent(sending, in_channel("2", answering=Answering(thread=above["ts"])))
    await sent(sending, in_channel("3", answering=Answering()))
    assert [one.get("thread_ts") for one in slack.messages("engagement")] == [None, above["ts"], None]


async def test_an_edit_takes_the_place_of_a_message(slack, sending):
    """Everything about it stays but what it says."""
    receipt = await sent(sending, message())
    edit = message("12:v2", text="Done", edits=receipt.message_id)
    assert await sent(sending, edit) == receipt
    (shown,) = slack.messages("ana")
    assert shown["text"] == "Done"
    slack.fail("chat.update", "message_not_found")
    assert await sending.send(edit) == Rejected(problem="message_not_found")


@pytest.mark.parametrize("edits", ["nonsense", "C0ENGAGEMENT:", ":1.2", "answer:slack:command:1"])
async def test_an_edit_of_what_is_no_message_is_rejected(sending, edits):
    """It is not sent as a new one."""
    assert isinstance(await sending.send(message(edits=edits)), Rejected)


async def test_a_home_page_is_published(slack, sending):
    """Once more, and it takes the place of what was there."""
    for text in ("one", "two"):
        receipt = await sent(sending, message(place=Place.HOME, text=text))
    assert receipt.message_id == slack.home("ana")["id"]
    assert "two" in str(slack.home("ana")["blocks"])
    assert "one" not in str(slack.home("ana")["blocks"])
    assert set(called(slack)) == {"views.publish"}


@pytest.mark.parametrize(
    ("outbound", "body", "everybody"),
    [
        (message(), {"response_type": "ephemeral", "replace_original": False}, 0),
        (in_channel(only=ANA), {"response_type": "ephemeral", "replace_original": False}, 0),
        (in_channel(), {"response_type": "in_channel", "replace_original": False}, 1),
    ],
)
async def test_an_answer_takes_the_way_that_came_with_the_request(slack, sending, outbound, body, everybody):
    """To everybody only what is for everybody."""
    url = slack.response_url("ana", "engagement")
    await sent(sending, replace(outbound, answering=Answering(url=url)))
    ((used, posted),) = slack.responses
    assert (used, {key: posted[key] for key in body}) == (url, body)
    assert posted["text"].startswith("One promise")
    assert (len(slack.messages("engagement")), len(slack.ephemerals("ana"))) == (everybody, 1 - everybody)
    assert called(slack) == []


async def test_what_only_one_person_sees_is_changed_by_the_way_that_came_with_the_press(slack, sending):
    """Slack takes it as the new state of the message that was pressed on."""
    url = slack.response_url("ana", "engagement")
    edit = in_channel(edits=f"{CHANNEL}:1795435200.000100", only=ANA, answering=Answering(url=url))
    await sent(sending, edit)
    ((_, posted),) = slack.responses
    assert (posted["response_type"], posted["replace_original"]) == ("ephemeral", True)
    assert called(slack) == []


@pytest.mark.parametrize("gone", ["expired", "used up", "unknown"])
@pytest.mark.parametrize(
    ("outbound", "thread"),
    [(message(), ""), (in_channel(only=ANA), ""), (in_channel(only=ANA), "1795435200.0001")],
)
async def test_once_that_way_is_gone_an_answer_comes_directly(slack, sending, outbound, thread, gone):
    """With its key, so that it is found; and in no thread, since a channel's is not there."""
    url = slack.response_url("ana", "engagement")
    match gone:
        case "expired":
            slack.expire(url)
        case "unknown":
            url += "x"
        case _:
            for number in range(5):
                await sent(sending, message(str(number), answering=Answering(url=url)))
    last = replace(outbound, key="last", answering=Answering(url=url, thread=thread))
    receipt = await sent(sending, last)
    (shown,) = slack.messages("ana")
    assert receipt.message_id == f"{slack.direct('ana')}:{shown['ts']}"
    assert shown["metadata"]["event_payload"] == {"key": "last"}
    assert "thread_ts" not in slack.calls_of("chat.postMessage")[-1]


async def test_once_that_way_is_gone_what_is_for_everybody_comes_to_the_channel(slack, sending):
    """Not to one person alone."""
    url = slack.response_url("ana", "engagement")
    slack.expire(url)
    receipt = await sent(sending, in_channel(answering=Answering(url=url)))
    (shown,) = slack.messages("engagement")
    assert receipt.message_id == f"{CHANNEL}:{shown['ts']}"


async def test_an_answer_whose_place_is_gone_is_a_message_of_its_own(slack, sending):
    """Whoever pressed waits for it; other edits of what was deleted are nobody's loss."""
    receipt = await sent(sending, message())
    slack.fail("chat.update", "message_not_found", times=2)
    edit = message("answer:1", text="Done", edits=receipt.message_id)
    assert isinstance(await sending.send(edit), Rejected)
    another = await sent(sending, replace(edit, answering=Answering()))
    assert [f"{one['channel']}:{one['ts']}" for one in slack.messages("ana")] == [
        receipt.message_id,
        another.message_id,
    ]


@pytest.mark.parametrize("how", ["lost", "nothing", "500", "ratelimited"])
async def test_an_answer_that_slack_did_not_take_is_sent_again(slack, sending, how):
    """By the same way, which is still there."""
    slack.fail("response_url", how)
    outbound = message(answering=Answering(url=slack.response_url("ana")))
    result = await sending.send(outbound)
    assert isinstance(result, RetryAfter)
    assert result.unknown or how == "ratelimited"
    await sent(sending, outbound)
    assert called(slack) == []


@pytest.mark.parametrize(
    ("method", "outbound"),
    [
        ("chat.postMessage", message()),
        ("chat.postMessage", in_channel()),
        ("chat.postEphemeral", in_channel(only=ANA)),
        ("chat.update", message(edits="D1:1.2")),
        ("views.publish", message(place=Place.HOME)),
    ],
)
@pytest.mark.parametrize("how", ["lost", "nothing", "500", "garbage", "internal_error"])
async def test_an_answer_that_got_lost_is_an_unknown_outcome(slack, sending, method, outbound, how):
    """Nothing is raised, whatever the network does."""
    slack.fail(method, how)
    result = await sending.send(outbound)
    assert (type(result), result.unknown) == (RetryAfter, True)


async def test_whoever_is_not_there_is_rejected(slack, sending):
    """Somebody who left, somebody who never was, a channel that is not there or not open to Engage."""
    gone = await asyncio.to_thread(slack.add_user, name="gone", real_name="Gone", deleted=True)
    for outbound in (
        message(where=gone),
        message(where="U0NOBODY"),
        message(place=Place.CHANNEL, where="C0NOWHERE"),
        message(place=Place.CHANNEL, where="C0ELSEWHERE"),
    ):
        assert isinstance(await sending.send(outbound), Rejected), outbound.to
