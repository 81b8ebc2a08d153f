"""Forms and cards in a dialog: opened from a button or from the menu of a message, and sent back.

https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots
"""

import hmac
from dataclasses import dataclass, field
from functools import partial

from adapters.teams import parse
from adapters.teams.answers import Answer, closed, dialog, dialog_of_card
from adapters.teams.cards import PRESS
from adapters.teams.forms import SUBMIT, read_kind, read_payload
from adapters.teams.hearing import Hearing
from adapters.teams.sending import Sending
from adapters.teams.shapes import Activity, Object, object_in, text_in
from bot.domain.people import language_of
from bot.messages import Picked, Pressed, Profile, Reply, Typed
from bot.words import Words

RECORD, RECORD_INSIGHT = "record", "record_insight"
"""Commands of the manifest, besides `record_promise`."""

OF_A_MESSAGE = "composeExtension/submitAction"
"""How a form is sent that was opened from the menu of a message."""


@dataclass(frozen=True, kw_only=True)
class Dialogs:
    """Each method returns the body of the response; what it says is durable."""

    hearing: Hearing
    sending: Sending
    key: bytes = field(repr=False)
    """What seals that which goes to a client and comes back."""

    async def open(self, activity: Activity, told: Object) -> Answer:
        """Open the form that a button stands for."""
        data = object_in(activity.data, "data")
        if read_kind(data) != PRESS:
            return closed(Words(language_of(activity.locale or "") or "en")("refuse-button"))
        sender = await self.hearing.sender(activity)
        return await self._opened(activity, told, sender, Pressed(payload=read_payload(data)))

    async def pick(self, activity: Activity, told: Object) -> Answer:
        """Begin to record what a message says, or anything at all."""
        sender = await self.hearing.sender(activity)
        value, command = activity.data, text_in(activity.data, "commandId")
        said: Typed | Picked = Typed(text="")
        if command != RECORD and "messagePayload" in value:
            words, author, link = parse.picked_of(value)
            user = activity.sender
            own = {parse.user_of(user), user.id if user else ""}
            said = Picked(
                kind="insight" if command == RECORD_INSIGHT else "promise",
                words=words,
                author="" if parse.author_of(value) in own else author,
                link=link,
            )
        return await self._opened(activity, told, sender, said)

    async def submit(self, activity: Activity, told: Object) -> Answer:
        """Do what a form says, and close it; or show it again with what is wrong at each field."""
        data = object_in(activity.data, "data")
        if read_kind(data) != SUBMIT:
            return await self.open(activity, told)  # a button of a card that a dialog shows
        sender = await self.hearing.sender(activity)
        # What a message action records stands in no conversation of Engage's: the dialog shows it.
        answering = None if activity.name == OF_A_MESSAGE else parse.answering_of(activity)
        on, event_id = self._opened_on(data, sender), parse.event_id(activity, told)

        async def hear() -> Reply:
            said, mentions = await self.hearing.read(data, sender)
            return await self.hearing.hear(
                activity, event_id, sender, said, mentions=mentions, answering=answering, on=on
            )

        reply = await self.hearing.once(parse.press_id(activity), hear, partial(self._late, sender))
        return self._answer(reply, sender, event_id, on=on)

    async def _opened(
        self, activity: Activity, told: Object, sender: Profile, said: Pressed | Typed | Picked
    ) -> Answer:
        event_id = parse.event_id(activity, told)

        async def hear() -> Reply:
            return await self.hearing.hear(activity, event_id, sender, said)

        reply = await self.hearing.once(parse.press_id(activity), hear, partial(self._late, sender))
        return self._answer(reply, sender, event_id, on=parse.message_on(activity))

    async def _late(self, sender: Profile, reply: Reply) -> None:
        """Say to somebody directly what their dialog did not wait for; a form stands in the conversation then."""
        shown = reply.card or reply.form
        if shown is not None:
            await self.sending.say_directly(sender.address, shown)

    def _answer(self, reply: Reply | None, sender: Profile, stamp: str, *, on: str) -> Answer:
        """Show the form, or the card that is there instead. `on` is the message from which it was opened."""
        if reply is None:
            return closed(Words(sender.language or "en")("working"))
        if reply.form is not None:
            return dialog(reply.form, carried={"on": on, "seal": self._seal(on, sender)} if on else {})
        return dialog_of_card(reply.card, stamp=stamp) if reply.card is not None else closed()

    def _seal(self, on: str, sender: Profile) -> str:
        """Return by what is known that Engage said this, to this person."""
        return hmac.digest(self.key, f"{sender.identity} {on}".encode(errors="replace"), "sha256").hex()

    def _opened_on(self, data: Object, sender: Profile) -> str:
        """Return the message that a dialog was opened from; nothing if that was edited by hand."""
        on, seal = text_in(data, "on"), text_in(data, "seal").encode(errors="replace")
        return on if hmac.compare_digest(seal, self._seal(on, sender).encode()) else ""
