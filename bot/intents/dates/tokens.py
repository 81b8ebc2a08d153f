"""Text to tokens: words folded, numbers typed, and what only looks like a date made opaque.

One regular expression, tried once at each token. Every repetition in it is bounded, possessive, or eats
what it matched, so that the work grows with the text and not faster.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from bot.intents.dates.lexicon import ABBREVIATIONS

LONGEST_NUMBER = 4
"""Digits; more are an identifier."""


class Token(NamedTuple):
    """A word, number or mark of a text; a tuple, since a text has hundreds and they are made often.

    `kind` is "word", "number", "stamp" (2026-03-11), "triple" (11/03/2026), "pair" (11/03), "colon" (15:30),
    "code" (3.2.1), "mark" or "opaque". `text` is the folded word, empty for opaque;
    `value` has the numbers, as written.
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

_LEXEME = re.compile(
    rf"""
    (?P<opaque>
        (?: https?:// | www\. ) \S+                         # addresses
      | @[^\W\d_] [\w.\-]*                                  # handles
      | [\w.+\-]{{1,64}}+ @ \w [\w.\-]*                     # e-mail
      | "[^"\n]{{1,200}}" | “[^”\n]{{1,200}}” | «[^»\n]{{1,200}}»
      | [$€£\#] \s? \d [\d.,]*                              # money, ticket numbers
      | \d [\d.,]*+ \s? [$€£%]
    )
  | {_ALONE} (?P<stamp>  \d{{4}} - \d{{1,2}} - \d{{1,2}} (?: T \d{{1,2}} : \d\d (?: :\d\d )? )? ) {_ENDS}
  | {_ALONE} (?P<triple> \d{{1,2}} (?P<mark_of_date>[/.\-]) \d{{1,2}} (?P=mark_of_date) \d{{4}}
                       | \d{{1,2}} / \d{{1,2}} / \d\d
                       | \d{{4}} / \d{{1,2}} / \d{{1,2}} ) {_ENDS}
  | {_ALONE} (?P<pair>   \d{{1,2}} / \d{{1,2}} ) {_ENDS}
  | {_ALONE} (?P<colon>  \d{{1,2}} (?: : \d\d (?: :\d\d )? | \.\d\d (?= \s? [ap]\.?m ) ) )
             (?= [ap]\.?m | {_ENDS} )
  | (?P<code>     \d++ (?: [\-./:,] \d++ )++ )              # versions, telephone numbers, decimals
  | (?P<number>   \d+ )
  | (?P<half_day> [ap]\.m\. | [ap]\.?m\b )
  | (?P<word>     (?: [^\W\d_] | [\u0300-\u036f] )+ | @ )
  | (?P<joint>    (?<=\w) [\-\u2011'’] (?=\w) )             # mid-April is mid April, d'ici is d ici
  | (?P<mark>     [^\w\s] | _ | \n )
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
    return tokens


def fold(word: str) -> str:
    """Return `word` without case and accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).casefold()


def _tokens(text: str) -> Iterator[Token]:
    for lexeme in _LEXEME.finditer(text):
        kind, said = lexeme.lastgroup, lexeme[0]
        start, end = lexeme.span()
        match kind:
            case "word":
                yield Token("word", fold(said), start, end)
            case "half_day":
                yield Token("word", said[0].lower() + "m", start, end)
            case "number" if len(said) <= LONGEST_NUMBER:
                yield Token("number", said, start, end, (int(said),))
            case "stamp" | "triple" | "pair" | "colon":
                yield Token(kind, said, start, end, tuple(map(int, re.findall(r"\d+", said))))
            case "mark" | "code":
                yield Token(kind, said, start, end)
            case "joint":
                pass
            case _:
                yield Token("opaque", "", start, end)


def _abbreviated(token: Token, full_stop: Token) -> bool:
    return token.end == full_stop.start and token.text in ABBREVIATIONS
