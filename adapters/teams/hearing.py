"""From Teams to the core and back, within the time that Teams gives."""

import asyncio
import re
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field, replace

import structlog

from adapters.teams import parse
from adapters.teams.forms import SUBMIT, chosen_people, read_kind, read_payload, read_values
from adapters.teams.people import People
from adapters.teams.shapes import Activity, Object
from adapters.teams.text import Mention, handle_of
from bot.messages import Answering, Inbound, Pressed, Profile, Reply, Said, Submitted
from bot.ports import Receiver

log = structlog.get_logger()

MOST_MENTIONED = 20
"""People in one text of whom Teams is asked; nobody names more whom a command could mean."""

PATIENCE = 4.0
"""Seconds after which a press is answered, and its card follows; Teams itself gives up after ten or more."""

REPEATED_WITHIN = 30.0
"""Seconds within which the same press on the same card is one that Teams or an impatient finger repeats."""

_NAME = re.compile(r"</?at[^>]*>")


@dataclass(kw_only=True)
class Hearing:
    """Hands what happens to the core. `receive` is durable when it answers."""

    people: People
    receive: Receiver
    _pressed: dict[str, tuple[float, asyncio.Task[Reply]]] = field(default_factory=dict)
    _late: set[asyncio.Task[Reply]] = field(default_factory=set)

    async def sender(self, activity: Activity) -> Profile:
        """Return who caused an activity."""
        where = parse.where_of(activity)
        return await self.people.sender(parse.sender_of(activity), where)

    async def mentioned(self, activity: Activity) -> tuple[list[Mention], tuple[Profile, ...]]:
        """Return the mentions of a text with their handles, and who they are."""
        own = activity.recipient.id if activity.recipient else ""
        mentions = parse.mentions_of(activity)
        where = parse.where_of(activity)
        address = parse.general_address(activity)
        asked = list(dict.fromkeys(each.id for each in mentions if each.id != own))[:MOST_MENTIONED]
        names = {each.id: _NAME.sub("", each.text) for each in mentions}
        found = await asyncio.gather(
            *(self.people.mentioned(user, names[user], address, where) for user in asked)
        )
        profiles = {user: profile for user, profile in zip(asked, found, strict=True) if profile is not None}
        handles = {user: profile.handle for user, profile in profiles.items()}
        called = [
            replace(each, handle=handles.get(each.id) or handle_of(names.get(each.id, "")))
            for each in mentions
        ]
        return called, tuple(profiles.values())

    async def done(self, data: Object, sender: Profile) -> tuple[Pressed | Submitted, tuple[Profile, ...]]:
        """Return what was done by a button or a form, those who were chosen in it as @handle, and who they are."""
        if read_kind(data) != SUBMIT:
            return Pressed(payload=read_payload(data)), ()
        values, found = read_values(data), []
        for key in chosen_people(data):
            profile = await self.people.chosen(values[key], sender.address)
            if profile is not None:
                found.append(profile)
                values[key] = f"@{profile.handle}"
        return Submitted(payload=read_payload(data), values=values), tuple(found)

    async def hear(
        self,
        activity: Activity,
        event_id: str,
        sender: Profile,
        said: Said,
        *,
        mentions: Sequence[Profile] = (),
        answering: Answering | None = None,
        on: str = "",
    ) -> Reply:
        """Return the core's answer. `answering` None means that the request carries it."""
        return await self.receive(
            Inbound(
                event_id=event_id,
                conversation=parse.conversation_of(activity),
                sender=sender,
                said=said,
                mentioned=tuple(mentions),
                on=on,
                answering=answering,
                address=parse.general_address(activity),
            )
        )

    async def once(self, key: str, hearing: Awaitable[Reply]) -> Reply | None:
        """Return the answer to a press; or None when it takes too long.

        The same press again, while it is answered or shortly after, gets the same answer: Teams repeats
        itself when it waits too long, under another id if it was the app that gave up.
        """
        now = asyncio.get_running_loop().time()
        self._pressed = {
            name: (at, task) for name, (at, task) in self._pressed.items() if now - at < REPEATED_WITHIN
        }
        if key in self._pressed:
            _, task = self._pressed[key]
            if asyncio.iscoroutine(hearing):
                hearing.close()
        else:
            task = asyncio.ensure_future(_run(hearing))
            self._pressed[key] = (now, task)
            self._late.add(task)
            task.add_done_callback(self._late.discard)
        done, _ = await asyncio.wait([task], timeout=PATIENCE)
        return task.result() if done else None

    async def finish(self, *, within: float) -> None:
        """Wait for the answers that are late. `within` is in seconds."""
        if self._late:
            await asyncio.wait(set(self._late), timeout=within)


async def _run(hearing: Awaitable[Reply]) -> Reply:
    return await hearing
