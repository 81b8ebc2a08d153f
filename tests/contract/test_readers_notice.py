"""What reads along in every dialogue notices each word of another language, and each mark that is set wrongly."""

import pytest

from bot.words import LANGUAGES, Words
from tests.support.read_as import Reader

OWN = ("Maria Chen (OpenNorth)", "send the report", "promise Maria: c'est prêt ?", "Ana Reyes")

FRENCH = (
    "Engagement 1 consigné\u00a0: Maria Chen (OpenNorth), échéance le vendredi 27 novembre 2026, 15\u00a0h\u00a030.",
    "Échéance\u00a0: vendredi 27 novembre 2026",
    "Suivi des engagements\u00a0: 50\u00a0%",
    "send the report",
    "«\u00a0c'est prêt ?\u00a0» (Ana Reyes)",
)
LEFT_OVER = (
    "Promise 1 recorded: Maria Chen (OpenNorth), due Friday, November 27, 2026.",
    "Échéance\u00a0: Friday, November 27, 2026",
    "Owner\u00a0: Ana Reyes",
    "Clos\u00a0: kept",
    "Suivi des engagements\u00a0: 50\u00a0% of all",
    "send the data",
    "Done",
)
MISSET = (
    "Pour quand ?",
    "Pour quand?",
    "Échéance : demain",
    "Échéance: demain",
    "« demain\u00a0»",
    "«\u00a0demain »",
    "l'échéance",
    "à 15 h 30",
    "à 15h30",
    "à 15:30",
    "50 %",
    "50%",
    "n° 1",
    "“demain”",
)


def test_french_is_read():
    """Sentences, days, figures, and what people wrote themselves, as they wrote it."""
    reader = Reader("fr", OWN)
    assert reader.leftovers(FRENCH) == []
    assert reader.misset(FRENCH) == []


@pytest.mark.parametrize("text", LEFT_OVER)
def test_english_is_noticed(text):
    """Whole sentences and single words, also within French ones and below them."""
    reader = Reader("fr", OWN)
    assert reader.leftovers([text]) == [text]
    assert reader.leftovers([f"{FRENCH[0]}\n{text}"]) != []


@pytest.mark.parametrize("text", MISSET)
def test_what_is_set_as_in_english_is_noticed(text):
    """Spaces that break or are missing, straight apostrophes, other quotes, other clocks."""
    assert Reader("fr", OWN).misset([text]) != []


@pytest.mark.parametrize("key", ["help-title", "closed", "reminder-title", "field-missing"])
def test_each_language_is_foreign_to_the_other(key):
    """In both directions."""
    filled = {"number": 1, "outcome": 2, "stakeholder": 3, "count": 2}
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        sentence = Words(language)(key, **filled)
        assert Reader(language, ()).leftovers([sentence]) == []
        assert Reader(other, ()).leftovers([sentence]) == [sentence]
