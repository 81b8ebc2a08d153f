"""What Teams would refuse, or show otherwise than it is meant, of an Adaptive Card: a lint.

Elements are those of version 1.5 (https://learn.microsoft.com/adaptive-cards/schema-explorer) as far as Teams
shows them, and only those that we use: whatever else appears is new and wants its rule first.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tests.support.block_kit_rules import Rule, Shape, choice, flag, one_of, several, string, whole

HEAVIEST = 80_000
"""Bytes of JSON in UTF-16: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages"""

ENDLESS = 40_000
TITLE = 60
"""Characters of a button; Teams documents no limit, and cuts what is wider than the card."""
MOST_ACTIONS = 6
"""https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format"""

_MARKS = re.compile(r"[*_`~\[\]<>\\#|{}&\n]|^\s*(?:[-+=]|\d+[.)])|://|www\.|\w\.\w\w")
"""What Markdown would take for its own: https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features"""
_FUNCTION = re.compile(r"\{\{(?:DATE|TIME)\(", re.IGNORECASE)

_SIZE = choice("Small", "Default", "Medium", "Large", "ExtraLarge")
_WEIGHT = choice("Lighter", "Default", "Bolder")
_ELEMENT: Mapping[str, Rule] = {
    "id": string(100),
    "isVisible": flag,
    "separator": flag,
    "spacing": choice("None", "Small", "Default", "Medium", "Large"),
}


def _told(value: Any, path: str) -> Iterator[str]:
    """A text that somebody reads."""
    yield from string(ENDLESS)(value, path)
    if isinstance(value, str) and _FUNCTION.search(value):
        yield f"{path}: is a date function"


def _title(value: Any, path: str) -> Iterator[str]:
    yield from string(TITLE)(value, path)
    yield from _told(value, path)


def _plain(value: Any, path: str) -> Iterator[str]:
    yield from _told(value, path)
    if isinstance(value, str) and (found := _MARKS.search(value)):
        yield f"{path}: may be mark-up at {found[0]!r}"


def _data(value: Any, path: str) -> Iterator[str]:
    try:
        json.dumps(value)
    except (TypeError, ValueError):
        yield f"{path}: is no JSON"
        return
    if not isinstance(value, dict) or value.get("engage") not in {"press", "submit"}:
        yield f"{path}: does not say what it is of"


def _address(value: Any, path: str) -> Iterator[str]:
    if not isinstance(value, str) or not re.match(r"https?://[^\s/]", value):
        yield f"{path}: is no address of the web"


def _field(value: Any, path: str) -> Iterator[str]:
    """An input that must be filled in says so when it is not, and begins with something that fits."""
    if value.get("isRequired") and "errorMessage" not in value:
        yield f"{path}: has no errorMessage"
    begun = value.get("value", "")
    if "maxLength" in value and len(begun) > value["maxLength"]:
        yield f"{path}/value: has {len(begun)} characters; {value['maxLength']} may be written"
    choices = value.get("choices", [])
    if "choices" in value and begun and begun not in [each.get("value") for each in choices]:
        yield f"{path}/value: is none of the choices"
    if "choices" in value and not choices and "choices.data" not in value:
        yield f"{path}/choices: are none"


_BUTTON: Mapping[str, Rule] = {
    "tooltip": _told,
    "style": choice("positive", "destructive"),
    "mode": choice("primary", "secondary"),
}
_OPEN_URL = Shape(required={"url": _address}, optional={"title": _title})
_ACTIONS: Mapping[str, Rule] = {
    "Action.Execute": Shape(required={"title": _title, "verb": string(50), "data": _data}, optional=_BUTTON),
    "Action.Submit": Shape(required={"title": _title, "data": _data}, optional=_BUTTON),
    "Action.ToggleVisibility": Shape(
        required={"title": _title, "targetElements": several(string(100), most=50)}, optional=_BUTTON
    ),
}
_PRESSED = several(one_of(_ACTIONS), most=MOST_ACTIONS)
_RUN = Shape(
    required={"text": _told},
    optional={
        "size": _SIZE,
        "weight": _WEIGHT,
        "color": choice("Attention"),
        "isSubtle": flag,
        "fontType": choice("Monospace"),
        "selectAction": one_of({"Action.OpenUrl": _OPEN_URL}),
    },
)
_INPUT: Mapping[str, Rule] = {
    **_ELEMENT,
    "isRequired": flag,
    "errorMessage": _told,
    "placeholder": _told,
    "value": string(ENDLESS),
}
_CHOICE = Shape(required={"title": _told, "value": string(ENDLESS)})
_QUERY = Shape(required={"dataset": choice("graph.microsoft.com/users")})


def _within(value: Any, path: str) -> Iterator[str]:
    yield from several(one_of(_BODY), most=1_000)(value, path)


_BODY: Mapping[str, Rule] = {
    "RichTextBlock": Shape(
        required={"inlines": several(one_of({"TextRun": _RUN}), most=100)}, optional=_ELEMENT
    ),
    "TextBlock": Shape(
        required={"text": _plain, "wrap": choice(True)},
        optional={**_ELEMENT, "style": choice("heading"), "size": _SIZE, "weight": _WEIGHT},
    ),
    "Container": Shape(required={"items": _within}, optional={**_ELEMENT, "style": choice("emphasis")}),
    "ActionSet": Shape(required={"actions": _PRESSED}, optional=_ELEMENT),
    "Input.Text": Shape(
        required={"id": string(100), "label": _told, "maxLength": whole(1, 4_000)},
        optional={**_INPUT, "isMultiline": flag},
        also=_field,
    ),
    "Input.ChoiceSet": Shape(
        required={"id": string(100), "label": _told, "choices": several(_CHOICE, most=1_000, fewest=0)},
        optional={**_INPUT, "style": choice("compact", "filtered"), "choices.data": _QUERY},
        also=_field,
    ),
}
_CARD = Shape(
    required={
        "$schema": choice("http://adaptivecards.io/schemas/adaptive-card.json"),
        "version": choice("1.5"),
        "lang": choice("en", "fr"),
        "fallbackText": _told,
        "body": _within,
    },
    optional={"actions": _PRESSED, "msteams": Shape(required={"width": choice("Full")})},
)


def problems(card: Any, *, text: str | None = None) -> list[str]:
    """Return what is wrong with a card, a line for each, beginning with the JSON pointer of the place.

    `text` is what the card says in plain words: all of it stands for the card where no card is shown.
    """
    found = list(one_of({"AdaptiveCard": _CARD})(card, ""))
    things = list(_things(card))
    ids = Counter(str(thing["id"]) for thing in things if "id" in thing)
    found += [f": id {one!r} stands {times} times" for one, times in ids.items() if times > 1]
    aims = (aim for thing in things for aim in thing.get("targetElements", ()))
    found += [f": nothing has the id {aim!r} that is to be shown" for aim in aims if aim not in ids]
    if (
        not found
        and (heavy := len(json.dumps(card, ensure_ascii=False, separators=(",", ":"))) * 2) > HEAVIEST
    ):
        found.append(f": weighs {heavy}; {HEAVIEST} fit")
    if text is not None and not found and not _says(card["fallbackText"], text):
        found.append("/fallbackText: does not say all of the card")
    return found


def _says(fallback: str, text: str) -> bool:
    said = "".join(fallback.replace("\u2060", "").split())
    whole_text = "".join(text.replace("\u2060", "").split())
    return said == whole_text or (said.endswith("…") and whole_text.startswith(said[:-1]))


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object that is shown, however deep; what an action carries is none."""
    if isinstance(value, dict):
        yield value
        for key, item in value.items():
            if key != "data":
                yield from _things(item)
    elif isinstance(value, list):
        for item in value:
            yield from _things(item)
