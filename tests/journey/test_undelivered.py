"""A message that its platform will never take: somebody who can act on it is told, once, with what to do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.messages import Answering, OutboxState, Tone
from tests.support.mailbox import CHANNEL, buttons
from tests.support.world import APP_YAML, World

GONE = APP_YAML.replace("mailbox:engagement", "mailbox:archived").replace(
    "luc]", "luc]\n    summary: {cron: '0 9 * * mon'}"
)


@pytest.fixture
def archived(tmp_path):
    """A world whose team works in a channel that was archived."""
    world = World(tmp_path / "archived", app_yaml=GONE)
    yield world
    world.host.kill()


def go_on(world, *, hours=1, times=6):
    for _ in range(times):
        world.clock.jump_to(world.clock.moment + timedelta(hours=hours))


async def dead(world):
    return [row.message.key for row in await world.look(lambda tx: tx.outbox(OutboxState.DEAD))]


async def test_the_owner_learns_that_the_decider_was_not_reached(world):
    """Nobody waits for an answer from somebody who was never asked; the promise can be acted on right there."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("reject", to="dana")
    world.ana.says("escalate 1 to @dana: may we publish?")
    go_on(world)
    assert world.dana.told == []
    (told,) = world.ana.told
    assert told == "Dana Whitfield was not told about promise 1."
    card = world.ana.inbox[-1].card
    assert card.elements[0].text.startswith(
        "Engage cannot reach this account. Give an open promise to somebody else."
    )
    assert "Bring back" in [each.label for each in buttons(card)]
    assert card.tone is Tone.WARNING


async def test_the_lead_learns_that_the_owner_was_not_reached(world):
    """In the lead's language, with the promise and what a lead can do about it."""
    world.lea.says("aide")
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("reject", to="ana")
    world.clock.advance_to("Wednesday 09:30")
    go_on(world)
    (told,) = (title.replace("\u00a0", " ") for title in world.lea.told)
    assert told == "Engage n’a pas pu aviser Ana Reyes au sujet de l’engagement 1."
    assert (
        world.lea.inbox[-1]
        .card.elements[0]
        .text.startswith("Engage ne peut pas joindre ce compte. Un engagement")
    )
    assert "Fait" in [each.label for each in buttons(world.lea.inbox[-1].card)]
    assert world.lea.inbox[-1].card.tone is Tone.WARNING


async def test_what_tells_of_it_stays_true(world):
    """The owner brought the promise back: the message that told of it offers that no longer."""
    world.dana.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("reject", to="dana")
    world.ana.says("escalate 1 to @dana: may we publish?")
    world.ana.says("return 1: we found it out")
    assert "Done" in [each.label for each in buttons(world.ana.inbox[0].card)]
    assert world.ana.inbox[0].card.tone is Tone.WARNING


async def test_a_lead_who_owns_the_promise_is_not_told_by_the_same_way(world):
    """Whoever could not be reached is not written to about that."""
    world.lea.says("engagement Maria : envoyer les données vendredi")
    world.mailbox.fail("reject", to="lea")
    world.clock.advance_to("Wednesday 09:30")
    go_on(world)
    assert await dead(world) == ["1:r1"]


async def test_nobody_who_is_told_can_be_reached_either(world):
    """That ends there: a message about a message that did not arrive brings no third one."""
    world.dana.says("help")
    world.lea.says("aide")
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("reject")
    world.ana.says("escalate 1 to @dana: may we publish?")
    go_on(world)
    assert len(await dead(world)) == 2
    world.mailbox.recover()
    go_on(world)
    assert world.ana.told == world.lea.told == world.dana.told == []


async def test_a_summary_that_has_no_channel_is_told_to_the_leads(archived):
    """Once a summary, however many languages it is in; and again only with the next one."""
    archived.lea.says("aide")
    archived.ana.says("help")
    archived.clock.jump_to("Monday 12:00")
    archived.clock.advance_to("Wednesday 12:00")
    archived.clock.advance_to("Tuesday 12:00")
    assert len(archived.lea.told) == 1
    assert "Participation du public" in archived.lea.told[0]
    (why,) = archived.lea.inbox[-1].card.elements
    assert why.text.endswith("Demandez à l’équipe qui gère Engage d’en choisir un autre.")
    go_on(archived)
    assert len(archived.lea.told) == 1
    assert archived.ana.told == []


async def test_an_answer_that_has_no_channel_is_told_to_nobody(archived):
    """It was no summary, and whoever asked sees that nothing came."""
    archived.lea.says("aide")
    archived.ana.answering = Answering()
    archived.ana.says("mine", channel=replace(CHANNEL, id="archived"))
    go_on(archived)
    assert archived.lea.told == []


async def test_an_edit_or_a_home_page_that_is_refused_is_silent(world):
    """Nobody learns anything new from either, so nobody is told, and nothing is kept as a dead letter."""
    world.lea.says("aide")
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.opens_home()
    world.clock.advance_to("Wednesday 09:30")
    world.mailbox.fail("reject", to="ana")
    world.ana.says("done 1")
    go_on(world)
    assert await dead(world) == []
    assert world.lea.told == []
    assert len(await world.look(lambda tx: tx.outbox(OutboxState.WITHDRAWN))) == 2
    world.mailbox.recover()
    world.ana.says("reopen 1")
    assert "Closed" not in world.ana.inbox[0].card.text
    assert "Maria" in world.ana.home.text


async def test_history_does_not_claim_what_did_not_arrive(world):
    """A reminder that was refused stands in the promise's history as that, with the reason."""
    world.lea.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail("reject", to="ana")
    world.clock.advance_to("Wednesday 09:30")
    go_on(world)
    world.lea.says("history 1")
    shown = world.lea.last.card.text.replace("\u00a0", " ")
    assert "Ce rappel n’est pas arrivé : le compte de la personne responsable ne peut pas être joint" in shown
    assert world.lea.says("show 1")
