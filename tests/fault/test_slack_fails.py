"""Slack fails while messages leave: in the end each has arrived once, or somebody is told who can act."""

import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta

import pytest

from tests.support.slack_bot import MONDAY, OTTAWA, SlackBot

LONG_AGO = datetime(2025, 11, 24, 10, 0, tzinfo=OTTAWA)
"""A Monday. Slack stamps messages with the true time, and none is looked for before it was queued."""

WEDNESDAY = LONG_AGO.replace(day=26, hour=9, minute=1)
TROUBLES = [
    "ratelimited",
    "500",
    "nothing",
    "lost",
    "garbage",
    "internal_error",
    "invalid_auth",
    "not_authed",
]


@pytest.fixture
def bot(tmp_path, slack):
    """Engage in front of that Slack, a year ago."""
    with SlackBot(tmp_path / "bot", slack, moment=LONG_AGO) as bot:
        yield bot


def log_of(bot):
    return (bot.directory / "log").read_text()


def wait_through(bot, since, *, minutes=(2, 10, 60)):
    """Let time pass until every back-off is over."""
    for minute in minutes:
        bot.advance_to(since + timedelta(minutes=minute))


@pytest.mark.parametrize("method", ["chat.postMessage", "conversations.open"])
def test_a_reminder_arrives_once(slack, bot, method):
    """However a call fails, and again, and again: each reminder arrives, once, and no fault is logged."""
    troubles = [how for shift in range(3) for how in (*TROUBLES[shift:], *TROUBLES[:shift])]
    for number in range(len(TROUBLES)):
        slack.add_user(name=f"owner{number}", real_name=f"Owner {number}")
        slack.person(f"owner{number}").types("/engage promise Maria: send the report by Friday")
    for how in troubles:
        slack.fail(method, how)
    bot.advance_to(WEDNESDAY)
    wait_through(bot, WEDNESDAY, minutes=(2, 4, 8, 16))
    arrived = [message for number in range(len(TROUBLES)) for message in slack.person(f"owner{number}").inbox]
    keys = Counter(message["metadata"]["event_payload"]["key"] for message in arrived)
    assert keys == {f"{number}:r1": 1 for number in range(1, len(TROUBLES) + 1)}
    assert '"exception"' not in log_of(bot)


def test_the_history_cannot_be_read(slack, bot):
    """What may have arrived waits until Slack tells; that is weather, and no fault of Engage's."""
    slack.ana.types("/engage promise Maria: send the report by Friday")
    slack.fail("chat.postMessage", "lost")
    for how in ("ratelimited", "500", "nothing", "garbage"):
        slack.fail("conversations.history", how)
    bot.advance_to(WEDNESDAY)
    wait_through(bot, WEDNESDAY, minutes=(2, 4, 8, 16, 32))
    assert len(slack.ana.inbox) == 1
    assert '"exception"' not in log_of(bot)


def test_nobody_can_be_found_any_more(slack, bot):
    """In doubt whether it arrived, and then the account is closed: the leads are told, not kept in the dark."""
    slack.lea.types("/engage liste")
    slack.ana.types("/engage promise Maria: send the report by Friday", channel="engagement")
    slack.fail("chat.postMessage", "nothing")
    slack.fail("conversations.history", "channel_not_found", times=None)
    bot.advance_to(WEDNESDAY)
    slack.fail("chat.postMessage", "user_disabled")
    wait_through(bot, WEDNESDAY)
    assert any("Ana Reyes" in message["text"] for message in slack.lea.inbox)


@pytest.mark.parametrize("how", ["message_not_found", "cant_update_message"])
def test_the_message_that_was_pressed_is_gone(slack, bot, how):
    """The answer to a press takes no place, then, and is a message of its own."""
    slack.ana.types("/engage promise Maria: send the report by Friday")
    bot.advance_to(WEDNESDAY)
    slack.fail("chat.update", how, times=None)
    slack.ana.presses("Done", on=slack.ana.inbox[-1])
    wait_through(bot, WEDNESDAY)
    assert "Promise 1 is closed: kept." in slack.ana.inbox[-1]["text"]


