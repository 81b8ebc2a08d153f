"""What people of the peer can do with blocks, and what Slack's client would not let them do."""

import pytest

from tests.peers.slack import blocks

PEOPLE = {"sam": "U0SAM"}


def plain(text):
    return {"type": "plain_text", "text": text}


def option(text):
    return {"text": plain(text), "value": text.lower()}


def field(label, element, **more):
    element = {"action_id": f"{label}_value", **element}
    return {"type": "input", "block_id": f"{label}_block", "label": plain(label), "element": element, **more}


def button(action_id, spoken):
    element = {"type": "button", "text": plain("Done"), "action_id": action_id, "accessibility_label": spoken}
    return {"type": "actions", "block_id": f"row_{action_id}", "elements": [element]}


@pytest.mark.parametrize(
    ("element", "given", "value"),
    [
        ({"type": "plain_text_input"}, "by Friday", {"value": "by Friday"}),
        ({"type": "datepicker"}, "2026-12-04", {"selected_date": "2026-12-04"}),
        ({"type": "users_select"}, "sam", {"selected_user": "U0SAM"}),
        ({"type": "multi_users_select"}, ["sam"], {"selected_users": ["U0SAM"]}),
        ({"type": "static_select", "options": [option("Yes")]}, "Yes", {"selected_option": option("Yes")}),
        ({"type": "radio_buttons", "options": [option("Yes")]}, "yes", {"selected_option": option("Yes")}),
        ({"type": "checkboxes", "options": [option("Yes")]}, ["Yes"], {"selected_options": [option("Yes")]}),
        (
            {"type": "static_select", "option_groups": [{"label": plain("All"), "options": [option("Yes")]}]},
            "Yes",
            {"selected_option": option("Yes")},
        ),
    ],
)
def test_field_is_filled_in(element, given, value):
    """Each kind of field has its own way to say what stands in it."""
    values = blocks.state([field("When", element)], {"When": given}, people=PEOPLE)
    assert values == {"When_block": {"When_value": {"type": element["type"], **value}}}


def test_field_left_alone_keeps_what_stood_there():
    """Initial values are sent as if they had been typed; an empty field that may be is null."""
    form = [
        field("What", {"type": "plain_text_input", "initial_value": "the report"}),
        field("Note", {"type": "plain_text_input"}, optional=True),
    ]
    values = blocks.state(form, {}, people=PEOPLE)
    assert values["What_block"]["What_value"]["value"] == "the report"
    assert values["Note_block"]["Note_value"]["value"] is None


@pytest.mark.parametrize(
    ("element", "given", "reason"),
    [
        ({"type": "plain_text_input"}, "", "must be filled in"),
        ({"type": "plain_text_input", "max_length": 3}, "long", "no.* more than 3 characters"),
        ({"type": "static_select", "options": [option("Yes")]}, "No", "'No' is not one of"),
    ],
)
def test_client_refuses_what_slack_would(element, given, reason):
    """Such a form would never be sent, and so the test fails."""
    with pytest.raises(AssertionError, match=reason):
        blocks.state([field("When", element)], {"When": given}, people=PEOPLE)


def test_shared_label_is_not_enough():
    """Of two buttons called Done one is named by what a screen reader says."""
    rows = [button("done_1", "Done: 1"), button("done_2", "Done: 2")]
    with pytest.raises(AssertionError, match="names 2 of these"):
        blocks.action(rows, "Done")
    assert blocks.action(rows, "Done: 2")["action_id"] == "done_2"


def test_option_of_a_menu_is_chosen():
    """A menu beside a text is pressed by choosing."""
    menu = {"type": "overflow", "action_id": "more", "options": [option("Snooze"), option("Move")]}
    section = {"type": "section", "block_id": "s", "text": plain("Promise 1"), "accessory": menu}
    assert blocks.action([section], "more", "Move")["selected_option"] == option("Move")
    with pytest.raises(AssertionError, match="say what is chosen"):
        blocks.action([section], "more")
