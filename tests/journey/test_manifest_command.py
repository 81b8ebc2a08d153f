"""`engage manifest slack` as people run it: what it prints is pasted into Slack as it stands."""

import json
import sys

import pytest

from bot.config import load_config
from bot.errors import EngageError
from bot.manifest import manifest_of
from tests.support.program import ROOT, engage


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
        (("irc",), "'irc' is not one of 'slack'"),
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


def test_a_build_without_the_adapter_says_so(place, monkeypatch):
    """The folder adapters/slack can be left out; asking for its manifest is then answered, not a crash."""
    monkeypatch.setitem(sys.modules, "adapters.slack.manifest", None)
    with pytest.raises(EngageError, match="this build has no adapter for slack"):
        manifest_of("slack", load_config(place / "app.yaml", {}), url=None)
