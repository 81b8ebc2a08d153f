import json
import re

import pytest

from adapters.teams.manifest import App, manifest, translation
from adapters.teams.menus import ALONE, AMONG_OTHERS, COMMANDS
from bot.intents.clarify import Clarify
from tests.support.commands import understood
from tests.support.teams_schemas import wrong

APP_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
ADDRESS = "https://engage.example.ca"
PLAIN = App(
    id=APP_ID,
    version="1.2.3",
    name="Engage",
    description={"en": "Keeps promises.", "fr": "Tient les engagements."},
    organisation="Engage",
    website=ADDRESS,
    privacy=f"{ADDRESS}/privacy",
    terms=f"{ADDRESS}/terms",
)
LONGEST = App(
    id=APP_ID.upper(),
    version="10.20.30",
    name="N" * 30,
    description={"en": "d" * 140, "fr": "é" * 140},
    organisation="Immigration, Refugees and Citizenship Canada",
    website=ADDRESS + "/" + "w" * 2000,
    privacy=ADDRESS,
    terms=ADDRESS,
)


def at(document, path):
    """Return what stands at a path such as bots[0].commandLists[0].scopes."""
    for name, number in re.findall(r"(\w+)|\[(\d+)\]", path):
        document = document[name] if name else document[int(number)]
    return document


@pytest.mark.parametrize("app", [PLAIN, LONGEST], ids=["plain", "longest"])
def test_teams_schemas_have_nothing_against_it(app):
    """An administrator's upload is not refused, whatever the settings are."""
    assert wrong(manifest(app), "") == []
    assert wrong(translation(app), "Localization.") == []


def test_the_schemas_would_notice():
    """They refuse what is missing, too long or made up, so that passing them means something."""
    assert wrong({**manifest(PLAIN), "manifestVersion": "1.29"}, "")
    assert wrong({**manifest(PLAIN), "accentColour": "#0d5c70"}, "")
    assert wrong({**translation(PLAIN), "name.short": "N" * 31}, "Localization.")
    assert wrong({**translation(PLAIN), "bots[0].commandLists[0].commands[0].verb": "tenir"}, "Localization.")


def test_every_text_has_its_french():
    """Nobody who uses Teams in French meets an English command; nothing is translated that is not there."""
    english, french = manifest(PLAIN), translation(PLAIN)
    texts = [path for path in french if path != "$schema"]
    assert all(isinstance(at(english, path), str) for path in texts)
    menus = [f"bots[0].commandLists[{number}]" for number in range(len(english["bots"][0]["commandLists"]))]
    expected = {f"{part}.{length}" for part in ("name", "description") for length in ("short", "full")}
    for menu in (*menus, "composeExtensions[0]"):
        for number in range(len(at(english, menu)["commands"])):
            expected |= {f"{menu}.commands[{number}].{key}" for key in ("title", "description")}
    assert set(texts) == expected


@pytest.mark.parametrize("document", [manifest(LONGEST), translation(LONGEST)], ids=["en", "fr"])
def test_menus_fit_every_client(document):
    """Titles and descriptions stay as short as clients show them, which is less than the schema allows."""
    entries = re.findall(
        r'"[^"]*(title|description)": "((?:[^"\\]|\\.)*)"', json.dumps(document, ensure_ascii=False)
    )
    assert len(entries) >= 2 * (len(ALONE) + len(AMONG_OTHERS))
    longest = {"title": 32, "description": 128}
    assert [text for key, text in entries if not 0 < len(text) <= longest[key]] == []
    assert len(ALONE) <= 10
    assert len(AMONG_OTHERS) <= 10


def test_commands_are_offered_after_a_mention_and_after_a_slash():
    """Each scope has one list. A slash needs the bot to take what is sent to it alone."""
    (bot,) = manifest(PLAIN)["bots"]
    assert [scope for menu in bot["commandLists"] for scope in menu["scopes"]] == bot["scopes"]
    assert sorted(bot["scopes"]) == ["groupChat", "personal", "team"]
    assert {tuple(menu["triggers"]) for menu in bot["commandLists"]} == {("mention", "slash")}
    assert bot["supportsTargetedMessages"] is True


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.verb)
def test_every_command_is_understood(command, language):
    """Sent as the menu types it, a command does what it says or asks for the rest; its example is whole."""
    means = {"mine": "list", "done": "close"}.get(command.verb, command.verb)
    alone = understood(command.typed[language], language)
    if isinstance(alone, Clarify):
        assert alone.suggestions == (command.verb,)
    else:
        assert alone.verb == ("form" if command.verb == "promise" else means)
    if command.then:
        example = understood(f"{command.typed[language]} {command.then[language]}", language)
        assert not isinstance(example, Clarify)
        assert example.verb == means


def test_every_command_that_is_described_is_offered():
    """None is left over, and none is offered twice in one place."""
    assert {command.verb for command in COMMANDS} == {*ALONE, *AMONG_OTHERS}
    assert len(set(ALONE)) == len(ALONE)
    assert len(set(AMONG_OTHERS)) == len(AMONG_OTHERS)


def test_messages_have_two_forms_and_the_box_has_one():
    """What the adapter opens is what the menus name: each form is asked of the bot."""
    (extension,) = manifest(PLAIN)["composeExtensions"]
    assert [(it["id"], tuple(it["context"])) for it in extension["commands"]] == [
        ("record", ("compose", "commandBox")),
        ("record_promise", ("message",)),
        ("record_insight", ("message",)),
    ]
    assert all(it["type"] == "action" and it["fetchTask"] for it in extension["commands"])
    assert {extension["botId"], manifest(PLAIN)["bots"][0]["botId"]} == {APP_ID}


@pytest.mark.parametrize(
    ("description", "short"),
    [
        ("Keeps promises.", "Keeps promises."),
        ("d" * 80, "d" * 80),
        (
            "Records what you promised and heard, " + "and reminds you " * 6,
            "Records what you promised and heard",
        ),
        ("word " * 28, ("word " * 15).strip() + "…"),
        ("é" * 140, "é" * 79 + "…"),
    ],
)
def test_a_long_description_is_cut_where_it_reads_well(description, short):
    """In lists of apps Teams shows 80 characters: a clause, or whole words."""
    app = App(**{**vars(PLAIN), "description": {"en": description, "fr": description}})
    assert manifest(app)["description"]["short"] == short
    assert manifest(app)["description"]["full"].startswith(description + "\n\n")


def test_a_long_name_of_an_organisation_is_cut():
    """Teams shows 32 characters of who is behind an app."""
    assert manifest(LONGEST)["developer"]["name"] == "Immigration, Refugees and…"
