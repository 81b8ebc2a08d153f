"""What a change of somebody's zone, region, days or hours does to their reminders: 09:00 is 09:00 there."""

from dataclasses import replace
from datetime import datetime

from bot.domain.people import Person
from bot.domain.policy import Policy
from bot.domain.promise import Stage
from bot.domain.retiming import retime
from bot.handlers.context import last_bundle
from bot.ports import PromiseQuery, Transaction


def retimed(tx: Transaction, policy: Policy, before: Person, after: Person, now: datetime) -> None:
    """Set the reminders of what somebody owes anew, who was `before` and is saved as `after`.

    An hour that they chose is that hour where they are now; a due keeps its day, or its instant.
    """
    was, timetable = policy.timetable(before), policy.timetable(after)
    if was == timetable:
        return
    query = PromiseQuery(owner=after.id, stages=(Stage.OPEN,))
    bundled_on = last_bundle(tx, after)
    for promise in tx.promises(replace(query, limit=tx.promises(query).total)).items:
        again = retime(promise, was, at=now, timetable=timetable, last_bundle=bundled_on)
        if again is not promise:
            tx.save_promise(again)
