"""What varies in a phrase: names of days and months, typed dates, and conditions on what stands beside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from bot.intents.dates.grammar import Found, Slot
from bot.intents.dates.hour_slots import HOUR_SLOTS
from bot.intents.dates.lexicon import (
    BE,
    BYGONE,
    GO_ON,
    INTRODUCE_EN,
    INTRODUCE_FR,
    INTRODUCE_SHORT,
    LIMITS,
    MONTHS,
    PLURAL_WEEKDAYS,
    SHORT_WEEKDAYS_EN,
    SHORT_WEEKDAYS_FR,
    UNITS,
    WEEKDAYS,
    WORDS_TOO,
    ZONES,
)
from bot.intents.dates.numbers import NUMBER_SLOTS, number, text_at
from bot.intents.dates.tokens import Token

HOURS, MINUTES, NOON = 24, 60, 12
HOUR_SIGNS = frozenset({"am", "pm", "h", "o"})
DASHES = frozenset("-\u2013\u2014")
LONGEST_YEAR, LONGEST_MONTH = 12, 31
BEFORE_WORK = range(1, 7)
OFFICE_HOURS = range(7, 24)
YEARS_AS_HOURS = range(1900, 2100)
"""Four digits that are a year unless they are said to be an hour."""
SPOKEN_MINUTES = range(10, 60)


def _vocabulary(words: Mapping[str, object]) -> Slot:
    """Match one of `words`."""

    def match(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        word = tokens[place].text
        if word in words:
            yield place + 1, words[word]

    return Slot(match=match, starts=frozenset(words))


def _weekday(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the name of a day; a short one behind a preposition or with its full stop."""
    word = tokens[place].text
    before = tokens[place - 1].text if place else ""
    for names, introduce in (
        (WEEKDAYS, None),
        (SHORT_WEEKDAYS_EN, INTRODUCE_EN),
        (SHORT_WEEKDAYS_FR, INTRODUCE_SHORT if word in WORDS_TOO else INTRODUCE_FR),
    ):
        if word in names and (introduce is None or before in introduce or _stopped(tokens, place)):
            yield place + 1, names[word]
            return


def _stopped(tokens: Sequence[Token], place: int) -> bool:
    """Tell an abbreviation that was written with its full stop, alone or before what goes on."""
    token = tokens[place]
    if token.end - token.start == len(token.text):
        return False
    if place + 1 == len(tokens):
        return place == 0
    return tokens[place + 1].kind in {"NUMBER", "COLON"} or tokens[place + 1].text in GO_ON


