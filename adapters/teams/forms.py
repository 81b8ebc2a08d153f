"""Forms as Adaptive Cards 1.5, and what comes back from buttons and forms. Pure.

https://learn.microsoft.com/adaptive-cards/authoring-cards/input-validation
"""

import re
from collections.abc import Mapping

from adapters.teams import limits
from adapters.teams.cards import NORMAL, SMALL, WRONG, Block, envelope, heading, text_block
from adapters.teams.escape import literal
from adapters.teams.limits import cut
from bot.messages import Form, Input
from bot.words import Words

SUBMIT = "submit"
"""The verb of a form's button, and what its data says under `engage`."""

PEOPLE = "graph.microsoft.com/users"
"""Everybody in the organization, in dialogs and in chats with the bot alone.
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker"""

_FIELD = "field:"
"""Begins the id of every input: values come back beside what the form carries, and are told apart by it."""

_PERSON = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def form_card(form: Form, *, carried: Mapping[str, str], in_chat: bool = False) -> Block:
    """Return a form as the card of a dialog, or, `in_chat`, as one that is filled in where messages stand.

    `carried` comes back with what is filled in. The title of a dialog is not part of its card.
    """
    words = Words(form.language)
    body = [heading(form.title)] if in_chat else []
    body += [text_block([(form.about, NORMAL)])] if form.about else []
    body += [text_block([(form.error, WRONG)])] if form.error else []
    for field in form.inputs:
        body += _field(field, words)
    text = "\n".join([form.title, *(line for line in (form.about, form.error) if line)])
    return {
        **envelope(form.language, literal(text), body),
        "actions": [_submit(form, carried, in_chat=in_chat)],
    }


def read_kind(data: object) -> str:
    """Return what the data of an action is of: "press", "submit", or "" for what is not ours."""
    kind = data.get("engage") if isinstance(data, Mapping) else None
    return kind if isinstance(kind, str) and kind in {"press", SUBMIT} else ""


def read_payload(data: object) -> dict[str, str]:
    """Return what a button or form carried of the core. What is not text is left out."""
    return _texts(data.get("payload"), limits.VALUE) if isinstance(data, Mapping) else {}


def read_values(data: object) -> dict[str, str]:
    """Return what was filled in, by field. Somebody who was chosen is given by their id in Entra."""
    texts = _texts(data, limits.INPUT_VALUE)
    return {key.removeprefix(_FIELD): text for key, text in texts.items() if key.startswith(_FIELD)}


def chosen_people(data: object) -> list[str]:
    """Return the fields in which somebody was chosen, not written."""
    asked = data.get("people") if isinstance(data, Mapping) else None
    keys = asked if isinstance(asked, list) else []
    return [key for key, text in read_values(data).items() if key in keys and _PERSON.fullmatch(text)]


def _texts(value: object, longest: int) -> dict[str, str]:
    """Return what is text in an object from outside, each no longer than that."""
    found: dict[str, str] = {}
    for key, text in value.items() if isinstance(value, Mapping) else ():
        is_text = isinstance(key, str) and isinstance(text, str) and len(key) <= limits.KEY
        if is_text and len(found) < limits.FIELDS:
            found[key] = text[:longest]
    return found


def _submit(form: Form, carried: Mapping[str, str], *, in_chat: bool) -> Block:
    people = [field.key for field in form.inputs if field.type == "person"]
    data: Block = {**carried, "engage": SUBMIT, "payload": dict(form.payload)}
    if people:
        data["people"] = people
    # A dialog takes nothing but Action.Submit; in a chat only Action.Execute is answered in place.
    kind = {"type": "Action.Execute", "verb": SUBMIT} if in_chat else {"type": "Action.Submit"}
    return {
        **kind,
        "title": cut(literal(form.submit), limits.BUTTON_LABEL),
        "style": "positive",
        "data": data,
    }


def _field(field: Input, words: Words) -> list[Block]:
    required = {"isRequired": True, "errorMessage": words("field-missing")} if field.required else {}
    asked: Block = {
        **_asked(field, words),
        "id": f"{_FIELD}{field.key}",
        "label": cut(literal(field.label), limits.INPUT_LABEL),
        **required,
    }
    notes = [(text, look) for text, look in ((field.error, WRONG), (field.hint, SMALL)) if text]
    return [asked, *(text_block([note], spacing="Small") for note in notes)]


def _asked(field: Input, words: Words) -> Block:
    value = cut(field.value, limits.INPUT_VALUE)
    match field.type:
        case "choice":
            titles = {
                option.value: cut(literal(option.label), limits.OPTION_LABEL) for option in field.options
            }
            filled = {"value": value} if value in titles else {"placeholder": words("choose-option")}
            return {"type": "Input.ChoiceSet", "style": "compact", "choices": _choices(titles), **filled}
        case "person":
            # Whom Engage knows comes first, then everybody whom Teams knows.
            titles = {
                option.value: cut(literal(option.label), limits.OPTION_LABEL) for option in field.options
            }
            if value:
                titles.setdefault(value, literal(value))
            picker = {"choices.data": {"type": "Data.Query", "dataset": PEOPLE}}
            chosen = {"value": value} if value else {"placeholder": words("choose-person")}
            return {
                "type": "Input.ChoiceSet",
                "style": "filtered",
                "choices": _choices(titles),
                **picker,
                **chosen,
            }
        case _:
            filled = {"value": value} if value else {}
            multiline = {"isMultiline": True} if field.type == "text" else {}
            return {"type": "Input.Text", "maxLength": limits.INPUT_VALUE, **multiline, **filled}


def _choices(titles: Mapping[str, str]) -> list[Block]:
    return [{"title": title, "value": value} for value, title in titles.items()]
