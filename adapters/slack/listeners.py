"""What happens in Slack, one method each: a command, a press, a sent form, a shortcut, an event."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from adapters.slack import parse
from adapters.slack.hearing import Hearing
from adapters.slack.showing import Showing, message_of
from adapters.slack.text import without_mention
from adapters.slack.views import (
    Origin,
    card_view,
    chosen_people,
    errors_of,
    form_view,
    read_metadata,
    read_values,
)
from bot.messages import (
    Answering,
    Audience,
    Card,
    Form,
    Noticed,
    Opened,
    Paragraph,
    Picked,
    Place,
    Pressed,
    Reply,
    Submitted,
    Tone,
    Typed,
)
from bot.words import Words

Body = Mapping[str, Any]
Answer = dict[str, Any] | str
"""The body of the response: what Slack shows, or nothing."""

NOTHING: Answer = ""


@dataclass(frozen=True, kw_only=True)
class Listeners:
    """Each returns the body of the response; what it says is durable."""

    hearing: Hearing
    showing: Showing
    link: Callable[[Body], Awaitable[str]]
    """Returns the address of a picked message."""

    async def command(self, body: Body) -> Answer:
        """Answer `/engage …` in the response: to whoever typed it, or to the channel if it is meant for it."""
        user, channel = str(body["user_id"]), str(body["channel_id"])
        is_direct = body.get("channel_name") == "directmessage"
        place = Place.DIRECT if is_direct else parse.place_of(channel)
        origin = Origin(
            place=place, channel=channel, answering=Answering(url=str(body.get("response_url") or ""))
        )

        async def hear() -> Reply:
            text, handle = str(body.get("text") or ""), str(body.get("user_name") or "")
            told = await self.hearing.resolve(user, [text], handle=handle)
            said = Typed(text=told.texts[0])
            event_id, mentions = parse.command_id(body), told.mentioned
            return await self.hearing.hear(
                event_id, told.sender, origin, said, mentions=mentions, in_response=True
            )

        reply = await self.hearing.in_time(hear(), partial(self._say_late, user, origin))
        if reply is None:
            return {"response_type": "ephemeral", "text": self.showing.working(user)}
        card = reply.card
        if reply.form is not None:
            card = await self.showing.open(str(body.get("trigger_id", "")), reply, origin)
        in_channel = reply.audience is Audience.CONVERSATION
        return NOTHING if card is None else message_of(card, in_channel=in_channel)

    async def press(self, body: Body) -> Answer:
        """Do what a button says. Its answer is a message, or stands in the modal that it was pressed in."""
        user, origin = parse.user_of(body), parse.pressed_on(body)
        payload = parse.payload_of(body)
        said = Pressed(payload=payload)

        async def hear() -> Reply:
            sender = await self.hearing.people.profile(user)
            return await self.hearing.hear(parse.action_id(body), sender, origin, said)

        await self._show(body, user, origin, hear())
        return NOTHING

    async def _say_late(self, user: str, origin: Origin, reply: Reply) -> None:
        card = reply.card if reply.form is None else _without_form(reply.form)
        if card is not None:
            in_channel = reply.audience is Audience.CONVERSATION
            await self.showing.say(user, origin, card, in_channel=in_channel)

    async def _show(self, body: Body, user: str, origin: Origin, hearing: Coroutine[Any, Any, Reply]) -> None:
        """Show what is answered and no message: a form, or a card above a home page or in a modal."""
        reply = await self.hearing.in_time(hearing, partial(self._say_late, user, origin))
        if reply is None:
            return
        trigger = str(body.get("trigger_id", ""))
        in_modal = origin.place is None
        failed: Card | None = None
        if in_modal and reply.card is not None and reply.replaces:
            failed = await self.showing.put(body.get("view") or {}, reply.card)
        elif reply.form is not None or (reply.card is not None and (in_modal or origin.place is Place.HOME)):
            failed = await self.showing.open(trigger, reply, origin, above=in_modal)
        else:
            failed = reply.card
        if failed is not None:
            await self.showing.say(user, origin, failed)

    async def submit(self, body: Body) -> Answer:
        """Do what a form says, and close it; or say at each field what is wrong."""
        user, view = parse.user_of(body), body.get("view") or {}
        payload, origin = read_metadata(view)
        values = read_values(view)

        async def hear() -> Reply:
            chosen = chosen_people(view)
            told = await self.hearing.resolve(user, [values[key] for key in chosen])
            filled = {**values, **dict(zip(chosen, told.texts, strict=True))}
            said, event_id = Submitted(payload=payload, values=filled), parse.submission_id(body)
            return await self.hearing.hear(event_id, told.sender, origin, said, mentions=told.mentioned)

        reply = await self.hearing.in_time(hear(), partial(self._say_late, user, origin))
        if reply is None:
            return {"response_action": "clear"}
        if reply.form is not None:
            return _form_again(
                reply.form, origin, is_same=reply.form.payload.get("form") == payload.get("form")
            )
        if reply.card is None:
            return {"response_action": "clear"}
        return {"response_action": "update", "view": card_view(reply.card)}

    async def pick(self, body: Body) -> Answer:
        """Begin to record what a message says."""
        user, channel = parse.user_of(body), str((body.get("channel") or {}).get("id", ""))
        message: Body = body.get("message") or {}
        url = str(body.get("response_url") or "")
        origin = Origin(place=parse.place_of(channel), channel=channel, answering=Answering(url=url))
        author = str(message.get("user") or "")

        async def hear() -> Reply:
            told, writer, link = await asyncio.gather(
                self.hearing.resolve(user, [str(message.get("text") or "")]),
                self.hearing.people.profile(author or user),
                self.link(body),
            )
            picked = Picked(
                kind="insight" if body.get("callback_id") == "record_insight" else "promise",
                words=told.texts[0],
                author=writer.name if author not in {"", user} else "",
                link=link,
            )
            return await self.hearing.hear(parse.shortcut_id(body), told.sender, origin, picked)

        await self._show(body, user, origin, hear())
        return NOTHING

    async def begin(self, body: Body) -> Answer:
        """Open the form, from wherever somebody is."""
        user, origin = parse.user_of(body), Origin()

        async def hear() -> Reply:
            sender, event_id = await self.hearing.people.profile(user), parse.shortcut_id(body)
            return await self.hearing.hear(event_id, sender, origin, Typed(text=""), in_response=True)

        await self._show(body, user, origin, hear())
        return NOTHING

    async def write(self, body: Body) -> Answer:
        """Hear what somebody writes to Engage, in its own conversation or with a mention in a channel."""
        event: Body = body["event"]
        user, channel = str(event.get("user") or ""), str(event.get("channel") or "")
        if (
            not user
            or event.get("bot_id")
            or event.get("subtype") not in {None, "file_share", "me_message", "thread_broadcast"}
        ):
            return NOTHING
        place = parse.place_of(channel)
        if event.get("type") == "message" and place is Place.CHANNEL:
            return NOTHING  # people talk among themselves; a mention is an event of its own
        answering = Answering(thread=str(event.get("thread_ts") or ""))
        origin = Origin(place=place, channel=channel, answering=answering)
        text, own = str(event.get("text") or ""), _own_user(body)
        called = without_mention(text, own) if own and place is Place.CHANNEL else text
        told = await self.hearing.resolve(user, [called])
        said, event_id = Typed(text=told.texts[0]), parse.event_id(body)
        reply = await self.hearing.hear(event_id, told.sender, origin, said, mentions=told.mentioned)
        if reply.card is not None:
            await self.showing.say(user, origin, reply.card)
        return NOTHING

    async def open_home(self, body: Body) -> Answer:
        """Draw somebody's home page; Slack tells of the tab with the messages, too."""
        event: Body = body["event"]
        if event.get("tab", "home") == "home" and event.get("user"):
            sender = await self.hearing.people.profile(str(event["user"]))
            await self.hearing.hear(parse.event_id(body), sender, Origin(place=Place.HOME), Opened())
        return NOTHING

    async def notice(self, body: Body) -> Answer:
        """Take note of what changed about somebody."""
        profile = self.hearing.people.learn(body["event"]["user"])
        await self.hearing.hear(parse.event_id(body), profile, Origin(), Noticed())
        return NOTHING


def _own_user(body: Body) -> str:
    """Return the bot's own id, as Slack tells it with each event."""
    authorizations = body.get("authorizations") or [{}]
    return str(authorizations[0].get("user_id") or "")


def _form_again(form: Form, origin: Origin, *, is_same: bool) -> Answer:
    """Say at its fields what is wrong with a form, or show another one in its place."""
    if is_same:
        return {"response_action": "errors", "errors": errors_of(form)}
    return {"response_action": "update", "view": form_view(form, origin)}


def _without_form(form: Form) -> Card:
    """Say what a form would have said, where none can be opened any more."""
    words = Words(form.language)
    wrong = [form.error, *(f"{field.label}: {field.error}" for field in form.inputs if field.error)]
    said = [form.about or form.title, *filter(None, wrong)]
    return Card(
        title=words("form-failed"),
        language=form.language,
        elements=tuple(Paragraph(text=text) for text in said),
        tone=Tone.REFUSED,
    )
