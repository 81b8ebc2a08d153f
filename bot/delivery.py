"""The outbox leaves: lease, send, and keep what became of it.

A message is leased before it is sent and settled after, each in a transaction of its own. Whoever dies in
between leaves a lease that ends; the message is then looked for before it is sent again.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar
from uuid import uuid4

import structlog

from bot.domain.policy import Policy
from bot.handlers.reaching import address_of, reached
from bot.handlers.remind import may_leave_at
from bot.handlers.shown import as_it_stands, catch_up
from bot.handlers.undelivered import UNREACHED, readdressed, tell_who_depends
from bot.lanes import Lanes, Rest
from bot.messages import Delivered, OutboxRow, OutboxState, Receipt, Rejected, RetryAfter, SendResult
from bot.ports import Clock, Platform, Store, Transaction

log = structlog.get_logger()

T = TypeVar("T")

LEASE = timedelta(seconds=60)
SEND_WITHIN = LEASE / 3
"""How long one look-up and sending may take; what takes longer may have arrived."""

KEEP_TRYING = timedelta(days=3)
"""How long a message is worth sending: more than a weekend's outage."""

FEWEST_ATTEMPTS = 20
"""What waited while Engage was down is tried as often as anything else."""

FIRST_DELAY = timedelta(seconds=5)
LONGEST_DELAY = timedelta(hours=1)
MOST_BEGUN = 128
"""Messages that are looked at in one go, and `MOST_OF_ONE` of them to one conversation; the others follow."""

MOST_OF_ONE = 4

_WAITING = {OutboxState.QUEUED, OutboxState.LEASED}

MOST_DOUBLINGS = 10
"""By then the delay is the longest."""


