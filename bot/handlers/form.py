"""`/engage` alone, and every button that needs more than a press — open a form."""

from bot.cards.forms import form_for
from bot.domain import transitions
from bot.domain.promise import Stage
from bot.handlers.context import Context
from bot.intents.intent import OpenForm
from bot.messages import Reply


def open_form(intent: OpenForm, context: Context) -> Reply:
    """Open the form, unless what it is for cannot be done."""
    if intent.form == "when":
        return Reply(form=form_for("when", context.view, carried={"of": intent.of}))
    if intent.number is None:
        values = {"words": intent.words} if intent.words else {}
        return Reply(form=form_for("record", context.view, values=values))
    if intent.form == "return":
        promise = context.promise(intent.number)
    else:
        promise = context.promise_to_change(intent.number)
    needed = {"told": Stage.CLOSED, "return": Stage.ESCALATED}.get(intent.form, Stage.OPEN)
    transitions.require_stage(promise, needed, action=intent.form)
    if intent.form == "change" and promise.version > 1:
        return Reply(form=form_for("move", context.view, promise=promise))
    return Reply(form=form_for(intent.form, context.view, promise=promise))
