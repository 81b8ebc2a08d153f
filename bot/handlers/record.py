"""`promise Maria Chen (OpenNorth): send the report by Friday` — begin a promise."""

from dataclasses import replace

from bot.cards.notices import twice_card
from bot.cards.promise import show_button
from bot.domain import transitions, undoing
from bot.domain.due import Due
from bot.domain.people import folded
from bot.domain.promise import Promise
from bot.handlers.context import TWICE, Context
from bot.intents.days import When, WhenAsk
from bot.intents.intent import Intent, RecordPromise
from bot.messages import Reply
from bot.ports import Deed, PromiseQuery


def record(intent: RecordPromise, context: Context) -> Reply:
    """Record it, or ask for the day, or say that it was recorded a moment ago."""
    if intent.replaces is not None:
        intent = _with_what_stays(intent, context.promise_to_change(intent.replaces))
    stakeholder = context.checked(intent.stakeholder)
    if isinstance(intent.when, WhenAsk):
        return context.asked(intent.when, about=intent.words)
    due = context.due(intent.when)
    if not intent.again and (twin := _twin(intent, due, context)):
        title = context.view.say("recorded-twice", number=twin.number)
        show = show_button(twin, context.view)
        return Reply(card=twice_card(title, context.view, of=context.event_id, show=show))
    if intent.replaces is not None:
        _take_back(intent.replaces, context)
    promise = transitions.record(
        number=context.tx.next_number(),
        stakeholder=stakeholder,
        words=intent.words,
        due=due,
        owner=context.person.id,
        by=context.person.id,
        at=context.now,
        timetable=context.timetable(context.person.id),
        team=context.team.key if context.team else None,
        source=intent.source,
    )
    if intent.replaces is None:
        context.save(promise)
    else:
        context.tx.save_promise(promise)
        context.remember(Deed(number=promise.number, entry=0, replaced=intent.replaces))
    return context.done(
        promise,
        "recorded" if intent.replaces is None else "recorded-instead",
        rather=_rather(intent, promise),
        is_new_due=True,
        stakeholder=stakeholder,
        old=intent.replaces or 0,
        due=due,
    )


def _rather(intent: RecordPromise, promise: Promise) -> list[tuple[When, Intent]]:
    """Return the other readings of its day, each as the recording that takes this one's place."""
    if isinstance(intent.when, WhenAsk):
        return []
    instead = RecordPromise(
        stakeholder=promise.stakeholder, words="", when=intent.when, replaces=promise.number
    )
    return [(other, replace(instead, when=other)) for other in intent.when.readings]


def _with_what_stays(intent: RecordPromise, old: Promise) -> RecordPromise:
    """Keep the source, which no form shows, and words that were too long to be shown in one."""
    return replace(intent, source=intent.source or old.source, words=intent.words or old.words)


def _twin(intent: RecordPromise, due: Due, context: Context) -> Promise | None:
    recent = context.tx.promises(
        PromiseQuery(
            recorded_by=context.person.id,
            stakeholder_key=intent.stakeholder.key,
            recorded_since=context.now - TWICE,
        )
    )
    same = (p for p in recent.items if folded(p.words) == folded(intent.words) and p.due_original == due)
    return next((p for p in same if p.number != intent.replaces), None)


def _take_back(number: int, context: Context) -> None:
    old = context.promise_to_change(number)
    timetable = context.timetable(old.owner)
    taken_back = undoing.undo(old, 0, by=context.person.id, at=context.now, timetable=timetable)
    context.tx.save_promise(taken_back)
