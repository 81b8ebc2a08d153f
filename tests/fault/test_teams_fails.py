"""Teams fails while messages leave: in the end each has arrived, or somebody is told who can act."""

import subprocess
import sys
from datetime import timedelta

import pytest

from tests.support.bot_main import TEAMS_PATIENCE
from tests.support.teams_bot import MONDAY, TOKEN, WEDNESDAY, TeamsBot

FRIDAY, NEXT_MONDAY = MONDAY.replace(day=27, hour=9, minute=1), MONDAY.replace(day=30, hour=9, minute=1)
REMINDER = "One promise needs you"


@pytest.fixture
def bot(teams, tmp_path):
    with TeamsBot(tmp_path, teams) as bot:
        yield bot


def wait_through(bot, since, *, minutes=(2, 4, 8, 16)):
    """Let time pass until every back-off is over."""
    for minute in minutes:
        bot.advance_to(since + timedelta(minutes=minute))


def reminders(person):
    return [message.words[0] for message in person.inbox if message.words[0] == REMINDER]


def sent(teams):
    """The messages that Engage tried to send to Ana since it was started."""
    return [call for call in teams.calls if call.method == "POST" and call.path.endswith("/activities")]


@pytest.mark.parametrize("status", [429, 412, 502, 504, 500, 503, 401, None])
def test_a_reminder_arrives_once_when_a_call_was_refused(teams, bot, status):
    """However it fails, and again, and again: it has not arrived yet, and then it has, once."""
    teams.ana.says("promise Maria: send the report by Friday")
    bot.settle()
    teams.fail(status, times=3)
    bot.advance_to(WEDNESDAY)
    assert reminders(teams.ana) == []
    wait_through(bot, WEDNESDAY)
    assert reminders(teams.ana) == [REMINDER]
    assert '"exception"' not in bot.log


def test_a_call_that_is_not_answered_is_given_up(teams, tmp_path):
    """Nobody else waits longer than that, and what was asked in vain is asked again."""
    bot = TeamsBot(tmp_path, teams)
    bot.environment[TEAMS_PATIENCE] = "0.5"
    with bot:
        for person in (teams.ana, teams.sam):
            person.says("promise Maria: send the report by Friday")
        bot.settle()
        teams.fail(None, place="ana", seconds=30)
        bot.advance_to(WEDNESDAY)
        assert (reminders(teams.ana), reminders(teams.sam)) == ([], [REMINDER])
        wait_through(bot, WEDNESDAY)
        assert reminders(teams.ana) == [REMINDER]


@pytest.mark.parametrize("status", [412, 502, 504, None])
def test_a_reminder_whose_answer_was_lost_may_come_twice_and_is_one(teams, bot, status):
    """Teams cannot be asked whether it arrived. Done in one of the two, it is done; nothing is recorded twice."""
    teams.ana.says("promise Maria: send the report by Friday")
    bot.settle()
    teams.fail(status, times=1, after_delivery=True)
    bot.advance_to(WEDNESDAY)
    wait_through(bot, WEDNESDAY)
    assert reminders(teams.ana) == [REMINDER] * 2
    teams.ana.presses("Done", on=teams.ana.inbox[-2])
    bot.settle()
    teams.ana.says("history 1")
    bot.settle()
    history = " ".join(teams.ana.inbox[-1].words)
    assert (history.count("reminded the owner"), history.count("closed it: kept")) == (1, 1)


def test_teams_says_how_long_to_wait(teams, bot):
    """Retry-After counts: nothing is sent sooner, and then it is."""
    teams.ana.says("promise Maria: send the report by Friday")
    bot.settle()
    teams.fail(429, headers={"Retry-After": "600"})
    bot.advance_to(WEDNESDAY)
    tried = len(sent(teams))
    bot.advance_to(WEDNESDAY + timedelta(minutes=9))
    assert (len(sent(teams)), reminders(teams.ana)) == (tried, [])
    bot.advance_to(WEDNESDAY + timedelta(minutes=11))
    assert (len(sent(teams)), reminders(teams.ana)) == (tried + 1, [REMINDER])


def test_whoever_blocked_engage_is_missed_once(teams, bot):
    """Their lead is told once, over several reminders, in their language; and again when it happens anew."""
    teams.lea.says("aide")
    teams.ana.says("promise Maria: send the report by Friday")
    bot.settle()
    teams.ana.blocks()
    for moment in (WEDNESDAY, FRIDAY, NEXT_MONDAY, NEXT_MONDAY + timedelta(days=1)):
        bot.advance_to(moment)
        bot.settle()
    [told] = [one.words[0] for one in teams.lea.inbox if "Ana Reyes" in one.words[0]]
    assert told.startswith("Engage n’a pas pu aviser Ana Reyes au sujet de l’engagement 1.")
    listed = doctor(bot)
    assert "Ana Reyes" in listed
    assert "cannot be reached there since 2026-11-25" in listed
    teams.ana.unblocks()
    teams.ana.says("mine")
    bot.settle()
    assert "cannot be reached there since" not in doctor(bot)


def doctor(bot):
    """What `engage doctor` says, which asks nobody beyond this machine."""
    nobody = {"HTTPS_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    asked = [sys.executable, "-m", "bot", "doctor", "--config", str(bot.directory / "app.yaml")]
    told = subprocess.run(asked, env=bot.environment | nobody, capture_output=True, text=True, check=False)
    assert told.returncode == 1, "at least Microsoft's sign-in is out of reach"
    assert told.stdout.count("Traceback") == 0
    return told.stdout


def test_an_answer_takes_its_place_in_the_end(teams, bot):
    """Whoever pressed sees it at once; the others see it when Teams takes it, and nobody sees it twice."""
    teams.ana.says("promise Maria: send the report by Friday", "steering")
    bot.settle()
    teams.ana.says("show 1", "steering")
    bot.settle()
    shown = teams.messages("steering")[-1]
    for status in (429, 412, 502, 504, 500, None):
        teams.fail(status, method="PUT")
    answer = teams.ana.presses("Done", on=shown)
    assert answer["value"]["fallbackText"].startswith("Promise 1 is closed: kept.")
    wait_through(bot, MONDAY, minutes=(2, 4, 8, 16, 32, 64))
    assert shown.words[0] == "Promise 1 is closed: kept. Have you told Maria?"
    edits = [call.body for call in teams.calls if call.method == "PUT" and call.status == 200]
    assert edits[-1]["attachments"][0]["content"]["fallbackText"] == answer["value"]["fallbackText"]


def test_a_channel_without_engage_is_told_to_its_leads(teams, bot):
    """Its summary cannot be posted: the leads read what to do."""
    teams.lea.says("aide")
    bot.settle()
    teams.write_off("promises", blocked=False)
    bot.advance_to(NEXT_MONDAY)
    bot.settle()
    assert any("Participation du public" in one.words[0] for one in teams.lea.inbox)


def test_engage_says_who_it_is_with_every_call(teams, bot):
    """Its own token goes along, and to nowhere but the address that Teams named."""
    teams.ana.says("promise Maria: send the report by Friday", "promises")
    bot.advance_to(WEDNESDAY)
    assert {call.authorization for call in teams.calls} == {f"Bearer {TOKEN}"}
    assert teams.refused == []
