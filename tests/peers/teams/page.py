"""Teams in a browser: Ana's screen, in the playground of a peer."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.async_api import Browser, Locator, Page, Route

from tests.peers.teams.peer import TeamsPeer
from tests.peers.teams.tenant import BOT_NAME
from tests.support.browser import DESKTOP, opened_page

CHATS = {
    "ana": "Personal Chat",
    "steering": "Steering",
    "general": "Engagement - General",
    "promises": "Engagement - Promises",
}

AT_ONCE = """
const later = window.setTimeout;
window.setTimeout = (call, wait, ...more) => later(call, wait === 300 ? 0 : wait, ...more);
"""
"""The playground empties every dialog 300 ms after any message has appeared, which hands do not notice."""


class TeamsPage:
    """Ana's screen. A press or a message does not wait for the bot; what is shown does, for ten seconds."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def choose(self, place: str) -> None:
        """Open a conversation: "ana", which is with Engage alone, "steering", "general" or "promises"."""
        await self.page.get_by_role("treeitem", name=CHATS[place]).click()

    @property
    def box(self) -> Locator:
        """Where one writes; in a channel, a new post."""
        return self.page.locator("[contenteditable=true]:visible").first

    async def says(self, text: str, *, mention: bool = False) -> None:
        """Type a message and send it, after picking Engage from the list that "@" opens."""
        await self.box.click()
        if mention:
            await self.page.keyboard.type("@")
            await self.page.get_by_role("menuitem", name=BOT_NAME).click()
            text = f" {text}"
        await self.page.keyboard.type(text)
        await self.page.keyboard.press("Enter")

    def answer(self, text: str) -> Locator:
        """Return what Engage says in these words, outside of cards."""
        return self.page.get_by_role("paragraph").filter(has_text=text)

    @property
    def cards(self) -> Locator:
        """The cards that are shown, the newest last."""
        return self.page.locator(".ac-adaptiveCard")

    async def presses(self, label: str, *, secondary: bool = False) -> None:
        """Press a button of a dialog or the newest card that has it; a secondary one stands behind the dots."""
        if secondary:
            await self.page.get_by_role("button", name="More options").last.click()
            await self.page.get_by_role("menuitem", name=label, exact=True).click()
        else:
            await self.page.get_by_role("button", name=label, exact=True).last.click()

    async def fills(self, label: str, text: str) -> None:
        """Write into a field of a card or a dialog."""
        await self.page.get_by_role("textbox", name=label).last.fill(text)

    async def uses_action(self, words: str, command: str) -> None:
        """Use a message action on the message with these words; its dialog is `dialog`.

        The playground, which reads no manifest, asks for the command's id. A message that appears meanwhile
        empties its dialog.
        """
        said = self.page.get_by_text(words, exact=True).last
        await said.locator("xpath=preceding::button[@aria-label='Show more information'][1]").click()
        await self.page.get_by_role("menuitem", name="Action Command").click()
        await self.dialog.get_by_role("textbox", name="Command ID").fill(command)
        await self.dialog.get_by_role("button", name="Create").click()

    @property
    def dialog(self) -> Locator:
        """The dialog that is open."""
        return self.page.get_by_role("dialog")

    async def closes_dialog(self) -> None:
        """Close the dialog; while it is open, nothing else can be reached."""
        await self.dialog.get_by_role("button", name="Close").click()

    async def photographs(self, file: Path) -> None:
        """Keep a picture of what is shown."""
        await self.page.screenshot(path=file)


@asynccontextmanager
async def opened_teams(
    browser: Browser, teams: TeamsPeer, *, size: tuple[int, int] = DESKTOP
) -> AsyncIterator[TeamsPage]:
    """Open Teams as Ana, with Engage's conversation in front; the page reaches nothing but the playground."""
    own = urlsplit(teams.page_url).netloc

    async def at_home(route: Route) -> None:
        if urlsplit(route.request.url).netloc == own:
            await route.continue_()
        else:
            await route.abort()

    async with opened_page(browser, "about:blank", size=size) as page:
        await page.route(re.compile("^http"), at_home)
        await page.add_init_script(AT_ONCE)
        await page.goto(teams.page_url)
        await page.get_by_role("treeitem", name=CHATS["ana"]).wait_for()
        await page.get_by_role("button", name="Hide log panel").click()  # it repeats what is said
        yield TeamsPage(page)
