"""A form that was sent → Intent, or what is wrong with each field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from bot.domain.people import Stakeholder
from bot.domain.promise import Outcome
from bot.errors import Refusal
from bot.intents.days import When, WhenAsk
from bot.intents.intent import (
    Close,
    Escalate,
    FormName,
    Give,
    Intent,
    Move,
    RecordInsight,
    RecordPromise,
    Resume,
    Return,
    Snooze,
    Tell,
)
from bot.intents.recording import stakeholder_from
from bot.intents.settings_form import chosen
from bot.intents.text import LONGEST_TEXT, clean
from bot.intents.when import NO_DAY, Speaker, find_when


@dataclass(frozen=True, kw_only=True)
class FormErrors:
    """A form to be shown again. `errors` says what is wrong: the key of a field → the code of a sentence."""

    payload: Mapping[str, str]
    values: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)


def form_of(payload: Mapping[str, str]) -> tuple[FormName, int | None]:
    """Read which form a payload is of, and for which number. Raises `Refusal` if it was edited by hand."""
    name, number = payload.get("form"), payload.get("number", "")
    for known in get_args(FormName):
        if name == known and (number.isascii() and number.isdigit() and len(number) < 10 or not number):  # noqa: PLR2004, RUF021 - nine digits
            return known, int(number) if number else None
    raise Refusal("refuse-button")


def read_form(payload: Mapping[str, str], values: Mapping[str, str], speaker: Speaker) -> Intent | FormErrors:
    """Understand what was filled in. Raises `Refusal` if the payload was edited by hand."""
    form, number = form_of(payload)
    fields = _Fields(values, speaker)
    if form == "when":
        when = fields.when("due", exact=True)
        intent: Intent = Resume(of=payload.get("of", ""), when=when if isinstance(when, When) else None)
    elif form in {"record", "change"}:
        intent = _recorded(fields, payload.get("source", ""), number if form == "change" else None)
    elif form == "settings":
        intent = chosen(fields.optional, fields.errors)
    elif number is None:
        raise Refusal("refuse-button")
    else:
        intent = _about(form, number, fields)
    return FormErrors(payload=payload, values=values, errors=fields.errors) if fields.errors else intent


class _Fields:
    """The values of a form; what is missing or unclear is gathered in `errors`."""

    def __init__(self, values: Mapping[str, str], speaker: Speaker) -> None:
        self._values = {key: clean(value) for key, value in values.items()}
        self._speaker = speaker
        self.errors: dict[str, str] = {}

    def optional(self, key: str) -> str:
        value = self._values.get(key, "")
        if len(value) > LONGEST_TEXT:
            self.errors[key] = "field-too-long"
        return value

    def required(self, key: str) -> str:
        value = self.optional(key)
        if not value:
            self.errors[key] = "field-missing"
        return value

    def handle(self, key: str) -> str:
        return self.required(key).removeprefix("@")

    def when(self, key: str, *, exact: bool = False) -> When | WhenAsk:
        text = self.required(key)
        found = find_when(text, self._speaker)
        when = found[0] if found else NO_DAY
        if text and isinstance(when, WhenAsk) and (exact or not when.options):
            self.errors[key] = f"field-when-{when.question}"
        return when

    def stakeholder(self) -> Stakeholder:
        named = stakeholder_from(self.required("stakeholder"))
        organisation = self.optional("organisation")
        if named is None:
            self.errors["stakeholder"] = "field-missing"
            return Stakeholder(name="")
        return Stakeholder(name=named.name, organisation=organisation or named.organisation)

    def outcome(self) -> Outcome:
        value = self.required("outcome")
        if value in set(Outcome):
            return Outcome(value)
        self.errors["outcome"] = "field-missing"
        return Outcome.KEPT


def _recorded(fields: _Fields, source: str, replaces: int | None) -> Intent:
    stakeholder = fields.stakeholder()
    words = fields.required("words") if replaces is None else fields.optional("words")
    if fields.optional("kind") == "insight":
        return RecordInsight(stakeholder=stakeholder, words=words, source=source)
    when = fields.when("due")
    return RecordPromise(stakeholder=stakeholder, words=words, when=when, source=source, replaces=replaces)


def _about(form: FormName, number: int, fields: _Fields) -> Intent:
    match form:
        case "close":
            outcome = fields.outcome()
            reason = fields.optional("reason") if outcome is Outcome.KEPT else fields.required("reason")
            return Close(number=number, outcome=outcome, reason=reason)
        case "snooze":
            return Snooze(number=number, when=fields.when("until"))
        case "move":
            return Move(number=number, when=fields.when("due"), reason=fields.required("reason"))
        case "give":
            return Give(number=number, to=fields.handle("person"), note=fields.optional("note"))
        case "escalate":
            return Escalate(number=number, to=fields.handle("person"), question=fields.required("question"))
        case "return" | "bring-back":
            return Return(number=number, note=fields.required("note"))
        case "told":
            return Tell(number=number, how=fields.required("how"))
        case _:
            raise Refusal("refuse-button")
