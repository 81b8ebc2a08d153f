"""From Slack to the core and back within the time that Slack gives: three seconds."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace

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
class Hearing:
    """Hands events to the core. `receive` is durable when it answers."""

    people: People
    receive: Receiver
    _late: set[asyncio.Task[None]] = field(default_factory=set)

    async def resolve(self, texts: Iterable[str], *, but: str = "") -> tuple[list[str], tuple[Profile, ...]]:
        """Return Slack's texts as people see them, and the profiles of those mentioned (`but` the bot)."""
        given = list(texts)
        users = [user for text in given for user in mentioned(text) if user != but]
        profiles = await self.people.profiles(users[:MOST_MENTIONED])
        handles = {user: profile.handle or user for user, profile in profiles.items()}
        known = (_with_handle(profile) for profile in profiles.values())
        return [plain(text, handles) for text in given], tuple(known)

    async def hear(
        self,
        event_id: str,
        user: str,
        origin: Origin,
        said: Said,
        *,
        mentions: tuple[Profile, ...] = (),
        handle: str = "",
        in_response: bool = False,
    ) -> Reply:
        """Return the core's answer. `in_response` means that the request carries it.

        `handle` is what the request calls the user, for when Slack does not tell who they are.
        """
        return await self.receive(
            Inbound(
                event_id=event_id,
                conversation=conversation(origin.place, origin.channel, user),
                sender=_called(handle, await self.people.profile(user)),
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


def _with_handle(profile: Profile) -> Profile:
    """Give somebody whom Slack told nothing about their id for a handle, as the text has it."""
    return _called(profile.identity.user, profile)


def _called(handle: str, profile: Profile) -> Profile:
    return profile if profile.handle else replace(profile, handle=handle)
