"""Whatever a card says, and however much of it, becomes an Adaptive Card that Teams takes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.teams.cards import card_of
from bot.messages import Actions, Button, Card, Commands, Fields, Item, Paragraph, Quote, Small, Style
from bot.words import LANGUAGES
from tests.support.adaptive_cards import problems


def links(text):
    """Return where the links of a card with one text lead."""
    (box,) = card_of(Card(title="T", language="en", elements=(Quote(text=text),)))["body"][1:]
    runs = box["items"][0]["inlines"]
    return [run["selectAction"]["url"] for run in runs if "selectAction" in run]


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
        "javascript:alert(1)",
        "msteams://open",
        "[x](https://example.org)",
        "https://example.org/" + "x" * 9_000,
    ],
)
def test_what_is_no_whole_address_is_text(text):
    """Half an address leads somewhere else."""
    assert links(text) == []


TEXT = st.text(min_size=1).filter(str.strip)
LONG = st.builds(lambda text, times: (text * times)[:9_000], TEXT, st.sampled_from([1, 1, 1, 50, 3_000]))
BUTTON = st.builds(
    Button,
    label=TEXT,
    name=st.text(),
    payload=st.dictionaries(st.text(), st.text()),
    style=st.sampled_from(Style),
    opens=st.booleans(),
)
BUTTONS = st.lists(BUTTON, max_size=9).map(tuple)
ROWS = st.lists(st.tuples(TEXT, LONG), max_size=9).map(tuple)
ELEMENTS = st.one_of(
    st.builds(Paragraph, text=LONG),
    st.builds(Quote, text=LONG),
    st.builds(Small, text=LONG),
    st.builds(Fields, rows=ROWS),
    st.builds(Commands, rows=ROWS),
    st.builds(Item, title=LONG, detail=st.one_of(st.just(""), LONG), buttons=BUTTONS, menu=BUTTONS),
    st.builds(Actions, buttons=BUTTONS, menu=BUTTONS),
)
CARDS = st.builds(
    Card,
    title=LONG,
    language=st.sampled_from(LANGUAGES),
    elements=st.lists(ELEMENTS, max_size=12).map(tuple),
)


@settings(max_examples=150)
@given(card=CARDS)
def test_teams_takes_any_card(card):
    """With its fallback, and no heavier than a message may be."""
    assert problems(card_of(card, stamp="1795435200.000100:3"), text=card.text) == []
