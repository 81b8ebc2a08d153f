"""A stage for dialogues in this process: the core on a real store, people of one language, a set clock.

`tests.support.world` runs the core in a process that can be killed; here nothing is killed, and everything that
the core says is kept: what it answers, what it tells others, what it asks in forms.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from pathlib import Path

from bot.config import Config, load_config
from bot.domain.people import Identity, Language
from bot.engine import Engine, build_engine
from bot.messages import (
    Actions,
    Button,
    Card,
    ConversationRef,
    Delivered,
    Form,
    Inbound,
    Item,
    Opened,
    Outbound,
    Picked,
    Place,
    Pressed,
    Profile,
    Receipt,
    Rejected,
    Reply,
    Said,
    SendResult,
    Submitted,
    Typed,
    Undelivered,
)
from bot.words import Words
from storage import open_store
from tests.support.host import SetClock
from tests.support.mailbox import CHANNEL, PLATFORM, Mailbox, direct, home_of
from tests.support.world import APP_YAML, MONDAY


class Listener(Mailbox):
    """A platform that keeps what it is sent in memory, and refuses what goes to `closed`."""

    def __init__(self, directory: Path, name: str = PLATFORM) -> None:
        super().__init__(directory, name)
        self.heard: list[Outbound] = []
        self.closed: dict[str, Undelivered] = {}
        """The user or channel that takes nothing any more → why."""

    async def send(self, message: Outbound) -> SendResult:
        """Take a message, unless its place is closed."""
        if message.to.id in self.closed:
            return Rejected(problem="closed", reason=self.closed[message.to.id])
        self.heard.append(message)
        return Delivered(receipt=Receipt(message_id=message.key))


@dataclass(kw_only=True)
class Stage:
    """Where a dialogue is held. `shown` is everything that was said on it, with a name for each."""

    name: str
    language: Language
    engine: Engine
    listeners: tuple[Listener, ...]
    clock: SetClock
    names: dict[str, str]
    shown: list[tuple[str, Card | Form]] = field(default_factory=list)
    people: dict[str, "Actor"] = field(default_factory=dict)
    events: int = 0

    def __getattr__(self, handle: str) -> "Actor":
        """Return the person of this handle: `stage.ana`."""
        if handle.startswith("_"):
            raise AttributeError(handle)
        return self.people.setdefault(handle, Actor(stage=self, handle=handle))

    @property
    def listener(self) -> Listener:
        """The platform that people are on if nothing else is said of them."""
        return self.listeners[0]

    def keep(self, what: str, *values: Card | Form | None) -> None:
        """Keep what was shown, under a name that nothing else has."""
        for value in values:
            if value is not None:
                number = len(self.shown) + 1
                self.shown.append((f"{self.language}/{self.name}/{number:03} {what[:60]}", value))

    async def hear(self, inbound: Inbound, what: str) -> Reply:
        """Let the core answer an event, and deliver what it tells others."""
        reply = await self.engine.receive(inbound)
        self.keep(what, reply.card, reply.form)
        await self.engine.delivery.deliver()
        self._told()
        self.clock.moment += timedelta(seconds=10)
        return reply

    async def until(self, *, days: int = 0, hour: int, minute: int = 0) -> None:
        """Go on to this hour in Ottawa, so many days from now; what is due on the way happens."""
        local = self.clock.moment.astimezone(MONDAY.tzinfo) + timedelta(days=days)
        target = local.replace(hour=hour, minute=minute, second=0).astimezone(UTC)
        while (due := await self.engine.next_moment()) is not None and due <= target:
            self.clock.moment = max(due, self.clock.moment + timedelta(seconds=1))
            await self._swept()
        self.clock.moment = max(target, self.clock.moment)
        await self._swept()

    async def wakes(self, *, days: int, hour: int) -> None:
        """Come back so much later, as if nothing had run on the way."""
        local = self.clock.moment.astimezone(MONDAY.tzinfo) + timedelta(days=days)
        self.clock.moment = local.replace(hour=hour, minute=0, second=0).astimezone(UTC)
        await self._swept()

    async def _swept(self) -> None:
        await self.engine.sweep()
        self._told()

    def _told(self) -> None:
        for listener in self.listeners:
            for message in listener.heard:
                self.keep(f"to {message.to.id}: {message.card.title}", message.card)
                if message.to.place is Place.DIRECT:
                    self.__getattr__(message.to.id).inbox.append(message.card)
            listener.heard.clear()


@dataclass(kw_only=True)
class Actor:
    """Somebody on a stage. Their handle is on no other platform."""

    stage: Stage
    handle: str
    platform: str = PLATFORM
    email: str = ""
    last: Reply = field(default_factory=Reply)
    inbox: list[Card] = field(default_factory=list)
    is_bot: bool = False
    is_active: bool = True

    @property
    def profile(self) -> Profile:
        """What the platform knows of them."""
        return Profile(
            identity=Identity(platform=self.platform, user=self.handle),
            name=self.stage.names.get(self.handle, self.handle.title()),
            handle=self.handle,
            language=self.stage.language,
            zone="America/Toronto",
            email=self.email,
            is_bot=self.is_bot,
            is_active=self.is_active,
        )

    async def says(self, *texts: str, where: ConversationRef | None = None) -> None:
        """Type one thing after the other."""
        for text in texts:
            await self._do(Typed(text=text), where, text)

    async def presses(self, key: str, about: int | str = "", *, on: Card | None = None) -> None:
        """Press the button with this sentence (`button-done`) about a promise, by default on the last answer."""
        card = on or self.last.card
        assert card is not None, f"{self.handle} sees no card to press {key} on"
        words = Words(self.stage.language)
        label = words(key)
        name = words("button-name", label=label, about=str(about)) if about else label
        found = [each for each in buttons(card) if name in {each.name, each.label}]
        assert found, f"{name!r} is not one of {[each.name for each in buttons(card)]}"
        await self.presses_this(found[0])

    async def presses_this(self, button: Button, *, where: ConversationRef | None = None) -> None:
        """Press a button wherever it stands."""
        await self._do(Pressed(payload=button.payload), where, f"presses {button.name or button.label}")

    async def fills(self, **values: str) -> None:
        """Send the form that the last answer opened."""
        form = self.last.form
        assert form is not None, f"no form is open; the answer was {self.last.card}"
        filled = {each.key: values.get(each.key, each.value) for each in form.inputs}
        await self._do(Submitted(payload=form.payload, values=filled), None, f"sends {form.title} {values}")

    async def picks(self, picked: Picked) -> None:
        """Pick a message to record what it says."""
        await self._do(picked, CHANNEL, f"picks {picked.words}")

    async def opens_home(self) -> None:
        """Look at their home page."""
        await self._do(Opened(), self.home, "opens home")

    @property
    def home(self) -> ConversationRef:
        """Their home page."""
        return home_of(self.handle, self.platform)

    async def _do(self, said: Said, where: ConversationRef | None, what: str) -> None:
        stage = self.stage
        stage.events += 1
        texts = [said.text] if isinstance(said, Typed) else list(getattr(said, "values", {}).values())
        known = [
            actor
            for handle, actor in stage.people.items()
            if actor.platform == self.platform and any(f"@{handle}" in text for text in texts)
        ]
        inbound = Inbound(
            event_id=f"event-{stage.events}",
            conversation=where or direct(self.handle, self.platform),
            sender=self.profile,
            said=said,
            mentioned=tuple(actor.profile for actor in known),
        )
        self.last = await stage.hear(inbound, f"{self.handle}: {what}")


def buttons(card: Card) -> list[Button]:
    """Return every button of a card."""
    rows = (element for element in card.elements if isinstance(element, Item | Actions))
    return [button for row in rows for button in (*row.buttons, *row.menu)]


@asynccontextmanager
async def opened_stage(
    directory: Path, name: str, language: Language, *, names: dict[str, str], app_yaml: str = APP_YAML
) -> AsyncIterator[Stage]:
    """A stage on an empty store in `directory`, on a Monday at ten."""
    config = _configured(directory, app_yaml)
    store = open_store(f"tinydb://{directory / 'data'}")
    clock = SetClock(MONDAY.astimezone(UTC))
    listeners = tuple(Listener(directory, platform) for platform in (PLATFORM, "slack", "teams"))
    engine = build_engine(config, store, listeners, clock)
    try:
        await engine.sweep()
        yield Stage(
            name=name, language=language, engine=engine, listeners=listeners, clock=clock, names=names
        )
    finally:
        await store.close()


def _configured(directory: Path, app_yaml: str) -> Config:
    directory.mkdir(parents=True)
    (directory / "app.yaml").write_text(app_yaml, encoding="utf-8")
    return load_config(directory / "app.yaml", {})