def _kind(kind: str) -> Slot:
    """Match a token of this kind, as its numbers."""

    def match(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        if tokens[place].kind == kind:
            yield place + 1, tokens[place].value

    return Slot(match=match, starts=frozenset({kind}))


def _pair(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 11/03; 2/3 may be one, 50/50 is none."""
    value = tokens[place].value
    if 1 <= min(value) <= LONGEST_YEAR and max(value) <= LONGEST_MONTH:
        yield place + 1, value


def _beforehand(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, behind a preposition that means earlier."""
    if text_at(tokens, place - 1) in {"before", "avant"} and place:
        yield place, None


def _dashed(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 30-11-26 where it can be a date."""
    token = tokens[place]
    if (
        "-" in token.text
        and 1 <= min(token.value[:2]) <= LONGEST_YEAR
        and max(token.value[:2]) <= LONGEST_MONTH
    ):
        yield place + 1, token.value


def _noun(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match a word that goes on with what was said: "the 5 November minutes"."""
    if tokens[place].kind == "WORD" and tokens[place].text not in GO_ON:
        yield place + 1, None


def _two_numbers(marks: str) -> Slot:
    """Match 10-14, 10.14 or 2026-27, as its two numbers."""

    def match(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        token = tokens[place]
        if token.value and any(mark in token.text for mark in marks):
            yield place + 1, token.value

    return Slot(match=match, starts=frozenset({"CODE"}))


def _edge(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, where the phrase can end: not before a noun, nor amid a range (10-12)."""
    if place >= len(tokens):
        yield place, None
        return
    token = tokens[place]
    before_hour = token.kind == "NUMBER" and text_at(tokens, place + 1) in HOUR_SIGNS
    amid_range = token.text in DASHES and number(tokens, place + 1) is not None
    if (token.kind in {"MARK", "COLON", "ZONE"} or token.text in GO_ON or before_hour) and not amid_range:
        yield place, None


def _introduced(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, behind a preposition."""
    if place and tokens[place - 1].text in INTRODUCE_EN | INTRODUCE_FR:
        yield place, None


def _limited(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, behind a preposition that sets a limit."""
    before = place - 1 if text_at(tokens, place - 1) not in {"le", "la"} else place - 2
    if before >= 0 and tokens[before].text in LIMITS:
        yield place, None


def _alone(_: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, where the text begins."""
    if place == 0:
        yield place, None


def _finish(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, where the text ends but for one mark."""
    if len(tokens) - place <= 1 and all(token.kind == "MARK" for token in tokens[place:]):
        yield place, None


def _close(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, where the clause ends."""
    text = text_at(tokens, place)
    before_hour = text in {"at", "a", "vers"} and text_at(tokens, place + 1)[:1].isdecimal()
    if text in {"", ",", ";", ".", "!", "?", ")", "\n"} or before_hour:
        yield place, None


def _bygone(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match a participle of what was done, unless it is to be done."""
    if tokens[place].text in BYGONE and not (place and tokens[place - 1].text in BE):
        yield place + 1, None


def _decimal(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 1.5, 1,5 and 1/2."""
    token = tokens[place]
    if token.kind == "PAIR" and 0 < token.value[0] < token.value[1]:
        yield place + 1, Fraction(*token.value)
    elif token.kind == "CODE" and len(token.value) == len(("whole", "part")):
        whole, part = (
            re.split("[.,]", token.text) if re.fullmatch(r"\d{1,3}[.,]\d{1,2}", token.text) else ("", "")
        )
        if whole:
            yield place + 1, Fraction(f"{whole}.{part}")


def _zone(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match ET, HNE; what is also a word only in capitals, or beside am and pm."""
    token = tokens[place]
    after_half = place and tokens[place - 1].text in {"am", "pm"} and token.text == "est"
    if token.kind == "ZONE" or token.text in ZONES or after_half:
        yield place + 1, None


def _mark(marks: str) -> Slot:
    """Match one of these marks."""

    def match(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        if tokens[place].text in marks:
            yield place + 1, None

    return Slot(match=match, starts=frozenset(marks))


SLOTS: Final[Mapping[str, Slot]] = {
    **NUMBER_SLOTS,
    **HOUR_SLOTS,
    "weekday": Slot(
        match=_weekday, starts=frozenset(WEEKDAYS) | SHORT_WEEKDAYS_EN.keys() | SHORT_WEEKDAYS_FR.keys()
    ),
    "weekdays": _vocabulary(WEEKDAYS | PLURAL_WEEKDAYS),
    "short": _vocabulary(SHORT_WEEKDAYS_EN | SHORT_WEEKDAYS_FR),
    "month": _vocabulary(MONTHS),
    "unit": _vocabulary(UNITS),
    "stamp": _kind("STAMP"),
    "triple": _kind("TRIPLE"),
    "brief": _kind("BRIEF"),
    "dashed": Slot(match=_dashed, starts=frozenset({"BRIEF"})),
    "pair": Slot(match=_pair, starts=frozenset({"PAIR"})),
    "code": _kind("CODE"),
    "decimal": Slot(match=_decimal, starts=frozenset({"PAIR", "CODE"})),
    "short_unit": _vocabulary({word: unit for word, unit in UNITS.items() if unit in {"hour", "minute"}}),
    "spread": _two_numbers("-"),
    "dotted": _two_numbers(".-"),
    "years": _two_numbers("-/"),
    "zone": Slot(match=_zone, starts=ZONES | {"ZONE", "est"}),
    "bygone": Slot(match=_bygone, starts=BYGONE),
    "opening": _mark("("),
    "closing": _mark(")"),
    "noun": Slot(match=_noun, starts=frozenset({"WORD"})),
    "edge": Slot(match=_edge),
    "introduced": Slot(match=_introduced),
    "beforehand": Slot(match=_beforehand),
    "limited": Slot(match=_limited),
    "alone": Slot(match=_alone),
    "finish": Slot(match=_finish),
    "close": Slot(match=_close),
}
