"""Cards as Block Kit. Pure.

All text is `rich_text`, in which Slack looks for no mark-up: somebody's words are shown as they were
typed, asterisks, brackets and all. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
"""

import json
from collections.abc import Iterable, Sequence
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
"""Begins the `action_id` of every button."""


def blocks_of(card: Card, *, most: int = limits.MESSAGE_BLOCKS) -> list[Block]:
    """Return a card as at most so many blocks; what does not fit any more is cut with "…"."""
    builder = _Builder(colon="\u00a0: " if card.language == "fr" else ": ")
    builder.write("rich_text_section", [(card.title, {"bold": True})])
    for element in card.elements:
        builder.add(element)
    return builder.blocks(most)


def fallback_of(card: Card) -> str:
    """Return all of a card as escaped text, for notifications, screen readers and old clients."""
    return escaped(cut(card.text, limits.FALLBACK))


def link_or_text(text: str) -> Block:
    """Return an element of rich text; an address of the web is one to follow."""
    if text.startswith(("https://", "http://")) and not any(character.isspace() for character in text):
        return {"type": "link", "url": text}
    return {"type": "text", "text": text}


Piece = tuple[str, dict[str, bool]]
"""Some text, and how it looks."""


class _Builder:
    """Blocks in the making: text that follows text shares a block."""

    def __init__(self, *, colon: str) -> None:
        self._blocks: list[Block] = []
        self._colon = colon
        self._room = limits.ALL_TEXT
        self._buttons = 0

    def blocks(self, most: int) -> list[Block]:
        """Return what was built; what is beyond `most` is left out, which "…" at the end shows."""
        if len(self._blocks) <= most:
            return self._blocks
        return [*self._blocks[: most - 1], {"type": "context", "elements": [_plain("…")]}]

    def add(self, element: Element) -> None:
        """Add an element of a card."""
        match element:
            case Paragraph(text=text):
                self.write("rich_text_section", [(text, {})])
            case Quote(text=text):
                self.write("rich_text_quote", [(text, {})])
            case Fields(rows=rows):
                self._write_fields(rows)
            case Commands(rows=rows):
                self._write_commands(rows)
            case Item():
                self._write_item(element)
            case Small(text=text):
                shown = self._taken(text, limits.CONTEXT)
                self._append({"type": "context", "elements": [_plain(shown)]})
            case Actions(buttons=buttons):
                self._press(buttons)

    def write(self, kind: str, pieces: Sequence[Piece]) -> None:
        """Add a line of text, or a quote. Lines stand in one section: Slack may set two side by side."""
        elements = []
        for text, style in pieces:
            if shown := self._taken(text, limits.TEXT):
                element = {"type": "text", "text": shown} if style else link_or_text(shown)
                elements.append({**element, "style": style} if style else element)
        if not elements:
            return
        parts = self._rich()["elements"]
        if kind == "rich_text_section" and parts and parts[-1]["type"] == kind:
            parts[-1]["elements"] += [{"type": "text", "text": "\n"}, *elements]
        else:
            parts.append({"type": kind, "elements": elements})

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

    def _write_fields(self, rows: Iterable[tuple[str, str]]) -> None:
        for label, value in rows:
            self.write("rich_text_section", [(f"{label}{self._colon}", {"bold": True}), (value, {})])

    def _write_commands(self, rows: Iterable[tuple[str, str]]) -> None:
        for command, does in rows:
            self.write("rich_text_section", [(command, {"code": True}), (f" — {does}", {})])

    def _write_item(self, item: Item) -> None:
        detail = [(f"\n{item.detail}", dict[str, bool]())] if item.detail else []
        self.write("rich_text_section", [(item.title, {"bold": True}), *detail])
        self._press(item.buttons)

    def _press(self, buttons: Sequence[Button]) -> None:
        pressable = [button for button in buttons if len(_value(button)) <= limits.BUTTON_VALUE]
        for first in range(0, len(pressable), limits.BUTTONS_IN_A_ROW):
            row = pressable[first : first + limits.BUTTONS_IN_A_ROW]
            self._append({"type": "actions", "elements": [self._button(button) for button in row]})

    def _button(self, button: Button) -> Block:
        self._buttons += 1
        self._room -= len(button.label.encode())
        style = {} if button.style is Style.PLAIN else {"style": button.style.value}
        return {
            "type": "button",
            "action_id": f"{ACTION}-{self._buttons}",
            "text": _plain(cut(button.label, limits.BUTTON_LABEL)),
            "accessibility_label": cut(button.name or button.label, limits.BUTTON_LABEL),
            "value": _value(button),
            **style,
        }


def _value(button: Button) -> str:
    return json.dumps(dict(button.payload), ensure_ascii=False, separators=(",", ":"))


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text or " ", "emoji": False}


def plain_text(text: str, longest: int) -> Block:
    """Return a text in which Slack looks for no mark-up, for labels, titles and hints."""
    return _plain(cut(literal(text), longest))
