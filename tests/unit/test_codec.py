"""Intents on buttons: read back as they were written, whatever people wrote, and unharmed on the way."""

import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from html import escape, unescape
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import Stakeholder
from bot.errors import Refusal
from bot.intents.codec import dump, load
from bot.intents.days import When
from bot.intents.intent import Close, Find, Intent, OpenForm, RecordPromise
from tests.support.every_card import every_card
from tests.support.mailbox import buttons

MARKS = st.text(alphabet=st.one_of(st.sampled_from("&<>;\\\"'/u0026lt amp🙂"), st.characters(codec="utf-8")))
INTENTS = st.one_of(*(st.from_type(kind) for kind in get_args(Intent)))


def texts(value):
    """Yield every text of an intent."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for each in fields(value):
            yield from texts(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)


@given(INTENTS)
def test_every_intent_is_read_back_as_it_was_written(intent):
    """On one line, with none of the three characters that platforms escape."""
    try:
        "".join(texts(intent)).encode()
    except UnicodeEncodeError:
        return  # half a character is nothing that anybody can type: `clean` drops it
    line = dump(intent)
    assert load(line) == intent
    assert not set("&<>\n\r") & set(line)


@given(MARKS)
def test_a_platform_that_escapes_changes_nothing(text):
    """Whether it escapes what it sends back once, twice or not at all, the same is searched."""
    line = dump(Find(text=text))
    assert escape(line, quote=False) == line == unescape(line) == unescape(unescape(line))
    assert load(line) == Find(text=text)


def test_what_has_its_default_is_left_out():
    """A button carries little."""
    assert json.loads(dump(Close(number=12))) == {"number": 12, "verb": "close"}
    assert json.loads(dump(OpenForm())) == {"verb": "form"}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{}",
        "null",
        "[]",
        '{"verb":"shout"}',
        '{"verb":"close"}',
        '{"verb":"close","number":"twelve"}',
        '{"verb":"close","number":1',
        '{"verb":"list","show":"everything"}',
        '{"verb":"close","number":1,"outcome":"splendid"}',
    ],
)
def test_anything_else_is_refused(line):
    """Such as what was edited by hand, or written by an Engage that knew more."""
    with pytest.raises(Refusal):
        load(line)


def test_no_button_carries_more_than_platforms_take():
    """Of everything that Engage can show, in both languages, with the longest and the strangest words."""
    found = [(name, button) for name, card in every_card() for button in buttons(card)]
    assert len(found) > 5000
    sizes = {f"{name}: {button.name}": len(json.dumps(dict(button.payload))) for name, button in found}
    assert {name: size for name, size in sizes.items() if size > 2000} == {}


def test_each_button_of_every_card_says_what_it_does():
    """What it carries can be read back."""
    for name, card in every_card():
        for button in buttons(card):
            assert load(button.payload["do"]), name


def test_a_promise_waiting_for_its_day_is_kept_whole():
    """A question's command holds days, organisation and source."""
    asked = RecordPromise(
        stakeholder=Stakeholder(name="M & M", organisation="<b>"),
        words="a > b",
        when=When(day=date(2026, 12, 4), clock=time(15), said="Friday 3pm"),
        source="https://x.example/?a=1&b=2",
    )
    assert load(dump(asked)) == asked
