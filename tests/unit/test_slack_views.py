"""Forms are modals that Slack takes; what was filled in and what they carried comes back."""

import json

import pytest

from adapters.slack.text import literal
from adapters.slack.views import (
    Origin,
    card_view,
    errors_of,
    form_view,
    home_view,
    read_metadata,
    read_values,
)
from bot.messages import Answering, Card, Form, Input, Option, Place
from bot.words import LANGUAGES, Words
from tests.support.block_kit import view_problems
from tests.support.every_card import every_form

FAR = Origin(
    place=Place.CHANNEL,
    channel="C012AB3CD45",
    message="C012AB3CD45:1795435200.000100",
    answering=Answering(url="https://hooks.slack.com/actions/".ljust(150, "x"), thread="1795435200.000200"),
)
"""As long as it can be."""


@pytest.fixture(scope="module")
def forms():
    """Every form, by name."""
    return every_form()


def form(*inputs, **more):
    given = {"title": "A promise", "submit": "Record", "cancel": "Cancel", "payload": {"form": "record"}}
    return Form(language="en", inputs=inputs, **given | more)


def inputs_of(view):
    return [block for block in view["blocks"] if block["type"] == "input"]


def test_slack_takes_every_form(forms):
    """Empty, filled in and with its errors, from wherever it was asked for."""
    found = {name: view_problems(form_view(shown, FAR)) for name, shown in forms}
    assert {name: problems for name, problems in found.items() if problems} == {}


def test_titles_and_buttons_of_forms_are_whole(forms):
    """Slack has room for 24 characters, and so have the words of both languages."""
    for name, shown in forms:
        view = form_view(shown, FAR)
        titles = [view[key]["text"] for key in ("title", "submit", "close")]
        assert titles == [shown.title, shown.submit, shown.cancel], name


def test_every_field_asks_for_what_it_is_to_ask(forms):
    """In order: its label, its hint, its choices, and whether it may stay empty."""
    for name, shown in forms:
        fields = inputs_of(form_view(shown, FAR))
        assert [(field["block_id"], field["label"]["text"], field["optional"]) for field in fields] == [
            (asked.key, asked.label, not asked.required) for asked in shown.inputs
        ], name
        assert [field.get("hint", {}).get("text", "") for field in fields] == [
            literal(asked.hint) for asked in shown.inputs
        ]
        choices = [field["element"].get("options", []) for field in fields]
        assert [[(one["value"], one["text"]["text"]) for one in options] for options in choices] == [
            [(option.value, option.label) for option in asked.options if asked.type == "choice"]
            for asked in shown.inputs
        ]


def test_what_a_form_is_about_and_what_is_wrong_stand_above_its_fields(forms):
    """Every form says so where it has anything to say."""
    about = [(name, shown) for name, shown in forms if shown.about or shown.error]
    for name, shown in about:
        notes = [
            block["text"]["text"] for block in form_view(shown, FAR)["blocks"] if block["type"] == "section"
        ]
        assert len(notes) == bool(shown.about) + bool(shown.error), name
        assert all(block["type"] == "input" for block in form_view(shown, FAR)["blocks"][len(notes) :])
    assert about


def test_what_is_filled_in_beforehand_can_be_changed():
    """A line, a text and a choice begin with what is known; one longer than a field shows that it was cut."""
    choice = (Option(value="promise", label="A promise"), Option(value="insight", label="An insight"))
    view = form_view(
        form(
            Input(key="who", label="Who?", value="Ana <Reyes> & Co"),
            Input(key="words", label="What?", type="text", value="word " * 700),
            Input(key="kind", label="Kind", type="choice", value="insight", options=choice),
            Input(key="due", label="When?"),
        ),
        Origin(),
    )
    who, words, kind, due = (field["element"] for field in inputs_of(view))
    assert who["initial_value"] == "Ana <Reyes> & Co"
    assert len(words["initial_value"]) <= words["max_length"] == 3_000
    assert words["initial_value"].endswith("…")
    assert kind["initial_option"]["value"] == "insight"
    assert "initial_value" not in due
    assert (who["multiline"], words["multiline"]) == (False, True)


