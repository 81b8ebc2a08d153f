"""The outbox leaves: lease, send, and keep what became of it.

A message is leased before it is sent and settled after, each in a transaction of its own. Whoever dies in
between leaves a lease that ends; the message is then looked for before it is sent again.
"""

import asyncio
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from uuid import uuid4

import structlog

from bot.messages import Delivered, OutboxRow, OutboxState, Rejected, RetryAfter, SendResult
from bot.ports import Clock, Platform, Store, Transaction

log = structlog.get_logger()

LEASE = timedelta(seconds=60)
BATCH = 10
"""Messages leased at once: no more than can be sent in a third of the lease."""

MOST_ATTEMPTS = 12
FIRST_DELAY = timedelta(seconds=5)
LONGEST_DELAY = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """Sends what is queued."""

    store: Store
    platforms: Mapping[str, Platform]
    clock: Clock
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def deliver(self) -> None:
        """Send everything whose time has come. What cannot be sent now gets a time to try again."""
        async with self._one_at_a_time:
            for _ in count():
                token = uuid4().hex
                leased = await self.store.transact(partial(self._lease, token=token))
                if not leased:
                    return
                for row in leased:
                    await self._send(row)

    def _lease(self, tx: Transaction, *, token: str) -> Sequence[OutboxRow]:
        now = self.clock.now()
        leased = []
        for row in tx.sendable(now, BATCH):
            # A lease that ended was held by somebody who died: the message may have arrived.
            unknown = row.unknown or row.state is OutboxState.LEASED
            held = replace(
                row,
                state=OutboxState.LEASED,
                lease=token,
                due_at=now + LEASE,
                attempts=row.attempts + 1,
                unknown=unknown,
            )
            tx.save_outbox_row(held)
            leased.append(held)
        return leased

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
        if row.unknown:
            receipt = await platform.find(message, since=row.queued_at)
            if receipt is not None:
                return Delivered(receipt=receipt)
        try:
            return await platform.send(message)
        except Exception as error:
            # The port forbids it; a message must not be lost to an adapter's fault all the same.
            log.exception("outbox.adapter_raised", key=message.key, platform=message.to.platform)
            return RetryAfter(problem=type(error).__name__, unknown=True)

    def _settle(self, tx: Transaction, row: OutboxRow, result: SendResult) -> None:
        current = tx.outbox_row(row.message.key)
        if current is None or current.lease != row.lease:
            return  # The lease ended and somebody else has it now.
        tx.save_outbox_row(self._settled(current, result))

    def _settled(self, row: OutboxRow, result: SendResult) -> OutboxRow:
        match result:
            case Delivered(receipt=receipt):
                return replace(row, state=OutboxState.DELIVERED, receipt=receipt, lease="", problem="")
            case Rejected(problem=problem):
                return replace(row, state=OutboxState.DEAD, lease="", problem=problem)
            case RetryAfter(problem=problem) if row.attempts >= MOST_ATTEMPTS:
                return replace(row, state=OutboxState.DEAD, lease="", problem=problem)
            case RetryAfter():
                return replace(
                    row,
                    state=OutboxState.QUEUED,
                    lease="",
                    due_at=self._again_at(row, result, self.clock.now()),
                    unknown=result.unknown,
                    problem=result.problem,
                )

    def _again_at(self, row: OutboxRow, result: RetryAfter, now: datetime) -> datetime:
        if result.seconds is not None:
            return now + timedelta(seconds=result.seconds)
        doublings: int = row.attempts - 1
        delay = min(timedelta(seconds=FIRST_DELAY.total_seconds() * 2.0**doublings), LONGEST_DELAY)
        return now + delay * random.uniform(0.5, 1)  # noqa: S311 - jitter, no secret
