"""What Ana sees of Engage in Microsoft's own client: personal chat, group, channel, a message's menu, French."""

import asyncio

import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.peers.teams import teams_peer
from tests.peers.teams.page import opened_teams
from tests.support.teams_bot import MONDAY, WEDNESDAY

pytestmark = pytest.mark.asyncio(loop_scope="module")
do = asyncio.to_thread
FRIDAY = MONDAY.replace(day=27, hour=9, minute=1)


@pytest.fixture(scope="module")
def tenant():
    """A Teams for the whole file."""
    with teams_peer() as teams:
        yield teams


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def window(browser, tenant):
    """One page for the whole file: it takes a few seconds to load."""
    async with opened_teams(browser, tenant) as screen:
        yield screen


@pytest_asyncio.fixture(loop_scope="module")
async def screen(window, bot):
    """Ana's screen, with Engage's conversation in front."""
    await window.choose("ana")
    return window


async def test_a_promise_from_the_first_word_to_the_last(screen, bot):
    """Recorded, reminded of after a restart, done with a press, and the card says so where it stood."""
    await screen.says("promise Maria Chen (OpenNorth): send the *report* & the <data> by Friday 17:00")
    card = screen.cards.last
    await expect(card).to_contain_text("Promise 1 recorded: Maria Chen (OpenNorth), due Friday")
    await expect(card).to_contain_text("send the *report* & the <data>")
    await do(bot.kill)
    bot.jump(WEDNESDAY)
    await do(bot.start)
    await do(bot.settle)
    await expect(screen.cards.last).to_contain_text("One promise needs you")
    await screen.presses("Done")
    await expect(screen.cards.last).to_contain_text("Promise 1 is closed: kept. Have you told")
    await expect(screen.cards.last.get_by_role("button", name="Reopen")).to_be_visible()
    await screen.photographs(bot.directory / "personal.png")


@pytest.mark.parametrize("place", ["steering", "promises"])
async def test_engage_is_mentioned_among_others(screen, bot, teams, place):
    """Picked from the list of names, it answers where it was asked, and a press changes the card for all."""
    await screen.choose(place)
    await screen.says("promise Kim: call the mayor by Friday", mention=True)
    await expect(screen.cards.last).to_contain_text("Promise 1 recorded: Kim, due Friday")
    await screen.presses("Undo")
    await expect(screen.cards.last).to_contain_text("Promise 1: the recording was taken back.")
    await do(bot.settle)
    await do(teams.wait_for, lambda: "taken back" in teams.messages(place)[-1].words[0])
    await screen.photographs(bot.directory / f"{place}.png")


async def test_buttons_asked_for_less_are_behind_one_more(screen, bot):
    """More… shows them, where they are; each can be reached."""
    await screen.says("promise Lou: call by Friday")
    await expect(screen.cards.last).to_contain_text("Promise 1 recorded: Lou")
    await screen.says("show 1")
    await expect(screen.cards.last).to_contain_text("Promise 1 to Lou")
    more = screen.cards.last.get_by_role("button", name="Close another way…")
    await expect(more).not_to_be_visible()
    await screen.cards.last.get_by_role("button", name="More").click()
    await expect(more).to_be_visible()
    await screen.photographs(bot.directory / "more.png")


async def test_a_promise_is_recorded_from_a_message(screen, bot):
    """From the menu of a message: its words are in the dialog, which then says what was recorded."""
    await screen.choose("steering")
    await screen.says("We will publish the minutes")
    await screen.uses_action("We will publish the minutes", "record_promise")
    await screen.dialog.get_by_role("textbox", name="Stakeholder").fill("Maria")
    await expect(screen.dialog.get_by_role("textbox", name="What was promised")).to_have_value(
        "We will publish the minutes"
    )
    await screen.dialog.get_by_role("textbox", name="By when?").fill("one day")
    await screen.photographs(bot.directory / "dialog.png")
    await screen.presses("Record")
    await expect(screen.dialog).to_contain_text("No day was found in this.")
    await screen.photographs(bot.directory / "error.png")
    await screen.dialog.get_by_role("textbox", name="By when?").fill("Friday")
    await screen.presses("Record")
    await expect(screen.dialog).to_contain_text("Promise 1 recorded: Maria, due Friday")
    await screen.photographs(bot.directory / "recorded.png")
    await screen.closes_dialog()


async def test_en_francais(screen, bot, teams):
    """La langue est celle du Teams de la personne."""
    teams.server.members["ana"].locale = "fr-CA"
    await screen.says("engagement Ville de Gatineau : envoyer les données d'ici vendredi")
    await expect(screen.cards.last).to_contain_text("Engagement 1 consigné\u00a0: Ville de Gatineau")
    await do(bot.advance_to, FRIDAY)
    await expect(screen.cards.last).to_contain_text("Un engagement vous attend")
    await screen.presses("Fait")
    await expect(screen.cards.last).to_contain_text("L’engagement 1 est clos\u00a0: tenu.")
    await screen.photographs(bot.directory / "french.png")
