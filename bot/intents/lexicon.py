"""The words that people use for commands, outcomes and periods, in both languages side by side.

Everything is compared folded: without case or accents. The first word of each language is the one that
Engage itself uses.
"""

from collections.abc import Mapping
from typing import Literal, TypeVar

from bot.domain.people import Language, folded
from bot.domain.promise import Outcome
from bot.intents.intent import Period, Show

MeaningT = TypeVar("MeaningT")

Verb = Literal[
    "promise", "heard", "form", "mine", "list", "find", "show", "read", "history", "home", "done", "close", "told", "reopen",
    "snooze", "move", "give", "escalate", "return", "summary", "away", "back", "help", "undo", "link", "unlink", "prefer",
]  # fmt: skip

VERBS: Mapping[Verb, Mapping[Language, tuple[str, ...]]] = {
    "promise": {
        "en": ("promise", "promised", "record"),
        "fr": (
            "engagement",
            "promesse",
            "promis",
            "promettre",
            "promets",
            "promettons",
            "consigner",
            "m'engage",
        ),
    },
    "heard": {
        "en": ("heard", "insight"),
        "fr": ("entendu", "observation"),
    },
    "form": {"en": ("new", "form", "add"), "fr": ("nouveau", "nouvel engagement", "formulaire", "ajouter")},
    "mine": {
        "en": ("mine", "my promises", "me"),
        "fr": ("mes engagements", "les miens", "moi", "engagements"),
    },
    "list": {"en": ("list", "promises"), "fr": ("liste", "lister", "tous les engagements")},
    "find": {"en": ("find", "search"), "fr": ("trouver", "chercher", "trouve", "cherche", "rechercher")},
    "show": {
        "en": ("show", "view", "see"),
        "fr": ("voir", "montrer", "afficher", "montre", "affiche"),
    },
    "read": {"en": ("read", "read all"), "fr": ("lire", "lis", "tout lire")},
    "home": {"en": ("home",), "fr": ("accueil",)},
    "history": {"en": ("history",), "fr": ("historique",)},
    "done": {"en": ("done", "kept", "did"), "fr": ("fait", "tenu", "terminé")},
    "close": {"en": ("close",), "fr": ("fermer", "clore", "ferme")},
    "told": {"en": ("told", "tell"), "fr": ("informé", "informée", "informer", "avisé")},
    "reopen": {"en": ("reopen",), "fr": ("rouvrir", "rouvre")},
    "snooze": {
        "en": ("snooze", "later", "remind me", "remind"),
        "fr": ("reporter", "rappeler", "plus tard", "reporte", "rappelle-moi", "rappelle"),
    },
    "move": {
        "en": ("move", "renegotiate", "postpone"),
        "fr": ("déplacer", "renégocier", "déplace"),
    },
    "give": {"en": ("give", "hand", "assign"), "fr": ("confier", "donner", "confie", "donne")},
    "escalate": {"en": ("escalate",), "fr": ("transmettre", "transmets", "transmet", "escalader")},
    "return": {"en": ("return", "send back"), "fr": ("retourner", "renvoyer", "retourne", "renvoie")},
    "summary": {"en": ("summary",), "fr": ("bilan", "sommaire", "résumé")},
    "away": {
        "en": ("away", "on leave", "i'm away", "i am away"),
        "fr": ("en congé", "absent", "absente", "congé", "je suis en congé", "je serai en congé"),
    },
    "back": {"en": ("back", "i'm back"), "fr": ("de retour", "je suis de retour")},
    "help": {"en": ("help", "?", "commands"), "fr": ("aide", "aidez-moi", "commandes")},
    "undo": {"en": ("undo", "oops"), "fr": ("annuler", "annule", "oups")},
    "link": {"en": ("link", "connect"), "fr": ("lier", "lie", "relier", "connecter", "associer", "jumeler")},
    "unlink": {
        "en": ("unlink", "disconnect", "separate"),
        "fr": ("délier", "délie", "dissocier", "déconnecter", "séparer"),
    },
    "prefer": {
        "en": ("prefer", "reminders", "send reminders", "send my reminders", "my reminders"),
        "fr": ("préférer", "préfère", "rappels", "mes rappels", "envoyer les rappels", "envoyer mes rappels"),
    },
}

PLATFORMS: Mapping[str, tuple[str, ...]] = {
    "slack": ("slack",),
    "teams": ("teams", "microsoft teams", "ms teams", "msteams", "ms-teams"),
}
"""What people call the platforms."""

