"""Whoever is mentioned in what is recorded stands there by name; commands of a menu may begin with a slash."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.people import Identity, Person
from bot.domain.policy import Policy
from bot.intents.intent import ListPromises
from bot.intents.said import wanted
from bot.intents.when import Speaker
from bot.messages import Typed

SPEAKER = Speaker(
    language="en",
    now=datetime(2026, 11, 23, 15, tzinfo=UTC),
    calendar=Policy().calendar,
    end_of_day=Policy().end_of_day,
)
NAMES = {"sam": "Sam Okafor", "sam.2": "Sam Lee", "dana.whitfield": "Dana Whitfield", "nobody": ""}
SAM = Person(
    id="p1",
    name="Léa O'Neil",
    handle="",
    identities=(Identity(platform="teams", user="a-1"),),
    language="fr",
    zone="America/Toronto",
)


def recorded(text, names=NAMES):
    """Return to whom, and in what words."""
    intent = wanted(Typed(text=text), SPEAKER, names)
    return intent.stakeholder.name, intent.words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("promise @sam: call @dana.whitfield. By Friday", ("Sam Okafor", "call Dana Whitfield.")),
        ("promise @sam.2: lunch with @sam by Friday", ("Sam Lee", "lunch with Sam Okafor")),
        ("heard @sam: @samantha and @nobody and sam@x.ca agree", ("Sam Okafor", "@samantha and @nobody and sam@x.ca agree")),
        ("heard Maria: no mention", ("Maria", "no mention")),
    ],
)  # fmt: skip
def test_a_mention_is_recorded_as_a_name(typed, expected):
    """Only of those whom the platform named; any other @ is what somebody typed."""
    assert recorded(typed) == expected


def test_without_mentions_an_at_stays():
    assert recorded("heard @sam: hello", {}) == ("@sam", "hello")


@pytest.mark.parametrize(
    "typed", ["/mine", "/engage mine", "engage /mine", "/mes engagements", "@Engage mine"]
)
def test_a_command_of_a_menu_may_begin_with_a_slash(typed):
    assert wanted(Typed(text=typed), SPEAKER, {}) == ListPromises(whose="me")


def test_whoever_has_no_handle_is_named_by_their_name():
    """It names them after an @, and gives them no handle: nobody becomes a lead by what they call themselves."""
    assert SAM.mention == "lea.o.neil"
    assert SAM.called == frozenset()
    assert replace(SAM, handle="lea").mention == "lea"
