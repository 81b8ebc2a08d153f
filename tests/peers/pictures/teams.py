"""Pictures of Teams' cards and forms, for people to look at and for tests to measure.

Microsoft's own renderer (npm's adaptivecards, on which that of Teams is built) draws them in a page without a
network. It reports what it does not understand; everything else that goes wrong is compared with the card.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TypedDict

from playwright.async_api import Browser, Page

from tests.peers.pictures.bundled import PAGE, NotDrawnError, bundled
from tests.support.browser import started_browser

WIDTH = 600
"""About as wide as a card gets in Teams' window; a phone has 320."""


class Drawing(TypedDict):
    """An Adaptive Card; `title` stands above the picture."""

    title: str
    card: Mapping[str, Any]


async def drawn(
    items: Sequence[Drawing],
    path: Path | None = None,
    *,
    width: int = WIDTH,
    dark: bool = False,
    browser: Browser | None = None,
) -> list[str]:
    """Draw the cards one below the other, into a PNG at `path` if one is given; return what each says.

    Raises `NotDrawnError` with a line for each thing that is wrong; the PNG is written all the same.
    """
    theme = "dark" if dark else "light"
    async with nullcontext(browser) if browser else started_browser() as started:
        context = await started.new_context(
            viewport={"width": width + 24, "height": 200}, color_scheme=theme, offline=True
        )
        try:
            found = await _drawn(await context.new_page(), {"items": items, "theme": theme}, path)
        finally:
            await context.close()
    if found["wrong"]:
        raise NotDrawnError("\n".join(found["wrong"]))
    return found["texts"]


async def _drawn(page: Page, pictured: Mapping[str, Any], path: Path | None) -> dict[str, list[str]]:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    made = bundled("adaptive.js")
    await page.set_content(PAGE)
    await page.add_style_tag(content=made["style"])
    # As text: two thousand cards take seconds otherwise.
    await page.evaluate("pictured => { window.pictured = JSON.parse(pictured) }", json.dumps(pictured))
    await page.add_script_tag(content=made["script"])
    found = await page.evaluate("() => window.draw()")
    if path is not None:
        await page.screenshot(path=path, full_page=True)
    return {"wrong": [*wrong, *found["wrong"]], "texts": found["texts"]}
