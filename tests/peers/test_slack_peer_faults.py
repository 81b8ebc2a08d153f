"""The ways in which the peer fails on demand, and the limits of response URLs."""

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient


@pytest.fixture
def client(slack):
    return AsyncWebClient(slack.bot_token, base_url=slack.api_url, timeout=5, retry_handlers=[])


def texts(slack):
    return [message["text"] for message in slack.messages("engagement")]


async def test_throttled_call_says_when_to_come_back(slack, client):
    """429 with Retry-After, as often as asked for and not performed; then everything is well."""
    slack.fail("chat.postMessage", "ratelimited", times=2, seconds=30)
    for _ in range(2):
        with pytest.raises(SlackApiError) as raised:
            await client.chat_postMessage(channel="C0ENGAGEMENT", text="hello")
        assert raised.value.response.status_code == 429
        assert raised.value.response.headers["Retry-After"] == "30"
        assert raised.value.response["error"] == "ratelimited"
    await client.chat_postMessage(channel="C0ENGAGEMENT", text="hello again")
    assert texts(slack) == ["hello again"]
    assert len(slack.calls_of("chat.postMessage")) == 3


@pytest.mark.parametrize(("how", "arrives"), [("nothing", False), ("lost", True)])
async def test_unanswered_call_may_have_been_performed(slack, client, how, arrives):
    """The connection ends without an answer; only Slack knows whether the message arrived."""
    slack.fail("chat.postMessage", how)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await client.chat_postMessage(channel="C0ENGAGEMENT", text="hello")
    assert texts(slack) == (["hello"] if arrives else [])


@pytest.mark.parametrize(("how", "status"), [("500", 500), ("garbage", 200)])
async def test_answer_that_is_no_answer(slack, client, how, status):
    """An error page instead of JSON, and nothing was performed."""
    slack.fail("chat.postMessage", how)
    with pytest.raises(SlackApiError) as raised:
        await client.chat_postMessage(channel="C0ENGAGEMENT", text="hello")
    assert raised.value.response.status_code == status
    assert texts(slack) == []


async def test_slow_call_is_performed_late(slack):
    """A client that does not wait learns nothing."""
    hasty = AsyncWebClient(slack.bot_token, base_url=slack.api_url, timeout=0.05, retry_handlers=[])
    slack.fail("auth.test", "slow", seconds=0.5)
    with pytest.raises(TimeoutError):
        await hasty.auth_test()


async def test_error_lasts_until_slack_recovers(slack, client):
    """Any error of Slack's, for as long as the test wants."""
    slack.fail("chat.postMessage", "channel_not_found", times=None)
    for _ in range(3):
        with pytest.raises(SlackApiError, match="channel_not_found"):
            await client.chat_postMessage(channel="C0ENGAGEMENT", text="hello")
    slack.recover("chat.postMessage")
    await client.chat_postMessage(channel="C0ENGAGEMENT", text="hello")
    assert texts(slack) == ["hello"]


async def posted(url, **body):
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as answer:
        return answer.status, await answer.json()


async def test_response_url_works_five_times(slack):
    """The sixth use is refused; the five are recorded and shown."""
    url = slack.response_url("ana", "engagement")
    for number in range(5):
        assert await posted(url, text=str(number)) == (200, {"ok": True})
    assert await posted(url, text="5") == (404, {"ok": False, "error": "used_url"})
    assert slack.responses == [(url, {"text": str(number)}) for number in range(5)]
    assert [message["text"] for message in slack.ephemerals("ana")] == ["0", "1", "2", "3", "4"]


async def test_response_url_expires(slack):
    """After thirty minutes it is refused."""
    url = slack.response_url("ana")
    slack.expire(url)
    assert await posted(url, text="late") == (404, {"ok": False, "error": "expired_url"})
    assert slack.responses == []


async def test_response_url_can_post_for_everybody(slack):
    """With `in_channel` everybody in the conversation sees it."""
    await posted(slack.response_url("ana", "engagement"), text="for all", response_type="in_channel")
    assert texts(slack) == ["for all"]
    assert slack.ephemerals("ana") == []


async def test_response_url_fails_on_demand(slack):
    """The fault switch reaches response URLs, too."""
    slack.fail("response_url", "nothing")
    url = slack.response_url("ana")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await posted(url, text="hello")
    assert await posted(url, text="hello") == (200, {"ok": True})
