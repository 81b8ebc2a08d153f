"""Whatever a card says, and however much of it, becomes blocks that Slack takes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.slack.blocks import blocks_of, fallback_of
from adapters.slack.views import home_view
from bot.messages import Actions, Button, Card, Commands, Fields, Item, Paragraph, Quote, Small, Style
from bot.words import LANGUAGES
from tests.support.block_kit import problems, view_problems


def links(text):
    """Return where the links of a card with one text lead."""
    (block,) = blocks_of(Card(title="T", language="en", elements=(Quote(text=text),)))
    elements = [element for part in block["elements"] for element in part["elements"]]
    return [element["url"] for element in elements if element["type"] == "link"]


@pytest.mark.parametrize(
    "text", ["https://example.org/a?b=1&c=2#d", "http://example.org", "https://émile.example/é"]
)
def test_an_address_can_be_followed(text):
    """An address by itself is a link."""
    assert links(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "see https://example.org",
        "https://example.org is down",
        "https://",
        "http:///nowhere",
        "https://?",
        "https://evil.example|click>",
        "javascript:alert(1)",
        "slack://open",
        "https://example.org/" + "x" * 9_000,
    ],
)
def test_what_is_no_whole_address_is_text(text):
    """Slack refuses a message with a link that is none; and half an address leads somewhere else."""
    assert links(text) == []


TEXT = st.text(min_size=1).filter(str.strip)
LONG = st.builds(lambda text, times: (text * times)[:9_000], TEXT, st.sampled_from([1, 1, 1, 50, 3_000]))
LABEL = st.text(alphabet="abcé ", min_size=1, max_size=24).filter(str.strip)
BUTTONS = st.lists(
    st.builds(
        Button, label=LABEL, name=st.text(), payload=st.just({"do": "x"}), style=st.sampled_from(Style)
    ),
    max_size=4,
).map(tuple)
MENU = st.lists(
    st.builds(Button, label=LABEL, payload=st.fixed_dictionaries({"do": st.text(min_size=1, max_size=149)})),
    max_size=5,
    unique_by=lambda button: button.payload["do"],
).map(tuple)
"""As many as Slack takes."""
ROWS = st.lists(st.tuples(TEXT, LONG), min_size=1, max_size=4).map(tuple)
ELEMENTS = st.one_of(
    st.builds(Paragraph, text=LONG),
    st.builds(Quote, text=LONG),
    st.builds(Small, text=LONG),
    st.builds(Fields, rows=ROWS),
    st.builds(Commands, rows=ROWS),
    st.builds(Item, title=LONG, detail=LONG, buttons=BUTTONS, menu=MENU),
    st.builds(Actions, buttons=BUTTONS.filter(bool), menu=MENU),
)


@settings(deadline=None)
@given(title=LONG, language=st.sampled_from(LANGUAGES), elements=st.lists(ELEMENTS, max_size=12).map(tuple))
def test_slack_takes_any_card(title, language, elements):
    """Whatever else it will be told to say, in any script and however long."""
    card = Card(title=title, language=language, elements=elements)
    assert problems(blocks_of(card), "message", text=fallback_of(card)) == []
    assert view_problems(home_view(card)) == []
