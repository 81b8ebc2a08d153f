"""What happens in Teams, one method each: words, a press, a form, a picked message, an arrival.

Each returns the body of the response. https://learn.microsoft.com/microsoftteams/platform/bots/bot-basics
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from adapters.teams import parse
from adapters.teams.answers import NOTHING, Answer, card_instead, refused, said_below
from adapters.teams.dialogs import Dialogs
from adapters.teams.forms import read_kind
from adapters.teams.hearing import Hearing
from adapters.teams.sending import Sending
from adapters.teams.shapes import Activity, Object, object_in
from adapters.teams.text import plain
from bot.domain.people import language_of
from bot.messages import Joined, Left, Noticed, Place, Profile, Reply, Typed
from bot.words import Words

_NAME = re.compile(r"\s*[/@]?engage\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Listeners:
    """Each returns the body of the response; what it says is durable."""

    hearing: Hearing
    sending: Sending
    dialogs: Dialogs

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
            "task/fetch": self.dialogs.open,
            "task/submit": self.dialogs.submit,
            "composeExtension/fetchTask": self.dialogs.pick,
            "composeExtension/submitAction": self.dialogs.submit,
        }

    async def write(self, activity: Activity, told: Object) -> Answer:
        """Hear what somebody writes, in a conversation with Engage alone or with a mention."""
        if read_kind(activity.data):
            return await self._press_as_message(activity, told)
        if activity.text is None:
            return NOTHING  # a picture or a file alone
        if not _is_called(activity):
            return NOTHING  # people talk among themselves
        (mentions, profiles), sender = await asyncio.gather(
            self.hearing.mentioned(activity), self.hearing.sender(activity)
        )
        own = activity.recipient.id if activity.recipient else ""
        words = plain(activity.text, mentions, own=own, html=parse.html_of(activity))
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
        if not read_kind(data):
            return refused(language_of(activity.locale or "") or "en")
        sender = await self.hearing.sender(activity)
        event_id = parse.event_id(activity, told)

        async def hear() -> Reply:
            said, mentions = await self.hearing.read(data, sender)
            answering, on = parse.answering_of(activity, at_once=True), parse.message_on(activity)
            return await self.hearing.hear(
                activity, event_id, sender, said, mentions=mentions, answering=answering, on=on
            )

        async def late(reply: Reply) -> None:
            if not reply.replaces:  # that one is sent for the others, and so for them as well
                await self._say(activity, reply, sender)

        reply = await self.hearing.once(parse.press_id(activity), hear, late)
        if reply is None:
            return said_below(Words(sender.language or "en")("working"))
        if reply.form is not None:
            return card_instead(reply.form, stamp=event_id)
        if reply.card is not None and reply.replaces:
            return card_instead(reply.card, stamp=event_id)
        if reply.card is not None:
            return said_below(reply.card.text)
        return said_below(Words(reply.language or sender.language or "en")("answered-below"))

    async def install(self, activity: Activity, told: Object) -> Answer:
        """Greet whoever added Engage for themselves, and note who removed it; elsewhere, that it is there now."""
        event_id, sender = parse.event_id(activity, told), parse.sender_of(activity)
        match parse.place_of(activity), activity.action:
            case Place.DIRECT, "add":
                sender, answering = await self.hearing.sender(activity), parse.answering_of(activity)
                await self.hearing.hear(activity, event_id, sender, Joined(), answering=answering)
            case Place.DIRECT, "remove":
                await self.hearing.hear(activity, event_id, sender, Left())
            case _:
                await self.hearing.hear(activity, event_id, sender, Noticed())
        return NOTHING

    async def notice(self, activity: Activity, told: Object) -> Answer:
        """Take note of where Engage is, and of how it is reached there."""
        event_id = parse.event_id(activity, told)
        await self.hearing.hear(activity, event_id, parse.sender_of(activity), Noticed())
        return NOTHING

    async def _press_as_message(self, activity: Activity, told: Object) -> Answer:
        """Do what a button says in a client that opens no dialogs; a form stands in the conversation then."""
        sender = await self.hearing.sender(activity)
        said, mentions = await self.hearing.read(activity.data, sender)
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

    async def _say(self, activity: Activity, reply: Reply, sender: Profile) -> Answer:
        """Say what no message in the queue says: to outsiders, and when nothing could be kept."""
        shown = reply.card or reply.form
        if shown is not None and activity.conversation is not None:
            address = {**parse.general_address(activity), **sender.address}
            await self.sending.say(activity.conversation.id, address, shown)
        return NOTHING


def _is_called(activity: Activity) -> bool:
    """Say whether a message is for Engage: of what others say to each other, only what calls it by its name."""
    own = activity.recipient
    is_private = own is not None and bool(own.is_targeted)
    is_mentioned = own is not None and any(each.id == own.id for each in parse.mentions_of(activity))
    is_among_others = parse.place_of(activity) is Place.CHANNEL
    return not is_among_others or is_private or is_mentioned or bool(_NAME.match(activity.text or ""))
