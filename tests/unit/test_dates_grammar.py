"""The notation of rules: alternatives, what may be left out, slots, layers and precedence."""

from datetime import datetime, time

import pytest

from bot.domain.calendar import Calendar
from bot.intents.dates.grammar import Grammar, Match, Parse, Rule
from bot.intents.dates.slots import SLOTS
from bot.intents.dates.tokens import scan
from bot.intents.dates.values import Context

CONTEXT = Context(
    now=datetime(2026, 10, 8, 9, 30),  # noqa: DTZ001 - a wall clock, as the contract allows
    lang="en",
    calendar=Calendar(),
    end_of_day=time(17),
)


def read(rules, text, layer="top", **layers):
    """Return what each match at the beginning means, by the number of tokens it covers."""
    grammar = Grammar(SLOTS, {**layers, "top": rules})
    found = Parse(grammar, scan(text)).at(layer, 0)
    return {end: means.read(CONTEXT) if isinstance(means, Match) else means for end, means in found}


@pytest.mark.parametrize("text", ["end month", "the end of month", "End of the WEEK", "d'ici la semaine"])
def test_a_template_is_said_in_all_its_ways(text):
    """Bars separate alternatives, round brackets hold what may be left out, case does not matter."""
    rule = Rule(means="period", en=("(the) end (of|of the) month|week",), fr=("d'ici la semaine",))
    assert list(read([rule], text).values()) == ["period"]


def test_slots_are_passed_by_name():
    """A rule's meaning is called with what its slots matched."""
    rule = Rule(means=lambda _, *, n, unit: (n, unit), en=("in {n} {unit}",))
    assert read([rule], "in three weeks") == {3: (3, "week")}


def test_layers_are_slots_of_higher_layers():
    """Inner meanings are worked out first."""
    inner = Rule(means=lambda _, *, n: n * 7, en=("{n} weeks",))
    outer = Rule(means=lambda _, *, length: length + 1, en=("in {length}",))
    assert read([outer], "in 2 weeks", length=[inner]) == {3: 15}


def test_every_end_is_found():
    """A higher layer may need the shorter one."""
    rules = [Rule(means="short", fr=("vendredi",)), Rule(means="long", fr=("vendredi 15",))]
    assert read(rules, "vendredi 15 h") == {1: "short", 2: "long"}


def test_the_rule_that_stands_first_has_precedence():
    """Two rules that match the same words are decided by their order."""
    literal, general = Rule(means="literal", en=("5 days",)), Rule(means="general", en=("{dom} days",))
    assert read([literal, general], "5 days") == {2: "literal"}
    assert read([general, literal], "5 days") == {2: "general"}


def test_two_rules_with_the_same_words_are_a_mistake():
    """The grammar refuses to be ambiguous by accident."""
    with pytest.raises(ValueError, match="said the same way: end of week"):
        Grammar(SLOTS, {"top": [Rule(means=1, en=("end of week",)), Rule(means=2, en=("end (of) week",))]})


def test_a_slot_that_does_not_exist_is_a_mistake():
    """A slip in a template is found when the program starts, not when somebody writes it."""
    with pytest.raises(ValueError, match="name unknown slots: \\['wekday'\\]"):
        Grammar(SLOTS, {"top": [Rule(means=1, en=("{wekday}",))]})
