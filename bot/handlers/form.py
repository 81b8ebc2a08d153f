"""`/engage` alone, and every button that needs more than a press — open a form."""

from dataclasses import replace

from bot.cards.forms import LONGEST_FILLED_IN, form_for
from bot.cards.promise import excerpt
from bot.cards.settings import filled_in
from bot.domain import transitions
from bot.domain.promise import Promise, Stage
from bot.handlers.context import Context
from bot.intents.intent import FormName, OpenForm
from bot.messages import Form, Reply


def open_form(intent: OpenForm, context: Context) -> Reply:
    """Open the form, unless what it is for cannot be done."""
    if intent.form == "when":
        return Reply(form=form_for("when", context.view, carried={"of": intent.of}))
    if intent.form == "settings":
        return Reply(form=form_for("settings", context.view, values=filled_in(context.person, context.words)))
    if intent.number is None or intent.form == "record":
        values = {
            "kind": intent.kind,
            "stakeholder": intent.stakeholder,
            "words": excerpt(intent.words, LONGEST_FILLED_IN),
        }
        carried = {"source": intent.source} if intent.source else {}
        form = form_for("record", context.view, values=values, carried=carried)
        return Reply(form=form if values["words"] == intent.words else _of_a_longer_text(form, context))
    name: FormName = "return" if intent.form == "bring-back" else intent.form
    if name == "return":
        promise = context.promise_to_return(intent.number)
    else:
        promise = context.promise_to_change(intent.number)
    needed = {"told": Stage.CLOSED, "return": Stage.ESCALATED}.get(name, Stage.OPEN)
    transitions.require_stage(promise, needed, action=name)
    return Reply(form=form_for(_fitting(name, promise, context), context.view, promise=promise))


def _of_a_longer_text(form: Form, context: Context) -> Form:
    """Say at the words that they are only the beginning."""
    hint = context.words("hint-words-cut")
    inputs = (replace(field, hint=hint) if field.key == "words" else field for field in form.inputs)
    return replace(form, inputs=tuple(inputs))


def _fitting(form: FormName, promise: Promise, context: Context) -> FormName:
    """Return the form for what this person can still do: a recording is changed only by whoever made it."""
    escalation = promise.state.escalation
    if form == "change" and (promise.version > 1 or promise.recorded_by != context.person.id):
        return "move"
    if form == "return" and escalation is not None and escalation.decider != context.person.id:
        return "bring-back"
    return form
