"""The words that people use for outcomes, filters and periods, and between them; `verbs.py` has the commands.

Both languages stand side by side, and everything is compared folded: without case or accents.
"""

from collections.abc import Mapping
from typing import TypeVar

from bot.domain.people import Language, folded
from bot.domain.promise import Outcome
from bot.intents.intent import Period, Show
from bot.intents.verbs import RELATED, VERBS

MeaningT = TypeVar("MeaningT")

LANGUAGES: Mapping[Language, tuple[str, ...]] = {
    "en": ("english", "anglais", "en"),
    "fr": ("french", "français", "fr"),
}
"""What people call the languages."""

PLATFORMS: Mapping[str, tuple[str, ...]] = {
    "slack": ("slack",),
    "teams": ("teams", "microsoft teams", "ms teams", "msteams", "ms-teams"),
}
"""What people call the platforms."""

OUTCOMES: Mapping[Outcome, tuple[str, ...]] = {
    Outcome.KEPT: ("kept", "done", "tenu", "fait", "tenue", "faite", "respecté"),
    Outcome.KEPT_MODIFIED: (
        "kept modified", "kept, with changes", "kept with changes", "modified", "tenu modifié",
        "tenu avec des modifications", "tenu avec modifications", "modifié", "modifiée", "tenu autrement",
    ),
    Outcome.KEPT_IN_PART: ("kept in part", "in part", "partly kept", "partly", "partially", "tenu en partie", "en partie", "partiellement",
                           "partiellement tenu", "tenu partiellement"),
    Outcome.NOT_PURSUED: (
        "not pursued", "declined", "dropped", "non poursuivi", "non poursuivie", "abandonné", "abandonnée", "refusé",
        "sans suite",
    ),
    Outcome.NOT_KEPT: (
        "not kept", "not done", "broken", "non tenu", "non tenue", "pas tenu", "pas tenue", "pas fait", "pas faite",
        "non fait", "non respecté", "pas respecté",
    ),
    Outcome.WITHDRAWN: (
        "withdrawn by the stakeholder", "withdrawn", "retiré par la partie prenante", "retiré", "retirée", "retrait",
    ),
    Outcome.TRANSFERRED: ("transferred", "handed over", "transféré", "transférée", "cédé", "cédée"),
}  # fmt: skip

SHOWS: Mapping[Show, tuple[str, ...]] = {
    "live": ("in progress", "current", "en cours", "courants", "actuels"),
    "overdue": (
        "overdue",
        "late",
        "past due",
        "en retard",
        "retard",
        "retards",
        "échus",
        "échues",
        "dépassés",
    ),
    "escalated": ("escalated", "transmis", "transmise", "transmises"),
    "open": ("open", "ouvert", "ouverts", "ouverte", "ouvertes"),
    "closed": ("closed", "finished", "fermé", "fermés", "fermées", "clos", "closes", "terminés", "terminées"),
    "all": ("all", "everything", "tous", "toutes", "tout"),
}

PERIODS: Mapping[Period, tuple[str, ...]] = {
    "this week": ("this week", "week", "cette semaine", "de la semaine", "de cette semaine", "semaine",
                  "semaine en cours"),
    "last week": ("last week", "la semaine dernière", "semaine dernière", "de la semaine dernière", "semaine passée",
                  "la semaine passée", "de la semaine passée", "semaine précédente", "dernière semaine",
                  "previous week", "past week"),
    "this month": ("this month", "month", "ce mois-ci", "ce mois", "du mois", "de ce mois", "mois",
                   "mois en cours"),
    "last month": ("last month", "le mois dernier", "mois dernier", "du mois dernier", "mois passé", "le mois passé",
                   "du mois passé", "mois précédent", "dernier mois", "previous month", "past month"),
    "this quarter": ("this quarter", "quarter", "ce trimestre", "du trimestre", "de ce trimestre", "trimestre",
                     "trimestre en cours"),
    "last quarter": ("last quarter", "le trimestre dernier", "trimestre dernier", "du trimestre dernier", "trimestre passé",
                     "le trimestre passé", "du trimestre passé", "trimestre précédent", "dernier trimestre",
                     "previous quarter", "past quarter"),
    "this fiscal year": (
        "this fiscal year", "the fiscal year", "fiscal year", "this fiscal", "cet exercice", "l'exercice",
        "l'exercice en cours", "de l'exercice", "de l'exercice en cours", "exercice", "exercice en cours",
    ),
    "last fiscal year": (
        "last fiscal year", "the last fiscal year", "previous fiscal year", "last fiscal", "l'exercice dernier",
        "l'exercice précédent", "de l'exercice dernier", "de l'exercice précédent", "exercice dernier",
        "exercice précédent", "dernier exercice", "exercice passé",
    ),
}  # fmt: skip

BEFORE_DUE = (
    "by ", "before ", "due ", "no later ", "not later ", "on or before ", "until ", "within ", "d'ici", "avant ",
    "au plus tard", "pour le ", "echeance", "sous ", "jusqu",
)  # fmt: skip
"""What makes a day beside a name the due, folded."""

