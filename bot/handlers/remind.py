"""Time says: remind an owner of everything whose time has come, in one message, or say why it waits."""

from collections.abc import Sequence
from datetime import datetime

import structlog

from bot.cards.reminder import bundle
from bot.domain import transitions
from bot.domain.people import Person
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.domain.reminder import PUNCTUAL, Hold, Reminder
from bot.handlers.context import bundle_mark, last_bundle, view_of
from bot.handlers.reaching import reach
from bot.handlers.shown import reader_of
from bot.handlers.undelivered import UNDELIVERED
from bot.messages import Outbound, OutboxRow, Place
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
    bundled_on = last_bundle(tx, owner)
    sending: list[tuple[Promise, Reminder]] = []
    for promise in promises:
        if promise.reminder is None:
            raise AssertionError(f"promise {promise.number} is due to be reminded of and has no reminder")
        reminder = timetable.bundled_if_missed(promise.reminder, now)
        hold = timetable.hold(reminder, now=now, last_bundle=bundled_on)
        if hold is None:
            sending.append((promise, timetable.current_reason(reminder, promise.due, now)))
        else:
            until = timetable.next_opening(now, last_bundle=bundled_on)
            log.info("reminder.held", number=promise.number, reason=hold)
            tx.save_promise(transitions.held(promise, hold, until, at=now))
    if sending:
        _send(tx, policy, owner, sending, now)


def may_leave_at(tx: Transaction, policy: Policy, row: OutboxRow, now: datetime) -> datetime:
    """Return when a waiting message may be sent.

    A reminder that is late keeps the hours of the bundle. What tells somebody of others waits for the hours that
    they chose, if they did. An answer to what they do themselves never waits.
    """
    message = row.message
    if message.edits or message.answering is not None or not _is_unasked(message):
        return now
    owner = reader_of(tx, message)
    if not message.reminds:
        until = policy.timetable(owner).undisturbed(now)
        if until > now:
            log.info("message.held", key=message.key, reason=Hold.OUTSIDE_HOURS)
        return until
    is_away = owner.leave is not None and owner.leave.covers(now.astimezone(owner.tz).date())
    is_late = now - row.queued_at >= PUNCTUAL
    return policy.timetable(owner).soonest(now, last_bundle=None) if is_late or is_away else now


def _is_unasked(message: Outbound) -> bool:
    """Say whether Engage sends it to one person by itself, because of time or of others."""
    tells = message.about is not None or message.key.startswith(UNDELIVERED)
    return message.to.place is Place.DIRECT and (bool(message.reminds) or tells)


def _send(
    tx: Transaction,
    policy: Policy,
    owner: Person,
    sending: Sequence[tuple[Promise, Reminder]],
    now: datetime,
) -> None:
    timetable = policy.timetable(owner)
    if any(not reminder.exact for _, reminder in sending):
        tx.set_mark(bundle_mark(owner), now)
    reminded = []
    for promise, reminder in sending:
        after = transitions.reminded(promise, reminder, at=now, timetable=timetable)
        tx.save_promise(after)
        log.info("reminder.queued", number=promise.number, reason=reminder.reason, days=reminder.days)
        reminded.append(after)
    first, reminder = sending[0]
    message = Outbound(
        key=f"{first.number}:r{reminder.sequence}",
        to=reach(tx, owner),
        card=bundle(reminded, view_of(tx, policy, owner, now)),
        reminds=tuple((promise.number, promise.times_reminded) for promise in reminded),
    )
    tx.post(message, at=now)
