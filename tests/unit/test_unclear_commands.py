"""What cannot be understood is answered with what to type instead; whatever is typed has an answer."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intents.clarify import Clarify
from bot.intents.codec import dump, load
from bot.intents.days import WhenAsk
from bot.intents.intent import RecordPromise
from tests.support.commands import understood


@pytest.mark.parametrize(
    ("text", "code", "suggestions"),
    [
        ("donee 12", "unclear-command", {"done"}),
        ("promisse Maria: x", "unclear-command", {"promise"}),
        ("Maria Chen: send it", "unclear-command", {"promise", "heard"}),
        ("frobnicate", "unclear-command", {"promise", "heard", "mine"}),
        ("cancel 12", "unclear-command", {"undo", "close"}),
        ("what did I promise?", "unclear-command", {"mine"}),
        ("modifier 12", "unclear-command", {"move"}),
        ("overdue", "unclear-command", {"list"}),
        ("done", "missing-number", {"done"}),
        ("done twelve", "missing-number", {"done"}),
        ("done 99999999999999999999", "missing-number", {"done"}),
        ("promise Maria send the report", "missing-colon", {"promise"}),
        ("promise : send the report", "missing-stakeholder", {"promise"}),
        ("promise Maria:", "missing-words", {"promise"}),
        ("promise Maria: by Friday", "missing-words", {"promise"}),
        ("heard Maria:", "missing-words", {"heard"}),
        ("give 12 to Sam", "missing-person", {"give"}),
        ("escalate 12 to @dana", "missing-question", {"escalate"}),
        ("close 12 splendidly", "unclear-outcome", {"close"}),
        ("list nonsense", "unclear-list", {"list"}),
        ("summary yesterday", "unclear-period", {"summary"}),
        ("find", "missing-search", {"find"}),
        ("done 12 13", "one-at-a-time", set()),
        ("done 12, 13 and 14", "one-at-a-time", set()),
        ("close 12 et 13", "one-at-a-time", set()),
        ("promise Maria: " + "x" * 10_001, "too-long", set()),
    ],
)
def test_what_is_not_clear_names_what_to_type(text, code, suggestions):
    """An unclear command has one code and the nearest commands, never silence."""
    unclear = understood(text)
    assert isinstance(unclear, Clarify)
    assert unclear.code == code
    assert suggestions <= set(unclear.suggestions)


def test_the_next_number_is_named():
    """Of three promises, the second is the next to be closed."""
    unclear = understood("done 12, 13 and 14")
    assert isinstance(unclear, Clarify)
    assert dict(unclear.arguments) == {"first": 12, "second": 13}


@pytest.mark.parametrize("text", ["i " * 3000, "list " + "de " * 3000, "done 1 " + "1 " * 3000 + "x"])
def test_endless_repetition_is_answered_as_well(text):
    """Nothing that is typed keeps the bot from others."""
    understood(text)


@pytest.mark.parametrize(
    "verb", ["promise Maria:", "heard Maria", "remind me", "close 12 not pursued:", "give 12 to"]
)
@pytest.mark.parametrize("piece", [", ", ",,", ". ", "! ", "- ", " ", "\n"], ids=repr)
def test_marks_and_spaces_without_end_take_a_bounded_time(verb, piece):
    """Ten thousand of them that lead to nothing; work that grows with their square takes three seconds."""
    began = time.process_time()
    understood(f"{verb} {(piece * 9_900)[:9_900]}x")
    assert time.process_time() - began < 1


def test_a_promise_without_a_day_is_asked_about():
    """No day is guessed."""
    intent = understood("promise Maria: call back")
    assert isinstance(intent, RecordPromise)
    assert intent.when == WhenAsk(question="missing")


def test_control_characters_and_overrides_of_direction_are_dropped_and_the_rest_stays():
    """What no person means goes; emoji, line breaks and text from right to left stay."""
    intent = understood("promise Maria\x00\x1b[31m: يرسل التقرير 🙂\nby Friday\u202e")
    assert isinstance(intent, RecordPromise)
    assert intent.stakeholder.name == "Maria[31m"
    assert intent.words == "يرسل التقرير 🙂"


@given(st.text())
def test_whatever_is_typed_has_an_answer(text):
    """Parsing is total: an intent, which can be written and read back, or a question."""
    answer = understood(text)
    if not isinstance(answer, Clarify):
        assert load(dump(answer)) == answer


@given(
    st.sampled_from(
        ["promise", "engagement", "heard", "move 1", "snooze 2", "close 3", "escalate 4", "list"]
    ),
    st.text(alphabet="ab :@()0123456789/-é\u00a0’'"),
)
def test_whatever_follows_a_verb_has_an_answer(verb, rest):
    """So does anything that begins as a command does."""
    answer = understood(f"{verb} {rest}")
    if not isinstance(answer, Clarify):
        assert load(dump(answer)) == answer
