"""Forms in Teams are dialogs: opened by a button or from a message, wrong at their fields, answered in place."""

import uuid

from tests.peers.teams.cards import action, inputs, labels, texts
from tests.support.teams_bot import WEDNESDAY, at


def fills(who, **values):
    """Fill in the dialog that is open, by key."""
    return who.fills({f"field:{key}": value for key, value in values.items()})


def filled(person):
    """What stands in the fields of the dialog that is open, by key."""
    return {one["id"].removeprefix("field:"): one.get("value") for one in inputs(person.form.card)}


def below(person, key):
    """What stands directly below a field of the dialog that is open."""
    body = person.form.card["body"]
    place = next(number for number, one in enumerate(body) if one.get("id") == f"field:{key}")
    return texts(body[place + 1])[0]


def test_a_form_says_at_each_field_what_is_wrong_and_keeps_what_was_written(teams, bot):
    """Nothing is recorded until it is right; then the dialog closes, and the answer stands in the conversation."""
    teams.ana.says("engage")
    bot.settle()
    teams.ana.presses("Fill in the form")
    fills(teams.ana, kind="promise", stakeholder="Maria", words="send the data", due="one day")
    assert below(teams.ana, "due") == "No day was found in this. Try “Friday” or “2026-12-04”."
    assert filled(teams.ana)["words"] == "send the data"
    assert filled(teams.ana)["due"] == "one day"
    fills(teams.ana, due="Friday")
    assert teams.ana.form is None
    bot.settle()
    assert teams.ana.inbox[-1].words[0] == "Promise 1 recorded: Maria, due Friday, November 27, 2026."


def test_each_action_of_a_reminder_has_its_dialog(teams, bot):
    """Snooze, move and escalate from the reminder: it shows each time how things stand, and stays one message."""
    teams.dana.says("help")
    for part in (1, 2, 3):
        teams.ana.says(f"promise Maria: send part {part} by Friday")
    bot.advance_to(WEDNESDAY)
    reminder, count = teams.ana.inbox[-1], len(teams.ana.inbox)
    for number, button, values in (
        (1, "Snooze", {"until": "Monday 10:00"}),
        (2, "Move", {"due": "11 December", "reason": "the data is late"}),
        (3, "Escalate", {"person": "dana", "question": "May we publish?"}),
    ):
        teams.ana.presses(button, on=at(reminder, f"{button}: {number}"))
        assert str(number) in teams.ana.form.title
        fills(teams.ana, **values)
        assert teams.ana.form is None
        bot.settle()
    assert len(teams.ana.inbox) == count
    read = " ".join(reminder.words)
    assert "Due Fri, Dec 11 (in 16 days)" in read
    assert "Escalated to Dana Whitfield" in read
    assert teams.dana.inbox[-1].words[0] == "Ana Reyes asks you to decide about promise 3."


def test_somebody_whom_engage_has_never_met_can_be_chosen(teams, bot):
    """The people picker finds everybody in the organization; Dana is asked, and greeted by nothing else."""
    teams.ana.says("promise Maria: send the data by Friday")
    bot.settle()
    teams.ana.says("show 1")
    bot.settle()
    teams.ana.presses("Escalate")
    fills(teams.ana, person="Dana Whitfield", question="May we publish?")
    bot.settle()
    [asked] = teams.dana.inbox
    assert asked.words[0] == "Ana Reyes asks you to decide about promise 1."
    teams.dana.presses("Answer")
    fills(teams.dana, note="Yes, without names.")
    bot.settle()
    assert teams.ana.inbox[-1].words[0] == "Dana Whitfield answered the question on promise 1."


def test_a_dialog_that_is_sent_twice_does_it_once(teams, bot):
    """Teams repeats what it got no answer to in time."""
    teams.ana.says("new")
    bot.settle()
    teams.ana.presses("Fill in the form")
    fills(teams.ana, kind="promise", stakeholder="Maria", words="send the data", due="Friday")
    sent = teams.deliveries[-1].activity
    assert teams.deliver(sent).status == 200
    bot.settle()
    teams.ana.says("mine")
    bot.settle()
    assert teams.ana.inbox[-1].words[0] == "Your open promises: 1"


