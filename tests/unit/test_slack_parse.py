"""What Slack sends is heard once, from the right person at the right place, whatever a button carries."""

import copy
import json

import pytest

from adapters.slack import parse
from adapters.slack.views import Origin
from bot.messages import Answering, Place

COMMAND = {
    "channel_id": "C2147483705",
    "user_id": "U2147483697",
    "command": "/engage",
    "text": "mine",
    "trigger_id": "13345224609.738474920.8088930838d88f008e0",
}
BUTTON = {
    "type": "button",
    "action_id": "engage-1",
    "value": '{"do":"close","view":"list"}',
    "action_ts": "1548426417.840180",
}
PRESS = {
    "type": "block_actions",
    "user": {"id": "U2147483697", "username": "ana"},
    "team": {"id": "T0001", "domain": "example"},
    "container": {
        "type": "message",
        "message_ts": "1548261231.000200",
        "channel_id": "C2147483705",
        "is_ephemeral": False,
    },
    "channel": {"id": "C2147483705", "name": "engagement"},
    "trigger_id": "12466734323.1395872398.e1",
    "response_url": "https://hooks.slack.com/actions/1234/5678",
    "actions": [BUTTON],
}
SUBMISSION = {
    "type": "view_submission",
    "user": {"id": "U2147483697"},
    "trigger_id": "156772938.1827394.e2",
    "view": {
        "id": "VNHU13V36",
        "hash": "156663117.cd33ad1f",
        "private_metadata": '{"payload":{"form":"record"}}',
        "state": {"values": {"words": {"words": {"type": "plain_text_input", "value": "send it"}}}},
    },
}
SHORTCUT = {
    "type": "message_action",
    "callback_id": "record_promise",
    "trigger_id": "13345224609.8534564800.6f8ab",
    "user": {"id": "U2147483697"},
    "team": {"id": "T0001", "domain": "example"},
    "channel": {"id": "C2147483705", "name": "engagement"},
    "message": {"type": "message", "user": "U1", "ts": "1516229207.000133", "text": "hello"},
    "action_ts": "1516229250.000100",
}
EVENT = {
    "type": "event_callback",
    "event_id": "Ev9UQ52YNA",
    "event_time": 1234567890,
    "event": {"type": "app_mention", "user": "U2147483697", "text": "<@U0> mine", "ts": "1515449522.000016"},
}
"""As https://docs.slack.dev/interactivity and https://docs.slack.dev/apis/events-api show them."""

IDS = {
    parse.command_id: COMMAND,
    parse.action_id: PRESS,
    parse.submission_id: SUBMISSION,
    parse.shortcut_id: SHORTCUT,
    parse.event_id: EVENT,
}


def changed(body, path, value):
    """Return a copy of a body with something else at a path such as "view.id"."""
    copied = copy.deepcopy(body)
    *above, last = path.split(".")
    inner = copied
    for key in above:
        inner = inner[int(key) if key.isdigit() else key]
    inner[last] = value
    return copied


@pytest.mark.parametrize("identify", IDS, ids=lambda identify: identify.__name__)
def test_what_slack_repeats_has_the_same_id(identify):
    """Also when it comes in another order, or with what tells of the repetition."""
    body = IDS[identify]
    again = dict(reversed(json.loads(json.dumps(body)).items()))
    assert identify(again | {"token": "another", "retry_num": 1}) == identify(body)


@pytest.mark.parametrize(
    ("identify", "path", "value"),
    [
        (parse.command_id, "trigger_id", "1.2.3"),
        (parse.command_id, "user_id", "U1"),
        (parse.command_id, "channel_id", "C1"),
        (parse.command_id, "text", "mine "),
        (parse.action_id, "trigger_id", "1.2.3"),
        (parse.action_id, "user.id", "U1"),
        (parse.action_id, "actions.0.action_ts", "1548426418.000000"),
        (parse.action_id, "actions.0.value", "{}"),
        (parse.action_id, "actions.0.selected_option", {"value": "close"}),
        (parse.submission_id, "view.id", "V1"),
        (parse.submission_id, "user.id", "U1"),
        (parse.submission_id, "view.private_metadata", ""),
        (parse.submission_id, "view.state.values.words.words.value", "send it!"),
        (parse.shortcut_id, "trigger_id", "1.2.3"),
        (parse.shortcut_id, "user.id", "U1"),
        (parse.shortcut_id, "callback_id", "record_insight"),
        (parse.event_id, "event_id", "Ev9UQ52YNB"),
    ],
)
def test_what_happens_anew_has_another_id(identify, path, value):
    """Even if it is the same words, or the same button."""
    assert identify(changed(IDS[identify], path, value)) != identify(IDS[identify])


def test_no_two_kinds_share_an_id():
    """Nor does one that says nothing with another."""
    found = [identify(body) for identify, body in IDS.items()] + [identify({}) for identify in IDS]
    assert len(set(found)) == 2 * len(IDS)


