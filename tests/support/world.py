"""Dialogues in virtual time: people who type, press and fill in, a clock, and a bot that may be killed."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.history import Action
from bot.domain.people import Identity, Language
from bot.domain.promise import Promise
from bot.messages import (
    Answering,
    Card,
    ConversationRef,
    Inbound,
    Noticed,
    Opened,
    Outbound,
    Picked,
    Place,
    Pressed,
    Profile,
    Reply,
    Said,
    Submitted,
    Typed,
)
from storage import open_store
from tests.support.host import Died, Host
from tests.support.mailbox import CHANNEL, OTHER, PLATFORM, Mailbox, button, direct, home_of, title
from tests.support.world_clock import OTTAWA, WorldClock

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=OTTAWA)

APP_YAML = """
teams:
  - key: engagement
    name: {en: Public engagement, fr: Participation du public}
    channels: ["mailbox:engagement"]
    leads: [lea]
    members: [ana, sam, luc]
"""


class World:
    """Everything that a dialogue needs. Each thing that somebody does is a step; `before_step` sees them all."""

    def __init__(self, directory: Path, *, app_yaml: str = APP_YAML, start: datetime = MONDAY) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        (directory / "app.yaml").write_text(app_yaml)
        self.directory = directory
        self.host = Host(directory)
        self.mailbox = Mailbox(directory)
        self.mailboxes = {PLATFORM: self.mailbox, OTHER: Mailbox(directory, OTHER)}
        self.clock = WorldClock(self.host, self.step, start.astimezone(UTC))
        self.kill_before: int | None = None
        """The step before which the bot is killed; every step is one of the dialogue's named lines."""
        self.steps = 0
        self._events = 0
        self.people: list[WorldPerson] = []
        self.ana = self.somebody("ana", "Ana Reyes", "en")
        self.sam = self.somebody("sam", "Sam Okafor", "en")
        self.dana = self.somebody("dana", "Dana Whitfield", "en")
        self.lea = self.somebody("lea", "Léa Gagnon", "fr")
        self.luc = self.somebody("luc", "Luc Roy", "fr")

    def somebody(
        self,
        handle: str,
        name: str,
        language: Language,
        *,
        is_bot: bool = False,
        platform: str = PLATFORM,
        email: str = "",
    ) -> "WorldPerson":
        """Let somebody else be there, whom the platform knows and others can mention."""
        person = WorldPerson(self, handle, name, language, is_bot=is_bot, platform=platform, email=email)
        self.people.append(person)
        return person

    def step(self) -> None:
        """Count a step, and kill the bot before it if that is the plan."""
        if self.steps == self.kill_before:
            self.host.kill()
        self.steps += 1

    def event_id(self) -> str:
        """Return an id that no event had before."""
        self._events += 1
        return f"event-{self._events}"

    async def promise(self, number: int) -> Promise:
        """Return a promise as the disk has it."""
        promise = await self.look(lambda tx: tx.promise(number))
        assert promise is not None
        return promise

    async def look(self, work):
        """Read the store as the disk has it, while the bot runs."""
        store = open_store(f"tinydb://{self.directory / 'data'}", read_only=True)
        return await store.transact(work)


