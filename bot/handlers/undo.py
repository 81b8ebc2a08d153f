"""`undo` — take back the last thing that this person did."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.promise import promise_card
from bot.domain import transitions
from bot.domain.history import Action
from bot.domain.insight import Insight
from bot.domain.promise import Promise
from bot.errors import Refusal
from bot.handlers.context import Context
from bot.intents.intent import Undo
from bot.messages import Card, Reply
from bot.ports import Deed


def undo(intent: Undo, context: Context) -> Reply:
    """Take back the last deed, or the one that the button names, if nothing has changed since."""
    deeds = context.tx.deeds(context.person.id)
    deed = _chosen(intent, deeds)
    remaining = tuple(other for other in deeds if other != deed)
    context.tx.save_deeds(context.person.id, remaining)
    insight = context.tx.insight(deed.number)
    if insight is not None:
        return _take_back(insight, context)
    return _undo(context.promise(deed.number), deed.entry, context)


def _chosen(intent: Undo, deeds: Sequence[Deed]) -> Deed:
    if intent.number is None:
        if not deeds:
            raise Refusal("refuse-undo-nothing")
        return deeds[-1]
    wanted = Deed(number=intent.number, entry=intent.entry or 0)
    if wanted not in deeds:
        raise Refusal("refuse-undo-done", {"number": intent.number})
    return wanted


def _undo(promise: Promise, entry: int, context: Context) -> Reply:
    owner = transitions.state_before(promise, entry).owner if entry else promise.owner
    timetable = context.timetable(owner)
    undone = transitions.undo(promise, entry, by=context.person.id, at=context.now, timetable=timetable)
    context.tx.save_promise(undone)
    action = promise.history[entry].action
    for reader in dict.fromkeys((promise.owner, owner, *_decider(promise, action))):
        context.inform(reader, undone, "inform-undone", undone=action)
    title = context.view.say("undone", number=promise.number, undone=action)
    return Reply(card=promise_card(undone, context.view, title=title))


def _decider(promise: Promise, action: Action) -> tuple[str, ...]:
    escalation = promise.state.escalation
    return (escalation.decider,) if action is Action.ESCALATED and escalation else ()


def _take_back(insight: Insight, context: Context) -> Reply:
    if insight.retracted_at is not None:
        raise Refusal("refuse-undo-done", {"number": insight.number})
    context.tx.save_insight(replace(insight, retracted_at=context.now))
    title = context.view.say("undone-insight", number=insight.number)
    return Reply(card=Card(title=title, language=context.words.language))
