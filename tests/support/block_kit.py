"""What Slack would refuse in a message, a modal or a Home tab: a lint of Block Kit payloads.

`slack_sdk.models` checks some lengths, but neither 51 blocks, nor ids that stand twice, nor unknown types, and
a peer that stands in for Slack checks nothing. The limits are those of
https://docs.slack.dev/reference/block-kit and https://docs.slack.dev/reference/views.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from tests.support.block_kit_rules import Rule, Shape, choice, flag, one_of, several, string, unpinged, words
from tests.support.block_kit_shapes import BLOCKS, ENDLESS, IDENTIFIER, TEXT

Surface = Literal["message", "modal", "home"]

MOST_BLOCKS: Mapping[Surface, int] = {"message": 50, "modal": 100, "home": 100}
"""https://docs.slack.dev/reference/block-kit/blocks"""

HEAVIEST = 10_000
"""How much all blocks of a message may weigh together.

Slack answers `msg_blocks_too_long` at a weight that it documents nowhere. What people measured: 13,297 characters
fit into one block, 13,172 beside a divider, so that an empty block takes 125
(https://github.com/slackapi/bolt-js/issues/2509, where Slack says "12,000 characters with a buffer for
containers"); 11,341 characters in rich text, sections, headers and dividers did not fit
(https://github.com/slackapi/bolt-js/issues/2867); and a series of trials fits only if bytes of UTF-8 are counted,
the smallest that was refused having 10,821 (https://github.com/openclaw/openclaw/pull/143882). So bytes are
counted here, with 125 for each block, and 10,000 is below everything that was ever refused.
"""
BLOCK_WEIGHT = 125
_SHOWN = ("text", "url", "alt_text")
_IDS = ("block_id", "action_id")

_VIEW: Mapping[str, Rule] = {"private_metadata": string(TEXT, shortest=0), "callback_id": string(IDENTIFIER)}
_OUTSIDE: Mapping[str, Rule] = {
    # https://docs.slack.dev/reference/views/modal-views
    "modal": Shape(
        required={"title": words(24), "blocks": several(lambda *_: iter(()), most=ENDLESS, fewest=0)},
        optional={
            **_VIEW,
            "submit": words(24),
            "close": words(24),
            "external_id": string(IDENTIFIER),
            "clear_on_close": flag,
            "notify_on_close": flag,
            "submit_disabled": flag,
        },
    ),
    # https://docs.slack.dev/reference/views/home-tab-views
    "home": Shape(
        required={"blocks": several(lambda *_: iter(()), most=ENDLESS, fewest=0)},
        optional={**_VIEW, "external_id": string(IDENTIFIER)},
    ),
}


def problems(blocks: list[dict[str, Any]], surface: Surface, *, text: str | None = None) -> list[str]:
    """Return what Slack would refuse, a line for each, beginning with the JSON pointer of the place.

    `text` is the fallback of a message: it is needed by notifications and screen readers, is mrkdwn, and has
    at most 40,000 characters (https://docs.slack.dev/reference/methods/chat.postMessage).
    """
    path = "/blocks"
    found = list(several(one_of(BLOCKS), most=MOST_BLOCKS[surface], fewest=0)(blocks, path))
    found += _repeated(blocks, path)
    found += _focused(blocks, path, surface)
    if surface == "message" and (heavy := weight(blocks)) > HEAVIEST:
        found.append(f"{path}: weigh {heavy} together; {HEAVIEST} are sure to fit")
    if text is not None:
        found += [*string(ENDLESS)(text, "/text"), *unpinged(text, "/text")]
    return found


def view_problems(view: dict[str, Any]) -> list[str]:
    """Return what Slack would refuse in a modal or a Home tab, as `problems` does."""
    kind = view.get("type")
    surface: Surface = "modal" if kind == "modal" else "home"
    found = [*choice("modal", "home")(kind, "/type"), *_OUTSIDE[surface](view, "")]
    blocks = view.get("blocks")
    if not isinstance(blocks, list):
        return found
    asks = any(isinstance(block, dict) and block.get("type") == "input" for block in blocks)
    if surface == "modal" and asks and "submit" not in view:
        found.append("/submit: is needed where there is an input")
    return found + problems(blocks, surface)


def weight(blocks: list[dict[str, Any]]) -> int:
    """Return how much of a message's room blocks take: the bytes of what they show, and 125 for each."""
    shown = sum(
        len(value.encode(errors="replace"))
        for thing, _ in _things(blocks, "")
        for key, value in thing.items()
        if key in _SHOWN and isinstance(value, str)
    )
    return shown + BLOCK_WEIGHT * len(blocks)


def _things(value: Any, path: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every object, however deep, with its path."""
    if isinstance(value, dict):
        yield value, path
        for key, item in value.items():
            yield from _things(item, f"{path}/{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _things(item, f"{path}/{number}")


def _repeated(blocks: list[dict[str, Any]], path: str) -> Iterator[str]:
    """Yield the ids that stand twice.

    Slack's pages ask for `block_id` to be unique in a message or view, and for `action_id` to be unique in its
    block; here it is unique in the whole, so that what was pressed is known by its `action_id` alone.
    """
    for key in _IDS:
        counted = Counter(str(thing[key]) for thing, _ in _things(blocks, path) if key in thing)
        for value, times in counted.items():
            if times > 1:
                yield f"{path}: {key} {value!r} stands {times} times"


def _focused(blocks: list[dict[str, Any]], path: str, surface: Surface) -> Iterator[str]:
    """Yield what takes the focus where there is none to take, or a second time.

    https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element: in a view, once.
    """
    taking = [place for thing, place in _things(blocks, path) if thing.get("focus_on_load")]
    for place in taking if surface == "message" else taking[1:]:
        yield f"{place}/focus_on_load: only one element of a view takes the focus"
