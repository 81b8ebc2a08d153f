"""`snooze 12 until Tuesday` — be reminded later; the due stays."""

from dataclasses import replace
from datetime import datetime

from bot.domain import transitions
from bot.domain.promise import Promise
from bot.handlers.context import Context
from bot.intents.days import WhenAsk
from bot.intents.intent import Snooze
from bot.messages import Reply


def snooze(intent: Snooze, context: Context) -> Reply:
    """Set the next reminder, and say if it comes after the due."""
    promise = context.promise_to_change(intent.number)
    if isinstance(intent.when, WhenAsk):
        return context.asked(intent.when, about=promise.words)
    snoozed = transitions.snooze(
        promise,
        intent.when.day,
        intent.when.clock,
        by=context.person.id,
        at=context.now,
        timetable=context.timetable(promise.owner),
    )
    context.save(snoozed)
    if snoozed.reminder is None:
        raise AssertionError(f"promise {snoozed.number} was snoozed without a reminder")
    at = snoozed.reminder.at
    context.inform(snoozed.owner, snoozed, "inform-snoozed", at=at)
    rather = [(other, replace(intent, when=other)) for other in intent.when.readings]
    return context.done(snoozed, _sentence(snoozed, at, context), rather=rather, at=at, due=snoozed.due)


def _sentence(snoozed: Promise, at: datetime, context: Context) -> str:
    zone = context.person.tz
    if snoozed.is_overdue(context.now, zone):
        return "snoozed-overdue"
    return "snoozed-past-due" if snoozed.due.is_past(at, zone) else "snoozed"
