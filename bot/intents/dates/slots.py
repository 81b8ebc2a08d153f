"""What varies in a phrase: names of days and months, typed dates, lengths, marks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from fractions import Fraction
from typing import Final

from bot.intents.dates.conditions import CONDITIONS
from bot.intents.dates.day_names import DAY_SLOTS, vocabulary
from bot.intents.dates.grammar import Found, Slot
from bot.intents.dates.hour_slots import HOUR_SLOTS, OFFICE_HOURS
from bot.intents.dates.lexicon import (
    BE,
    BOOKS,
    BYGONE,
    DOZENS,
    GO_ON,
    LAST,
    MONTHS,
    NAMES_OF_BOOKS,
    UNITS,
    ZONES,
)
from bot.intents.dates.numbers import LARGEST_COUNT, NUMBER_SLOTS, between, text_at
from bot.intents.dates.spans import SEASONS
from bot.intents.dates.tokens import Token
from bot.intents.dates.zones import ZONE_OF

LONGEST_YEAR, LONGEST_MONTH = 12, 31
FEBRUARY = 2


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


def _leap_date(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match Feb 29 and 29 février, without a year."""
    day = next(
        (at for at in (place, place + 1) if tokens[place : place + 2] and text_at(tokens, at) == "29"), None
    )
    if day is None:
        return
    month = place + (day == place)
    end = place + 2
    if month == place and text_at(tokens, end) == "th":
        end += 1
    if MONTHS.get(text_at(tokens, month)) == FEBRUARY and not _year_follows(tokens, end):
        yield end, None


def _year_follows(tokens: Sequence[Token], place: int) -> bool:
    following = place + (text_at(tokens, place) in {",", "."})
    return following < len(tokens) and tokens[following].kind == "NUMBER"


def _late_hour(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 7 to 23 in digits."""
    hour = tokens[place].value[0]
    if hour in OFFICE_HOURS:
        yield place + 1, time(hour)


def _book(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the book of John 3:16; the name of somebody only where the text begins."""
    if tokens[place].text in BOOKS or place == 0:
        yield place + 1, None


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


def _half_pair(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the 1/2 of 2 1/2."""
    if tokens[place].value in {(1, 2), (1, 4), (3, 4)}:
        yield place + 1, Fraction(*tokens[place].value)


def _tight(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 10d, 2w and 3j, as the number and its unit."""
    unit = {"d": "day", "j": "day", "w": "week"}.get(text_at(tokens, place + 1))
    if unit and tokens[place].end == tokens[place + 1].start and tokens[place].value[0] <= LARGEST_COUNT:
        yield place + 2, (tokens[place].value[0], unit)


def _zone(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match ET, HNE; what is also a word only in capitals, or beside am and pm."""
    token = tokens[place]
    after_half = place and tokens[place - 1].text in {"am", "pm"} and token.text == "est"
    if token.kind == "ZONE" or token.text in ZONES or after_half:
        yield place + 1, ZONE_OF.get(token.text)


def _mark(marks: str) -> Slot:
    """Match one of these marks."""

    def match(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        if tokens[place].text in marks:
            yield place + 1, None

    return Slot(match=match, starts=frozenset(marks))


SLOTS: Final[Mapping[str, Slot]] = {
    **NUMBER_SLOTS,
    **HOUR_SLOTS,
    **DAY_SLOTS,
    **CONDITIONS,
    "unit": vocabulary(UNITS),
    "stamp": _kind("STAMP"),
    "triple": _kind("TRIPLE"),
    "brief": _kind("BRIEF"),
    "dashed": Slot(match=_dashed, starts=frozenset({"BRIEF"})),
    "pair": Slot(match=_pair, starts=frozenset({"PAIR"})),
    "code": _kind("CODE"),
    "decimal": Slot(match=_decimal, starts=frozenset({"PAIR", "CODE"})),
    "unit_ahead": vocabulary(
        {word: unit for word, unit in UNITS.items() if unit in {"week", "month", "year"}}
    ),
    "half_pair": Slot(match=_half_pair, starts=frozenset({"PAIR"})),
    "tight": Slot(match=_tight, starts=frozenset({"NUMBER"})),
    "dozens": vocabulary(DOZENS),
    "season": vocabulary(SEASONS),
    "short_unit": vocabulary({word: unit for word, unit in UNITS.items() if unit in {"hour", "minute"}}),
    "spread": _two_numbers("-"),
    "dotted": _two_numbers(".-"),
    "years": _two_numbers("-/"),
    "zone": Slot(match=_zone, starts=ZONES | {"ZONE", "est"}),
    "bygone": Slot(match=_bygone, starts=BYGONE),
    "opening": _mark("("),
    "closing": _mark(")"),
    "noun": Slot(match=_noun, starts=frozenset({"WORD"})),
    "book": Slot(match=_book, starts=BOOKS | NAMES_OF_BOOKS),
    "lasting": vocabulary(dict.fromkeys(LAST)),
    "few": between(2, 6),
    "late_hour": Slot(match=_late_hour, starts=frozenset({"NUMBER"})),
    "leap_date": Slot(
        match=_leap_date, starts=frozenset({"29", "february", "feb", "fev", "fevr", "fevrier"})
    ),
}
