"""However a text is made, reading it takes work that grows with the text and not faster."""

import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intents.dates import parse_due
from bot.intents.dates.dues import GRAMMAR
from bot.intents.dates.grammar import Parse
from bot.intents.dates.tokens import scan

NOW = datetime(2026, 10, 8, 9, 30, tzinfo=ZoneInfo("America/Toronto"))

PIECES = """
    by before d'ici avant au le à the of next last end fin du month semaine Friday vendredi mar 3 15 31 1er 2nd 2026
    2026-11-30 03/04 15:30 3pm h 30 noon midi in dans a une business hours from après March demain et and , . - ( )
    Q2 T3 quarter fiscal exercice 2026-27 Christmas ET est every sent as hundred vingt un half first second + ' to
"""

LONG = [
    "by " * 1700,
    "Friday " * 700,
    "9" * 5000,
    "1/" * 2500,
    "1-1" * 1600,
    "a week from " * 400,
    "in 260 business days " * 230,
    "15 h 30 " * 600,
    "3/4 " * 1200,
    "the end of " * 450,
    "«" * 5000,
    '"' * 4999,
    "a." * 2500,
    "e\u0301" * 2500,
    "www." * 1200,
    "x@" * 2500,
    " " * 5000,
    "au plus tard " * 380,
    "le 5 mars 2027 à 15 h 30 " * 200,
    "twenty one " * 450,
]


STEPS_A_TOKEN = 150
"""More than any token needs: the trees of rules are finite, and what matches at a place is remembered."""


def steps_for(text):
    """Return how many places of the rules' trees are visited to read `text`, and how many tokens it has."""
    parse = Parse(GRAMMAR, scan(text))
    for place in range(len(parse.tokens)):
        for layer in GRAMMAR.trees:
            parse.at(layer, place)
    return parse.steps, len(parse.tokens)


@given(words=st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=6), times=st.integers(1, 60))
def test_the_matcher_takes_a_bounded_number_of_steps_a_token(words, times):
    """However often it is repeated, a phrase costs each time the same."""
    steps, tokens = steps_for(" ".join(words * times))
    assert steps <= STEPS_A_TOKEN * tokens


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:12]))
def test_the_matcher_is_not_led_astray(text):
    """Nor by what was made to."""
    steps, tokens = steps_for(text)
    assert steps <= STEPS_A_TOKEN * tokens


PATHOLOGICAL = [
    "1.,",
    "1,",
    "1.",
    "1-",
    "1/",
    "1:",
    "9",
    "a",
    "a.",
    "a@",
    "@a",
    "@",
    '"',
    "«",
    "$1",
    "$ ",
    "1 ",
    "p.",
    "p. ",
]
PATHOLOGICAL += [
    "1 p ",
    "2-d",
    "e\u0301",
    "_",
    "'",
    "1'",
    "http://",
    "www.",
    "-",
    "+a",
    "2026-",
    "12/",
    "sep-",
    "\u2019a",
]


def cpu_for(text):
    """Return the least processor time of three scans, in seconds."""

    def once():
        began = time.process_time()
        scan(text)
        return time.process_time() - began

    return min(once() for _ in range(3))


@pytest.mark.parametrize("piece", PATHOLOGICAL)
def test_the_regular_expression_takes_a_bounded_time_a_character(piece):
    """Ten thousand characters of anything cost no more than so many of prose; quadratic work costs 100 times that."""
    prose = cpu_for("send it by Friday, March 3. " * 400)
    assert cpu_for((piece * 10_000)[:10_000]) <= 15 * prose + 0.01


def calls_for(text):
    """Return how many Python functions are entered to read `text`: the same on every machine."""
    count = 0

    def entered(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    parse_due(text, "en", NOW)  # so that holidays are worked out and cached
    previous = sys.getprofile()
    sys.setprofile(entered)
    try:
        parse_due(text, "en", NOW)
    finally:
        sys.setprofile(previous)
    return count


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:12]))
def test_work_grows_with_the_text_and_not_faster(text):
    """Twice the text is at most about twice the work, however it is made."""
    half = text[: len(text) // 2]
    assert calls_for(text) <= 2.2 * calls_for(half) + 200


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:12]))
def test_a_long_text_costs_a_bounded_number_of_steps_a_character(text):
    """Nothing in 5,000 characters leads the matcher astray."""
    assert calls_for(text) <= 300 * len(text)


@pytest.mark.parametrize("piece", ["T2 ", "le 1er ", "in 3 ", "the ", "A ", "1 "])
def test_of_a_hostile_text_the_two_ends_are_looked_at(piece):
    """Ten thousand characters are understood by their ends, at a bounded price."""
    text = (piece * 10_000)[:10_000]
    assert calls_for(text) <= 80 * len(text)
    assert parse_due(f"{text}\nsend it by Friday", "en", NOW) is not None
