"""Numbers in digits and in words: 15, twenty-one, soixante-quinze, 22nd, trente et unième."""

from collections.abc import Iterator, Sequence

from bot.intents.dates.grammar import Found, Slot
from bot.intents.dates.lexicon import (
    ARTICLES,
    COMPOUNDS,
    EIGHTY,
    HUNDREDS,
    NUMBERS,
    ORDINAL_ENDINGS,
    ORDINALS,
    THOUSANDS,
)
from bot.intents.dates.tokens import Token

LARGEST_COUNT = 999
LARGEST_DAY = 39
"""Above 31 a day is impossible, which is worth saying; above 39 the number is no day at all."""
LARGEST_DIGIT = 9
DIGITS_OF_YEAR = 4
CENTURY = 2000
FIRST_SHORT_YEAR, LAST_SHORT_YEAR = 10, 99

_JOINERS = frozenset({"and", "et"})
_TENS = {"twenty": 20, "thirty": 30, "vingt": 20, "trente": 30, "dix": 10}
_NUMBER_STARTS = frozenset({"NUMBER", *NUMBERS, *HUNDREDS})
_ORDINAL_STARTS = frozenset({"NUMBER", *ORDINALS, *_TENS})


def text_at(tokens: Sequence[Token], place: int) -> str:
    """Return the folded word at `place`, empty behind the end."""
    return tokens[place].text if place < len(tokens) else ""


def number(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """Return (end, value) of the number that begins at `place`, in digits or in words below 1,000."""
    if place >= len(tokens):
        return None
    if tokens[place].kind == "NUMBER":
        return place + 1, tokens[place].value[0]
    found = _below_hundred(tokens, place)
    value = 1 if found is None else found[1]
    hundred = place if found is None else found[0]
    if value <= LARGEST_DIGIT and text_at(tokens, hundred) in HUNDREDS:
        found = _more(tokens, hundred + 1, value * 100)
    return None if found is None else _repeated(tokens, *found)


def _below_hundred(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    tens = NUMBERS.get(text_at(tokens, place))
    if tens is None:
        return None
    if (text_at(tokens, place), text_at(tokens, place + 1).rstrip("s")) == EIGHTY:
        rest = NUMBERS.get(text_at(tokens, place + 2), 0)
        return (place + 3, 80 + rest) if 0 < rest < NUMBERS["vingt"] else (place + 2, 80)
    ones = place + 2 if text_at(tokens, place + 1) == "et" else place + 1
    more = NUMBERS.get(text_at(tokens, ones), 1 if text_at(tokens, ones) in {"un", "une"} else 0)
    if tens == 60 and more == 10:  # noqa: PLR2004 - soixante-dix-sept
        unit = NUMBERS.get(text_at(tokens, ones + 1), 0)
        return (ones + 2, 70 + unit) if unit in COMPOUNDS[10] else (ones + 1, 70)
    return (ones + 1, tens + more) if more in COMPOUNDS.get(tens, ()) else (place + 1, tens)


def _more(tokens: Sequence[Token], place: int, base: int) -> tuple[int, int]:
    """Add what follows hundreds or thousands, if anything does."""
    rest = _below_hundred(tokens, place + (text_at(tokens, place) in _JOINERS))
    return (place, base) if rest is None else (rest[0], base + rest[1])


def _repeated(tokens: Sequence[Token], end: int, value: int) -> tuple[int, int]:
    """Take the digits that contracts write after a word: sixteen (16)."""
    if text_at(tokens, end) == "(" and text_at(tokens, end + 2) == ")" and tokens[end + 1].value == (value,):
        return end + 3, value
    return end, value


def between(low: int, high: int) -> Slot:
    """Match a number from `low` to `high`."""

    def match(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        found = number(tokens, place)
        if found is not None and low <= found[1] <= high:
            yield found

    return Slot(match=match, starts=_NUMBER_STARTS)


def _count(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match how many: a number, or an article for one."""
    if place < len(tokens) and tokens[place].text in ARTICLES:
        yield place + 1, 1
        if text_at(tokens, place + 1) == "hundred":
            yield place + 2, 100
    found = number(tokens, place)
    if found is not None and 1 <= found[1] <= LARGEST_COUNT:
        yield found


def _nth(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 1st, 22nd, 1er."""
    if text_at(tokens, place + 1) in ORDINAL_ENDINGS and tokens[place].kind == "NUMBER":
        value = tokens[place].value[0]
        if tokens[place].end == tokens[place + 1].start and 1 <= value <= LARGEST_DAY:
            yield place + 2, value


def _ordinal(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 1st, first, twenty-first, premier, vingt et unième, dix-septième."""
    yield from _nth(tokens, place)
    tens = _TENS.get(text_at(tokens, place))
    ones = place if tens is None else place + 1 + (text_at(tokens, place + 1) == "et")
    value = ORDINALS.get(text_at(tokens, ones))
    if value is not None and (tens is None or value <= LARGEST_DIGIT):
        yield ones + 1, value + (tens or 0)


def _numeral(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 15, quinze, 1er."""
    found = number(tokens, place)
    if found is not None and 1 <= found[1] <= LARGEST_DAY:
        yield found
    yield from _nth(tokens, place)


def _day_of_month(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match any of 15, fifteen, 15th and fifteenth."""
    found = number(tokens, place)
    if found is not None and 1 <= found[1] <= LARGEST_DAY:
        yield found
    yield from _ordinal(tokens, place)


def _digits(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match a day or a month in digits."""
    if 1 <= tokens[place].value[0] <= LARGEST_DAY:
        yield place + 1, tokens[place].value[0]


def _year(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match 2027, two thousand (and) thirty, deux mille trente, twenty thirty."""
    token = tokens[place]
    if token.kind == "NUMBER":
        if len(token.text) == DIGITS_OF_YEAR:
            yield place + 1, token.value[0]
    elif token.text in {"two", "deux"} and text_at(tokens, place + 1) in THOUSANDS:
        yield _more(tokens, place + 2, CENTURY)
    else:
        rest = number(tokens, place + 1)
        if rest is not None and FIRST_SHORT_YEAR <= rest[1] <= LAST_SHORT_YEAR:
            yield rest[0], CENTURY + rest[1]


def _short_year(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the 27 of 2027, in two digits."""
    token = tokens[place]
    if len(token.text) == len("27") and token.value[0] >= FIRST_SHORT_YEAR:
        yield place + 1, CENTURY + token.value[0]


NUMBER_SLOTS = {
    "n": Slot(match=_count, starts=_NUMBER_STARTS | ARTICLES.keys()),
    "more": Slot(match=_count, starts=_NUMBER_STARTS | ARTICLES.keys()),
    "dom": Slot(match=_day_of_month, starts=_NUMBER_STARTS | _ORDINAL_STARTS),
    "dom_to": Slot(match=_day_of_month, starts=_NUMBER_STARTS | _ORDINAL_STARTS),
    "nth": Slot(match=_nth, starts=frozenset({"NUMBER"})),
    "ordinal": Slot(match=_ordinal, starts=_ORDINAL_STARTS),
    "numeral": Slot(match=_numeral, starts=_NUMBER_STARTS),
    "year": Slot(match=_year, starts=frozenset({"NUMBER", "two", "deux", "twenty"})),
    "short_year": Slot(match=_short_year, starts=frozenset({"NUMBER"})),
    "digits": Slot(match=_digits, starts=frozenset({"NUMBER"})),
    "other_digits": Slot(match=_digits, starts=frozenset({"NUMBER"})),
    "part_of_year": between(1, LARGEST_DIGIT),
}
