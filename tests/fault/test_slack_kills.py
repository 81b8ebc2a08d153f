"""Engage is killed while reminders leave, and Slack loses answers: each reminder arrives exactly once."""

import random
from collections import Counter
from datetime import datetime, timedelta

from tests.support.slack_bot import OTTAWA, SlackBot

LONG_AGO = datetime(2025, 11, 24, 10, 0, tzinfo=OTTAWA)
"""A Monday. Slack stamps messages with the true time, and none is looked for before it was queued."""

OWNERS = [f"owner{number:02}" for number in range(60)]
LEASE = timedelta(seconds=61)


def arrived(slack):
    """Return how often each message arrived, by its key."""
    messages = [message for owner in OWNERS for message in slack.messages(owner)]
    return Counter(message["metadata"]["event_payload"]["key"] for message in messages)


def test_each_reminder_arrives_once(slack, tmp_path):
    """Sixty people, one answer in ten lost, and a power cut at four moments of the sending."""
    chance = random.Random(20)
    for owner in OWNERS:
        slack.add_user(name=owner, real_name=owner.title())
    with SlackBot(tmp_path, slack, moment=LONG_AGO) as bot:
        for owner in OWNERS:
            slack.person(owner).types("/engage promise Maria: send the report by Friday")
        for _ in range(500):
            slack.fail("chat.postMessage", "lost" if chance.random() < 0.1 else "slow", seconds=0.02)
        now = LONG_AGO.replace(day=26, hour=9, minute=1)
        for _ in range(4):
            bot.kill()
            bot.jump(now)
            bot.start()  # it sweeps when it starts
            enough = len(slack.calls_of("chat.postMessage")) + chance.randint(1, 4)
            slack.wait_for(lambda enough=enough: len(slack.calls_of("chat.postMessage")) >= enough)
            now += LEASE
        bot.restart()
        for _ in range(5):
            now += timedelta(minutes=2)
            bot.advance_to(now)
    assert arrived(slack) == {f"{number}:r1": 1 for number in range(1, len(OWNERS) + 1)}
    assert len(slack.calls_of("conversations.history")) > 0, "something was in doubt, and looked for"