@dataclass
class WorldPerson:
    """Somebody in a dialogue."""

    world: World
    handle: str
    name: str
    language: Language
    is_bot: bool = False
    is_active: bool = True
    platform: str = PLATFORM
    email: str = ""
    is_mentioned: bool = True
    """Whether the platform says who is meant by their handle."""
    answering: Answering | None = None
    """How answers reach them; None: in the request itself."""
    last: Reply = field(default_factory=Reply)
    _at: tuple[ConversationRef, str] = (CHANNEL, "")

    @property
    def profile(self) -> Profile:
        """What the platform knows of them."""
        return Profile(
            identity=Identity(platform=self.platform, user=self.handle),
            name=self.name,
            handle=self.handle,
            language=self.language,
            zone="America/Toronto",
            email=self.email,
            is_bot=self.is_bot,
            is_active=self.is_active,
        )

    @property
    def home(self) -> Card:
        """What their home page shows."""
        page = self.mailbox.home(self.handle)
        assert page is not None, f"nothing was ever sent to the home page of {self.handle}"
        return page

    @property
    def mailbox(self) -> Mailbox:
        """The platform that they are on."""
        return self.world.mailboxes[self.platform]

    @property
    def direct(self) -> ConversationRef:
        """Their direct conversation with Engage."""
        return direct(self.handle, self.platform)

    @property
    def inbox(self) -> list[Outbound]:
        """The direct messages that Engage sent them by itself."""
        return [message for message in self.mailbox.messages() if message.to == self.direct]

    @property
    def told(self) -> list[str]:
        """The titles of those messages."""
        return [message.card.title for message in self.inbox]

    async def reminders(self, number: int) -> list[str]:
        """Why they were reminded of a promise, in order."""
        history = (await self.world.promise(number)).history
        return [entry.detail for entry in history if entry.action is Action.REMINDED]

    def says(self, text: str, *, channel: bool | ConversationRef = False, event_id: str | None = None) -> str:
        """Type something, in a direct conversation or in the channel; return the answer's title."""
        there = channel if isinstance(channel, ConversationRef) else CHANNEL
        return self._do(Typed(text=text), there if channel else self.direct, event_id)

    def presses(self, label: str, *, on: Card | Outbound | None = None, event_id: str | None = None) -> str:
        """Press the button of this spoken name on a message that was sent, or by default on the last answer."""
        card = on.card if isinstance(on, Outbound) else on or self.last.card
        assert card is not None, "there is no card to press on"
        pressed = Pressed(payload=button(card, label).payload)
        return self._do(pressed, self.direct, event_id, on=on.key if isinstance(on, Outbound) else "")

    def fills(self, event_id: str | None = None, **values: str) -> str:
        """Send the form that the last answer opened."""
        form = self.last.form
        assert form is not None, f"no form is open; the answer was {self.last.card}"
        filled = {field.key: values.get(field.key, field.value) for field in form.inputs}
        where, on = self._at
        return self._do(Submitted(payload=form.payload, values=filled), where, event_id, on=on)

    def picks(self, picked: Picked) -> str:
        """Pick a message to record what it says."""
        return self._do(picked, self.direct)

    def opens_home(self) -> None:
        """Look at their home page."""
        self._do(Opened(), home_of(self.handle, self.platform))

    def presses_at_home(self, label: str, *, on: Card | None = None) -> str:
        """Press a button on their home page, or on an earlier one; return what is shown above it."""
        return self._do(
            Pressed(payload=button(on or self.home, label).payload), home_of(self.handle, self.platform)
        )

    def is_noticed(self, **known: object) -> None:
        """Let the platform tell what it knows of them now, such as that they left."""
        self._do(Noticed(), self.direct, sender=replace(self.profile, **known))

    def _do(
        self,
        said: Said,
        where: ConversationRef,
        event_id: str | None = None,
        *,
        on: str = "",
        sender: Profile | None = None,
    ) -> str:
        self.world.step()
        texts = [said.text] if isinstance(said, Typed) else list(getattr(said, "values", {}).values())
        inbound = Inbound(
            event_id=event_id or self.world.event_id(),
            conversation=where,
            sender=sender or self.profile,
            said=said,
            mentioned=tuple(
                person.profile
                for person in self.world.people
                if person.is_mentioned
                and person.platform == self.platform
                and any(f"@{person.handle}" in text for text in texts)
            ),
            on=on,
            answering=Answering() if where.place is Place.HOME else self.answering,
        )
        reply = self.world.host.receive(inbound, self.world.clock.moment)
        if isinstance(reply, Died):
            return "died"
        self.last = reply
        self._at = where, on
        self.world.clock.moment += timedelta(seconds=10)
        return title(reply) if reply.card or reply.form else ""
