"""Messages leave no faster than Teams takes them.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.teams import pacing as module
from adapters.teams.pacing import OF_ONE_CONVERSATION, OF_THE_BOT, Pacing


@pytest.fixture
def clock():
    """A clock that a test moves, in seconds."""
    return SimpleNamespace(now=100.0)


@pytest.fixture
def pacing(clock):
    return Pacing(clock=lambda: clock.now)


def send_when_allowed(pacing, clock, conversation, messages):
    """Send so many messages, each as soon as it may; return when."""
    moments = []
    for _ in range(messages):
        while wait := pacing.wait(conversation):
            clock.now += wait
        moments.append(clock.now)
    return moments


def most_within(moments, seconds):
    """Return how many there were, at most, in any so many seconds."""
    return max(sum(begin <= moment < begin + seconds - 1e-6 for moment in moments) for begin in moments)


def test_a_few_messages_do_not_wait(pacing):
    """Seven in a second, which is what a conversation is ever about to say."""
    assert [pacing.wait("a") for _ in range(7)] == [0.0] * 7
    assert pacing.wait("a") == 1.0


def test_who_has_to_wait_is_not_counted(pacing, clock):
    """Asking is not sending."""
    for _ in range(7):
        pacing.wait("a")
    for _ in range(50):
        assert pacing.wait("a")
    clock.now += 1
    assert pacing.wait("a") == 0


@pytest.mark.parametrize("allowance", OF_ONE_CONVERSATION, ids=str)
def test_a_conversation_keeps_to_each_allowance(pacing, clock, allowance):
    """At full speed, in any such stretch of time."""
    moments = send_when_allowed(pacing, clock, "a", allowance.messages + 70)
    assert most_within(moments, allowance.seconds) <= allowance.messages


def test_conversations_share_what_the_bot_may_send(pacing, clock):
    """Thirty in a second to thirty people; the next one waits."""
    assert [pacing.wait(f"person {number}") for number in range(30)] == [0.0] * 30
    assert pacing.wait("one more") == 1.0
    clock.now += 1
    assert pacing.wait("one more") == 0
    assert OF_THE_BOT[0].messages == 30


def test_a_conversation_that_is_full_holds_up_nobody_else(pacing):
    """Each has its own."""
    for _ in range(8):
        pacing.wait("a")
    assert pacing.wait("b") == 0


def test_an_hour_later_all_is_forgotten(pacing, clock):
    """The busiest day costs no memory on the next."""
    send_when_allowed(pacing, clock, "a", 1_800)
    assert pacing.wait("a") > 1
    clock.now += 3_600
    assert pacing.wait("a") == 0
    assert len(pacing._sent["a"]) == 1


def test_quiet_conversations_are_forgotten(pacing, clock, monkeypatch):
    """Those that were heard within the hour are remembered."""
    monkeypatch.setattr(module, "MOST_REMEMBERED", 10)
    for number in range(10):
        pacing.wait(f"old {number}")
    clock.now += 3_600
    pacing.wait("new")
    assert list(pacing._sent) == ["new"]


@settings(deadline=None)
@given(
    steps=st.lists(st.tuples(st.sampled_from("abc"), st.floats(0, 3)), max_size=60),
    begin=st.floats(0, 1e9),
)
def test_nobody_waits_longer_than_it_takes(steps, begin):
    """Whoever waits as long as they are told may send then."""
    clock = SimpleNamespace(now=begin)
    pacing = Pacing(clock=lambda: clock.now)
    for conversation, pause in steps:
        clock.now += pause
        wait = pacing.wait(conversation)
        assert 0 <= wait <= 3_600
        if wait:
            clock.now += wait + 1e-6 + begin * 1e-12
            assert pacing.wait(conversation) == 0
