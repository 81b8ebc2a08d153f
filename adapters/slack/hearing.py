"""From Slack to the core and back within the time that Slack gives: three seconds."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import islice

import structlog

from adapters.slack.parse import conversation
from adapters.slack.people import People
from adapters.slack.text import mentioned, plain
from adapters.slack.views import Origin
from bot.messages import Inbound, Profile, Reply, Said
from bot.ports import Receiver

log = structlog.get_logger()

MOST_MENTIONED = 20
"""People in one text of whom Slack is asked; nobody names more whom a command could mean."""

PATIENCE = 2.0
"""Seconds after which somebody is told that the answer follows."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """Texts as people see them, who wrote them, and who is mentioned in them."""

    texts: tuple[str, ...]
    sender: Profile
    mentioned: tuple[Profile, ...]


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """Hands events to the core. `receive` is durable when it answers."""

    people: People
    receive: Receiver
    _late: set[asyncio.Task[None]] = field(default_factory=set)

    async def resolve(self, user: str, texts: Iterable[str], *, handle: str = "") -> Told:
        """Return what Slack's texts say, by whom and of whom.

        All are asked for at once, since the person waits. `handle` is what the request calls the user, for
        when Slack does not tell who they are.
        """
        given = list(texts)
        called = {user: label for text in given for user, label in mentioned(text).items()}
        named = islice(called, MOST_MENTIONED)
        sender, profiles = await asyncio.gather(self.people.profile(user), self.people.profiles(named))
        handles = {user: profile.handle or called[user] for user, profile in profiles.items()}
        return Told(
            texts=tuple(plain(text, handles) for text in given),
            sender=_called(handle, sender),
            mentioned=tuple(_called(handles[user], profile) for user, profile in profiles.items()),
        )

    async def hear(
        self,
        event_id: str,
        sender: Profile,
        origin: Origin,
        said: Said,
        *,
        mentions: tuple[Profile, ...] = (),
        in_response: bool = False,
    ) -> Reply:
        """Return the core's answer. `in_response` means that the request carries it."""
        return await self.receive(
            Inbound(
                event_id=event_id,
                conversation=conversation(origin.place, origin.channel, sender.identity.user),
                sender=sender,
                said=said,
                mentioned=mentions,
                on=origin.message,
                answering=None if in_response or origin.place is None else origin.answering,
            )
        )

    async def in_time(
        self, hearing: Awaitable[Reply], late: Callable[[Reply], Awaitable[None]]
    ) -> Reply | None:
        """Return the answer; or None when it takes too long, and do `late` with it when it is there."""
        task = asyncio.ensure_future(hearing)
        done, _ = await asyncio.wait([task], timeout=PATIENCE)
        if done:
            return task.result()
        following = asyncio.create_task(self._follow(task, late))
        self._late.add(following)
        following.add_done_callback(self._late.discard)
        return None

    async def finish(self, *, within: float) -> None:
        """Wait for the answers that are late. `within` is in seconds."""
        if self._late:
            await asyncio.wait(set(self._late), timeout=within)

    async def _follow(self, task: asyncio.Future[Reply], late: Callable[[Reply], Awaitable[None]]) -> None:
        try:
            await late(await task)
        except Exception:
            # What was recorded is durable; only its answer is lost.
            log.exception("slack.late_answer_lost")


def _called(handle: str, profile: Profile) -> Profile:
    return profile if profile.handle else replace(profile, handle=handle)
