"""Fixtures for the tests of the peers themselves."""

import pytest

from tests.peers.slack import slack_peer


@pytest.fixture
def slack():
    """A Slack with its five people."""
    with slack_peer() as slack:
        yield slack
