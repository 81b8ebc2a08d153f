"""The words that people use for settings and for what they choose, in both languages side by side."""

from collections.abc import Mapping

from bot.intents.lexicon import spellings
from bot.intents.oneself import Setting

SETTINGS: Mapping[Setting, tuple[str, ...]] = {
    "language": ("language", "langue", "lang"),
    "zone": (
        "zone", "time zone", "timezone", "fuseau", "fuseau horaire", "zone horaire",
    ),
    "region": ("region", "province", "territory", "province or territory", "territoire", "province ou territoire"),
    "works": (
        "days", "working days", "work days", "workdays", "i work", "jours", "jours de travail", "jours travaillés",
        "je travaille",
    ),
    "hours": (
        "hours", "working hours", "work hours", "office hours", "heures", "heures de travail", "heures de bureau",
        "horaire", "horaire de travail",
    ),
    "reminder_time": (
        "reminder", "reminders", "reminder time", "daily reminder", "daily reminders", "daily message",
        "message of the day", "remind me daily", "remind me every day", "remind me every morning", "send my reminders",
        "rappel", "rappels", "heure du rappel", "heure de rappel", "heure des rappels", "rappel quotidien",
        "rappels quotidiens", "message quotidien", "message du jour", "rappelle-moi chaque jour",
        "rappelle-moi tous les jours", "rappelle-moi chaque matin", "rappelez-moi chaque jour",
        "rappelez-moi tous les jours", "rappelez-moi chaque matin", "envoyer mes rappels",
    ),
}  # fmt: skip

CHANGE = (
    "change", "edit", "update", "set", "switch", "form", "modifier", "changer", "modifie", "change", "régler", "mettre",
    "définir", "formulaire",
)  # fmt: skip

MY = ("my", "the", "mon", "ma", "mes", "le", "la", "les", "own")

IS = ("to", "is", "are", "at", "in", "as", "=", "on", "à", "est", "sont", "en", "sur", "au")

NONE = ("none", "aucun", "aucune")

AUTOMATIC = (
    "automatic", "auto", "automatically", "default", "the default", "reset", "none", "automatique", "automatiques",
    "automatiquement", "par défaut", "défaut", "aucun", "aucune", "réinitialiser",
)  # fmt: skip

REGIONS: Mapping[str, tuple[str, ...]] = {
    "BC": ("BC", "B.C.", "British Columbia", "CB", "C.-B.", "Colombie-Britannique"),
    "AB": ("AB", "Alberta", "Alta", "Alb"),
    "SK": ("SK", "Saskatchewan", "Sask"),
    "MB": ("MB", "Manitoba", "Man"),
    "ON": ("ON", "Ontario", "Ont"),
    "QC": ("QC", "Quebec", "PQ", "Que", "Qc", "Québec", "le Québec"),
    "NB": ("NB", "N.B.", "New Brunswick", "N.-B.", "Nouveau-Brunswick"),
    "NS": ("NS", "N.S.", "Nova Scotia", "NE", "N.-É.", "Nouvelle-Écosse"),
    "PE": ("PE", "PEI", "P.E.I.", "Prince Edward Island", "IPE", "Î.-P.-É.", "Île-du-Prince-Édouard"),
    "NL": ("NL", "Newfoundland and Labrador", "Newfoundland", "Labrador", "T.-N.-L.", "TNL", "Terre-Neuve-et-Labrador",
           "Terre-Neuve"),
    "YT": ("YT", "Yukon", "Yn", "le Yukon"),
    "NT": ("NT", "NWT", "N.W.T.", "Northwest Territories", "T.N.-O.", "TNO", "Territoires du Nord-Ouest"),
    "NU": ("NU", "Nunavut"),
}  # fmt: skip
"""Provinces from west to east, then territories: ISO 3166-2:CA, and what people call them."""

WEEK: Mapping[tuple[int, ...], tuple[str, ...]] = {
    (0, 1, 2, 3, 4): ("weekdays", "week days", "every weekday", "business days", "jours ouvrables", "en semaine",
                      "les jours de semaine", "jours de semaine"),
    tuple(range(7)): ("every day", "all days", "all week", "daily", "tous les jours", "chaque jour", "toute la semaine"),
}  # fmt: skip

DAILY = (
    "every day", "each day", "daily", "every morning", "chaque jour", "tous les jours", "chaque matin", "tous les matins",
)  # fmt: skip
"""How often the message of the day comes, which is no choice."""

SPEAK = (
    "speak", "talk", "write", "answer", "reply", "switch", "change", "use", "can you speak", "could you speak",
    "i speak", "i prefer", "prefer", "let's speak", "do you speak", "parle", "parlez", "parlez-vous", "parler",
    "répondez", "réponds", "répondre", "écrivez", "écris", "écrire", "passe", "passez", "passer", "continuer",
    "change", "changer", "changez", "je parle", "je préfère", "préfère", "parles-tu", "vous parlez",
    "tu parles", "pouvez-vous parler", "peux-tu parler", "parlons", "parlez-moi", "parle-moi", "écrivez-moi",
    "écris-moi", "répondez-moi", "réponds-moi",
)  # fmt: skip
"""What stands before the name of a language when somebody asks to be spoken to in it."""

SPEAK_NOT = (
    "don't speak", "do not speak", "don't understand", "do not understand", "i don't speak", "i do not speak",
    "i don't understand", "i do not understand", "ne parle pas", "ne comprends pas", "je ne parle pas",
    "je ne comprends pas", "je parle pas", "je comprends pas",
)  # fmt: skip
"""Before the name of the language that somebody does not speak."""

TO_ME = ("to me", "me", "with me", "to us", "moi", "avec moi", "nous")

INTO = ("in", "into", "to", "en", "au", "à l'", "l'", "à", "the", "le")

POLITE = (
    "please", "svp", "s.v.p.", "s'il vous plaît", "s'il te plaît", "stp", "merci", "thanks", "thank you", "only",
    "now", "instead", "from now on", "language", "langue", "seulement", "maintenant", "désormais", "uniquement",
)  # fmt: skip
"""What may follow it."""

SETTING_SPELLINGS = spellings(SETTINGS)
WEEK_SPELLINGS = spellings(WEEK)
