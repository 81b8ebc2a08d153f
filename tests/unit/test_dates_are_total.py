"""Whatever the text: no fault, honest spans, and work that grows with the text and not faster."""

import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.intents.dates import Ask, Due, parse_due

NOW = datetime(2026, 10, 8, 9, 30, tzinfo=ZoneInfo("America/Toronto"))

JUMBLE = """
    by before until d'ici avant pour jusqu'à le au the of next this last end fin du de mois month week semaine
    Friday vendredi sat mar 3 15 31 1er 2nd 12th 2026 2027 2026-11-30 03/04 5/11/2026 15:30 3pm 15 h 30 noon midi
    in dans within sous 999 a une days jours business ouvrables weeks hours heures ans from after après à partir
    March mai may tomorrow demain hier today prochain en huit quinze and et because parce que , . - ( ) ' ’ " «
    at the latest au plus tard morning matin EOD asap 3.2.1 $5 @sam https://x.example/2026-01-01
"""

MOMENTS = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2190, 1, 1)) | st.just(NOW)  # noqa: DTZ001 - wall clocks

LONG = [
    "by " * 1700,
    "Friday " * 700,
    "9" * 5000,
    "1/" * 2500,
    "1-1" * 1600,
    "a week from " * 400,
    "in 260 business days " * 230,
    "15 h 30 " * 600,
    "3/4 " * 1200,
    "the end of " * 450,
    "«" * 5000,
    '"' * 4999,
    "a." * 2500,
    "e\u0301" * 2500,
    "www." * 1200,
    "x@" * 2500,
    " " * 5000,
    "au plus tard " * 380,
    "le 5 mars 2027 à 15 h 30 " * 200,
    "twenty one " * 450,
]


def check(text, found):
    """Every span lies in the text, and what was said is what stands there."""
    dues = found.options if isinstance(found, Ask) else ()
    for each in (found, *dues):
        start, end = each.span
        assert 0 <= start < end <= len(text)
        assert each.said == text[start:end]


@given(text=st.text(), lang=st.sampled_from(["en", "fr", "de", ""]), now=MOMENTS)
def test_any_text_has_an_answer(text, lang, now):
    """Control characters, emoji, letters of any script."""
    found = parse_due(text, lang, now)
    if found is not None:
        check(text, found)


@given(
    words=st.lists(st.sampled_from(JUMBLE.split()), max_size=25),
    glue=st.sampled_from([" ", " ", "\u00a0", "\n", ""]),
    now=MOMENTS,
)
def test_any_jumble_of_date_words_has_an_answer(words, glue, now):
    """Words of the grammar in any order; a due is never before today."""
    text = glue.join(words)
    for lang in ("en", "fr"):
        found = parse_due(text, lang, now)
        if found is not None:
            check(text, found)
        if isinstance(found, Due):
            assert found.date >= now.date()


@given(days=st.integers(min_value=0, max_value=20_000))
def test_every_iso_date_ahead_is_read_back(days):
    """What ISO 8601 writes is what is understood."""
    day = (NOW + timedelta(days=days)).date()
    due = parse_due(f"send it by {day} to Kim", "en", NOW)
    assert due == Due(day, None, (8, 21), f"by {day}")


def calls_for(text):
    """Return how many Python functions are entered to read `text`: the same on every machine."""
    count = 0

    def entered(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    parse_due(text, "en", NOW)  # so that holidays are worked out and cached
    previous = sys.getprofile()
    sys.setprofile(entered)
    try:
        parse_due(text, "en", NOW)
    finally:
        sys.setprofile(previous)
    return count


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:12]))
def test_work_grows_with_the_text_and_not_faster(text):
    """Twice the text is at most about twice the work, however it is made."""
    half = text[: len(text) // 2]
    assert calls_for(text) <= 2.2 * calls_for(half) + 200


@pytest.mark.parametrize("text", LONG, ids=lambda text: repr(text[:12]))
def test_a_long_text_costs_a_bounded_number_of_steps_a_character(text):
    """Nothing in 5,000 characters leads the matcher astray."""
    assert calls_for(text) <= 300 * len(text)
