"""A due that moves does so with a reason, and the first one stays on record."""

from datetime import date


async def test_moved_by_words_and_by_button(world):
    """Typed or filled in, the new due needs a reason; reminders follow it."""
    world.ana.says("promise Maria: send the data by Friday")
    assert world.ana.says("move 1 to 4 December") == "Why does promise 1 move? Add “because” and the reason."
    moved = world.ana.says("move 1 to 4 December because the data is late")
    assert moved == "Promise 1 is now due Friday, December 4, 2026."
    promise = await world.promise(1)
    assert (promise.due.day, promise.due_original.day) == (date(2026, 12, 4), date(2026, 11, 27))
    world.clock.advance_to("Friday 18:00")
    assert await world.ana.reminders(1) == []
    world.clock.advance_to("Wednesday 09:30")
    assert await world.ana.reminders(1) == ["before 2"]

    world.ana.presses("Move: 1", on=world.ana.inbox[-1].card)
    world.ana.fills(due="10 December")
    assert world.ana.last.form.inputs[1].error == "This field is required."
    world.ana.fills(due="10 December", reason="a second round was asked for")
    assert world.ana.last.replaces
    assert (await world.promise(1)).due.day == date(2026, 12, 10)


async def test_a_snooze_of_what_is_overdue_says_so(world):
    """It is not news that the chosen day lies after the due."""
    world.ana.says("promise Maria: send the data by Tuesday")
    world.clock.advance_to("Thursday 10:00")
    said = world.ana.says("snooze 1 until Monday")
    assert said.endswith("It has been overdue since Tuesday, November 24, 2026.")


async def test_a_due_that_no_reminder_precedes_is_said_to_be_so(world):
    """Promised on Friday morning for Saturday: the next reminder comes on Monday, and the card says so."""
    world.clock.advance_to("Friday 10:00")
    world.ana.says("promise Maria: send the data by Saturday")
    assert "9:00\u00a0a.m., after it is due" in world.ana.last.card.text


async def test_snoozed_until_a_day_and_until_an_hour(world):
    """A snooze changes the reminder, never the due."""
    world.ana.says("promise Maria: send the data by 4 December")
    world.ana.says("snooze 1 until Saturday")
    world.clock.advance_to("Monday 09:30")
    assert await world.ana.reminders(1) == ["snoozed"]
    world.ana.says("snooze 1 until tomorrow 14:15")
    world.clock.advance_to("Tuesday 14:20")
    assert await world.ana.reminders(1) == ["snoozed", "asked"]
    promise = await world.promise(1)
    assert promise.due == promise.due_original
