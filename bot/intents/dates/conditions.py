"""Conditions on what stands beside a phrase. Each slot matches nothing, where its condition holds."""

from collections.abc import Iterator, Sequence

from bot.intents.dates.grammar import Found, Slot
from bot.intents.dates.lexicon import (
    GO_ON,
    INTRODUCE_EN,
    INTRODUCE_FR,
    LASTING,
    LIMITS,
    NEAR_WORDS,
    SET,
    WEEKDAYS,
)
from bot.intents.dates.numbers import NUMBER_SLOTS, number, text_at
from bot.intents.dates.tokens import Token

HOUR_SIGNS = frozenset({"am", "pm", "h", "o"})
HOUR_LEADS = INTRODUCE_FR | INTRODUCE_EN | {"vers", "des", "jusqu", "les", "aux", "at", "et", "ou", "sur"}
DASHES = frozenset("-\u2013\u2014")

_COUNT = NUMBER_SLOTS["n"].starts


def _beforehand(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, behind a preposition that means earlier."""
    if text_at(tokens, place - 1) in {"before", "avant"} and place:
        yield place, None


def _not_acted(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, but behind what makes it an act: donner suite à la réunion."""
    before = text_at(tokens, place - 1) if place else ""
    if not before.startswith(("donn", "fai", "fer", "fass")):
        yield place, None


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


def _before_day(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, before a day: "half 3 tomorrow"."""
    if text_at(tokens, place) in NEAR_WORDS or text_at(tokens, place) in WEEKDAYS:
        yield place, None


def _not_lasting(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, but behind what makes a length of time last: "for 30 minutes before 5 pm"."""
    if not (place and tokens[place - 1].text in LASTING):
        yield place, None


def _no_hour(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, but before a number: "two hours after 3 pm" counts from there."""
    if place >= len(tokens) or tokens[place].kind not in {"NUMBER", "COLON"}:
        yield place, None


def _amid(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, behind a word that introduces no hour."""
    before = tokens[place - 1] if place else None
    if before is not None and before.kind == "WORD" and before.text not in HOUR_LEADS:
        yield place, None


def _said_to_be(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, behind what says that an hour follows: the deadline is 5 tomorrow."""
    if place and tokens[place - 1].text in {"is", "s", "say", "meet", "call"}:
        yield place, None


def _setting(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match nothing, just behind what is set to a number."""
    if any(token.text in SET for token in tokens[max(place - 4, 0) : place]):
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


CONDITIONS = {
    "edge": Slot(match=_edge),
    "not_acted": Slot(match=_not_acted, starts=frozenset({"suite"})),
    "no_hour": Slot(match=_no_hour),
    "amid": Slot(match=_amid, starts=_COUNT),
    "setting": Slot(match=_setting, starts=frozenset({"a", "at", "vers"})),
    "said_to_be": Slot(match=_said_to_be, starts=_COUNT),
    "before_day": Slot(match=_before_day, starts=NEAR_WORDS | WEEKDAYS.keys()),
    "not_lasting": Slot(match=_not_lasting, starts=_COUNT),
    "introduced": Slot(match=_introduced),
    "beforehand": Slot(match=_beforehand),
    "limited": Slot(match=_limited),
    "alone": Slot(match=_alone),
    "finish": Slot(match=_finish),
    "close": Slot(match=_close),
}
