"""Cards as Adaptive Cards 1.5. Pure.

All text is in `TextRun`, in which Teams looks for no mark-up: somebody's words are shown as they were typed,
asterisks, brackets and all. https://learn.microsoft.com/adaptive-cards/schema-explorer/text-run

No action has a fallback: clients that show cards of version 1.5 know `Action.Execute`, which is of 1.4, and
all others show `fallbackText`, which says everything.
https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from adapters.teams import limits
from adapters.teams.escape import is_plain, literal
from adapters.teams.limits import cut, weight
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
from bot.words import Words

Block = dict[str, Any]
CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"

PRESS = "press"
"""The verb of every button, and what its data says under `engage`."""

_ADDRESS = re.compile(r"https?://[^\s/?#<>|…\u2060][^\s<>|…\u2060]*")
_STYLES = {Style.PRIMARY: "positive", Style.DANGER: "destructive"}

Look = dict[str, str | bool]
BOLD: Look = {"weight": "Bolder"}
CODE: Look = {"fontType": "Monospace"}
SMALL: Look = {"size": "Small", "isSubtle": True}
WRONG: Look = {"color": "Attention", "weight": "Bolder"}
NORMAL: Look = {}
Pieces = Sequence[tuple[str, Look]]
"""Texts, each with how it looks."""


def attachment_of(card: Card, *, stamp: str = "") -> Block:
    """Return a card as the attachment of an activity."""
    return {"contentType": CONTENT_TYPE, "content": card_of(card, stamp=stamp)}


def card_of(card: Card, *, stamp: str = "", most: int = limits.CARD) -> Block:
    """Return a card as an Adaptive Card of at most so many bytes (JSON in UTF-16).

    `stamp` comes back with every button. Long texts are cut with "…" until all fits; if that is not enough,
    things of a list do without their menus; and then the last elements are left out, which "…" shows.
    """
    trials = [_Builder(card, stamp=stamp, longest=longest) for longest in limits.TEXTS]
    trials.append(_Builder(card, stamp=stamp, longest=limits.TEXTS[-1], has_menus=False))
    for builder in trials:
        shown = builder.card([block for part in builder.parts() for block in part])
        if weight(shown) <= most:
            return shown
    kept, more = list[Block](), text_block([("…", NORMAL)])
    for part in builder.parts():
        if weight(builder.card([*kept, *part, more])) > most:
            break
        kept += part
    return builder.card([*kept, more])


def envelope(language: str, text: str, body: list[Block]) -> Block:
    """Return an Adaptive Card of this body; `text` stands for it in clients that do not show it."""
    return {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": language,
        "fallbackText": text,
        "msteams": {"width": "Full"},
        "body": body,
    }


def heading(text: str) -> Block:
    """Return a title: one that screen readers announce as such, if Markdown finds nothing in it."""
    shown = literal(text)
    look: Look = {"size": "Medium", "weight": "Bolder"}
    if is_plain(shown):
        return {"type": "TextBlock", "style": "heading", "wrap": True, **look, "text": shown}
    return text_block([(text, look)])


def text_block(pieces: Pieces, *, longest: int = limits.TEXTS[0], **more: str) -> Block:
    """Return a paragraph; there is always something in it, since Teams refuses one without text."""
    runs = [_run(cut(literal(text), longest), look) for text, look in pieces if text]
    return {"type": "RichTextBlock", **more, "inlines": runs or [_run("\u00a0", NORMAL)]}


class _Builder:
    """A card in the making, of texts no longer than `longest`."""

    def __init__(self, card: Card, *, stamp: str, longest: int, has_menus: bool = True) -> None:
        self._card = card
        self._stamp = stamp
        self._longest = longest
        self._has_menus = has_menus
        self._hidden = 0
        self._colon = "\u00a0: " if card.language == "fr" else ": "

    def card(self, body: list[Block]) -> Block:
        """Return the card of this body, below the title."""
        title = heading(cut(self._card.title, self._longest))
        text = cut(literal(self._card.text), self._longest * limits.FALLBACK)
        return envelope(self._card.language, text, [title, *body])

    def parts(self) -> Iterator[list[Block]]:
        """Yield what each element looks like; a paragraph before fields, items or a quote is a heading."""
        is_list = False
        for element, following in pairwise([*self._card.elements, None]):
            if isinstance(element, Paragraph):
                is_list = isinstance(following, Fields | Commands)
                is_heading = is_list or isinstance(following, Item | Quote)
                spacing = "Medium" if is_heading else "Default"
                yield [self._line([(element.text, BOLD if is_heading else NORMAL)], spacing=spacing)]
            elif element is not None:
                yield self._part(element, is_list=is_list)

    def _part(self, element: Element, *, is_list: bool) -> list[Block]:
        match element:
            case Quote(text=text):
                # Apart: on a ground of its own, and indented by the padding that comes with it.
                quote = self._line([(text, NORMAL)])
                return [{"type": "Container", "style": "emphasis", "spacing": "Small", "items": [quote]}]
            case Fields(rows=rows) if is_list:
                return [self._listed([(f"{label}{self._colon}{value}", NORMAL)]) for label, value in rows]
            case Fields(rows=rows):
                pieces = [[(f"{label}{self._colon}", BOLD), (value, NORMAL)] for label, value in rows]
                return [self._line(row, spacing="Small") for row in pieces]
            case Commands(rows=rows):
                return [self._listed([*_commands(command), (f" — {does}", NORMAL)]) for command, does in rows]
            case Item():
                return [self._item(element)]
            case Actions(buttons=buttons, menu=menu):
                return self._pressable(buttons, menu, self._card.title)
            case Paragraph(text=text) | Small(text=text):
                return [self._line([(text, SMALL)], spacing="Small")]

    def _line(self, pieces: Pieces, **more: str) -> Block:
        return text_block(pieces, longest=self._longest, **more)

    def _listed(self, pieces: Pieces) -> Block:
        return self._line([("• ", NORMAL), *pieces], spacing="Small")

    def _item(self, item: Item) -> Block:
        lines = [self._line([(item.title, BOLD)])]
        if item.detail:
            lines.append(self._line([(item.detail, NORMAL)], spacing="None"))
        pressable = self._pressable(item.buttons, item.menu if self._has_menus else (), item.title)
        return {"type": "Container", "separator": True, "spacing": "Medium", "items": [*lines, *pressable]}

    def _pressable(self, buttons: Sequence[Button], menu: Sequence[Button], about: str) -> list[Block]:
        """Return rows of buttons; those asked for less are shown by one more, which says what `about`.

        Teams has a menu of its own, but the names of its entries are lost there to screen readers.
        """
        beside = [_button(button, self._stamp) for button in buttons if _fits(button)]
        within = [_button(button, self._stamp) for button in menu if _fits(button)]
        hidden = [{"id": self._next_id(), "isVisible": False, **row} for row in _rows(within)]
        if hidden:
            beside.append(self._more([row["id"] for row in hidden], about))
        return [*_rows(beside), *hidden]

    def _more(self, rows: list[str], about: str) -> Block:
        words = Words(self._card.language)
        label = words("button-more")
        name = literal(words("button-name", label=label, about=cut(about, limits.BUTTON_NAME)))
        return {"type": "Action.ToggleVisibility", "title": label, "tooltip": name, "targetElements": rows}

    def _next_id(self) -> str:
        self._hidden += 1
        return f"more-{self._hidden}"


def _rows(actions: Sequence[Block]) -> list[Block]:
    """Return buttons in rows that fit on a phone: renderers cut the labels of a row that does not."""
    rows: list[list[Block]] = []
    room = 0.0
    for action in actions:
        width = limits.BUTTON + limits.LETTER * len(action["title"])
        room -= width
        if room < 0 or len(rows[-1]) == limits.ACTIONS:
            rows.append([])
            room = limits.ROW - width
        rows[-1].append(action)
    spacings = ["Default", *["Small"] * len(rows)]
    return [
        {"type": "ActionSet", "spacing": spacing, "actions": row}
        for spacing, row in zip(spacings, rows, strict=False)
    ]


def _fits(button: Button) -> bool:
    return weight(dict(button.payload)) <= limits.BUTTON_DATA


def _button(button: Button, stamp: str) -> Block:
    data: Block = {"engage": PRESS, "payload": dict(button.payload), **({"stamp": stamp} if stamp else {})}
    kind: Block = {"type": "Action.Execute", "verb": PRESS, "data": data}
    if button.opens:
        # Only this opens a dialog:
        # https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
        kind = {"type": "Action.Submit", "data": {"msteams": {"type": "task/fetch"}, **data}}
    style = {"style": _STYLES[button.style]} if button.style in _STYLES else {}
    label = cut(literal(button.label), limits.BUTTON_LABEL)
    name = cut(literal(button.name), limits.BUTTON_NAME)
    return {**kind, "title": label, **({"tooltip": name} if name not in {"", label} else {}), **style}


def _commands(text: str) -> Pieces:
    """Set each of several commands apart, so that one can be copied."""
    pieces: list[tuple[str, Look]] = []
    for number, command in enumerate(text.split(" · ")):
        pieces += [(" · ", NORMAL)] if number else []
        pieces.append((command, CODE))
    return pieces


def _run(text: str, look: Look) -> Block:
    link = {"selectAction": {"type": "Action.OpenUrl", "url": text}} if _ADDRESS.fullmatch(text) else {}
    return {"type": "TextRun", "text": text, **look, **link}
