"""One way to hold a dialogue on every platform: people who say, press and fill in, and what they read.

A meeting has a bot of its own. People are named by their handles; what they say, they say to Engage alone.
"""

import asyncio
import itertools
import json
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.config import load_config
from bot.export import write_json
from bot.messages import Card
from storage import open_store
from tests.peers.slack import SlackPeer, slack_peer
from tests.peers.teams import TeamsPeer, teams_peer
from tests.support.bot_main import PLAYGROUND
from tests.support.bot_process import Bot
from tests.support.slack_bot import APP_YAML, SlackBot
from tests.support.teams_bot import TeamsBot

_CARD = TypeAdapter(Card)
BULLET = "•"


class Meeting(ABC):
    """A dialogue on one platform; `bot` is Engage there."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    @abstractmethod
    def says(self, who: str, text: str) -> None:
        """Say something to Engage."""

    @abstractmethod
    def presses(self, who: str, label: str) -> None:
        """Press the newest button with this label."""

    @abstractmethod
    def fills(self, who: str, **values: str) -> None:
        """Fill in and send the form that is open, by key."""

    @abstractmethod
    def cards(self, who: str) -> list[tuple[str, str]]:
        """Return the text of every card that somebody was sent, as it stands now, and what they see of it."""

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


class InSlack(Meeting):
    """In direct messages."""

    def __init__(self, bot: Bot, slack: SlackPeer) -> None:
        super().__init__(bot)
        self._slack = slack

    def says(self, who: str, text: str) -> None:
        self._slack.person(who).says_dm(text)
        self.bot.settle()

    def presses(self, who: str, label: str) -> None:
        with_button = [one for one in self._slack.person(who).inbox if label in _labels(one)]
        self._slack.person(who).presses(label, on=with_button[-1])
        self.bot.settle()

    def fills(self, who: str, **values: str) -> None:
        self._slack.person(who).fills(**values)
        self.bot.settle()

    def cards(self, who: str) -> list[tuple[str, str]]:
        inbox = self._slack.person(who).inbox
        return [(unescape(one["text"]), "".join(_texts(one["blocks"]))) for one in inbox]


class InTeams(Meeting):
    """In personal chats."""

    def __init__(self, bot: Bot, teams: TeamsPeer) -> None:
        super().__init__(bot)
        self._people = {name: teams.person(name) for name in ("ana", "sam", "dana", "lea")}

    def says(self, who: str, text: str) -> None:
        self._people[who].says(text)
        self.bot.settle()

    def presses(self, who: str, label: str) -> None:
        self._people[who].presses(label)
        self.bot.settle()

    def fills(self, who: str, **values: str) -> None:
        self._people[who].fills({f"field:{key}": value for key, value in values.items()})
        self.bot.settle()

    def cards(self, who: str) -> list[tuple[str, str]]:
        return [(one.card["fallbackText"], "".join(one.words)) for one in self._people[who].inbox]


class InPlayground(Meeting):
    """On the playground's page, as the page itself does it."""

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self._events = itertools.count(1)
        self._form: dict[str, Any] = {}

    def says(self, who: str, text: str) -> None:
        self._does("say", who, conversation=who, text=text)

    def presses(self, who: str, label: str) -> None:
        pressed = [
            {"message": message["id"], "payload": button["payload"]}
            for message in self._messages(who)
            for button in _buttons(message["card"])
            if button["label"] == label
        ]
        self._does("press", who, **pressed[-1])
        self._form |= {"message": pressed[-1]["message"]}

    def fills(self, who: str, **values: str) -> None:
        filled = {one["key"]: one["value"] for one in self._form["inputs"]}
        filled |= {key: f"@{value}" if key == "person" else value for key, value in values.items()}
        payload, message = self._form["payload"], self._form["message"]
        self._does("submit", who, conversation=who, message=message, payload=payload, values=filled)
        self._form |= {"message": message}

    def cards(self, who: str) -> list[tuple[str, str]]:
        texts = [_CARD.validate_python(one["card"]).text for one in self._messages(who)]
        return [(text, text) for text in texts]

    def _messages(self, who: str) -> list[dict[str, Any]]:
        address = f"{self.bot.address}api/messages?person={who}&conversation={who}"
        with urllib.request.urlopen(address, timeout=10) as answer:
            return [one for one in json.loads(answer.read())["messages"] if one["card"]]

    def _does(self, what: str, who: str, **more: Any) -> None:
        body = json.dumps({"event": f"event-{next(self._events):04}", "person": who, **more}).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.bot.address}api/{what}", data=body, headers=headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            self._form = json.loads(answer.read())["form"] or {}
        self.bot.settle()


@contextmanager
def slack(directory: Path) -> Iterator[Meeting]:
    with slack_peer() as peer, SlackBot(directory, peer) as bot:
        yield InSlack(bot, peer)


@contextmanager
def teams(directory: Path) -> Iterator[Meeting]:
    with teams_peer() as peer, TeamsBot(directory, peer) as bot:
        yield InTeams(bot, peer)


@contextmanager
def playground(directory: Path) -> Iterator[Meeting]:
    with Bot(
        directory, app_yaml=APP_YAML.replace("slack:", "playground:"), settings={PLAYGROUND: "1"}
    ) as bot:
        yield InPlayground(bot)


MEETINGS: dict[str, Callable[[Path], AbstractContextManager[Meeting]]] = {
    "slack": slack,
    "teams": teams,
    "playground": playground,
}


def _squeezed(text: str) -> str:
    return "".join(text.replace(BULLET, "").split())


def _texts(blocks: Any) -> Iterator[str]:
    """Yield what can be read in Slack's blocks, but for buttons."""
    for block in blocks if isinstance(blocks, list) else [blocks]:
        if isinstance(block, dict) and block.get("type") != "actions" and "action_id" not in block:
            if isinstance(block.get("text"), str):
                yield block["text"]
            yield from _texts([value for value in block.values() if isinstance(value, dict | list)])
        elif isinstance(block, list):
            yield from _texts(block)


def _labels(message: dict[str, Any]) -> list[str]:
    """Return what stands on the buttons of a message in Slack."""
    found = []
    for block in message["blocks"]:
        found += [each for each in block.get("elements", []) if block["type"] == "actions"]
        found += [block["accessory"]] if "accessory" in block else []
    return [each["text"]["text"] for each in found if each["type"] == "button"]


def _buttons(card: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the buttons of a card of the playground, in order."""
    return [
        button
        for element in card["elements"]
        for button in (*element.get("buttons", ()), *element.get("menu", ()))
    ]
