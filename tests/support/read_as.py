"""Whether everything that somebody reads is in their language, and set as that language is set.

A text is in a language if it is one of its sentences, with what may stand in them: other sentences, days and
numbers of that language, and what people wrote themselves. What is left is a leftover of another language.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel.dates import get_day_names, get_month_names

from bot.domain.people import Language
from bot.words import LANGUAGES
from tests.support.sentences import patterns

_LOCALES = {"en": "en_CA", "fr": "fr_CA"}
_HOURS = {"en": {"a.m.", "p.m.", "a.m", "p.m"}, "fr": {"h", "1er"}}
_JOINT = re.compile(r" · |\u00a0?: | — |, | et | and | \(")
"""Between what stands beside each other: remarks, a label and its value, a command and what it does."""

_EDGES = " \u00a0\n\t•—·:…()@\u2060"
"""Around what stands beside something else, or is cut."""

_FREE = re.compile(r"https?://\S+|[\W\d_]+|[A-Z2-9]{4}-[A-Z2-9]{4}")
"""Addresses, codes, figures and signs."""

_MISSET = {
    "en": {
        "a space before a mark": re.compile(r"\S\s[:;?!»]"),
        "a straight apostrophe": re.compile(r"\w'\w"),
        "straight quotes": re.compile(r'"'),
    },
    "fr": {
        "no hard space before a mark": re.compile(r"\w[;?!»](?!\S)|\w: |\S [:;?!»]"),
        "no hard space after a guillemet": re.compile(r"«(?![\u00a0\u202f])"),
        "a straight apostrophe": re.compile(r"\w'\w"),
        "English quotes": re.compile(r"[“”\"]"),
        "a clock of twelve hours": re.compile(r"[ap]\.m\b|\d:\d\d\b"),
        "an hour that breaks": re.compile(r"\d ?h(?=\b|\d)|\d\u00a0h ?\d"),
        "a percentage that breaks": re.compile(r"\d ?%"),
        "a number that breaks": re.compile(r"n°(?!\u00a0)"),
    },
}  # fmt: skip


IN_THEMSELVES = ("button-speak",)
"""Sentences that each language has for those who do not read it yet."""


class Reader:
    """Somebody who reads `language`; `own` is what people wrote, and what they and things are called."""

    def __init__(self, language: Language, own: Iterable[str]) -> None:
        self.language = language
        self._own = _even(" \u2016 ".join(own))
        self._known: dict[str, bool] = {}

    def leftovers(self, texts: Iterable[str]) -> list[str]:
        """Return the texts of which some part is in no sentence of the language, without those around them."""
        found = sorted({text for text in self._for_them(texts) if not self._reads(text)}, key=len)
        return [text for text in found if not any(each in text for each in found if each != text)]

    def misset(self, texts: Iterable[str]) -> list[tuple[str, str]]:
        """Return the texts that are not set as the language is, each with what is wrong; people write as they like."""
        return sorted({(wrong, text) for text in self._for_them(texts) for wrong in self._wrong(text)})

    def _for_them(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield texts without the drafts to stakeholders whose language is another one."""
        read = list(texts)
        drafts = [text for text in read if self._is_draft(text)]
        yield from (_without(text, drafts) for text in read if text not in drafts)

    def _is_draft(self, text: str) -> bool:
        """Whether it is a whole letter in one of the other languages."""
        greeting = text.partition("\n")[0]
        others = [each for each in LANGUAGES if each != self.language]
        return any(
            patterns(each)["draft-greeting"].fullmatch(greeting)
            and not Reader(each, [self._own]).leftovers([text])
            for each in others
        )

    def _wrong(self, text: str) -> Iterator[str]:
        for wrong, mark in _MISSET[self.language].items():
            if not all(_even(found[0]) in self._own for found in mark.finditer(text)):
                yield wrong

    def _reads(self, text: str) -> bool:
        text = text.strip()
        if text not in self._known:
            self._known[text] = False  # no sentence is explained by itself
            self._known[text] = self._is_known(text) or (
                text != (bare := text.strip(_EDGES)) and self._reads(bare)
            )
        return self._known[text]

    def _is_known(self, text: str) -> bool:
        if _FREE.fullmatch(text) or not text or self._is_day(text) or _even(text) in self._own:
            return True
        if any(patterns(each)[key].fullmatch(text) for each in LANGUAGES for key in IN_THEMSELVES):
            return True
        if any(all(map(self._reads, parts)) for parts in _within(self.language, text)):
            return True
        if "\n" in text:
            return all(map(self._reads, text.splitlines()))
        return any(
            self._reads(text[: joint.start()]) and self._reads(text[joint.end() :])
            for joint in _JOINT.finditer(text)
        )

    def _is_day(self, text: str) -> bool:
        return all(
            word in _calendar(self.language) or word.isdigit() for word in re.split(r"[\s,:]+", text) if word
        )


@cache
def _within(language: Language, text: str) -> tuple[tuple[str, ...], ...]:
    """Return what stands in a text in each way of taking it for a sentence; buttons and help recur in every test."""
    found = (pattern.fullmatch(text) for pattern in _ordered(language))
    parts = (tuple(part for part in each.groups() if part) for each in found if each)
    return tuple(each for each in parts if text not in each)


@cache
def _ordered(language: Language) -> tuple[re.Pattern[str], ...]:
    """Return what its sentences look like, those with most words of their own first; none that is all open."""
    whole = [each.pattern for each in patterns(language).values()]
    parts = [part for each in whole for part in each.split(re.escape(" · ")) if part != each]
    found = [each for each in (*whole, *parts) if _own_words(each)]
    return tuple(
        re.compile(each, re.DOTALL) for each in sorted(found, key=lambda each: -len(_own_words(each)))
    )


def _own_words(pattern: str) -> str:
    return re.sub(r"[\s\\]", "", pattern.replace("(.+?)", "").replace("(?:", ""))


@cache
def _calendar(language: Language) -> frozenset[str]:
    names = set(_HOURS[language])
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            for get in (get_day_names, get_month_names):
                names |= {str(name) for name in get(width, context, _LOCALES[language]).values()}
    return frozenset(names)


def _even(text: str) -> str:
    return " ".join(text.replace("\u2060", "").split()).casefold()


def _without(text: str, parts: Iterable[str]) -> str:
    for each in parts:
        text = text.replace(each, "")
    return text
