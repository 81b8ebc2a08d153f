"""`snooze 12 until Tuesday` — be reminded later; the due stays."""

from bot.cards.notices import when_card
from bot.domain import transitions
from bot.handlers.context import Context
from bot.intents.intent import Snooze, WhenAsk
from bot.messages import Reply


def snooze(intent: Snooze, context: Context) -> Reply:
    """Set the next reminder, and say if it comes after the due."""
    promise = context.promise_to_change(intent.number)
    if isinstance(intent.when, WhenAsk):
        card = when_card(
            intent.when,
            context.view,
            of=context.event_id,
            about=promise.words,
            calendar=context.policy.calendar,
        )
        return Reply(card=card)
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
    zone = context.person.tz
    if snoozed.is_overdue(context.now, zone):
        return context.done(snoozed, "snoozed-overdue", at=at, due=snoozed.due)
    sentence = "snoozed-past-due" if snoozed.due.is_past(at, zone) else "snoozed"
    return context.done(snoozed, sentence, at=at, due=snoozed.due)
