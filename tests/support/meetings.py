"""A dialogue on each platform: `with MEETINGS["slack"](directory) as meeting:`."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from tests.peers.slack import slack_peer
from tests.peers.teams import TeamsPeer, teams_peer
from tests.support.bot_main import PLAYGROUND
from tests.support.bot_process import Bot
from tests.support.meeting import Meeting
from tests.support.meeting_in_playground import InPlayground
from tests.support.meeting_in_slack import InSlack
from tests.support.meeting_in_teams import InTeams
from tests.support.slack_bot import APP_YAML, SlackBot
from tests.support.teams_bot import TeamsBot

BotT = TypeVar("BotT", bound=Bot)


@contextmanager
def slack(directory: Path, *, also: str = "") -> Iterator[Meeting]:
    """With a Slack of its own, which starts at once."""
    with slack_peer() as peer, _told(SlackBot(directory, peer), also) as bot:
        yield InSlack(bot, peer)


@contextmanager
def teams(directory: Path, peer: TeamsPeer | None = None, *, also: str = "") -> Iterator[Meeting]:
    """With a Teams that is used again, or its own, which takes a second to start."""
    if peer is not None:
        with _told(TeamsBot(directory, peer), also) as bot:
            yield InTeams(bot, peer)
        return
    with teams_peer() as own, teams(directory, own, also=also) as meeting:
        yield meeting


@contextmanager
def playground(directory: Path, *, also: str = "") -> Iterator[Meeting]:
    """Without its samples."""
    app_yaml = APP_YAML.replace("slack:", "playground:").replace("CHANNEL", "engagement")
    with _told(Bot(directory, app_yaml=app_yaml, settings={PLAYGROUND: "1"}), also) as bot:
        yield InPlayground(bot)


MEETINGS: dict[str, Callable[[Path], AbstractContextManager[Meeting]]] = {
    "slack": slack,
    "teams": teams,
    "playground": playground,
}


def _told(bot: BotT, also: str) -> BotT:
    """Let app.yaml say something else besides, of the team or, without an indent, of everybody."""
    with (bot.directory / "app.yaml").open("a") as file:
        file.write(also)
    return bot
