"""`undo` — take back the last thing that this person did."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.notices import refusal_card
from bot.cards.promise import promise_card
from bot.cards.settings import settings_card
from bot.domain import undoing
from bot.domain.history import Action
from bot.domain.insight import Insight
from bot.domain.promise import Promise, deed_of
from bot.errors import Refusal
from bot.handlers.absence import change_leave
from bot.handlers.choosing import take_back
from bot.handlers.context import Context, standing
from bot.handlers.linking import settled
from bot.intents.intent import Undo
from bot.messages import Card, Reply
from bot.ports import Deed


def undo(intent: Undo, context: Context) -> Reply:
    """Take back the last deed, or the one that the button names, if what it brought about still holds.

    A last deed that cannot be taken back any more is said so once, and then no longer in the way.
    """
    deeds = context.tx.deeds(context.person.id)
    deed = _chosen(intent, deeds, context)
    remaining = tuple(other for other in deeds if other is not deed)
    context.tx.save_deeds(context.person.id, remaining)
    try:
        return _take_back(deed, context)
    except Refusal as refusal:
        if intent.number is not None or intent.of:
            raise
        return Reply(card=refusal_card(refusal, context.view))


def _chosen(intent: Undo, deeds: Sequence[Deed], context: Context) -> Deed:
    if intent.of:
        chosen = next((deed for deed in deeds if deed.of == intent.of), None)
        if chosen is None:
            raise Refusal("refuse-undo-settings")
        return chosen
    if intent.number is None:
        if not deeds:
            raise Refusal("refuse-undo-nothing")
        return deeds[-1]
    for deed in reversed(deeds):
        if deed.number == intent.number and intent.entry in {None, deed.entry}:
            return deed
    is_theirs = _is_somebody_elses(intent, context)
    raise Refusal("refuse-undo-not-yours" if is_theirs else "refuse-undo-done", {"number": intent.number})


def _is_somebody_elses(intent: Undo, context: Context) -> bool:
    """Say whether the button that was pressed takes back what another person did."""
    promise = context.tx.promise(intent.number) if intent.number is not None else None
    if promise is None or intent.entry is None or intent.entry >= len(promise.history):
        return False
    by = promise.history[intent.entry].by
    return by is not None and standing(context.tx, by).id != context.person.id


def _take_back(deed: Deed, context: Context) -> Reply:
    """Take it back whole, or raise `Refusal` before anything is written."""
    if deed.chose is not None:
        person = take_back(deed, context)
        view = context.view_of(person)
        title = view.words("undone-settings")
        return Reply(card=settings_card(person, context.policy, view, title=title))
    if deed.drafts and deed.number is not None:
        promise = context.promise(deed.number)
        context.tx.save_language_of(promise.stakeholder, deed.language)
        title = context.view.say("undone-draft", stakeholder=promise.stakeholder)
        return Reply(card=Card(title=title, language=context.words.language))
    if deed.number is None:
        change_leave(deed.leave, context)
        return Reply(card=Card(title=context.words("undone-away"), language=context.words.language))
    insight = context.tx.insight(deed.number)
    if insight is not None:
        return _insight(insight, context)
    promise = context.promise(deed.number)
    if deed.replaced is None:
        undone = _undone(promise, deed.entry, context)
        title = context.view.say("undone", number=promise.number, undone=deed_of(promise.history[deed.entry]))
        return Reply(card=promise_card(undone, context.view, title=title))
    restored = _restored(context.promise(deed.replaced), context)
    _undone(promise, deed.entry, context)
    context.tx.save_promise(restored)
    title = context.view.say("undone-instead", number=promise.number, old=restored.number)
    return Reply(card=promise_card(restored, context.view, title=title))


def _undone(promise: Promise, entry: int, context: Context) -> Promise:
    owner = undoing.state_before(promise, entry).owner if entry else promise.owner
    timetable = context.timetable(owner)
    undone = undoing.undo(promise, entry, by=context.person.id, at=context.now, timetable=timetable)
    undone = settled(context.tx, undone, context.now)
    context.tx.save_promise(undone)
    action = promise.history[entry].action
    concerned = (promise.owner, undone.owner, *_decider(promise, action))
    for reader in dict.fromkeys(standing(context.tx, each).id for each in concerned):
        context.inform(reader, undone, "inform-undone", undone=deed_of(promise.history[entry]))
    return undone


def _decider(promise: Promise, action: Action) -> tuple[str, ...]:
    """Return who was asked, if the question is taken back, or put again."""
    escalation = promise.state.escalation
    asked = action in {Action.ESCALATED, Action.RETURNED}
    return (escalation.decider,) if asked and escalation else ()


def _restored(promise: Promise, context: Context) -> Promise:
    timetable = context.timetable(promise.owner)
    restored = undoing.restore(promise, by=context.person.id, at=context.now, timetable=timetable)
    return settled(context.tx, restored, context.now)


def _insight(insight: Insight, context: Context) -> Reply:
    if insight.retracted_at is not None:
        raise Refusal("refuse-undo-done", {"number": insight.number})
    context.tx.save_insight(replace(insight, retracted_at=context.now))
    title = context.view.say("undone-insight", number=insight.number)
    return Reply(card=Card(title=title, language=context.words.language))
