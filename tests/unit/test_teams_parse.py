"""What Teams sends is heard once, from the right person at the right place."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.teams import parse
from adapters.teams.shapes import read_activity
from bot.messages import Answering, Place
from tests.support.teams_activities import (
    ANA,
    BOT,
    GROUP,
    PERSONAL,
    SAM,
    SERVICE,
    TENANT,
    THREAD,
    heard,
    invoked,
    mention,
    posted,
)


def activity(**more):
    return heard(posted(**more))[0]


@pytest.mark.parametrize(
    ("where", "place", "name"),
    [
        (PERSONAL, Place.DIRECT, f"teams:{ANA['aadObjectId']}"),
        ({"id": "a:1ana"}, Place.DIRECT, f"teams:{ANA['aadObjectId']}"),
        (GROUP, Place.CHANNEL, "teams:19:group@thread.v2"),
        (THREAD, Place.CHANNEL, "teams:19:channel@thread.tacv2"),
        ({"id": "19:x", "isGroup": True}, Place.CHANNEL, "teams:19:x"),
        ({"id": "19:x", "conversationType": "channel"}, Place.CHANNEL, "teams:19:x"),
    ],
)
def test_where_it_happened(where, place, name):
    """A direct conversation is the person's own, whatever Teams calls it; a thread is in its channel."""
    conversation = parse.conversation_of(activity(conversation=where))
    assert (str(conversation), conversation.place) == (name, place)


def test_who_it_was():
    """By their id in Entra, which is theirs everywhere, with how they are reached."""
    said = parse.sender_of(activity())
    assert str(said.identity) == f"teams:{ANA['aadObjectId']}"
    assert (said.name, said.handle, said.language, said.zone) == ("Ana Reyes", "", "en", "America/Toronto")
    assert said.address == {
        "service_url": SERVICE,
        "tenant": TENANT,
        "bot": BOT,
        "user": ANA["id"],
        "aad": ANA["aadObjectId"],
        "conversation": PERSONAL["id"],
    }


@pytest.mark.parametrize(
    ("account", "user"),
    [
        (ANA, ANA["aadObjectId"]),
        ({"id": "29:1ana"}, "29:1ana"),
        ({"id": "29:1ana", "aadObjectId": ""}, "29:1ana"),
        ({"id": " 29:1ana "}, "29:1ana"),
        ({"id": ""}, ""),
        ({"id": " ", "aadObjectId": " "}, ""),
        (None, ""),
    ],
)
def test_by_what_id(account, user):
    """The bot's own for them, where Teams says no other; of nobody, none."""
    assert parse.user_of(activity(**{"from": account}).sender) == user
    assert parse.sender_of(activity(**{"from": account})).identity.user == user


@pytest.mark.parametrize(
    ("more", "is_direct"),
    [
        ({}, True),
        ({"conversation": GROUP}, False),
        ({"conversation": THREAD}, False),
        ({"type": "invoke", "name": "adaptiveCard/action"}, True),
        ({"type": "invoke", "name": "composeExtension/fetchTask"}, False),
        ({"type": "invoke", "name": "composeExtension/submitAction"}, False),
    ],
)
def test_only_their_own_conversation_with_engage_is_their_address(more, is_direct):
    """A message is picked anywhere, in chats of other people too, where Engage may not write."""
    assert ("conversation" in parse.sender_of(activity(**more)).address) == is_direct


@pytest.mark.parametrize(
    ("more", "language", "zone"),
    [
        ({"locale": "fr-CA", "localTimezone": "Europe/Paris"}, "fr", "Europe/Paris"),
        ({"locale": "fr_FR"}, "fr", "America/Toronto"),
        ({"locale": None, "localTimezone": None}, "en", "America/Toronto"),
        ({"locale": "ja-JP", "localTimezone": "Mars/Olympus"}, None, None),
        ({"locale": "fry", "localTimezone": "../../etc/passwd"}, None, None),
        ({"locale": None, "localTimezone": None, "entities": None}, None, None),
        (
            {"locale": None, "localTimezone": None, "entities": [{"type": "clientInfo", "locale": 7}]},
            None,
            None,
        ),
    ],
)
def test_in_what_language_and_by_what_clock(more, language, zone):
    """As the client says; what Engage does not speak, or no clock shows, is not said."""
    said = parse.sender_of(activity(**more))
    assert (said.language, said.zone) == (language, zone)