class Delivery:
    """Sends what is queued. A conversation that is slow, or asks to wait, keeps no other one waiting."""

    def __init__(
        self, *, store: Store, platforms: Mapping[str, Platform], policy: Policy, clock: Clock
    ) -> None:
        self._store = store
        self._platforms = platforms
        self._policy = policy
        self._clock = clock
        self._lanes = Lanes(self._deal_with)
        self._is_stopping = False
        self._has_taken_over = not store.exclusive

    async def deliver(self) -> None:
        """Send everything whose time has come. What cannot be sent now gets a time to try again."""
        while running := await self.begin():
            await asyncio.wait(running)
            for task in running:
                task.result()

    async def begin(self) -> set[asyncio.Task[None]]:
        """Begin to send what can be sent now; return what is being sent, in tasks."""
        if not self._is_stopping:
            now = self._clock.now()
            if not self._has_taken_over:
                self._has_taken_over = True
                await self._store.transact(partial(_take_over, now=now))
            known = self._lanes.keys
            rows = await self._store.transact(
                lambda tx: tx.sendable(now, MOST_BEGUN, each=MOST_OF_ONE, known=known)
            )
            for row in rows:
                self._lanes.add(row.message.to, row.message.key, now)
        return self._lanes.running

    async def stop(self) -> None:
        """Begin no other sending, and wait for those under way."""
        self._is_stopping = True
        await self._lanes.stop()

    async def _deal_with(self, key: str) -> Rest:
        """Send a message, as it stands now, unless it has arrived already."""
        row = await self._store.transact(partial(self._lease, key=key, token=uuid4().hex))
        found: SendResult | None = None
        if row is not None and row.unknown and not row.message.may_be_repeated:
            found = await self._tried(row, partial(self._find, row))
            if found is None:
                row = await self._store.transact(partial(self._renew, row=row))
        if row is None:
            return Rest()
        result: SendResult = found if found is not None else await self._tried(row, partial(self._send, row))
        await self._store.transact(partial(self._settle, row=row, result=result))
        if not isinstance(result, Delivered):
            log.warning("outbox.not_delivered", key=key, outcome=result.outcome, problem=result.problem)
        return self._rest(row, result)

    def _rest(self, row: OutboxRow, result: SendResult) -> Rest:
        platform = self._platforms.get(row.message.to.platform)
        asked_to_wait = isinstance(result, RetryAfter) and result.seconds is not None
        until = self._clock.now() + _delay(row, result) if asked_to_wait else None
        return Rest(seconds=platform.pause if platform is not None else 0.0, until=until)

    def _lease(self, tx: Transaction, *, key: str, token: str) -> OutboxRow | None:
        """Take a message whose turn it is, and return it leased; None if nothing is to be sent.

        One that may have arrived stays as it was sent, until it has been looked for.
        """
        now = self._clock.now()
        row = tx.outbox_row(key)
        if row is None or row.state not in _WAITING or row.due_at > now:
            return None
        # A lease that ended was held by somebody who died: the message may have arrived.
        row = replace(row, unknown=row.unknown or row.state is OutboxState.LEASED, lease=token)
        if not row.unknown or row.message.may_be_repeated:
            return self._renew(tx, row=row)
        return self._leased(tx, row, now)

    def _renew(self, tx: Transaction, *, row: OutboxRow) -> OutboxRow | None:
        """Return a message as it stands now, leased; None if nothing is left to say, or not at this hour."""
        now = self._clock.now()
        message = as_it_stands(tx, self._policy, row.message, now)
        leaves_at = may_leave_at(tx, self._policy, row, now)
        if message is None:
            log.info("outbox.withdrawn", key=row.message.key)
            tx.save_outbox_row(replace(row, state=OutboxState.WITHDRAWN, lease=""))
            return None
        if leaves_at > now:
            tx.save_outbox_row(replace(row, state=OutboxState.QUEUED, lease="", due_at=leaves_at))
            return None
        return self._leased(tx, replace(row, message=message), now)

    def _leased(self, tx: Transaction, row: OutboxRow, now: datetime) -> OutboxRow:
        is_first = row.state is not OutboxState.LEASED or row.due_at <= now
        attempts = row.attempts + 1 if is_first else row.attempts
        leased = replace(row, state=OutboxState.LEASED, due_at=now + LEASE, attempts=attempts)
        tx.save_outbox_row(leased)
        return replace(leased, message=replace(leased.message, address=address_of(tx, leased.message.to)))

    async def _find(self, row: OutboxRow, platform: Platform) -> SendResult | None:
        found = await platform.find(row.message, since=row.queued_at)
        return Delivered(receipt=found) if isinstance(found, Receipt) else found

    async def _send(self, row: OutboxRow, platform: Platform) -> SendResult:
        return await platform.send(row.message)

    async def _tried(self, row: OutboxRow, call: Callable[[Platform], Awaitable[T]]) -> T | RetryAfter:
        platform = self._platforms.get(row.message.to.platform)
        if platform is None:
            return RetryAfter(problem=f"{row.message.to.platform} is not connected")
        try:
            async with asyncio.timeout(SEND_WITHIN.total_seconds()):
                return await call(platform)
        except Exception as error:
            # The port forbids it; a message must not be lost to an adapter's fault all the same.
            log.exception("outbox.adapter_raised", key=row.message.key, platform=platform.name)
            return RetryAfter(problem=type(error).__name__, unknown=True)

    def _settle(self, tx: Transaction, *, row: OutboxRow, result: SendResult) -> None:
        current = tx.outbox_row(row.message.key)
        if current is None or current.lease != row.lease:
            return  # The lease ended and somebody else has it now.
        now = self._clock.now()
        if self._cannot_reach(current, result):
            refused = isinstance(result, Rejected)
            again = readdressed(tx, current, now, among=self._platforms.keys(), refused=refused)
            if again is not None:
                tx.save_outbox_row(again)
                return
        settled = _settled(current, result, now)
        tx.save_outbox_row(settled)
        catch_up(tx, self._policy, settled, now)
        if isinstance(result, Delivered):
            reached(tx, settled.message.to)
        if isinstance(result, Rejected):
            tell_who_depends(tx, self._policy, settled.message, result, now)

    def _cannot_reach(self, row: OutboxRow, result: SendResult) -> bool:
        """Say whether a person is not to be reached where a message goes."""
        is_connected = row.message.to.platform in self._platforms
        is_gone = isinstance(result, Rejected) and result.reason in UNREACHED
        return is_gone or (not is_connected and not isinstance(result, Delivered))


def _take_over(tx: Transaction, now: datetime) -> None:
    """Let what a process that died was sending be looked for at once: nobody else sends it any more."""
    for row in tx.outbox(OutboxState.LEASED):
        log.info("outbox.taken_over", key=row.message.key)
        tx.save_outbox_row(replace(row, due_at=now))


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


def _delay(row: OutboxRow, result: SendResult) -> timedelta:
    """Return how long to wait: what the platform asks for, or twice as long each time, with jitter."""
    if isinstance(result, RetryAfter) and result.seconds is not None:
        return timedelta(seconds=max(result.seconds, 1))
    doubled: timedelta = FIRST_DELAY * 2 ** min(row.attempts - 1, MOST_DOUBLINGS)
    return min(doubled, LONGEST_DELAY) * random.uniform(0.5, 1)  # noqa: S311 - jitter, no secret
