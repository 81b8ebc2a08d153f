"""A Slack for tests: emulate's workspace behind a server that adds what it lacks.

with slack_peer() as slack:
    slack.connect(bot_url)                      # or SLACK_APP_TOKEN=slack.app_token and Socket Mode
    slack.ana.types("/engage promise Maria: send the report by Friday", channel="engagement")
    slack.ana.presses("Done")
    assert slack.ana.inbox[-1]["text"] == …
"""

from tests.peers.slack.delivery import Answer, Delivery
from tests.peers.slack.peer import SlackPeer, slack_peer
from tests.peers.slack.person import SlackPerson

__all__ = ["Answer", "Delivery", "SlackPeer", "SlackPerson", "slack_peer"]
