"""What varies in a phrase: numbers, names of days and months, and conditions on what stands beside."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from typing import Final

from bot.intents.dates.grammar import Found, Slot
from bot.intents.dates.lexicon import (
    ARTICLES,
    COMPOUNDS,
    GO_ON,
    INTRODUCE_EN,
    INTRODUCE_FR,
    MONTHS,
    NUMBERS,
    ORDINAL_ENDINGS,
    ORDINALS,
    SHORT_WEEKDAYS_EN,
    SHORT_WEEKDAYS_FR,
    UNITS,
    WEEKDAYS,
)
from bot.intents.dates.tokens import Token

HOURS, MINUTES, NOON = 24, 60, 12
DASHES = frozenset("-–—")
BEFORE_WORK = range(1, 7)
LARGEST_COUNT = 999
LARGEST_DAY = 39
"""Above 31 a day is impossible, which is worth saying; above 39 the number is no day at all."""


def _vocabulary(words: Mapping[str, object]) -> Slot:
    """Match one of `words`."""

    def slot(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        if _text(tokens, place) in words:
            yield place + 1, words[tokens[place].text]

    return slot


def _weekday(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the name of a day; a short one only behind a preposition of its language."""
    word = _text(tokens, place)
    before = tokens[place - 1].text if place else ""
    for names, introduce in (
        (WEEKDAYS, None),
        (SHORT_WEEKDAYS_EN, INTRODUCE_EN),
        (SHORT_WEEKDAYS_FR, INTRODUCE_FR),
    ):
        if word in names and (introduce is None or before in introduce):
            yield place + 1, names[word]
            return


def _kind(kind: str) -> Slot:
    """Match a token of this kind, as its numbers."""

    def slot(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        if place < len(tokens) and tokens[place].kind == kind:
            yield place + 1, tokens[place].value

    return slot


def _number(tokens: Sequence[Token], place: int) -> Iterator[tuple[int, int]]:
    """Match digits, or a number in words up to ninety-nine (twenty-one, vingt et un, dix-sept)."""
    if place >= len(tokens):
        return
    if tokens[place].kind == "number":
        yield place + 1, tokens[place].value[0]
        return
    tens = NUMBERS.get(tokens[place].text)
    if tens is None:
        return
    ones = place + 2 if _text(tokens, place + 1) == "et" else place + 1
    more = NUMBERS.get(_text(tokens, ones), 1 if _text(tokens, ones) in {"un", "une"} else 0)
    joins = more in COMPOUNDS.get(tens, ())
    yield (ones + 1, tens + more) if joins else (place + 1, tens)


def _text(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text if place < len(tokens) else ""


def _between(low: int, high: int) -> Slot:
    def slot(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        return (found for found in _number(tokens, place) if low <= found[1] <= high)

    return slot


def _count(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match how many: a number, or an article for one."""
    if place < len(tokens) and tokens[place].text in ARTICLES:
        yield place + 1, 1
    yield from _between(1, LARGEST_COUNT)(tokens, place)


def _nth(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 1st, 22nd, 1er."""
    if _text(tokens, place + 1) in ORDINAL_ENDINGS and tokens[place].kind == "number":
        number = tokens[place].value[0]
        if tokens[place].end == tokens[place + 1].start and 1 <= number <= LARGEST_DAY:
            yield place + 2, number


def _ordinal(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 1st, first, twenty-first, premier."""
    yield from _nth(tokens, place)
    tens = {"twenty": 20, "thirty": 30}.get(_text(tokens, place))
    ones = ORDINALS.get(_text(tokens, place if tens is None else place + 1))
    if ones is not None:
        yield (place + 1, ones) if tens is None else (place + 2, tens + ones)


def _numeral(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 15, quinze, 1er."""
    yield from _between(1, LARGEST_DAY)(tokens, place)
    yield from _nth(tokens, place)


def _day_of_month(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match any of 15, fifteen, 15th and fifteenth."""
    yield from _between(1, LARGEST_DAY)(tokens, place)
    yield from _ordinal(tokens, place)


def _minute(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the minutes of an hour; in digits there are two."""
    for end, number in _number(tokens, place):
        if number < MINUTES and (tokens[place].kind == "word" or len(tokens[place].text) == len("00")):
            yield end, number


def afternoon_if_bare(hour: int) -> int:
    """Return the hour of 24 for a bare one: nobody promises anything for 3 in the morning."""
    return hour + NOON if hour in BEFORE_WORK else hour


def _colon(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 15:30; without a leading zero, 3:30 is a bare hour."""
    if place < len(tokens) and tokens[place].kind == "colon":
        hour, minute = tokens[place].value[:2]
        if hour < HOURS and minute < MINUTES:
            yield place + 1, time(hour if tokens[place].text[0] == "0" else afternoon_if_bare(hour), minute)


def _no_clock(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 25:00, 9:75 or 25 h, which look like an hour and are none."""
    if place >= len(tokens):
        return
    kind, value = tokens[place].kind, tokens[place].value
    if kind == "colon" and (value[0] >= HOURS or value[1] >= MINUTES):
        yield place + 1, value
    elif kind == "number" and value[0] >= HOURS and _text(tokens, place + 1) in {"h", "am", "pm"}:
        yield place + 2, value


def _edge(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, where the phrase can end: not before a noun, nor amid a range (10-12)."""
    amid_range = _text(tokens, place) in DASHES and any(_number(tokens, place + 1))
    ends = place >= len(tokens) or tokens[place].kind in {"mark", "colon"} or tokens[place].text in GO_ON
    if ends and not amid_range:
        yield place, None


def _introduced(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, behind a preposition."""
    if place and tokens[place - 1].text in INTRODUCE_EN | INTRODUCE_FR:
        yield place, None


def _alone(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, where the text begins."""
    if not tokens[:place]:
        yield place, None


def _finish(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, where the text ends but for one mark."""
    if len(tokens) - place <= 1 and all(token.kind == "mark" for token in tokens[place:]):
        yield place, None


SLOTS: Final[Mapping[str, Slot]] = {
    "weekday": _weekday,
    "short": _vocabulary(SHORT_WEEKDAYS_EN | SHORT_WEEKDAYS_FR),
    "month": _vocabulary(MONTHS),
    "unit": _vocabulary(UNITS),
    "n": _count,
    "dom": _day_of_month,
    "nth": _nth,
    "ordinal": _ordinal,
    "numeral": _numeral,
    "year": _between(1000, 9999),
    "hour": _between(0, HOURS - 1),
    "minute": _minute,
    "stamp": _kind("stamp"),
    "triple": _kind("triple"),
    "pair": _kind("pair"),
    "code": _kind("code"),
    "colon": _colon,
    "no_clock": _no_clock,
    "edge": _edge,
    "introduced": _introduced,
    "alone": _alone,
    "finish": _finish,
}
