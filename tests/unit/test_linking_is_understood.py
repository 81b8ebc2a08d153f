"""`link`, `unlink` and `prefer`, as people type them in both languages."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import Calendar
from bot.intents.clarify import Clarify
from bot.intents.codec import dump, load
from bot.intents.intent import Snooze, Undo
from bot.intents.oneself import Link, Prefer, Unlink
from bot.intents.typed import parse
from bot.intents.when import Speaker

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("America/Toronto"))


def understood(text, language="en"):
    return parse(text, Speaker(language=language, now=MONDAY, calendar=Calendar(), end_of_day=time(17)))


@pytest.mark.parametrize(
    "text",
    ["link", "/engage link", "Link!", "link Teams", "link to MS Teams", "link my account", "please link",
     "lier", "LIER", "lier mon compte", "relier", "connecter"],
)  # fmt: skip
def test_asking_for_a_code(text):
    """With whatever people add to it."""
    assert understood(text) == Link()


@pytest.mark.parametrize(
    "text",
    ["link K7QF-2M9D", "link k7qf2m9d", "link K7QF 2M9D", "link: K7QF–2M9D", "lier K7QF-2M9D.", "link code K7QF-2M9D",
     "lier le code k7qf - 2m9d", "link “K7QF-2M9D”", "link Ｋ７ＱＦ-２Ｍ９Ｄ"],
)  # fmt: skip
def test_typing_a_code(text):
    """Case, spaces, dashes and quotes do not matter."""
    assert understood(text) == Link(code="K7QF2M9D")


def test_a_very_long_code_is_not_kept_whole():
    """What is no code is not carried along."""
    assert understood("link " + "A" * 9_000) == Link(code="A" * 40)


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("unlink", ""), ("unlink teams", "teams"), ("unlink Microsoft Teams", "teams"), ("unlink from Slack", "slack"),
        ("délier", ""), ("delier Slack", "slack"), ("dissocier Teams", "teams"), ("unlink the moon", "the moon"),
    ],
)  # fmt: skip
def test_taking_accounts_apart(text, platform):
    """Alone, or with a platform's name."""
    assert understood(text) == Unlink(platform=platform)


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("prefer", ""), ("prefer teams", "teams"), ("Prefer SLACK", "slack"), ("i prefer MS Teams", "teams"),
        ("remind me in Teams", "teams"), ("remind me on slack", "slack"), ("Remind me in Microsoft Teams.", "teams"),
        ("reminders", ""), ("reminders in Teams", "teams"), ("send my reminders to Slack", "slack"),
        ("préférer Teams", "teams"), ("je préfère Slack", "slack"), ("rappels dans Teams", "teams"),
        ("mes rappels", ""), ("rappelle-moi dans Teams", "teams"), ("rappelez-moi sur Microsoft Teams", "teams"),
        ("prefer Mailbox", "mailbox"),
    ],
)  # fmt: skip
def test_choosing_where_messages_go(text, platform):
    """Platforms by every name that people have for them."""
    assert understood(text) == Prefer(platform=platform)


@pytest.mark.parametrize(
    "text", ["remind me in 3 days", "remind me in Teams about 12", "rappelle-moi dans 3 jours"]
)
def test_a_reminder_of_a_promise_is_no_place(text):
    """What needs a number still asks for it."""
    assert understood(text) == Clarify(
        code="missing-number", arguments=(("verb", "snooze"),), suggestions=("snooze",)
    )
    assert isinstance(understood("remind me 12 in 3 days"), Snooze)


@pytest.mark.parametrize(
    "intent", [Link(), Link(code="K7QF2M9D"), Unlink(platform="teams"), Prefer(platform="slack")]
)
def test_buttons_carry_them(intent):
    """Typed or pressed, it is the same."""
    assert load(dump(intent)) == intent


def test_undo_is_no_unlink():
    """Words that look alike are told apart."""
    assert understood("undo") == Undo()