def test_where_one_part_ends_and_another_begins_counts():
    """`a` and `bc` are not `ab` and `c`."""
    one, other = (
        COMMAND | {"command": first, "text": second} for first, second in (("/a", "bc"), ("/ab", "c"))
    )
    assert parse.command_id(one) != parse.command_id(other)


def test_an_event_without_an_id_is_known_by_what_it_says():
    """Slack gives each an id; a proxy in between may not."""
    without = {"event": EVENT["event"]}
    assert parse.event_id(without) == parse.event_id(copy.deepcopy(without))
    assert parse.event_id(without) != parse.event_id(changed(without, "event.ts", "1"))


def test_what_a_button_says_is_read():
    """As it was given to Slack."""
    assert parse.payload_of(PRESS) == {"do": "close", "view": "list"}


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "null",
        "7",
        "true",
        '"do"',
        "[]",
        '[{"do": "x"}]',
        "{",
        "not JSON",
        "[" * 1_999,
        7,
        True,
        ["{}"],
        {"do": "x"},
    ],
    ids=lambda value: repr(value)[:12],
)
def test_what_was_edited_by_hand_says_nothing(value):
    """Whatever shape it has."""
    assert parse.payload_of(changed(PRESS, "actions.0.value", value)) == {}


@pytest.mark.parametrize(
    "value", ['{"do": 7, "a": null}', '{"do": {"x": []}}', '{"do": ["x"]}', '{"": "\\u0000"}']
)
def test_whatever_a_button_says_is_text(value):
    """The core looks at it no further than that."""
    payload = parse.payload_of(changed(PRESS, "actions.0.value", value))
    assert payload
    assert all(isinstance(text, str) for entry in payload.items() for text in entry)


@pytest.mark.parametrize("option", [{}, {"value": None}, {"text": {}, "value": "["}, {"value": ""}])
def test_an_entry_of_a_menu_that_was_edited_by_hand_is_text(option):
    """The core says that the button is not understood."""
    action = {"type": "overflow", "block_id": "|||", "selected_option": option}
    payload = parse.payload_of({"actions": [action]})
    assert all(isinstance(text, str) for entry in payload.items() for text in entry)


@pytest.mark.parametrize("body", [{}, {"actions": None}, {"actions": []}, {"actions": [{}]}])
def test_nothing_pressed_says_nothing(body):
    """A body without actions has no payload, and an id all the same."""
    assert parse.payload_of(body) == {}
    assert parse.action_id(body).startswith("action:")
    assert parse.user_of(body) == ""


MOMENT, ABOVE, URL = "1548261231.000200", "1548261200.000100", PRESS["response_url"]


@pytest.mark.parametrize(
    ("container", "place", "answering"),
    [
        ({"channel_id": "D024BE91L"}, Place.DIRECT, Answering()),
        ({"channel_id": "D024BE91L", "thread_ts": ABOVE}, Place.DIRECT, Answering(thread=ABOVE)),
        ({"channel_id": "D024BE91L", "is_ephemeral": True}, Place.DIRECT, Answering(url=URL)),
        ({"channel_id": "C2147483705"}, Place.CHANNEL, Answering(url=URL)),
        ({"channel_id": "C2147483705", "is_ephemeral": True}, Place.CHANNEL, Answering(url=URL)),
        ({"channel_id": "G024BE91L", "thread_ts": ABOVE}, Place.CHANNEL, Answering(url=URL, thread=ABOVE)),
    ],
)
def test_a_press_comes_from_the_message_that_was_pressed_on(container, place, answering):
    """What only one person sees can be changed by the address that came with the press and in no other way."""
    channel = container["channel_id"]
    origin = Origin(place=place, channel=channel, message=f"{channel}:{MOMENT}", answering=answering)
    pressed = {"type": "message", "message_ts": MOMENT, **container}
    assert parse.pressed_on(PRESS | {"container": pressed}) == origin


@pytest.mark.parametrize(("kind", "place"), [("home", Place.HOME), ("modal", None)])
def test_a_press_in_a_view_comes_from_no_conversation(kind, place):
    """It is answered where it was pressed."""
    body = PRESS | {"container": {"type": "view", "view_id": "V1"}, "view": {"id": "V1", "type": kind}}
    assert parse.pressed_on(body) == Origin(place=place)


def test_conversations_are_named_as_the_core_names_them():
    """A channel by its id; what is somebody's own, by theirs."""
    names = [
        parse.conversation(place, "C1" if place is Place.CHANNEL else "D1", "U1") for place in (*Place, None)
    ]
    assert [(str(name), name.place) for name in names] == [
        ("slack:U1", Place.DIRECT),
        ("slack:C1", Place.CHANNEL),
        ("slack:U1", Place.HOME),
        ("slack:U1", Place.DIRECT),
    ]


def test_a_picked_message_has_an_address():
    """As Slack itself writes it, as far as all of it is known."""
    assert parse.link_to(SHORTCUT) == "https://example.slack.com/archives/C2147483705/p1516229207000133"
    for path in ("team.domain", "channel.id", "message.ts"):
        assert parse.link_to(changed(SHORTCUT, path, "")) == ""
    assert parse.link_to({}) == ""
