"""Cards say in words what they show: for whoever listens, sees no colours, or has no cards at all."""

import unicodedata

import pytest

from bot.messages import Actions, Item, Tone
from bot.words import LANGUAGES, source
from tests.support.every_card import every_card, every_form
from tests.support.mailbox import buttons


@pytest.fixture(scope="module")
def cards():
    """Every card that Engage can produce, with its name."""
    return every_card()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_has_a_pictogram(language):
    """No emoji, arrow or check mark stands for a word."""
    pictograms = {each for each in source(language) if unicodedata.category(each) in {"So", "Sk", "Cs"}}
    assert pictograms <= {"°"}, "n° is a word"
    assert not any(0x2190 <= ord(each) <= 0x2BFF for each in source(language))


def test_no_two_buttons_of_a_card_are_called_the_same(cards):
    """A spoken name leads to one thing; the same button may stand at two places of a card."""
    for name, card in cards:
        meant = {}
        for button in buttons(card):
            payload = {key: value for key, value in button.payload.items() if key != "view"}
            assert meant.setdefault(button.name or button.label, payload) == payload, (name, button.name)


def test_a_spoken_name_begins_with_what_is_seen(cards):
    """Whoever speaks the label reaches the button (WCAG 2.5.3)."""
    for name, card in cards:
        for button in buttons(card):
            assert button.label.strip(), name
            assert not button.name or button.name.startswith(button.label), name


def test_no_two_fields_of_a_form_are_called_the_same():
    """A label names one field."""
    for name, form in every_form():
        labels = [field.label for field in form.inputs]
        assert len(set(labels)) == len(labels), name


def test_the_plain_text_of_a_card_has_all_that_it_says(cards):
    """Clients that show no cards, notifications and screen readers miss nothing."""
    for name, card in cards:
        lines = card.text
        assert lines.startswith(card.title), name
        for element in card.elements:
            said = [element.title, element.detail] if isinstance(element, Item) else []
            if not isinstance(element, Item | Actions):
                said = [part for row in getattr(element, "rows", ()) for part in row] or [element.text]
            assert all(part in lines for part in said), name


def test_a_tone_is_never_all_that_tells_what_happened(cards):
    """A card that is coloured as good, as a warning or as refused says why in its title or first lines."""
    for name, card in cards:
        if card.tone is not Tone.PLAIN:
            assert len(card.title.split()) > 1, name


@pytest.mark.parametrize(
    ("language", "overdue", "escalated", "closed"),
    [("en", "Overdue", "Escalated to", "Closed:"), ("fr", "En retard", "Transmis à", "Clos\u00a0:")],
)
def test_where_a_promise_stands_is_said_in_words(cards, language, overdue, escalated, closed):
    """Each line of a list begins with its status."""
    details = [
        element.detail
        for name, card in cards
        for element in card.elements
        if card.language == language and isinstance(element, Item)
    ]
    for word in (overdue, escalated, closed):
        assert any(detail.startswith(word) or f"\n{word}" in detail for detail in details)
