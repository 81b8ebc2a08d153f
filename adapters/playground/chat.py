"""What people do on the page, and how the answers are shown."""

from adapters.playground import parse
from adapters.playground.clock import MovableClock
from adapters.playground.conversations import Conversations, from_engage
from adapters.playground.entries import Entry, LanguageChosen, Message, Posted, Replaced, WasRead
from adapters.playground.people import members
from adapters.playground.render import message_data
from adapters.playground.requests import BadRequestError, Choose, Press, Say, Seen, Submit
from adapters.playground.stream import Stream
from bot.messages import Audience, Form, Place, Reply
from bot.ports import Receiver


class Chat:
    """The conversations as people use them. `receive` hears what is said to Engage.

    Repeating a request shows nothing twice. What raises has shown nothing.
    """

    def __init__(
        self, *, conversations: Conversations, clock: MovableClock, stream: Stream, receive: Receiver
    ) -> None:
        self._conversations = conversations
        self._clock = clock
        self._stream = stream
        self._receive = receive

    async def say(self, said: Say) -> Form | None:
        """Show what a person typed with its answer; return the form to open. Raises `PlaygroundError`."""
        inbound = parse.typed(said, self._conversations.profile)
        event = parse.event_id(said)
        reply = Reply() if inbound is None else await self._receive(inbound)
        if not self._conversations.knows(event):
            typed = Message(
                id=self._conversations.next_id(),
                conversation=said.conversation,
                at=self._clock.now(),
                sender=said.person,
                only=said.person if parse.is_private(said) else None,
                text=said.text.strip(),
                event=event,
            )
            answer = self._answer(reply, said.person, said.conversation, event, number=typed.id + 1)
            self.commit(Posted(message=typed), *answer)
        return reply.form

    async def press(self, press: Press) -> Form | None:
        """Show the answer to a button; return the form to open. Raises `PlaygroundError`."""
        on = self._visible(press.message, press.person)
        inbound = parse.pressed(press, on.conversation, self._conversations.profile)
        reply = await self._receive(inbound)
        self._show(reply, press.person, on.conversation, inbound.event_id, on)
        return reply.form

    async def submit(self, submit: Submit) -> Form | None:
        """Show the answer to a form; return it again if it has errors. Raises `PlaygroundError`."""
        on = None if submit.message is None else self._visible(submit.message, submit.person)
        inbound = parse.submitted(submit, self._conversations.profile)
        reply = await self._receive(inbound)
        self._show(reply, submit.person, submit.conversation, inbound.event_id, on)
        return reply.form

    def read(self, seen: Seen) -> None:
        """Note that a person saw a conversation. Raises `PlaygroundError`."""
        if seen.upto >= self._conversations.next_id():
            raise BadRequestError("upto: there is no such message")
        if seen.upto > self._conversations.has_read(seen.person, seen.conversation):
            self.commit(WasRead(user=seen.person, conversation=seen.conversation, upto=seen.upto))

    async def choose(self, choice: Choose) -> None:
        """Note what a person reads from now on, and let Engage know."""
        if choice.language != self._conversations.language(choice.person):
            self.commit(LanguageChosen(user=choice.person, language=choice.language))
            self._stream.publish("language", {"person": choice.person, "language": choice.language})
            await self._receive(parse.noticed(choice.person, self._conversations.profile))

    def commit(self, *entries: Entry) -> None:
        """Keep entries that belong together, and tell the open pages. Raises `JournalError`."""
        self._conversations.commit(*entries)
        for entry in entries:
            shown = _shown(entry)
            message = None if shown is None else self._conversations.message(shown)
            if message is not None:
                self._stream.publish("message", message_data(message))
        self._stream.publish("unread", {"unread": self._conversations.unread()})

    def _visible(self, identifier: int, user: str) -> Message:
        message = self._conversations.message(identifier)
        if message is None or message.only not in {None, user} or user not in members(message.conversation):
            raise BadRequestError("message: this person sees no such message")
        return message

    def _show(self, reply: Reply, user: str, conversation: str, event: str, on: Message | None) -> None:
        if reply.card is None or self._conversations.knows(event):
            return
        if reply.replaces and on is not None:
            self.commit(Replaced(id=on.id, card=reply.card, event=event))
        else:
            number = self._conversations.next_id()
            self.commit(*self._answer(reply, user, conversation, event, number=number))

    def _answer(self, reply: Reply, user: str, conversation: str, event: str, *, number: int) -> list[Posted]:
        if reply.card is None:
            return []
        in_channel = parse.where(conversation).place is Place.CHANNEL
        posted = from_engage(
            identifier=number,
            conversation=conversation,
            at=self._clock.now(),
            card=reply.card,
            only=user if in_channel and reply.audience is Audience.SENDER else None,
            event=event,
        )
        return [posted]


def _shown(entry: Entry) -> int | None:
    match entry:
        case Posted(message=message):
            return message.id
        case Replaced(id=identifier):
            return identifier
        case _:
            return None
