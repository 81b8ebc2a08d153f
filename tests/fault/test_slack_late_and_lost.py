"""What comes late, or through another door: newer answers stay, and whoever waits hears of it all the same."""

import pytest

from tests.peers.slack import slack_peer
from tests.support.slack_bot import MONDAY, SlackBot

WEDNESDAY = MONDAY.replace(day=25, hour=9, minute=1)


def listed(message):
    """The numbers of the promises that a message lists."""
    return [line.split(" · ")[0] for line in message["text"].split("\n") if " · " in line]


def test_an_answer_that_is_tried_again_overtakes_no_newer_one(slack, bot):
    """Two presses on one list; the first answer fails, the second arrives: the list stays as the second left it."""
    for number in (1, 2):
        slack.ana.types(f"/engage promise Maria: send part {number} by Friday")
    slack.ana.says_dm("mine")
    bot.settle()
    shown = slack.ana.inbox[-1]
    slack.fail("chat.update", "500")
    slack.ana.presses("Done: 1", on=shown)
    bot.settle()
    slack.ana.presses("Done: 2", on=shown)
    bot.settle()
    bot.advance_to(MONDAY.replace(minute=30))
    assert slack.ana.inbox[-1]["text"].startswith("Nothing waits for you")


def test_many_changes_draw_a_home_page_few_times(slack, bot):
    """Only the newest state waits for each page."""
    slack.ana.opens_home()
    bot.settle()
    for number in range(1, 31):
        slack.ana.types(f"/engage promise Maria: send part {number} by Friday")
    bot.settle()
    assert "Your open promises: 30" in str(slack.home("ana"))
    assert len(slack.calls_of("views.publish")) < 25


@pytest.mark.parametrize("why", ["not_in_channel", "channel_not_found", "user_not_in_channel", "is_archived"])
def test_a_mention_that_cannot_be_answered_there_is_answered_directly(slack, bot, why):
    """What was recorded is said, in the direct conversation."""
    slack.fail("chat.postEphemeral", why)
    slack.ana.mentions("engagement", "promise Maria: send the data by Friday")
    bot.settle()
    assert [message["text"].split(":")[0] for message in slack.ana.inbox] == ["Promise 1 recorded"]


def test_a_modal_that_cannot_be_changed_is_answered_directly(slack, bot):
    """Nobody is left with a button that was pressed and nothing to read."""
    slack.ana.types("/engage promise Maria: send the data by Friday")
    slack.ana.opens_home()
    bot.settle()
    slack.ana.presses("Show: 1", on=slack.home("ana"))
    slack.fail("views.update", "ratelimited")
    slack.ana.presses("Done: 1")
    bot.settle()
    assert slack.ana.inbox[-1]["text"].startswith("Promise 1 is closed: kept.")


def test_a_form_that_opens_slowly_is_answered_in_time(slack, bot):
    """Within Slack's three seconds, with what to do instead."""
    slack.fail("views.open", "slow", seconds=4)
    answer = slack.ana.types("/engage", channel="engagement")
    assert answer["text"].startswith("This could not be opened.")


@pytest.mark.parametrize("user", ["", ', "user": {}', ', "user": {"id": "U0ANA", "tz": [], "profile": "?"}'])
def test_an_odd_answer_about_somebody_keeps_nothing_from_being_recorded(slack, bot, user):
    """Who it was is known by their handle."""
    slack.fail("users.info", f'{{"ok": true{user}}}')
    assert slack.ana.types("/engage promise Maria: send the data by Friday")["text"].startswith("Promise 1")


def test_somebody_of_another_organization_is_served_nothing(slack, bot):
    """Whatever they are called at home: in a shared channel they can press and mention, too."""
    slack.ana.types("/engage promise Maria: send the data by Friday", channel="engagement")
    slack.add_user(name="lea2", real_name="Léa Elsewhere", team_id="T0ELSEWHERE")
    stranger = slack.person("lea2")
    assert stranger.types("/engage show 1", channel="elsewhere")["text"].startswith("Engage is only for")
    named = slack.ana.types("/engage give 1 to @lea2", channel="engagement")["text"]
    assert named == "@lea2 belongs to another organization. Name somebody from yours."


def test_the_socket_opens_when_slack_is_back(tmp_path):
    """Slack out of reach at the start is no reason to stay deaf."""
    with slack_peer() as slack:
        slack.fail("auth.test", "500")
        slack.fail("apps.connections.open", "500")
        with SlackBot(tmp_path, slack, socket=True) as bot:
            assert slack.ana.types("/engage mine")["text"].startswith("Nothing waits for you")
            assert bot.end() == 0
