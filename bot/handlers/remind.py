"""Time says: remind an owner of everything whose time has come, in one message, or say why it waits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import structlog

from bot.cards.reminder import bundle
from bot.domain import transitions
from bot.domain.history import Action
from bot.domain.people import Identity, Person
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.domain.reminder import PUNCTUAL, Reminder
from bot.handlers.context import bundle_mark, direct, last_bundle, view_of
from bot.messages import Outbound, OutboxRow
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


def as_it_stands(tx: Transaction, policy: Policy, message: Outbound, now: datetime) -> Outbound | None:
    """Return a message that waited as it has to be sent now, or None if nothing is left to be said.

    Only a reminder changes: it leaves out each promise of which something was done or said since. Other
    messages tell of what happened, which stays true.
    """
    if not message.reminds:
        return message
    left = [
        promise
        for number, sequence in message.reminds
        if (promise := tx.promise(number)) is not None
        and promise.history[-1].action is Action.REMINDED
        and promise.times_reminded == sequence
    ]
    if not left:
        return None
    return replace(message, card=bundle(left, view_of(tx, policy, _reminded(tx, message), now)))


def may_leave_at(tx: Transaction, policy: Policy, row: OutboxRow, now: datetime) -> datetime:
    """Return when a waiting message may be sent: a reminder that is late keeps the hours of the bundle."""
    if not row.message.reminds:
        return now
    owner = _reminded(tx, row.message)
    is_away = owner.leave is not None and owner.leave.covers(now.astimezone(owner.tz).date())
    is_late = now - row.queued_at >= PUNCTUAL
    return policy.timetable(owner).soonest(now, last_bundle=None) if is_late or is_away else now


def _reminded(tx: Transaction, message: Outbound) -> Person:
    owner = tx.person_by_identity(Identity(platform=message.to.platform, user=message.to.id))
    if owner is None:
        raise AssertionError(f"message {message.key} reminds nobody")
    return owner


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
        to=direct(owner.identities[0]),
        card=bundle(reminded, view_of(tx, policy, owner, now)),
        reminds=tuple((promise.number, promise.times_reminded) for promise in reminded),
    )
    tx.post(message, at=now)
