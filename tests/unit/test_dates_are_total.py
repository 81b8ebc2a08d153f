"""Whatever the text: no fault, honest spans, no day that is past, and the same answer every time."""

import unicodedata
from datetime import UTC, datetime, timedelta
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
    Q2 T3 quarter fiscal year exercice 2026-27 Noël Christmas Labour Day ET est please svp sharp pile trimestre
    every the sent as promised first premier business 1.5 half demi heure quatre vingt hundred second 7-6 6.45 1530
    at the latest au plus tard morning matin EOD asap 3.2.1 $5 @sam https://x.example/2026-01-01
"""

MOMENTS = st.datetimes() | st.datetimes(timezones=st.sampled_from([NOW.tzinfo, UTC])) | st.just(NOW)


def check(text, found, now):
    """No day is past; every span lies in the text, and what was said is what stands there."""
    dues = found.options if isinstance(found, Ask) else (found,)
    for due in dues:
        assert all(day >= now.date() for day in (due.date, *due.others))
        assert due.date not in due.others
    for each in (found, *dues):
        start, end = each.span
        assert 0 <= start < end <= len(text)
        assert each.said == text[start:end]


@given(text=st.text(), lang=st.sampled_from(["en", "fr", "de", ""]), now=MOMENTS)
def test_any_text_has_an_answer(text, lang, now):
    """Control characters, emoji, letters of any script."""
    found = parse_due(text, lang, now)
    if found is not None:
        check(text, found, now)


@given(
    words=st.lists(st.sampled_from(JUMBLE.split()), max_size=25),
    glue=st.sampled_from([" ", " ", "\u00a0", "\n", ""]),
    now=MOMENTS,
)
def test_any_jumble_of_date_words_has_an_answer(words, glue, now):
    """Words of the grammar in any order, in both languages; asked twice, the answer is the same."""
    text = glue.join(words)
    for lang in ("en", "fr"):
        found = parse_due(text, lang, now)
        if found is not None:
            check(text, found, now)
        assert parse_due(text, lang, now) == found


def meaning(found):
    """Return what was understood, without the words."""
    match found:
        case Due():
            return found.date, found.time, found.others
        case Ask():
            return found.question, [meaning(option) for option in found.options]
        case None:
            return None


@pytest.mark.parametrize(
    "text",
    [
        "by Friday, December 4, 2026 at 3:30 pm",
        "le vingt-et-unième jour de février à midi",
        "d'ici la fin de l'année financière, s'il vous plaît",
        "d’ici l’Action de grâce",
        "à la mi-décembre",
        "in two weeks' time",
        "within 3 business days",
        "première heure lundi",
    ],
)
def test_case_accents_and_apostrophes_change_nothing(text):
    """Telephones write capitals, and keyboards without accents leave them out."""
    expected = meaning(parse_due(text, "fr", NOW))
    assert expected is not None
    plain = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    for same in (
        text.upper(),
        text.lower(),
        plain,
        unicodedata.normalize("NFD", text),
        text.replace("'", "’"),
    ):
        assert meaning(parse_due(same, "fr", NOW)) == expected


@given(words=st.lists(st.sampled_from([word for word in JUMBLE.split() if word != "ET"]), max_size=12))
def test_any_jumble_in_small_letters_means_the_same(words):
    """Case is no sign of anything but a zone."""
    text = " ".join(words)
    assert meaning(parse_due(text.lower(), "en", NOW)) == meaning(parse_due(text, "en", NOW))


@given(days=st.integers(min_value=0, max_value=20_000))
def test_every_iso_date_ahead_is_read_back(days):
    """What ISO 8601 writes is what is understood."""
    day = (NOW + timedelta(days=days)).date()
    due = parse_due(f"send it by {day} to Kim", "en", NOW)
    assert due == Due(day, None, (8, 21), f"by {day}")
