"""The bot dies, or the network fails, while a message leaves: it arrives, and no more often than it must."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery import FEWEST_ATTEMPTS, KEEP_TRYING
from bot.messages import OutboxState


@pytest.mark.parametrize("moment", ["die before", "die after"])
def test_killed_around_the_sending_it_arrives_once(world, moment):
    """Killed before or after the platform has it, the reminder is looked for and arrives exactly once."""
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail(moment)
    world.clock.jump_to("Wednesday 09:00")
    world.mailbox.recover()
    assert len(world.ana.inbox) == (1 if moment == "die after" else 0)
    for _ in range(3):
        world.clock.jump_to(world.clock.moment + timedelta(minutes=2))
    assert [message.key for message in world.ana.inbox] == ["1:r1"]


def test_a_lost_answer_sends_nothing_twice(world):
    """The message arrived and the answer was lost: it is found, not repeated."""
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("lose the answer")
    world.clock.jump_to("Wednesday 09:00")
    for _ in range(5):
        world.clock.jump_to(world.clock.moment + timedelta(minutes=5))
    assert len(world.ana.inbox) == 1


async def test_retried_after_the_time_that_the_platform_names(world):
    """A throttled message waits for as long as it was told to."""
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("retry")
    world.clock.jump_to("Wednesday 09:00")
    world.mailbox.recover()
    world.clock.jump_to(world.clock.moment + timedelta(seconds=20))
    assert world.ana.inbox == []
    world.clock.jump_to(world.clock.moment + timedelta(seconds=11))
    assert len(world.ana.inbox) == 1


async def test_given_up_into_a_dead_letter(world):
    """What the platform will never take is kept with the reason, and the promise is reminded of later."""
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("reject")
    world.clock.jump_to("Wednesday 09:00")
    dead = await world.look(lambda tx: tx.outbox(OutboxState.DEAD))
    assert [(row.message.key, row.problem) for row in dead] == [("1:r1", "user_disabled")]
    world.mailbox.recover()
    world.clock.jump_to("Friday 09:00")
    assert [message.key for message in world.ana.inbox] == ["1:r2"]


async def test_given_up_after_days(world):
    """A platform that never recovers is not asked for ever."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("retry")
    world.ana.says("escalate 1 to @dana: publish?")
    for _ in range(FEWEST_ATTEMPTS):
        world.clock.jump_to(world.clock.moment + timedelta(minutes=1))
    assert await world.look(lambda tx: tx.outbox(OutboxState.DEAD)) == []
    world.clock.jump_to(world.clock.moment + KEEP_TRYING)
    dead = await world.look(lambda tx: tx.outbox(OutboxState.DEAD))
    assert [(row.message.to.id, row.problem) for row in dead] == [("dana", "ratelimited")]


async def test_what_waited_while_the_bot_was_down_is_not_given_up_for_that(world):
    """Ten days down and one try later: the question still reaches whoever decides."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by 29 January")
    world.mailbox.fail("retry")
    world.ana.says("escalate 1 to @dana: publish?")
    world.host.kill()
    world.clock.jump_to(world.clock.moment + timedelta(days=10))
    world.mailbox.recover()
    world.clock.jump_to(world.clock.moment + timedelta(minutes=1))
    assert world.dana.told == ["Ana Reyes asks you to decide about promise 1."]


async def test_a_reminder_that_could_not_leave_keeps_the_hours_of_the_bundle(world):
    """The platform is back at three in the night: one message in the morning, and none at night."""
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("retry")
    world.clock.jump_to("Wednesday 09:00")
    world.mailbox.recover()
    world.clock.jump_to("Thursday 03:00")
    assert world.ana.inbox == []
    world.clock.jump_to("Thursday 09:00")
    assert [message.card.title for message in world.ana.inbox] == ["One promise needs you"]


async def test_a_reminder_that_could_not_leave_stays_away_from_leave(world):
    """Whoever went on leave in the meantime hears of it when they are back."""
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("retry")
    world.clock.jump_to("Wednesday 09:00")
    world.ana.says("away until 7 December")
    world.mailbox.recover()
    world.clock.advance_to("Friday 12:00")
    assert world.ana.inbox == []
    world.clock.advance_to(datetime(2026, 12, 7, 14, 30, tzinfo=UTC))
    assert [message.card.title for message in world.ana.inbox] == ["One promise needs you"]


async def test_a_morning_of_throttling_loses_no_question(world):
    """However often the platform asks to wait: the decider hears of it in the end, once."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("retry")
    world.ana.says("escalate 1 to @dana: publish?")
    for _ in range(60):
        world.clock.jump_to(world.clock.moment + timedelta(seconds=31))
    world.mailbox.recover()
    world.clock.jump_to(world.clock.moment + timedelta(seconds=31))
    assert world.dana.told == ["Ana Reyes asks you to decide about promise 1."]


async def test_a_reminder_that_waited_says_what_is_still_to_be_done(world):
    """What was done, snoozed or said again in the meantime is left out; if nothing is left, nothing is sent."""
    for number in (1, 2, 3):
        world.ana.says(f"promise Maria: send part {number} by Friday")
    world.mailbox.fail("retry")
    world.clock.jump_to("Wednesday 09:00")
    world.ana.says("done 1")
    world.ana.says("snooze 2 until Monday")
    world.mailbox.recover()
    world.clock.jump_to(world.clock.moment + timedelta(minutes=1))
    assert [message.card.title for message in world.ana.inbox] == ["One promise needs you"]
    assert "send part 3" in world.ana.inbox[-1].card.text
    assert "send part 1" not in world.ana.inbox[-1].card.text


async def test_reminders_of_two_days_that_could_not_leave_are_one(world):
    """Two days' outage brings one message about a promise, as it stands."""
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("retry")
    world.clock.jump_to("Wednesday 09:00")
    world.clock.jump_to("Friday 09:00")
    world.mailbox.recover()
    world.clock.jump_to(world.clock.moment + timedelta(minutes=1))
    assert [message.key for message in world.ana.inbox] == ["1:r2"]
    withdrawn = await world.look(lambda tx: tx.outbox(OutboxState.WITHDRAWN))
    assert [row.message.key for row in withdrawn] == ["1:r1"]


async def test_queued_for_somebody_else_is_sent_after_a_restart(world):
    """A message whose sending was cut off by a kill leaves when the bot is back."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("die before")
    assert world.ana.says("escalate 1 to @dana: publish?", event_id="escalated") == "died"
    world.mailbox.recover()
    assert world.ana.says("escalate 1 to @dana: publish?", event_id="escalated") == (
        "Promise 1 is escalated to Dana Whitfield. Your reminders stop until the answer comes back."
    )
    world.clock.jump_to(world.clock.moment + timedelta(minutes=2))
    assert world.dana.told == ["Ana Reyes asks you to decide about promise 1."]
