"""Work in lanes: one thing after the other in each, several lanes at the same time."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime

AT_ONCE = 32
"""Lanes in which something is done at the same time."""

MANY = 500
"""So many lanes are kept in mind though nothing is to be done in them."""


@dataclass(frozen=True, kw_only=True)
class Rest:
    """How long a lane rests after a piece of work: some seconds, and `until` a moment of the caller's clock."""

    seconds: float = 0.0
    until: datetime | None = None


@dataclass(kw_only=True)
class _Lane:
    keys: deque[str] = field(default_factory=deque)
    free_at: float = 0.0
    held_until: datetime | None = None
    task: asyncio.Task[None] | None = None

    def is_held(self, now: datetime) -> bool:
        return self.held_until is not None and now < self.held_until


class Lanes:
    """Does `work` for each key that is added, in its lane; a key waits in its lane once."""

    def __init__(self, work: Callable[[str], Awaitable[Rest]]) -> None:
        self._work = work
        self._lanes: dict[Hashable, _Lane] = {}
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._stopping = False

    @property
    def running(self) -> set[asyncio.Task[None]]:
        """The tasks of the lanes in which something is to be done; what the work raises is raised by them."""
        return {lane.task for lane in self._lanes.values() if lane.task is not None}

    @property
    def keys(self) -> set[str]:
        """What waits in the lanes, or is being done."""
        return {key for lane in self._lanes.values() for key in lane.keys}

    def add(self, to: Hashable, key: str, now: datetime) -> None:
        """Do something in a lane, unless that is held: what is left out then is added again another time."""
        self._forget_idle(now)
        lane = self._lanes.setdefault(to, _Lane())
        if self._stopping or lane.is_held(now):
            return
        if key not in lane.keys:
            lane.keys.append(key)
        if lane.task is None:
            lane.task = asyncio.create_task(self._run(lane))

    async def stop(self) -> None:
        """Begin nothing else, and wait for what was begun."""
        self._stopping = True
        if running := self.running:
            await asyncio.wait(running)

    async def _run(self, lane: _Lane) -> None:
        clock = asyncio.get_running_loop().time
        try:
            while lane.keys:
                await asyncio.sleep(max(0.0, lane.free_at - clock()))
                async with self._at_once:
                    if self._stopping:
                        return
                    rest = await self._work(lane.keys[0])
                lane.free_at = clock() + rest.seconds
                if rest.until is not None:
                    lane.held_until = rest.until
                    return
                lane.keys.popleft()
        finally:
            lane.keys.clear()
            lane.task = None

    def _forget_idle(self, now: datetime) -> None:
        if len(self._lanes) > MANY:
            free = asyncio.get_running_loop().time()
            for to, lane in list(self._lanes.items()):
                if lane.task is None and not lane.is_held(now) and lane.free_at < free:
                    del self._lanes[to]
