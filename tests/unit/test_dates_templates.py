"""The rules themselves: what a template captures is what its meaning takes."""

import inspect

import pytest

from bot.intents.dates.dues import GRAMMAR
from bot.intents.dates.slots import SLOTS

SILENT = {
    "edge",
    "beforehand",
    "introduced",
    "limited",
    "alone",
    "finish",
    "close",
    "noun",
    "bygone",
    "opening",
    "closing",
    "before_day",
    "not_lasting",
    "leap_date",
    "amid",
    "no_hour",
    "not_acted",
    "setting",
    "said_to_be",
    "lasting",
    "book",
}
REPEATED = {"lead", "latest", "part", "at", "pause"}
"""May stand twice in a template: the last one counts, or none does."""


def ways(node, slots=()):
    """Yield each rule of a tree with the slots on the way to it."""
    if node.rule is not None:
        yield node.rule, slots
    for following in node.words.values():
        yield from ways(following, slots)
    for name, following in node.slots.items():
        yield from ways(following, (*slots, name))


def silent_layers():
    return {name for name, tree in GRAMMAR.trees.items() if all(rule.means is None for rule, _ in ways(tree))}


@pytest.mark.parametrize("layer", GRAMMAR.trees)
def test_every_meaning_takes_what_its_templates_capture(layer):
    """So that no phrase can raise."""
    silent = SILENT | silent_layers()
    for rule, slots in ways(GRAMMAR.trees[layer]):
        if callable(rule.means):
            said = [name for name in slots if name not in silent]
            inspect.signature(rule.means).bind(None, **dict.fromkeys(said))
            assert {name for name in said if said.count(name) > 1} <= REPEATED, slots


def test_silent_slots_exist():
    """The list above names slots of the grammar."""
    assert SLOTS.keys() >= SILENT


@pytest.mark.parametrize("layer", GRAMMAR.trees)
def test_no_phrase_is_empty(layer):
    """Else a rule would match anywhere."""
    assert all(slots or rule for rule, slots in ways(GRAMMAR.trees[layer]))
    assert GRAMMAR.trees[layer].rule is None
