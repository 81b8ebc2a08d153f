"""Engage as a process in front of a Slack, with a clock that the test moves."""

from datetime import datetime
from pathlib import Path

from tests.peers.slack import SlackPeer
from tests.support.bot_process import MONDAY, OTTAWA, PAUSE, Bot

__all__ = ["MONDAY", "OTTAWA", "PAUSE", "SlackBot"]

APP_YAML = """
teams:
  - key: engagement
    name: {en: Public engagement, fr: Participation du public}
    channels: ["slack:CHANNEL"]
    leads: [lea]
    members: [ana, sam, luc]
    summary: {cron: "0 9 * * mon"}
"""


class SlackBot(Bot):
    """The process, in front of one Slack."""

    def __init__(self, directory: Path, slack: SlackPeer, *, socket: bool = False, moment: datetime = MONDAY):
        self.slack = slack
        self.is_socket = socket
        super().__init__(
            directory,
            app_yaml=APP_YAML.replace("CHANNEL", slack.channel_id("engagement")),
            settings=slack_settings(slack, socket=socket),
            moment=moment,
        )

    def listens(self) -> None:
        """Tell Slack where it listens."""
        if self.is_socket:
            self.slack.wait_for_socket()
        else:
            self.slack.connect(self.address)


def slack_settings(slack: SlackPeer, *, socket: bool = False) -> dict[str, str]:
    """Return what the environment says of a Slack."""
    how = {"SLACK_APP_TOKEN": slack.app_token} if socket else {"SLACK_SIGNING_SECRET": slack.signing_secret}
    return {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_API_URL": slack.api_url, **how}
