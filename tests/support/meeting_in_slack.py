"""A dialogue in Slack: in direct messages, and by mentions in the channel."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from tests.peers.slack import SlackPeer
from tests.peers.slack.blocks import elements
from tests.support.meeting import Asked, Meeting, pieces
from tests.support.slack_bot import SlackBot

CHANNEL = "engagement"


class InSlack(Meeting):
    """In direct messages."""

    platform = "slack"

    def __init__(self, bot: SlackBot, slack: SlackPeer) -> None:
        super().__init__(bot)
        self.slack = slack
        self._answered: dict[str, dict[str, Any]] = {}
        self._rooms = {who: slack.direct(who) for who in self.people} | {CHANNEL: slack.channel_id(CHANNEL)}

    def speaks(self, who: str, locale: str) -> None:
        assert self.slack.change_user(who, locale=locale).status == 200

    def says(self, who: str, text: str, *, channel: bool = False) -> None:
        if channel:
            self.slack.person(who).mentions(CHANNEL, text)
        else:
            self.slack.person(who).says_dm(text)
        self.bot.settle()

    def presses(self, who: str, name: str) -> None:
        with_button = [one for one in self._shown(who) if name in _names(one)]
        assert with_button, f"{who} sees no button {name!r}, but {[_names(one) for one in self._shown(who)]}"
        self.slack.person(who).presses(name, on=with_button[-1])
        self._answered.pop(who, None)
        self.bot.settle()

    def fills(self, who: str, **values: str) -> None:
        self._answered[who] = self.slack.person(who).fills(**values)
        self.bot.settle()

    def picks(self, who: str, kind: str, words: str, *, author: str) -> None:
        """Pick what somebody wrote in the channel, to record it."""
        message = self.slack.say(author, words, channel=CHANNEL)
        self.slack.person(who).uses_shortcut(f"record_{kind}", on=message)
        self._answered.pop(who, None)
        self.bot.settle()

    def opens_home(self, who: str) -> None:
        """Look at their Home tab, which follows from then on."""
        self.slack.person(who).opens_home()
        self.bot.settle()

    def asked(self, who: str) -> Asked | None:
        view = self.slack.person(who).form
        if view is None:
            return None
        fields = [thing for thing in elements(view["blocks"]) if thing.block["type"] == "input"]
        return Asked(
            title=view["title"]["text"],
            values={block["block_id"]: _value(element) for block, element in fields},
            errors=self._answered.get(who, {}).get("errors", {}),
            error=" ".join(
                pieces([one for one in view["blocks"] if one["type"] not in {"input", "actions"}])
            ),
        )

    def cards(self, who: str) -> list[tuple[str, str]]:
        return [(unescape(one["text"]), "".join(_texts(one["blocks"]))) for one in self._written(who)]

    def read_in_channel(self, who: str) -> list[str]:
        return [unescape(one["text"]) for one in self._in_channel(who)]

    def everything(self, who: str) -> Iterator[str]:
        shown = [*self._shown(who), *self.slack.views(who)]
        errors = list(self._answered.get(who, {}).get("errors", {}).values())
        for text in (*errors, *pieces(shown)):
            yield unescape(text)

    def _shown(self, who: str) -> list[dict[str, Any]]:
        home = self.slack.home(who)
        return [*([home] if home else []), *self.slack.ephemerals(who), *self._written(who)]

    def _in_channel(self, who: str) -> list[dict[str, Any]]:
        here = self._rooms[CHANNEL]
        return [
            *(one for one in self.slack.ephemerals(who) if one["channel"] == here),
            *self._written(CHANNEL),
        ]

    def _written(self, where: str) -> list[dict[str, Any]]:
        """Return what Engage wrote in the channel or to somebody, in order; asked for often, so in one step."""
        room, engage = self._rooms[where], self.slack.bot_user
        rows = (
            row for row in self.slack.rows("messages") if (row["channel_id"], row["user"]) == (room, engage)
        )
        return sorted(({**row, "channel": room} for row in rows), key=lambda row: row["ts"])


def _names(message: dict[str, Any]) -> set[str]:
    """Return what the buttons of a message are called, on them and by a screen reader."""
    things = [thing for thing in elements(message["blocks"]) if thing.element["type"] == "button"]
    return {name for thing in things for name in thing.names}


def _value(element: dict[str, Any]) -> str:
    chosen = element.get("initial_option", {}).get("value", "")
    return element.get("initial_value") or element.get("initial_user") or chosen


def _texts(blocks: Any) -> Iterator[str]:
    """Yield what can be read in Slack's blocks, but for buttons."""
    for block in blocks if isinstance(blocks, list) else [blocks]:
        if isinstance(block, dict) and block.get("type") != "actions" and "action_id" not in block:
            if isinstance(shown := block.get("text") or block.get("url"), str):
                yield shown
            yield from _texts([value for value in block.values() if isinstance(value, dict | list)])
        elif isinstance(block, list):
            yield from _texts(block)
