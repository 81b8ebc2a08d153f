"""What somebody writes while handing a promise on is read by whoever receives it."""


async def test_a_note_to_the_new_owner(world):
    """The note stands on the message to the new owner, with who wrote it."""
    world.sam.says("help")
    world.ana.says("promise Kim: send the audit report by Friday")
    world.ana.says("give 1 to @sam: Kim prefers the phone")
    assert world.sam.told == ["Ana Reyes gave you promise 1."]
    assert "“Kim prefers the phone” (Ana Reyes)" in world.sam.inbox[-1].card.text


async def test_a_note_on_a_kept_promise_is_a_note(world):
    """A kept promise needs no reason; what was added is shown as it was meant."""
    world.ana.says("promise Kim: send the audit report by Friday")
    world.ana.says("done 1: sent by courier")
    assert "Note" in world.ana.last.card.text
    assert "Reason" not in world.ana.last.card.text
    world.ana.says("reopen 1: the courier lost it")
    assert "“the courier lost it” (Ana Reyes)" in world.ana.last.card.text
