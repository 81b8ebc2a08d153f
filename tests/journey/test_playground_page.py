"""The page feels like a chat: by mouse, by keyboard, in both languages, for several people."""

import re
from datetime import timedelta

import pytest
from playwright.async_api import expect

from tests.support.browser import PHONE, latest, opened_page, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROMISE = "/engage promise Maria Chen (OpenNorth): send the report by Friday"


async def test_a_command_is_answered_and_only_its_author_sees_it(page):
    """The card stands under the command, both marked; Dana's channel is empty."""
    await write(page, PROMISE)
    await expect(latest(page).get_by_role("heading", name="Promise 1 is recorded")).to_be_visible()
    await expect(page.get_by_text("Only visible to you")).to_have_count(2)
    await page.get_by_role("radio", name="Dana Whitfield").check()
    await expect(page.get_by_text("You are Dana Whitfield (Executive)")).to_be_visible()
    await expect(page.get_by_text("Nothing has been said here yet")).to_be_visible()


async def test_a_button_changes_its_message_in_place(page):
    """The card is replaced where it stands, the focus stays on it, and what happened is announced."""
    await write(page, PROMISE)
    await page.get_by_role("button", name="Done (1)").press("Enter")
    await expect(page.get_by_role("heading", name="Promise 1 is kept")).to_be_visible()
    await expect(page.locator("#messages > .message")).to_have_count(2)
    await expect(page.get_by_role("button", name="Undo (1)")).to_be_focused()
    await expect(page.locator("#live")).to_contain_text("Engage: Promise 1 is kept")


async def test_a_form_keeps_what_was_filled_in_and_names_what_is_missing(page, served):
    """Errors are tied to their fields, the first has the focus; what is whole is recorded."""
    await write(page, "/engage")
    dialog = page.get_by_role("dialog", name="Record a promise")
    await dialog.get_by_label("To whom").fill("Maria Chen")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_role("alert")).to_have_text("Two things are missing.")
    words = dialog.get_by_label("What was promised")
    await expect(words).to_be_focused()
    await expect(words).to_have_accessible_description("This is needed.")
    await expect(dialog.get_by_label("To whom")).to_have_value("Maria Chen")
    await words.fill("send the report")
    await dialog.get_by_label("Due").fill("Friday")
    await dialog.get_by_label("Owner").select_option("Dana Whitfield (@dana)")
    await page.keyboard.press("Enter")
    await expect(dialog).to_be_hidden()
    await expect(latest(page)).to_contain_text("Promise 1 is recorded")
    assert served.script.heard[-1].said.values["person"] == "@dana"


async def test_escape_leaves_a_form_and_the_focus_returns(page, served):
    """A cancelled form says nothing to Engage, and one goes on where one was."""
    await write(page, PROMISE)
    await page.get_by_role("button", name="Change (1)").press("Enter")
    dialog = page.get_by_role("dialog", name="Record a promise")
    await expect(dialog).to_be_visible()
    for _ in range(12):
        await page.keyboard.press("Tab")
        inside = await page.evaluate(
            "document.activeElement.closest('dialog') || document.activeElement.tagName"
        )
        assert inside != "BUTTON"
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(page.get_by_role("button", name="Change (1)")).to_be_focused()
    assert len(served.script.heard) == 2


async def test_a_reminder_shows_at_the_name_of_whom_it_is_for(page, served):
    """The clock goes to the next reminder; Dana has an unread message until she reads it."""
    served.script.remind("dana", after=timedelta(hours=30))
    await page.get_by_role("button", name="Next reminder").click()
    note = page.locator("#clock-note")
    await expect(note).to_contain_text("Engage wrote to Dana Whitfield")
    dana = page.get_by_role("radio", name=re.compile("Dana Whitfield.*1 unread message"))
    await expect(dana).to_be_visible()
    await note.get_by_role("link", name="Dana Whitfield").click()
    await expect(page.get_by_role("heading", name="A promise is due today")).to_be_visible()
    await expect(page.get_by_role("radio", name=re.compile("unread"))).to_have_count(0)


