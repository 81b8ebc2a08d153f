"""`undo` takes back the last thing that this person did, whatever it was, and says what."""

import pytest

from bot.domain.history import Action
from tests.support.mailbox import buttons


@pytest.mark.parametrize(
    ("command", "what"),
    [
        ("done 1", "the closing"),
        ("snooze 1 until Thursday", "the snooze"),
        ("move 1 to 4 December because late", "the move"),
        ("give 1 to @sam", "the change of owner"),
        ("escalate 1 to @sam: publish?", "the escalation"),
    ],
)
async def test_each_act(world, command, what):
    """The state is what it was before, and the history keeps both."""
    world.sam.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    before = await world.promise(1)
    world.ana.says(command)
    assert world.ana.says("undo") == f"Promise 1: {what} was taken back."
    after = await world.promise(1)
    assert (after.state, after.reminder) == (before.state, before.reminder)
    assert after.history[-1].action is Action.UNDONE


async def test_step_by_step_to_the_recording(world):
    """Undone again and again, it goes back to before the promise, whose number is never used again."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("done 1")
    world.ana.says("told 1 by phone")
    for what in ("the mark “stakeholder told”", "the closing", "the recording"):
        assert world.ana.says("undo") == f"Promise 1: {what} was taken back."
    assert world.ana.says("undo") == "There is nothing of yours to take back."
    assert world.ana.says("mine") == "Nothing waits for you"
    assert world.ana.says("promise Maria: send the data by Friday").startswith("Promise 2")


async def test_only_ones_own_and_only_the_last(world):
    """What somebody else has built upon stays; what is somebody else's cannot be undone."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("escalate 1 to @dana: publish?")
    world.dana.says("return 1: yes")
    assert world.ana.says("undo").startswith("Promise 1 has changed since")
    assert world.ana.says("undo").startswith("Promise 1 has changed since"), "the recording, too"
    assert world.ana.says("undo") == "There is nothing of yours to take back."
    assert world.sam.says("undo") == "There is nothing of yours to take back."


async def test_whoever_was_told_is_told_again(world):
    """A decider who was asked learns that the question is gone."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("escalate 1 to @dana: publish?")
    world.ana.says("undo")
    assert world.dana.told == [
        "Ana Reyes asks you to decide about promise 1.",
        "Ana Reyes took back the escalation of promise 1.",
    ]


async def test_a_change_of_absence(world):
    """It is the last thing as well: the promise before it stays, and the absence is what it was."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("away until 7 December")
    world.clock.advance_to("Wednesday 12:00")
    assert world.ana.inbox == []
    world.ana.says("back")
    assert world.ana.says("undo") == "The last change to your absence was taken back."
    assert world.ana.says("undo") == "The last change to your absence was taken back."
    assert world.ana.says("back") == "You are not away."
    world.clock.advance_to("Wednesday 13:00")
    assert await world.ana.reminders(1) == ["before 2"]
    assert not (await world.promise(1)).state.retracted


async def test_of_one_promise(world):
    """With a number, it is the last thing that was done to that promise."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("promise Kim: call back by Friday")
    world.ana.says("done 1")
    assert world.ana.says("undo 2") == "Promise 2: the recording was taken back."
    assert world.ana.says("undo 1") == "Promise 1: the closing was taken back."
    assert world.ana.says("undo 99").startswith("That change to number 99")


async def test_a_snooze_outlives_what_was_undone(world):
    """The reminder that was chosen before holds again."""
    world.ana.says("promise Maria: send the data by 29 January")
    world.ana.says("snooze 1 until Wednesday")
    chosen = (await world.promise(1)).reminder
    world.ana.says("done 1")
    world.ana.says("undo")
    assert (await world.promise(1)).reminder == chosen


async def test_a_snooze_that_another_one_replaced_is_not_undone(world):
    """The later one holds; its own undo goes back to the cadence's reminder."""
    world.ana.says("promise Maria: send the data by 29 January")
    world.ana.says("snooze 1 until Wednesday")
    first = world.ana.last.card
    world.ana.says("snooze 1 until 4 December")
    chosen = (await world.promise(1)).reminder
    assert world.ana.presses("Undo: 1", on=first).startswith("Promise 1 has changed since")
    assert (await world.promise(1)).reminder == chosen


async def test_a_question_that_is_put_again_is_heard_again(world):
    """Brought back and taken back: whoever decides learns that the answer is needed after all."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("escalate 1 to @dana: publish?")
    world.ana.says("return 1: we found the rule")
    world.ana.says("undo")
    assert world.dana.told[-1] == "Ana Reyes took back the recall of promise 1."
    assert "Answer: 1" in [each.name for each in buttons(world.dana.inbox[-1].card)]


async def test_an_insight(world):
    """So is an insight."""
    world.ana.says("heard Maria: buses are late")
    assert world.ana.says("undo") == "Insight 1 was taken back."
    assert world.ana.says("find buses") == "Found for “buses”: 0"


async def test_nobody_takes_back_what_somebody_else_did(world):
    """In a channel, everybody sees the button; whoever presses another's is told whose it is."""
    world.sam.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    recorded = world.ana.last.card
    assert world.sam.presses("Undo: 1", on=recorded) == (
        "Somebody else made this change to number 1, and only they can take it back."
    )
    world.ana.presses("Undo: 1", on=recorded)
    assert world.ana.presses("Undo: 1", on=recorded).startswith(
        "That change to number 1 was already taken back"
    )
