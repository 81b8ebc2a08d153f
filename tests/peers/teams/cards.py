"""Adaptive Cards, read as a client reads them: their words, buttons and inputs, and what a press sends."""

from collections.abc import Iterator, Mapping
from typing import Any

Card = dict[str, Any]
_CHILDREN = (
    "body",
    "items",
    "columns",
    "rows",
    "cells",
    "inlines",
    "facts",
    "actions",
    "card",
    "selectAction",
)


def elements(card: Card) -> Iterator[Card]:
    """Return everything in a card, in order, the card itself first; hidden parts too."""
    yield card
    for name in _CHILDREN:
        inside = card.get(name)
        for one in inside if isinstance(inside, list) else [inside]:
            if isinstance(one, dict):
                yield from elements(one)
            elif isinstance(one, str):
                yield {"type": "TextRun", "text": one}


def texts(card: Card) -> list[str]:
    """Return every text and fact in a card, in order; buttons and inputs are `labels` and `inputs`."""
    words: list[str] = []
    for one in elements(card):
        if "type" not in one and {"title", "value"} <= one.keys():
            words.append(f"{one['title']} {one['value']}")
        elif one.get("type") in {"TextBlock", "TextRun"}:
            words.append(one["text"])
    return words


def actions(card: Card) -> list[Card]:
    """Return the buttons of a card, in order."""
    return [one for one in elements(card) if str(one.get("type", "")).startswith("Action.")]


def labels(card: Card) -> list[str]:
    """Return what stands on the buttons of a card."""
    return [action["title"] for action in actions(card) if "title" in action]


def action(card: Card, label: str) -> Card:
    """Return the button with a label, an id or a verb; a missing one fails the test."""
    for one in actions(card):
        if label in {one.get("title"), one.get("id"), one.get("verb")}:
            return one
    raise AssertionError(f"there is no button {label!r}, but {labels(card)}")


def inputs(card: Card) -> list[Card]:
    """Return the fields of a card, in order."""
    return [one for one in elements(card) if str(one.get("type", "")).startswith("Input.")]


def filled(card: Card, values: Mapping[str, Any], people: Mapping[str, str]) -> dict[str, Any]:
    """Return what the fields send, named by id: what they begin with, and `values`, named by label or id.

    Choices are named by title or value. `people` gives the AAD id for each name, for people pickers; several
    choices are a list. A field that was left empty is not sent, as in the playground.
    """
    missing = dict(values)
    sent: dict[str, Any] = {}
    for one in inputs(card):
        names = [name for name in (one["id"], one.get("label")) if name in missing]
        value = missing.pop(names[0]) if names else one.get("value", "")
        if names:
            value = _typed(one, value, people)
        if value != "":
            sent[one["id"]] = value
    assert not missing, (
        f"there is no field {', '.join(missing)}, but {[one.get('label') for one in inputs(card)]}"
    )
    return sent


def _typed(one: Card, value: Any, people: Mapping[str, str]) -> Any:
    if one["type"] == "Input.Toggle":
        return one.get("valueOn", "true") if value in {True, "true"} else one.get("valueOff", "false")
    if one["type"] != "Input.ChoiceSet":
        return str(value)
    chosen = value if isinstance(value, (list, tuple)) else [value]
    return ",".join(_choice(one, name, people) for name in chosen if name)


def _choice(one: Card, name: str, people: Mapping[str, str]) -> str:
    for choice in one.get("choices", []):
        if name in {choice["title"], choice["value"]}:
            return choice["value"]
    if "choices.data" in one and name in people:
        return people[name]
    raise AssertionError(f"{one.get('label')} has no choice {name!r}")
