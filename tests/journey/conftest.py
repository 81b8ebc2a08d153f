"""Fixtures for journeys in the page. They live on the event loop of the module, as its browser does."""

import pytest_asyncio

from tests.support.browser import opened_page, started_browser
from tests.support.playground_server import served_playground


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
