"""What is picked from the menu of a message, and by what one happening is told from another."""

import pytest

from adapters.teams import parse
from tests.support.teams_activities import GROUP, SAM, heard, posted, pressed

PICKED = {
    "commandId": "record_promise",
    "messagePayload": {
        "id": "1795455764376",
        "from": {"user": {"id": SAM["aadObjectId"], "displayName": "Sam Okafor"}},
        "body": {
            "contentType": "html",
            "content": '<p><at id="0">Léa Gagnon</at>, I will send <b>it</b></p>',
        },
        "mentions": [{"id": 0, "mentionText": "Léa Gagnon"}],
        "linkToMessage": "https://teams.microsoft.com/l/message/x",
    },
}
"""As https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands shows it."""


def test_a_picked_message():
    """Its words as people see them, who wrote it, and where it stands."""
    words, author, link = parse.picked_of(PICKED)
    assert words.replace("\u00a0", " ") == "@Léa Gagnon, I will send it"
    assert (author, link) == ("Sam Okafor", "https://teams.microsoft.com/l/message/x")
    assert parse.author_of(PICKED) == SAM["aadObjectId"]


def test_a_picked_message_that_is_plain():
    """Nothing in it is taken for mark-up."""
    body = {"contentType": "text", "content": "a <b> & c"}
    assert parse.picked_of({"messagePayload": {**PICKED["messagePayload"], "body": body}})[0] == "a <b> & c"


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"messagePayload": None},
        {"messagePayload": []},
        {"messagePayload": {"body": 7, "from": [], "mentions": {}, "linkToMessage": 7}},
        {
            "messagePayload": {
                "body": {"content": None},
                "from": {"user": None},
                "mentions": [7, {}, {"id": []}],
            }
        },
        {"messagePayload": {"from": {"application": {"id": "x", "displayName": "A bot"}}}},
    ],
)
def test_a_picked_message_of_another_shape(value):
    """As far as it says; by nobody, where it says nobody."""
    assert parse.picked_of(value) == ("", "", "")
    assert parse.author_of(value) == ""


IDS = [
    ("id", "another"),
    ("type", "invoke"),
    ("conversation", GROUP),
    ("from", SAM),
    ("name", "task/fetch"),
]


@pytest.mark.parametrize(("field", "value"), IDS)
def test_what_happened_has_one_id(field, value):
    """Teams repeats it with the same; two things never have the same, though Teams numbers by conversation."""
    told = posted()
    assert parse.event_id(*heard(told)) == parse.event_id(
        *heard({**told, "timestamp": "2027-01-01T00:00:00Z"})
    )
    assert parse.event_id(*heard(told)) != parse.event_id(*heard({**told, field: value}))


@pytest.mark.parametrize("number", [None, ""])
def test_what_has_no_id_is_known_by_what_it_says(number):
    """All of it, in whatever order."""
    told = posted(id=number, text="a")
    assert parse.event_id(*heard(told)) == parse.event_id(*heard(dict(reversed(told.items()))))
    assert parse.event_id(*heard(told)) != parse.event_id(*heard({**told, "text": "b"}))


def test_a_press_is_known_by_what_was_pressed():
    """Teams repeats it under another id when the app gave up; another press differs in what it says."""
    told = pressed({"engage": "press", "payload": {"do": "x"}, "stamp": "1"})
    same = parse.press_id(heard(told)[0])
    assert same == parse.press_id(heard({**told, "id": "another", "timestamp": "2027-01-01T00:00:00Z"})[0])
    others = [
        pressed({"engage": "press", "payload": {"do": "x"}, "stamp": "2"}),
        {**told, "replyToId": "18"},
        {**told, "from": SAM},
        {**told, "conversation": GROUP},
        {**told, "name": "task/fetch"},
    ]
    assert len({same, *(parse.press_id(heard(other)[0]) for other in others)}) == 6
