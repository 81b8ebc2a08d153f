"""A pressed button changes the message that it stands on."""

from tests.support.mailbox import buttons


async def test_a_bundle_shows_what_became_of_each_promise(world):
    """One reminder of three promises: each press rebuilds it with the new standing, and undo brings it back."""
    for who in ("Maria", "Kim", "Lou"):
        world.ana.says(f"promise {who}: send the data by Wednesday")
    world.clock.advance_to("Wednesday 09:30")
    reminder = world.ana.inbox[-1].card
    assert reminder.title == "3 promises need you"
    world.ana.presses("Done: 2", on=reminder)
    card = world.ana.last.card
    assert world.ana.last.replaces
    assert card.title == "2 promises need you"
    assert card.elements[0].text == "Promise 2 is closed: kept. Have you told Kim?"
    assert "Closed: kept" in card.text
    world.ana.presses("Snooze: 3")
    world.ana.fills(until="Friday")
    assert world.ana.last.replaces
    assert world.ana.last.card.elements[0].text.startswith("Promise 3: next reminder on Friday")
    world.ana.presses("Undo: 3")
    assert world.ana.last.card.elements[0].text == "Promise 3: the snooze was taken back."
    assert world.ana.last.card.title == "2 promises need you"


async def test_a_list_is_made_again_without_what_was_finished(world):
    """Done on a line of `mine` takes the line away, and says so above the rest."""
    for who in ("Maria", "Kim"):
        world.ana.says(f"promise {who}: send the data by Friday")
    world.ana.says("mine")
    world.ana.presses("Done: 1")
    card = world.ana.last.card
    assert world.ana.last.replaces
    assert card.title == "Your open promises: 1"
    assert [element.title for element in card.elements if element.kind == "item"] == [
        "2 · Kim: send the data"
    ]


async def test_change_right_after_recording_corrects_instead_of_renegotiating(world):
    """A slip is corrected by a new promise in place of the old one, which stays on record as taken back."""
    world.ana.says("promise Maria: send the date by Friday")
    world.ana.presses("Change: 1")
    filled = {field.key: field.value for field in world.ana.last.form.inputs}
    assert filled == {
        "stakeholder": "Maria",
        "organisation": "",
        "words": "send the date",
        "due": "2026-11-27",
    }
    world.ana.fills(words="send the data")
    assert world.ana.last.card.title == (
        "Promise 1 is changed; it is now promise 2, due Friday, November 27, 2026."
    )
    assert (await world.promise(1)).state.retracted
    assert world.ana.says("done 1").startswith("Promise 1 was taken back as recorded by mistake.")


async def test_a_correction_that_is_taken_back_brings_back_what_it_corrected(world):
    """No promise is lost between the two; a second undo takes back the recording itself."""
    world.ana.says("promise Maria: send the date by Friday")
    world.ana.presses("Change: 1")
    world.ana.fills(words="send the data")
    assert world.ana.says("undo") == "Promise 2 was taken back. Promise 1 holds again."
    first, second = await world.promise(1), await world.promise(2)
    assert (first.state.retracted, second.state.retracted) == (False, True)
    assert first.reminder is not None
    world.clock.advance_to("Wednesday 09:30")
    assert await world.ana.reminders(1) == ["before 2"]
    world.ana.says("undo")
    assert (await world.promise(1)).state.retracted


async def test_a_question_from_a_form_of_a_bundle_can_be_answered(world):
    """An unclear day brings its options beside the bundle, with the reason that was written."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("promise Kim: call back by Friday")
    world.clock.advance_to("Wednesday 09:30")
    world.ana.presses("Move: 1", on=world.ana.inbox[-1].card)
    world.ana.fills(due="03/04/2027", reason="the data is late")
    assert not world.ana.last.replaces
    world.ana.presses("Sat, Apr 3, 2027")
    promise = await world.promise(1)
    assert promise.due.day.isoformat() == "2027-04-03"
    assert promise.history[-1].note == "the data is late"


async def test_what_was_done_elsewhere_is_shown_when_an_old_card_is_pressed(world):
    """A bundle that shows what no longer is gets the answer and is made again."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("promise Kim: call back by Friday")
    world.clock.advance_to("Wednesday 09:30")
    old = world.ana.inbox[-1].card
    world.ana.says("done 1")
    world.ana.presses("Done: 1", on=old)
    assert world.ana.last.replaces
    assert "Promise 1 is already closed." in world.ana.last.card.text
    assert "Closed: kept" in world.ana.last.card.text


async def test_an_answer_from_the_list_leaves_the_list(world):
    """Of two questions, one is answered; the other still waits on the same card."""
    world.dana.says("help")
    for number in (1, 2):
        world.ana.says("promise Maria: send part " + str(number) + " by Friday")
        world.ana.says(f"escalate {number} to @dana: may we?")
    world.dana.says("mine")
    world.dana.presses("Answer: 1")
    world.dana.fills(note="Yes.")
    assert world.dana.last.replaces
    assert "Answer: 2" in [each.name for each in buttons(world.dana.last.card)]


async def test_a_lead_who_snoozes_says_so(world):
    """The owner does not wonder why it is quiet."""
    world.ana.says("promise Maria: send the data by Friday")
    world.lea.says("reporter 1 jusqu'à lundi")
    assert world.ana.told[-1].startswith("Léa Gagnon put off the reminder of your promise 1 until Monday")


async def test_nobody_is_offered_what_they_may_not_do(world):
    """Ana looks at Sam's promise; Dana at a question that is hers; Ana, who asked, may bring it back."""
    world.dana.says("help")
    world.sam.says("promise Maria: send the data by Friday")
    world.ana.says("show 1")
    assert [each.label for each in buttons(world.ana.last.card)] == ["History"]
    world.ana.says("promise Kim: call back by Friday")
    world.ana.says("escalate 2 to @dana: may we?")
    world.dana.says("show 2")
    assert [each.label for each in buttons(world.dana.last.card)] == ["Answer", "History"]
    world.ana.says("show 2")
    assert [each.label for each in buttons(world.ana.last.card)] == [
        "Bring back",
        "History",
        "Draft a message",
    ]
    world.sam.says("show 2")
    assert [each.label for each in buttons(world.sam.last.card)] == ["History"]


async def test_pages_turn_in_place(world):
    """Next and previous replace the page that they stand on."""
    for number in range(10):
        world.ana.says(f"promise Maria: send chapter {number} by Friday")
    assert world.ana.says("mine") == "Your open promises: 10"
    assert "Page 1 of 2" in world.ana.last.card.text
    world.ana.presses("Next")
    assert world.ana.last.replaces
    assert "Page 2 of 2" in world.ana.last.card.text
    world.ana.presses("Previous")
    assert "Page 1 of 2" in world.ana.last.card.text
    assert world.ana.says("mine page 7") == "Your open promises: 10"
    assert "Page 2 of 2" in world.ana.last.card.text


async def test_showing_stands_beside_the_list(world):
    """Looking at one promise leaves the list where it is."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("mine")
    world.ana.presses("Show: 1")
    assert not world.ana.last.replaces
