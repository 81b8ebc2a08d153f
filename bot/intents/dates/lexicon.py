"""The words of dates, English and French side by side, folded (no case, no accents)."""

from collections.abc import Mapping


def _numbered(*spellings: str, first: int = 0) -> dict[str, int]:
    """Number groups of spellings in order."""
    return {word: number for number, group in enumerate(spellings, first) for word in group.split()}


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


WEEKDAYS = _numbered(
    "monday lundi lun",
    "tuesday tues tue mardi",
    "wednesday weds wed mercredi",
    "thursday thurs thur thu jeudi",
    "friday fri vendredi ven",
    "saturday samedi",
    "sunday dimanche",
)

PLURAL_WEEKDAYS = {
    f"{name}s": weekday for name, weekday in WEEKDAYS.items() if name.endswith(("day", "di", "dimanche"))
}

SHORT_WEEKDAYS_EN = _numbered("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SHORT_WEEKDAYS_FR = _numbered("lun", "mar", "mer merc", "jeu", "ven vend", "sam", "dim")
"""Short names are words of their own (sat, sun, mon, mer, jeu), but for some that stand among the full ones: they
need a date, a clock time or a preposition beside."""

MONTHS = _numbered(
    "january jan janvier janv",
    "february feb fevrier fevr fev",
    "march mar mars",
    "april apr avril avr",
    "may mai",
    "june jun juin",
    "july jul juillet juill juil jui",
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
) | _words("hrs hr min mins approx env thurs merc vend juill")
"""A full stop after these belongs to the word."""

ARTICLES = _numbered("a an un une", first=1)

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
NUMBERS |= {"cinquante": 50, "sixty": 60, "soixante": 60, "seventy": 70, "eighty": 80, "ninety": 90}

COMPOUNDS = {
    10: range(7, 10),
    **dict.fromkeys((20, 30, 40, 50, 70, 80, 90), range(1, 10)),
    60: range(1, 20),
}
"""What may be added to a number in words: dix-sept, twenty-one, soixante-quinze."""

DOZENS = _numbered(
    "dizaine", "douzaine", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine"
)
DOZENS = dict(zip(DOZENS, (10, 12, 15, 20, 30, 40, 50), strict=True))
"""How many, more or less."""

EIGHTY = ("quatre", "vingt")
HUNDREDS = _words("hundred cent cents")
THOUSANDS = _words("thousand mille")

ORDINALS = _numbered(
    "first premier premiere",
    "second deuxieme seconde",
    "third troisieme",
    "fourth quatrieme",
    "fifth cinquieme",
    "sixth sixieme",
    "seventh septieme",
    "eighth huitieme",
    "ninth neuvieme",
    "tenth dixieme",
    "eleventh onzieme",
    "twelfth douzieme",
    "thirteenth treizieme",
    "fourteenth quatorzieme",
    "fifteenth quinzieme",
    "sixteenth seizieme",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth vingtieme",
    first=1,
) | {"thirtieth": 30, "trentieme": 30, "unieme": 1}

ORDINAL_ENDINGS = _words("st nd rd th er ere re e eme ieme")

UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "second": 'seconds secondes sec secs "',
        "minute": "minute minutes min mins mn '",
        "hour": "hour hours hr hrs h heure heures",
        "day": "day days jour jours journee journees",
        "week": "week weeks wk wks semaine semaines sem",
        "fortnight": "fortnight fortnights",
        "month": "month months mois mo mos mth mths mon",
        "quarter": "quarters trimestre trimestres",
        "year": "year years yr yrs an ans annee annees",
    }.items()
    for word in words.split()
}

ZONES = _words("edt cst cdt mst mdt pst pdt adt hne hae utc gmt")
CAPITAL_ZONES = _words(
    "ET EST EDT CT CST CDT MT MST MDT PT PST PDT AT AST ADT NT NST NDT UTC GMT CET CEST BST"
) | _words("HE HNE HAE HC HNC HAC HR HNR HAR HP HNP HAP HA HNA HAA HT HNT HAT TU")
"""Short names of zones; in small letters, some are words (et, est, at, ha)."""

VERBS_TOO = _words("sat tue sun mon")
"""Short names that are verbs or nouns behind these: we sat at 9, ça me tue, the sun."""

NOT_BEFORE_A_DAY = _words(
    "i we you he she they it who me te se ca qui il elle the a an my his her our their la ma ta sa une avec son"
)

WORDS_TOO = _words("jeu mar mer sam dim")
"""French short weekdays that are words or names: an article before them is theirs (le jeu de données)."""

INTRODUCE_SHORT = _words("ici avant jusque des")

INTRODUCE_EN = _words("by before on until till til to due for this next come week")
INTRODUCE_FR = _words("ici avant pour au le ce a jusque des")
NEAR_WORDS = _words("today tomorrow tonight tmrw tmr this next on aujourd demain ce cet cette")
"""A day begins with these."""

LAST = _words(
    """
    lasts lasted takes took dure durent durera dureront dura duree prend prends prennent prendra prendront pris
    faut faudra fallu requiert exige necessite travaille travailler attendu attendre dormi dormir passe passer
    """
)
"""Verbs of how long."""

SET = _words(
    "mets met mettez mettre regle reglez regler monte montez monter baisse baissez baisser fixe volume chauffage"
    " thermostat temperature niveau page chapitre canal chaine"
)
"""What is set or opened at a number: le chauffage à 20."""

BOOKS = _words(
    "genesis exodus psalm psalms proverbs isaiah matthew romans corinthians genese exode psaume psaumes proverbes"
    " isaie matthieu romains corinthiens"
)
NAMES_OF_BOOKS = _words("john luke mark jean luc marc")
"""Books of chapters and verses; these are names of people, too."""

LASTING = _words("for of during lasting takes de pendant durant dure prend")
"""Behind these, hours and minutes are how long."""

LIMITS = _words("by before until till due ici avant tard")

GO_ON = _words(
    """
    @ after and around as at because before but by for from he i if in is it on or please pls she so
    then they to until we when with you a about afin apres au aux avant avec chez dans donc elle en
    environ est et il ils j je mais nous ou par parce plutot pour puis si stp sur svp tu vers vous
    """
)
"""What may follow a bare number that is a day ("le 15 avec Luc"), unlike a noun ("the 2nd draft")."""

BE = _words("be being is are will must should can to get etre sera seront est sont soit doit peut")
"""Before a participle these speak of what is to come: "to be sent on Friday"."""

BYGONE = _words(
    """
    sent received dated discussed circulated held met promised agreed said shared announced requested
    mentioned recu recue recus recues date datee discute discutee envoye envoyee tenu tenue promis
    promise convenu convenue partage partagee annonce annoncee demande demandee mentionne mentionnee
    """
)
"""Participles of what was said and sent: the day that follows is when it was.

Those of work (signed, approved) are not among them: they may be what is promised."""
