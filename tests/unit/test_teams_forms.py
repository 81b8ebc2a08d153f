"""Forms are cards that Teams shows in a dialog or in a chat; what was filled in and what they carried comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.escape import literal
from adapters.teams.forms import (
    chosen_people,
    form_card,
    read_kind,
    read_payload,
    read_values,
)
from bot.messages import Form, Input, Option
from bot.words import LANGUAGES, Words
from tests.support.adaptive_cards import problems
from tests.support.every_card import every_form

CARRIED = {"conversation": "19:" + "c" * 80, "message": "1795435200000"}
SAM = "0f3a1c5e-1111-4222-8333-444455556666"


@pytest.fixture(scope="module")
def forms():
    """Every form, by name."""
    return every_form()


def form(*inputs, **more):
    given = {"title": "A promise", "submit": "Record", "cancel": "Cancel", "payload": {"form": "record"}}
    return Form(language="en", inputs=inputs, **given | more)


def body_of(*inputs, **more):
    return form_card(form(*inputs, **more), carried={})["body"]


def inputs_of(card):
    return [block for block in card["body"] if block["type"].startswith("Input.")]


def text_of(block):
    return "".join(run["text"] for run in block["inlines"])


def sent(card, values):
    """Return what comes back when a form is filled in and sent: the fields beside what it carried."""
    ids = {block["id"].removeprefix("field:"): block["id"] for block in inputs_of(card)}
    return {**card["actions"][0]["data"], **{ids[key]: value for key, value in values.items()}}


@pytest.mark.parametrize("in_chat", [False, True])
def test_teams_shows_every_form(forms, in_chat):
    """Empty, filled in and with its errors, in a dialog and in a chat."""
    found = {name: problems(form_card(shown, carried=CARRIED, in_chat=in_chat)) for name, shown in forms}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_every_field_asks_for_what_it_is_to_ask(forms):
    """In order: its label, its choices, and what is said where it must not stay empty."""
    for name, shown in forms:
        fields = inputs_of(form_card(shown, carried={}))
        missing = Words(shown.language)("field-missing")
        assert [(one["id"], one["label"], one.get("errorMessage")) for one in fields] == [
            (f"field:{asked.key}", asked.label, missing if asked.required else None) for asked in shown.inputs
        ], name
        choices = [[(each["value"], each["title"]) for each in one.get("choices", ())] for one in fields]
        offered = [[(each.value, each.label) for each in asked.options] for asked in shown.inputs]
        written = [
            [(asked.value, literal(asked.value))] if asked.type == "person" and asked.value else []
            for asked in shown.inputs
        ]
        known = zip(offered, written, strict=True)
        assert choices == [some + [one for one in more if one not in some] for some, more in known], name


def test_what_is_wrong_and_what_helps_stand_below_the_field(forms):
    """The error first, in a colour and bold; the hint smaller."""
    for name, shown in forms:
        texts = [text_of(block) for block in form_card(shown, carried={})["body"] if "inlines" in block]
        notes = [text for asked in shown.inputs for text in (asked.error, asked.hint) if text]
        lines = [text for text in (shown.about, shown.error) if text]
        assert texts == [literal(text) for text in [*lines, *notes]], name
    field, error, hint = body_of(Input(key="due", label="When?", error="No day was found", hint="Friday"))
    assert field["id"] == "field:due"
    assert (error["inlines"][0]["color"], error["inlines"][0]["weight"]) == ("Attention", "Bolder")
    assert (hint["inlines"][0]["size"], hint["inlines"][0]["isSubtle"]) == ("Small", True)


def test_a_dialog_has_its_title_outside_and_a_chat_within():
    """Only a submission closes a dialog; only Action.Execute is answered in place."""
    shown = form(Input(key="who", label="Who?"), about="1 · Maria: send it", error="Closed")
    dialog, chat = (form_card(shown, carried={}, in_chat=in_chat) for in_chat in (False, True))
    assert [text_of(block) for block in dialog["body"][:2]] == ["1 · Maria: send it", "Closed"]
    assert (chat["body"][0]["text"], chat["body"][1:]) == ("A promise", dialog["body"])
    assert (dialog["actions"][0]["type"], chat["actions"][0]["type"]) == ("Action.Submit", "Action.Execute")
    assert (chat["actions"][0]["verb"], chat["actions"][0]["title"]) == ("submit", "Record")


def test_what_is_filled_in_beforehand_can_be_changed():
    """A line, a text and a choice begin with what is known; one longer than a field shows that it was cut."""
    choice = (Option(value="promise", label="A promise"), Option(value="insight", label="An insight"))
    who, words, kind, due, other = body_of(
        Input(key="who", label="Who?", value="Ana <Reyes> & *Co*"),
        Input(key="words", label="What?", type="text", value="word " * 700),
        Input(key="kind", label="Kind", type="choice", value="insight", options=choice),
        Input(key="due", label="When?"),
        Input(key="other", label="Kind", type="choice", value="none", options=choice),
    )
    assert who["value"] == "Ana <Reyes> & *Co*"
    assert len(words["value"]) <= words["maxLength"] == 3_000
    assert words["value"].endswith("…")
    assert kind["value"] == "insight"
    assert "value" not in due
    assert ("value" in other, other["placeholder"]) == (False, "Choose…")
    assert (who.get("isMultiline"), words.get("isMultiline")) == (None, True)


def test_anybody_in_the_organization_can_be_chosen():
    """Somebody who was written before stands there to be chosen again."""
    nobody, sam = body_of(
        Input(key="person", label="Who?", type="person"),
        Input(key="other", label="Who?", type="person", value="@sam"),
    )
    everybody = {"type": "Data.Query", "dataset": "graph.microsoft.com/users"}
    assert nobody["choices.data"] == sam["choices.data"] == everybody
    assert (nobody["choices"], nobody["placeholder"]) == ([], "Type a name")
    assert (sam["choices"], sam["value"]) == ([{"title": "@sam", "value": "@sam"}], "@sam")


def test_what_was_filled_in_comes_back_with_what_the_form_carried():
    """A field may have any name, even one that the form uses itself."""
    inputs = [Input(key=key, label="L") for key in ("payload", "engage", "note")]
    card = form_card(form(*inputs, Input(key="person", label="Who?", type="person")), carried=CARRIED)
    data = sent(card, {"payload": "a", "engage": "b", "note": "", "person": SAM})
    assert read_kind(data) == "submit"
    assert read_payload(data) == {"form": "record"}
    assert {key: data[key] for key in CARRIED} == CARRIED
    assert read_values(data) == {"payload": "a", "engage": "b", "note": "", "person": SAM}


@pytest.mark.parametrize(
    ("value", "chosen"), [(SAM, ["person"]), (SAM.upper(), ["person"]), ("@sam", []), ("", [])]
)
def test_who_was_chosen_is_told_from_who_was_written(value, chosen):
    """Somebody who was chosen is given by their id; the same in another field is text."""
    card = form_card(
        form(Input(key="person", label="Who?", type="person"), Input(key="note", label="N")), carried={}
    )
    assert chosen_people(sent(card, {"person": value, "note": SAM})) == chosen


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_teams_says_itself_is_said_in_the_language_of_the_form(language):
    """That a field is needed, and what to do in one that is empty."""
    shown = Form(
        title="T", language=language, submit="S", cancel="C", payload={},
        inputs=(Input(key="person", label="L", type="person"),),
    )  # fmt: skip
    card, words = form_card(shown, carried={}), Words(language)
    (field,) = inputs_of(card)
    assert (card["lang"], field["errorMessage"]) == (language, words("field-missing"))
    assert field["placeholder"] == words("choose-person")


HOSTILE = [
    None, 7, "text", [], {}, {"engage": "other"}, {"engage": ["press"]}, {"payload": None}, {"payload": ["a"]},
    {"payload": {"do": 7, 8: "x", "x" * 101: "y"}}, {"field:a": {"b": "c"}}, {"field:a": None, "people": {"a": 1}},
    {7: "x"}, {"people": [["field:a"], None, {}]},
]  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE, ids=repr)
def test_what_is_not_ours_is_read_as_nothing(data):
    """Another version of Engage, or somebody's own hand, wrote it."""
    read = (read_kind(data), read_payload(data), read_values(data), chosen_people(data))
    assert read == ("", {}, {}, [])


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["engage", "payload", "people", "field:a", ""]), inner)
    ),
)


@given(data=JSON)
def test_anything_can_be_read(data):
    """Only text comes out."""
    texts = {**read_payload(data), **read_values(data)}
    assert all(isinstance(text, str) for text in texts.values())
    assert read_kind(data) in {"", "press", "submit"}
    assert set(chosen_people(data)) <= set(read_values(data))


def test_no_more_is_read_than_a_form_may_hold():
    """Of a thousand fields the first fifty, of an endless text as much as a field takes."""
    data = {f"field:{number}": "x" * 10_000 for number in range(1_000)}
    values = read_values(data)
    assert (len(values), {len(text) for text in values.values()}) == (50, {3_000})
