"""The bot is down for a week and comes back: everything missed is said once."""

from tests.support.world import APP_YAML, World


async def test_what_was_missed_is_caught_up_once_and_bundled(world):
    """One message on the next working morning names all that fell due; none is dropped, none doubled."""
    world.ana.says("promise Maria: send the data by Wednesday")
    world.ana.says("promise Kim: call back by Friday")
    world.sam.says("promise Lou: write the minutes by Thursday")
    world.host.kill()
    world.clock.jump_to("Sunday 03:00")
    assert world.ana.inbox == []
    world.clock.advance_to("Monday 12:00")
    assert [message.card.title for message in world.ana.inbox] == ["2 promises need you"]
    assert len(world.sam.inbox) == 1
    assert await world.ana.reminders(1) == ["overdue 3"]
    assert await world.ana.reminders(2) == ["overdue 1"]
    history = [entry.detail for entry in (await world.promise(1)).history if entry.detail]
    assert history == ["weekend", "overdue 3"]


async def test_back_at_noon_of_a_working_day_it_is_said_at_once(world):
    """A late reminder need not wait for the next morning."""
    world.ana.says("promise Maria: send the data by Wednesday")
    world.host.kill()
    world.clock.jump_to("Thursday 12:00")
    assert await world.ana.reminders(1) == ["overdue 1"]
    world.clock.advance_to("Friday 12:00")
    assert await world.ana.reminders(1) == ["overdue 1", "overdue 2"]
    assert len(world.ana.inbox) == 2


async def test_an_hour_that_was_missed_is_said_in_the_morning(world):
    """Back in the night of Sunday: one bundle on Monday, with what is true by then."""
    world.ana.says("promise Maria: send the data by Wednesday 3pm")
    world.ana.says("promise Kim: call back by 29 January")
    world.ana.says("snooze 2 until Thursday 16:00")
    world.clock.advance_to("Wednesday 12:00")
    before = len(world.ana.inbox)
    world.host.kill()
    world.clock.jump_to("Sunday 03:00")
    assert len(world.ana.inbox) == before
    world.clock.advance_to("Monday 09:30")
    assert [message.card.title for message in world.ana.inbox[before:]] == ["2 promises need you"]
    assert (await world.ana.reminders(1))[-1] == "overdue 3"
    assert await world.ana.reminders(2) == ["snoozed"]


async def test_a_summary_that_was_missed_comes_once(tmp_path):
    """Two Mondays without the bot give one summary, in both languages, about all the time since the last."""
    world = World(tmp_path, app_yaml=APP_YAML + '    summary: {cron: "0 9 * * mon"}\n')
    world.clock.jump_to("Monday 11:00")
    world.ana.says("promise Maria: send the data by Friday")
    world.host.kill()
    world.clock.jump_to(world.clock.moment.replace(month=12, day=16))
    posted = [message for message in world.mailbox.messages() if message.to.id == "engagement"]
    assert [message.card.title for message in posted] == [
        "Summary: Public engagement",
        "Bilan\u00a0: Participation du public",
    ]
    assert "Promises recorded: 1" in posted[0].card.text
    world.host.kill()
