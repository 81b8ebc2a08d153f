"""From Teams to the core and back, within the time that Teams gives."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import structlog

from adapters.teams import parse
from adapters.teams.forms import SUBMIT, chosen_people, read_kind, read_payload, read_values
from adapters.teams.people import People
from adapters.teams.shapes import Activity, Object
from adapters.teams.text import Mention, handle_of
from bot.messages import Answering, Inbound, Pressed, Profile, Reply, Said, Submitted
from bot.ports import Receiver

T = TypeVar("T")

log = structlog.get_logger()

MOST_MENTIONED = 7
"""People in one text of whom Teams is asked; nobody names more whom a command could mean."""

PATIENCE = 4.0
"""Seconds after which a press is answered, and its card follows; Teams itself gives up after ten or more."""

REPEATED_WITHIN = 2.0
"""Seconds after its answer in which the same press on the same card is an impatient finger's."""

_NAME = re.compile(r"</?at[^>]*>")


@dataclass(kw_only=True)
class Hearing:
    """Hands what happens to the core. `receive` is durable when it answers."""

    people: People
    receive: Receiver
    _pressed: dict[str, asyncio.Task[Reply]] = field(default_factory=dict)
    _late: set[asyncio.Task[Any]] = field(default_factory=set)

    async def sender(self, activity: Activity) -> Profile:
        """Return who caused an activity."""
        where = parse.where_of(activity)
        return await self.people.sender(parse.sender_of(activity), where)

    async def mentioned(self, activity: Activity) -> tuple[list[Mention], tuple[Profile, ...]]:
        """Return the mentions of a text as it will call them, and who they are."""
        own = activity.recipient.id if activity.recipient else ""
        mentions = parse.mentions_of(activity)
        where, address = parse.where_of(activity), parse.general_address(activity)
        asked = list(dict.fromkeys(each.id for each in mentions if each.id != own))[:MOST_MENTIONED]
        names = {each.id: _NAME.sub("", each.text) for each in mentions}
        found = await asyncio.gather(
            *(self.people.mentioned(user, names[user], address, where) for user in asked)
        )
        profiles: dict[str, Profile] = {}
        taken: set[str] = set()
        for user, profile in zip(asked, found, strict=True):
            name = _apart(profile.handle or handle_of(names[user]), taken)
            profiles[user] = replace(profile, called=name)
        called = [
            replace(each, handle=profiles[each.id].called if each.id in profiles else "") for each in mentions
        ]
        return called, tuple(profiles.values())

    async def read(self, data: Object, sender: Profile) -> tuple[Pressed | Submitted, tuple[Profile, ...]]:
        """Return what was done by a button or a form; whoever was chosen in it as @handle, and who that is."""
        if read_kind(data) != SUBMIT:
            return Pressed(payload=read_payload(data)), ()
        values, found = read_values(data), []
        for key in chosen_people(data)[:1]:  # a form asks for one person
            profile = await self.people.chosen(values[key], sender.address)
            if profile is not None:
                found.append(replace(profile, called=profile.handle or profile.identity.user))
                values[key] = f"@{found[-1].mention}"
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

    async def once(
        self, key: str, hearing: Callable[[], Awaitable[Reply]], late: Callable[[Reply], Awaitable[object]]
    ) -> Reply | None:
        """Return the answer to a press; or None when it takes too long, and do `late` with it when it is there.

        The same press again, while it is answered or in the breath after, gets the same answer: Teams repeats
        itself when it waits too long, under another id if it was the app that gave up, and fingers do so at
        once. What is pressed later is meant: something may have changed since.
        """
        is_first = key not in self._pressed
        if is_first:
            self._pressed[key] = self.begun(hearing())
            self._pressed[key].add_done_callback(lambda _: self._forget_soon(key))
        task = self._pressed[key]
        done, _ = await asyncio.wait([task], timeout=PATIENCE)
        if not done and is_first:
            task.add_done_callback(lambda task: self.begun(self._follow(task, late)))
        return task.result() if done else None

    def _forget_soon(self, key: str) -> None:
        asyncio.get_running_loop().call_later(REPEATED_WITHIN, self._pressed.pop, key, None)

    def begun(self, work: Awaitable[T]) -> asyncio.Task[T]:
        """Begin something that is to be finished before Engage stops, whoever waits for it."""
        task = asyncio.ensure_future(_awaited(work))
        self._late.add(task)
        task.add_done_callback(self._late.discard)
        return task

    async def _follow(self, task: asyncio.Task[Reply], late: Callable[[Reply], Awaitable[object]]) -> None:
        try:
            await late(task.result())
        except Exception:
            # What was recorded is durable; only its answer is lost.
            log.exception("teams.late_answer_lost")

    async def finish(self, *, within: float) -> None:
        """Wait for the answers that are late. `within` is in seconds."""
        if self._late:
            await asyncio.wait(set(self._late), timeout=within)


async def _awaited(work: Awaitable[T]) -> T:
    return await work


def _apart(called: str, taken: set[str]) -> str:
    """Return how one of several who are mentioned is called, as nobody else of them is."""
    apart, number = called, 1
    while apart in taken:
        number += 1
        apart = f"{called}.{number}"
    taken.add(apart)
    return apart
