"""Forms and cards as modals and home pages, and what was filled in. Pure.

https://docs.slack.dev/reference/views
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from adapters.slack import limits
from adapters.slack.blocks import Block, blocks_of, plain_text
from bot.messages import Answering, Card, Form, Input, Place
from bot.words import Words

CALLBACK = "engage-form"
CARD = "engage-card"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Where something was asked for, and so where its answer goes. `place` None: in the modal itself.

    `message` is the one that was pressed on, as `channel:moment`.
    """

    place: Place | None = Place.DIRECT
    channel: str = ""
    message: str = ""
    answering: Answering = field(default_factory=Answering)


def form_view(form: Form, origin: Origin) -> Block:
    """Return a form as a modal; what it carries comes back with it."""
    blocks = [_note(text) for text in (form.about, form.error) if text]
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": plain_text(form.title, limits.TITLE),
        "submit": plain_text(form.submit, limits.TITLE),
        "close": plain_text(form.cancel, limits.TITLE),
        "private_metadata": _metadata(form, origin),
        "blocks": [*blocks, *map(_input, form.inputs)],
    }


def card_view(card: Card) -> Block:
    """Return a card as a modal, for where there is no conversation to show it in."""
    words = Words(card.language)
    return {
        "type": "modal",
        "callback_id": CARD,
        "title": plain_text(words("app-title"), limits.TITLE),
        "close": plain_text(words("close-window"), limits.TITLE),
        "blocks": blocks_of(card, most=limits.VIEW_BLOCKS),
    }


def home_view(card: Card) -> Block:
    """Return a card as a home page."""
    return {"type": "home", "blocks": blocks_of(card, most=limits.VIEW_BLOCKS)}


def errors_of(form: Form) -> dict[str, str]:
    """Return what is wrong, by field. What is wrong with the whole form stands at its first field."""
    errors = {field.key: field.error for field in form.inputs if field.error}
    if form.error and form.inputs:
        errors.setdefault(form.inputs[0].key, form.error)
    return errors


def read_metadata(view: Mapping[str, Any]) -> tuple[dict[str, str], Origin]:
    """Return what a form carried and where it was asked for. What is not ours is read as nothing."""
    try:
        kept = json.loads(view.get("private_metadata") or "{}")
        origin = kept["origin"]
        if not all(isinstance(text, str) for text in origin.values()):
            return {}, Origin()
        place = Place(origin["place"]) if origin["place"] else None
        answering = Answering(url=origin["url"], thread=origin["thread"])
        payload = {str(key): str(value) for key, value in kept["payload"].items()}
        return payload, Origin(
            place=place, channel=origin["channel"], message=origin["message"], answering=answering
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, Origin()


def read_values(view: Mapping[str, Any]) -> dict[str, str]:
    """Return what was filled in, by field. Somebody who was chosen is given by id: <@U012AB3CD>."""
    return {key: _filled(element) for key, element in _elements(view).items()}


def chosen_people(view: Mapping[str, Any]) -> list[str]:
    """Return the fields in which somebody was chosen, not written."""
    return [key for key, element in _elements(view).items() if element.get("selected_user")]


def _elements(view: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the one element of each field."""
    state = view.get("state")
    values = state.get("values") if isinstance(state, dict) else None
    found: dict[str, Mapping[str, Any]] = {}
    for key, block in (values if isinstance(values, dict) else {}).items():
        element = next(iter(block.values()), None) if isinstance(block, dict) else None
        if isinstance(element, dict):
            found[str(key)] = element
    return found


def _filled(element: Mapping[str, Any]) -> str:
    if (user := element.get("selected_user")) is not None:
        return f"<@{user}>"
    if (option := element.get("selected_option")) is not None:
        return str(option.get("value", ""))
    return str(element.get("value") or "")


def _metadata(form: Form, origin: Origin) -> str:
    kept = {
        "payload": dict(form.payload),
        "origin": {
            "place": origin.place.value if origin.place else "",
            "channel": origin.channel,
            "url": origin.answering.url,
            "message": origin.message,
            "thread": origin.answering.thread,
        },
    }
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    if len(text) > limits.PRIVATE_METADATA:
        # Without what its card was, the answer stands beside the card.
        kept["payload"].pop("view", None)
        text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return text


def _note(text: str) -> Block:
    return {"type": "section", "text": plain_text(text, limits.TEXT)}


def _input(field: Input) -> Block:
    hint = {"hint": plain_text(field.hint, limits.INPUT_LABEL)} if field.hint else {}
    return {
        "type": "input",
        "block_id": field.key,
        "label": plain_text(field.label, limits.INPUT_LABEL),
        "optional": not field.required,
        "element": {"action_id": field.key, **_element(field)},
        **hint,
    }


def _element(field: Input) -> Block:
    match field.type:
        case "choice":
            options = [
                {"text": plain_text(option.label, limits.OPTION_LABEL), "value": option.value}
                for option in field.options
            ]
            chosen = next((option for option in options if option["value"] == field.value), None)
            return {
                "type": "static_select",
                "options": options,
                **({"initial_option": chosen} if chosen else {}),
            }
        case "person":
            return {"type": "users_select"}
        case _:
            filled = {"initial_value": limits.cut(field.value, limits.INPUT_VALUE)} if field.value else {}
            return {
                "type": "plain_text_input",
                "multiline": field.type == "text",
                "max_length": limits.INPUT_VALUE,
                **filled,
            }
