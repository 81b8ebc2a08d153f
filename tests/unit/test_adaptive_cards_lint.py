"""The lint of Adaptive Cards finds what Teams refuses or shows otherwise, and nothing else."""

import pytest

from tests.support.adaptive_cards import problems
from tests.support.adaptive_cards_broken import BROKEN, FINE, card, head


@pytest.mark.parametrize(("broken", "problem"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_wrong_is_found_once(broken, problem):
    """Each of these has one thing wrong, and that is what is said."""
    found = problems(broken)
    assert len(found) == 1, found
    assert found[0] == problem or (problem.endswith(" ") and found[0].startswith(problem))


def test_what_is_in_order_has_no_problem():
    """Everything that we use, with users' words that would be mark-up elsewhere."""
    assert problems(FINE) == []


@pytest.mark.parametrize(
    ("fallback", "is_whole"),
    [("Promise 7\nto Maria", True), ("Promise 7 …", True), ("Promise 7", False), ("Promise 8…", False)],
)
def test_what_stands_for_a_card_says_all_of_it(fallback, is_whole):
    """Or shows that it was cut."""
    shown = card(head(), fallbackText=fallback)
    assert (problems(shown, text="Promise 7\nto Maria") == []) is is_whole