def test_an_answer_takes_its_place_in_the_end(slack, bot):
    """A press is answered on the message that it was pressed on, once Slack takes it."""
    slack.ana.types("/engage promise Maria: send the report by Friday")
    bot.advance_to(WEDNESDAY)
    for how in ("ratelimited", "500", "nothing", "lost", "garbage"):
        slack.fail("chat.update", how)
    slack.ana.presses("Done", on=slack.ana.inbox[-1])
    wait_through(bot, WEDNESDAY, minutes=(2, 4, 8, 16, 32))
    assert ["Promise 1 is closed: kept." in message["text"] for message in slack.ana.inbox] == [True]


def test_an_answer_address_fails(slack, bot):
    """The answer to a press in a command's answer arrives where it was pressed, and takes its place."""
    slack.ana.types("/engage promise Maria: send the report by Friday")
    for how in ("ratelimited", "500", "nothing", "lost"):
        slack.fail("response_url", how)
    slack.ana.presses("Undo", on=slack.ana.last)
    wait_through(bot, LONG_AGO, minutes=(2, 4, 8, 16, 32))
    assert [one["text"].split("\n")[0] for one in slack.ephemerals("ana")] == [
        "Promise 1: the recording was taken back."
    ]


def test_an_answer_address_is_used_up(slack, bot):
    """After thirty minutes of trouble the answer comes as a direct message."""
    slack.ana.types("/engage promise Maria: send the report by Friday", channel="engagement")
    slack.fail("response_url", "500", times=1)
    slack.ana.presses("Undo", on=slack.ana.last)
    slack.wait_for(lambda: slack.calls and not slack.responses)
    bot.settle()
    slack.expire(slack.deliveries[-1].payload["response_url"])
    wait_through(bot, LONG_AGO)
    assert "the recording was taken back" in slack.ana.inbox[-1]["text"]


def test_a_home_page_is_drawn_in_the_end(slack, bot):
    """A page that could not be drawn is drawn later, as things stand then."""
    slack.fail("views.publish", "500", times=2)
    slack.ana.opens_home()
    wait_through(bot, LONG_AGO)
    assert slack.home("ana")


def test_whoever_depends_is_told_and_the_doctor_shows_it(slack, tmp_path):
    """A question that can never arrive is told to its owner, and stands in `engage doctor`."""
    with SlackBot(tmp_path / "now", slack, moment=datetime.now(OTTAWA)) as bot:
        slack.dana.types("/engage mine")
        slack.ana.types("/engage promise Maria: send the report by in 20 days")
        slack.fail("chat.postMessage", "user_disabled")
        slack.ana.types("/engage escalate 1 to @dana: publish?")
        bot.settle()
        bot.settle()
        assert slack.ana.inbox[-1]["text"].startswith(
            "Dana Whitfield was not told about promise 1.\nEngage cannot reach this account."
        )
        doctor = [sys.executable, "-m", "bot", "doctor", "--config", str(bot.directory / "app.yaml")]
        asked = subprocess.run(doctor, env=bot.environment, capture_output=True, text=True, check=False)
    assert asked.returncode == 1
    assert "to slack:U0DANA was given up: user_disabled" in asked.stdout


def test_a_channel_is_left(slack, tmp_path):
    """A summary for a channel without Engage: its leads are told to invite it."""
    with SlackBot(tmp_path / "left", slack) as bot:
        slack.lea.types("/engage liste")
        bot.settle()
        slack.fail("chat.postMessage", "not_in_channel")
        bot.advance_to(MONDAY.replace(day=30, hour=9, minute=1))
        bot.settle()
        assert any("Invitez-l" in message["text"] for message in slack.lea.inbox), slack.lea.inbox
