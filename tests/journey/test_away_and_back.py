"""Somebody on leave is left alone, and catches up on the first morning back."""


async def test_held_while_away_and_said_on_the_first_morning_back(world):
    """The hold and its reason stand in the history; nothing is lost."""
    world.luc.says("engagement Maria : envoyer les données jeudi")
    assert world.luc.says("en congé jusqu’à lundi") == (
        "Vous êtes en congé du lundi 23 novembre 2026 au dimanche 29 novembre 2026. "
        "Aucun rappel d’ici votre retour."
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
    assert world.ana.says("back") == "Welcome back. You are reminded again."
    world.clock.advance_to("Thursday 12:00")
    assert await world.ana.reminders(1) == ["before 2", "on the day"]
    assert world.ana.says("back") == "You are not away."


async def test_an_absence_that_is_no_absence(world):
    """It needs an end that lies ahead."""
    assert world.ana.says("away until today").startswith("That absence is over")
    assert world.ana.says("away").startswith("From when to when")


async def test_back_before_the_planned_day_what_was_held_goes_on(world):
    """A reminder that waited for the end of the leave comes on the next morning instead."""
    world.ana.says("promise Maria: send the data by Wednesday")
    world.ana.says("away until 7 December")
    world.clock.advance_to("Thursday 12:00")
    assert world.ana.inbox == []
    world.ana.says("back")
    world.clock.advance_to("Friday 09:30")
    assert await world.ana.reminders(1) == ["overdue 2"]
