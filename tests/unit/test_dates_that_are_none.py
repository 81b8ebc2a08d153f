"""Hours that last, come back, count something or are over are no dues; on Thursday 8 October 2026, 09:30."""

from datetime import datetime

import pytest

from bot.intents.dates import Due, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows

LASTING = [
    ("en", "the call takes 3 hours"),
    ("en", "it lasts 2 h"),
    ("fr", "la visite dure 3 heures"),
    ("fr", "ça prendra 4 h"),
    ("fr", "nous en avons pour trois heures"),
    ("fr", "il nous faut quatre heures"),
    ("fr", "on a attendu deux heures"),
]

RECURRING = [
    ("en", "every Tuesday at 10"),
    ("en", "every day at 4 pm"),
    ("en", "at 4 pm every day"),
    ("en", "daily at 8 am"),
    ("en", "every other Monday at 3"),
    ("en", "weekly on Monday"),
    ("fr", "chaque mardi à 10 h"),
    ("fr", "tous les jours à 16 h"),
    ("fr", "tous les mardis à 10 h"),
    ("fr", "toutes les deux semaines à 10 h"),
]

COUNTING = [
    ("fr", "monter le thermostat à 21"),
    ("fr", "on sera à trois"),
    ("fr", "imprimer sur du A3"),
    ("en", "print it on A4"),
    ("en", "read Romans 12:15 aloud"),
    ("en", "we are at 12 June Street"),
]

OVER = [
    ("en", "she called at 4 pm"),
    ("en", "we did it this morning"),
    ("en", "I met Kim last Friday"),
    ("en", "earlier today"),
    ("en", "they had a 4 pm slot last month"),
    ("fr", "plus tôt aujourd'hui"),
    ("fr", "j'ai appelé Kim à 16 h"),
    ("fr", "on a fini ce matin"),
]

WISHES = [
    ("en", "have a great weekend!"),
    ("en", "happy Friday"),
    ("fr", "Bonne fin de semaine !"),
    ("fr", "bonne fin de journée"),
    ("fr", "bon vendredi"),
    ("fr", "l'après-midi sera calme"),
]


@pytest.mark.parametrize(("lang", "text"), [*LASTING, *RECURRING, *COUNTING, *OVER, *WISHES])
def test_no_due_is_found(lang, text):
    """Nothing is asked either."""
    assert parse_due(text, lang, NOW) is None


@pytest.mark.parametrize(
    ("lang", "text", "day", "clock"),
    [
        ("en", "I have to call at 4 pm", "2026-10-08", "16:00"),
        ("en", "I promised to call Kim at 4 pm", "2026-10-08", "16:00"),
        ("en", "they asked for it by 4 pm", "2026-10-08", "16:00"),
        ("en", "daily until Monday", "2026-10-12", None),
        ("en", "call Mark at 3:15", "2026-10-08", "15:15"),
        ("fr", "une visite de trois heures mardi", "2026-10-13", None),
        ("fr", "appeler à trois heures", "2026-10-08", "15:00"),
        ("fr", "appel 14 h", "2026-10-08", "14:00"),
        ("fr", "appeler à 14", "2026-10-08", "14:00"),
        ("fr", "j'ai promis de rappeler à 16 h", "2026-10-08", "16:00"),
    ],
)
def test_what_is_ahead_is_still_found(lang, text, day, clock):
    """The same words beside a day, a preposition or what is to come."""
    found = parse_due(text, lang, NOW)
    assert isinstance(found, Due), found
    assert (found.date.isoformat(), found.time and found.time.isoformat("minutes")) == (day, clock)
