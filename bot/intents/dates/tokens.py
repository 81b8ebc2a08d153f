"""Text to tokens: words folded, numbers typed, and what only looks like a date made opaque.

One regular expression, tried once at each token. Every repetition in it is bounded or possessive, or eats
what it matched, so that the work grows with the text and not faster.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bot.intents.dates.lexicon import ABBREVIATIONS, CAPITAL_ZONES

_OWED = "du\u0302"
"""Dû is the French for due; without its accent it would be du, which is no word of dates."""

LONGEST_NUMBER = 4
"""Digits; more are an identifier."""


class Token(NamedTuple):
    """A word, number or mark of a text; a tuple, since a text has hundreds and they are made often.

    `kind` is "WORD", "ZONE" (ET, EST in capitals), "NUMBER", "STAMP" (2026-03-11), "TRIPLE" (11/03/2026),
    "BRIEF" (11.03.26), "PAIR" (11/03), "COLON" (15:30), "CODE" (3.2.1), "MARK" or "OPAQUE"; in capitals, so
    that no word is one. `text` is the folded word, empty for opaque ("3p" has "lonepm"); `value` has the
    numbers, as written.
    """

    kind: str
    text: str
    start: int
    end: int
    value: tuple[int, ...] = ()


_ALONE = r"(?<![\w/.:\-])"
"""Before a typed number: it is not the tail of a path, a version or a name with underscores."""

_ENDS = r"(?![\w/]|[\-.:]\w|,\d)"
"""After a typed number: it is not the head of one."""

_HALF = r"(?: \s? [ap]\.?\ ?m\b | [ap]\b )"
"""What makes 3.15 a clock time."""

_LEXEME = re.compile(
    rf"""
    (?P<OPAQUE>
        (?: https?:// | www\. ) \S++                        # addresses
      | \w[\w\-]{{0,62}}+ \. (?: com|org|net|ca|io|gov|edu|info ) \b
      | @[^\W\d_] [\w.\-]*+                                 # handles
      | [\w.+\-]{{1,64}}+ @ [^\W\d_] [\w.\-]*+                  # e-mail
      | "[^"\n]{{1,200}}" | “[^”\n]{{1,200}}” | «[^»\n]{{1,200}}»
      | [$€£\#] \s? \d [\d.,]{{0,30}}+                      # money, ticket numbers
      | \d [\d.,]{{0,30}}+ \s? [$€£%]
      | (?<!\w) (?-i:A) \d{{1,2}} (?!\w)                    # sheets of paper
    )
  | {_ALONE} (?P<STAMP>  \d{{4}} - \d{{1,2}} - \d{{1,2}}
                         (?: T \d{{1,2}} : \d\d (?: :\d\d )? (?: Z | [+\-]\d\d:?\d\d )? )? ) {_ENDS}
  | {_ALONE} (?P<TRIPLE> \d{{1,2}} (?P<mark_of_date>[/.\-]) \d{{1,2}} (?P=mark_of_date) \d{{4}}
                       | \d{{1,2}} / \d{{1,2}} / \d\d
                       | \d{{4}} / \d{{1,2}} / \d{{1,2}} ) {_ENDS}
  | {_ALONE} (?P<BRIEF>  \d{{1,2}} (?P<short_mark>[.\-]) \d{{1,2}} (?P=short_mark) \d\d
                       | \d{{4}} \. \d{{1,2}} \. \d{{1,2}} ) {_ENDS}
  | {_ALONE} (?P<PAIR>   \d{{1,2}} / \d{{1,2}} ) (?= (?: h | hrs? | hours? )\b | {_ENDS} )
  | {_ALONE} (?P<COLON>  \d{{1,2}} (?: : \d\d (?: :\d\d )? | \.\d\d (?= {_HALF} ) ) )
             (?= {_HALF} | {_ENDS} )
  | (?P<PIECE>    (?<=[^\W\d_][/.\-]) \d{{1,2}} (?= [/.\-] \d{{4}} (?![\w/.\-]\w) )
                | \d{{1,4}} (?= [/\-] \d{{1,4}} [/\-] [^\W\d_]{{3}} ) )   # Sep-23-2027, 23-2027-septembre
  | (?P<CODE>     \d++ (?: [\-./:,] \d++ )++ )              # versions, telephone numbers, decimals
  | (?P<NUMBER>   \d++ )
  | (?P<HALF_DAY> [ap]\.m\. | [ap]\.?m\b | [ap]\ ?\.\ ?m\b (?: \ \. )? | (?<=\d\ )[ap]\ m\b
                | (?<=\d)[ap](?![\w]) )
  | (?P<WORD>     (?: [^\W\d_] | [\u0300-\u036f] )++ | @ )
  | (?P<JOINT>    (?<=\w) [\-\u2011'’] (?=\w)               # mid-April is mid April, d'ici is d ici
                | (?<=\d) [/.] (?=[^\W\d_]{{3}}) | (?<=[^\W\d_]) [/.] (?=\d)
                | (?<=\d) / (?= \d{{1,4}} (?: / [^\W\d_] | (?!\w) ) ) | (?<=\d) \. (?= [ap]\.?m\b ) )
  | (?P<MARK>     [^\w\s] | _ | \n )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def scan(text: str) -> list[Token]:
    """Return the tokens of `text`. Joining hyphens and apostrophes are dropped."""
    tokens: list[Token] = []
    for token in _tokens(text):
        if token.text == "." and tokens and _abbreviated(tokens[-1], token):
            tokens[-1] = tokens[-1]._replace(end=token.end)
        else:
            tokens.append(token)
    return _without_shouted_zones(tokens) if text.isupper() else tokens


def _without_shouted_zones(tokens: list[Token]) -> list[Token]:
    """Take AT, ET and the like for words where all is in capitals, unless nothing follows them there."""
    following = [token.kind for token in tokens[1:]] + ["MARK"]
    return [
        token._replace(kind="WORD") if token.kind == "ZONE" and after != "MARK" else token
        for token, after in zip(tokens, following, strict=True)
    ]


def fold(word: str) -> str:
    """Return `word` without case and accents; dû as "due"."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    if decomposed.casefold() == _OWED:
        return "due"
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def _tokens(text: str) -> Iterator[Token]:
    for lexeme in _LEXEME.finditer(text):
        kind, said = lexeme.lastgroup, lexeme[0]
        start, end = lexeme.span()
        match kind:
            case "WORD":
                yield Token("ZONE" if said in CAPITAL_ZONES else "WORD", fold(said), start, end)
            case "HALF_DAY":
                yield Token("WORD", ("lone" if len(said) == 1 else "") + said[0].lower() + "m", start, end)
            case "NUMBER" | "PIECE" if len(said) <= LONGEST_NUMBER:
                yield Token("NUMBER", said, start, end, (int(said),))
            case "STAMP" | "TRIPLE" | "BRIEF" | "PAIR" | "COLON":
                yield Token(kind, said, start, end, tuple(map(int, re.findall(r"\d+", said))))
            case "CODE":
                yield Token(kind, said, start, end, _few_numbers(said))
            case "MARK":
                yield Token(kind, said, start, end)
            case "JOINT":
                pass
            case _:
                yield Token("OPAQUE", "", start, end)


def _few_numbers(code: str) -> tuple[int, ...]:
    """Return the two numbers of 10-14, 6.45 or 2026-27; nothing of what is longer."""
    numbers = re.findall(r"\d+", code[: 2 * LONGEST_NUMBER + 2])
    short = len(code) <= 2 * LONGEST_NUMBER + 1 and len(numbers) == len(("first", "second"))
    return tuple(map(int, numbers)) if short else ()


def _abbreviated(token: Token, full_stop: Token) -> bool:
    return token.end == full_stop.start and token.text in ABBREVIATIONS
