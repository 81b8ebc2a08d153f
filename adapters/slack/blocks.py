"""Cards as Block Kit. Pure.

All text is `rich_text`, in which Slack looks for no mark-up: somebody's words are shown as they were
typed, asterisks, brackets and all. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

import json
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from adapters.slack import limits
from adapters.slack.limits import cut
from adapters.slack.text import escaped, literal
from bot.messages import (
    Actions,
    Button,
    Card,
    Commands,
    Element,
    Fields,
    Item,
    Paragraph,
    Quote,
    Small,
    Style,
)

Block = dict[str, Any]
ACTION = "engage"
"""Begins the `action_id` of every button and menu."""

AROUND = "|"
"""In the id of a block with a menu, comes before what the menu's card is; before the value of an entry, it says
that this entry does not stand on a card."""

_ADDRESS = re.compile(r"https?://[^\s/?#<>|…\u2060][^\s<>|…\u2060]*")


def blocks_of(card: Card, *, most: int = limits.MESSAGE_BLOCKS) -> list[Block]:
    """Return a card as at most so many blocks; what does not fit any more is cut with "…"."""
    room = limits.ALL_TEXT - sum(map(_weight, card.elements))
    builder = _Builder(colon="\u00a0: " if card.language == "fr" else ": ", room=room)
    if len(card.title) <= limits.HEADER and any(isinstance(element, Item) for element in card.elements):
        builder.head(card.title)
    else:
        builder.line([(card.title, BOLD)])
    for element, following in pairwise([*card.elements, None]):
        if element is not None:
            builder.add(element, following)
    return builder.blocks(most)


def fallback_of(card: Card, *, longest: int = limits.FALLBACK) -> str:
    """Return all of a card as escaped text of so many characters, for notifications and old clients."""
    room = longest
    while len(text := escaped(cut(card.text, room))) > longest:
        room -= max(1, (len(text) - longest) // 5)
    return text


Look = dict[str, bool]
BOLD: Look = {"bold": True}
CODE: Look = {"code": True}
NORMAL: Look = {}
Pieces = Sequence[tuple[str, Look]]
"""Texts, each with how it looks."""

SECTION, QUOTE, LIST = "rich_text_section", "rich_text_quote", "rich_text_list"


class _Builder:
    """Blocks in the making: text that follows text shares a block."""

    def __init__(self, *, colon: str, room: int) -> None:
        self._blocks: list[Block] = []
        self._colon = colon
        self._room = room
        self._actions = 0
        self._is_listing = False

    def blocks(self, most: int) -> list[Block]:
        """Return what was built; what is beyond `most` is left out, which "…" at the end shows."""
        if len(self._blocks) <= most:
            return self._blocks
        return [*self._blocks[: most - 1], {"type": "context", "elements": [_plain("…")]}]

    def head(self, text: str) -> None:
        """Begin with a heading of several things."""
        self._append({"type": "header", "text": _plain(self._taken(text, limits.HEADER))})

    def add(self, element: Element, following: Element | None) -> None:
        """Add an element of a card; a paragraph before fields, commands or items is their heading."""
        match element:
            case Paragraph(text=text):
                is_heading = isinstance(following, Fields | Commands | Item | Quote)
                self._is_listing = isinstance(following, Fields | Commands)
                self.line([(text, BOLD if is_heading else NORMAL)], gap=is_heading)
            case Quote(text=text):
                self._write(QUOTE, self._shown([(text, NORMAL)]))
            case Fields(rows=rows) if self._is_listing:
                self._list([[(f"{label}{self._colon}{value}", NORMAL)] for label, value in rows])
            case Fields(rows=rows):
                for label, value in rows:
                    self.line([(f"{label}{self._colon}", BOLD), (value, NORMAL)])
            case Commands(rows=rows):
                self._list([[*_commands(command), (f" — {does}", NORMAL)] for command, does in rows])
            case Item(title=title, detail=detail, buttons=buttons, menu=menu):
                self.line([(title, BOLD), *([(f"\n{detail}", NORMAL)] if detail else [])], gap=True)
                self._press(buttons, menu)
            case Small(text=text):
                self._remark(self._taken(text, limits.CONTEXT))
            case Actions(buttons=buttons, menu=menu):
                self._press(buttons, menu)

    def line(self, pieces: Pieces, *, gap: bool = False) -> None:
        """Add a line of text, after an empty one if `gap`."""
        elements = self._shown(pieces)
        parts = self._rich()["elements"] if elements else []
        if parts and parts[-1]["type"] == SECTION:
            # One section for all: Slack may set two of them side by side.
            parts[-1]["elements"] += [_text("\n\n" if gap else "\n", NORMAL), *elements]
        else:
            self._write(SECTION, elements)

    def _remark(self, shown: str) -> None:
        if shown:
            self._append({"type": "context", "elements": [_plain(shown)]})

    def _list(self, rows: Iterable[Pieces]) -> None:
        items = [{"type": SECTION, "elements": shown} for row in rows if (shown := self._shown(row))]
        self._write(LIST, items, style="bullet")

    def _write(self, kind: str, elements: list[Block], **more: str) -> None:
        if elements:
            self._rich()["elements"].append({"type": kind, "elements": elements, **more})

    def _shown(self, pieces: Pieces) -> list[Block]:
        taken = ((self._taken(text, limits.TEXT), look) for text, look in pieces)
        return [_text(text, look) for text, look in taken if text]

    def _rich(self) -> Block:
        if not self._blocks or self._blocks[-1]["type"] != "rich_text":
            self._append({"type": "rich_text", "elements": []})
        return self._blocks[-1]

    def _append(self, block: Block) -> None:
        self._blocks.append(block)
        self._room -= limits.BLOCK

    def _taken(self, text: str, longest: int) -> str:
        """Return text as it is shown, while there is room in the message."""
        shown = cut(literal(text), longest)
        while shown and len(shown.encode()) > max(self._room, 0):
            shown = cut(shown, max(1, len(shown) * 9 // 10)) if len(shown) > 1 else ""
        self._room -= len(shown.encode())
        return shown

    def _press(self, buttons: Sequence[Button], menu: Sequence[Button]) -> None:
        pressable = [self._button(button) for button in buttons if len(_value(button)) <= limits.BUTTON_VALUE]
        around = menu[0].payload.get("view", "") if menu else ""
        options = [
            _option(button, around) for button in menu if len(button.payload["do"]) < limits.OPTION_VALUE
        ]
        place = f"{len(self._blocks)}{AROUND}{around}"
        if options and len(place) <= limits.BLOCK_ID:
            self._actions += 1
            pressable.append(
                {"type": "overflow", "action_id": f"{ACTION}-{self._actions}", "options": options}
            )
            self._blocks.append({"type": "actions", "block_id": place, "elements": pressable})
        elif pressable:
            self._blocks.append({"type": "actions", "elements": pressable})

    def _button(self, button: Button) -> Block:
        self._actions += 1
        style = {} if button.style is Style.PLAIN else {"style": button.style.value}
        return {
            "type": "button",
            "action_id": f"{ACTION}-{self._actions}",
            "text": _plain(cut(button.label, limits.BUTTON_LABEL)),
            "accessibility_label": cut(button.name or button.label, limits.BUTTON_LABEL),
            "value": _value(button),
            **style,
        }


def _commands(text: str) -> Pieces:
    """Set each of several commands apart, so that one can be copied."""
    pieces: list[tuple[str, Look]] = []
    for command in text.split(" · "):
        pieces += [(" · ", NORMAL)] if pieces else []
        pieces.append((command, CODE))
    return pieces


def _weight(element: Element) -> int:
    """Return how much of a message's room the buttons of an element take, whatever is said beside them."""
    pressable = (*element.buttons, *element.menu) if isinstance(element, Item | Actions) else ()
    return sum(len(button.label.encode()) for button in pressable) + (limits.BLOCK if pressable else 0)


def _option(button: Button, around: str) -> Block:
    """Return an entry of a menu, whose value is short; what its card is stands in the id of the block."""
    apart = "" if button.payload.get("view", "") == around else AROUND
    label = _plain(cut(button.label, limits.OPTION_LABEL))
    return {"text": label, "value": f"{apart}{button.payload['do']}"}


def _text(text: str, look: Look) -> Block:
    if not look and _ADDRESS.fullmatch(text):
        return {"type": "link", "url": text}
    return {"type": "text", "text": text, **({"style": look} if look else {})}


def _value(button: Button) -> str:
    return json.dumps(dict(button.payload), ensure_ascii=False, separators=(",", ":"))


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text or " ", "emoji": False}


def plain_text(text: str, longest: int) -> Block:
    """Return a text in which Slack looks for no mark-up, for labels, titles and hints."""
    return _plain(cut(literal(text), longest))
