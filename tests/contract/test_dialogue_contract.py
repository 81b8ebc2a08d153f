"""One dialogue, word for word the same on every platform: the same is recorded, and the same is read."""

from pathlib import Path
from typing import Any

import pytest

from bot.domain.people import Language
from bot.words import LANGUAGES
from tests.support.bot_process import MONDAY
from tests.support.meetings import MEETINGS
from tests.support.talk import Talk

WEDNESDAY, THURSDAY = MONDAY.replace(day=25, hour=9, minute=1), MONDAY.replace(day=26, hour=14, minute=1)


def hold(talk: Talk, other: Language) -> None:
    """Ana's promise goes through everything that can happen to one; Léa's is in the other language."""
    ana, dana, lea = talk.ana, talk.dana, talk.lea
    lea.speaks(f"{other}-CA", other)
    dana.says("help", "aide")
    ana.says(
        "promise Maria Chen (OpenNorth): send the *report* & the <data> by Friday 17:00",
        "engagement Maria Chen (OpenNorth) : envoyer le *rapport* & les <données> d'ici vendredi 17 h",
    )
    lea.says(
        "promise Ville de Gatineau: send the data by Friday",
        "engagement Ville de Gatineau : envoyer les données d'ici vendredi",
    )
    ana.says("mine", "mes engagements")
    talk.until(WEDNESDAY)
    ana.presses("button-snooze", 1)
    ana.fills(until=("no idea", "aucune idée"))
    ana.fills(until=("Thursday 14:00", "jeudi 14 h"))
    talk.until(THURSDAY)
    ana.presses("button-move", 1)
    ana.fills(due=("11 December", "11 décembre"), reason=("the data is late", "les données tardent"))
    ana.presses("button-escalate", 1)
    ana.fills(person="dana", question=("May we publish the names?", "Peut-on publier les noms ?"))
    dana.presses("button-return", 1)
    dana.fills(note=("Without the names.", "Sans les noms."))
    ana.presses("button-done", 1)
    ana.says("told 1 by email", "informé 1 par courriel")
    ana.says("undo", "annuler")
    ana.says("done 99", "fait 99")
    ana.says("show", "voir")
    lea.says("show 2", "montre 2")
    lea.presses("button-done", 2)
    ana.says("heard Amir: the map needs names", "entendu Amir : la carte manque de noms")
    ana.says("history 1", "historique 1")


def recorded(talk: Talk) -> dict[str, Any]:
    """Return what was recorded, without the minutes, and without the names that a platform gives."""
    records = talk.meeting.records()
    names = {person["id"]: person["handle"] for person in records["people"]}
    return {"promises": _bare(records["promises"], names), "insights": _bare(records["insights"], names)}


def _bare(value: Any, names: dict[str, str]) -> Any:
    match value:
        case dict():
            return {key: _bare(each, names) for key, each in value.items() if key != "source"}
        case list():
            return [_bare(each, names) for each in value]
        case str() if value in names:
            return names[value]
        case str() if len(value) > 19 and value[4] == value[7] == "-" and value[10] == "T":
            return value[:13]
        case _:
            return value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dialogue_reads_the_same_everywhere(tmp_path: Path, language: Language):
    """Whoever moves from one platform to another finds the same words, and the same promises."""
    read, kept = {}, {}
    (other,) = (each for each in LANGUAGES if each != language)
    for name, opened in MEETINGS.items():
        with opened(tmp_path / name) as meeting:
            talk = Talk(meeting, language=language)
            hold(talk, other)
            read[name] = {person.who: person.inbox for person in (talk.ana, talk.dana, talk.lea)}
            kept[name] = recorded(talk)
            talk.is_each_in_their_language()
    assert read["slack"] == read["playground"]
    assert read["teams"] == read["playground"]
    assert kept["slack"] == kept["playground"]
    assert kept["teams"] == kept["playground"]
    first, insight = kept["teams"]["promises"][0], kept["teams"]["insights"][0]
    assert (first["state"]["outcome"], first["state"]["told"]) == ("kept", None)
    assert insight["words"] == talk.ana.own(("the map needs names", "la carte manque de noms"))
    assert read["teams"]["ana"][0].startswith(
        {"en": "Promise 1 recorded: Maria Chen", "fr": "Engagement 1 consigné\u00a0: Maria Chen"}[language]
    )
