"""What is shown: cards with their buttons, and forms."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.domain.people import Language
from bot.messages.inbound import Payload


class Tone(StrEnum):
    """What a card is about at a glance. Renderers may colour it; the words say it anyway."""

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    REFUSED = "refused"


class Style(StrEnum):
    """How a button looks."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button. `label` is short; `name` says it whole, unique on its card, for a screen reader.

    `opens` says that it opens a form, for platforms that want to know before it is pressed.
    """

    label: str
    payload: Payload
    name: str = ""
    style: Style = Style.PLAIN
    opens: bool = False


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A sentence or more; line breaks stay."""

    text: str
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Somebody's own words, never translated. `language` is theirs where it is known."""

    text: str
    language: Language | None = None
    kind: Literal["quote"] = "quote"


@dataclass(frozen=True, kw_only=True)
class Fields:
    """Labels with their values, in order."""

    rows: tuple[tuple[str, str], ...]
    kind: Literal["fields"] = "fields"


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing of a list: what it is, its circumstances, its buttons; `menu` holds those asked for less."""

    title: str
    detail: str = ""
    buttons: tuple[Button, ...] = ()
    menu: tuple[Button, ...] = ()
    kind: Literal["item"] = "item"


@dataclass(frozen=True, kw_only=True)
class Commands:
    """Commands to type, each with what it does."""

    rows: tuple[tuple[str, str], ...]
    kind: Literal["commands"] = "commands"


@dataclass(frozen=True, kw_only=True)
class Actions:
    """Buttons in a row; `menu` holds those asked for less."""

    buttons: tuple[Button, ...]
    menu: tuple[Button, ...] = ()
    kind: Literal["actions"] = "actions"


@dataclass(frozen=True, kw_only=True)
class Small:
    """A remark, set smaller."""

    text: str
    kind: Literal["small"] = "small"


Element = Paragraph | Quote | Fields | Item | Commands | Actions | Small


@dataclass(frozen=True, kw_only=True)
class Card:
    """What Engage says. `language` is that of its sentences, for screen readers and hyphenation."""

    title: str
    language: Language
    elements: tuple[Element, ...] = ()
    tone: Tone = Tone.PLAIN

    @property
    def text(self) -> str:
        """All of the card as plain lines, for notifications and for clients that show no cards."""
        colon = "\u00a0: " if self.language == "fr" else ": "
        lines = (line for element in self.elements for line in _lines(element, colon))
        return "\n".join([self.title, *lines])


def _lines(element: Element, colon: str) -> list[str]:
    match element:
        case Paragraph() | Quote() | Small():
            return [element.text]
        case Fields():
            return [f"{label}{colon}{value}" for label, value in element.rows]
        case Commands():
            return [f"{command} — {does}" for command, does in element.rows]
        case Item():
            return [line for line in (element.title, element.detail) if line]
        case Actions():
            return []


@dataclass(frozen=True, kw_only=True)
class Option:
    """One of the things to choose from."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Input:
    """One thing to fill in. `error` says what is wrong with what was sent.

    `options` are what a choice is between; for a person, those who are known, where the platform does not
    offer everybody by itself.
    """

    key: str
    label: str
    type: Literal["line", "text", "choice", "person"] = "line"
    value: str = ""
    hint: str = ""
    options: tuple[Option, ...] = ()
    required: bool = True
    error: str = ""


@dataclass(frozen=True, kw_only=True)
class Form:
    """Things to fill in, sent back as `Submitted` with `payload`. `about` says what it is for, in one line."""

    title: str
    language: Language
    submit: str
    cancel: str
    payload: Payload
    inputs: tuple[Input, ...]
    about: str = ""
    error: str = ""
