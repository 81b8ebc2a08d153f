"""Rules out of which Slack's shapes are made: each looks at one value and yields what is wrong with it.

A rule is called with the value and its path, as in the JSON pointers of Slack's own answers
(`no more than 25 items allowed [json-pointer:/blocks/1/elements]`).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Rule = Callable[[Any, str], Iterator[str]]

_PINGS = re.compile(r"<!(channel|here|everyone|subteam\^)")
_USER = re.compile(r"[UW][A-Z0-9]{2,}")


def string(longest: int, *, shortest: int = 1) -> Rule:
    """A string of so many characters."""

    def rule(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{path}: is no string"
        elif len(value) > longest:
            yield f"{path}: has {len(value)} characters; {longest} fit"
        elif len(value) < shortest:
            yield f"{path}: has {len(value)} characters; at least {shortest} are needed"

    return rule


def words(longest: int, *kinds: str) -> Rule:
    """A text object, `plain_text` unless said otherwise; what pings everybody is a problem.

    It has 1 to 3,000 characters, fewer in some places; `emoji` goes with `plain_text` and `verbatim` with
    `mrkdwn`: https://docs.slack.dev/reference/block-kit/composition-objects/text-object. Spaces alone are
    refused here even where Slack may take them: nobody can read them.
    """
    extra = {"plain_text": "emoji", "mrkdwn": "verbatim"}
    allowed = kinds or ("plain_text",)

    def rule(value: Any, path: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if kind not in allowed:
            yield f"{path}: is no text object of type {' or '.join(allowed)}"
            return
        yield from _keys(value, path, required={"type", "text"}, known={"type", "text", extra[kind]})
        if extra[kind] in value:
            yield from flag(value[extra[kind]], f"{path}/{extra[kind]}")
        text = value.get("text", "")
        yield from string(longest)(text, f"{path}/text")
        if isinstance(text, str) and text and not text.strip():
            yield f"{path}/text: is blank"
        if kind == "mrkdwn" and isinstance(text, str):
            yield from unpinged(text, f"{path}/text")

    return rule


def unpinged(text: str, path: str) -> Iterator[str]:
    """A text in which nobody's unescaped `<!channel>` is left.

    https://docs.slack.dev/messaging/formatting-message-text: `&`, `<` and `>` are escaped.
    """
    if found := _PINGS.search(text):
        yield f"{path}: pings everybody with {found[0]}"


def choice(*values: object) -> Rule:
    """One of these values."""

    def rule(value: Any, path: str) -> Iterator[str]:
        if value not in values:
            yield f"{path}: is {value!r}, which is none of {', '.join(map(str, values))}"

    return rule


def whole(low: int, high: int) -> Rule:
    """A whole number within these bounds."""

    def rule(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            yield f"{path}: is {value!r}, which is no whole number from {low} to {high}"

    return rule


def flag(value: Any, path: str) -> Iterator[str]:
    """True or false."""
    if not isinstance(value, bool):
        yield f"{path}: is neither true nor false"


def user(value: Any, path: str) -> Iterator[str]:
    """The id of a Slack user, such as U012AB3CD; neither a name nor an id of ours."""
    if not isinstance(value, str) or not _USER.fullmatch(value):
        yield f"{path}: is no id of a Slack user"


def several(each: Rule, *, most: int, fewest: int = 1) -> Rule:
    """A list of so many things."""

    def rule(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{path}: is no list"
            return
        if len(value) > most:
            yield f"{path}: has {len(value)} items; {most} fit"
        elif len(value) < fewest:
            yield f"{path}: has {len(value)} items; at least {fewest} are needed"
        for number, item in enumerate(value):
            yield from each(item, f"{path}/{number}")

    return rule


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A JSON object: the keys that it must have, those that it may have, and what else is asked of it."""

    required: Mapping[str, Rule]
    optional: Mapping[str, Rule] = field(default_factory=dict)
    also: Rule | None = None

    def __call__(self, value: Any, path: str) -> Iterator[str]:
        """Yield what is wrong with a value."""
        if not isinstance(value, dict):
            yield f"{path}: is no object"
            return
        rules = {**self.required, **self.optional}
        yield from _keys(value, path, required=set(self.required), known=set(rules) | {"type"})
        for key, item in value.items():
            if key in rules:
                yield from rules[key](item, f"{path}/{key}")
        if self.also is not None:
            yield from self.also(value, path)


def one_of(shapes: Mapping[str, Rule]) -> Rule:
    """An object of one of these types."""

    def rule(value: Any, path: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in shapes:
            yield f"{path}: is of type {kind!r}, which is none of {', '.join(shapes)}"
        else:
            yield from shapes[kind](value, path)

    return rule


def _keys(value: Mapping[str, Any], path: str, *, required: set[str], known: set[str]) -> Iterator[str]:
    for key in sorted(required - set(value)):
        yield f"{path}: has no {key}"
    for key in sorted(set(value) - known):
        yield f"{path}: has the unknown key {key}"
