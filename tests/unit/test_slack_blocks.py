"""Every card that Engage can produce is one that Slack takes, whole, and in which nobody's words are mark-up."""

import re

import pytest

from adapters.slack.blocks import blocks_of, fallback_of
from adapters.slack.parse import payload_of
from adapters.slack.text import literal, unescaped
from adapters.slack.views import card_view, home_view
from bot.messages import Button, Card, Commands, Fields, Item, Paragraph, Quote, Small, Style
from bot.words import LANGUAGES, Words
from tests.support.block_kit import problems, view_problems
from tests.support.every_card import every_card

REFERENCE = re.compile(r"<([!@#]|[a-z]+:)", re.IGNORECASE)
READ = {Words(language)("button-read") for language in LANGUAGES}
NEXT = {Words(language)("button-next") for language in LANGUAGES}


@pytest.fixture(scope="module")
def cards():
    """Every card, by name."""
    return every_card()


def things(value):
    """Yield every object within blocks, in order."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for item in value if isinstance(value, list) else ():
        yield from things(item)


def shown(blocks):
    """Return what stands in blocks but for the buttons, in order."""
    texts = things([block for block in blocks if block["type"] != "actions"])
    return [thing[key] for thing in texts for key in ("text", "url") if isinstance(thing.get(key), str)]


def said(card):
    """Return what stands on a card but for the buttons, in order."""
    texts = [card.title]
    for element in card.elements:
        match element:
            case Paragraph(text=text) | Quote(text=text) | Small(text=text):
                texts.append(text)
            case Fields(rows=rows):
                texts += [text for row in rows for text in row]
            case Commands(rows=rows):
                texts += [text for commands, does in rows for text in (*commands.split(" · "), does)]
            case Item():
                texts += [element.title, element.detail]
    return [text for text in texts if text]


def buttons(card):
    """Return what can be pressed on a card, each element's buttons before its menu."""
    rows = [getattr(element, kind, ()) for element in card.elements for kind in ("buttons", "menu")]
    return [button for row in rows for button in row]


def pressed(blocks):
    """Yield each thing that can be pressed: its words, and what is heard when it is."""
    for block in blocks:
        for element in block["elements"] if block["type"] == "actions" else ():
            if element["type"] == "button":
                yield element["text"]["text"], payload_of({"actions": [{"value": element["value"]}]})
            for option in element.get("options", ()):
                action = {"type": "overflow", "block_id": block["block_id"], "selected_option": option}
                yield option["text"]["text"], payload_of({"actions": [action]})


def missing(card):
    """Return the first text of a card that does not stand in its blocks whole and in its place."""
    found, position = "\0".join(shown(blocks_of(card))), 0
    for text in said(card):
        position = found.find(literal(text), position)
        if position < 0:
            return text
        position += len(literal(text))
    return None


def test_slack_takes_every_card(cards):
    """As a message with its fallback, as a modal and as a home page."""
    refused = {}
    for name, card in cards:
        message = problems(blocks_of(card), "message", text=fallback_of(card))
        if found := [*message, *view_problems(card_view(card)), *view_problems(home_view(card))]:
            refused[name] = found
    assert refused == {}


def test_everything_that_can_be_pressed_is_there_and_heard_as_it_was_meant(cards):
    """Buttons and the entries of menus, in order, with all that they carry."""
    for name, card in cards:
        expected = [(button.label, dict(button.payload)) for button in buttons(card)]
        for blocks in (blocks_of(card), home_view(card)["blocks"], card_view(card)["blocks"]):
            assert list(pressed(blocks)) == expected, name


def test_buttons_have_a_name_of_their_own_and_look_as_they_should(cards):
    """A screen reader says which of several "Done" it is."""
    styles = {Style.PRIMARY: "primary", Style.DANGER: "danger"}
    for name, card in cards:
        row = [button for element in card.elements for button in getattr(element, "buttons", ())]
        found = [thing for thing in things(blocks_of(card)) if thing.get("type") == "button"]
        assert [(one["accessibility_label"], one.get("style")) for one in found] == [
            (button.name or button.label, styles.get(button.style)) for button in row
        ], name


def test_buttons_of_one_thing_stand_below_it():
    """Those of the first item come before the second item."""
    elements = (
        Item(title="one", buttons=(Button(label="Done", payload={"do": "1"}),)),
        Item(title="two", detail="by Friday", buttons=(Button(label="Snooze", payload={"do": "2"}),)),
    )
    seen = list(things(blocks_of(Card(title="Two promises", language="en", elements=elements))))
    texts = [thing["text"].strip() for thing in seen if isinstance(thing.get("text"), str)]
    assert texts == ["Two promises", "one", "Done", "two", "by Friday", "Snooze"]


def test_every_text_is_there_or_can_be_read_whole(cards):
    """In its order; a card on which something was cut shows that, and has the button that shows all of it."""
    cut = [(name, card) for name, card in cards if missing(card) is not None]
    for name, card in cut:
        assert any(button.label in READ | NEXT for button in buttons(card)), name
        marked = {text for text in shown(blocks_of(card)) if text.endswith("…")}
        assert marked - set(map(literal, said(card))), name
    assert len(cut) < len(cards) / 100, "cards are made so that they fit"


def test_no_page_of_a_long_text_is_cut(cards):
    """Where all of it is to be read, all of it is there."""
    titles = {word for language in LANGUAGES for word in (Words(language)("button-next"),)}
    pages = [(name, card) for name, card in cards if ": read " in name]
    assert any(button.label in titles for _, card in pages for button in buttons(card))
    assert [name for name, card in pages if missing(card) is not None] == []


def test_nothing_but_the_card_is_said(cards):
    """Between the texts of a card stand colons, dashes and line breaks, and no sentence of the adapter's own."""
    for name, card in cards:
        if missing(card) is None:
            left = "\0".join(shown(blocks_of(card)))
            for text in map(literal, said(card)):
                left = left.replace(text, "", 1)
            assert set(left) <= set("\0 :—·\n\u00a0"), name


def test_nobodys_words_are_mark_up(cards):
    """No text is one in which Slack looks for references, and no reference would be found if it did."""
    for name, card in cards:
        blocks = blocks_of(card)
        assert "mrkdwn" not in {thing.get("type") for thing in things(blocks)}, name
        labels = [thing["text"] for thing in things(blocks) if isinstance(thing.get("text"), str)]
        assert [text for text in [*labels, *shown(blocks)] if REFERENCE.search(text)] == [], name
        assert not set("<>") & set(fallback_of(card)), name


def test_the_text_for_notifications_says_all_of_the_card(cards):
    """What is read aloud is what is shown, but for buttons; only the very longest is cut."""
    for name, card in cards:
        text = unescaped(fallback_of(card))
        assert text == card.text or (
            text.endswith("…") and card.text.startswith(text[:-1]) and len(text) > 7_000
        ), name


def test_somebodys_words_are_quoted_and_labels_told_apart():
    """A field's label has the colon of the card's language and is bold; its value is not."""
    elements = (Quote(text="*send* it"), Fields(rows=(("Échéance", "vendredi"),)))
    blocks = blocks_of(Card(title="Promesse 7", language="fr", elements=elements))
    (quote,) = (thing for thing in things(blocks) if thing.get("type") == "rich_text_quote")
    assert quote["elements"] == [{"type": "text", "text": "*send* it"}]
    styles = {
        thing["text"]: thing.get("style") for thing in things(blocks) if isinstance(thing.get("text"), str)
    }
    assert (styles["Échéance\u00a0: "], styles["vendredi"]) == ({"bold": True}, None)
