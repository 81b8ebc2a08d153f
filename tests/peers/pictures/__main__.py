"""Draw messages from a file: `python -m tests.peers.pictures <file.json> <out.png> [--dark] [--width 360]`.

Of Slack, the file holds a list of blocks, a message with `blocks`, a view, or a list of {"title", "blocks" or
"view"}; of Teams, an Adaptive Card, a list of them, or a list of {"title", "card"}.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from tests.peers.pictures import slack, teams
from tests.peers.pictures.bundled import NotDrawnError


def cards_of(content: Any, title: str) -> list[teams.Drawing]:
    """Return the Adaptive Cards that a file asks to be drawn, if it holds any."""
    things = content if isinstance(content, list) else [content]
    if all("card" in thing for thing in things):
        return things
    are_cards = all(thing.get("type") == "AdaptiveCard" for thing in things)
    return [{"title": title, "card": thing} for thing in things] if are_cards else []


def items_of(content: Any, title: str) -> list[slack.Item]:
    """Return what of Slack a file asks to be drawn."""
    if isinstance(content, dict):
        is_view = "type" in content
        return [slack.Item(title=title, view=content) if is_view else slack.Item(title=title, **content)]
    if all("type" in block for block in content):
        return [slack.Item(title=title, blocks=content)]
    return list(content)


async def draw(content: Any, title: str, out: Path, *, width: int | None, dark: bool) -> None:
    """Draw what a file holds. Raises `NotDrawnError` if something is missing."""
    if cards := cards_of(content, title):
        await teams.drawn(cards, out, width=width or teams.WIDTH, dark=dark)
    else:
        await slack.picture(items_of(content, title), out, width=width or slack.WIDTH, dark=dark)


def main() -> int:
    """Draw, and say on one line each what could not be drawn."""
    parser = argparse.ArgumentParser(prog="python -m tests.peers.pictures", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--width", type=int)
    asked = parser.parse_args()
    content = json.loads(asked.file.read_text(encoding="utf-8"))
    try:
        asyncio.run(draw(content, asked.file.stem, asked.out, width=asked.width, dark=asked.dark))
    except NotDrawnError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command for people
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
