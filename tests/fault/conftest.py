"""Fixtures for tests of Engage in front of a Slack that fails."""

import pytest

from tests.peers.slack import slack_peer
from tests.support.slack_bot import SlackBot


@pytest.fixture
def slack():
    """A Slack with its five people."""
    with slack_peer() as slack:
        yield slack


@pytest.fixture
def bot(tmp_path, slack):
    """Engage in front of that Slack, on Monday, November 23, 2026."""
    with SlackBot(tmp_path / "bot", slack) as bot:
        yield bot
