"""What a failed call to Slack means for its message: send it again, look for it first, or give it up."""

import asyncio
import socket
from contextlib import asynccontextmanager

import pytest

from adapters.slack import client as module
from adapters.slack.client import Client
from adapters.slack.results import FAILURES, TOKEN, code_of, result_of
from bot.messages import Rejected, RetryAfter, Undelivered
from tests.peers.slack import slack_peer

HERE = {"channel": "C0ENGAGEMENT", "text": "hello"}


@pytest.fixture(scope="module")
def workspace():
    """A Slack for all the tests."""
    with slack_peer() as slack:
        yield slack


@pytest.fixture
def slack(workspace):
    yield workspace
    workspace.recover()


@asynccontextmanager
async def opened(api_url, token="xoxb-engage"):
    client = Client(token=token, api_url=api_url)
    await client.open()
    yield client
    await client.close()


async def failed(api_url, call=lambda client: client.chat_postMessage(**HERE), **options):
    """Return what a call raises; it raises something that `FAILURES` names."""
    async with opened(api_url, **options) as client:
        with pytest.raises(FAILURES) as raised:
            await call(client)
    return raised.value


@asynccontextmanager
async def answering(answer):
    """Yield the address of a server that answers everything with these bytes, and closes the connection."""

    async def serve(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/"


def raw(body, *headers, status="200 OK", kind="application/json"):
    lines = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(body)}",
        *headers,
        "",
        body,
    ]
    return "\r\n".join(lines).encode()


GIVEN_UP = {
    Undelivered.PLACE: "channel_not_found is_archived",
    Undelivered.OUTSIDE: """
        not_in_channel user_not_in_channel restricted_action restricted_action_read_only_channel
        restricted_action_thread_only_channel restricted_action_non_threadable_channel
        restricted_action_thread_locked
    """,
    Undelivered.PERSON: "user_disabled user_not_found users_not_found user_not_visible cannot_dm_bot",
    Undelivered.OTHER: """
        messages_tab_disabled invalid_blocks invalid_blocks_format invalid_arguments msg_blocks_too_long
        msg_too_long no_text message_not_found cant_update_message edit_window_closed thread_not_found
        cannot_reply_to_message view_too_large not_enabled
    """,
}
"""What Slack's reference says of chat.postMessage, chat.postEphemeral, chat.update, conversations.open and
views.publish, each at https://docs.slack.dev/reference/methods, by what it means for people."""


@pytest.mark.parametrize(
    ("code", "reason"), [(code, reason) for reason, codes in GIVEN_UP.items() for code in codes.split()]
)
async def test_what_trying_again_does_not_mend_is_given_up(slack, code, reason):
    """With what it means for people."""
    slack.fail("chat.postMessage", code)
    assert result_of(await failed(slack.api_url)) == Rejected(problem=code, reason=reason)


async def test_what_slack_refuses_by_itself_is_given_up(slack):
    """Blocks that are none, a channel that is not there, one without Engage, and somebody who left."""
    gone = await asyncio.to_thread(slack.add_user, name="gone", real_name="Gone", deleted=True)
    refused = {
        "invalid_blocks": lambda client: client.chat_postMessage(**HERE, blocks=[{"type": "nonsense"}]),
        "channel_not_found": lambda client: client.chat_postMessage(channel="C0NOWHERE", text="x"),
        "not_in_channel": lambda client: client.chat_postMessage(channel="C0ELSEWHERE", text="x"),
        "user_disabled": lambda client: client.conversations_open(users=gone),
        "invalid_arguments": lambda client: client.views_publish(user_id="U0ANA", view={"type": "home"}),
    }
    for code, call in refused.items():
        result = result_of(await failed(slack.api_url, call))
        assert (code, type(result), result.problem) == (code, Rejected, code)


@pytest.mark.parametrize("code", sorted(TOKEN))
async def test_a_fault_of_the_installation_gives_nothing_up(slack, code):
    """Once it is mended, the message leaves; it did not arrive before."""
    slack.fail("chat.postMessage", code)
    assert result_of(await failed(slack.api_url)) == RetryAfter(problem=code)


async def test_a_token_that_slack_does_not_know(slack):
    """It has a word for that."""
    assert code_of(await failed(slack.api_url, token="xoxb-another")) == "invalid_auth"


@pytest.mark.parametrize("code", ["internal_error", "fatal_error", "request_timeout", "service_unavailable"])
async def test_what_slack_may_have_done_all_the_same_is_looked_for(slack, code):
    """Slack says of these that some of it may have been done."""
    slack.fail("chat.postMessage", code)
    assert result_of(await failed(slack.api_url)) == RetryAfter(problem=code, unknown=True)


