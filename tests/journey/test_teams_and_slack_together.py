"""Slack and Teams at once, in one process: promises cross over, and so do people, who may have an account in both."""

import re

import pytest

from tests.peers.slack import slack_peer
from tests.support.teams_bot import MONDAY, WEDNESDAY, BothBot

FRIDAY = MONDAY.replace(day=27, hour=9, minute=1)
CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")


@pytest.fixture
def slack():
    with slack_peer() as slack:
        yield slack


@pytest.fixture
def bot(slack, teams, tmp_path):
    with BothBot(tmp_path, slack, teams) as bot:
        yield bot


def titles(person):
    """The first line of everything that Engage wrote to somebody, wherever that is."""
    return [
        message["text"].split("\n")[0] if isinstance(message, dict) else message.words[0]
        for message in person.inbox
    ]


def last(person):
    return titles(person)[-1]


def is_read(bot, person, text):
    """Let somebody say something in Teams, and return what they are answered."""
    person.says(text)
    bot.settle()
    return person.inbox[-1].words


def recorded_in_slack(slack, bot):
    slack.ana.types("/engage promise Maria: publish the data by Friday", channel="engagement")
    bot.settle()


def test_a_question_from_slack_is_answered_in_teams(slack, teams, bot):
    """Ana promises and is reminded in Slack, Dana decides in Teams; neither needs the other's platform."""
    recorded_in_slack(slack, bot)
    teams.dana.says("help")
    slack.ana.types("/engage escalate 1 to @dana: with the names?", channel="engagement")
    bot.advance_to(WEDNESDAY)
    assert titles(slack.ana) == []
    assert last(teams.dana) == "Ana Reyes asks you to decide about promise 1."
    teams.dana.presses("Answer")
    teams.dana.fills({"field:note": "Without the names."})
    bot.settle()
    assert last(slack.ana) == "Dana Whitfield answered the question on promise 1."
    assert "“Without the names.” (Dana Whitfield)" in slack.ana.inbox[-1]["text"]
    bot.advance_to(FRIDAY)
    assert last(slack.ana) == "One promise needs you"
    slack.ana.presses("Done", on=slack.ana.inbox[-1])
    bot.settle()
    assert "Closed: kept" in " ".join(is_read(bot, teams.dana, "show 1"))
    assert (slack.dana.inbox, teams.ana.inbox) == ([], [])


def test_one_address_is_one_person(slack, teams, bot):
    """Both know Ana by the same verified e-mail address: what she promised in Slack is hers in Teams, at once."""
    recorded_in_slack(slack, bot)
    assert is_read(bot, teams.ana, "mine")[:2] == ["Your open promises: 1", "1 · Maria: publish the data"]
    assert last(slack.ana).startswith(
        "Your accounts in Slack and Microsoft Teams have the same email address"
    )
    teams.ana.presses("Done")
    bot.settle()
    assert teams.ana.inbox[-1].words[0] == "Nothing waits for you"
    assert slack.ana.types("/engage mine")["text"].startswith("Nothing waits for you")


def test_reminders_go_where_they_are_wanted(slack, teams, bot):
    """To the first account, until somebody prefers the other; the button of a reminder is as good in either."""
    recorded_in_slack(slack, bot)
    is_read(bot, teams.ana, "help")
    before = len(teams.ana.inbox)
    bot.advance_to(WEDNESDAY)
    assert last(slack.ana) == "One promise needs you"
    assert len(teams.ana.inbox) == before
    assert is_read(bot, teams.ana, "prefer teams")[0] == (
        "From now on, your reminders and messages go to Microsoft Teams."
    )
    bot.advance_to(FRIDAY)
    assert last(teams.ana) == "One promise needs you"
    teams.ana.presses("Done")
    bot.settle()
    assert [title for title in titles(slack.ana) if "here any more" in title] == [
        "No open promise here any more"
    ]
    assert last(teams.ana) == "No open promise here any more"


def test_accounts_with_different_addresses_are_linked_by_a_code(slack, teams, bot):
    """Asked for in one, typed in the other: from then on buttons and words work from both; unlinked, no more."""
    slack.add_user(name="zoe", real_name="Zoé Tremblay", email="zoe.t@example.com")
    zoe = slack.person("zoe")
    zoe.types("/engage promise Maria: publish the data by Friday")
    assert is_read(bot, teams.luc, "mes engagements")[0] == "Rien ne vous attend"
    code = CODE.search(zoe.types("/engage link")["text"])[0]
    linked, code_of, *_ = is_read(bot, teams.luc, f"link {code}")
    assert "Slack" in linked
    assert "Zoé Tremblay (@zoe)" in code_of
    assert last(zoe).startswith("Your accounts in Slack and Microsoft Teams were linked by a code.")
    assert is_read(bot, teams.luc, "mes engagements")[0] == "Vos engagements en cours\u00a0: 1"
    teams.luc.presses("Fait")
    bot.settle()
    assert zoe.types("/engage show 1")["text"].endswith("Status: Closed: kept")
    is_read(bot, teams.luc, "unlink")
    assert is_read(bot, teams.luc, "mes engagements clos")[0] == "Vos engagements clos\u00a0: 0"
    assert zoe.types("/engage mine closed")["text"].startswith("Your closed promises: 1")


def test_a_code_works_once_and_for_ten_minutes(slack, teams, bot):
    """It is a key to everything that somebody promised."""
    slack.add_user(name="zoe", real_name="Zoé Tremblay", email="zoe.t@example.com")
    code = CODE.search(slack.person("zoe").types("/engage link")["text"])[0]
    bot.jump(MONDAY.replace(minute=11))
    refused = is_read(bot, teams.sam, f"link {code}")[0]
    assert refused.startswith("This code does not work.")
    code = CODE.search(slack.person("zoe").types("/engage link")["text"])[0]
    teams.sam.says(f"link {code}", "steering")
    bot.settle()
    assert is_read(bot, teams.sam, f"link {code}")[0] == refused, "shown to others, it works no longer"


def test_whoever_blocked_engage_in_teams_is_reached_in_slack(slack, teams, bot):
    """The reminder takes the other way at once, and nobody else hears of it; once welcome, Teams is used again."""
    slack.lea.types("/engage aide")
    recorded_in_slack(slack, bot)
    is_read(bot, teams.ana, "prefer teams")
    teams.ana.blocks()
    bot.advance_to(WEDNESDAY)
    bot.settle()
    assert last(slack.ana) == "One promise needs you"
    assert not any("Ana Reyes" in message["text"] for message in slack.lea.inbox)
    teams.ana.unblocks()
    is_read(bot, teams.ana, "mine")
    bot.advance_to(FRIDAY)
    assert last(teams.ana) == "One promise needs you"


def test_one_platform_fails_and_the_other_goes_on(slack, teams, bot):
    """Teams answers nothing; whoever is in Slack notices nothing, and what waits for Teams waits."""
    slack.sam.types("/engage promise Maria: publish the data by Friday")
    teams.luc.says("engagement Maria : publier les données d'ici vendredi")
    bot.settle()
    teams.fail(503, times=None)
    bot.advance_to(WEDNESDAY)
    assert last(slack.sam) == "One promise needs you"
    assert len(teams.luc.inbox) == 1
    teams.recover()
    bot.advance_to(WEDNESDAY.replace(minute=10))
    assert last(teams.luc) == "Un engagement vous attend"
