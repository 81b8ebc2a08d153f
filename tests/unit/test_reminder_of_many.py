"""A reminder of more promises than it shows: what is left out stays counted, however often it is made again."""

import pytest

from bot.messages import Item, Small
from tests.support.mailbox import buttons


def small(card):
    return [element.text for element in card.elements if isinstance(element, Small)]


@pytest.fixture
def reminded(world):
    """Ana is reminded of thirty promises at once."""
    for number in range(1, 31):
        world.ana.says(f"promise Number {number}: send the data by Friday")
    world.clock.advance_to("Wednesday 09:30")
    return world


async def test_made_again_after_each_press_it_counts_the_rest(reminded):
    """Twelve are shown; done, undone and refused, the other eighteen are still there."""
    ana = reminded.ana
    card = ana.inbox[-1].card
    assert card.title == "30 promises need you"
    for label in ("Done: 3", "Done: 7", "Undo: 7"):
        ana.presses(label, on=card)
        card = ana.last.card
        assert sum(isinstance(element, Item) for element in card.elements) == 12
        assert small(card) == ["… and 18 more"]
    assert card.title == "29 promises need you"
    assert "My promises" in [each.label for each in buttons(card)]


async def test_edited_from_elsewhere_it_counts_the_rest(reminded):
    """What was shown and is done stays on its line; the others are counted as they are."""
    reminded.ana.says("done 3")
    card = reminded.ana.inbox[-1].card
    assert (card.title, small(card)) == ("29 promises need you", ["… and 18 more"])
    assert "Closed: kept" in card.text


async def test_one_of_those_that_are_not_shown_is_done(reminded):
    """It needs nobody any more."""
    reminded.ana.says("done 30")
    assert reminded.ana.inbox[-1].card.title == "29 promises need you"
