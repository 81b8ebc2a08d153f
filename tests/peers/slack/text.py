"""How Slack hands over what somebody typed."""

import re
from collections.abc import Mapping

_ADDRESS = re.compile(r"https?://[^\s<>]+")
_MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_PERSON = re.compile(r"(?<![\w.])@([a-z][\w-]*(?:\.[\w-]+)*)")
_CHANNEL = re.compile(r"(?<!\w)#([a-z][\w-]*)")


def escape(text: str) -> str:
    """Return text in which nothing is taken for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_typed(text: str, *, people: Mapping[str, str], channels: Mapping[str, str], command: bool) -> str:
    """Return what a person typed as it reaches an app: escaped, with ids for who and what was mentioned.

    `people` and `channels` are ids by name. A command with `should_escape` also brings the names along, and a
    message makes links of addresses: https://docs.slack.dev/interactivity/implementing-slash-commands.
    """

    def person(found: re.Match[str]) -> str:
        if found[1] not in people:
            return found[0]
        return f"<@{people[found[1]]}|{found[1]}>" if command else f"<@{people[found[1]]}>"

    def channel(found: re.Match[str]) -> str:
        return f"<#{channels[found[1]]}|{found[1]}>" if found[1] in channels else found[0]

    text = escape(text)
    text = _ADDRESS.sub(lambda found: f"<{found[0]}>", text)
    text = _MAIL.sub(lambda found: f"<mailto:{found[0]}|{found[0]}>", text)
    return _CHANNEL.sub(channel, _PERSON.sub(person, text))
