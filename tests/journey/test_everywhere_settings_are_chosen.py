"""Everybody chooses for themselves: typed, pressed and in the form, in each language on each platform."""

import pytest

from bot.intents.places import ZONES, cities_of
from tests.support.talk import Say, november

PLACES = (*ZONES, *(", ".join(cities_of(zone)) for zone in ZONES), "London, ON · London, UK")


@pytest.fixture(autouse=True)
def names_of_places(talk):
    """They are the same in both languages."""
    talk.own += PLACES


def test_chosen_by_everybody_for_themselves(talk):
    """In words and taken back, then in the form; and the message of the day comes when it was chosen."""
    talk.dana.says("promise Maria: send it by Friday", "engagement Maria : l'envoyer vendredi")
    talk.dana.says("settings reminder 10:30", "rappel à 10 h 30")
    in_words(talk.ana)
    in_the_form(talk.ana)
    own = next(each for each in talk.meeting.records()["people"] if each["name"] == "Ana Reyes")["own"]
    assert (own["works"], own["region"], own["zone"]) == ([0, 1, 2, 3], "QC", "America/Halifax")
    assert own["reminder_time"] == "08:30:00"
    talk.until(november(25, 10, 15))
    talk.dana.hears_nothing()
    talk.until(november(25, 10, 31))
    talk.dana.reads("reminder-title", count=1)


def in_words(ana):
    """Several at once, taken back; and what could be two places."""
    ana.says("settings", "paramètres")
    ana.reads("settings-title")
    ana.reads("hours-none")
    ana.says(
        "settings zone Vancouver, hours 7:00 to 15:30", "paramètres fuseau Vancouver, heures 7 h à 15 h 30"
    )
    changed = [Say("chose-zone"), Say("chose-hours")]
    ana.reads("settings-chosen", what=[ana.written(each) for each in changed])
    ana.presses("button-undo")
    ana.reads("undone-settings")
    ana.says("settings zone London", "paramètres fuseau London")
    ana.reads("unclear-zone-near", said="London", near="London, ON · London, UK")


def in_the_form(ana):
    """What is wrong stands at its field; then it holds, and the next form shows it."""
    ana.says("settings", "paramètres")
    ana.presses("button-change")
    ana.is_asked("form-settings")
    ana.fills(works=("someday", "un jour"))
    ana.is_corrected("works", "field-no-days")
    ana.fills(
        works=("Mon to Thu", "lun au jeu"),
        region="QC",
        zone="America/Halifax",
        reminder_time=("8:30", "8 h 30"),
    )
    ana.reads("region-QC")
    ana.presses("button-change")
    values = ana.asked.values
    assert (values["region"], values["zone"], values["language"]) == ("QC", "America/Halifax", "automatic")
    assert values["reminder_time"] == ana.own(("8:30\u00a0a.m.", "8\u00a0h\u00a030"))
