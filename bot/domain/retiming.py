"""The reminder of a promise whose owner is in another zone now, or works on other days or at other hours."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.history import Action
from bot.domain.promise import Promise
from bot.domain.reminder import Reason, Reminder
from bot.domain.timetable import Timetable
from bot.domain.transitions import advance


def retime(
    promise: Promise, was: Timetable, *, at: datetime, timetable: Timetable, last_bundle: date | None
) -> Promise:
    """Set the reminder anew where the owner's timetable is no longer what it `was`; the same promise if it stays.

    `last_bundle` is the owner's local day of the last bundled message.
    """
    if promise.reminder is None:
        return promise
    if promise.latest.action in {Action.HELD, Action.RESUMED}:
        reminder = replace(promise.reminder, at=timetable.soonest(at, last_bundle=last_bundle))
    else:
        since = _said_until(promise, timetable)
        asked = _asked_for(promise, timetable, at)
        reminder = asked or timetable.anew(promise.reminder, promise.due, was=was, since=since)
        if reminder.at <= at:
            reminder = replace(
                reminder, at=at if reminder.exact else timetable.soonest(at, last_bundle=last_bundle)
            )
    if reminder == promise.reminder:
        return promise
    return advance(promise, Action.RETIMED, by=None, at=at, reminder=reminder, detail=reminder.label)


def _said_until(promise: Promise, timetable: Timetable) -> datetime:
    """Return up to when everything was said: the last thing that happened, and the day of the last reminder."""
    reminded = [entry.at for entry in promise.history if entry.action is Action.REMINDED][-1:]
    days = [timetable.instant(moment.astimezone(timetable.zone).date()) for moment in reminded]
    return max([promise.latest.at, *days])


def _asked_for(promise: Promise, timetable: Timetable, at: datetime) -> Reminder | None:
    """Return the reminder of the day that the owner asked for, if it is to come and just as `timetable` sets it.

    Meanwhile it may have given way to another day, which was their first one of work.
    """
    asked = promise.latest.reminder
    if asked is None or asked.reason is not Reason.SNOOZED or asked.at <= at:
        return None
    return asked if timetable.anew(asked, promise.due, was=timetable, since=at) == asked else None
