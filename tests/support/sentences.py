"""Which sentences of the words files stand on cards and forms, found by their patterns alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import resources

from fluent.syntax import FluentParser, ast

from bot.domain.people import Language

_NOT_READ = {"payload", "kind", "language", "tone", "style", "key", "type", "value", "required"}
_JOINTS = re.compile(r" · |\n")
_LONGEST = 700
"""Longer texts are somebody's own words."""


@cache
def patterns(language: Language) -> dict[str, re.Pattern[str]]:
    """Return, for the key of each sentence, what it looks like with anything in its placeholders."""
    source = resources.files("bot.words").joinpath(f"{language}.ftl").read_text(encoding="utf-8")
    messages = (entry for entry in FluentParser().parse(source).body if isinstance(entry, ast.Message))
    return {each.id.name: re.compile(_pattern(each.value), re.DOTALL) for each in messages if each.value}


def _pattern(pattern: ast.Pattern) -> str:
    return "".join(
        re.escape(element.value) if isinstance(element, ast.TextElement) else _placeable(element.expression)
        for element in pattern.elements
    )


def _placeable(expression: object) -> str:
    match expression:
        case ast.SelectExpression(variants=variants):
            return f"(?:{'|'.join(_pattern(variant.value) for variant in variants)})"
        case ast.StringLiteral():
            return re.escape(expression.parse()["value"])
        case _:
            return "(.+?)"


def texts(value: object) -> Iterator[str]:
    """Yield everything that can be read on a card or form."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in _NOT_READ:
                yield from texts(getattr(value, each.name))


def said(language: Language, read: Iterable[str]) -> set[str]:
    """Return the keys of the sentences that stand in these texts, by themselves or within one another."""
    looked = patterns(language)
    found: set[str] = set()
    seen: set[str] = set()
    waiting = [part for text in read for part in (text, *_JOINTS.split(text))]
    while waiting:
        text = waiting.pop()
        if text in seen or len(text) > _LONGEST:
            continue
        seen.add(text)
        for key, pattern in looked.items():
            if match := pattern.fullmatch(text):
                found.add(key)
                waiting += [part for part in match.groups() if part]
    return found
