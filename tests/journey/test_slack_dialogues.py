"""Whole conversations in Slack: forms, shortcuts, mentions, direct messages, the Home tab, French."""

import pytest

from tests.peers.slack import slack_peer
from tests.support.slack_bot import MONDAY, SlackBot

WEDNESDAY = MONDAY.replace(day=25, hour=9, minute=1)


@pytest.fixture
def slack():
    with slack_peer() as slack:
        yield slack


@pytest.fixture
def bot(slack, tmp_path):
    with SlackBot(tmp_path, slack) as bot:
        yield bot


def labels(message):
    """The labels of everything that can be pressed, in order."""
    return [
        element["text"]["text"]
        for block in message["blocks"]
        if block["type"] == "actions"
        for element in block["elements"]
        if element["type"] == "button"
    ]


def test_a_form_says_at_each_field_what_is_wrong_and_keeps_what_was_written(slack, bot):
    """Nothing is recorded until it is right; then the form closes, and the answer stands where it was asked for."""
    slack.ana.types("/engage", channel="elsewhere")
    refused = slack.ana.fills(stakeholder="Maria", words="send the data", due="one day")
    assert refused["response_action"] == "errors"
    assert refused["errors"] == {"due": "No day was found in this. Try “Friday” or “2026-12-04”."}
    assert slack.ana.form is not None
    assert slack.ana.fills(stakeholder="Maria", words="send the data", due="Friday") == {
        "response_action": "clear"
    }
    bot.settle()
    assert slack.ana.last["text"].startswith("Promise 1 recorded: Maria, due Friday, November 27, 2026.")
    assert slack.ana.inbox == []


def test_each_action_of_a_reminder_has_its_form(slack, bot):
    """Snooze, move and escalate from the reminder; it shows each time how things stand."""
    slack.dana.types("/engage help")
    for part in (1, 2, 3):
        slack.ana.types(f"/engage promise Maria: send part {part} by Friday")
    bot.advance_to(WEDNESDAY)
    reminder = slack.ana.inbox[-1]
    slack.ana.presses("Snooze: 1", on=reminder)
    slack.ana.fills(until="Monday 10:00")
    slack.ana.presses("Move: 2", on=reminder)
    slack.ana.fills(due="11 December", reason="the data is late")
    slack.ana.presses("Escalate: 3", on=reminder)
    slack.ana.fills(person="dana", question="May we publish?")
    bot.settle()
    (reminder,) = slack.ana.inbox
    assert "Due Fri, Dec 11 (in 16 days)" in reminder["text"]
    assert "Escalated to Dana Whitfield" in reminder["text"]
    assert slack.dana.inbox[-1]["text"].startswith("Ana Reyes asks you to decide about promise 3.")


def test_what_was_done_elsewhere_shows_in_the_reminder(slack, bot):
    """Done by a command in a channel, the reminder in the direct message is not left standing."""
    slack.ana.types("/engage promise Maria: send the data by Friday")
    bot.advance_to(WEDNESDAY)
    assert labels(slack.ana.inbox[-1]) == ["Done", "Snooze", "Escalate", "Move"]
    slack.ana.types("/engage done 1", channel="engagement")
    bot.settle()
    (reminder,) = slack.ana.inbox
    assert reminder["text"].startswith("No open promise here any more")
    assert labels(reminder) == ["Stakeholder told", "Reopen"]


def test_a_promise_is_recorded_from_a_message(slack, bot):
    """Its words, its author and the way to it are in the form; the card leads back to it."""
    message = slack.say("sam", "We need the <stop names> & the map", channel="engagement")
    slack.ana.uses_shortcut("record_insight", on=message)
    values = {
        block["block_id"]: block["element"].get("initial_value")
        or block["element"].get("initial_option", {}).get("value")
        for block in slack.ana.form["blocks"]
        if block["type"] == "input"
    }
    assert values["kind"] == "insight"
    assert values["stakeholder"] == "Sam Okafor"
    assert values["words"] == "We need the <stop names> & the map"
    slack.ana.fills()
    bot.settle()
    link = slack.calls_of("chat.getPermalink")[-1]
    assert link["message_ts"] == message["ts"]
    assert slack.ana.last["text"].startswith("Insight 1 from Sam Okafor recorded.")
    assert f"p{message['ts'].replace('.', '')}" in slack.ana.last["text"]


