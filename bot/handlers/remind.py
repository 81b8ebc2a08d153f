"""Time says: remind an owner of everything whose time has come, in one message, or say why it waits."""

from collections.abc import Sequence
from datetime import date, datetime

import structlog

from bot.cards.reminder import bundle
from bot.domain import transitions
from bot.domain.people import Person
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.domain.reminder import Reminder, Timetable
from bot.handlers.context import direct, view_of
from bot.messages import Outbound
from bot.ports import Transaction

log = structlog.get_logger()


def remind(
    tx: Transaction, policy: Policy, owner: Person, promises: Sequence[Promise], now: datetime
) -> None:
    """Send or hold the reminders of `promises`, all of `owner` and all due at `now`.

    Each sent or held one is an entry of its promise's history with its reason, committed together with the
    message. Two sweeps cannot send one reminder: the second would not extend the promise that it read.
    """
    timetable = policy.timetable(owner)
    bundled_on = _last_bundle(tx, owner)
    sending: list[tuple[Promise, Reminder]] = []
    for promise in promises:
        reminder = promise.reminder
        if reminder is None:
            raise AssertionError(f"promise {promise.number} is due to be reminded of and has no reminder")
        hold = timetable.hold(reminder, now=now, last_bundle=bundled_on)
        if hold is None:
            sending.append((promise, timetable.current_reason(reminder, promise.due, now)))
        else:
            until = timetable.next_opening(now, last_bundle=bundled_on)
            log.info("reminder.held", number=promise.number, reason=hold)
            tx.save_promise(transitions.held(promise, hold, until, at=now))
    if sending:
        _send(tx, owner, sending, timetable, now)


def _send(
    tx: Transaction,
    owner: Person,
    sending: Sequence[tuple[Promise, Reminder]],
    timetable: Timetable,
    now: datetime,
) -> None:
    if any(not reminder.exact for _, reminder in sending):
        tx.set_mark(_mark(owner), now)
    reminded = []
    for promise, reminder in sending:
        after = transitions.reminded(promise, reminder, at=now, timetable=timetable)
        tx.save_promise(after)
        log.info("reminder.queued", number=promise.number, reason=reminder.reason, days=reminder.days)
        reminded.append(after)
    first, reminder = sending[0]
    view = view_of(tx, owner, now)
    message = Outbound(
        key=f"{first.number}:r{reminder.sequence}",
        to=direct(owner.identities[0]),
        card=bundle(reminded, view),
    )
    tx.post(message, at=now)


def _last_bundle(tx: Transaction, owner: Person) -> date | None:
    at = tx.mark(_mark(owner))
    return None if at is None else at.astimezone(owner.tz).date()


def _mark(owner: Person) -> str:
    return f"bundle:{owner.id}"
