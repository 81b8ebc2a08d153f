"""One way to hold a dialogue on every platform: people who say, press and fill in, and what they read.

A meeting has a bot of its own. People are named by their handles; they speak to Engage alone, or in the channel
of their team. `tests.support.meetings` opens one on each platform.
"""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from bot.config import load_config
from bot.export import write_json
from storage import open_store
from tests.support.bot_process import Bot

WITHIN = {"title", "text", "label", "placeholder", "hint", "name", "tooltip", "altText", "alt_text", "errorMessage",
          "accessibility_label", "fallbackText", "summary", "speak", "submit", "close", "value_shown"}  # fmt: skip
"""Where platforms keep what somebody reads, sees or hears read."""

BULLET = "•"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A form as it stands before somebody: what is in its fields, and what is said to be wrong, by key."""

    title: str
    values: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    error: str = ""


class Meeting(ABC):
    """A dialogue on one platform; `bot` is Engage there."""

    platform: str
    people: tuple[str, ...] = ("ana", "sam", "dana", "lea")

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    @abstractmethod
    def speaks(self, who: str, locale: str) -> None:
        """Set the language in which somebody uses the platform, such as "fr-CA"."""

    @abstractmethod
    def says(self, who: str, text: str, *, channel: bool = False) -> None:
        """Say something to Engage, alone with it or by a mention in the channel."""

    @abstractmethod
    def presses(self, who: str, name: str) -> None:
        """Press the newest button with this label or spoken name."""

    @abstractmethod
    def fills(self, who: str, **values: str) -> None:
        """Fill in and send the form that is open, by key."""

    @abstractmethod
    def asked(self, who: str) -> Asked | None:
        """Return the form that is open before somebody, if any."""

    @abstractmethod
    def cards(self, who: str) -> list[tuple[str, str]]:
        """Return the text of every card that somebody was sent, as it stands now, and what they see of it."""

    @abstractmethod
    def read_in_channel(self, who: str) -> list[str]:
        """Return the text of everything that somebody reads of Engage in the channel, in order."""

    @abstractmethod
    def everything(self, who: str) -> Iterator[str]:
        """Return each piece of text that somebody can see now, or hear read: cards, buttons, forms, errors."""

    def reads(self, who: str) -> list[str]:
        """Return the text of every card; it must be what they see, but for spaces, line breaks and bullets."""
        found = self.cards(who)
        for text, seen in found:
            assert _squeezed(seen) == _squeezed(text), (seen, text)
        return [text for text, _ in found]

    def records(self) -> dict[str, Any]:
        """Return everything that was recorded, as `engage export` has it."""
        config = load_config(self.bot.directory / "app.yaml", self.bot.environment)
        store, out = open_store(config.store_url, read_only=True), StringIO()
        asyncio.run(write_json(store, out))
        asyncio.run(store.close())
        return json.loads(out.getvalue())


def pieces(value: Any) -> Iterator[str]:
    """Yield what can be read in what a platform was given to show."""
    match value:
        case dict():
            for key, each in value.items():
                if isinstance(each, str):
                    if key in WITHIN:
                        yield each
                else:
                    yield from pieces(each)
        case list():
            for each in value:
                yield from pieces(each)


def _squeezed(text: str) -> str:
    return "".join(text.replace(BULLET, "").split())
