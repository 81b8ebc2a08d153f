"""What a person can press and fill in on blocks, and what becomes of it in a payload."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Block = dict[str, Any]

_SELECTED = {
    # the type of an element: the name of its value in a payload, the names of its initial value
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "users_select": ("selected_user", "initial_user"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "channels_select": ("selected_channel", "initial_channel"),
    "static_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "overflow": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_users_select": ("selected_users", "initial_users"),
}
_LISTS = ("selected_options", "selected_users")


class Thing(NamedTuple):
    """An element with the block in which it stands."""

    block: Block
    element: Block

    @property
    def names(self) -> set[str]:
        """By what a person or a screen reader knows it, or a test."""
        spoken = self.element.get("accessibility_label"), self.element.get("action_id")
        texts = self.element.get("text"), self.element.get("placeholder"), self.block.get("label")
        return {name for name in (*spoken, *(text["text"] for text in texts if text)) if name}


def elements(blocks: list[Block]) -> Iterator[Thing]:
    """Yield everything that can be pressed, chosen or filled in, in order."""
    for block in blocks:
        found = block.get("elements", []) if block["type"] in {"actions", "context_actions"} else []
        for element in (*found, block.get("accessory"), block.get("element")):
            if element and "action_id" in element:
                yield Thing(block, element)


def action(blocks: list[Block], name: str, option: str | None = None) -> dict[str, Any]:
    """Return the action of pressing what has this name, or of choosing `option` there.

    A label that several buttons share is not enough: then the spoken name or the `action_id` tells them apart.
    """
    things = list(elements(blocks))
    found = [thing for thing in things if name in thing.names]
    if len(found) != 1:
        offered = [sorted(thing.names) for thing in things]
        raise AssertionError(f"{name!r} names {len(found)} of these: {offered}")
    block, element = found[0]
    made = {"type": element["type"], "action_id": element["action_id"], "block_id": block["block_id"]}
    if element["type"] == "button":
        return made | {key: element[key] for key in ("text", "value", "style") if key in element}
    if option is None:
        raise AssertionError(f"{name!r} is a {element['type']}: say what is chosen there")
    key, _ = _SELECTED[element["type"]]
    return made | {key: _chosen(element, key, option)}


def state(blocks: list[Block], filled: Mapping[str, Any], *, people: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of a form: what was filled in, else what stood there.

    A field is named by its label, its `block_id` or its `action_id`. What Slack's client would not let through
    is refused here as well: a field left empty that may not be, too long a text, an option that is not offered.
    """
    values: dict[str, Any] = {}
    rest = dict(filled)
    for block, element in elements(blocks):
        if element["type"] not in _SELECTED:
            continue
        key, initial = _SELECTED[element["type"]]
        names = {*Thing(block, element).names, block["block_id"]}
        given = [rest.pop(name) for name in names & rest.keys()]
        value = _entered(element, key, given[0], people) if given else element.get(initial)
        if value in (None, "", []) and block["type"] == "input" and not block.get("optional"):
            raise AssertionError(f"{block['label']['text']!r} must be filled in")
        empty = [] if key in _LISTS else None
        field = {"type": element["type"], key: empty if value in (None, "", []) else value}
        values.setdefault(block["block_id"], {})[element["action_id"]] = field
    if rest:
        raise AssertionError(
            f"the form has no {sorted(rest)}; it has {[sorted(t.names) for t in elements(blocks)]}"
        )
    return values


def _entered(element: Block, key: str, value: Any, people: Mapping[str, str]) -> Any:
    if value is None:
        return None
    if key == "value":
        longest = element.get("max_length", 3000)
        assert len(value) <= longest, f"Slack lets nobody write more than {longest} characters here"
        return value
    if key == "selected_user":
        return people.get(value, value)
    if key == "selected_users":
        return [people.get(one, one) for one in value]
    return _chosen(element, key, value)


def _chosen(element: Block, key: str, value: Any) -> Any:
    """Return what is chosen by its text or value; dates and times are themselves."""
    if key == "selected_options":
        return [_chosen(element, "selected_option", one) for one in value]
    if key != "selected_option":
        return value
    grouped = [option for group in element.get("option_groups", []) for option in group["options"]]
    options = [*element.get("options", []), *grouped]
    found = [option for option in options if value in {option["text"]["text"], option.get("value")}]
    assert len(found) == 1, f"{value!r} is not one of {[option['text']['text'] for option in options]}"
    return found[0]
