"""The blocks and elements of Slack that Engage may use, with Slack's limits.

Every limit is that of the page named beside it, below https://docs.slack.dev/reference/block-kit/. Types that
Slack has and Engage has no use for are left out, so that one which slips in is a problem: above all
`broadcast`, which pings everybody.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.support.block_kit_rules import (
    Rule,
    Shape,
    choice,
    flag,
    one_of,
    several,
    string,
    user,
    whole,
    words,
)

TEXT = 3000
"""composition-objects/text-object"""
ADDRESS = 3000
"""block-elements/button-element, blocks/image-block"""
IDENTIFIER = 255
"""`block_id` and `action_id`, on the page of every block and element"""
ENDLESS = 40_000
"""Where Slack names no limit of its own, that of a whole message holds: reference/methods/chat.postMessage"""

_ID: Rule = string(IDENTIFIER)
_BLOCK: Mapping[str, Rule] = {"block_id": _ID}
_ANY_TEXT = ("plain_text", "mrkdwn")

# composition-objects/confirmation-dialog-object
_CONFIRM = Shape(
    required={
        "title": words(100),
        "text": words(300, *_ANY_TEXT),
        "confirm": words(30),
        "deny": words(30),
    },
    optional={"style": choice("primary", "danger")},
)

# composition-objects/option-object; its value had 75 characters until 2025 and has 150 since
_OPTION = Shape(required={"text": words(75), "value": string(150)}, optional={"description": words(75)})


def _chosen(select: Any, path: str) -> Iterator[str]:
    """What is chosen at first is exactly one of the options, no two of which have the same value."""
    options = select.get("options")
    if not isinstance(options, list):
        return
    if "initial_option" in select and select["initial_option"] not in options:
        yield f"{path}/initial_option: is none of the options"
    values = [option.get("value") for option in options if isinstance(option, dict)]
    if len(set(map(str, values))) < len(values):
        yield f"{path}/options: two have the same value"


def _within(asked: Any, path: str) -> Iterator[str]:
    """What is written at first fits into what may be written."""
    value, longest = asked.get("initial_value", ""), asked.get("max_length", TEXT)
    if isinstance(value, str) and isinstance(longest, int) and longest < len(value) <= TEXT:
        yield f"{path}/initial_value: has {len(value)} characters; {longest} may be written"


_ACTION: Mapping[str, Rule] = {"action_id": _ID}
_MENU: Mapping[str, Rule] = {"placeholder": words(150), "focus_on_load": flag, "confirm": _CONFIRM}

# block-elements/button-element
_BUTTON = Shape(
    required={"text": words(75)},
    optional={
        **_ACTION,
        "url": string(ADDRESS),
        "value": string(2000),
        "style": choice("primary", "danger"),
        "confirm": _CONFIRM,
        "accessibility_label": string(75),
    },
)
# block-elements/image-element
_IMAGE = Shape(required={"image_url": string(ADDRESS), "alt_text": string(2000)})
# block-elements/select-menu-element
_STATIC_SELECT = Shape(
    required={"options": several(_OPTION, most=100)},
    optional={**_ACTION, **_MENU, "initial_option": _OPTION},
    also=_chosen,
)
_USERS_SELECT = Shape(required={}, optional={**_ACTION, **_MENU, "initial_user": user})
# block-elements/overflow-menu-element
_OVERFLOW = Shape(
    required={"options": several(_OPTION, most=5)},
    optional={**_ACTION, "confirm": _CONFIRM},
    also=_chosen,
)
# block-elements/plain-text-input-element; what is written at first can be no longer than what is sent back
_PLAIN_TEXT_INPUT = Shape(
    required={},
    optional={
        **_ACTION,
        "initial_value": string(TEXT, shortest=0),
        "multiline": flag,
        "min_length": whole(0, TEXT),
        "max_length": whole(1, TEXT),
        "focus_on_load": flag,
        "placeholder": words(150),
        "dispatch_action_config": Shape(
            required={
                "trigger_actions_on": several(choice("on_enter_pressed", "on_character_entered"), most=2)
            }
        ),
    },
    also=_within,
)
_SELECTS: Mapping[str, Rule] = {"static_select": _STATIC_SELECT, "users_select": _USERS_SELECT}
_PRESSED: Mapping[str, Rule] = {"button": _BUTTON, "overflow": _OVERFLOW, **_SELECTS}

# blocks/rich-text-block and the pages of its elements. They name no longest text. An empty one is refused
# ("must be more than 0 characters"), and so is a section or quote without elements ("missing element").
_STYLE = Shape(required={}, optional=dict.fromkeys(("bold", "italic", "strike", "code", "underline"), flag))
_MARKED: Mapping[str, Rule] = {"style": _STYLE}
_WRITTEN: Mapping[str, Rule] = {
    "text": Shape(required={"text": string(ENDLESS)}, optional=_MARKED),
    "link": Shape(
        required={"url": string(ADDRESS)}, optional={**_MARKED, "text": string(ENDLESS), "unsafe": flag}
    ),
}
_INLINE: Mapping[str, Rule] = {
    **_WRITTEN,
    "user": Shape(required={"user_id": user}, optional=_MARKED),
    "emoji": Shape(required={"name": string(100)}, optional={**_MARKED, "unicode": string(100)}),
}
_BORDER: Mapping[str, Rule] = {"border": choice(0, 1)}
_RICH_SECTION = Shape(required={"elements": several(one_of(_INLINE), most=ENDLESS)})
_RICH: Mapping[str, Rule] = {
    "rich_text_section": _RICH_SECTION,
    "rich_text_quote": Shape(required=_RICH_SECTION.required, optional=_BORDER),
    "rich_text_preformatted": Shape(
        required={"elements": several(one_of(_WRITTEN), most=ENDLESS)}, optional=_BORDER
    ),
    "rich_text_list": Shape(
        required={
            "style": choice("bullet", "ordered"),
            "elements": several(one_of({"rich_text_section": _RICH_SECTION}), most=ENDLESS),
        },
        optional={**_BORDER, "indent": whole(0, 8), "offset": whole(0, 10_000)},
    ),
}


def _says_something(section: Any, path: str) -> Iterator[str]:
    if "text" not in section and "fields" not in section:
        yield f"{path}: has neither text nor fields"


BLOCKS: Mapping[str, Rule] = {
    # blocks/section-block
    "section": Shape(
        required={},
        optional={
            **_BLOCK,
            "text": words(TEXT, *_ANY_TEXT),
            "fields": several(words(2000, *_ANY_TEXT), most=10),
            "accessory": one_of({**_PRESSED, "image": _IMAGE}),
            "expand": flag,
        },
        also=_says_something,
    ),
    "rich_text": Shape(required={"elements": several(one_of(_RICH), most=ENDLESS)}, optional=_BLOCK),
    # blocks/header-block
    "header": Shape(required={"text": words(150)}, optional=_BLOCK),
    # blocks/context-block
    "context": Shape(
        required={
            "elements": several(
                one_of({**{kind: words(TEXT, kind) for kind in _ANY_TEXT}, "image": _IMAGE}), most=10
            )
        },
        optional=_BLOCK,
    ),
    # blocks/actions-block
    "actions": Shape(required={"elements": several(one_of(_PRESSED), most=25)}, optional=_BLOCK),
    # blocks/divider-block
    "divider": Shape(required={}, optional=_BLOCK),
    # blocks/image-block
    "image": Shape(required=_IMAGE.required, optional={**_BLOCK, "title": words(2000)}),
    # blocks/input-block
    "input": Shape(
        required={
            "label": words(2000),
            "element": one_of({"plain_text_input": _PLAIN_TEXT_INPUT, **_SELECTS}),
        },
        optional={**_BLOCK, "hint": words(2000), "optional": flag, "dispatch_action": flag},
    ),
}
"""The rule of each type of block. All of them are available in messages, modals and Home tabs alike."""