FOR = ("for", "pour", "pendant", "durant")

WEEKS_AHEAD: Mapping[int, tuple[str, ...]] = {
    0: ("this week", "all this week", "the rest of the week", "the rest of this week", "cette semaine",
        "toute la semaine", "le reste de la semaine"),
    1: ("next week", "all next week", "all of next week", "la semaine prochaine", "semaine prochaine",
        "toute la semaine prochaine"),
    2: ("the week after next",),
}  # fmt: skip
"""Whole weeks that somebody is away, by how many weeks ahead they are."""

MONTHS_AHEAD: Mapping[int, tuple[str, ...]] = {
    0: ("the rest of the month", "the rest of this month", "le reste du mois", "jusqu'à la fin du mois"),
    1: ("next month", "all next month", "all of next month", "le mois prochain", "tout le mois prochain"),
}
"""Whole months, as well."""

COURTESY = (
    "i", "we", "i have", "i've", "we have", "we've", "please", "hello", "hi", "hey", "good morning", "thanks",
    "thank you", "ok", "can you", "could you", "i want to", "i'd like to", "i would like to", "i need to",
    "je", "j'ai", "nous", "nous avons", "on a", "svp", "stp", "bonjour", "bonsoir", "bon matin", "salut", "allo", "merci",
    "s'il te plaît", "s'il vous plaît", "merci de", "peux-tu", "pouvez-vous", "peux-tu me", "pouvez-vous me",
    "veuillez", "donne-moi", "donnez-moi", "dis-moi", "dites-moi", "je veux", "je voudrais", "j'aimerais", "je souhaite", "je dois",
)  # fmt: skip
"""What people put before a command when they speak to somebody. Alone, it asks for help."""

LISTED = (
    "promises", "promise", "of", "the", "the team", "team", "engagements", "promesses", "de", "des", "du", "les",
    "l'équipe", "de l'équipe", "équipe", "qui sont",
)  # fmt: skip
"""What changes nothing in « liste des engagements de l'équipe »."""

MINE = ("mine", "me", "my", "mes engagements", "moi", "les miens", "miens")

AS = ("as", "comme")

BECAUSE = (
    "because of", "because", "since", "due to", "parce que", "parce qu'", "puisque", "puisqu'", "car", "en raison de",
    "en raison du", "en raison des", "à cause de", "à cause du", "à cause des", "vu que", "étant donné que",
)  # fmt: skip

BEFORE_NUMBER = (
    "promise", "the promise", "my promise", "number", "promise number", "the", "insight", "the insight",
    "engagement", "l'engagement", "mon engagement", "numéro", "le numéro", "engagement numéro", "l'engagement numéro",
    "promesse", "la promesse", "ma promesse", "le", "de l'engagement", "observation", "l'observation",
)  # fmt: skip

COPULA = ("is", "was", "has been", "est", "a été", "c'est")
"""What stands between a number and what holds of it: « le 12 est fait »."""

ABOUT = ("about", "of", "for", "pour", "de", "à propos de", "au sujet de")

TO = ("to", "a", "au", "aux", "vers", "for", "pour")

IN_PLACE = ("in", "on", "to", "via", "with", "dans", "sur", "en", "à", "par", "avec")

FROM_PLACE = ("from", "in", "on", "de", "dans", "sur")

REMIND_IN = (
    *(f"{remind} {where}"
      for remind in ("remind me", "remind", "message me", "rappelle-moi", "rappelez-moi", "me rappeler", "rappeler",
                     "écris-moi", "écrivez-moi")
      for where in ("in", "on", "via", "dans", "sur", "par")),
)  # fmt: skip
"""Where reminders go, if a platform follows; anything else is about a promise."""

CODE = ("code", "the code", "with code", "le code", "avec le code")

ACCOUNT = (
    "account", "accounts", "my account", "my accounts", "me", "compte", "comptes", "mon compte", "mes comptes",
)  # fmt: skip


def spellings(table: Mapping[MeaningT, tuple[str, ...]]) -> list[tuple[str, MeaningT]]:
    """Return (folded spelling, what it means), the longest spelling first."""
    pairs = [(folded(spelling), meaning) for meaning, words in table.items() for spelling in words]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


VERB_SPELLINGS = spellings({verb: (*words["en"], *words["fr"]) for verb, words in VERBS.items()})
RELATED_SPELLINGS = spellings(RELATED)
OUTCOME_SPELLINGS = spellings(OUTCOMES)
SHOW_SPELLINGS = spellings(SHOWS)
PERIOD_SPELLINGS = spellings(PERIODS)
LANGUAGE_SPELLINGS = spellings(LANGUAGES)
PLATFORM_SPELLINGS = spellings(PLATFORMS)
WEEKS = spellings(WEEKS_AHEAD)
MONTHS = spellings(MONTHS_AHEAD)
