"""The journeys go on as if nothing had happened when the bot is killed between any two of their steps."""

from collections.abc import Callable

import pytest

from tests.support.world import World


def kept_on_time(world: World) -> None:
    world.ana.says("/engage promise Maria Chen (OpenNorth): send the report by Friday 17:00")
    world.clock.advance_to("Wednesday 09:30")
    world.clock.advance_to("Friday 12:00")
    world.ana.presses("Done: 1", on=world.ana.inbox[-1].card)
    world.ana.says("told 1 by email")
    world.ana.says("history 1")


def ignored_escalated_returned_closed(world: World) -> None:
    world.dana.says("help")
    world.ana.says("promise Kim Park: send the audit report by Friday")
    world.clock.advance_to("Tuesday 09:30")
    world.ana.says("escalate 1 to @dana: whether to publish the names")
    world.clock.advance_to("Monday 09:30")
    world.dana.presses("Answer: 1", on=world.dana.inbox[-1].card)
    world.dana.fills(note="Publish it, without the names.")
    world.clock.advance_to("Wednesday 09:30")
    world.ana.says("close 1 kept modified: published without the names")


def renegotiated(world: World) -> None:
    world.luc.says("engagement Ville de Gatineau : envoyer les données vendredi")
    world.luc.says("déplacer 1 au 4 décembre parce que les données sont en retard")
    world.clock.advance_to("Thursday 09:30")
    world.clock.advance_to("Thursday 09:30")
    world.luc.says("reporter 1 jusqu’à lundi 10 h")
    world.clock.advance_to("Monday 10:30")
    world.luc.says("fait 1")
    world.luc.says("annuler")


def asked_for_the_day(world: World) -> None:
    world.ana.says("promise Lou: call back")
    world.ana.presses("Fri, Nov 27")
    world.ana.presses("Change: 1")
    world.ana.fills(words="call back, twice")
    world.ana.says("mine")


JOURNEYS = [kept_on_time, ignored_escalated_returned_closed, renegotiated, asked_for_the_day]


def transcript(world: World) -> list[tuple[str, str, str]]:
    """Return every message that anybody got, and the last answers."""
    sent = [(message.key, message.to.id, message.card.text) for message in world.mailbox.messages()]
    people = (world.ana, world.dana, world.luc)
    answers = [("", person.handle, person.last.card.text) for person in people if person.last.card]
    return sent + answers


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
def test_a_kill_before_any_step_changes_nothing(journey: Callable[[World], None], tmp_path):
    """Whichever step the bot is killed before, everybody reads the same words the same number of times."""
    undisturbed = World(tmp_path / "undisturbed")
    journey(undisturbed)
    expected = transcript(undisturbed)
    steps = undisturbed.steps
    undisturbed.host.kill()
    assert steps > 3
    for step in range(1, steps):
        world = World(tmp_path / f"killed-before-{step}")
        world.kill_before = step
        journey(world)
        world.host.kill()
        assert transcript(world) == expected, f"killed before step {step}"
