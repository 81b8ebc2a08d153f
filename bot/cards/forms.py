"""The forms: what is asked, what is filled in already, what is wrong with what was sent."""

from collections.abc import Mapping
from dataclasses import replace

from bot.cards.promise import LONGEST_NOTE, excerpt, shortened
from bot.cards.settings import INPUTS, options
from bot.cards.view import View
from bot.domain.promise import Outcome, Promise, Stage
from bot.intents.intent import FormName
from bot.messages import Form, Input, Option

_KIND = Input(key="kind", label="kind", type="choice", value="promise")
_STAKEHOLDER = Input(key="stakeholder", label="stakeholder")
_ORGANISATION = Input(key="organisation", label="organisation", required=False)
_WORDS = Input(key="words", label="words", type="text", hint="words")
_WORDS_OF_PROMISE = replace(_WORDS, label="words-of-promise")
_DUE = Input(key="due", label="due", hint="due")

_FIELDS: Mapping[FormName, tuple[Input, ...]] = {
    "record": (
        _KIND,
        _STAKEHOLDER,
        _ORGANISATION,
        _WORDS,
        Input(key="due", label="due-of-promise", hint="due", required=False),
    ),
    "change": (_STAKEHOLDER, _ORGANISATION, _WORDS_OF_PROMISE, _DUE),
    "close": (
        Input(key="outcome", label="outcome", type="choice"),
        Input(key="reason", label="reason-of-outcome", type="text", required=False),
    ),
    "snooze": (Input(key="until", label="until", hint="due"),),
    "move": (_DUE, Input(key="reason", label="reason", type="text", hint="reason-of-move")),
    "give": (
        Input(key="person", label="person", type="person", hint="new-owner"),
        Input(key="note", label="note", type="text", required=False),
    ),
    "escalate": (
        Input(key="person", label="person", type="person", hint="decider"),
        Input(key="question", label="question", type="text", hint="question"),
    ),
    "return": (Input(key="note", label="answer", type="text", hint="answer"),),
    "bring-back": (Input(key="note", label="why", type="text", hint="bring-back"),),
    "told": (Input(key="how", label="how", hint="how"),),
    "when": (_DUE,),
    "settings": INPUTS,
}
"""The fields of each form. Label and hint are keys here, and become sentences in `form_for`."""


MOST_OFFERED = 50
"""People to choose from; where a platform knows everybody, it offers the others."""

LONGEST_SOURCE = 200
"""Characters of the address of a message that a form shows; the form carries all of it."""

LONGEST_FILLED_IN = 3_000
"""Characters that a field takes on every platform."""

_FIELD_OF: Mapping[str, str] = {
    "refuse-due-past": "due",
    "refuse-move-same": "due",
    "refuse-snooze-past": "until",
    "refuse-long-name": "stakeholder",
    "refuse-move-without-reason": "reason",
    "refuse-close-without-reason": "reason",
    "refuse-unknown-person": "person",
    "refuse-inactive": "person",
    "refuse-bot": "person",
    "refuse-give-same": "person",
    "refuse-escalate-to-owner": "person",
    "refuse-escalate-without-question": "question",
    "refuse-return-without-note": "note",
    "refuse-hours": "last_hour",
    "refuse-reminder-outside": "reminder_time",
}
"""The field that a refusal is about; any other is about the whole form."""


def form_for(
    name: FormName,
    view: View,
    *,
    promise: Promise | None = None,
    carried: Mapping[str, str] | None = None,
    values: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> Form:
    """Return a form. `values` are what was sent before, `errors` codes by field, `carried` goes along."""
    words = view.words
    filled = values if values is not None else _prefilled(name, promise, view)
    wrong = errors or {}
    inputs = tuple(
        replace(
            field,
            label=words(f"field-{field.label}"),
            value=filled.get(field.key, field.value),
            hint=words(f"hint-{field.hint}") if field.hint else "",
            options=_options(field, view),
            error=words(wrong[field.key]) if field.key in wrong else "",
        )
        for field in _fields(name, promise)
    )
    number = promise.number if promise is not None else 0
    payload = {"form": name, **({"number": str(number)} if number else {}), **(carried or {})}
    if view.around:
        payload["view"] = view.around
    return Form(
        title=words(f"form-{name}", number=number),
        language=words.language,
        submit=words(f"submit-{name}"),
        cancel=words("cancel"),
        payload=payload,
        inputs=inputs,
        about=_about(promise, payload.get("source", ""), view),
    )


def _about(promise: Promise | None, source: str, view: View) -> str:
    """Return which promise a form is for, and what is asked of it, or which message it records from."""
    if promise is None:
        return view.words("form-source", source=shortened(source, LONGEST_SOURCE)) if source else ""
    line = view.words(
        "item-title",
        number=promise.number,
        stakeholder=shortened(str(promise.stakeholder), 60),
        words=shortened(promise.words),
    )
    escalation = promise.state.escalation
    if promise.stage is Stage.ESCALATED and escalation is not None:
        return f"{excerpt(escalation.question, LONGEST_NOTE)}\n{line}"
    return line


def with_refusal(form: Form, code: str, sentence: str) -> Form:
    """Return a form that says why it was refused: at the field that a refusal is about, else of the whole."""
    key = _FIELD_OF.get(code, "")
    if not any(field.key == key for field in form.inputs):
        return replace(form, error=sentence)
    inputs = (replace(field, error=sentence) if field.key == key else field for field in form.inputs)
    return replace(form, inputs=tuple(inputs))


def _fields(name: FormName, promise: Promise | None) -> tuple[Input, ...]:
    """Return the fields; words too long for one are left as they are unless others are written."""
    if name != "change" or promise is None or len(promise.words) <= LONGEST_FILLED_IN:
        return _FIELDS[name]
    kept = replace(_WORDS_OF_PROMISE, hint="words-kept", required=False)
    return tuple(kept if field is _WORDS_OF_PROMISE else field for field in _FIELDS[name])


def _prefilled(name: FormName, promise: Promise | None, view: View) -> Mapping[str, str]:
    if name != "change" or promise is None:
        return {}
    due = promise.due
    day = due.day.isoformat()
    return {
        "stakeholder": promise.stakeholder.name,
        "organisation": promise.stakeholder.organisation,
        "words": promise.words if len(promise.words) <= LONGEST_FILLED_IN else "",
        "due": day if due.at is None else f"{day} {due.at.astimezone(view.zone):%H:%M}",
    }


def _options(field: Input, view: View) -> tuple[Option, ...]:
    if field.type == "person":
        known = view.colleagues()[:MOST_OFFERED]
        return tuple(Option(value=f"@{person.mention}", label=person.name) for person in known)
    if field.key == "kind":
        kinds: Mapping[str, str] = {"promise": "kind-promise", "insight": "kind-insight"}
    elif field.key == "outcome":
        # Kept comes last: that has a button of its own.
        kept_last = sorted(Outcome, key=lambda outcome: outcome is Outcome.KEPT)
        kinds = {outcome.value: f"outcome-{outcome}" for outcome in kept_last}
    else:
        return options(field.key, view) if field in INPUTS else ()
    return tuple(Option(value=value, label=view.words(key)) for value, key in kinds.items())
