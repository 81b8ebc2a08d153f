"""One language's text in the other's words file: what was copied, and never written in its own language."""

import re
from collections.abc import Iterator, Mapping

from fluent.syntax import FluentParser, ast

_ENGLISH = """
and are as at be been by can from has have how if in is it its no not of or that the their them they this to was
were what when which who whose will with you your
"""
_FRENCH = """
au aux avec ce ces cette dans de des du elle en est et il la le les leur leurs ne où ou par pas pour que qui sa se ses
son sont sur un une vos votre vous à été être
"""
OTHERS: Mapping[str, frozenset[str]] = {
    "en": frozenset(_FRENCH.split()),
    "fr": frozenset(_ENGLISH.split()),
}
"""By the language of a file, small words that only the other language has."""

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|/engage [^\n]*")
_PUT_IN = re.compile(r"\{[^{}\n]*\}")
_NAME = re.compile(r"[A-Z]\w+(?: [A-Z]\w+)*")


def values(source: str) -> Mapping[str, tuple[int, str]]:
    """Return key → (line, text of its value with its variants) of a words file."""
    found: dict[str, tuple[int, str]] = {}
    for entry in FluentParser().parse(source).body:
        if isinstance(entry, ast.Message) and entry.span and entry.value and entry.value.span:
            text = source[entry.value.span.start : entry.value.span.end]
            found[entry.id.name] = (source.count("\n", 0, entry.span.start) + 1, text)
    return found


def copied(language: str, source: str, other: str) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each message that has the other language's text, whole or by its small words."""
    others = {_plain(text) for _, text in values(other).values()}
    for line, text in values(source).values():
        said = _plain(text)
        words = re.findall(r"[^\W\d_]+", _QUOTED.sub(" ", _PUT_IN.sub(" ", text)))
        is_same = len(words) > 1 and said in others and not _NAME.fullmatch(said)
        if is_same or OTHERS[language] & {word.lower() for word in words}:
            yield line, " ".join(text.split())


def _plain(text: str) -> str:
    return " ".join(text.split()).lower() if not _NAME.fullmatch(text) else text
