"""Fixtures for every test."""

import pytest

from tests.peers.teams import teams_peer
from tests.support.teams_bot import emptied
from tests.support.world import World


@pytest.fixture
def world(tmp_path):
    """A bot in a process of its own, five people, and a clock at Monday, November 23, 2026, 10:00."""
    world = World(tmp_path / "world")
    yield world
    world.host.kill()


@pytest.fixture(scope="module")
def tenant():
    """A Teams for the whole module."""
    with teams_peer() as teams:
        yield teams


@pytest.fixture
def teams(tenant):
    """That Teams as if nothing had happened in it."""
    return emptied(tenant)
