"""One dialogue, word for word the same on every platform: the same is recorded, and the same is read."""

from pathlib import Path
from typing import Any

from tests.support.bot_process import MONDAY
from tests.support.meetings import MEETINGS, Meeting

WEDNESDAY, THURSDAY = MONDAY.replace(day=25, hour=9, minute=1), MONDAY.replace(day=26, hour=14, minute=1)


def hold(meeting: Meeting) -> None:
    """Ana's promise goes through everything that can happen to one; Léa's is in French."""
    says, presses, fills, bot = meeting.says, meeting.presses, meeting.fills, meeting.bot
    says("dana", "help")
    says("ana", "promise Maria Chen (OpenNorth): send the *report* & the <data> by Friday 17:00")
    says("lea", "engagement Ville de Gatineau : envoyer les données d'ici vendredi")
    says("ana", "mine")
    bot.advance_to(WEDNESDAY)
    presses("ana", "Snooze")
    fills("ana", until="one day")
    fills("ana", until="Thursday 14:00")
    bot.advance_to(THURSDAY)
    presses("ana", "Move")
    fills("ana", due="11 December", reason="the data is late")
    presses("ana", "Escalate")
    fills("ana", person="dana", question="May we publish the names?")
    presses("dana", "Answer")
    fills("dana", note="Without the names.")
    presses("ana", "Done")
    says("ana", "told 1 by email")
    says("ana", "undo")
    says("ana", "done 99")
    says("ana", "show")
    says("lea", "montre 2")
    presses("lea", "Fait")
    says("ana", "heard Amir: the map needs names")
    says("ana", "history 1")


def recorded(meeting: Meeting) -> dict[str, Any]:
    """Return what was recorded, without the minutes, and without the names that a platform gives."""
    records = meeting.records()
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


def test_a_dialogue_reads_the_same_everywhere(tmp_path: Path):
    """Whoever moves from one platform to another finds the same words, and the same promises."""
    read, kept = {}, {}
    for name, opened in MEETINGS.items():
        with opened(tmp_path / name) as meeting:
            hold(meeting)
            read[name] = {who: meeting.reads(who) for who in ("ana", "dana", "lea")}
            kept[name] = recorded(meeting)
    assert read["slack"] == read["playground"]
    assert read["teams"] == read["playground"]
    assert kept["slack"] == kept["playground"]
    assert kept["teams"] == kept["playground"]
    first, insight = kept["teams"]["promises"][0], kept["teams"]["insights"][0]
    assert (first["state"]["outcome"], first["state"]["told"], insight["words"]) == (
        "kept",
        None,
        "the map needs names",
    )
    assert read["teams"]["lea"][0].startswith("Engagement 2 consigné\u00a0: Ville de Gatineau")
