"""Slack gives three seconds. Whoever waits longer is told so, in their language, and answered when it is done."""

import pytest

from tests.peers.slack import slack_peer
from tests.support.slack_bot import SlackBot


@pytest.fixture(scope="module")
def slack():
    with slack_peer() as slack:
        yield slack


@pytest.fixture(scope="module")
def bot(slack, tmp_path_factory):
    with SlackBot(tmp_path_factory.mktemp("bot"), slack) as bot:
        yield bot


@pytest.mark.parametrize(
    ("name", "command", "answers"),
    [
        ("ana", "promise Maria: send the data by Friday", ("Working on it.", "Promise 1 recorded")),
        (
            "lea",
            "engagement Maria : envoyer les données d'ici vendredi",
            ("Un instant.", "Engagement 2 consigné"),
        ),
    ],
)
def test_a_command_that_takes_long_is_answered_twice(slack, bot, name, command, answers):
    """At once that it is being done, and once what was done, where it was asked."""
    person, (working, answer) = slack.person(name), answers
    person.types("/engage mine", channel="engagement")
    bot.slow_down(2.3)
    said = person.types(f"/engage {command}", channel="engagement")
    bot.speed_up()
    assert said["text"].startswith(working)
    slack.wait_for(lambda: any(body["text"].startswith(answer) for _, body in slack.responses))
    said_since = [body["text"] for _, body in slack.responses if body["text"].startswith(answer)]
    assert len(said_since) == 1
    assert person.types("/engage mine", channel="engagement")["text"].count("Maria") == 1


def test_a_form_that_takes_long_is_closed_and_answered(slack, bot):
    """What is wrong with it is said, too, though the form is gone."""
    slack.sam.types("/engage", channel="engagement")
    bot.slow_down(2.3)
    assert slack.sam.fills(stakeholder="Kim", words="call back", due="one day") == {
        "response_action": "clear"
    }
    bot.speed_up()
    slack.wait_for(lambda: "No day was found in this." in slack.responses[-1][1]["text"])
