"""The collection of cards and forms that platforms are tested with leaves out nothing that Engage can say."""

import pytest

from bot.messages import Actions, Item
from bot.words import LANGUAGES
from tests.support.dialogues_with_hostile_words import HOSTILE, MARKS
from tests.support.every_card import every_card, every_form, went_wrong
from tests.support.sentences import patterns, said, texts

NEVER_SHOWN = {
    "chose-language": "it stands among others in a sentence; alone, the language says so itself",
    "action-remind": "only open promises are due to be reminded of",
    "platform-playground": "no sample person uses the playground",
    "refuse-outsider": "no sample person belongs to another organization",
    "refuse-foreign": "no sample person belongs to another organization",
    "refuse-who": "every sample person is told of by the platform",
    "sorry-who": "every sample person is told of by the platform",
    "app-title": "the platform says it, around no card",
    "form-failed": "the platform says it where no form can be opened",
    "answered-below": "the platform says it below a card that stays as it is",
    "button-more": "Teams shows it where a card has a menu",
    "choose-option": "Teams shows it in an empty field",
    "choose-person": "Teams shows it in an empty field",
    "holiday-day-of-mourning": "it was one day of 2022",
    "working": "the platform says it while the answer is on its way",
}
"""Sentences that no card or form has, each with the reason."""


@pytest.fixture(scope="module")
def shown():
    """Everything that was collected: its name, the card or form."""
    return [*every_card(), *every_form()]


def missing(language, shown):
    read = {text for _, value in shown if value.language == language for text in texts(value)}
    return set(patterns(language)) - said(language, read)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_on_a_card_or_form(language, shown):
    """A sentence that is new in the words files needs a dialogue that brings it about."""
    assert sorted(missing(language, shown) - set(NEVER_SHOWN)) == []


def test_no_sentence_is_excused_that_is_shown(shown):
    """An exception holds in one language at least: in the other, another sentence may have the same words."""
    never = set.union(*(missing(language, shown) for language in LANGUAGES))
    assert sorted(set(NEVER_SHOWN) - never) == []


def test_nothing_went_wrong_on_the_way():
    """Whatever was typed, pressed or filled in had an answer of its own."""
    assert went_wrong() == []


def test_each_has_a_name_and_none_comes_twice(shown):
    """A test that fails for one of them can name it."""
    assert len({name for name, _ in shown}) == len(shown)
    assert len({repr(value) for _, value in shown}) == len(shown)


def test_both_languages_have_as_many(shown):
    """The same dialogues are held in each."""
    english, french = (sum(value.language == language for _, value in shown) for language in LANGUAGES)
    assert english > 800
    assert abs(english - french) < 40


def test_every_shape_is_among_them(shown):
    """Reminders of one, twelve and more than fit, forms with errors at a field and of the whole, every element."""
    cards = [card for _, card in every_card()]
    items = {sum(isinstance(element, Item) for element in card.elements) for card in cards}
    assert {0, 1, 8, 12} <= items
    kinds = {element.kind for card in cards for element in card.elements}
    assert kinds == {"paragraph", "quote", "fields", "item", "commands", "actions", "small"}
    forms = [form for _, form in every_form()]
    assert any(form.error for form in forms)
    assert any(field.error for form in forms for field in form.inputs)
    assert {field.type for form in forms for field in form.inputs} == {"line", "text", "choice", "person"}
    assert {button.style for card in cards for element in card.elements if isinstance(element, Actions)
            for button in element.buttons} >= {"plain", "primary"}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_write_is_shown_as_they_wrote_it(name):
    """Cards carry users' text as it is; it is the platform that escapes it."""
    begun = MARKS if name == "marks" else HOSTILE[name][:10]
    read = {" ".join(text.split()) for key, card in every_card() if name in key for text in texts(card)}
    assert any(begun in text for text in read)


def test_a_sentence_that_nothing_says_would_be_found():
    """A placeholder takes any words, a plural any of its forms; what stands within another sentence counts."""
    found = said("en", ["Promise 7 is closed, so it cannot be snoozed.", "2 promises need you", "Undone"])
    assert {"refuse-stage", "action-snooze", "stage-closed", "reminder-title"} <= found
    assert not found & {"button-undo", "action-move", "stage-open"}
