"""What happens in Teams, one method each: words, a press, a form, a picked message, an arrival.

Each returns the body of the response. https://learn.microsoft.com/microsoftteams/platform/bots/bot-basics
"""

import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from adapters.teams import parse
from adapters.teams.answers import (
    NOTHING,
    Answer,
    card_instead,
    closed,
    dialog,
    dialog_of_card,
    refused,
    said_below,
)
from adapters.teams.cards import PRESS
from adapters.teams.forms import SUBMIT, chosen_people, read_kind, read_payload, read_values
from adapters.teams.hearing import Hearing
from adapters.teams.sending import Sending
from adapters.teams.shapes import Activity, Object, object_in, text_in
from adapters.teams.text import plain
from bot.domain.people import Language
from bot.messages import (
    Joined,
    Noticed,
    Picked,
    Place,
    Pressed,
    Profile,
    Reply,
    Submitted,
    Typed,
)
from bot.words import Words

RECORD, RECORD_INSIGHT = "record", "record_insight"
"""Commands of the manifest, besides `record_promise`."""


@dataclass(frozen=True, kw_only=True)
class Listeners:
    """Each returns the body of the response; what it says is durable."""

    hearing: Hearing
    sending: Sending
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    """What seals that which goes to a client and comes back."""

    async def hear(self, activity: Activity, told: Object) -> Answer:
        """Answer whatever happened; what Engage does not know is answered with nothing."""
        if not parse.user_of(activity.sender) or activity.conversation is None:
            return NOTHING
        if activity.type == "invoke":
            answer = self._invoked.get(activity.name or "")
            return await answer(activity, told) if answer is not None else None
        happened = {
            "message": self.write,
            "installationUpdate": self.install,
            "conversationUpdate": self.notice,
        }.get(activity.type)
        return await happened(activity, told) if happened is not None else NOTHING

    @property
    def _invoked(self) -> Mapping[str, Callable[[Activity, Object], Awaitable[Answer]]]:
        return {
            "adaptiveCard/action": self.press,
            "task/fetch": self.open,
            "task/submit": self.submit,
            "composeExtension/fetchTask": self.pick,
            "composeExtension/submitAction": self.submit,
        }

    async def write(self, activity: Activity, told: Object) -> Answer:
        """Hear what somebody writes, in a conversation with Engage alone or with a mention."""
        if read_kind(activity.data):
            return await self._press_as_message(activity, told)
        if activity.text is None:
            return NOTHING  # a picture or a file alone
        mentions, profiles = await self.hearing.mentioned(activity)
        own = activity.recipient.id if activity.recipient else ""
        words = plain(activity.text, mentions, own=own, html=parse.html_of(activity))
        sender = await self.hearing.sender(activity)
        reply = await self.hearing.hear(
            activity,
            parse.event_id(activity, told),
            sender,
            Typed(text=words),
            mentions=profiles,
            answering=parse.answering_of(activity),
        )
        return await self._say(activity, reply, sender)

    async def press(self, activity: Activity, told: Object) -> Answer:
        """Do what a button says: the card that takes its place is in the response, and sent for the others."""
        data = object_in(activity.data, "action", "data")
        if (kind := read_kind(data)) not in {PRESS, SUBMIT}:
            return refused(_language(activity))
        sender = await self.hearing.sender(activity)
        if kind == SUBMIT:
            said: Pressed | Submitted
            said, mentions = await self._filled(data, sender)
        else:
            said, mentions = Pressed(payload=read_payload(data)), ()
        answering = parse.answering_of(activity, at_once=True)
        event_id = parse.event_id(activity, told)
        reply = await self.hearing.once(
            parse.press_id(activity),
            self.hearing.hear(
                activity,
                event_id,
                sender,
                said,
                mentions=mentions,
                answering=answering,
                on=parse.message_on(activity),
            ),
        )
        words = Words(sender.language or "en")
        if reply is None:
            return said_below(words("working"))
        if reply.form is not None:
            return card_instead(reply.form, stamp=event_id)
        if reply.card is not None and reply.replaces:
            return card_instead(reply.card, stamp=event_id)
        await self._say(activity, reply, sender)
        return said_below(words("answered-below"))

    async def open(self, activity: Activity, told: Object) -> Answer:
        """Open the form that a button stands for."""
        data = object_in(activity.data, "data")
        if read_kind(data) != PRESS:
            return refused(_language(activity))
        sender = await self.hearing.sender(activity)
        return await self._dialog(activity, told, sender, Pressed(payload=read_payload(data)))

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
        return await self._dialog(activity, told, sender, said)

    async def _dialog(
        self, activity: Activity, told: Object, sender: Profile, said: Pressed | Typed | Picked
    ) -> Answer:
        """Answer with a dialog: the form, or the card that says why there is none."""
        event_id = parse.event_id(activity, told)
        reply = await self.hearing.once(
            parse.press_id(activity), self.hearing.hear(activity, event_id, sender, said)
        )
        return self._in_dialog(reply, sender, event_id, on=parse.message_on(activity))

    def _in_dialog(self, reply: Reply | None, sender: Profile, stamp: str, *, on: str) -> Answer:
        """Show an answer in the dialog. `on` is the message that it was opened from, and comes back sealed."""
        if reply is None:
            return closed(Words(sender.language or "en")("working"))
        if reply.form is not None:
            sealed = {"on": on, "seal": self._seal(on, sender)} if on else {}
            return dialog(reply.form, carried=sealed)
        return dialog_of_card(reply.card, stamp=stamp) if reply.card is not None else closed()

    def _seal(self, on: str, sender: Profile) -> str:
        """Return by what is known that Engage said this, to this person, since it started."""
        return hmac.digest(self._key, f"{sender.identity} {on}".encode(errors="replace"), "sha256").hex()

    def _opened_on(self, data: Object, sender: Profile) -> str:
        """Return the message that a dialog was opened from; nothing if that was edited by hand."""
        on, seal = text_in(data, "on"), text_in(data, "seal")
        return (
            on if hmac.compare_digest(seal.encode(errors="replace"), self._seal(on, sender).encode()) else ""
        )

    async def submit(self, activity: Activity, told: Object) -> Answer:
        """Do what a form says, and close it; or show it again with what is wrong at each field."""
        data = object_in(activity.data, "data")
        if read_kind(data) == PRESS:
            return await self.open(activity, told)  # a button of a card that a dialog shows
        if read_kind(data) != SUBMIT:
            return refused(_language(activity))
        sender = await self.hearing.sender(activity)
        said, mentions = await self._filled(data, sender)
        # What a message action records stands in no conversation of Engage's: the dialog shows it.
        in_dialog = activity.name == "composeExtension/submitAction"
        answering = None if in_dialog else parse.answering_of(activity)
        on = self._opened_on(data, sender)
        event_id = parse.event_id(activity, told)
        reply = await self.hearing.once(
            parse.press_id(activity),
            self.hearing.hear(
                activity, event_id, sender, said, mentions=mentions, answering=answering, on=on
            ),
        )
        return self._in_dialog(reply, sender, event_id, on=on)

    async def install(self, activity: Activity, told: Object) -> Answer:
        """Greet whoever added Engage for themselves; elsewhere, note that it is there now."""
        if activity.action not in {"add", "add-upgrade"}:
            return NOTHING
        sender = await self.hearing.sender(activity)
        is_direct = parse.place_of(activity) is Place.DIRECT
        event_id, answering = parse.event_id(activity, told), parse.answering_of(activity)
        said = Joined() if is_direct else Noticed()
        await self.hearing.hear(activity, event_id, sender, said, answering=answering)
        return NOTHING

    async def notice(self, activity: Activity, told: Object) -> Answer:
        """Take note of where Engage is, and of how it is reached there."""
        event_id = parse.event_id(activity, told)
        await self.hearing.hear(activity, event_id, parse.sender_of(activity), Noticed())
        return NOTHING

    async def _press_as_message(self, activity: Activity, told: Object) -> Answer:
        """Do what a button says in a client that opens no dialogs; a form stands in the conversation then."""
        sender = await self.hearing.sender(activity)
        data = activity.data
        if read_kind(data) == SUBMIT:
            said: Pressed | Submitted
            said, mentions = await self._filled(data, sender)
        else:
            said, mentions = Pressed(payload=read_payload(data)), ()
        event_id, answering = parse.event_id(activity, told), parse.answering_of(activity)
        reply = await self.hearing.hear(
            activity,
            event_id,
            sender,
            said,
            mentions=mentions,
            answering=answering,
            on=parse.message_on(activity),
        )
        return await self._say(activity, reply, sender)

    async def _filled(self, data: Object, sender: Profile) -> tuple[Submitted, tuple[Profile, ...]]:
        """Return what was filled in, with the people who were chosen as @handle."""
        values, found = read_values(data), []
        for key in chosen_people(data):
            profile = await self.hearing.people.chosen(values[key], sender.address)
            if profile is not None:
                found.append(profile)
                values[key] = f"@{profile.handle}"
        return Submitted(payload=read_payload(data), values=values), tuple(found)

    async def _say(self, activity: Activity, reply: Reply, sender: Profile) -> Answer:
        """Say what no message in the queue says: to outsiders, and when nothing could be kept."""
        shown = reply.card or reply.form
        if shown is not None and activity.conversation is not None:
            address = {**parse.general_address(activity), **sender.address}
            await self.sending.say(activity.conversation.id, address, shown)
        return NOTHING


def _language(activity: Activity) -> Language:
    return parse.language_of(activity.locale or "") or "en"
