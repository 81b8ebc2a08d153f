"""The same human in Slack and in Teams, in each language: linked, told, preferred, apart again."""

import re

import pytest

from bot.words import LANGUAGES
from tests.peers.slack import slack_peer
from tests.support.meeting_in_slack import InSlack
from tests.support.meeting_in_teams import InTeams
from tests.support.talk import FRIDAY, Say, Talk, november
from tests.support.teams_bot import BothBot

CODE = re.compile(r"[A-Z2-9]{4}-[A-Z2-9]{4}")
PLACES = ["Slack", "Microsoft Teams"]


@pytest.fixture(params=LANGUAGES)
def talk(request, teams, tmp_path):
    """A dialogue in one language in both places."""
    with slack_peer() as slack, BothBot(tmp_path, slack, teams) as bot:
        talk = Talk(InSlack(bot, slack), InTeams(bot, teams), language=request.param)
        yield talk
        talk.is_each_in_their_language()


def promises(person, to):
    """Let somebody promise something to somebody for Friday."""
    person.says(
        f"promise {to}: send the report by Friday", f"engagement {to} : envoyer le rapport d'ici vendredi"
    )


def code_of(person):
    """Ask for a code, and return it."""
    person.says("link", "lier")
    return CODE.search(" ".join(person.news()))[0]


def test_one_address_is_one_person(talk):
    """What was promised in one place is in the list of the other, and whoever it is learns why."""
    here, there = talk.ana, talk.voice("ana", "teams")
    promises(here, "Maria")
    here.remembers()
    there.says("mine", "mes engagements")
    there.reads("list-title", what=Say("list-mine-live"), count=1)
    here.reads("linked-by-email", places=PLACES)
    here.reads("linked-undo")
    here.presses("button-unlink")
    here.reads("unlinked", kept="Slack", left="Microsoft Teams")
    there.says("unlink", "délier")
    there.reads("refuse-not-linked")


def test_a_code_links_and_unlinking_parts(talk):
    """Reminders go where they are wanted; what came from one account goes back to it."""
    talk.meeting.slack.change_user("sam", email="s.okafor@example.com")
    here, there = talk.sam, talk.voice("sam", "teams")
    promises(here, "Maria")
    promises(there, "Kim")
    code = code_of(here)
    here.reads("link-code", code=code)
    here.reads("link-how", minutes=10, code=code)
    here.says(f"link {code}", f"lier {code}")
    here.reads("refuse-link-same")
    there.says(f"link {code}", f"lier {code}")
    there.reads("linked-by-typed", places=PLACES)
    there.reads("linked-with", name="Sam Okafor", handle="sam")
    here.reads("linked-by-code", places=PLACES)
    there.says("link", "lier")
    there.says("prefer Teams", "préférer Teams")
    there.reads("prefers-from-now-on", platform="Microsoft Teams")
    talk.until(november(25))
    there.reads("reminder-title", count=2)
    here.hears_nothing()
    here.says("done 2", "fait 2")
    here.reads("closed", number=2, outcome=Say("outcome-kept"), stakeholder="Kim")
    there.reads("reminder-title", count=1)
    here.says("reopen 2", "rouvrir 2")
    here.says("unlink", "délier")
    here.reads("unlinked", kept="Slack", left="Microsoft Teams")
    here.reads("unlinked-what", count=1, kept="Slack", left="Microsoft Teams")
    for person, to in ((here, "Maria"), (there, "Kim")):
        person.says("mine", "mes engagements")
        person.reads("list-title", what=Say("list-mine-live"), count=1)
        person.reads_words(to)


def test_a_code_is_a_key(talk):
    """It is given and taken only where nobody else reads, and works for ten minutes."""
    talk.meeting.slack.change_user("sam", email="s.okafor@example.com")
    here, there = talk.sam, talk.voice("sam", "teams")
    here.says("link", "lier", channel=True)
    here.reads_in_channel("refuse-link-here")
    code = code_of(here)
    there.says(f"link {code}", f"lier {code}", channel=True)
    there.reads_in_channel("refuse-link-shown")
    code = code_of(here)
    talk.bot.jump(november(23, 10, 30))
    there.says(f"link {code}", f"lier {code}")
    there.reads("refuse-link-code", minutes=10)


def test_a_question_crosses_over(talk):
    """Asked in Slack, decided in Teams; each reads their own language there."""
    dana = talk.voice("dana", "teams")
    dana.says("help", "aide")
    promises(talk.ana, "Maria")
    talk.ana.says("escalate 1 to @dana: may we?", "transmettre 1 à @dana : le peut-on ?")
    dana.reads("inform-escalated", by="Ana Reyes", number=1)
    dana.presses("button-return", 1)
    dana.fills(note=("yes", "oui"))
    dana.reads("returned", number=1, owner="Ana Reyes")
    talk.ana.reads("inform-returned", by="Dana Whitfield", number=1)
    talk.until(november(25))
    talk.ana.reads("reminder-title", count=1)
    assert talk.promise(1)["state"]["due"]["day"] == FRIDAY.isoformat()
