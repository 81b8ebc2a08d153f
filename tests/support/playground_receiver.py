"""A small core for tests of the playground alone: it answers with every element that a card can have.

It keeps the contracts of `Receiver` (a repeated event gets the first answer) and `Sweeper`.
"""

from datetime import datetime, timedelta

from adapters.playground.clock import MovableClock
from adapters.playground.people import BY_USER
from adapters.playground.platform import Playground
from bot.domain.people import Language
from bot.messages import Audience, Inbound, Outbound, Pressed, Reply, Submitted, Typed
from tests.support.playground_cards import (
    helping,
    kept,
    mine,
    record_form,
    recorded,
    reminder,
    summary,
    unclear,
)


class Script:
    """Hears and sweeps. `heard` is every event once; `due` are the reminders still to be sent."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._answers: dict[str, Reply] = {}
        self.heard: list[Inbound] = []
        self.due: list[tuple[datetime, str]] = []
        self.swept: list[datetime] = []

    @property
    def clock(self) -> MovableClock:
        return self._playground.clock

    def remind(self, user: str, *, after: timedelta) -> None:
        """Plan a reminder."""
        self.due.append((self.clock.now() + after, user))

    async def __call__(self, inbound: Inbound) -> Reply:
        if inbound.event_id not in self._answers:
            self.heard.append(inbound)
            self._answers[inbound.event_id] = self._reply(inbound)
        return self._answers[inbound.event_id]

    async def sweep(self) -> None:
        now = self.clock.now()
        self.swept.append(now)
        for at, user in [due for due in self.due if due[0] <= now]:
            self.due.remove((at, user))
            card = reminder(self._playground.conversations.language(user))
            key = f"reminder:{user}:{at.isoformat()}"
            await self._playground.send(Outbound(key=key, to=BY_USER[user].direct, card=card))

    async def next_moment(self) -> datetime | None:
        return min((at for at, _ in self.due), default=None)

    async def next_reminder(self) -> datetime | None:
        return await self.next_moment()

    def _reply(self, inbound: Inbound) -> Reply:
        language = inbound.sender.language or "en"
        match inbound.said:
            case Typed(text=text):
                return _typed(language, text)
            case Pressed(payload={"verb": "done"}):
                return Reply(card=kept(language), replaces=True)
            case Submitted(values=values) if all(values.values()):
                return Reply(card=recorded(language, values["words"]), replaces=True)
            case Submitted(values=values):
                return Reply(form=record_form(language, values))
            case Pressed():
                return Reply(form=record_form(language))


def _typed(language: Language, text: str) -> Reply:
    match text.partition(" ")[0]:
        case "":
            return Reply(form=record_form(language))
        case "promise" | "engagement":
            return Reply(card=recorded(language, text.partition(":")[2].strip()))
        case "mine" | "mes":
            return Reply(card=mine(language))
        case "help" | "aide":
            return Reply(card=helping(language))
        case "summary" | "bilan":
            return Reply(card=summary(language), audience=Audience.CONVERSATION)
        case _:
            return Reply(card=unclear(language, text))