def test_a_promise_is_recorded_from_a_message(teams, bot):
    """Its words, its author and the way to it are in the form; the card in the dialog leads back to it."""
    teams.sam.says("We need the stop names, and the map", "promises", mention=False)
    message = teams.messages("promises")[-1]
    teams.ana.uses_action("record_insight", on=message)
    assert filled(teams.ana) == {
        "kind": "insight",
        "stakeholder": "Sam Okafor",
        "organisation": None,
        "words": "We need the stop names, and the map",
        "due": None,
    }
    link = f"https://teams.microsoft.com/l/message/{teams.conversation('promises')}/{message.id}"
    assert texts(teams.ana.form.card)[0] == f"From the message {link}"
    fills(teams.ana)
    read = texts(teams.ana.form.card)
    assert read[0] == "Insight 1 from Sam Okafor recorded."
    assert link in read
    bot.settle()
    assert [one.sender for one in teams.messages("promises")] == ["sam"], (
        "nothing is said where it was picked"
    )


def test_a_promise_of_ones_own_message_names_no_stakeholder(teams, bot):
    """Whoever wrote it is not whom it is promised to; what is missing is said in the dialog."""
    teams.ana.says("I will send the map by Friday", "steering", mention=False)
    teams.ana.uses_action("record_promise", on=teams.messages("steering")[-1])
    assert filled(teams.ana)["stakeholder"] is None
    assert filled(teams.ana)["kind"] == "promise"
    fills(teams.ana, stakeholder="Maria", due="31 February")
    assert below(teams.ana, "due") != ""
    fills(teams.ana, due="Friday")
    read = texts(teams.ana.form.card)
    assert read[0] == "Promise 1 recorded: Maria, due Friday, November 27, 2026."
    assert labels(teams.ana.form.card) == ["Change", "Undo"]
    teams.ana.fills(press="Undo")
    assert texts(teams.ana.form.card)[0] == "Promise 1: the recording was taken back."
    bot.settle()
    assert teams.ana.inbox == []


def test_a_client_that_opens_no_dialogs_shows_the_form_in_the_chat(teams, bot):
    """The button's data comes as a message then; filled in, the form makes way for the answer."""
    teams.ana.says("promise Maria: send the data by Friday")
    bot.settle()
    teams.ana.says("show 1")
    bot.settle()
    card = teams.ana.inbox[-1]
    said = {key: value for key, value in teams.deliveries[-1].activity.items() if key != "text"}
    value = action(card.card, "Move")["data"]
    pressed = {**said, "id": str(uuid.uuid4()), "replyToId": card.id, "value": value}
    assert teams.deliver(pressed).status == 200
    bot.settle()
    form = teams.ana.inbox[-1]
    assert form.words[0] == "Move promise 1"
    late = {"field:due": "8 December", "field:reason": "the data is late"}
    teams.ana.presses("Move", on=form, values=late)
    bot.settle()
    assert teams.ana.inbox[-1] is form
    assert form.words[0] == "Promise 1 is now due Tuesday, December 8, 2026."


def test_le_formulaire_parle_la_langue_de_la_personne(teams, bot):
    """Titre, champs, fautes et réponse."""
    teams.lea.says("engagement Ville de Gatineau : envoyer les données d'ici vendredi")
    bot.advance_to(WEDNESDAY)
    teams.lea.presses("Reporter")
    assert teams.lea.form.title == "Reporter le n°\u00a01"
    fills(teams.lea, until="bientôt")
    assert below(teams.lea, "until").startswith("Ce n’est pas un jour précis")
    fills(teams.lea, until="jeudi")
    bot.settle()
    assert "Engagement 1\u00a0: rappel le jeudi 26 novembre 2026" in " ".join(teams.lea.inbox[-1].words)
