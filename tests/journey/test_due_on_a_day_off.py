"""A due on a day that is not worked is kept as it was said, and the card says what day it is."""

import pytest

from bot.messages import Small


def remarks(person):
    return [element.text for element in person.last.card.elements if isinstance(element, Small)]


@pytest.mark.parametrize(
    ("who", "line", "remark"),
    [
        ("ana", "promise Kim: send it by 25 December", "That day is a holiday: Christmas Day."),
        ("luc", "engagement Kim : envoyer le 28 novembre", "Ce jour tombe la fin de semaine."),
        ("luc", "engagement Kim : envoyer le 26 décembre", "Ce jour tombe la fin de semaine."),
        ("luc", "engagement Kim : envoyer le 28 décembre", "Ce jour est férié\u00a0: lendemain de Noël."),
        ("ana", "promise Kim: send it by 2027-08-02", "That day is a holiday: Civic Holiday."),
        ("ana", "promise Kim: send it by 2027-03-29", "That day is a holiday: Easter Monday."),
    ],
)
def test_the_card_says_what_day_it_is(world, who, line, remark):
    """A holiday that falls on a weekend is remarked on where it is observed."""
    person = getattr(world, who)
    person.says(line)
    assert remarks(person) == [remark]


def test_a_working_day_is_not_remarked_on(world):
    """Nothing is said where nothing is to be said."""
    world.ana.says("promise Kim: send it by Friday")
    assert remarks(world.ana) == []


def test_leave_and_days_off_are_the_owners(world):
    """The owner is spoken to; whoever moves somebody else's promise reads of the owner's days."""
    world.luc.says("en congé du 14 décembre au 18 décembre")
    world.luc.says("engagement Kim : envoyer le 16 décembre")
    assert remarks(world.luc) == ["Vous serez en congé ce jour-là."]
    world.lea.says("déplacer 1 au 17 décembre parce que c’est mieux")
    assert remarks(world.lea) == ["Luc Roy sera en congé ce jour-là."]


def test_a_day_that_somebody_never_works_is_theirs(world):
    """A week of four days, to oneself and to others."""
    world.ana.says("settings days Mon to Thu")
    world.ana.says("promise Kim: send it by 4 December")
    assert remarks(world.ana) == ["You do not work on that day."]
    world.lea.says("déplacer 1 au 11 décembre parce que c’est mieux")
    assert remarks(world.lea) == ["Ana Reyes ne travaille pas ce jour-là."]
    world.ana.says("away 16 December")
    world.ana.says("promise Kim: call by 16 December")
    assert remarks(world.ana) == ["You are on leave on that day."]
