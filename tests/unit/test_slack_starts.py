"""Slack out of reach at the start is asked again who the bot is."""

import asyncio

from adapters.slack import platform
from adapters.slack.platform import Slack
from adapters.slack.settings import SlackSettings
from bot.messages import Reply
from tests.peers.slack import slack_peer


async def nobody(_inbound):
    return Reply()


async def test_who_the_bot_is_is_learned_when_slack_is_back(monkeypatch):
    """By it, Engage knows its own workspace, and so who belongs to another organization."""
    monkeypatch.setattr(platform, "AGAIN_AFTER", 0.01)
    with slack_peer() as peer:
        peer.fail("auth.test", "500", times=2)
        slack = Slack(SlackSettings(bot_token=peer.bot_token, signing_secret="-", api_url=peer.api_url))
        slack.connect(nobody)
        await slack.start()
        assert slack._people.team == ""
        await asyncio.wait_for(slack._acquainting, 10)
        assert slack._people.team == peer.team_id
        await slack.stop()
        await slack.close()
