"""Somebody on leave is left alone, and catches up on the first morning back."""

from datetime import UTC, datetime, timedelta

import pytest


async def test_held_while_away_and_said_on_the_first_morning_back(world):
    """The hold and its reason stand in the history; nothing is lost."""
    world.luc.says("engagement Maria : envoyer les données jeudi")
    assert world.luc.says("en congé jusqu’à lundi") == (
        "Vous êtes en congé du lundi 23 novembre 2026 au dimanche 29 novembre 2026, inclusivement. "
        "Aucun rappel pendant ce congé."
    )
    world.clock.advance_to("Monday 08:00")
    assert world.luc.inbox == []
    world.clock.advance_to("Monday 09:30")
    assert await world.luc.reminders(1) == ["overdue 2"]
    details = [entry.detail for entry in (await world.promise(1)).history]
    assert details == ["", "leave", "overdue 2"]


async def test_back_early(world):
    """Reminders start again at once, on the next morning."""
    world.ana.says("promise Maria: send the data by Thursday")
    world.ana.says("away 24 November to 4 December")
    assert world.ana.says("back") == "Welcome back. Your reminders start again."
    world.clock.advance_to("Thursday 12:00")
    assert await world.ana.reminders(1) == ["before 2", "on the day"]
    assert world.ana.says("back") == "You are not away."


async def test_an_absence_that_is_no_absence(world):
    """It needs an end that lies ahead."""
    assert world.ana.says("away until today").startswith("That absence is over")
    assert world.ana.says("away").startswith("From when to when")


async def test_so_long_from_an_unclear_day_is_not_counted_from_today(world):
    """There is no end to be told as long as the beginning is not known."""
    assert world.ana.says("away from 3/4 for two weeks").startswith("From when to when")


async def test_back_before_the_planned_day_what_was_held_goes_on(world):
    """A reminder that waited for the end of the leave comes at once: it is a working day, at noon."""
    world.ana.says("promise Maria: send the data by Wednesday")
    world.ana.says("away until 7 December")
    world.clock.advance_to("Thursday 12:00")
    assert world.ana.inbox == []
    world.ana.says("back")
    world.clock.advance_to("Friday 09:30")
    assert await world.ana.reminders(1) == ["overdue 1", "overdue 2"]


async def test_back_in_the_evening_what_was_held_comes_in_the_morning(world):
    """Nobody is reminded out of hours for having come back."""
    world.ana.says("promise Maria: send the data by Wednesday")
    world.ana.says("away until 7 December")
    world.clock.advance_to("Wednesday 20:00")
    world.ana.says("back")
    world.clock.advance_to("Thursday 08:30")
    assert world.ana.inbox == []
    world.clock.advance_to("Thursday 09:30")
    assert await world.ana.reminders(1) == ["overdue 1"]


async def test_a_day_that_the_owner_had_chosen_is_not_lost_to_leave(world):
    """Snoozed until a day of the leave: reminded once back, although the due is far."""
    world.ana.says("promise Maria: send the data by 29 January")
    world.ana.says("snooze 1 until Wednesday")
    world.ana.says("away until 7 December")
    world.clock.advance_to("Thursday 12:00")
    world.ana.says("back")
    world.clock.advance_to("Thursday 13:00")
    assert await world.ana.reminders(1) == ["snoozed"]


async def test_a_leave_cut_short_lets_go_of_what_it_held(world):
    """A new, earlier end holds for what waits already."""
    world.ana.says("promise Maria: send the data by Tuesday")
    world.ana.says("away until 21 December")
    world.clock.advance_to("Tuesday 12:00")
    world.ana.says("away until Thursday")
    world.clock.advance_to("Thursday 09:30")
    assert await world.ana.reminders(1) == ["overdue 2"]


async def test_the_month_of_an_absence_is_said_once(world):
    """As people say it, in both languages."""
    assert "December 1, 2026 to Thursday, December 3" in world.ana.says("away 1 to 3 December")
    assert "1er décembre 2026 au jeudi 3 décembre" in world.luc.says("en congé du 1er au 3 décembre")


async def test_the_end_of_an_absence_is_told_from_its_beginning(world):
    """From next Monday to Friday is that week's Friday; a lone day is an absence of one day."""
    said = world.ana.says("away from next Monday to Friday")
    assert "Monday, November 30, 2026 to Friday, December 4" in said
    said = world.ana.says("away tomorrow")
    assert "away on Tuesday, November 24" in said


@pytest.mark.parametrize(
    "steps",
    [
        ("done 1", "back", "undo 1"),
        ("done 1", "away until 30 November", "undo 1"),
        ("give 1 to @sam", "back", "undo 1"),
        ("away from 10 December to 4 January", "back"),
        ("snooze 1 until Friday", "back"),
    ],
)
async def test_nothing_stays_behind_a_leave_that_is_over(world, steps):
    """Whatever was done while a reminder was held: once back, it comes within days, not on the planned return."""
    world.sam.says("help")
    world.ana.says("promise Maria: send the data by Wednesday")
    world.ana.says("away until 18 January")
    world.clock.advance_to("Wednesday 10:00")
    for step in steps:
        world.ana.says(step)
    before = len(world.ana.inbox)
    world.clock.advance_to(world.clock.moment + timedelta(days=8))
    assert len(world.ana.inbox) > before


async def test_a_snooze_into_a_planned_leave_comes_on_its_day_if_the_leave_does_not(world):
    """The day that was chosen stays; only on the day itself is it held."""
    world.ana.says("promise Maria: send the data by 29 January")
    world.ana.says("away from 30 November to 4 January")
    world.ana.says("snooze 1 until 1 December")
    world.ana.says("back")
    world.clock.advance_to(datetime(2026, 12, 1, 15, tzinfo=UTC))
    assert await world.ana.reminders(1) == ["snoozed"]


async def test_said_in_a_sentence(world):
    """I am away; je suis en congé."""
    assert world.ana.says("I am away until Friday").startswith("You are away from")
    assert world.luc.says("je suis en congé jusqu'à vendredi").startswith("Vous êtes en congé")
