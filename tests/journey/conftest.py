"""Fixtures for journeys. Those in the page live on the event loop of the module, as its browser does."""

from contextlib import ExitStack

import pytest
import pytest_asyncio

from bot.words import LANGUAGES
from tests.support import meetings
from tests.support.browser import opened_page, started_browser
from tests.support.playground_server import served_playground
from tests.support.talk import Talk
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


@pytest.fixture
def meets(request, tmp_path):
    """Open a dialogue on a platform, of which app.yaml may say something else besides."""
    with ExitStack() as stack:

        def meet(platform, **more):
            if platform == "teams":
                more["peer"] = request.getfixturevalue("teams")
            return stack.enter_context(meetings.MEETINGS[platform](tmp_path, **more))

        yield meet


@pytest.fixture(params=[f"{platform}-{language}" for platform in meetings.MEETINGS for language in LANGUAGES])
def talk(request, meets):
    """A dialogue in one language on one platform; nobody in it reads a word of another language."""
    platform, _, language = request.param.rpartition("-")
    talk = Talk(meets(platform), language=language)
    yield talk
    talk.is_each_in_their_language()
