"""Time says something: what is due is reminded of, and teams get their summaries.

One sweep does it all, by the clock that it is given; APScheduler (in `bot.wiring`) only makes it happen
every few seconds. So nothing is missed after downtime, and the cost is that of what is due.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count

from apscheduler.triggers.cron import CronTrigger

from bot.domain.people import Team
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.handlers.remind import remind
from bot.handlers.summary import post_summary
from bot.ports import Clock, Store, Transaction

BATCH = 200
"""Reminders in one transaction; between two, others get their turn."""

ANSWERS_KEPT = timedelta(days=7)
"""How long a repeated event gets its first answer, and a question can be answered."""

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
        for _ in count():
            done = await self.store.transact(lambda tx: self._remind(tx, now))
            if done < BATCH:
                break
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

    def _remind(self, tx: Transaction, now: datetime) -> int:
        due = tx.due_reminders(now, BATCH)
        by_owner: dict[str, list[Promise]] = defaultdict(list)
        for promise in due:
            by_owner[promise.owner].append(promise)
        for owner, promises in by_owner.items():
            remind(tx, self.policy, tx.person(owner), promises, now)
        return len(due)

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
        trigger = CronTrigger.from_crontab(team.summary_cron, timezone=team.zone)
        planned = trigger.get_next_fire_time(None, last + timedelta(seconds=1))
        return None if planned is None else planned.astimezone(UTC)

    def _tidy(self, tx: Transaction, now: datetime) -> None:
        last = tx.mark("tidied")
        if last is None or now - last > timedelta(hours=1):
            tx.forget_answers(now - ANSWERS_KEPT)
            tx.forget_delivered(now - DELIVERED_KEPT)
            tx.set_mark("tidied", now)


def _mark(team: Team) -> str:
    return f"summary:{team.key}"
