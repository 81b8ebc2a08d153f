"""A message whose sending had no known outcome is found by its key, or is known not to be there."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.slack import sending as module
from adapters.slack.client import Client
from adapters.slack.sending import MARGIN, Sending
from bot.messages import Answering, Card, ConversationRef, Delivered, Outbound, Place, RetryAfter
from tests.peers.slack import slack_peer

ANA, CHANNEL = "U0ANA", "C0ENGAGEMENT"
CARD = Card(title="One promise needs you", language="en")


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


def direct(key="12:r1", **more):
    to = ConversationRef(platform="slack", id=ANA, place=Place.DIRECT)
    return Outbound(key=key, to=to, card=CARD, **more)


def in_channel(key="12:r1", **more):
    to = ConversationRef(platform="slack", id=CHANNEL, place=Place.CHANNEL)
    return Outbound(key=key, to=to, card=CARD, **more)


async def sent(sending, outbound):
    result = await sending.send(outbound)
    assert isinstance(result, Delivered), result
    return result.receipt


@pytest.fixture
def since():
    """When the message was queued."""
    return datetime.now(UTC)


@pytest.mark.parametrize("make", [direct, in_channel])
async def test_what_arrived_is_found_although_its_answer_was_lost(slack, sending, since, make):
    """What never left is not, nor what has another key."""
    assert await sending.find(make(), since=since) is None
    slack.fail("chat.postMessage", "lost")
    result = await sending.send(make())
    assert (type(result), result.unknown) == (RetryAfter, True)
    found = await sending.find(make(), since=since)
    (shown,) = slack.messages("ana" if make is direct else "engagement")
    assert found.message_id == f"{shown['channel']}:{shown['ts']}"
    assert await sending.find(make("12:r"), since=since) is None
    assert await sending.find(make("12:r11"), since=since) is None


async def test_another_conversation_is_not_searched(sending, since):
    """The same key elsewhere is another message."""
    await sent(sending, in_channel())
    assert await sending.find(direct(), since=since) is None


async def test_it_is_found_among_many_messages(slack, sending, since, monkeypatch):
    """Over several pages, whoever else wrote in between."""
    monkeypatch.setattr(module, "PAGE", 3)
    receipts = {}
    for number in range(8):
        receipts[number] = await sent(sending, in_channel(str(number)))
        slack.say("sam", f"hello {number}", channel="engagement")
    for number, receipt in receipts.items():
        assert await sending.find(in_channel(str(number)), since=since) == receipt
    before = len(slack.calls_of("conversations.history"))
    assert await sending.find(in_channel("8"), since=since) is None
    assert len(slack.calls_of("conversations.history")) == before + 6


async def test_there_is_an_end_to_the_search(slack, sending, since, monkeypatch):
    """A channel in which much is written does not keep a message for ever."""
    monkeypatch.setattr(module, "PAGE", 1)
    monkeypatch.setattr(module, "MOST_PAGES", 4)
    for number in range(6):
        await sent(sending, in_channel(str(number)))
    assert await sending.find(in_channel("2"), since=since) is not None
    assert await sending.find(in_channel("0"), since=since) is None
    assert len(slack.calls_of("conversations.history")) == 8


async def test_clocks_may_differ(sending, since, monkeypatch):
    """What Slack says was posted before it was queued, or long after, is found all the same."""
    monkeypatch.setattr(module, "PAGE", 1)
    receipt = await sent(sending, direct())
    await sent(sending, direct("13:r1"))
    for apart in (timedelta(), MARGIN * 0.9, -MARGIN, timedelta(days=-3)):
        assert await sending.find(direct(), since=since + apart) == receipt


async def test_what_was_written_long_before_is_not_searched(slack, sending, since, monkeypatch):
    """A message cannot have arrived before there was one."""
    monkeypatch.setattr(module, "PAGE", 2)
    for number in range(6):
        await sent(sending, direct(str(number)))
    assert await sending.find(direct("0"), since=since + MARGIN * 2) is None
    assert len(slack.calls_of("conversations.history")) == 1


async def test_it_is_found_in_its_thread(slack, sending, since, monkeypatch):
    """Replies stand in no history of the channel; nor does the channel's history count for a thread."""
    monkeypatch.setattr(module, "PAGE", 2)
    await sent(sending, in_channel("above"))
    (above,) = slack.messages("engagement")
    below = Answering(thread=above["ts"])
    receipts = [await sent(sending, in_channel(str(number), answering=below)) for number in range(5)]
    for number, receipt in enumerate(receipts):
        assert await sending.find(in_channel(str(number), answering=below), since=since) == receipt
    assert await sending.find(in_channel("5", answering=below), since=since) is None
    assert slack.calls_of("conversations.history") == []


@pytest.mark.parametrize(
    "outbound", [in_channel(only=ANA), direct(answering=Answering(url="https://x.example"))]
)
async def test_what_stands_in_no_history_nobody_can_find(slack, sending, since, outbound):
    """Messages for one person in a channel, and answers by the way that came with a request."""
    assert await sending.find(outbound, since=since) is None
    assert slack.calls == []


@pytest.mark.parametrize(
    "how", ["500", "garbage", "nothing", "ratelimited", "internal_error", "invalid_auth"]
)
@pytest.mark.parametrize("method", ["conversations.history", "conversations.replies", "conversations.open"])
async def test_not_being_able_to_look_is_not_the_same_as_not_being_there(slack, sending, since, method, how):
    """The message waits, and is as unsure as before."""
    slack.fail(method, how, times=None, seconds=7)
    thread = Answering(thread="1795435200.000100") if method == "conversations.replies" else None
    outbound = direct() if method == "conversations.open" else in_channel(answering=thread)
    result = await sending.find(outbound, since=since)
    assert (type(result), result.unknown) == (RetryAfter, True)
    assert result.seconds == (7 if how == "ratelimited" else None)


@pytest.mark.parametrize("code", ["channel_not_found", "not_in_channel", "user_disabled"])
async def test_where_nothing_can_be_posted_nothing_was(slack, sending, since, code):
    """Sending it then says why it is given up."""
    slack.fail("conversations.history", code)
    assert await sending.find(in_channel(), since=since) is None


async def test_a_search_that_breaks_off_is_none(slack, sending, since, monkeypatch):
    """The second page could have held it."""
    monkeypatch.setattr(module, "PAGE", 1)
    for number in range(3):
        await sent(sending, in_channel(str(number)))
    slack.fail("conversations.history", "slow", seconds=0)
    slack.fail("conversations.history", "ratelimited")
    result = await sending.find(in_channel("0"), since=since)
    assert (type(result), result.unknown) == (RetryAfter, True)
