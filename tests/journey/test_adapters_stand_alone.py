"""Each platform is one folder: without Slack's, Engage serves Teams, and without Teams', Slack."""

import shutil
import subprocess
import sys

import pytest

from tests.peers.slack import slack_peer
from tests.peers.teams import teams_peer
from tests.support.bot_process import MONDAY, ROOT
from tests.support.slack_bot import SlackBot
from tests.support.teams_bot import WEDNESDAY, TeamsBot

PARTS = ("bot", "adapters", "storage")


@pytest.fixture
def without(tmp_path):
    """Copy Engage without an adapter, and only what the test needs to run it; return where it is."""

    def copied(adapter):
        tree = tmp_path / f"without {adapter}"
        for part in PARTS:
            shutil.copytree(
                ROOT / part, tree / part, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        (tree / "tests" / "support").mkdir(parents=True)
        shutil.copy(ROOT / "tests" / "support" / "bot_main.py", tree / "tests" / "support")
        shutil.rmtree(tree / "adapters" / adapter)
        return tree

    return copied


def test_teams_without_slack(without, tmp_path):
    """Recorded, reminded of, done: the whole loop, in a tree in which there is no Slack."""
    with teams_peer() as teams, apart(TeamsBot(tmp_path / "data", teams), without("slack")) as bot:
        teams.ana.says("promise Maria: send the data by Friday")
        bot.advance_to(WEDNESDAY)
        teams.ana.presses("Done", on=teams.ana.inbox[-1])
        bot.settle()
        assert "Closed: kept" in teams.ana.inbox[-1].words
        assert bot.end() == 0


def test_slack_without_teams(without, tmp_path):
    """The same the other way round."""
    with slack_peer() as slack, apart(SlackBot(tmp_path / "data", slack), without("teams")) as bot:
        slack.ana.types("/engage promise Maria: send the data by Friday")
        bot.advance_to(MONDAY.replace(day=25, hour=9, minute=1))
        slack.ana.presses("Done", on=slack.ana.inbox[-1])
        bot.settle()
        assert "Closed: kept" in slack.ana.inbox[-1]["text"]
        assert bot.end() == 0


@pytest.mark.parametrize("adapter", ["slack", "teams"])
def test_the_command_says_in_one_line_that_it_is_not_there(without, tmp_path, adapter):
    """`engage manifest` names what is missing; nobody sees a traceback."""
    (tmp_path / "app.yaml").write_text("")
    command = [sys.executable, "-m", "bot", "manifest", adapter]
    environment = {"PYTHONPATH": str(without(adapter))}
    told = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (1, "")
    assert len(told.stderr.strip().splitlines()) == 1
    assert adapter in told.stderr


def apart(bot, tree):
    """Let a bot be the Engage of this tree."""
    bot.tree = tree
    return bot
