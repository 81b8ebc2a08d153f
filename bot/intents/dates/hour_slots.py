"""Hours as they are typed and spoken: 15:30, 6.45, 1530, three twenty; and what only looks like one."""

import re
from collections.abc import Iterator, Sequence
from datetime import time

from bot.intents.dates.grammar import Found, Slot
from bot.intents.dates.numbers import DIGITS_OF_YEAR, NUMBER_SLOTS, between, number, text_at
from bot.intents.dates.tokens import Token

HOURS, MINUTES, NOON = 24, 60, 12
BEFORE_WORK = range(1, 7)
OFFICE_HOURS = range(7, 24)
LAST_MOMENT = time(23, 59)
"""Midnight ends the day that it is said with; 00:00 would be shown as the day after."""
YEARS_AS_HOURS = range(1900, 2100)
"""Four digits that are a year unless they are said to be an hour."""
SPOKEN_MINUTES = range(10, 60)

HOUR_SIGNS = frozenset({"h", "heure", "heures"})
"""Behind a number these make it an hour of its own: 14 h-14 h 30."""

FIVES = frozenset({5, 10, 20, 25})
"""The minutes that are said to an hour."""

BEFORE_MINUTES = frozenset({"at", "@", "by", "till", "until", "before", "around", "about", "is", "s"})
NOT_BEFORE_MINUTES = frozenset({"from", "between", "to", "of"})
PLURAL = re.compile(r"[a-z]{2,}[^s]s")

_NUMBER = NUMBER_SLOTS["numeral"].starts


def _minute(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the minutes of an hour; in digits there are two."""
    found = number(tokens, place)
    two_digits = tokens[place].kind == "WORD" or len(tokens[place].text) == len("00")
    if (
        found is not None
        and found[1] < MINUTES
        and two_digits
        and text_at(tokens, found[0]) not in HOUR_SIGNS
    ):
        yield found


def _to_minutes(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the five of five to four; digits behind a preposition only, and no count: pages 10 to 12."""
    found = number(tokens, place)
    if found is None or found[1] not in FIVES:
        return
    before = text_at(tokens, place - 1) if place else ""
    if tokens[place].kind == "NUMBER":
        if before in BEFORE_MINUTES:
            yield found
    elif before not in NOT_BEFORE_MINUTES and not PLURAL.fullmatch(before):
        yield found


def _hour_in_words(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match trois, not 3."""
    found = number(tokens, place)
    if found is not None and found[1] < HOURS and tokens[place].kind == "WORD":
        yield found


def _spoken(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match three twenty, nine fifty-nine, 12 15."""
    hour = number(tokens, place)
    if hour is None or hour[1] >= HOURS or tokens[place].text[0] == "0":
        return
    if text_at(tokens, hour[0]) in {"o", "oh"} and tokens[place].kind == "WORD":
        few = number(tokens, hour[0] + 1)
        if few is not None and 1 <= few[1] < SPOKEN_MINUTES[0]:
            yield few[0], time(afternoon_if_bare(hour[1]), few[1])
    minute = number(tokens, hour[0])
    if minute is not None and minute[1] in SPOKEN_MINUTES and tokens[place].kind == tokens[hour[0]].kind:
        yield minute[0], time(afternoon_if_bare(hour[1]), minute[1])


def _spoken_words(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match three twenty, not 3 20."""
    if tokens[place].kind == "WORD":
        yield from _spoken(tokens, place)


def afternoon_if_bare(hour: int) -> int:
    """Return the hour of 24 for a bare one: nobody promises anything for 3 in the morning."""
    return hour + NOON if hour in BEFORE_WORK else hour


def _colon(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 15:30; without a leading zero, 3:30 is a bare hour."""
    hour, minute = tokens[place].value[:2]
    if (hour, minute) == (HOURS, 0):
        yield place + 1, LAST_MOMENT
    elif hour < HOURS and minute < MINUTES:
        yield place + 1, time(hour if tokens[place].text[0] == "0" else afternoon_if_bare(hour), minute)


def _office_hour(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 15 h and 15 h 30; up to 6 h it is how long."""
    found = number(tokens, place)
    if found is not None and found[1] in OFFICE_HOURS and text_at(tokens, found[0]) == "h":
        yield found[0] + 1, time(found[1])
        minute = number(tokens, found[0] + 1)
        if minute is not None and minute[1] < MINUTES and len(tokens[found[0] + 1].text) == len("30"):
            yield minute[0], time(found[1], minute[1])


def _point(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 6.45 as an hour."""
    if re.fullmatch(r"\d{1,2}\.\d\d", tokens[place].text):
        hour, minute = tokens[place].value
        if hour < HOURS and minute < MINUTES:
            yield place + 1, time(afternoon_if_bare(hour), minute)


def _four_digits(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 1530 and 930."""
    text = tokens[place].text
    hour, minute = divmod(tokens[place].value[0], 100)
    if len(text) in {DIGITS_OF_YEAR - 1, DIGITS_OF_YEAR} and hour < HOURS and minute < MINUTES:
        yield place + 1, time(hour if len(text) == DIGITS_OF_YEAR else afternoon_if_bare(hour), minute)


def _four_digits_but_no_year(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    if tokens[place].value[0] not in YEARS_AS_HOURS:
        yield from _four_digits(tokens, place)


def _four_digits_of_24(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 1530, not 930 nor 2026."""
    if len(tokens[place].text) == DIGITS_OF_YEAR:
        yield from _four_digits_but_no_year(tokens, place)


def _few_minutes(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the 5 of 9 h 5."""
    if len(tokens[place].text) == 1:
        yield place + 1, tokens[place].value[0]


def _no_clock(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 25:00, 9:75 and 26 h, which look like an hour and are none."""
    kind, value = tokens[place].kind, tokens[place].value
    if kind == "COLON" and (value[0] >= HOURS or value[1] >= MINUTES) and value[:2] != (HOURS, 0):
        yield place + 1, value
    elif kind == "NUMBER" and value[0] >= HOURS and text_at(tokens, place + 1) in {"h", "am", "pm"}:
        yield place + 2, value


HOUR_SLOTS = {
    "hour": between(0, HOURS - 1),
    "minute": Slot(match=_minute, starts=_NUMBER),
    "hour_of_12": between(1, NOON),
    "to_minutes": Slot(match=_to_minutes, starts=_NUMBER),
    "seconds": Slot(match=_minute, starts=_NUMBER),
    "hour_in_words": Slot(match=_hour_in_words, starts=_NUMBER),
    "few_minutes": Slot(match=_few_minutes, starts=frozenset({"NUMBER"})),
    "spoken": Slot(match=_spoken, starts=_NUMBER),
    "spoken_words": Slot(match=_spoken_words, starts=_NUMBER),
    "colon": Slot(match=_colon, starts=frozenset({"COLON"})),
    "point": Slot(match=_point, starts=frozenset({"CODE"})),
    "office_hour": Slot(match=_office_hour, starts=_NUMBER),
    "four_digits": Slot(match=_four_digits, starts=frozenset({"NUMBER"})),
    "four_digits_no_year": Slot(match=_four_digits_but_no_year, starts=frozenset({"NUMBER"})),
    "four_digits_of_24": Slot(match=_four_digits_of_24, starts=frozenset({"NUMBER"})),
    "no_clock": Slot(match=_no_clock, starts=frozenset({"COLON", "NUMBER"})),
}
