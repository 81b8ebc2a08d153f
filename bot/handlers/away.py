"""`away until Tuesday`, `back` — days on which somebody is not reminded."""

from dataclasses import replace

from bot.domain import transitions
from bot.domain.calendar import ONE_DAY
from bot.domain.history import Action
from bot.domain.people import Leave, Person
from bot.domain.promise import Promise, Stage
from bot.domain.reminder import Hold
from bot.errors import Refusal
from bot.handlers.context import Context, last_bundle
from bot.intents.intent import Away, Back
from bot.messages import Actions, Card, Reply, Tone
from bot.ports import PromiseQuery


def away(intent: Away, context: Context) -> Reply:
    """Keep the absence. What falls due meanwhile is held, and said on the first morning back."""
    last = intent.last.day - ONE_DAY if intent.back_on_last else intent.last.day
    if last < max(intent.first.day, context.view.today):
        raise Refusal("refuse-absence-past")
    leave = Leave(first=intent.first.day, last=last)
    _goes_on(replace(context.person, leave=leave), context)
    title = context.words("away", first=context.words.day(leave.first), last=context.words.day(leave.last))
    back = context.view.apart.button("button-back", Back())
    card = Card(
        title=title,
        language=context.words.language,
        elements=(Actions(buttons=(back,)),),
        tone=Tone.GOOD,
    )
    return Reply(card=card)


def back(_intent: Back, context: Context) -> Reply:
    """End the absence, or forget the one that was planned."""
    if context.person.leave is None:
        raise Refusal("refuse-not-away")
    _goes_on(replace(context.person, leave=None), context)
    return Reply(card=Card(title=context.words("back"), language=context.words.language, tone=Tone.GOOD))


def _goes_on(person: Person, context: Context) -> None:
    """Save the person, and let the reminders that waited for the end of the old absence follow the new one."""
    context.tx.save_person(person)
    timetable = context.policy.timetable(person)
    until = timetable.soonest(context.now, last_bundle=last_bundle(context.tx, person))
    is_away = person.leave is not None and person.leave.covers(context.view.today)
    for promise in _parked(context):
        at = promise.reminder.at if promise.reminder else until
        if not is_away and at > until:
            context.tx.save_promise(transitions.resume(promise, until, at=context.now))
        elif is_away and at != until and promise.history[-1].detail == Hold.LEAVE:
            context.tx.save_promise(transitions.held(promise, Hold.LEAVE, until, at=context.now))


def _parked(context: Context) -> list[Promise]:
    """Return the person's promises whose reminders were put off, for the leave or until after it."""
    query = PromiseQuery(owner=context.person.id, stages=(Stage.OPEN,))
    everything = context.tx.promises(replace(query, limit=context.tx.promises(query).total))
    parked = {Action.HELD, Action.RESUMED}
    return [promise for promise in everything.items if promise.history[-1].action in parked]
