"""Time says something: what is due is reminded of, and teams get their summaries.

One sweep does it all, by the clock that it is given; APScheduler (in `bot.wiring`) only makes it happen
every few seconds. So nothing is missed after downtime, and the cost is that of what is due.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import structlog
from apscheduler.triggers.cron import CronTrigger

from bot.domain.people import PersonId, Team
from bot.domain.policy import Policy
from bot.errors import StoreWriteError
from bot.handlers.remind import remind
from bot.handlers.summary import post_summary
from bot.ports import Clock, Store, Transaction

log = structlog.get_logger()

MOST_DUE = 10_000
"""Reminders in one sweep, more than a week without Engage leaves behind; the rest wait for the next."""

ANSWERS_KEPT = timedelta(days=7)
"""How long a repeated event gets its first answer, and a question can be answered."""

LONGEST_GAP = timedelta(hours=1)
"""By how much clocks are put forward at most."""

DELIVERED_KEPT = timedelta(days=30)


@dataclass(frozen=True, kw_only=True)
class Scheduler:
    """Finds what is due."""

    store: Store
    policy: Policy
    clock: Clock

    async def sweep(self) -> None:
        """Queue what is due now."""
        now = self.clock.now()
        for owner, numbers in (await self.store.transact(lambda tx: _due(tx, now))).items():
            await self._remind(owner, numbers, now)
        for team in self.policy.teams:
            if team.summary_cron is not None:
                await self.store.transact(partial(self._summarise, team=team, now=now))
        await self.store.transact(lambda tx: self._tidy(tx, now))

    async def next_reminder(self) -> datetime | None:
        """Return when somebody is next to be reminded."""
        return await self.store.transact(lambda tx: tx.next_reminder_at())

    async def next_moment(self) -> datetime | None:
        """Return when something is next due: a reminder, a summary, or a message to be sent again."""
        return await self.store.transact(self._next_moment)

    def _next_moment(self, tx: Transaction) -> datetime | None:
        moments = [tx.next_reminder_at(), tx.next_send_at()]
        moments += [self._next_summary(tx, team) for team in self.policy.teams]
        return min((moment for moment in moments if moment is not None), default=None)

    async def _remind(self, owner: PersonId, numbers: Sequence[int], now: datetime) -> None:
        """Remind one owner of all that is due, in a transaction of its own; between two, others have turns."""

        def work(tx: Transaction) -> None:
            promises = [promise for number in numbers if (promise := tx.promise(number))]
            due = [
                each for each in promises if each.owner == owner and each.reminder and each.reminder.at <= now
            ]
            remind(tx, self.policy, tx.person(owner), due, now)

        try:
            await self.store.transact(work)
        except StoreWriteError:
            raise
        except Exception:
            # The others are reminded all the same; the next sweep tries again.
            log.exception("reminder.failed", person=owner)

    def _summarise(self, tx: Transaction, *, team: Team, now: datetime) -> None:
        since = tx.mark(_mark(team))
        if since is None:
            tx.set_mark(_mark(team), now)
            return
        planned = self._next_summary(tx, team)
        if planned is not None and planned <= now:
            post_summary(tx, team, since=since, now=now)
            tx.set_mark(_mark(team), now)

    def _next_summary(self, tx: Transaction, team: Team) -> datetime | None:
        """Return the first planned summary after the last one. What downtime missed is caught up once."""
        last = tx.mark(_mark(team))
        if team.summary_cron is None or last is None:
            return None
        return next_planned(team.summary_cron, ZoneInfo(team.zone), after=last)

    def _tidy(self, tx: Transaction, now: datetime) -> None:
        last = tx.mark("tidied")
        if last is None or now - last > timedelta(hours=1):
            tx.forget_answers(now - ANSWERS_KEPT)
            tx.forget_delivered(now - DELIVERED_KEPT)
            tx.set_mark("tidied", now)


def _due(tx: Transaction, now: datetime) -> Mapping[PersonId, Sequence[int]]:
    """Return the numbers of the promises to be reminded of, by owner."""
    by_owner: dict[PersonId, list[int]] = defaultdict(list)
    for promise in tx.due_reminders(now, MOST_DUE):
        by_owner[promise.owner].append(promise.number)
    return by_owner


def next_planned(cron: str, zone: ZoneInfo, *, after: datetime) -> datetime | None:
    """Return the first moment later than `after` at which a clock in `zone` shows what `cron` says, in UTC.

    A time that clocks skip comes as much later as they are put forward, and one that they show twice comes once,
    as reminders do. APScheduler alone forgets what is planned for a midnight that is skipped.
    """
    trigger = CronTrigger.from_crontab(cron, timezone=UTC)
    wall: datetime | None = after.astimezone(zone).replace(tzinfo=UTC) - LONGEST_GAP
    while wall is not None and (wall := trigger.get_next_fire_time(None, wall)) is not None:
        planned = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
        if planned > after:
            return planned
        wall += timedelta(seconds=1)
    return None


def _mark(team: Team) -> str:
    return f"summary:{team.key}"