def test_plain_sentences_in_a_direct_message(slack, bot):
    """They are answered once each, as messages; what needs a form has a button that opens it."""
    slack.ana.says_dm("I promised Maria: send the data by Friday")
    bot.settle()
    slack.ana.says_dm("snooze 1")
    bot.settle()
    recorded, offered = slack.ana.inbox
    assert recorded["text"].startswith("Promise 1 recorded")
    assert labels(offered) == ["Fill in the form"]
    slack.ana.presses("Fill in the form", on=offered)
    slack.ana.fills(until="Thursday")
    bot.settle()
    assert "next reminder on Thursday" in slack.ana.inbox[-1]["text"]


def test_a_mention_is_answered_to_whoever_asks_and_a_summary_to_all(slack, bot):
    """What is in a channel stays useful for it."""
    slack.ana.types("/engage promise Maria: send the data by Friday")
    assert slack.ana.mentions("engagement", "mine") == []
    bot.settle()
    assert slack.ana.last["text"].startswith("Your open promises: 1")
    assert slack.sam.last is None
    slack.ana.mentions("engagement", "summary")
    bot.settle()
    assert slack.messages("engagement")[-1]["text"].startswith("Summary: Public engagement")
    assert slack.ana.types("/engage summary", channel="engagement")["response_type"] == "in_channel"
    assert slack.ana.types("/engage mine", channel="engagement")["response_type"] == "ephemeral"


def test_the_home_tab_shows_what_waits_and_follows(slack, bot):
    """Opened once, it changes with what happens elsewhere; what is shown from it stands above it."""
    slack.dana.types("/engage help")
    for number in range(1, 11):
        slack.ana.types(f"/engage promise Maria: send part {number} by Friday")
    slack.ana.opens_home()
    slack.dana.opens_home()
    bot.settle()
    home = slack.home("ana")
    assert home["blocks"][0]["text"]["text"] == "Your open promises: 10"
    slack.ana.presses("Next", on=home)
    bot.settle()
    assert "10 · Maria: send part 10" in str(slack.home("ana"))
    slack.ana.types("/engage escalate 1 to @dana: whether to send it")
    bot.settle()
    assert "One question waits for your answer" in str(slack.home("dana"))
    slack.dana.presses("Show: 1", on=slack.home("dana"))
    assert "Promise 1 to Maria" in str(slack.dana.form["blocks"])
    slack.dana.presses("Answer: 1")
    slack.dana.fills(note="Yes, send it.")
    bot.settle()
    assert "waits for your answer" not in str(slack.home("dana"))
    slack.ana.presses("Done: 2", on=slack.home("ana"))
    bot.settle()
    assert "Promise 2 is closed: kept. Have you told Maria?" in str(slack.home("ana"))


def test_a_french_speaker_reads_french(slack, bot):
    """The language is that of the person's Slack; so are reminders and forms."""
    answer = slack.lea.types("/engage engagement Ville de Gatineau : envoyer les données d'ici vendredi")
    assert answer["text"].startswith(
        "Engagement 1 consigné\u00a0: Ville de Gatineau, échéance le vendredi 27"
    )
    bot.advance_to(WEDNESDAY)
    assert slack.lea.inbox[-1]["text"].startswith("Un engagement vous attend")
    slack.lea.presses("Reporter", on=slack.lea.inbox[-1])
    assert slack.lea.form["title"]["text"] == "Reporter le n°\u00a01"
    assert slack.lea.fills(until="bientôt")["errors"]["until"].startswith("Ce n’est pas un jour précis")


def test_the_summary_of_the_team_is_posted_in_its_channel(slack, bot):
    """On the day and hour that app.yaml says, in both languages."""
    slack.ana.types("/engage promise Maria: send the data by Friday")
    bot.settle()
    bot.advance_to(MONDAY.replace(day=30, hour=9, minute=1))
    posted = [message["text"] for message in slack.messages("engagement")]
    assert [text.split("\n")[0] for text in posted] == [
        "Summary: Public engagement",
        "Bilan\u00a0: Participation du public",
    ]


def test_the_same_through_a_socket(slack, tmp_path):
    """No public address: command, reminder, button and form go through the connection that Engage opens."""
    with SlackBot(tmp_path, slack, socket=True) as bot:
        answer = slack.ana.types("/engage promise Maria: send the data by Friday")
        assert answer["text"].startswith("Promise 1 recorded")
        bot.advance_to(WEDNESDAY)
        slack.ana.presses("Move", on=slack.ana.inbox[-1])
        assert slack.ana.fills(due="one day", reason="late")["response_action"] == "errors"
        slack.ana.fills(due="11 December", reason="the data is late")
        slack.socket_drop()
        slack.wait_for_socket(2)
        bot.settle()
        assert "Due Fri, Dec 11" in slack.ana.inbox[-1]["text"]
        slack.ana.types("/engage done 1")
        assert bot.end() == 0
