"""An owner who never answers is reminded on business days; then the promise goes up, and comes back."""

from bot.domain.promise import Outcome, Stage


async def test_ignored_reminded_escalated_returned_closed(world):
    """Reminders stop while somebody else decides, and start again with the answer."""
    world.dana.says("help")
    world.ana.says("/engage promise Kim Park: send the audit report by Friday")
    world.clock.advance_to("Tuesday 09:30")
    world.clock.advance_to("Tuesday 09:30")
    assert await world.ana.reminders(1) == ["before 2", "on the day", "overdue 1", "overdue 2"]

    said = world.ana.says("escalate 1 to @dana: whether to publish the names")
    assert (
        said == "Promise 1 is escalated to Dana Whitfield. Your reminders stop until the answer comes back."
    )
    assert world.dana.told[-1] == "Ana Reyes asks you to decide about promise 1."
    reminded_before = len(world.ana.inbox)
    world.clock.advance_to("Monday 09:30")
    assert len(world.ana.inbox) == reminded_before
    assert (await world.promise(1)).reminder is None

    world.dana.presses("Answer: 1", on=world.dana.inbox[-1].card)
    world.dana.fills(note="Publish it, without the names.")
    assert world.ana.told[-1] == "Dana Whitfield answered the question on promise 1."
    assert "Publish it, without the names." in world.ana.inbox[-1].card.text
    world.clock.advance_to("Tuesday 09:30")
    assert (await world.ana.reminders(1))[-1].startswith("overdue")

    world.ana.says("close 1 kept modified: published without the names")
    promise = await world.promise(1)
    assert (promise.stage, promise.state.outcome) == (Stage.CLOSED, Outcome.KEPT_MODIFIED)


async def test_only_the_decider_the_owner_or_a_lead_returns_it(world):
    """Somebody else can neither answer for the decider nor touch the promise."""
    world.dana.says("help")
    world.ana.says("promise Kim: send the audit report by Friday")
    world.ana.says("escalate 1 to @dana: publish?")
    assert world.sam.says("return 1: no").startswith("Promise 1 belongs to Ana Reyes (@ana).")
    world.lea.says("retourner 1 : la direction a tranché")
    assert (await world.promise(1)).stage is Stage.OPEN
    assert world.dana.told[-1] == "Léa Gagnon brought promise 1 back: your answer was no longer needed."
    assert world.ana.told[-1] == "Léa Gagnon brought promise 1 back to you."
    assert "“la direction a tranché” (Léa Gagnon)" in world.ana.inbox[-1].card.text


async def test_what_the_owner_takes_back_is_no_answer(world):
    """Nobody is said to have answered who did not."""
    world.dana.says("help")
    world.ana.says("promise Kim: send the audit report by Friday")
    world.ana.says("escalate 1 to @dana: publish?")
    said = world.ana.says("return 1: we found the rule")
    assert said == "Promise 1 is back with Ana Reyes. Dana Whitfield need not answer."
    world.ana.says("show 1")
    assert "“we found the rule” (Ana Reyes)" in world.ana.last.card.text
    assert "Dana Whitfield" not in world.ana.last.card.text
    world.ana.says("history 1")
    assert "Ana Reyes brought it back" in world.ana.last.card.text


async def test_an_escalated_promise_cannot_be_closed(world):
    """An escalation never ends a promise: the decision comes back first."""
    world.dana.says("help")
    world.ana.says("promise Kim: send the audit report by Friday")
    world.ana.says("escalate 1 to @dana: publish?")
    assert world.ana.says("done 1") == "Promise 1 is escalated, so it cannot be closed."
    assert "/engage return 1:" in world.ana.last.card.text
