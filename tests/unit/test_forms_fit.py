"""Forms fit where they are shown, and say at the right field why they were refused."""

from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from bot.cards.forms import form_for, with_refusal
from bot.cards.view import View
from bot.domain import transitions
from bot.intents.intent import FormName
from bot.words import LANGUAGES, Words
from tests.support.every_card import every_form
from tests.support.store_samples import HOUR, NOW, promise

LONGEST_TITLE = 24
"""What Slack takes of a title and of a form's own two buttons."""

NUMBERED = transitions.escalate(promise(99999), "p2", "whether to publish", by="p1", at=NOW + HOUR)
AT_FIELD = [
    ("record", "refuse-due-past", "due"),
    ("record", "refuse-long-name", "stakeholder"),
    ("change", "refuse-due-past", "due"),
    ("change", "refuse-long-name", "stakeholder"),
    ("move", "refuse-move-same", "due"),
    ("move", "refuse-due-past", "due"),
    ("when", "refuse-due-past", "due"),
    ("snooze", "refuse-snooze-past", "until"),
    ("close", "refuse-close-without-reason", "reason"),
    ("give", "refuse-unknown-person", "person"),
    ("give", "refuse-bot", "person"),
    ("give", "refuse-inactive", "person"),
    ("give", "refuse-give-same", "person"),
    ("escalate", "refuse-escalate-to-owner", "person"),
    ("escalate", "refuse-bot", "person"),
    ("return", "refuse-return-without-note", "note"),
    ("bring-back", "refuse-return-without-note", "note"),
]
OF_THE_WHOLE = [
    ("close", "refuse-already"),
    ("move", "refuse-stage"),
    ("give", "refuse-not-yours"),
    ("told", "refuse-unknown"),
    ("told", "refuse-due-past"),
    ("snooze", "refuse-retracted"),
]


def view(language):
    return View(
        words=Words(language),
        zone=ZoneInfo("America/Toronto"),
        now=NOW,
        reader="p1",
        name_of=lambda _: "Ana Roy",
        may_change=lambda _: True,
    )


def form(name, language="en"):
    timed = None if name in {"record", "when"} else NUMBERED
    return form_for(name, view(language), promise=timed, carried={"of": "e1"} if name == "when" else None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", get_args(FormName))
def test_the_title_and_both_buttons_are_short(name, language):
    """With a number as large as an organisation will ever have."""
    shown = form(name, language)
    for text in (shown.title, shown.submit, shown.cancel):
        assert 0 < len(text) <= LONGEST_TITLE, text
    assert shown.language == language


def test_so_is_every_form_that_engage_shows():
    """In both languages, empty, filled in and refused."""
    for name, shown in every_form():
        assert max(len(text) for text in (shown.title, shown.submit, shown.cancel)) <= LONGEST_TITLE, name


def test_what_is_filled_in_fits_its_field():
    """Slack takes 3,000 characters of it."""
    for name, shown in every_form():
        if not any(field.error for field in shown.inputs):
            assert max(len(field.value) for field in shown.inputs) <= 3000, name


@pytest.mark.parametrize(("name", "code", "field"), AT_FIELD)
def test_a_refusal_stands_at_the_field_that_it_is_about(name, code, field):
    """There and nowhere else."""
    refused = with_refusal(form(name), code, "That cannot be.")
    assert {each.key: each.error for each in refused.inputs if each.error} == {field: "That cannot be."}
    assert refused.error == ""


@pytest.mark.parametrize(("name", "code"), OF_THE_WHOLE)
def test_any_other_stands_above_the_form(name, code):
    """So does one that is about a field that this form does not have."""
    refused = with_refusal(form(name), code, "That cannot be.")
    assert not any(each.error for each in refused.inputs)
    assert refused.error == "That cannot be."


def test_a_form_fits_the_promise_that_it_is_about():
    """Its fields are those of the promise, and what is carried along comes back with it."""
    changed = form_for("change", view("en"), promise=promise(12), carried={"source": "https://x.example"})
    assert changed.payload == {"form": "change", "number": "12", "source": "https://x.example"}
    assert {field.key: field.value for field in changed.inputs} == {
        "stakeholder": "Maria Chen",
        "organisation": "OpenNorth",
        "words": "send the consultation report",
        "due": "2026-12-04 15:00",
    }
