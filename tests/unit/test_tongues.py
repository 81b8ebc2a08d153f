"""The language of somebody's words is told from the small ones."""

import pytest

from bot.intents.tongues import language_of_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("send the consultation report to the mayor", "en"),
        ("let them know about the bus stops", "en"),
        ("envoyer le rapport de la consultation", "fr"),
        ("l’appeler au sujet des données", "fr"),
        ("ENVOYER LES DONNEES A LA VILLE", "fr"),
        ("GTFS", None),
        ("", None),
        ("发送报告", None),
    ],
)
def test_small_words_tell(text, language):
    """Where they do not, nothing is guessed."""
    assert language_of_words(text) == language
