"""`return 12: publish it, without the names` — bring an escalated promise back to its owner."""

from bot.domain import transitions
from bot.errors import Refusal
from bot.handlers.context import Context
from bot.intents.intent import Return
from bot.messages import Reply


def return_(intent: Return, context: Context) -> Reply:
    """Open it again with the decider's answer; the owner is told and reminded again."""
    promise = context.promise_to_return(intent.number)
    if not intent.note:
        raise Refusal("refuse-return-without-note", {"number": intent.number})
    timetable = context.timetable(promise.owner)
    returned = transitions.return_to_owner(
        promise, intent.note, by=context.person.id, at=context.now, timetable=timetable
    )
    context.save(returned)
    escalation = returned.state.escalation
    owner = context.tx.person(returned.owner).name
    if escalation is None or escalation.was_answered:
        context.inform(returned.owner, returned, "inform-returned")
        return context.done(returned, "returned", owner=owner)
    context.inform(returned.owner, returned, "inform-brought-back")
    if escalation.decider != returned.owner:  # they are one person if their accounts were linked since
        context.inform(escalation.decider, returned, "inform-withdrawn")
    decider = context.tx.person(escalation.decider).name
    return context.done(returned, "brought-back", owner=owner, decider=decider)