@pytest.mark.parametrize(
    ("user", "said"),
    [
        ("ana", "Engage wrote to Dana Whitfield, Léa Gagnon and Sam Okafor."),
        ("lea", "Engage a écrit à Dana Whitfield, Léa Gagnon et Sam Okafor."),
    ],
    ids=["english", "french"],
)
async def test_several_who_were_reminded_stand_in_a_sentence(browser, served, user, said):
    """The last name follows "and"; each is a link."""
    for reminded in ("dana", "lea", "sam"):
        served.script.remind(reminded, after=timedelta(hours=1))
    async with opened_page(browser, served.at(user, "engagement")) as page:
        await page.locator("[data-move=hour]").click()
        await expect(page.locator("#clock-note")).to_contain_text(said)
        await expect(page.locator("#clock-note a")).to_have_count(3)


async def test_times_are_written_as_each_language_writes_them(page):
    """In French, a whole hour has no minutes and the first of a month is an ordinal, as in Engage's own sentences."""
    written = await page.evaluate(
        """async () => {
            const { clockTime, longDay, setZone, shortDay } = await import("/static/js/time.js");
            setZone("America/Toronto");
            const [nine, half] = [new Date("2026-12-01T14:00:00Z"), new Date("2026-12-02T20:30:00Z")];
            return ["en", "fr"].map((language) =>
                [clockTime(nine, language), longDay(nine, language), shortDay(nine, language), clockTime(half, language)]
                    .map((text) => text.replace(/\\s/g, " ")));
        }"""
    )
    assert written == [
        ["9:00 a.m.", "Tuesday, December 1, 2026", "Tue, Dec 1", "3:30 p.m."],
        ["9 h", "mardi 1er décembre 2026", "mar. 1er déc.", "15 h 30"],
    ]


async def test_the_clock_moves_by_an_hour_and_by_a_day(page):
    """The time that is shown is the virtual one."""
    before = await page.locator("#now").get_attribute("datetime")
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("#clock-note")).to_contain_text("Engage had nothing to say")
    await page.get_by_role("button", name="+1 hour").click()
    await expect(page.locator("#now")).not_to_have_attribute("datetime", before)
    hours = await page.evaluate(
        "before => (Date.parse(document.getElementById('now').dateTime) - Date.parse(before)) / 3600000",
        before,
    )
    assert 24.9 < hours < 25.1


async def test_the_language_of_the_page_is_that_of_the_answers(page):
    """Whoever switches to French reads French, the page's words and Engage's alike."""
    await page.get_by_role("button", name="Français").click()
    await expect(page.get_by_role("button", name="Prochain rappel")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "fr")
    await write(page, "/engage mes engagements")
    await expect(page.get_by_role("heading", name="Vos engagements")).to_be_visible()
    await expect(page.get_by_text("Visible par vous seulement")).to_have_count(2)


async def test_a_reload_shows_the_same_person_and_place(page):
    """The address says who and where."""
    await page.get_by_role("radio", name="Sam Okafor").check()
    await page.get_by_role("link", name="Engage", exact=True).click()
    await page.reload()
    await expect(page.get_by_text("You are Sam Okafor (Outreach officer) · private")).to_be_visible()


async def test_the_chosen_theme_stays(page):
    """Dark is chosen once."""
    await page.get_by_role("button", name="Dark theme").click()
    await page.reload()
    await expect(page.get_by_role("button", name="Dark theme")).to_have_attribute("aria-pressed", "true")
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("size", [(1200, 800), PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("user", ["ana", "lea"], ids=["english", "french"])
async def test_where_one_is_can_be_read_whole(browser, served, size, user):
    """No part of the line below the title is cut off."""
    async with opened_page(browser, served.at(user, "engagement"), size=size) as page:
        await expect(page.locator("#subtitle")).to_contain_text("(")
        widths = "({ scrollWidth, clientWidth }) => scrollWidth - clientWidth"
        assert await page.locator("#subtitle").evaluate(widths) == 0


async def test_on_a_phone_the_people_are_behind_a_button(browser, served):
    """Nothing is wider than the screen; the menu takes the focus and gives it back."""
    async with opened_page(browser, served.at("ana", "engagement"), size=PHONE) as page:
        await write(page, PROMISE)
        await expect(latest(page)).to_contain_text("Promise 1 is recorded")
        assert await page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        menu = page.get_by_role("button", name="People and conversations")
        await menu.press("Enter")
        await expect(page.get_by_role("button", name="Close")).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(menu).to_be_focused()
        await menu.click()
        await page.get_by_role("radio", name="Léa Gagnon").click()
        await expect(page.get_by_text("Vous êtes Léa Gagnon")).to_be_visible()
        await expect(page.get_by_role("radio", name="Léa Gagnon")).to_be_hidden()
