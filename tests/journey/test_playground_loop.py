"""The whole loop in the page with the real core: recorded, reminded as time goes by, closed."""

import re
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import expect

from bot.config import load_config
from bot.wiring import assemble_playground
from tests.support.browser import PHONE, opened_page, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

SETTINGS = """
teams:
  - key: engagement
    name: {en: Public engagement, fr: Participation du public}
    zone: America/Toronto
    channels: ["playground:engagement"]
    leads: [lea]
    members: [ana, sam]
"""


@asynccontextmanager
async def engage(directory):
    """The playground as `engage run --playground` puts it together, without its sweep every few seconds."""
    settings = directory / "app.yaml"
    settings.write_text(SETTINGS)
    assembly = assemble_playground(load_config(settings, {}), bind="127.0.0.1", port=0)
    [playground] = assembly.platforms
    await playground.start()
    await assembly.server.start()
    try:
        yield assembly.server.address
    finally:
        await playground.stop()
        await assembly.server.stop()
        await assembly.engine.store.close()


async def test_a_promise_is_recorded_reminded_of_and_kept(browser, tmp_path):
    """A newcomer's first two minutes, in English."""
    async with (
        engage(tmp_path) as address,
        opened_page(browser, f"{address}#ana/engagement") as page,
    ):
        await write(page, "/engage promise Maria Chen (OpenNorth): send the report in 5 business days")
        await expect(page.get_by_text("Maria Chen (OpenNorth)").last).to_be_visible()
        await page.get_by_role("button", name="Next reminder").click()
        await page.locator("#clock-note").get_by_role("link", name="Ana Reyes").click()
        reminder = page.get_by_role("article").last
        await expect(reminder).to_contain_text("send the report")
        await reminder.get_by_role("button", name=re.compile("Done")).click()
        await expect(page.get_by_role("article").last).to_contain_text("closed")
        await write(page, "mine closed")
        await expect(page.get_by_role("article").last).to_contain_text(re.compile("kept", re.IGNORECASE))


async def test_un_engagement_est_note_rappele_et_tenu(browser, tmp_path):
    """The same in French, on a phone."""
    async with (
        engage(tmp_path) as address,
        opened_page(browser, f"{address}#lea/lea", size=PHONE, scheme="dark") as page,
    ):
        await write(
            page,
            "engagement Luc Tremblay (Ville de Gatineau)\u00a0: envoyer les données d’ici 5 jours ouvrables",
        )
        await expect(page.get_by_role("article").last).to_contain_text("Luc Tremblay (Ville de Gatineau)")
        await expect(page.get_by_role("article").last).to_have_attribute("lang", "fr")
        await page.get_by_role("button", name="Prochain rappel").click()
        await expect(page.get_by_role("article")).to_have_count(3)
        reminder = page.get_by_role("article").last
        await reminder.get_by_role("button", name=re.compile("Fait|Tenu")).click()
        await expect(page.get_by_role("article").last).to_contain_text("clos")
        await expect(page.get_by_role("article")).to_have_count(3)


@pytest.mark.parametrize(
    ("user", "commands", "missing"),
    [
        ("ana", ("promise Kim: call by Friday", "give", "escalate"), "This field is required."),
        (
            "lea",
            ("engagement Kim\u00a0: appeler vendredi", "confier", "transmettre"),
            "Ce champ est obligatoire.",
        ),
    ],
    ids=["english", "french"],
)
async def test_a_form_that_names_nobody_comes_back(browser, tmp_path, user, commands, missing):
    """The blank choice of a list of people is no person: its field says so and keeps the focus."""
    promise, *others = commands
    async with engage(tmp_path) as address, opened_page(browser, f"{address}#{user}/engagement") as page:
        cards = page.get_by_role("article")
        await write(page, f"/engage {promise}")
        await expect(cards).to_have_count(1)
        [number] = re.findall(r"\d+", await cards.get_by_role("heading").inner_text())[:1]
        for command in others:
            await write(page, f"/engage {command} {number}")
            person = page.get_by_role("dialog").get_by_role("combobox")
            await expect(person).to_have_value("")
            await page.get_by_role("dialog").locator("[type=submit]").click()
            await expect(person).to_have_accessible_description(re.compile(re.escape(missing)))
            await expect(person).to_be_focused()
            await expect(person).to_have_value("")
            await page.keyboard.press("Escape")
        await expect(cards).to_have_count(1)


async def test_a_restart_goes_on_with_the_same_chat_at_the_same_time(browser, tmp_path):
    """The chat, the promise and the moved clock are there when Engage comes back."""
    async with engage(tmp_path) as address, opened_page(browser, f"{address}#ana/ana") as page:
        await write(page, "promise Kim Park: publish the minutes in 5 business days")
        await expect(page.get_by_role("article")).to_have_count(1)
        await page.get_by_role("button", name="Next reminder").click()
        await expect(page.get_by_role("article")).to_have_count(2)
        moved = await page.locator("#now").get_attribute("datetime")
    async with engage(tmp_path) as address, opened_page(browser, f"{address}#ana/ana") as page:
        await expect(page.get_by_role("article")).to_have_count(2)
        assert (await page.locator("#now").get_attribute("datetime"))[:10] >= moved[:10]
        await page.get_by_role("article").last.get_by_role("button", name=re.compile("Done")).click()
        await expect(page.get_by_role("article").last).to_contain_text("closed")
