"""Names of weekdays and months, where they are that and no other word: Fri, sat at 9, mar 9 h, le 8 juill."""

from collections.abc import Iterator, Mapping, Sequence

from bot.intents.dates.grammar import Found, Slot
from bot.intents.dates.lexicon import (
    GO_ON,
    INTRODUCE_EN,
    INTRODUCE_FR,
    INTRODUCE_SHORT,
    MONTHS,
    NOT_BEFORE_A_DAY,
    PLURAL_WEEKDAYS,
    SHORT_WEEKDAYS_EN,
    SHORT_WEEKDAYS_FR,
    VERBS_TOO,
    WEEKDAYS,
    WORDS_TOO,
)
from bot.intents.dates.numbers import text_at
from bot.intents.dates.tokens import Token

AT_EN = frozenset({"at", "@", "by", "around", "from", "after", "before", "starting", "between"})
BARE_AT = frozenset({"at", "@", "by", "around"})
"""Behind these a number needs no am or pm to be an hour."""

AT_FR = frozenset({"a", "vers", "des", "avant", "apres", "de", "entre"})
SET_OFF = frozenset({",", ":", "-", "\u2013", "\u2014", "(", ")"})
SIGNS_EN = frozenset({"am", "pm", "loneam", "lonepm"})
SIGNS_FR = frozenset({"h", "heure", "heures"})
PARTS_EN = frozenset(
    {"noon", "midnight", "morning", "afternoon", "evening", "night", "am", "pm", "eod", "cob"}
)
PARTS_FR = frozenset({"midi", "minuit", "matin", "soir", "aprem"})
GAME, SOMEBODY = "jeu", "sam"
SHORT_NAMES = SHORT_WEEKDAYS_EN.keys() | SHORT_WEEKDAYS_FR.keys()
FULL_NAMES = frozenset(word for word in (*WEEKDAYS, *MONTHS) if len(word) > len("sept")) | {"tue", "wed"}
"""Words that are a day or a month and nothing else."""


def vocabulary(words: Mapping[str, object]) -> Slot:
    """Match one of `words`."""

    def match(tokens: Sequence[Token], place: int) -> Iterator[Found]:
        word = tokens[place].text
        if word in words:
            yield place + 1, words[word]

    return Slot(match=match, starts=frozenset(words))


def _weekday(tokens: Sequence[Token], place: int) -> Iterator[Found]:
    """Match the name of a day; a short one behind a preposition, before a clock time or with its full stop."""
    word = tokens[place].text
    before = tokens[place - 1].text if place else ""
    if word in VERBS_TOO and before in NOT_BEFORE_A_DAY and not _greeting(tokens, place):
        return
    for names, introduce, timed in (
        (WEEKDAYS, None, False),
        (SHORT_WEEKDAYS_EN, INTRODUCE_EN, timed_in_english(tokens, place)),
        (
            SHORT_WEEKDAYS_FR,
            INTRODUCE_SHORT if word in WORDS_TOO else INTRODUCE_FR,
            not _a_noun(tokens, place) and timed_in_french(tokens, place),
        ),
    ):
        if word in names and (
            introduce is None
            or before in introduce
            or timed
            or _behind_time(tokens, place)
            or _stopped(tokens, place)
            or _greeting(tokens, place)
        ):
            yield place + 1, names[word]
            return


def _a_noun(tokens: Sequence[Token], place: int) -> bool:
    """Tell la mer à 9 h; le jeu à 15 h and appeler Sam à 15 h may be no days."""
    word, before = tokens[place].text, tokens[place - 1].text if place else ""
    game = word == GAME and before == "le" and text_at(tokens, place + 1) in AT_FR
    somebody = (
        word == SOMEBODY and place > 0 and tokens[place - 1].kind == "WORD" and before not in INTRODUCE_FR
    )
    return game or somebody or before in NOT_BEFORE_A_DAY


def timed_in_english(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a clock time follows: Sat 2pm, sat at 9, Sun morning."""
    return _timed(tokens, place, AT_EN, SIGNS_EN, PARTS_EN)


def timed_in_french(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a clock time follows: mar 9 h, mar à 9 h, dim matin."""
    return _timed(tokens, place, AT_FR, SIGNS_FR, PARTS_FR)


def _timed(
    tokens: Sequence[Token], place: int, at: frozenset[str], signs: frozenset[str], parts: frozenset[str]
) -> bool:
    following = place + 1
    following += text_at(tokens, following) in SET_OFF
    introduced = text_at(tokens, following) in at
    following += introduced
    if following >= len(tokens):
        return False
    token = tokens[following]
    if token.kind == "COLON" or token.text in parts:
        return True
    signed = text_at(tokens, following + 1) in signs
    bare = introduced and at is AT_EN and text_at(tokens, following - 1) in BARE_AT
    return token.kind == "NUMBER" and (signed or bare)


def _behind_time(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the name ends a clause that a clock time begins: 2pm Sat; à 14 h, sam."""
    before = place - 1
    before -= before >= 0 and tokens[before].text == ","
    if before < 0:
        return False
    signs = SIGNS_FR if tokens[place].text in SHORT_WEEKDAYS_FR else SIGNS_EN
    timed = tokens[before].kind == "COLON" or tokens[before].text in signs
    return timed and (place + 1 == len(tokens) or tokens[place + 1].kind == "MARK")


def _greeting(tokens: Sequence[Token], place: int) -> bool:
    """Tell "see you Sat"."""
    return place > 1 and tokens[place - 1].text in {"you", "ya", "u"} and tokens[place - 2].text == "see"


def _stopped(tokens: Sequence[Token], place: int) -> bool:
    """Tell an abbreviation that was written with its full stop, alone or before what goes on."""
    token = tokens[place]
    if token.end - token.start == len(token.text):
        return False
    if place + 1 == len(tokens):
        return place == 0
    return tokens[place + 1].kind in {"NUMBER", "COLON"} or tokens[place + 1].text in GO_ON


DAY_SLOTS = {
    "weekday": Slot(
        match=_weekday, starts=frozenset(WEEKDAYS) | SHORT_WEEKDAYS_EN.keys() | SHORT_WEEKDAYS_FR.keys()
    ),
    "weekdays": vocabulary(WEEKDAYS | PLURAL_WEEKDAYS),
    "plural_weekdays": vocabulary(PLURAL_WEEKDAYS),
    "short": vocabulary(SHORT_WEEKDAYS_EN | SHORT_WEEKDAYS_FR),
    "month": vocabulary(MONTHS),
}
