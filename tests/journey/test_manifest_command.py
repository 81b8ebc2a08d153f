"""`engage manifest` as people run it: what it prints is pasted into Slack, what it packs is uploaded to Teams."""

import io
import json
import os
import pty
import resource
import subprocess
import sys
import zipfile
from functools import partial

import pytest

from bot.config import load_config
from bot.errors import EngageError
from bot.manifest import manifest_of
from tests.support.program import ENGAGE, ROOT, engage, environment

APP_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
teams = partial(engage, MicrosoftAppId=APP_ID)
REMARK = (
    "engage: the app has no page yet where people find help: set app.website in app.yaml, or give --url\n"
)


@pytest.fixture
def place(tmp_path):
    """An empty directory with the default settings."""
    (tmp_path / "app.yaml").write_text((ROOT / "app.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def test_prints_a_manifest_and_nothing_else(place):
    """It is JSON that people can read, it ends with a newline, and nothing was written on the way."""
    finished = engage(place, "manifest", "slack")
    assert (finished.returncode, finished.stderr) == (0, "")
    printed = json.loads(finished.stdout)
    assert finished.stdout == json.dumps(printed, indent=2) + "\n"
    assert printed["display_information"]["name"] == "Engage"
    assert printed["settings"]["socket_mode_enabled"] is True
    assert [path.name for path in place.iterdir()] == ["app.yaml"]


def test_an_address_takes_the_place_of_the_socket(place):
    """With a public address, Slack posts there."""
    finished = engage(place, "manifest", "slack", "--url", "https://engage.example.ca/")
    settings = json.loads(finished.stdout)["settings"]
    assert settings["socket_mode_enabled"] is False
    assert settings["event_subscriptions"]["request_url"] == "https://engage.example.ca/slack/events"


def test_the_app_is_called_as_the_settings_say(place):
    """Name and description come from the file that --config names, accents and all."""
    other = place / "other.yaml"
    other.write_text("app:\n  name: Écoute\n  description: Nos engagements, tenus.\n", encoding="utf-8")
    finished = engage(place, "manifest", "slack", "--config", "other.yaml", PYTHONIOENCODING="ascii")
    printed = json.loads(finished.stdout)
    assert printed["display_information"] == {"name": "Écoute", "description": "Nos engagements, tenus."}
    assert printed["features"]["bot_user"]["display_name"] == "Écoute"


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ((), "slack"),
        (("irc",), "'irc' is not one of 'slack', 'teams'"),
        (("teams", "--url", "http://engage.example.ca"), "must be a public https address"),
        (("teams", "--out"), "--out"),
        (("slack", "--url", "http://engage.example.ca"), "must be a public https address"),
        (("slack", "--url", "engage.example.ca"), "such as https://engage.example.ca"),
        (("slack", "--url", ""), "must be a public https address"),
        (("slack", "--url", "https://"), "must be a public https address"),
        (("slack", "--url", "https://a b.ca"), "must be a public https address"),
        (("slack", "--url", "https://ana:secret@engage.example.ca"), "must be a public https address"),
        (("slack", "--url", "https://engage.example.ca?team=1"), "must be a public https address"),
        (("slack", "--url", "https://engage.example.ca/" + "a" * 2000), "must be a public https address"),
    ],
)
def test_wrong_use_is_one_line_and_exit_status_two(place, arguments, part):
    """An unknown platform and an address that Slack would refuse are told before anything is written."""
    finished = engage(place, "manifest", *arguments)
    assert (finished.returncode, finished.stdout) == (2, "")
    (line,) = finished.stderr.splitlines()
    assert line.startswith("engage: ")
    assert part in line
    assert "Value error" not in line


def test_what_slack_finds_too_long_is_told_with_its_line(place):
    """A name that Slack would refuse is a fault of app.yaml."""
    (place / "app.yaml").write_text(f"app:\n  name: {'N' * 36}\n")
    finished = engage(place, "manifest", "slack")
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr == "engage: app.yaml:2: app.name must have at most 35 characters, and has 36\n"


@pytest.mark.parametrize("platform", ["slack", "teams"])
def test_a_build_without_the_adapter_says_so(place, monkeypatch, platform):
    """A folder of adapters can be left out; asking for its manifest is then answered, not a crash."""
    monkeypatch.setitem(sys.modules, f"adapters.{platform}.manifest", None)
    with pytest.raises(EngageError, match=f"this build has no adapter for {platform}"):
        manifest_of(platform, load_config(place / "app.yaml", {}), url=None)