@pytest.mark.parametrize(
    ("where", "thread"), [(PERSONAL, ""), (GROUP, ""), (THREAD, "17"), ({"id": "19:x;messageid="}, "")]
)
def test_an_answer_belongs_below_what_it_answers(where, thread):
    """In a channel, whose posts each have their thread."""
    assert parse.answering_of(activity(conversation=where)) == Answering(thread=thread)
    assert parse.answering_of(activity(conversation=where), at_once=True).at_once


@pytest.mark.parametrize(
    ("where", "message", "receipt"),
    [
        ("a:1ana", "5", "a:1ana 5"),
        ("19:c@thread.tacv2;messageid=17", "5", "19:c@thread.tacv2;messageid=17 5"),
        ("19:c@thread.tacv2;messageid=17", "17", "19:c@thread.tacv2 17"),
        ("19:c@thread.tacv2", "17", "19:c@thread.tacv2 17"),
    ],
)
def test_a_receipt_is_the_same_however_the_message_is_named(where, message, receipt):
    """The first of a thread is named with the channel and with the thread that begins with it."""
    assert parse.receipt(where, message) == receipt
    place, number = parse.read_receipt(receipt)
    assert (parse.receipt(place, number), number) == (receipt, message)
    told = activity(conversation={"id": where}, replyToId=message)
    assert parse.message_on(told) == receipt
    assert parse.message_on(activity()) == ""


@pytest.mark.parametrize("text", ["", "nonsense", " ", "a ", " b"])
def test_what_is_no_receipt_names_no_message(text):
    """Nothing is edited then."""
    assert "" in parse.read_receipt(text)


def test_a_thread_is_written_to_by_its_root():
    """And a conversation without threads as it is."""
    assert parse.in_thread("19:c@thread.tacv2", "17") == "19:c@thread.tacv2;messageid=17"
    assert parse.in_thread("19:c@thread.tacv2", "") == "19:c@thread.tacv2"


def test_whoever_is_mentioned():
    """In order, and as the text names them; what is of another shape is nobody."""
    entities = [
        mention("<at>Engage</at>"),
        {"type": "clientInfo"},
        mention("<at>Sam</at>", SAM),
        {"type": "mention"},
        {"type": "mention", "mentioned": "x", "text": 7},
    ]
    found = parse.mentions_of(activity(entities=entities))
    assert [(each.id, each.text) for each in found] == [
        (BOT, "<at>Engage</at>"),
        (SAM["id"], "<at>Sam</at>"),
        ("", ""),
        ("", ""),
    ]
    assert parse.mentions_of(activity(entities=None)) == []


def test_the_page_of_a_message():
    """The first attachment that is one."""
    attachments = [{"contentType": "image/png"}, {"contentType": "text/html", "content": "<p>a</p>"}]
    assert parse.html_of(activity(attachments=attachments)) == "<p>a</p>"
    assert parse.html_of(activity(attachments=[{"contentType": "text/html", "content": 7}])) == ""
    assert parse.html_of(activity()) == ""


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.just("\ud800"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(
    value=JSON, text=st.text(), entity=st.dictionaries(st.sampled_from(["type", "mentioned", "text"]), JSON)
)
def test_anything_can_be_asked_of_anything(value, text, entity):
    """Whatever an activity holds, nothing is raised."""
    told = invoked(
        "task/fetch", value, text=text, replyToId=text[:9], entities=[{**entity, "type": "mention"}]
    )
    told["conversation"] = {"id": f"a{text[:20]}"}
    activity, told = read_activity(json.dumps(told).encode())
    for asked in (
        parse.sender_of,
        parse.conversation_of,
        parse.answering_of,
        parse.message_on,
        parse.general_address,
        parse.mentions_of,
        parse.html_of,
        parse.press_id,
    ):
        asked(activity)
    parse.event_id(activity, told)
    parse.picked_of(activity.data)
    parse.author_of(activity.data)
