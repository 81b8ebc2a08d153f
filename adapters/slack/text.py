"""Between Slack's mark-up and plain text. Pure.

https://docs.slack.dev/messaging/formatting-message-text
"""

import re
from collections.abc import Callable, Mapping

_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))
_REFERENCE = re.compile(r"<(?P<target>[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
_USER = re.compile(r"<@([A-Z0-9]{2,})(?:\|([^<>]*))?>")
_LOOKS_LIKE_A_REFERENCE = re.compile(r"<(?=[!@#]|[a-z]+:)", re.IGNORECASE)
_WORD_JOINER = "\u2060"


def escaped(text: str) -> str:
    """Return plain text as it must stand where Slack looks for mark-up."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def literal(text: str) -> str:
    """Return plain text for where Slack looks for no mark-up.

    What looks like a reference, such as `<!channel>`, is taken apart with a character that nobody sees: some
    clients and exports read such text a second time.
    """
    return _LOOKS_LIKE_A_REFERENCE.sub(f"<{_WORD_JOINER}", text)


def unescaped(text: str) -> str:
    """Return what `escaped` was given."""
    return _ENTITY.sub(lambda entity: _ENTITIES[entity[0]], text)


def mentioned(text: str) -> dict[str, str]:
    """Return how the users who are mentioned in Slack's text are called there, by id; by the id if not at all."""
    found = _USER.findall(text)
    return {user: user for user, _ in found} | {user: label for user, label in found if label}


def plain(text: str, handles: Mapping[str, str]) -> str:
    """Return Slack's text as a person sees it; `handles` are those of the mentioned users, by id."""
    return unescaped(_REFERENCE.sub(lambda found: _shown(found["target"], found["label"], handles), text))


def without_mention(text: str, user: str) -> str:
    """Return Slack's text without the first mention of a user, such as the one that calls the bot."""
    found = re.search(rf"<@{re.escape(user)}(?:\|[^<>]*)?>[\s,:]*", text)
    if found is None:
        return text.strip()
    return f"{text[: found.start()].rstrip()} {text[found.end() :]}".strip()


def _shown(target: str, label: str | None, handles: Mapping[str, str]) -> str:
    kinds: Mapping[str, Callable[[], str]] = {
        "@": lambda: f"@{handles.get(target[1:]) or label or target[1:]}",
        "#": lambda: f"#{label or target[1:]}",
        "!": lambda: _special(target[1:], label),
    }
    shown = kinds.get(target[:1])
    if shown is not None:
        return shown()
    if not label or label == target or target.endswith(f":{label}"):
        return label or target
    return label if target.removeprefix("http://").rstrip("/") == label else f"{label} ({target})"


def _special(target: str, label: str | None) -> str:
    kind, *more = target.split("^")
    if kind in {"here", "channel", "everyone"}:
        return f"@{kind}"
    return label or f"@{more[0] if kind == 'subteam' and more else kind}"
