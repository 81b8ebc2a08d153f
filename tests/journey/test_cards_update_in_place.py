"""A pressed button changes the message that it stands on."""


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
    assert card.elements[0].text == "Promise 2 is closed: kept. Does Kim know?"
    assert "Closed: kept" in card.text
    world.ana.presses("Snooze: 3")
    world.ana.fills(until="Friday")
    assert world.ana.last.replaces
    assert world.ana.last.card.elements[0].text.startswith("Promise 3: you will be reminded on Friday")
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
    assert world.ana.last.card.title == ("Promise 2 recorded in place of 1, due Friday, November 27, 2026.")
    assert (await world.promise(1)).state.retracted
    assert world.ana.says("done 1").startswith("Promise 1 was taken back as recorded by mistake.")


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
