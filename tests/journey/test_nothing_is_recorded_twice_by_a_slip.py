"""The same thing said twice, by a person, a platform or a finger, happens once."""

from datetime import timedelta


async def numbers(world):
    return list(await world.look(lambda tx: tx.numbers()))


async def test_the_same_command_within_two_minutes_is_asked_about(world):
    """It is already recorded, says the answer, and offers to record it anyway."""
    command = "promise Maria: send the data by Friday"
    world.ana.says(command)
    assert world.ana.says(command) == "You recorded this a moment ago: it is promise 1."
    warning = world.ana.last.card
    assert await numbers(world) == [1]
    assert world.ana.presses("Record it anyway").startswith("Promise 2 recorded")
    assert world.ana.presses("Record it anyway", on=warning).startswith("Promise 2 recorded")
    assert await numbers(world) == [1, 2]


async def test_capitals_and_spaces_make_no_other_promise(world):
    """The same words are the same words."""
    world.ana.says("promise Maria: send the data by Friday")
    said = world.ana.says("Promise  MARIA:  Send the Data by friday")
    assert said == "You recorded this a moment ago: it is promise 1."


async def test_after_two_minutes_or_by_somebody_else_it_is_another_promise(world):
    """Two people may promise the same, and one person may promise it again."""
    command = "promise Maria: send the data by Friday"
    world.ana.says(command)
    assert world.sam.says(command).startswith("Promise 2 recorded")
    world.clock.jump_to(world.clock.moment + timedelta(minutes=2))
    assert world.ana.says(command).startswith("Promise 3 recorded")


async def test_an_insight_said_twice(world):
    """The same holds for what was heard."""
    world.ana.says("heard Maria: buses are late")
    assert world.ana.says("heard maria: buses are late") == "You recorded this a moment ago: it is insight 1."
    assert world.ana.presses("Record it anyway").startswith("Insight 2")


async def test_a_repeated_event_gets_the_first_answer(world):
    """A platform that delivers twice changes nothing, even after other things have happened."""
    first = world.ana.says("promise Maria: send the data by Friday", event_id="again")
    world.ana.says("done 1")
    assert world.ana.says("promise Maria: send the data by Friday", event_id="again") == first
    assert await numbers(world) == [1]


async def test_the_same_button_twice(world):
    """The second press says how things stand, and changes nothing."""
    world.ana.says("promise Maria: send the data by Friday")
    world.clock.advance_to("Wednesday 09:30")
    reminder = world.ana.inbox[-1].card
    world.ana.presses("Done: 1", on=reminder)
    world.ana.presses("Done: 1", on=reminder)
    assert "Promise 1 is already closed." in world.ana.last.card.text
    assert world.ana.last.replaces
    assert (await world.promise(1)).version == 3


async def test_a_question_is_answered_once(world):
    """Two presses on two days of one question record one promise, for the first."""
    world.ana.says("promise Lou: call back")
    question = world.ana.last.card
    world.ana.presses("Fri, Nov 27", on=question)
    assert "Friday, November 27" in world.ana.presses("Fri, Dec 4", on=question)
    assert await numbers(world) == [1]
