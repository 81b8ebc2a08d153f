"""What Ana sees and does in Microsoft's own client, in a browser, and what the bot hears of it."""

import asyncio

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.peers.teams import teams_peer
from tests.peers.teams.echo_bot import EchoBot, served
from tests.peers.teams.page import opened_teams
from tests.support.browser import started_browser

pytestmark = pytest.mark.asyncio(loop_scope="module")
do = asyncio.to_thread


@pytest.fixture(scope="module")
def teams():
    """A Teams for the whole file."""
    with teams_peer() as teams:
        yield teams


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser():
    """One Chromium for the whole file."""
    async with started_browser() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="module")
async def bot(teams):
    """A bot that is connected."""
    bot = EchoBot(teams.bot_connector.metadata_url)
    async with served(bot) as url:
        teams.connect(url)
        yield bot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def window(browser, teams):
    """One page for the whole file: it takes a few seconds to load."""
    async with opened_teams(browser, teams) as screen:
        yield screen


@pytest_asyncio.fixture(loop_scope="module")
async def screen(window, bot):
    """Ana's screen, with Engage's conversation in front."""
    await window.choose("ana")
    return window


def last(bot, kind):
    return [one for one in bot.heard if one["type"] == kind][-1]


async def test_press_replaces_the_card_on_the_screen(screen, teams, bot):
    """She asks, presses, and sees the new card where the old one was; the peer's record says the same."""
    await screen.says("a card")
    await expect(screen.cards.last).to_contain_text("Promise 12")
    await screen.presses("What is this?", secondary=True)
    await expect(screen.page.get_by_text("A promise.", exact=True)).to_be_visible()
    await screen.fills("Note", "at last")
    await screen.presses("Done")
    await expect(screen.cards.last).to_have_text("Promise 12 was kept")
    heard = last(bot, "invoke")
    assert heard["value"]["action"]["data"] == {"promise": 12, "note": "at last"}
    assert heard["value"]["trigger"] == "manual"
    assert teams.messages("ana")[-1].words[-1] == "Promise 12 was kept"


@pytest.mark.parametrize("place", ["steering", "promises"])
async def test_engage_is_mentioned_by_picking_it(screen, teams, bot, place):
    """She picks Engage from the list, in a group and in a channel, and is answered there."""
    await screen.choose(place)
    await screen.says("who owes what?", mention=True)
    await expect(screen.page.get_by_text("who owes what?").last).to_be_visible()
    await do(teams.wait_for, lambda: teams.messages(place))
    heard = last(bot, "message")
    assert heard["text"] == "<at>Engage</at> who owes what?"
    assert heard["from"]["name"] == "Ana Reyes"


async def test_message_action_opens_a_dialog_that_is_filled_in(screen, teams, bot):
    """The words of a message stand in the dialog; sending it tells her what became of it."""
    await screen.says("I will send the report")
    await expect(screen.answer("you said I will send the report")).to_be_visible()
    await screen.uses_action("I will send the report", "recordPromise")
    await expect(screen.dialog.get_by_role("textbox", name="What")).to_have_value("I will send the report")
    await screen.fills("What", "the audit report")
    await screen.presses("Record")
    await expect(screen.dialog).to_contain_text("Recorded: the audit report")
    await screen.closes_dialog()
    payload = last(bot, "invoke")["value"]["messagePayload"]
    assert payload["from"]["user"]["id"] == teams.ana.id
    assert payload["linkToMessage"].startswith("https://teams.microsoft.com/l/message/")


async def test_bot_that_was_away_writes_and_edits(screen, teams, bot):
    """A reminder appears by itself after the bot has started again, and changes in place."""
    await screen.says("hello")
    await expect(screen.answer("you said hello")).to_be_visible()
    again = EchoBot(teams.bot_connector.metadata_url)
    async with served(again) as url:
        teams.connect(url)
        where = teams.conversation("ana")
        number = await again.send(teams.service_url, where, text="It was due on Friday.")
        await expect(screen.answer("It was due on Friday.")).to_be_visible()
        await again.update(teams.service_url, where, number, text="It was kept.")
        await expect(screen.answer("It was kept.")).to_be_visible()
        await expect(screen.answer("It was due on Friday.")).to_have_count(0)


async def test_press_of_somebody_else_is_seen_when_the_bot_edits(screen, teams, bot):
    """Sam's answer is his own; the others see the card change when the bot updates the message."""
    await screen.choose("steering")
    (message,) = await do(teams.sam.says, "card", "steering")
    await expect(screen.cards.last).to_contain_text("Promise 12")
    await do(teams.sam.presses, "Done")
    await expect(screen.cards.last).not_to_contain_text("was kept")
    attachments = [{"contentType": "application/vnd.microsoft.card.adaptive", "content": message.card}]
    await bot.update(teams.service_url, message.conversation, message.id, attachments=attachments)
    await expect(screen.cards.last).to_contain_text("was kept")


async def test_engage_is_told_where_it_was_installed(screen, teams):
    """Opening a team's channel for the first time adds Engage to the team, as installing it does in Teams."""
    await screen.choose("promises")

    def told():
        heard = [one.activity for one in teams.deliveries]
        return {
            one["type"] for one in heard if one["channelData"].get("team", {}).get("name") == "Engagement"
        }

    await do(teams.wait_for, lambda: told() == {"installationUpdate", "conversationUpdate"})


async def test_screen_can_be_kept(screen, tmp_path):
    """A picture for whoever wants to look."""
    await screen.photographs(tmp_path / "teams.png")
    assert (tmp_path / "teams.png").stat().st_size > 10_000
