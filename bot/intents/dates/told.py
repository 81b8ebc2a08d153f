"""What is no due although it looks like one: reports of what is over, and hours whose day was not understood."""

from collections.abc import Sequence

from bot.intents.dates.day_names import AT_FR, FULL_NAMES, GAME, SHORT_NAMES, SIGNS_FR, SOMEBODY
from bot.intents.dates.lexicon import WEEKDAYS
from bot.intents.dates.numbers import text_at
from bot.intents.dates.tokens import Token

LOOK_BACK = 8
"""Words between a verb and its time."""

SUBJECTS = frozenset({"i", "we", "he", "she", "they", "you", "it", "who"})
TOLD = frozenset(
    [
        "met",
        "called",
        "came",
        "went",
        "saw",
        "got",
        "gave",
        "took",
        "sent",
        "told",
        "made",
        "left",
        "spoke",
        "wrote",
        "did",
        "had",
        "was",
        "were",
        "talked",
        "worked",
        "arrived",
        "started",
        "finished",
        "asked",
        "answered",
    ]
)
"""Verbs of the past, behind their subject."""

TOLD_ALONE = frozenset({"did", "had", "was", "were", "etait", "etaient", "avait", "avaient"})
HAVE = frozenset({"ai", "a", "as", "avons", "avez", "ont", "ayant"})
DONE = frozenset(
    [
        "appele",
        "fait",
        "vu",
        "parle",
        "recu",
        "eu",
        "envoye",
        "fini",
        "termine",
        "rencontre",
        "dit",
        "ecrit",
        "lu",
        "mange",
        "travaille",
        "pris",
        "mis",
        "ete",
        "repondu",
        "demande",
        "assiste",
    ]
)
"""What is over behind one of `HAVE`."""

AHEAD = frozenset(
    [
        "will",
        "ll",
        "d",
        "to",
        "must",
        "should",
        "shall",
        "need",
        "can",
        "could",
        "would",
        "may",
        "might",
        "please",
        "going",
        "let",
        "lets",
        "thinking",
        "hoping",
        "wondering",
        "vais",
        "va",
        "allons",
        "allez",
        "vont",
        "dois",
        "doit",
        "devons",
        "faut",
        "peux",
        "peut",
        "de",
        "pour",
        "promis",
        "supposed",
        "due",
    ]
)
"""Behind these it is not over: "I had to call at 3 pm" is read as a due, as is "was due"."""

BREAKS = frozenset(".;!?\n")


def is_told(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether what stands at `place` is when something was: "he called at 3 pm"."""
    for at in range(place - 1, max(place - 1 - LOOK_BACK, -1), -1):
        word = tokens[at].text
        if word in AHEAD or word in BREAKS:
            return False
        before = text_at(tokens, at - 1) if at else ""
        if word in TOLD_ALONE or (word in TOLD and before in SUBJECTS) or (word in DONE and before in HAVE):
            return True
    return False


def day_beside(tokens: Sequence[Token], place: int, end: int) -> str | None:
    """Return the name of a day or month that touches tokens `place` to `end`, or None."""
    for at in (place - 1, end):
        if 0 <= at < len(tokens) and (tokens[at].text in FULL_NAMES or _may_be_a_day(tokens, at, place)):
            return tokens[at].text
    return None


def _may_be_a_day(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Tell le jeu à 15 h and Sam à 15 h, which are a word and a name, too."""
    french = text_at(tokens, place) in AT_FR or text_at(tokens, place + 1) in SIGNS_FR
    return at < place and tokens[at].text in {GAME, SOMEBODY} and french


def names_a_day(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Tell whether tokens `place` to `end` have a weekday, a month or a date among them."""
    return any(
        token.text in FULL_NAMES
        or token.text in WEEKDAYS
        or token.text in SHORT_NAMES
        or token.kind in {"STAMP", "TRIPLE", "PAIR", "BRIEF"}
        for token in tokens[place:end]
    )
