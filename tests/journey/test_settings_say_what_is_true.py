"""What the settings say of hours holds, and what their form does not offer cannot be chosen."""

import pytest

from bot.domain.people import Identity
from bot.words import Words


def hours(card):
    """Return what a card of settings says of the hours."""
    return next(element.rows for element in card.elements if element.kind == "fields")[4][1]


async def person(world, handle):
    return await world.look(
        lambda tx: tx.person_by_identity(Identity(platform=world.mailbox.name, user=handle))
    )


async def test_without_hours_a_reminder_before_a_due_time_comes_at_any_hour(world):
    """As the card says; with hours of one's own, the daily message says it before."""
    world.ana.says("promise Maria: call her on Wednesday at 20:00")
    world.clock.advance_to("Wednesday 09:10")
    told = len(world.ana.told)
    world.clock.advance_to("Wednesday 19:10")
    assert len(world.ana.told) == told + 1
    world.luc.says("paramètres heures 8 h à 16 h")
    assert hours(world.luc.last.card) == "de 8\u00a0h à 16\u00a0h — votre choix"
    world.luc.says("paramètres heures automatique")
    assert hours(world.luc.last.card) == (
        "Aucun choix\u00a0: le rappel qui précède une heure d’échéance peut venir à toute heure"
    )


@pytest.mark.parametrize(
    "field", [{"language": "klingon"}, {"zone": "Narnia"}, {"region": "XX"}, {"zone": "Etc/GMT+5"}]
)
async def test_an_option_that_the_form_does_not_have_is_refused(world, field):
    """As any button that was edited by hand; nothing is changed."""
    world.ana.says("settings change")
    before = await person(world, "ana")
    assert world.ana.fills(**field) == Words("en")("refuse-button")
    assert await person(world, "ana") == before
