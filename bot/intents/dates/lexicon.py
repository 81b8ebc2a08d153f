"""The words of dates, English and French side by side, folded (no case, no accents)."""

from collections.abc import Mapping


def _numbered(*spellings: str, first: int = 0) -> dict[str, int]:
    """Number groups of spellings in order."""
    return {word: number for number, group in enumerate(spellings, first) for word in group.split()}


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


WEEKDAYS = _numbered(
    "monday lundi",
    "tuesday tues mardi",
    "wednesday mercredi",
    "thursday thurs thur thu jeudi",
    "friday fri vendredi",
    "saturday samedi",
    "sunday dimanche",
)

SHORT_WEEKDAYS_EN = _numbered("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHORT_WEEKDAYS_FR = _numbered("lun", "mar", "mer", "jeu", "ven", "sam", "dim")
"""Short names are words of their own (sat, sun, mon, mer, jeu): they need a date or a preposition beside."""

MONTHS = _numbered(
    "january jan janvier janv",
    "february feb fevrier fevr fev",
    "march mar mars",
    "april apr avril avr",
    "may mai",
    "june jun juin",
    "july jul juillet juil",
    "august aug aout",
    "september sept sep septembre",
    "october oct octobre",
    "november nov novembre",
    "december dec decembre",
    first=1,
)

ABBREVIATIONS = frozenset(
    word
    for words in (WEEKDAYS, SHORT_WEEKDAYS_EN, SHORT_WEEKDAYS_FR, MONTHS)
    for word in words
    if len(word) <= len("sept") and word not in {"may", "mai", "mars", "june", "july", "juin", "aout"}
)
"""A full stop after these belongs to the word."""

ARTICLES = {"a": 1, "an": 1, "un": 1, "une": 1}

NUMBERS = _numbered(
    "zero",
    "one",
    "two deux",
    "three trois",
    "four quatre",
    "five cinq",
    "six",
    "seven sept",
    "eight huit",
    "nine neuf",
    "ten dix",
    "eleven onze",
    "twelve douze",
    "thirteen treize",
    "fourteen quatorze",
    "fifteen quinze",
    "sixteen seize",
    "seventeen",
    "eighteen",
    "nineteen",
) | {"twenty": 20, "vingt": 20, "thirty": 30, "trente": 30, "forty": 40, "quarante": 40, "fifty": 50}
NUMBERS |= {"cinquante": 50, "sixty": 60, "soixante": 60, "ninety": 90}

COMPOUNDS = {
    10: range(7, 10),
    **dict.fromkeys((20, 30, 40, 50, 90), range(1, 10)),
    60: range(1, 20),
}
"""What may be added to a number in words: dix-sept, twenty-one, soixante-quinze."""

ORDINALS = _numbered(
    "first premier premiere",
    "second deuxieme",
    "third troisieme",
    "fourth quatrieme",
    "fifth cinquieme",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    first=1,
) | {"twentieth": 20, "thirtieth": 30}

ORDINAL_ENDINGS = _words("st nd rd th er re e eme")

UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs h heure heures",
        "day": "day days jour jours",
        "week": "week weeks semaine semaines",
        "fortnight": "fortnight fortnights",
        "month": "month months mois",
        "year": "year years an ans annee annees",
    }.items()
    for word in words.split()
}

INTRODUCE_EN = _words("by before on until till til to due for this next")
INTRODUCE_FR = _words("ici avant pour au le ce a jusque")

GO_ON = _words(
    """
    after and around as at because before by for from if in on or so then to until when with
    a afin apres au aux avant avec chez d dans de des donc du en et ou par parce plutot pour puis si sur vers
    """
)
"""What may follow a bare number that is a day ("le 15 avec Luc"), unlike a noun ("the 2nd draft")."""

REASONS = _words("because parce puisque")
"""What follows, up to the next mark, is a reason and no due."""
