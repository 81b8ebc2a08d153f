"""What a change of somebody's zone, region, days or hours does to their reminders: 09:00 is 09:00 there."""

from dataclasses import replace
from datetime import datetime

from bot.domain.people import Person
from bot.domain.policy import Policy
from bot.domain.promise import Stage
from bot.domain.retiming import retime
from bot.handlers.context import last_bundle
from bot.handlers.reaching import direct
from bot.messages import OutboxState
from bot.ports import PromiseQuery, Transaction


def retimed(tx: Transaction, policy: Policy, before: Person, after: Person, now: datetime) -> None:
    """Set the reminders of what `before` owes anew, who is saved as `after` or becomes one person with them.

    An hour that they chose is that hour where they are now; a due keeps its day, or its instant. What others
    caused and waits for their hours is looked at again.
    """
    was, timetable = policy.timetable(before), policy.timetable(after)
    if was == timetable:
        return
    query = PromiseQuery(owner=before.id, stages=(Stage.OPEN,))
    bundled_on = last_bundle(tx, after)
    for promise in tx.promises(replace(query, limit=tx.promises(query).total)).items:
        again = retime(promise, was, at=now, timetable=timetable, last_bundle=bundled_on)
        if again is not promise:
            tx.save_promise(again)
    places = {direct(identity) for identity in (*before.identities, *after.identities)}
    for row in tx.outbox(OutboxState.QUEUED):
        if row.message.to in places and row.due_at > now and not row.attempts:
            tx.save_outbox_row(replace(row, due_at=now))
