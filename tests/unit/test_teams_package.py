import io
import json
import re
import zipfile

import pytest

from adapters.teams.icons import color, outline
from adapters.teams.package import package
from bot.errors import ConfigError
from tests.support.teams_schemas import wrong

APP_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
ADDRESS = "https://engage.example.ca"
SETTINGS = {
    "name": "Engage",
    "description": {"en": "Keeps promises.", "fr": "Tient les engagements."},
    "organisation": "Engage",
    "website": None,
    "privacy": None,
    "terms": None,
    "url": None,
    "environment": {"MicrosoftAppId": APP_ID},
}


def opened(packed):
    """Return the files of a package, by name."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_package_holds_what_the_manifest_names():
    """Everything lies at the top of the zip, where Teams looks."""
    files = opened(package(**SETTINGS))
    assert list(files) == ["manifest.json", "fr.json", "color.png", "outline.png"]
    told = json.loads(files["manifest.json"])
    assert {told["icons"]["color"], told["icons"]["outline"]} <= set(files)
    assert [it["file"] for it in told["localizationInfo"]["additionalLanguages"]] == ["fr.json"]
    assert (files["color.png"], files["outline.png"]) == (color(), outline())
    assert wrong(told, "") == []
    assert wrong(json.loads(files["fr.json"]), "Localization.") == []
    assert told["manifestVersion"] in told["$schema"]
    assert re.fullmatch(r"(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}", told["version"])


def test_the_same_settings_give_the_same_package():
    """What was reviewed can be compared with what is uploaded, byte by byte."""
    assert package(**SETTINGS) == package(**SETTINGS)


@pytest.mark.parametrize(
    ("given", "pages"),
    [
        ({}, ["https://example.org/"] * 3),
        ({"url": ADDRESS}, [ADDRESS] * 3),
        ({"url": f"{ADDRESS}/api/messages/"}, [ADDRESS] * 3),
        ({"url": ADDRESS, "website": "https://w.ca"}, ["https://w.ca"] * 3),
        ({"url": ADDRESS, "privacy": "https://p.ca"}, [ADDRESS, "https://p.ca", ADDRESS]),
        (
            {"website": "https://w.ca", "terms": "https://t.ca"},
            ["https://w.ca", "https://w.ca", "https://t.ca"],
        ),
    ],
)
def test_the_three_pages_that_teams_insists_on(given, pages):
    """The website stands in for what is not set, and the address for the website."""
    developer = json.loads(opened(package(**{**SETTINGS, **given}))["manifest.json"])["developer"]
    assert [developer[name] for name in ("websiteUrl", "privacyUrl", "termsOfUseUrl")] == pages


@pytest.mark.parametrize("said", [APP_ID, f" {APP_ID.upper()}\n", f'"{APP_ID}"'])
def test_the_app_takes_the_id_of_its_bot(said):
    """However it was copied, the id is the bot's."""
    told = json.loads(
        opened(package(**{**SETTINGS, "environment": {"MicrosoftAppId": said}}))["manifest.json"]
    )
    assert {told["id"], told["bots"][0]["botId"]} == {APP_ID}


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ({"environment": {}}, ["MicrosoftAppId: is missing; find it at"]),
        ({"environment": {"ENGAGE_TEAMS_LOCAL": "1"}}, ["MicrosoftAppId: is missing; find it at"]),
        ({"environment": {"MicrosoftAppId": "engage"}}, ["MicrosoftAppId: must look like 0"]),
        ({"environment": {"MicrosoftAppId": APP_ID + "0"}}, ["MicrosoftAppId: must look like 0"]),
        ({"name": "N" * 31}, ["app.name: must have at most 30 characters in Teams, and has 31"]),
        (
            {"name": "N" * 35, "environment": {}},
            ["MicrosoftAppId: is missing", "app.name: must have at most"],
        ),
    ],
)
def test_what_is_missing_or_too_long_is_told_at_once(given, lines):
    """No package is better than one that Teams refuses; an id that is wrong is not repeated, it may be a secret."""
    with pytest.raises(ConfigError) as caught:
        package(**{**SETTINGS, **given})
    told = [str(fault) for fault in caught.value.faults]
    assert len(told) == len(lines)
    assert all(line.startswith(part) for line, part in zip(told, lines, strict=True))
    assert "engage" not in told[0]