def test_a_choice_that_is_none_of_the_options_is_left_open():
    """Slack refuses a form that begins with one."""
    options = (Option(value="a", label="A"),)
    view = form_view(form(Input(key="k", label="K", type="choice", value="z", options=options)), Origin())
    assert view_problems(view) == []
    assert "initial_option" not in inputs_of(view)[0]["element"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_stands_in_a_window_with_words_of_its_language(language):
    """What Slack wants besides the card is said in the language of the card."""
    view = card_view(Card(title="Done", language=language))
    words = Words(language)
    assert (view["title"]["text"], view["close"]["text"]) == (words("app-title"), words("close-window"))
    assert view["blocks"] == home_view(Card(title="Done", language=language))["blocks"]


@pytest.mark.parametrize("place", [*Place, None])
def test_where_a_form_was_asked_for_comes_back_with_it(place):
    """And all that it carried, in any script."""
    payload = {"form": "move", "number": "12", "view": '{"verb":"list"}', "source": "é “<!channel>” 🙂"}
    origin = Origin(place=place, channel=FAR.channel, message=FAR.message, answering=FAR.answering)
    sent = {"private_metadata": form_view(form(payload=payload), origin)["private_metadata"]}
    assert read_metadata(json.loads(json.dumps(sent))) == (payload, origin)


def test_what_a_form_carries_fits(forms):
    """Slack takes 3,000 characters, of which the longest form needs a third."""
    assert max(len(form_view(shown, FAR)["private_metadata"]) for _, shown in forms) < 1_500


WHOLE = json.loads(form_view(form(), FAR)["private_metadata"])


@pytest.mark.parametrize(
    "metadata",
    [
        None,
        "",
        "not JSON",
        "{",
        "[" * 2_999,
        "null",
        "7",
        '"text"',
        "[]",
        "{}",
        '{"origin": null, "payload": {}}',
        '{"origin": {}, "payload": {}}',
        '{"origin": [], "payload": []}',
        json.dumps(WHOLE | {"payload": None}),
        json.dumps(WHOLE | {"payload": [["form", "record"]]}),
        json.dumps(WHOLE | {"origin": WHOLE["origin"] | {"place": "the moon"}}),
        json.dumps(WHOLE | {"origin": WHOLE["origin"] | {"place": {"a": 1}}}),
        json.dumps(WHOLE | {"origin": WHOLE["origin"] | {"channel": None}}),
        json.dumps(WHOLE | {"origin": WHOLE["origin"] | {"message": 7}}),
        json.dumps(WHOLE | {"origin": WHOLE["origin"] | {"url": ["https://example.org"]}}),
        json.dumps(WHOLE | {"origin": WHOLE["origin"] | {"thread": {"ts": "1"}}}),
        json.dumps({"payload": WHOLE["payload"]}),
        json.dumps({"origin": WHOLE["origin"]}),
    ],
)
def test_what_is_not_ours_is_read_as_nothing(metadata):
    """Another version of Engage, or somebody's own hand, wrote it."""
    assert read_metadata({"private_metadata": metadata}) == ({}, Origin())


def test_a_form_without_anything_is_read_as_nothing():
    """No key at all."""
    assert read_metadata({}) == ({}, Origin())


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "plain_text_input", "value": "by Friday\n<b> & *c*"}, "by Friday\n<b> & *c*"),
        ({"type": "plain_text_input", "value": None}, ""),
        ({"type": "plain_text_input"}, ""),
        ({"type": "users_select", "selected_user": "U012AB3CD"}, "<@U012AB3CD>"),
        ({"type": "users_select", "selected_user": None}, ""),
        ({"type": "static_select", "selected_option": {"text": {}, "value": "insight"}}, "insight"),
        ({"type": "static_select", "selected_option": None}, ""),
        ({}, ""),
    ],
)
def test_what_was_filled_in_is_read(element, value):
    """What was left out is empty."""
    assert read_values({"state": {"values": {"field": {"field": element}}}}) == {"field": value}


@pytest.mark.parametrize("view", [{}, {"state": None}, {"state": {}}, {"state": {"values": None}}])
def test_nothing_filled_in_is_read_as_nothing(view):
    """A modal without fields has no values."""
    assert read_values(view) == {}


def test_what_is_wrong_is_said_at_its_field():
    """What is wrong with the whole form stands at its first field, unless there is something wrong there."""
    fine, wrong = Input(key="who", label="Who?"), Input(key="due", label="When?", error="No day was found")
    assert errors_of(form(fine, wrong)) == {"due": "No day was found"}
    assert errors_of(form(fine, wrong, error="Closed")) == {"who": "Closed", "due": "No day was found"}
    assert errors_of(form(wrong, error="Closed")) == {"due": "No day was found"}
    assert errors_of(form(error="Closed")) == {}


def test_every_form_that_was_refused_says_why_at_a_field_of_its_own(forms):
    """Slack takes no other key, nor an answer without any."""
    refused = [shown for _, shown in forms if shown.error or any(field.error for field in shown.inputs)]
    for shown in refused:
        errors = errors_of(shown)
        assert errors
        assert set(errors) <= {field["block_id"] for field in inputs_of(form_view(shown, Origin()))}
    assert refused
