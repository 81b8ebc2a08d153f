"""The outbox leaves: lease, send, and keep what became of it.

A message is leased before it is sent and settled after, each in a transaction of its own. Whoever dies in
between leaves a lease that ends; the message is then looked for before it is sent again.
"""

import asyncio
import random
from collections import deque
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

import structlog

from bot.domain.policy import Policy
from bot.handlers.remind import may_leave_at
from bot.handlers.shown import as_it_stands, catch_up
from bot.handlers.undelivered import tell_who_depends
from bot.messages import ConversationRef, Delivered, OutboxRow, OutboxState, Rejected, RetryAfter, SendResult
from bot.ports import Clock, Platform, Store, Transaction

log = structlog.get_logger()

LEASE = timedelta(seconds=60)
SEND_WITHIN = LEASE / 3
"""How long one look-up and sending may take; what takes longer may have arrived."""

KEEP_TRYING = timedelta(days=3)
"""How long a message is worth sending: more than a weekend's outage."""

FEWEST_ATTEMPTS = 20
"""What waited while Engage was down is tried as often as anything else."""

FIRST_DELAY = timedelta(seconds=5)
LONGEST_DELAY = timedelta(hours=1)
AT_ONCE = 8
"""Conversations that are sent to at the same time."""

MOST_BEGUN = 500
"""Messages that are looked at in one go; the others follow when these are sent."""

_WAITING = {OutboxState.QUEUED, OutboxState.LEASED}

MOST_DOUBLINGS = 10
"""By then the delay is the longest."""


@dataclass(kw_only=True)
class _Lane:
    """The way to one conversation: one message at a time, in the order in which they were queued."""

    keys: deque[str] = field(default_factory=deque)
    free_at: float = 0.0
    """By the event loop's clock: when the platform's pause after the last message ends."""
    held_until: datetime | None = None
    """Until when the platform asked to wait."""
    task: asyncio.Task[None] | None = None


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """Sends what is queued. A conversation that is slow, or asks to wait, keeps no other one waiting."""

    store: Store
    platforms: Mapping[str, Platform]
    policy: Policy
    clock: Clock
    _lanes: dict[ConversationRef, _Lane] = field(default_factory=dict)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)
    _took_over: asyncio.Event = field(default_factory=asyncio.Event)
    _at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def deliver(self) -> None:
        """Send everything whose time has come. What cannot be sent now gets a time to try again."""
        while running := await self.begin():
            await asyncio.wait(running)
            for task in running:
                task.result()

    async def begin(self) -> AbstractSet[asyncio.Task[None]]:
        """Begin to send what can be sent now; return what is being sent, in tasks."""
        if not self._stopping.is_set():
            now = self.clock.now()
            if self.store.exclusive and not self._took_over.is_set():
                self._took_over.set()
                await self.store.transact(partial(_take_over, now=now))
            self._forget_idle(now)
            for row in await self.store.transact(lambda tx: tx.sendable(now, MOST_BEGUN)):
                self._line_up(row, now)
        return {lane.task for lane in self._lanes.values() if lane.task is not None}

    async def stop(self) -> None:
        """Begin no other sending, and wait for those under way."""
        self._stopping.set()
        running = [lane.task for lane in self._lanes.values() if lane.task is not None]
        if running:
            await asyncio.wait(running)

    def _line_up(self, row: OutboxRow, now: datetime) -> None:
        lane = self._lanes.setdefault(row.message.to, _Lane())
        if self._stopping.is_set() or (lane.held_until is not None and now < lane.held_until):
            return
        if row.message.key not in lane.keys:
            lane.keys.append(row.message.key)
        if lane.task is None:
            lane.task = asyncio.create_task(self._run(lane))

    def _forget_idle(self, now: datetime) -> None:
        if len(self._lanes) > MOST_BEGUN:
            for to, lane in list(self._lanes.items()):
                is_held = lane.held_until is not None and now < lane.held_until
                if lane.task is None and not is_held and lane.free_at < _loop_time():
                    del self._lanes[to]

    async def _run(self, lane: _Lane) -> None:
        try:
            while lane.keys and not self._stopping.is_set():
                await asyncio.sleep(max(0.0, lane.free_at - _loop_time()))
                async with self._at_once:
                    await self._next(lane)
        finally:
            lane.keys.clear()
            lane.task = None

    async def _next(self, lane: _Lane) -> None:
        """Send the next message of a lane, as it stands now."""
        key = lane.keys[0]
        row = await self.store.transact(lambda tx: self._lease(tx, key, token=uuid4().hex))
        if row is not None:
            result = await self._sent(row)
            platform = self.platforms.get(row.message.to.platform)
            lane.free_at = _loop_time() + (platform.pause if platform is not None else 0)
            await self.store.transact(lambda tx: self._settle(tx, row, result))
            if isinstance(result, RetryAfter) and result.seconds is not None:
                lane.held_until = self.clock.now() + _delay(row, result)
                lane.keys.clear()
            if not isinstance(result, Delivered):
                log.warning("outbox.not_delivered", key=key, outcome=result.outcome, problem=result.problem)
        if lane.keys:
            lane.keys.popleft()

    def _lease(self, tx: Transaction, key: str, *, token: str) -> OutboxRow | None:
        """Take a message, as it stands now, and return it leased.

        Returns None if nothing is to be sent: it was sent, put off, or withdrawn for having nothing left to say.
        """
        now = self.clock.now()
        row = tx.outbox_row(key)
        if row is None or row.state not in _WAITING or row.due_at > now:
            return None
        # A lease that ended was held by somebody who died: the message may have arrived.
        row = replace(row, unknown=row.unknown or row.state is OutboxState.LEASED)
        message = as_it_stands(tx, self.policy, row.message, now)
        leaves_at = may_leave_at(tx, self.policy, row, now)
        if message is None:
            log.info("outbox.withdrawn", key=key)
            tx.save_outbox_row(replace(row, state=OutboxState.WITHDRAWN, lease=""))
            return None
        if leaves_at > now:
            tx.save_outbox_row(replace(row, state=OutboxState.QUEUED, lease="", due_at=leaves_at))
            return None
        leased = replace(
            row,
            message=message,
            state=OutboxState.LEASED,
            lease=token,
            due_at=now + LEASE,
            attempts=row.attempts + 1,
        )
        tx.save_outbox_row(leased)
        return leased

    async def _sent(self, row: OutboxRow) -> SendResult:
        message = row.message
        platform = self.platforms.get(message.to.platform)
        if platform is None:
            return RetryAfter(problem=f"{message.to.platform} is not connected")
        try:
            async with asyncio.timeout(SEND_WITHIN.total_seconds()):
                if row.unknown and not message.may_be_repeated:
                    receipt = await platform.find(message, since=row.queued_at)
                    if receipt is not None:
                        return Delivered(receipt=receipt)
                return await platform.send(message)
        except Exception as error:
            # The port forbids it; a message must not be lost to an adapter's fault all the same.
            log.exception("outbox.adapter_raised", key=message.key, platform=message.to.platform)
            return RetryAfter(problem=type(error).__name__, unknown=True)

    def _settle(self, tx: Transaction, row: OutboxRow, result: SendResult) -> None:
        current = tx.outbox_row(row.message.key)
        if current is None or current.lease != row.lease:
            return  # The lease ended and somebody else has it now.
        now = self.clock.now()
        settled = _settled(current, result, now)
        tx.save_outbox_row(settled)
        catch_up(tx, self.policy, settled, now)
        if isinstance(result, Rejected):
            tell_who_depends(tx, self.policy, settled.message, result, now)


