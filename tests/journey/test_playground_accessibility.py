"""The page passes axe without a violation: light and dark, desktop and phone, English and French."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from tests.support.browser import DESKTOP, PHONE, opened_page, violations

pytestmark = pytest.mark.asyncio(loop_scope="module")

COMMANDS = {
    "ana": ["/engage promise Maria Chen: send it by Friday", "/engage mine", "/engage help", "/engage what?"],
    "lea": [
        "/engage engagement Luc Roy\u00a0: envoyer",
        "/engage mes engagements",
        "/engage aide",
        "/engage quoi",
    ],
}


@pytest.mark.parametrize("user", ["ana", "lea"], ids=["english", "french"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
async def test_no_state_of_the_page_has_a_violation(browser, served, size, scheme, user):
    """Empty, with every element of a card, with suggestions, a form, its errors, a note, a problem, a menu."""
    async with opened_page(browser, served.at(user, "engagement"), size=size, scheme=scheme) as page:
        box = page.locator("#writing")
        await expect(page.locator("#empty")).to_be_visible()
        assert await violations(page) == []
        for command in COMMANDS[user]:
            await box.fill(command)
            await page.keyboard.press("Enter")
        await expect(page.locator(".card")).to_have_count(4)
        served.script.remind("dana", after=timedelta(hours=2))
        await page.locator("[data-move=next]").click()
        await expect(page.locator("#clock-note a")).to_be_visible()
        await box.fill("/unknown")
        await page.keyboard.press("Enter")
        await expect(page.locator("#problem p")).to_be_visible()
        assert await violations(page) == []
        await box.fill("")
        await box.press_sequentially("/engage ")
        await page.keyboard.press("ArrowDown")
        assert await violations(page) == []
        await page.keyboard.press("Escape")
        await page.keyboard.press("Enter")
        await expect(page.locator("dialog")).to_be_visible()
        assert await violations(page) == []
        await page.locator("dialog [type=submit]").click()
        await expect(page.locator("dialog [aria-invalid]").first).to_be_focused()
        assert await violations(page) == []


async def test_the_open_menu_of_a_phone_has_no_violation(browser, served):
    """People and conversations, over the page."""
    async with opened_page(browser, served.at("ana", "engagement"), size=PHONE) as page:
        await page.locator("#open-menu").click()
        await expect(page.locator("#people")).to_be_visible()
        assert await violations(page) == []


async def test_axe_sees_a_violation_where_there_is_one(browser, served):
    """The check itself can fail: a button without a name is found."""
    async with opened_page(browser, served.at("ana", "engagement")) as page:
        await page.evaluate("document.body.append(document.createElement('button'))")
        assert any(found.startswith("button-name") for found in await violations(page))
