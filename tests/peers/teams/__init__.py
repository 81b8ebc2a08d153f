"""A Teams for tests: Microsoft's playground behind a server that adds what it lacks.

with teams_peer() as teams:
    teams.connect(bot_url)                      # again when the bot has started elsewhere
    teams.ana.says("promise Sam: send the report by Friday")
    teams.sam.presses("Done")
    assert teams.sam.inbox[-1].words == […]
"""

from tests.peers.teams.bot_connector import BotConnector, bot_connector
from tests.peers.teams.delivery import Answer, Delivery
from tests.peers.teams.peer import TeamsPeer, teams_peer
from tests.peers.teams.person import TeamsPerson
from tests.peers.teams.shown import Message

__all__ = [
    "Answer",
    "BotConnector",
    "Delivery",
    "Message",
    "TeamsPeer",
    "TeamsPerson",
    "bot_connector",
    "teams_peer",
]
