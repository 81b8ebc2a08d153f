"""English and French say the same things."""

import re
from datetime import date, datetime, time
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser, ast

from bot.intents.acting import ACTS
from bot.intents.verbs import VERBS
from bot.words import LANGUAGES, Words


def messages(language):
    """Return key → (placeholders, text of the whole value) of one language's file."""
    source = resources.files("bot.words").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    resource = FluentParser().parse(source)
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert not junk
    found = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    assert len({entry.id.name for entry in found}) == len(found), "a key stands twice"
    return {
        entry.id.name: (
            set(re.findall(r"\$(\w+)", source[entry.span.start : entry.span.end])),
            source[entry.value.span.start : entry.value.span.end],
        )
        for entry in found
    }


def test_both_languages_have_the_same_keys_and_placeholders():
    """No sentence is missing in one language, and none loses what it was to name."""
    english, french = messages("en"), messages("fr")
    assert english.keys() == french.keys()
    differing = {key for key in english if english[key][0] != french[key][0]}
    assert differing == set()


def test_french_typography():
    """High punctuation has a no-break space, quotes are « » with theirs, apostrophes are curved."""
    for key, (_, text) in messages("fr").items():
        said = re.sub(r"\{[^}]*\}", "x", text)
        assert not re.search(r"[^\u00a0\s][;?!»](?!\w)", said.replace("/engage", "")), key
        assert not re.search(r" [:;?!»]|« ", said), key
        assert "'" not in said, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_has_a_name_an_example_and_an_explanation(language):
    """Help can show whatever can be typed."""
    words = Words(language)
    assert all(words(f"verb-{verb}") for verb in ACTS), "a number that is missing is asked for by name"
    for verb in VERBS:
        assert words(f"example-{verb}", number="12").startswith("/engage")
        assert words(f"does-{verb}")


def test_every_sentence_is_said_somewhere():
    """A key that nothing names is a sentence that nobody hears."""
    code = "\n".join(path.read_text() for room in ("bot", "adapters") for path in Path(room).rglob("*.py"))
    named = set(re.findall(r"[\"']([a-z][a-z0-9-]+)[\"']", code))
    unnamed = [key for key in messages("en") if key not in named and not key.startswith(MADE)]
    assert unnamed == []


MADE = (
    "action-", "ask-", "automatic-", "button-draft-", "chose-", "does-", "draft-", "example-", "field-", "form-", "hint-", "history-", "hold-", "holiday-", "linked-by-", "list-", "outcome-",
    "platform-", "reason-", "remark-", "region-", "setting-", "stage-", "submit-", "undelivered-", "undone-", "verb-",
)  # fmt: skip
"""Beginnings of keys that are put together from a code."""


def test_a_missing_sentence_is_an_error_and_not_a_blank():
    """Neither a key nor an argument may be missing."""
    with pytest.raises(KeyError):
        Words("en")("no-such-key")
    with pytest.raises(KeyError):
        Words("en")("recorded-twice")


@pytest.mark.parametrize(
    ("language", "day", "short", "clock"),
    [
        ("en", "Tuesday, December 1, 2026", "Tue, Dec 1", "3:30\u00a0p.m."),
        ("fr", "mardi 1er décembre 2026", "mar. 1er déc.", "15\u00a0h\u00a030"),
    ],
)
def test_dates_are_written_as_each_language_writes_them(language, day, short, clock):
    """The first of a month is an ordinal in French, and hours are those of 24."""
    words = Words(language)
    assert words.day(date(2026, 12, 1)) == day
    assert words.short_day(date(2026, 12, 1), date(2026, 11, 1)) == short
    assert words.clock(time(15, 30)) == clock
    moment = datetime(2026, 12, 1, 15, 30, tzinfo=ZoneInfo("UTC"))
    assert words.moment(moment, ZoneInfo("UTC")) == f"{day}, {clock}"


def test_numbers_of_promises_are_not_grouped():
    """Promise 1234 is not promise 1,234."""
    assert Words("en")("recorded-twice", number=1234).endswith("promise 1234.")
    assert Words("fr")("recorded-twice", number=1234).endswith("1234.")
