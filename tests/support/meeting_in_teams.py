"""A dialogue in Teams: in personal chats, and by mentions in a channel."""

from collections.abc import Iterator
from typing import Any

from tests.peers.teams import Message, TeamsPeer
from tests.peers.teams.cards import actions, inputs
from tests.support.meeting import Asked, Meeting, pieces
from tests.support.teams_bot import TeamsBot, at

CHANNEL = "promises"
_FIELD = "field:"


class InTeams(Meeting):
    """In personal chats."""

    platform = "teams"

    def __init__(self, bot: TeamsBot, teams: TeamsPeer) -> None:
        super().__init__(bot)
        self.teams = teams
        self._people = {name: teams.person(name) for name in self.people}

    def speaks(self, who: str, locale: str) -> None:
        self._people[who].speaks(locale)

    def says(self, who: str, text: str, *, channel: bool = False) -> None:
        self._people[who].says(text, CHANNEL if channel else None)
        self.bot.settle()

    def presses(self, who: str, name: str) -> None:
        with_button = [one for one in self._shown(who) if one.cards and name in _names(one.card)]
        assert with_button, f"{who} sees no button {name!r}"
        message = with_button[-1]
        label = next(one["title"] for one in actions(message.card) if name in _called(one))
        self._people[who].presses(label, on=at(message, name))
        self.bot.settle()

    def fills(self, who: str, **values: str) -> None:
        self._people[who].fills({f"{_FIELD}{key}": value for key, value in values.items()})
        self.bot.settle()

    def picks(self, who: str, kind: str, words: str, *, author: str) -> None:
        """Pick what somebody wrote in the channel, to record it."""
        wrote = self.teams.server.members[author]
        message = self.teams.say(wrote, words, self.teams.conversation(CHANNEL), mention=False)
        self._people[who].uses_action(f"record_{kind}", on=message)
        self.bot.settle()

    def asked(self, who: str) -> Asked | None:
        form = self._people[who].form
        if form is None:
            return None
        errors = _wrong(form.card["body"])
        return Asked(
            title=form.title,
            values={one["id"].removeprefix(_FIELD): one.get("value", "") for one in inputs(form.card)},
            errors={key: text for key, text in errors.items() if key},
            error=errors.get("", ""),
        )

    def cards(self, who: str) -> list[tuple[str, str]]:
        return [(one.card["fallbackText"], "".join(one.words)) for one in self._people[who].inbox]

    def read_in_channel(self, who: str) -> list[str]:
        shown = self.teams.messages(CHANNEL)
        return [one.card["fallbackText"] for one in shown if one.sender == "engage" and one.cards]

    def everything(self, who: str) -> Iterator[str]:
        person = self._people[who]
        for message in self._people[who].inbox:
            yield from pieces(message.cards)
            yield from pieces(message.activity)
        if person.form:
            yield person.form.title
            yield from pieces(person.form.card)
        if person.notice:
            yield person.notice

    def _shown(self, who: str) -> list[Message]:
        in_channel = [one for one in self.teams.messages(CHANNEL) if one.sender == "engage"]
        return [*in_channel, *self._people[who].inbox]


def _called(button: dict[str, Any]) -> set[str]:
    return {button[key] for key in ("title", "tooltip") if key in button}


def _names(card: dict[str, Any]) -> set[str]:
    return {name for button in actions(card) for name in _called(button)}


def _wrong(body: list[dict[str, Any]]) -> dict[str, str]:
    """Return what is said to be wrong with each field, which stands below it; above all of them, it has no key."""
    key, wrong = "", {}
    for block in body:
        key = block.get("id", key).removeprefix(_FIELD)
        for run in block.get("inlines", ()):
            if run.get("color") == "Attention":
                wrong[key] = run["text"]
    return wrong