def unpacked(packed):
    """Return the manifest in a package that is whole."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        assert {"manifest.json", "fr.json", "color.png", "outline.png"} == set(archive.namelist())
        return json.loads(archive.read("manifest.json"))


def redirected(place, *arguments):
    """Run `engage manifest teams … > redirected.zip`; return what finished, and the bytes."""
    path = place / "redirected.zip"
    with path.open("wb") as stdout:
        finished = teams(place, "manifest", "teams", *arguments, stdout=stdout)
    return finished, path.read_bytes()


def at_a_terminal(place, *arguments):
    """Run `engage manifest teams …` with a terminal for its output; return its exit status and what was shown."""
    reading, writing = pty.openpty()
    with open(reading, "rb", buffering=0) as shown:  # noqa: PTH123 - it has no path
        finished = subprocess.run(
            [*ENGAGE, "manifest", "teams", *arguments],
            cwd=place,
            env=environment(MicrosoftAppId=APP_ID),
            stdout=writing,
            stderr=writing,
            timeout=60,
            check=False,
        )
        os.write(writing, b"\0")
        os.close(writing)
        said = b""
        while not said.endswith(b"\0"):
            said += shown.read(4096)
    return finished.returncode, said.rstrip(b"\0").decode().replace("\r\n", "\n")


def test_a_package_goes_where_the_output_was_sent(place):
    """`engage manifest teams > x.zip` gives the package, and nothing else lies around afterwards."""
    finished, packed = redirected(place, "--url", "https://engage.example.ca")
    assert (finished.returncode, finished.stderr) == (0, "")
    told = unpacked(packed)
    assert (told["id"], told["developer"]["websiteUrl"]) == (APP_ID, "https://engage.example.ca")
    assert {path.name for path in place.iterdir()} == {"app.yaml", "redirected.zip"}


def test_a_package_goes_into_the_file_that_was_named(place):
    """With --out, the same package is in that file, readable like any other; older contents are replaced."""
    (place / "x.zip").write_text("an older package")
    finished = teams(place, "manifest", "teams", "--out", "x.zip")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", REMARK)
    assert (place / "x.zip").read_bytes() == redirected(place)[1] == redirected(place, "--out", "-")[1]
    assert (place / "x.zip").stat().st_mode == (place / "app.yaml").stat().st_mode


def test_a_terminal_is_told_the_name_of_the_file(place):
    """Whoever just types the command gets a file to upload, and no rubbish on the screen."""
    assert at_a_terminal(place) == (0, f"Wrote engage-teams.zip\n{REMARK}")
    assert (place / "engage-teams.zip").read_bytes() == redirected(place)[1]


def test_a_terminal_is_not_sent_a_package(place):
    """Asking for it there is wrong use; nothing is written."""
    status, shown = at_a_terminal(place, "--out", "-")
    assert status == 2
    assert shown.startswith("engage: Invalid value for --out: a terminal cannot show a package; name a file.")
    assert [path.name for path in place.iterdir()] == ["app.yaml"]


def test_a_manifest_of_slack_can_have_a_file_too(place):
    """What is printed without --out is what stands in the file with it."""
    assert engage(place, "manifest", "slack", "--out", "slack.json").stdout == ""
    assert (place / "slack.json").read_text() == engage(place, "manifest", "slack").stdout


def test_a_package_is_called_and_linked_as_the_settings_say(place):
    """Name, descriptions of both languages, organisation and pages come from app.yaml."""
    (place / "app.yaml").write_text(
        "organisation: Ville de Gatineau\napp:\n  name: Écoute\n  description: Promises kept.\n"
        "  description_fr: Nos engagements, tenus.\n  website: https://ecoute.example.ca/aide\n",
        encoding="utf-8",
    )
    finished, packed = redirected(place)
    told = unpacked(packed)
    assert finished.stderr == ""
    assert (told["name"]["short"], told["description"]["short"]) == ("Écoute", "Promises kept.")
    assert told["developer"]["name"] == "Ville de Gatineau"
    assert told["developer"]["termsOfUseUrl"] == "https://ecoute.example.ca/aide"
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert json.loads(archive.read("fr.json"))["description.short"] == "Nos engagements, tenus."


@pytest.mark.parametrize("app_id", ["", "engage"])
def test_without_the_id_of_a_bot_there_is_no_package(place, app_id):
    """One line says what is missing and where it is found, and no file is made."""
    finished = engage(place, "manifest", "teams", "--out", "x.zip", MicrosoftAppId=app_id)
    assert (finished.returncode, finished.stdout) == (1, "")
    (line,) = finished.stderr.splitlines()
    assert line.startswith("engage: MicrosoftAppId: ")
    assert "https://portal.azure.com" in line
    assert [path.name for path in place.iterdir()] == ["app.yaml"]


@pytest.mark.parametrize(
    ("out", "reason"),
    [
        ("missing/x.zip", "No such file or directory"),
        (".", "Is a directory"),
        ("app.yaml/x.zip", "Not a directory"),
    ],
)
def test_a_file_that_cannot_be_written_is_named(place, out, reason):
    """One line says which file and why."""
    finished = teams(place, "manifest", "teams", "--out", out)
    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr == f"engage: {out} could not be written: {reason}\n"


def test_a_full_disk_leaves_what_was_there(place):
    """A package that could not be written whole is not there at all; the older one still is."""
    (place / "x.zip").write_text("an older package")
    finished = subprocess.run(
        [*ENGAGE, "manifest", "teams", "--out", "x.zip"],
        cwd=place,
        env=environment(MicrosoftAppId=APP_ID, PYTHONDONTWRITEBYTECODE="1"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
    )
    assert finished.returncode == 1
    assert finished.stderr == "engage: x.zip could not be written: File too large\n"
    assert (place / "x.zip").read_text() == "an older package"
    assert {path.name for path in place.iterdir()} == {"app.yaml", "x.zip"}


def test_links_and_devices_stay_what_they_are(place):
    """A link still leads to its file, which is the one that is replaced; a device is written to."""
    (place / "latest.zip").symlink_to(place / "x.zip")
    assert teams(place, "manifest", "teams", "--out", "latest.zip").returncode == 0
    assert (place / "latest.zip").is_symlink()
    unpacked((place / "x.zip").read_bytes())
    assert redirected(place, "--out", "/dev/stdout")[1] == (place / "x.zip").read_bytes()
