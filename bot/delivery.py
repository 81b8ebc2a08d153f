"""The outbox leaves: lease, send, and keep what became of it.

A message is leased before it is sent and settled after, each in a transaction of its own. Whoever dies in
between leaves a lease that ends; the message is then looked for before it is sent again.
"""

import asyncio
import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

import structlog

from bot.domain.policy import Policy
from bot.handlers.remind import as_it_stands, may_leave_at
from bot.messages import Delivered, OutboxRow, OutboxState, Rejected, RetryAfter, SendResult
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
MOST_DOUBLINGS = 10
"""By then the delay is the longest."""


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """Sends what is queued, one message after the other, in the order in which they were queued."""

    store: Store
    platforms: Mapping[str, Platform]
    policy: Policy
    clock: Clock
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)
    _stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def deliver(self) -> None:
        """Send everything whose time has come. What cannot be sent now gets a time to try again."""
        async with self._one_at_a_time:
            while not self._stopping.is_set():
                row = await self.store.transact(partial(self._lease, token=uuid4().hex))
                if row is None:
                    return
                if row.state is OutboxState.LEASED:
                    await self._send(row)

    async def stop(self) -> None:
        """Begin no other sending, and wait for the one under way."""
        self._stopping.set()
        async with self._one_at_a_time:
            pass

    def _lease(self, tx: Transaction, *, token: str) -> OutboxRow | None:
        """Take the next message, as it stands now; one that has nothing left to say is withdrawn.

        Returns it, leased unless it was withdrawn or put off, or None if nothing is to be sent.
        """
        now = self.clock.now()
        row = next(iter(tx.sendable(now, 1)), None)
        if row is None:
            return None
        # A lease that ended was held by somebody who died: the message may have arrived.
        row = replace(row, unknown=row.unknown or row.state is OutboxState.LEASED)
        message = as_it_stands(tx, self.policy, row.message, now)
        leaves_at = may_leave_at(tx, self.policy, row, now)
        if message is None:
            log.info("outbox.withdrawn", key=row.message.key)
            row = replace(row, state=OutboxState.WITHDRAWN, lease="")
        elif leaves_at > now:
            row = replace(row, state=OutboxState.QUEUED, lease="", due_at=leaves_at)
        else:
            row = replace(
                row,
                message=message,
                state=OutboxState.LEASED,
                lease=token,
                due_at=now + LEASE,
                attempts=row.attempts + 1,
            )
        tx.save_outbox_row(row)
        return row

    async def _send(self, row: OutboxRow) -> None:
        result = await self._sent(row)
        await self.store.transact(lambda tx: self._settle(tx, row, result))
        if not isinstance(result, Delivered):
            log.warning("outbox.not_delivered", key=row.message.key, outcome=result.outcome)

    async def _sent(self, row: OutboxRow) -> SendResult:
        message = row.message
        platform = self.platforms.get(message.to.platform)
        if platform is None:
            return RetryAfter(problem=f"{message.to.platform} is not connected")
        try:
            async with asyncio.timeout(SEND_WITHIN.total_seconds()):
                if row.unknown:
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
        tx.save_outbox_row(_settled(current, result, self.clock.now()))


def _settled(row: OutboxRow, result: SendResult, now: datetime) -> OutboxRow:
    match result:
        case Delivered(receipt=receipt):
            return replace(row, state=OutboxState.DELIVERED, receipt=receipt, lease="", problem="")
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
