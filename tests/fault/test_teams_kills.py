"""Sixty reminders leave while Teams throttles, and while Engage is killed: each arrives."""

import random
from collections import Counter
from datetime import timedelta

from tests.peers.teams import teams_peer
from tests.support.teams_bot import WEDNESDAY, TeamsBot

OWNERS = ("ana", "sam", "dana", "lea", "luc", "noor")
LEASE = timedelta(seconds=61)


def record(people, bot, minutes):
    """Let six people ask to be reminded of so many promises each, one a minute on Wednesday; return of which."""
    for number, person in enumerate(people * minutes, start=1):
        minute = (number - 1) // len(people)
        person.says(f"promise Maria: send part {number} by Friday")
        person.says(f"snooze {number} until Wednesday 10:{minute:02}")
    bot.settle()
    return {f"part {number}" for number in range(1, len(people) * minutes + 1)}


def reminded(people):
    """How often each promise stood in a reminder."""
    said = [message.words for person in people for message in person.inbox]
    needs = [words for words in said if words[0] in {"One promise needs you", "Un engagement vous attend"}]
    return Counter(words[1].split("send ")[1] for words in needs)


def test_each_reminder_arrives_once_under_throttling(tmp_path):
    """One send in ten is refused, with or without a word of how long to wait: none is lost, none is doubled."""
    chance = random.Random(20)
    with teams_peer() as teams, TeamsBot(tmp_path, teams) as bot:
        people = [teams.person(name) for name in OWNERS]
        reminders = record(people, bot, 10)
        tried = len(teams.calls)
        now = WEDNESDAY.replace(hour=10, minute=0, second=30)
        for minute in range(10):
            for place in OWNERS:
                if chance.random() < 0.1:
                    told = {"Retry-After": "30"} if chance.random() < 0.5 else {}
                    teams.fail(429, place=place, headers=told)
            bot.advance_to(now + timedelta(minutes=minute))
        teams.recover()
        bot.advance_to(now + timedelta(minutes=30))
        assert any(call.status == 429 for call in teams.calls[tried:])
        assert reminded(people) == dict.fromkeys(reminders, 1)


def test_each_reminder_arrives_in_spite_of_power_cuts(tmp_path):
    """What was on its way when Engage was killed may come twice, at most one of each conversation at a time."""
    chance = random.Random(20)
    with teams_peer() as teams, TeamsBot(tmp_path, teams) as bot:
        people = [teams.person(name) for name in OWNERS]
        reminders = record(people, bot, 4)
        now, kills = WEDNESDAY.replace(hour=10, minute=0, second=30), 0
        for minute in range(4):
            bot.jump(now + timedelta(minutes=minute))
            if minute % 2:
                bot.kill()
                bot.start()  # it sweeps when it starts
                enough = len(teams.calls) + chance.randint(1, 4)
                teams.wait_for(lambda enough=enough: len(teams.calls) >= enough)
                bot.restart()
                kills += 1
            bot.settle()
        bot.advance_to(now + timedelta(minutes=30) + LEASE)
        often = reminded(people)
    assert set(often) == reminders
    assert max(often.values()) <= 2
    assert often.total() - len(reminders) <= kills * len(OWNERS)
