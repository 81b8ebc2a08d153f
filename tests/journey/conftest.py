"""Fixtures for journeys. Those in the page live on the event loop of the module, as its browser does."""

import pytest
import pytest_asyncio

from tests.support.browser import opened_page, started_browser
from tests.support.playground_server import served_playground
from tests.support.teams_bot import TeamsBot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser():
    """A Chromium for the whole module."""
    async with started_browser() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def served(tmp_path):
    """The playground before a core that the test scripts."""
    async with served_playground(tmp_path / "chat.jsonl") as served:
        yield served


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser, served):
    """The page as Ana sees the channel."""
    async with opened_page(browser, served.at("ana", "engagement")) as page:
        yield page


@pytest.fixture
def bot(teams, tmp_path):
    """Engage in front of a Teams; journeys in Slack, or in both, have a bot of their own."""
    with TeamsBot(tmp_path, teams) as bot:
        yield bot


@pytest.fixture
def no_fault_is_logged(bot):
    """Nothing that the test does is a fault of ours."""
    before = (bot.directory / "log").stat().st_size
    yield
    written = (bot.directory / "log").read_bytes()[before:].decode()
    assert '"exception"' not in written, written
