"""Every holiday that Engage names is understood when somebody writes it back."""

import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import bot.words
from bot.intents.dates import Due, parse_due

NOW = datetime(2026, 1, 1, 9, 30, tzinfo=ZoneInfo("America/Toronto"))
OVER = "day-of-mourning"
"""Was kept in one year."""

SAID = {
    lang: dict(
        re.findall(
            r"^holiday-([\w-]+) = (.+)$",
            (Path(bot.words.__file__).parent / f"{lang}.ftl").read_text("utf-8"),
            re.MULTILINE,
        )
    )
    for lang in ("en", "fr")
}


@pytest.mark.parametrize("key", sorted(SAID["en"].keys() - {OVER}))
def test_a_holiday_is_the_same_day_in_both_languages(key):
    """The whole name is taken in."""
    dues = [parse_due(SAID[lang][key], lang, NOW) for lang in ("en", "fr")]
    assert all(isinstance(due, Due) for due in dues)
    assert [due.said for due in dues] == [SAID["en"][key], SAID["fr"][key]]
    assert dues[0].date == dues[1].date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Islander Day", date(2026, 2, 16)),
        ("d'ici la fête des Insulaires", date(2026, 2, 16)),
        ("avant la Journée du patrimoine", date(2026, 2, 16)),
        ("le jour de la Fondation", date(2026, 8, 3)),
        ("la fête du Nunavut", date(2026, 7, 9)),
    ],
)
def test_a_holiday_of_a_province_is_its_day(text, day):
    """Whoever says it lives where it is kept."""
    assert parse_due(text, "fr", NOW).date == day
