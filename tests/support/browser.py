"""Chromium for tests of the page: found, started once for a module, and asked about accessibility."""

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, Playwright, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DESKTOP = (1280, 800)
PHONE = (360, 740)


def find_chromium(playwright: Playwright) -> str:
    """Return where Chromium is: on the path, or where Playwright keeps its own."""
    found = [path for path in map(shutil.which, NAMES) if path]
    own = playwright.chromium.executable_path
    if not found and Path(own).exists():
        found.append(own)
    if not found:
        raise AssertionError("No Chromium was found; get it with: .venv/bin/playwright install chromium")
    return found[0]


@asynccontextmanager
async def started_browser() -> AsyncIterator[Browser]:
    """A headless Chromium."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=find_chromium(playwright), args=list(ARGUMENTS)
        )
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def opened_page(
    browser: Browser, address: str, *, size: tuple[int, int] = DESKTOP, scheme: str = "light"
) -> AsyncIterator[Page]:
    """A page of its own; what goes wrong in its scripts fails the test."""
    width, height = size
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    problems: list[str] = []
    page = await context.new_page()
    page.set_default_timeout(10_000)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console",
        lambda said: problems.append(said.text) if "Content Security Policy" in said.text else None,
    )
    await page.goto(address)
    try:
        yield page
    finally:
        await context.close()
    assert problems == []


async def write(page: Page, text: str) -> None:
    """Say something in the conversation that is open."""
    await page.get_by_role("combobox", name=re.compile("^(Write|Écrire)")).fill(text)
    await page.keyboard.press("Enter")


def latest(page: Page) -> Locator:
    """Return the newest message."""
    return page.locator("#messages > .message").last


async def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with the page as it is now."""
    results = await Axe().run(page)
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