def _take_over(tx: Transaction, now: datetime) -> None:
    """Let what a process that died was sending be looked for at once: nobody else sends it any more."""
    for row in tx.outbox(OutboxState.LEASED):
        log.info("outbox.taken_over", key=row.message.key)
        tx.save_outbox_row(replace(row, due_at=now))


def _loop_time() -> float:
    return asyncio.get_running_loop().time()


def _settled(row: OutboxRow, result: SendResult, now: datetime) -> OutboxRow:
    match result:
        case Delivered(receipt=receipt):
            return replace(row, state=OutboxState.DELIVERED, receipt=receipt, lease="", problem="")
        case Rejected(problem=problem) if row.message.may_be_repeated:
            # Nobody misses an edit of what is gone, or a page that nobody looks at.
            return replace(row, state=OutboxState.WITHDRAWN, lease="", problem=problem)
        case Rejected(problem=problem):
            return replace(row, state=OutboxState.DEAD, lease="", problem=problem)
        case RetryAfter(problem=problem) if (
            now - row.queued_at > KEEP_TRYING and row.attempts > FEWEST_ATTEMPTS
        ):
            return replace(row, state=OutboxState.DEAD, lease="", problem=problem)
        case RetryAfter():
            return replace(
                row,
                state=OutboxState.QUEUED,
                lease="",
                due_at=now + _delay(row, result),
                unknown=row.unknown or result.unknown,
                problem=result.problem,
            )


def _delay(row: OutboxRow, result: RetryAfter) -> timedelta:
    """Return how long to wait: what the platform asks for, or twice as long each time, with jitter."""
    if result.seconds is not None:
        return timedelta(seconds=max(result.seconds, 1))
    doubled: timedelta = FIRST_DELAY * 2 ** min(row.attempts - 1, MOST_DOUBLINGS)
    return min(doubled, LONGEST_DELAY) * random.uniform(0.5, 1)  # noqa: S311 - jitter, no secret
