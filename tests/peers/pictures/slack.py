"""Pictures of Slack's messages, modals and Home tabs, for people to look at and for tests to measure.

npm's slack-blocks-to-jsx draws the blocks, in a page without a network. An unknown block or element draws
nothing there, so what is drawn is compared with what the blocks say.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from playwright.async_api import Browser, Page

from tests.support.browser import started_browser

WIDTH = 680
"""About as wide as a message gets in Slack's window; a phone has 360."""
_HERE = Path(__file__).parent
_PAGE = '<!doctype html><meta charset="utf-8"><title>Pictures</title><body><div id="pictures"></div>'


class Item(TypedDict):
    """A message by its `blocks`, or a modal or Home tab by its `view`; `title` stands above the picture."""

    title: str
    blocks: NotRequired[Sequence[Mapping[str, Any]]]
    view: NotRequired[Mapping[str, Any]]


class NotDrawnError(AssertionError):
    """Something in the blocks is missing from their picture."""


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
    made = _bundle()
    await page.set_content(_PAGE)
    await page.add_style_tag(content=made["style"])
    await page.evaluate("pictured => { window.pictured = pictured }", pictured)
    await page.add_script_tag(content=made["script"])
    lost = await page.evaluate("() => window.draw()")
    if path is not None:
        await page.screenshot(path=path, full_page=True)
    return [*wrong, *lost]


@cache
def _bundle() -> dict[str, str]:
    """Return the page's script and style. Node comes with the environment that runs this."""
    node = Path(sys.executable).with_name("node")
    if not (_HERE.parent / "node_modules").exists():
        raise NotDrawnError("What draws Slack's blocks is not there yet; get it with: make peers")
    done = subprocess.run([node, _HERE / "bundle.mjs"], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))
