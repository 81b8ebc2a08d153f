"""From what Teams says somebody wrote to plain text as they wrote it. Pure.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations
"""

import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

_LINE_BREAKS = {"br", "div", "p", "li", "tr", "blockquote", "h1", "h2", "h3", "pre"}
_NOT_SHOWN = {"script", "style", "head"}
_SEPARATORS = re.compile(r"(?:&nbsp;|[\s,:\u00a0])+")


@dataclass(frozen=True, kw_only=True)
class Mention:
    """Somebody who is named in a text: who, how the text names them, and by what handle they go."""

    id: str
    text: str
    handle: str = ""


def plain(text: str, mentions: Sequence[Mention], *, own: str, html: str = "") -> str:
    """Return what was written, each mention as @handle, without the first one of the bot itself (`own`).

    Only what Teams names as a mention is one: the words that somebody typed stay as they are. `html` is the
    same message as a web page would show it, by which it can be told whether `text` is escaped.
    """
    waiting: dict[str, deque[Mention]] = {}
    for mention in mentions:
        if mention.text:
            waiting.setdefault(mention.text, deque()).append(mention)
    tags = re.compile("|".join(re.escape(tag) for tag in sorted(waiting, key=len, reverse=True)))
    pieces: list[str] = []
    is_called, end = False, 0
    for found in tags.finditer(text) if waiting else ():
        if not waiting[found[0]]:
            continue
        mention, before, end = waiting[found[0]].popleft(), text[end : found.start()], found.end()
        if mention.id == own and not is_called:
            is_called = True
            pieces.append(f"{before.rstrip()} " if before.strip() else "")
            end = after.end() if (after := _SEPARATORS.match(text, end)) else end
        else:
            shown = f"@{mention.handle}" if mention.handle and mention.id != own else _inner(mention.text)
            pieces += [before, shown]
    whole = "".join([*pieces, text[end:]])
    return _normal(unescape(whole) if _is_escaped(text, html) else whole.replace("&nbsp;", " "))


def from_html(html: str, shown: Mapping[str, str] | None = None) -> str:
    """Return the text of a message that is given as HTML, with its line breaks.

    `shown` says how mentions are to be shown, by their number in the message.
    """
    reader = _Reader(shown or {})
    reader.feed(html)
    reader.close()
    return _normal("".join(reader.pieces))


def handle_of(name: str) -> str:
    """Return what somebody can be called after an @: `dana.whitfield`, of an address or a name."""
    local = name.split("@", maxsplit=1)[0].strip()
    return re.sub(r"[^\w.\-]+", ".", local).strip(".-").lower()


class _Reader(HTMLParser):
    """Collects what a reader of the page sees."""

    def __init__(self, shown: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._shown = shown
        self._hidden = 0
        self._mention: str | None = None
        self._has_begun = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, or skip what is not shown."""
        if tag in _NOT_SHOWN:
            self._hidden += 1
        elif tag == "at":
            self._mention = self._shown.get(dict(attrs).get("id") or "")
            self._add(self._mention or "")
        elif tag == "img":
            self._add(dict(attrs).get("alt") or "")  # emoji are pictures with their own character
        elif tag in _LINE_BREAKS and (tag == "br" or self._has_begun):
            self._break(always=tag == "br")

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag in _NOT_SHOWN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "at":
            self._mention = None

    def handle_data(self, data: str) -> None:
        """Keep text that is shown; the line breaks of the source are none of the text."""
        if not self._hidden and self._mention is None:
            self._add(_on_one_line(data) if data.strip() else data.strip("\r\n"))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Skip what browsers take for a comment; the library fails for most of it."""
        return self.parse_bogus_comment(i, report)

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self._has_begun = self._has_begun or bool(text.strip())

    def _break(self, *, always: bool) -> None:
        if always or not self.pieces[-1:] or not self.pieces[-1].endswith("\n"):
            self.pieces.append("\n")


def _on_one_line(text: str) -> str:
    first, *lines = text.split("\n")
    if not lines:
        return text
    *between, last = lines
    return " ".join([first.rstrip(), *filter(None, map(str.strip, between)), last.lstrip()])


def _is_escaped(text: str, html: str) -> bool:
    """Say whether a text has its `<` and `&` written as HTML does: if that alone makes both say the same.

    Nothing documents it, and it differs between clients.
    """
    if not html or "&" not in text:
        return False
    bare: Callable[[str], str] = lambda given: re.sub(r"\s+", "", given)  # noqa: E731 - said in one line
    tags = re.compile(r"</?at[^<>]*>")
    return bare(unescape(tags.sub("", text))) == bare(from_html(html)) != bare(tags.sub("", text))


def _inner(tag: str) -> str:
    return re.sub(r"</?at[^<>]*>", "", tag)


def _normal(text: str) -> str:
    """Return text with plain line breaks, without the spaces around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u200b", "").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip().removeprefix("\ufeff")
