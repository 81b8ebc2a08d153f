"""Fixtures for every test."""

import pytest

from tests.support.world import World


@pytest.fixture
def world(tmp_path):
    """A bot in a process of its own, five people, and a clock at Monday, November 23, 2026, 10:00."""
    world = World(tmp_path / "world")
    yield world
    world.host.kill()
