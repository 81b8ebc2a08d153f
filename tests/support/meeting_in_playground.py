"""A dialogue on the playground's page, as the page itself does it."""

import itertools
import json
import urllib.request
from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from bot.domain.people import language_of
from bot.messages import Card
from tests.support.bot_process import Bot
from tests.support.meeting import Asked, Meeting, pieces

CHANNEL = "engagement"
_CARD = TypeAdapter(Card)


class InPlayground(Meeting):
    """In a person's own conversation with Engage."""

    platform = "playground"

    def __init__(self, bot: Bot) -> None:
        super().__init__(bot)
        self._events = itertools.count(1)
        self._forms: dict[str, dict[str, Any]] = {}

    def speaks(self, who: str, locale: str) -> None:
        self._ask("language", {"person": who, "language": language_of(locale)})

    def says(self, who: str, text: str, *, channel: bool = False) -> None:
        said = (
            {"conversation": CHANNEL, "text": f"@engage {text}"}
            if channel
            else {"conversation": who, "text": text}
        )
        self._does("say", who, **said)

    def presses(self, who: str, name: str) -> None:
        pressed = [
            {"message": message["id"], "payload": button["payload"]}
            for message in (*self._messages(who, CHANNEL), *self._messages(who))
            for button in _buttons(message["card"])
            if name in {button["label"], button["name"]}
        ]
        assert pressed, f"{who} sees no button {name!r}"
        self._does("press", who, **pressed[-1])
        if who in self._forms:
            self._forms[who] |= {"message": pressed[-1]["message"]}

    def fills(self, who: str, **values: str) -> None:
        form = self._forms[who]
        filled = {one["key"]: one["value"] for one in form["inputs"]}
        assert values.keys() <= filled.keys(), f"the form has {filled}"
        filled |= {key: f"@{value}" if key == "person" else value for key, value in values.items()}
        message = form.get("message")
        self._does("submit", who, conversation=who, message=message, payload=form["payload"], values=filled)
        if who in self._forms:
            self._forms[who] |= {"message": message}

    def asked(self, who: str) -> Asked | None:
        form = self._forms.get(who)
        if form is None:
            return None
        return Asked(
            title=form["title"],
            values={one["key"]: one["value"] for one in form["inputs"]},
            errors={one["key"]: one["error"] for one in form["inputs"] if one["error"]},
            error=form["error"],
        )

    def cards(self, who: str) -> list[tuple[str, str]]:
        return [(text, text) for text in map(_text, self._messages(who))]

    def read_in_channel(self, who: str) -> list[str]:
        return [_text(one) for one in self._messages(who, CHANNEL)]

    def everything(self, who: str) -> Iterator[str]:
        yield from pieces([one["card"] for one in self._messages(who)])
        for message in self._messages(who):
            for element in message["card"]["elements"]:
                for row in element.get("rows", ()):
                    yield from row
        form = self._forms.get(who, {})
        yield from pieces(form)
        yield from (form[key] for key in ("about", "error", "cancel") if form.get(key))
        yield from (one["error"] for one in form.get("inputs", ()) if one["error"])

    def _messages(self, who: str, where: str = "") -> list[dict[str, Any]]:
        address = f"{self.bot.address}api/messages?person={who}&conversation={where or who}"
        with urllib.request.urlopen(address, timeout=10) as answer:
            return [one for one in json.loads(answer.read())["messages"] if one["card"]]

    def _does(self, what: str, who: str, **more: Any) -> None:
        answer = self._ask(what, {"event": f"event-{next(self._events):04}", "person": who, **more})
        self._forms.pop(who, None)
        if answer["form"]:
            self._forms[who] = answer["form"]
        self.bot.settle()

    def _ask(self, what: str, body: dict[str, Any]) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        data = json.dumps(body).encode()
        request = urllib.request.Request(f"{self.bot.address}api/{what}", data=data, headers=headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read())


def _text(message: dict[str, Any]) -> str:
    return _CARD.validate_python(message["card"]).text


def _buttons(card: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the buttons of a card of the playground, in order."""
    return [
        button
        for element in card["elements"]
        for button in (*element.get("buttons", ()), *element.get("menu", ()))
    ]
