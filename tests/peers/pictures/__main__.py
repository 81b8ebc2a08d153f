"""Draw blocks from a file: `python -m tests.peers.pictures <blocks.json> <out.png> [--dark] [--width 360]`.

The file holds a list of blocks, a message with `blocks`, a view, or a list of {"title", "blocks" or "view"}.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from tests.peers.pictures.slack import WIDTH, Item, NotDrawnError, picture


def items_of(content: Any, title: str) -> list[Item]:
    """Return what a file asks to be drawn."""
    if isinstance(content, dict):
        return [Item(title=title, view=content) if "type" in content else Item(title=title, **content)]
    if all("type" in block for block in content):
        return [Item(title=title, blocks=content)]
    return list(content)


def main() -> int:
    """Draw, and say on one line each what could not be drawn."""
    parser = argparse.ArgumentParser(prog="python -m tests.peers.pictures", description=__doc__)
    parser.add_argument("blocks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--width", type=int, default=WIDTH)
    asked = parser.parse_args()
    items = items_of(json.loads(asked.blocks.read_text(encoding="utf-8")), asked.blocks.stem)
    try:
        asyncio.run(picture(items, asked.out, width=asked.width, dark=asked.dark))
    except NotDrawnError as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command for people
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
