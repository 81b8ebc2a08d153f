"""Writing: commands are completed, any text is text, and what could not be sent is not lost."""

import re

import pytest
from playwright.async_api import expect

from tests.support.browser import latest, opened_page, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROMISE = "/engage promise Maria Chen (OpenNorth): send the report by Friday"


async def test_an_example_is_a_press_away(page):
    """An empty conversation offers three commands; pressing one writes it, Enter says it."""
    examples = page.get_by_role("button", name=re.compile("^Write: .engage"))
    await expect(examples).to_have_count(3)
    await examples.first.click()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Promise 1 is recorded")).to_be_visible()


async def test_a_command_is_completed_with_the_keyboard(page, served):
    """Arrows choose, Tab and Enter take, Escape closes, Enter alone says what was typed."""
    box = page.get_by_role("combobox", name=re.compile("Write in"))
    await box.press_sequentially("/engage ")
    await expect(box).to_have_attribute("aria-expanded", "true")
    await expect(page.get_by_role("option").first).to_contain_text("/engage promise who")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    await expect(chosen).to_contain_text("/engage heard")
    await expect(box).to_have_attribute("aria-activedescendant", await chosen.get_attribute("id"))
    await page.keyboard.press("Enter")
    await expect(box).to_have_text("/engage heard")
    await box.fill("/engage min")
    await page.keyboard.press("Tab")
    await expect(box).to_have_text("/engage mine")
    await expect(box).to_have_attribute("aria-expanded", "false")
    await box.fill("/engage he")
    await expect(page.get_by_role("listbox")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("listbox")).to_be_hidden()
    await page.keyboard.press("Enter")
    await expect(latest(page)).to_contain_text("Engage does not know this command")
    assert [heard.said.text for heard in served.script.heard] == ["he"]


@pytest.mark.parametrize("size", [(1280, 800), (1280, 640), (390, 844)], ids=["desktop", "low", "phone"])
async def test_a_long_list_of_suggestions_shows_that_it_goes_on(browser, served, size):
    """A row is cut by the edge of the list, far enough from its own edges to be seen."""
    async with opened_page(browser, served.at("lea", "engagement"), size=size) as page:
        await page.locator("#writing").press_sequentially("/engage ")
        await expect(page.get_by_role("option").first).to_be_visible()
        shown = await page.locator("#completion").evaluate(
            """(list) => {
                const edge = list.getBoundingClientRect().bottom;
                const rows = [...list.children].map((row) => row.getBoundingClientRect());
                const cut = rows.find(({ top, bottom }) => top < edge && edge < bottom);
                return cut ? (edge - cut.top) / cut.height : 0;
            }"""
        )
        assert 0.25 < shown < 0.8


async def test_a_person_is_completed_by_name(page):
    """After @ the people are offered, and what follows stays."""
    box = page.get_by_role("combobox", name=re.compile("Write in"))
    await box.press_sequentially("/engage give 12 to @le")
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.keyboard.press("Tab")
    assert (await box.inner_text()).rstrip("\n") == "/engage give 12 to @lea "


async def test_mark_up_in_a_text_is_text(page):
    """What a person types is never anything but their words."""
    said = "<img src=x onerror=\"document.title='taken'\"> <b>&amp;</b> *not bold* 🎉 شكرا"
    await write(page, said)
    await expect(latest(page).locator(".said")).to_have_text(said)
    await write(page, f"/engage {said}")
    await expect(latest(page).locator("blockquote")).to_have_text(said)
    assert "taken" not in await page.title()


async def test_a_long_text_is_folded_and_can_be_unfolded(page):
    """Five thousand characters do not push the conversation away."""
    await write(page, "word " * 1000)
    unfold = latest(page).get_by_role("button", name="Show all")
    folded = await latest(page).bounding_box()
    await unfold.click()
    await expect(latest(page).get_by_role("button", name="Show less")).to_have_attribute(
        "aria-expanded", "true"
    )
    assert (await latest(page).bounding_box())["height"] > 2 * folded["height"]


async def test_an_unknown_command_is_said_and_nothing_is_lost(page):
    """The line says what there is; the text is still there to be mended."""
    await write(page, "/remind me")
    await expect(page.get_by_role("alert").first).to_contain_text("There is one command here: /engage")
    await expect(page.get_by_role("combobox", name=re.compile("Write in"))).to_have_text("/remind me")


async def test_when_engage_is_gone_the_text_stays_and_is_said_once(page, served):
    """A message that could not be sent comes back into the box; sent again, it is shown once."""
    await page.route("**/api/say", lambda route: route.abort())
    await write(page, "/engage mine")
    await expect(page.get_by_role("alert").first).to_contain_text("Engage cannot be reached")
    await page.unroute("**/api/say")
    await page.keyboard.press("Enter")
    await expect(latest(page)).to_contain_text("Your promises")
    assert len(served.script.heard) == 1


async def test_a_command_of_a_card_is_written_by_pressing_it(page):
    """What Engage suggests need not be typed again."""
    await write(page, "/engage help")
    await page.get_by_role("button", name="/engage mine").click()
    box = page.get_by_role("combobox", name=re.compile("Write in"))
    await expect(box).to_be_focused()
    await expect(box).to_have_text("/engage mine")