async def test_an_error_that_nobody_knows_yet_gives_nothing_up(slack):
    """Slack did not do it, and may say something else next time."""
    slack.fail("chat.postMessage", "moon_in_the_wrong_house")
    assert result_of(await failed(slack.api_url)) == RetryAfter(problem="moon_in_the_wrong_house")


@pytest.mark.parametrize("seconds", [1, 30, 600])
async def test_slack_says_how_long_to_wait(slack, seconds):
    """What is throttled has not arrived."""
    slack.fail("chat.postMessage", "ratelimited", seconds=seconds)
    assert result_of(await failed(slack.api_url)) == RetryAfter(problem="ratelimited", seconds=seconds)


LIMITED = '{"ok": false, "error": "ratelimited"}'


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (raw(LIMITED, status="429 Too Many Requests"), 30),
        (raw(LIMITED, "Retry-After: ", status="429 Too Many Requests"), 30),
        (raw(LIMITED, "Retry-After: soon", status="429 Too Many Requests"), 30),
        (raw(LIMITED, "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT", status="429 Too Many Requests"), 30),
        (raw(LIMITED, "Retry-After: 0", status="429 Too Many Requests"), 1),
        (raw(LIMITED, "Retry-After: -5", status="429 Too Many Requests"), 1),
        (raw(LIMITED, "retry-after: 12", status="429 Too Many Requests"), 12),
        (raw(LIMITED), 30),
        (raw('{"ok": false, "error": "rate_limited"}'), 30),
        (
            raw("<html>slow down</html>", "Retry-After: 7", status="429 Too Many Requests", kind="text/html"),
            7,
        ),
        (raw("", "Retry-After: 7", status="429 Too Many Requests"), 7),
    ],
)
async def test_however_slack_says_to_wait(answer, seconds):
    """Without a number of seconds it is half a minute, and never less than one."""
    async with answering(answer) as api_url:
        result = result_of(await failed(api_url))
    assert (type(result), result.seconds, result.unknown) == (RetryAfter, seconds, False)


@pytest.mark.parametrize("named", ["inf", "nan", "1e999", "99999999999999"])
async def test_no_answer_keeps_a_message_for_ever(named):
    """An hour is as long as the outbox waits by itself."""
    async with answering(raw(LIMITED, f"Retry-After: {named}", status="429 Too Many Requests")) as api_url:
        result = result_of(await failed(api_url))
    assert 1 <= result.seconds <= 3_600


@pytest.mark.parametrize("how", ["500", "garbage", "nothing", "lost"])
async def test_without_an_answer_it_may_have_arrived(slack, how):
    """An error page, a page of another kind, and a connection that ends."""
    slack.fail("chat.postMessage", how, times=None)
    result = result_of(await failed(slack.api_url))
    assert (type(result), result.unknown, result.seconds) == (RetryAfter, True, None)
    assert result.problem


@pytest.mark.parametrize(
    "answer",
    [
        raw("[]"),
        raw("null"),
        raw("7"),
        raw('"ok"'),
        raw(""),
        raw("{"),
        raw("{}"),
        raw('{"ok": false}'),
        raw('{"ok": false, "error": null}'),
        raw("ok", kind="text/plain"),
        raw("[]", status="500 Internal Server Error"),
        raw('{"ok": false, "error": "oh"}', status="503 Service Unavailable"),
        raw("<html>502</html>", status="502 Bad Gateway", kind="text/html"),
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n\xff\xfe{}",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"",
    ],
)
async def test_what_is_no_answer_of_slacks_may_have_followed_on_success(answer):
    """Whatever comes back, no other error leaves the client than those that are known to."""
    async with answering(answer) as api_url:
        result = result_of(await failed(api_url))
    assert (type(result), result.unknown) == (RetryAfter, True)
    assert result.problem


async def test_what_never_left_has_not_arrived():
    """Nobody listens, or there is no such host."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/"
        result = result_of(await failed(nobody))
    assert (type(result), result.unknown) == (RetryAfter, False)
    result = result_of(await failed("http://slack.invalid/api/"))
    assert (type(result), result.unknown) == (RetryAfter, False)


async def test_what_takes_too_long_may_have_arrived(slack, monkeypatch):
    """Nobody waits for ever."""
    monkeypatch.setattr(module, "ANSWERS_WITHIN", 0.1)
    slack.fail("chat.postMessage", "slow", seconds=30)
    result = result_of(await failed(slack.api_url))
    assert (type(result), result.unknown) == (RetryAfter, True)


async def test_nothing_is_tried_again_by_the_client(slack):
    """The outbox knows what may have arrived; a client that repeats itself would send it twice."""
    before = len(slack.calls_of("chat.postMessage"))
    for how in ("ratelimited", "500", "internal_error", "lost"):
        slack.fail("chat.postMessage", how)
        await failed(slack.api_url)
    assert len(slack.calls_of("chat.postMessage")) == before + 4
