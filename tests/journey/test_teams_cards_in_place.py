"""Cards in Teams: pressed and replaced, for whoever pressed and for everybody else; sent by Engage of itself."""

import pytest

from tests.peers.teams.cards import labels
from tests.support.teams_bot import MONDAY, WEDNESDAY

NEXT_MONDAY = MONDAY.replace(day=30, hour=9, minute=1)
CARD = "application/vnd.microsoft.card.adaptive"


def engage_in(teams, place):
    return [message for message in teams.messages(place) if message.sender == "engage"]


def updates(teams):
    return [call for call in teams.calls if call.method == "PUT"]


def test_a_card_that_is_pressed_is_replaced_at_once_and_for_the_others(teams, bot):
    """Whoever presses sees it in the answer; whoever else is in the group sees it when the message is edited."""
    teams.ana.says("promise Maria: send the data by Friday", "steering")
    bot.settle()
    teams.ana.says("show 1", "steering")
    bot.settle()
    answer = teams.ana.presses("Done")
    assert answer["type"] == CARD
    assert answer["value"]["fallbackText"].startswith("Promise 1 is closed: kept. Have you told Maria?")
    bot.settle()
    pressed = engage_in(teams, "steering")[-1]
    [edit] = [call for call in updates(teams) if call.path.endswith(pressed.id)]
    assert edit.body["attachments"][0]["content"]["fallbackText"] == answer["value"]["fallbackText"]
    assert [message.words[0] for message in engage_in(teams, "steering")][1:] == [
        "Promise 1 is closed: kept. Have you told Maria?"
    ]


def test_a_button_that_is_not_ones_own_says_so_and_changes_nothing(teams, bot):
    """The card stays as it is for everybody; Dana alone, who owes nothing there, reads whose it is."""
    teams.ana.says("promise Maria: send the data by Friday", "promises")
    bot.settle()
    teams.ana.says("show 1", "promises")
    bot.settle()
    shown = engage_in(teams, "promises")[-1]
    before = [message.words for message in engage_in(teams, "promises")]
    teams.dana.presses("Done", on=shown)
    bot.settle()
    assert [message.words for message in engage_in(teams, "promises")] == before
    assert teams.dana.notice.startswith("Promise 1 belongs to Ana Reyes")


def test_a_button_that_is_pressed_twice_does_it_once(teams, bot):
    """Teams repeats what it got no answer to, and fingers are impatient: both get the first answer."""
    teams.ana.says("promise Maria: send the data by Friday")
    bot.advance_to(WEDNESDAY)
    reminder = teams.ana.inbox[-1]
    first = teams.ana.presses("Done", on=reminder)
    again = teams.deliver(teams.deliveries[-1].activity)
    assert (again.status, again.body) == (200, first)
    bot.settle()
    teams.ana.says("history 1")
    bot.settle()
    assert " ".join(teams.ana.inbox[-1].words).count("closed it: kept") == 1


def test_what_was_done_elsewhere_shows_in_the_reminder(teams, bot):
    """Done by a command in a channel, the reminder in the personal chat is not left standing."""
    teams.ana.says("promise Maria: send the data by Friday")
    bot.advance_to(WEDNESDAY)
    assert labels(teams.ana.inbox[-1].card)[:4] == ["Done", "Snooze", "Escalate", "Move"]
    teams.ana.says("done 1", "promises")
    bot.settle()
    reminder = teams.ana.inbox[-1]
    assert reminder.words[0] == "No open promise here any more"
    assert labels(reminder.card)[:2] == ["Stakeholder told", "Reopen"]


def test_a_reminder_comes_by_itself_after_a_restart(teams, bot):
    """Where Ana is reached is kept: nobody has to say anything to the process that reminds."""
    teams.ana.says("promise Maria: send the data by Friday", "promises")
    bot.settle()
    bot.kill()
    bot.jump(WEDNESDAY)
    bot.start()
    bot.settle()
    assert [message.words[0] for message in teams.ana.inbox] == ["One promise needs you"]
    assert updates(teams) == []


@pytest.mark.parametrize("speaker", ["ana", "sam"])
def test_a_reminder_finds_its_way_after_teams_has_moved(teams, bot, speaker):
    """The newest service address counts for everybody, whoever's activity told it."""
    teams.ana.says("promise Maria: send the data by Friday")
    bot.settle()
    teams.move("emea")
    teams.person(speaker).says("help")
    bot.restart()
    bot.advance_to(WEDNESDAY)
    assert teams.ana.inbox[-1].words[0] == "One promise needs you"


def test_the_summary_of_the_team_is_posted_in_its_channel(teams, bot):
    """On the day and hour that app.yaml says, in both languages; Engage was added there, and nobody spoke."""
    assert teams.happens("promises", "install").status == 200
    assert teams.happens("promises", "botAdded").status == 200
    teams.ana.says("promise Maria: send the data by Friday")
    bot.settle()
    bot.advance_to(NEXT_MONDAY)
    assert [message.words[0] for message in engage_in(teams, "promises")] == [
        "Summary: Public engagement",
        "Bilan\u00a0: Participation du public",
    ]


def test_what_is_asked_about_a_summary_is_answered_below_it(teams, bot):
    """The channel reads the summary once; its thread has the rest."""
    teams.ana.says("promise Maria: send the data by Friday")
    teams.happens("promises", "install")
    bot.settle()
    bot.advance_to(NEXT_MONDAY)
    summary = engage_in(teams, "promises")[0]
    teams.sam.presses("Show", on=summary)
    bot.settle()
    assert [message.words[0] for message in teams.messages(summary.conversation)] == [
        "Summary: Public engagement",
        "Promise 1 to Maria",
    ]
    assert teams.sam.inbox == []


def test_whoever_adds_engage_is_greeted_once(teams, bot):
    """Two activities tell of it, and it may be removed and added again; in a team nobody is greeted."""
    for _ in range(2):
        teams.dana.installs()
        bot.settle()
        assert [message.words[0] for message in teams.dana.inbox] == ["What you can say"]
        teams.dana.uninstalls()
    teams.dana.installs()
    teams.lea.installs()
    teams.happens("promises", "install")
    teams.happens("promises", "botAdded")
    bot.settle()
    assert [message.words[0] for message in teams.lea.inbox] == ["Ce que vous pouvez dire"]
    assert engage_in(teams, "promises") == []


def test_whoever_adds_engage_again_is_reminded_again(teams, bot):
    """Removed, nothing reaches them; added again, the next reminder does, with all that they owe."""
    teams.ana.says("promise Maria: send the data by Friday")
    bot.settle()
    teams.ana.uninstalls()
    bot.advance_to(WEDNESDAY)
    assert len(teams.ana.inbox) == 1
    teams.ana.installs()
    bot.advance_to(WEDNESDAY.replace(day=27))
    assert teams.ana.inbox[-1].words[0] == "One promise needs you"
