"""Sentences in the playground's page: its two tables say everything in both languages, the rest says nothing.

In JavaScript, a sentence is a string of two words and more, or one that begins with a capital letter; what is a
class, a selector, a key of the keyboard or a command that is typed is none. In HTML it is any text and any
attribute that is read, unless its element says `lang`, and one in the other language stands beside it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

TABLES = ("words.js", "commands.js")
"""Where the page's sentences stand: an `EN` and an `FR`, with the same keys."""

_SAME = {"Engage"}
"""The bot is called alike in both languages."""

_READ = {"alt", "aria-description", "aria-label", "aria-roledescription", "placeholder", "title", "value"}

_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|(?P<string>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)"
    r"|(?<=[=(,:?&|!{};\[])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/",
    re.DOTALL,
)
"""A comment, a string, or a regular expression, which may have quotes in it."""

_NOT_READ = re.compile(
    r"(?:\bclass:[^,}]*|\b(?:className|matchMedia|querySelector(?:All)?|closest|matches|import|from|case)\b|classList\.\w+|[=!]==)"
    r"[\s=(]*$"
)
_CODE = re.compile(r"/engage\b.*|[A-Z]\w+-[A-Z]\w+")
_HOLE = "…"
_SENTENCE = re.compile(
    rf"(?:[^\W\d_]{{2,}}|{_HOLE})[,;:.!?…]*\s+(?:[^\W\d_]{{2,}}|{_HOLE})|^[A-ZÀ-Ý][^\W\d_A-Z]+"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_KEY = re.compile(r"^\s+\"?([\w-]+)\"?:", re.MULTILINE)


def found_in_script(source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each sentence in a script that is no table; "…" stands for what is put into it."""
    for match in _TOKEN.finditer(source):
        text = re.sub(r"\$\{[^{}]*\}", _HOLE, (match["string"] or "")[1:-1])
        if not _SENTENCE.search(text) or not _WORD.search(text) or text in _SAME or _CODE.fullmatch(text):
            continue
        before = source[: match.start()]
        if not _NOT_READ.search(before[-80:]):
            yield before.count("\n") + 1, text


def unlike_in_table(source: str) -> Iterator[tuple[int, str]]:
    """Yield (1, text) of each key, or number of rows, that one language of a table has and the other has not."""
    tables = {
        language: found[1]
        for language in ("EN", "FR")
        if (
            found := re.search(
                rf"^const {language} = [{{\[]\n(.*?)^[}}\]];", source, re.MULTILINE | re.DOTALL
            )
        )
    }
    if len(tables) != len(("EN", "FR")):
        yield 1, "EN or FR"
        return
    english, french = (Counter(_KEY.findall(table)) for table in tables.values())
    yield from ((1, key) for key in sorted((english - french) + (french - english)))
    rows = [re.findall(r"^\s+\[.*\],$", table, re.MULTILINE) for table in tables.values()]
    if len(rows[0]) != len(rows[1]):
        yield 1, f"{len(rows[0])} rows in English, {len(rows[1])} in French"


def found_in_page(source: str) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each sentence in a page."""
    page = _Page()
    page.feed(source)
    yield from page.found
    if page.said["en"] != page.said["fr"]:
        yield 1, f"lang: {page.said['en']} times in English, {page.said['fr']} in French"


class _Page(HTMLParser):
    """Reads a page and keeps what it says itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.said: Counter[str] = Counter()
        self._inside: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        own = tag != "html" and bool(given.get("lang"))
        self.said[given.get("lang") or ""] += own
        self._inside.append((tag, own))
        for name in _READ & given.keys():
            self._read(given[name] or "")

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._read(" ".join(data.split()))

    def _read(self, text: str) -> None:
        is_none = text in _SAME or any(own or tag in {"script", "style"} for tag, own in self._inside)
        if _WORD.search(text) and not is_none:
            self.found.append((self.getpos()[0], text))