OUTCOMES: Mapping[Outcome, tuple[str, ...]] = {
    Outcome.KEPT: ("kept", "done", "tenu", "fait", "tenue"),
    Outcome.KEPT_MODIFIED: (
        "kept modified", "kept, with changes", "kept with changes", "modified", "tenu modifié",
        "tenu avec des modifications", "modifié",
    ),
    Outcome.KEPT_IN_PART: ("kept in part", "in part", "partly kept", "partly", "tenu en partie", "en partie"),
    Outcome.NOT_PURSUED: ("not pursued", "declined", "non poursuivi", "abandonné", "refusé"),
    Outcome.NOT_KEPT: ("not kept", "not done", "non tenu", "pas tenu", "pas fait", "non fait"),
    Outcome.WITHDRAWN: (
        "withdrawn by the stakeholder", "withdrawn", "retiré par la partie prenante", "retiré", "retirée",
    ),
    Outcome.TRANSFERRED: ("transferred", "transféré", "transférée", "cédé"),
}  # fmt: skip

SHOWS: Mapping[Show, tuple[str, ...]] = {
    "overdue": ("overdue", "late", "en retard", "retard", "retards"),
    "escalated": ("escalated", "transmis", "transmises"),
    "open": ("open", "ouvert", "ouverts"),
    "closed": ("closed", "fermé", "fermés", "clos"),
    "all": ("all", "everything", "tous", "tout"),
}

PERIODS: Mapping[Period, tuple[str, ...]] = {
    "this week": ("this week", "week", "cette semaine", "de la semaine", "semaine"),
    "last week": ("last week", "la semaine dernière", "semaine dernière", "de la semaine dernière"),
    "this month": ("this month", "month", "ce mois-ci", "ce mois", "du mois", "mois"),
    "last month": ("last month", "le mois dernier", "mois dernier", "du mois dernier"),
    "this quarter": ("this quarter", "quarter", "ce trimestre", "du trimestre", "trimestre"),
    "last quarter": ("last quarter", "le trimestre dernier", "trimestre dernier", "du trimestre dernier"),
}

COURTESY = (
    "i", "we", "i have", "i've", "we have", "we've", "please", "hello", "hi", "hey", "thanks", "thank you",
    "je", "j'ai", "nous", "nous avons", "on a", "svp", "bonjour", "salut", "allo", "merci", "s'il te plaît",
    "s'il vous plaît",
)  # fmt: skip
"""What people put before a command when they speak to somebody. Alone, it asks for help."""

RELATED: Mapping[Verb, tuple[str, ...]] = {
    "undo": ("cancel", "delete", "remove", "revert", "supprimer", "effacer", "enlever"),
    "close": ("cancel", "drop", "decline", "abandonner", "decliner"),
    "done": ("finish", "finished", "complete", "completed", "sent", "fini", "complété", "envoyé"),
    "told": ("inform", "informed", "notify", "aviser"),
    "move": ("change", "edit", "extend", "reschedule", "delay", "modifier", "changer", "prolonger"),
    "snooze": ("wait", "delay", "attendre"),
    "give": ("transfer", "reassign", "delegate", "transférer", "déléguer"),
    "escalate": ("ask", "decide", "approve", "forward", "demander", "décider", "approuver"),
    "promise": ("commit", "commitment", "will", "i'll", "we'll", "owe"),
    "heard": ("note", "feedback", "said", "commentaire", "remarque"),
    "list": ("overdue", "late", "retard", "team", "équipe"),
    "mine": ("what", "owe", "todo", "tasks", "quoi", "quels", "qu'est-ce", "tâches", "promises"),
    "show": ("when", "where", "which", "details", "quand", "détails"),
    "summary": ("report", "stats", "statistics", "rapport", "statistiques"),
    "away": ("vacation", "leave", "holiday", "vacances"),
    "link": ("account", "accounts", "pair", "merge", "compte", "comptes", "lien", "fusionner"),
    "unlink": ("split", "unpair", "détacher"),
    "prefer": ("notify", "notifications", "teams", "slack"),
    "help": ("how", "why", "settings", "comment", "pourquoi", "paramètres"),
}
"""Words that are no commands, and the commands that whoever types them may look for."""

MINE = ("mine", "me", "my", "mes engagements", "moi", "les miens", "miens")

AS = ("as", "comme")

BECAUSE = ("because of", "because", "since", "parce que", "parce qu'", "puisque", "car", "en raison de")

BEFORE_NUMBER = ("promise", "the promise", "my promise", "number", "engagement", "l'engagement", "numéro")

TO = ("to", "a", "vers", "for", "pour")

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
PLATFORM_SPELLINGS = spellings(PLATFORMS)
