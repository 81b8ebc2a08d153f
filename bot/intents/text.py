"""Typed text made ready to be understood: cleaned, and taken apart word by word.

Comparison is folded (no case, no accents), yet what is left over keeps the person's own spelling.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import islice
from typing import TypeVar

from bot.domain.people import folded

MeaningT = TypeVar("MeaningT")

LONGEST_TEXT = 10_000
"""Characters; more than a person types, less than any platform's largest message."""

_ADDRESS = re.compile(r"^\s*(?:[/@]engage\b|engage\b(?!\s*:))[,:]?\s*", re.IGNORECASE)
_THANKS = re.compile(
    r"(?:^|(?<![\s,.;!])[\s,.;!]++)(?:please|thanks|thank you|svp|stp|s['\u2019]il (?:te|vous) pla[iî]t|merci)[.!\s]*+$",
    re.IGNORECASE,
)
_BIDI_OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_NUMBER = re.compile(r"(?:n[o°º]\.?\s?|#|№\s?)?(\d{1,9})(?:[.,;!?]*(?!\S)|:)\s*", re.IGNORECASE)


def clean(text: str) -> str:
    """Drop what no person means: control characters, half characters, and overrides of direction.

    Line breaks stay; text from right to left stays as it is, since its letters carry their direction. What
    nobody can see, such as a space without width alone, is nothing.
    """
    kept = "".join(
        character
        for character in text.translate(_BIDI_OVERRIDES).replace("\r\n", "\n").replace("\t", " ")
        if character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"}
    )
    text = kept.strip()
    return text if any(unicodedata.category(character) != "Cf" for character in text) else ""


def without_address(text: str) -> str:
    """Drop a leading `/engage`, `engage` or `@Engage`, and the slash before a command of a menu such as `/mine`."""
    return re.sub(r"^/(?=[^\W\d_])", "", _ADDRESS.sub("", text, count=1))


def without_thanks(text: str) -> str:
    """Drop a "thanks" or « s'il vous plaît » at the end, which is said to Engage."""
    return _THANKS.sub("", text)


def take(text: str, spellings: Sequence[tuple[str, MeaningT]]) -> tuple[MeaningT, str] | None:
    """Return (meaning, rest) if `text` begins with one of the spellings, the longest first."""
    longest = max((spelling.count(" ") for spelling, _ in spellings), default=0) + 1
    ends = [word.end() for word in islice(re.finditer(r"\S+", text), longest)]
    heads = [folded(text[:end]).rstrip(":,;.!") for end in ends]
    for spelling, meaning in spellings:
        count = spelling.count(" ")
        if count < len(heads) and heads[count] in {spelling, spelling.rstrip("'")}:
            return meaning, text[ends[count] :].strip()
    return None


def take_word(text: str, words: Sequence[str]) -> str | None:
    """Return what follows if `text` begins with one of `words`, else None."""
    taken = take(text, [(folded(word), word) for word in sorted(words, key=len, reverse=True)])
    return None if taken is None else taken[1]


def take_number(text: str) -> tuple[int, str] | None:
    """Return (number, rest) if `text` begins with the number of a promise, with or without a #."""
    match = _NUMBER.match(text)
    return None if match is None else (int(match[1]), text[match.end() :].strip())


def take_handle(text: str) -> tuple[str, str] | None:
    """Return (handle without @, rest) if `text` begins with @somebody."""
    match = re.match(r"@([\w.\-]+)\s*", text)
    return None if match is None else (match[1].rstrip(".-"), text[match.end() :])


def after_colon(text: str) -> str:
    """Drop a leading colon or dash and the space around it."""
    return re.sub(r"^[\s:\-–—,]+", "", text)


def split_at_colon(text: str) -> tuple[str, str] | None:
    """Split at the first colon that is not inside a time such as 15:30 or an address such as https://.

    A full-width colon, as Chinese and Japanese keyboards have it, is one as well.
    """
    match = re.search(r"(?<!\d)[:\uff1a](?!//)|(?<=\d)[:\uff1a](?![\d/])", text)
    return None if match is None else (text[: match.start()].strip(), text[match.end() :].strip())


_OPENED = re.compile(r"[(\[]\s*+$")
_CLOSED = re.compile(r"^\s*[)\]]")
_ENDS_LOOSE = re.compile(r"(?<![\s,;:\-–—])[\s,;:\-–—]++$")
_BEGINS_LOOSE = re.compile(r"^[\s,;:\-–—]+")
_MARK = re.compile(r"[.,!?](?!\d)")


def cut(text: str, span: tuple[int, int]) -> str:
    """Return `text` without the characters of `span`, and without the marks that only set them off.

    "send it (by Friday)" leaves "send it", and so does "by Friday: send it".
    """
    before, after = text[: span[0]], text[span[1] :]
    if _OPENED.search(before) and _CLOSED.search(after):
        before, after = _OPENED.sub("", before), _CLOSED.sub("", after)
    before, after = before.rstrip(" ,;"), after.lstrip(" ,;")
    if not after.strip(".!?"):
        before = _ENDS_LOOSE.sub("", before)
    if not before.strip():
        before, after = "", _BEGINS_LOOSE.sub("", after)
    joint = " " if before and after and not _MARK.match(after) else ""
    return f"{before}{joint}{after}".strip()
