"""Pictures of Slack's messages, modals and Home tabs, for people to look at and for tests to measure.

npm's slack-blocks-to-jsx draws the blocks, in a page without a network. An unknown block or element draws
nothing there, so what is drawn is compared with what the blocks say.
"""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from playwright.async_api import Browser, Page

from tests.peers.pictures.bundled import PAGE, NotDrawnError, bundled
from tests.support.browser import started_browser

WIDTH = 680
"""About as wide as a message gets in Slack's window; a phone has 360."""


class Item(TypedDict):
    """A message by its `blocks`, or a modal or Home tab by its `view`; `title` stands above the picture."""

    title: str
    blocks: NotRequired[Sequence[Mapping[str, Any]]]
    view: NotRequired[Mapping[str, Any]]


async def picture(
    items: Sequence[Item],
    path: Path | None = None,
    *,
    width: int = WIDTH,
    dark: bool = False,
    users: Mapping[str, str] | None = None,
    browser: Browser | None = None,
) -> None:
    """Draw the items one below the other, into a PNG at `path` if one is given.

    `users` are the names of Slack's user ids. Raises `NotDrawnError` with a line for each block that was not
    drawn whole; the PNG is written all the same.
    """
    theme = "dark" if dark else "light"
    named = [{"id": user, "name": name} for user, name in (users or {}).items()]
    pictured = {"items": items, "theme": theme, "users": named}
    async with nullcontext(browser) if browser else started_browser() as started:
        context = await started.new_context(
            viewport={"width": width, "height": 200}, color_scheme=theme, offline=True
        )
        try:
            wrong = await _drawn(await context.new_page(), pictured, path)
        finally:
            await context.close()
    if wrong:
        raise NotDrawnError("\n".join(wrong))


async def _drawn(page: Page, pictured: Mapping[str, Any], path: Path | None) -> list[str]:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    made = bundled("page.jsx")
    await page.set_content(PAGE)
    await page.add_style_tag(content=made["style"])
    await page.evaluate("pictured => { window.pictured = pictured }", pictured)
    await page.add_script_tag(content=made["script"])
    lost = await page.evaluate("() => window.draw()")
    if path is not None:
        await page.screenshot(path=path, full_page=True)
    return [*wrong, *lost]
