"""The lint of Block Kit finds what Slack refuses, and nothing else."""

import pytest

from tests.support.block_kit import BLOCK_WEIGHT, problems, view_problems, weight
from tests.support.block_kit_broken import BROKEN
from tests.support.block_kit_samples import (
    actions,
    asked,
    button,
    everything,
    line,
    modal,
    mrkdwn,
    plain,
    section,
    select,
)


@pytest.mark.parametrize(("blocks", "problem"), BROKEN.values(), ids=BROKEN.keys())
def test_what_slack_refuses_is_found_once(blocks, problem):
    """Each of these has one thing wrong, and that is what is said."""
    found = problems(blocks, "message")
    assert len(found) == 1, found
    assert found[0] == problem or (problem.endswith(" ") and found[0].startswith(problem))


@pytest.mark.parametrize("surface", ["message", "modal", "home"])
def test_what_slack_takes_has_no_problem(surface):
    """Everything that is allowed is allowed on each surface, with the longest texts."""
    assert problems(everything(), surface) == []


def test_views_have_room_for_a_hundred_blocks_and_any_weight():
    """The numbers of messages are not those of modals and Home tabs."""
    blocks = [section(text=mrkdwn("a" * 3000)) for _ in range(100)]
    assert problems(blocks, "modal") == problems(blocks, "home") == []
    assert problems([*blocks, section()], "home") == ["/blocks: has 101 items; 100 fit"]
    assert len(problems(blocks, "message")) == 2


def test_weight_is_in_bytes_and_counts_every_block():
    """An accent takes two bytes, an emoji four; what is not shown takes nothing."""
    assert weight([section(text=mrkdwn("é🙂a"))]) == BLOCK_WEIGHT + 7
    assert weight([{"type": "divider"}, actions(button(value="v" * 100))]) == 2 * BLOCK_WEIGHT + 4


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A reminder", []),
        ("", ["/text: has 0 characters; at least 1 are needed"]),
        ("a" * 40_001, ["/text: has 40001 characters; 40000 fit"]),
        ("<!here> a reminder", ["/text: pings everybody with <!here"]),
    ],
)
def test_the_fallback_text_is_looked_at_too(text, found):
    """It is what notifications and screen readers say."""
    assert problems([section()], "message", text=text) == found


@pytest.mark.parametrize(
    ("view", "found"),
    [
        (modal(close=plain("a" * 24), private_metadata="m" * 3000, callback_id="c" * 255), []),
        (modal(title=plain("a" * 25)), ["/title/text: has 25 characters; 24 fit"]),
        (modal(title=mrkdwn()), ["/title: is no text object of type plain_text"]),
        (modal(submit=plain("a" * 25)), ["/submit/text: has 25 characters; 24 fit"]),
        (modal(close=plain("a" * 25)), ["/close/text: has 25 characters; 24 fit"]),
        (modal(private_metadata="m" * 3001), ["/private_metadata: has 3001 characters; 3000 fit"]),
        (modal(callback_id="c" * 256), ["/callback_id: has 256 characters; 255 fit"]),
        (modal(colour="red"), [": has the unknown key colour"]),
        (modal(type="dialog"), ["/type: is 'dialog', which is none of modal, home", *[
            f": has the unknown key {key}" for key in ("submit", "title")
        ]]),
        ({"type": "modal", "title": plain(), "blocks": [asked(line())]},
         ["/submit: is needed where there is an input"]),
        ({"type": "modal", "title": plain(), "blocks": [section()]}, []),
        ({"type": "modal", "blocks": [section()]}, [": has no title"]),
        ({"type": "modal", "title": plain()}, [": has no blocks"]),
        ({"type": "home", "blocks": [section()]}, []),
        ({"type": "home", "blocks": [section()], "title": plain()}, [": has the unknown key title"]),
        ({"type": "home", "blocks": [section(block_id="a")] * 2}, ["/blocks: block_id 'a' stands 2 times"]),
        (modal(blocks=[asked(line(focus_on_load=True)), asked(select(focus_on_load=True))]),
         ["/blocks/1/element/focus_on_load: only one element of a view takes the focus"]),
    ],
)  # fmt: skip
def test_views(view, found):
    """A modal has a title, and a button to send what is asked; a Home tab has neither."""
    assert view_problems(view) == found
