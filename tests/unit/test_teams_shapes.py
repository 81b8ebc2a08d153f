"""What is posted is an activity of the expected shape, or one line says what is wrong with it."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.teams.shapes import DEEPEST, LONGEST_ID, Activity, ShapeError, object_in, read_activity, text_in
from tests.support.teams_activities import ANA, TENANT, THREAD, posted

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FIELDS = [*posted(), "name", "text", "replyToId", "action", "value", "attachments"]


def read(told):
    return read_activity(json.dumps(told).encode())


def test_an_activity_is_read():
    """Under our own names, and as it is."""
    told = posted(conversation=THREAD, replyToId="7", localTimezone="Europe/Paris", odd={"a": [1]})
    activity, same = read(told)
    assert same == told
    assert (activity.type, activity.id, activity.reply_to, activity.zone) == (
        "message",
        told["id"],
        "7",
        "Europe/Paris",
    )
    assert (activity.sender.id, activity.sender.aad, activity.sender.name) == tuple(
        ANA[key] for key in ("id", "aadObjectId", "name")
    )
    assert (activity.conversation.type, activity.conversation.is_group) == ("channel", True)
    assert activity.tenants == {TENANT}


def test_an_activity_of_two_tenants_says_so():
    """Nobody decides which of them is meant."""
    two, _ = read(posted(channelData={"tenant": {"id": "another"}}))
    assert two.tenants == {TENANT, "another"}
    for none in (
        {},
        {"tenant": None},
        {"tenant": {}},
        {"tenant": {"id": None}},
        {"tenant": {"id": ""}},
        None,
    ):
        activity, _ = read(posted(channelData=none, conversation={"id": "a:1"}))
        assert activity.tenants == set()


@pytest.mark.parametrize("value", [None, 7, "x", [], [{}], True])
def test_only_an_object_has_data(value):
    """Whatever else stands there is as good as nothing."""
    assert read(posted(value=value))[0].data == {}
    assert read(posted(value={"a": value}))[0].data == {"a": value}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"\x00",
        b'{"type": "message"',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        json.dumps(posted(value="X")).replace('"X"', "[" * 70 + "]" * 70).encode(),
        b"1" * 5_000,
        "{'type': 'message'}".encode("utf-16-le"),
    ],
)
def test_what_is_no_json_or_nested_too_deep(body):
    """One line."""
    with pytest.raises(ShapeError, match=r"^The body is not JSON.$"):
        read_activity(body)


@pytest.mark.parametrize("told", [None, [], "x", 7, True, [posted()], {}, float("nan")])
def test_what_is_no_activity(told):
    """One line that names what to look at."""
    with pytest.raises(ShapeError, match=r"^This is no activity; look at: .{1,200}.$"):
        read(told)


@pytest.mark.parametrize(
    "more",
    [
        *({name: 7} for name in FIELDS if name not in {"value", "timestamp", "localTimestamp"}),
        *({name: []} for name in ("type", "text", "from", "conversation", "locale", "channelData")),
        {"type": None},
        {"serviceUrl": None},
        {"serviceUrl": ""},
        {"serviceUrl": "x" * (LONGEST_ID + 1)},
        {"id": "x" * (LONGEST_ID + 1)},
        {"replyToId": "x" * (LONGEST_ID + 1)},
        {"from": {}},
        {"from": {"id": 7}},
        {"from": {"id": "x" * (LONGEST_ID + 1)}},
        {"from": {"id": "29:1", "aadObjectId": 7}},
        {"conversation": {"id": ""}},
        {"conversation": {"id": "a", "isGroup": "true"}},
        {"conversation": {"conversationType": "personal"}},
        {"entities": [7]},
        {"entities": {}},
        {"attachments": ["x"]},
        {"channelData": {"tenant": "x"}},
        {"channelData": {"tenant": {"id": 7}}},
    ],
    ids=lambda more: json.dumps(more)[:60],
)
def test_what_stands_where_something_else_belongs(more):
    """Named, so that whoever looks for the fault finds it."""
    with pytest.raises(ShapeError, match=next(iter(more))):
        read(posted(**more))


def test_a_fault_says_nothing_of_what_was_written():
    """Somebody's words do not end up in an answer, nor an answer without end."""
    with pytest.raises(ShapeError) as raised:
        read(posted(text=["secret words"], **{f"x{number}": number for number in range(500)}))
    assert str(raised.value) == "This is no activity; look at: text."


def test_the_deepest_that_is_taken():
    """So much, and no more."""

    def nested(depth):
        return posted(value=nested_list(depth))

    def nested_list(depth):
        return [nested_list(depth - 1)] if depth else 1

    assert read(nested(DEEPEST - 1))
    with pytest.raises(ShapeError):
        read(nested(DEEPEST))


@settings(deadline=None, max_examples=300)
@given(told=JSON | st.dictionaries(st.sampled_from(FIELDS), JSON))
def test_anything_is_an_activity_or_a_fault(told):
    """And of an activity everything can be asked."""
    with suppress(ShapeError):
        activity, _ = read(told)
        assert isinstance(activity, Activity)
        assert isinstance(activity.tenants, set)
        assert isinstance(activity.data, dict)


@settings(deadline=None)
@given(value=JSON, keys=st.lists(st.text(max_size=2), min_size=1, max_size=3))
def test_whatever_is_looked_for_is_found_or_empty(value, keys):
    """An object, a text, or nothing."""
    assert isinstance(object_in(value, *keys), dict)
    assert isinstance(text_in(value, *keys), str)


def test_what_is_looked_for_is_found():
    """One within the other."""
    value = {"a": {"b": {"c": "x", "d": 7}}}
    assert (text_in(value, "a", "b", "c"), text_in(value, "a", "b", "d"), text_in(value, "a")) == (
        "x",
        "",
        "",
    )
    assert object_in(value, "a", "b") == {"c": "x", "d": 7}
    assert object_in(value) == value
