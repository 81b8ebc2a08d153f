"""Engage as a process in front of a Teams, or of a Teams and a Slack at once, with a clock that the test moves."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tests.peers.slack import SlackPeer
from tests.peers.teams import Message, TeamsPeer
from tests.peers.teams.cards import actions
from tests.peers.teams.tenant import people
from tests.support.bot_main import TEAMS_KEYS, TEAMS_TOKEN
from tests.support.bot_process import MONDAY, OTTAWA, Bot
from tests.support.slack_bot import slack_settings

__all__ = ["MONDAY", "OTTAWA", "TOKEN", "WEDNESDAY", "BothBot", "TeamsBot"]

WEDNESDAY = MONDAY.replace(day=25, hour=9, minute=1)
TOKEN = "the bot's own"
"""What Engage says to the Bot Connector that it is."""

APP_YAML = """
teams:
  - key: engagement
    name: {en: Public engagement, fr: Participation du public}
    channels: [CHANNELS]
    leads: [lea]
    members: [ana, sam, luc]
    summary: {cron: "0 9 * * mon"}
"""


class TeamsBot(Bot):
    """The process, in front of one Teams."""

    def __init__(self, directory: Path, teams: TeamsPeer, *, moment: datetime = MONDAY):
        self.teams = teams
        super().__init__(
            directory, app_yaml=_app_yaml(_channel(teams)), settings=teams_settings(teams), moment=moment
        )

    def listens(self) -> None:
        """Tell Teams where it listens."""
        self.teams.connect(self.address)


class BothBot(Bot):
    """The process, in front of one Slack and one Teams."""

    def __init__(self, directory: Path, slack: SlackPeer, teams: TeamsPeer, *, moment: datetime = MONDAY):
        self.slack = slack
        self.teams = teams
        super().__init__(
            directory,
            app_yaml=_app_yaml(_channel(teams), f"slack:{slack.channel_id('engagement')}"),
            settings=teams_settings(teams) | slack_settings(slack),
            moment=moment,
        )

    def listens(self) -> None:
        """Tell both where it listens."""
        self.slack.connect(self.address)
        self.teams.connect(self.address)


def emptied(teams: TeamsPeer) -> TeamsPeer:
    """Return a Teams in which nothing has happened yet: it is used again, since another takes a second to start."""
    teams.recover()
    teams.move("connector")
    teams.server.connector.closed.clear()
    for past in (teams.all_messages, teams.calls, teams.deliveries):
        past.clear()
    for name, member in people().items():
        teams.server.members[name].locale = member.locale
        teams.server.members[name].timezone = member.timezone
    for name in ("ana", "sam", "dana", "lea", "luc"):
        setattr(teams, name, teams.person(name))
    return teams


def at(message: Message, name: str) -> Message:
    """Return a message with nothing on it but the button of this whole name, such as "Move: 2"."""
    [button] = [one for one in actions(message.card) if name in {one.get("tooltip"), one["title"]}]
    return replace(message, cards=[{"type": "AdaptiveCard", "actions": [button]}])


def teams_settings(teams: TeamsPeer) -> dict[str, str]:
    """Return what the environment says of a Teams."""
    return {
        "MicrosoftAppId": teams.app_id,
        "MicrosoftAppPassword": "a secret",
        "MicrosoftAppTenantId": teams.tenant_id,
        TEAMS_TOKEN: TOKEN,
        TEAMS_KEYS: teams.bot_connector.metadata_url,
    }


def _channel(teams: TeamsPeer) -> str:
    return f"teams:{teams.conversation('promises')}"


def _app_yaml(*channels: str) -> str:
    return APP_YAML.replace("CHANNELS", ", ".join(f'"{channel}"' for channel in channels))
