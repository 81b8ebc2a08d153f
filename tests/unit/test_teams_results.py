"""What Teams' refusals mean for a message: that it waits, that it may have arrived, or that it never will."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.teams.results import LONGEST_WAIT, ConnectorError, result_of, seconds_named
from bot.messages import Rejected, RetryAfter, Undelivered

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def result(status=0, code="", *, is_direct=True, never=False, said=True, **headers):
    error = ConnectorError(status=status, code=code, never=never, said=said, headers=headers)
    return result_of(error, is_direct=is_direct)


@pytest.mark.parametrize(
    ("status", "code", "alone", "among_others"),
    [
        (403, "MessageWritesBlocked", Undelivered.BLOCKED, Undelivered.OUTSIDE),
        (403, "BotNotInConversationRoster", Undelivered.BLOCKED, Undelivered.OUTSIDE),
        (403, "ForbiddenOperationException", Undelivered.BLOCKED, Undelivered.OUTSIDE),
        (403, "BotDisabledByAdmin", Undelivered.BLOCKED, Undelivered.OUTSIDE),
        (403, "", Undelivered.BLOCKED, Undelivered.OUTSIDE),
        (400, "BotNotInConversationRoster", Undelivered.BLOCKED, Undelivered.OUTSIDE),
        (404, "ConversationNotFound", Undelivered.PERSON, Undelivered.PLACE),
        (404, "MemberNotFoundInConversation", Undelivered.PERSON, Undelivered.PLACE),
        (404, "", Undelivered.PERSON, Undelivered.PLACE),
        (410, "", Undelivered.PERSON, Undelivered.PLACE),
        (404, "ActivityNotFoundInConversation", Undelivered.OTHER, Undelivered.OTHER),
        (400, "BadSyntax", Undelivered.OTHER, Undelivered.OTHER),
        (400, "", Undelivered.OTHER, Undelivered.OTHER),
        (413, "MessageSizeTooBig", Undelivered.OTHER, Undelivered.OTHER),
        (405, "", Undelivered.OTHER, Undelivered.OTHER),
    ],
)
def test_what_will_not_change_is_rejected(status, code, alone, among_others):
    """With what it means for people; Teams' own word tells more than the status."""
    for is_direct, reason in ((True, alone), (False, among_others)):
        told = result(status, code, is_direct=is_direct)
        assert told == Rejected(problem=code or f"http_{status}", reason=reason)


@pytest.mark.parametrize("status", [408, 412, 500, 502, 503, 504, 599, 0])
def test_what_may_have_arrived_is_said_to_be_unknown(status):
    """Of a server that failed, of something between, and of no answer at all, nobody knows."""
    told = result(status, "ServiceError" if status else "TimeoutError")
    assert (type(told), told.unknown, told.seconds) == (RetryAfter, True, None)


def test_what_never_got_there_is_simply_sent_again():
    """Nobody there, or no token to go there with."""
    assert result(0, "ClientConnectorError", never=True) == RetryAfter(problem="ClientConnectorError")
    assert result(401, "no_token", never=True) == RetryAfter(problem="no_token")
    assert result(401) == RetryAfter(problem="http_401"), "the bot's registration is to be mended"


@pytest.mark.parametrize("name", ["Retry-After", "retry-after", "RETRY-AFTER"])
def test_too_many_messages_wait_as_long_as_teams_says(name):
    """However it writes the header; without one, the back-off decides."""
    told = result(429, "TooManyRequests", **{name: "7"})
    assert (told.problem, told.unknown) == ("TooManyRequests", False)
    assert 7 <= told.seconds <= 8, "a little longer, so that not everybody comes back at once"
    assert result(429) == RetryAfter(problem="http_429")


def test_a_refusal_that_is_not_of_teams_is_not_believed():
    """Something between them refuses, or sends elsewhere: nobody has blocked Engage."""
    for status in (403, 200, 302, 399):
        told = result(status, said=False)
        assert (type(told), told.unknown) == (RetryAfter, False)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("7", 7),
        (" 7 ", 7),
        ("0.5", 1),
        ("0", 1),
        ("-5", 1),
        ("99999999", LONGEST_WAIT),
        ("1e300", LONGEST_WAIT),
        ("inf", LONGEST_WAIT),
        ("Mon, 23 Nov 2026 15:00:30 GMT", 30),
        ("Mon, 23 Nov 2026 14:00:00 GMT", 1),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_WAIT),
        ("soon", None),
        ("", None),
        ("Mon, 99 Nov 2026 15:00:30 GMT", None),
        ("Mon, 23 Nov 2026 15:00:30", None),
    ],
)
def test_how_long_to_wait(told, seconds):
    """Seconds or a moment, at least one second and at most an hour; what is neither says nothing."""
    assert seconds_named({"Retry-After": told}, now=NOW) == seconds


def test_what_is_no_number_is_no_time_to_wait():
    """Though it can be written as one: a second is short enough."""
    assert seconds_named({"Retry-After": "nan"}, now=NOW) == 1


@given(told=st.text() | st.floats().map(str) | st.datetimes().map(str))
def test_whatever_stands_there_is_a_time_or_none(told):
    """Between a second and an hour."""
    seconds = seconds_named({"Retry-After": told})
    assert seconds is None or 1 <= seconds <= LONGEST_WAIT


@given(status=st.integers(0, 999), code=st.text(), is_direct=st.booleans(), never=st.booleans())
def test_every_refusal_means_something(status, code, is_direct, never):
    """And says in one word what went wrong."""
    told = result(status, code, is_direct=is_direct, never=never)
    assert isinstance(told, Rejected | RetryAfter)
    assert told.problem
