"""A promise is recorded, remembered in time, and kept."""


async def test_recorded_reminded_closed_and_told(world):
    """An analyst records a promise, is reminded twice before it is due, keeps it, and tells the stakeholder."""
    answer = world.ana.says("/engage promise Maria Chen (OpenNorth): send the report by Friday 17:00")
    assert (
        answer == "Promise 1 recorded: Maria Chen (OpenNorth), due Friday, November 27, 2026, 5:00\u00a0p.m."
    )
    world.clock.advance_to("Wednesday 09:30")
    world.clock.advance_to("Friday 12:00")
    assert await world.ana.reminders(1) == ["before 2", "on the day"]
    reminder = world.ana.inbox[-1].card
    assert reminder.title == "One promise needs you"
    world.ana.presses("Done: 1", on=reminder)
    assert world.ana.last.replaces
    assert "Promise 1 is closed: kept." in world.ana.last.card.text
    world.clock.advance_to("Friday 12:00")
    assert await world.ana.reminders(1) == ["before 2", "on the day"]
    world.ana.says("told 1 by email")
    promise = await world.promise(1)
    assert promise.state.told is not None
    assert promise.state.told.how == "by email"


async def test_the_hour_before_a_clock_time_is_said(world):
    """A due with a clock time is said once more, an hour before."""
    world.ana.says("promise Maria: call the mayor by Thursday 16:00")
    world.clock.advance_to("Thursday 15:30")
    assert await world.ana.reminders(1) == ["before 2", "on the day", "hour before"]


async def test_en_francais(world):
    """The same in French, from the first word to the last."""
    answer = world.luc.says(
        "/engage engagement Luc Tremblay (Ville de Gatineau) : envoyer les données vendredi 15 h"
    )
    assert answer == (
        "Engagement 1 consigné\u00a0: Luc Tremblay (Ville de Gatineau), "
        "échéance le vendredi 27 novembre 2026, 15\u00a0h."
    )
    world.clock.advance_to("Wednesday 09:30")
    reminder = world.luc.inbox[-1].card
    assert reminder.title == "Un engagement vous attend"
    world.luc.presses("Fait\u00a0: 1", on=reminder)
    assert "L’engagement 1 est clos\u00a0: tenu." in world.luc.last.card.text
    assert world.luc.says("informé 1 par courriel") == (
        "Engagement 1\u00a0: c’est noté, Luc Tremblay (Ville de Gatineau) connaît le résultat."
    )
