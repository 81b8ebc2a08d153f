"""The words that people use for commands, in both languages side by side.

Everything is compared folded: without case or accents. The first word of each language is the one that
Engage itself uses; the others are how people say it: infinitive, imperative, participle or noun.
"""

from collections.abc import Mapping
from typing import Literal

from bot.domain.people import Language

Verb = Literal[
    "promise", "heard", "form", "mine", "list", "find", "show", "read", "history", "home", "done", "close", "told", "draft", "reopen",
    "snooze", "move", "give", "escalate", "return", "summary", "away", "back", "help", "undo", "link", "unlink", "prefer",
    "settings",
]  # fmt: skip

VERBS: Mapping[Verb, Mapping[Language, tuple[str, ...]]] = {
    "promise": {
        "en": ("promise", "promised", "promising", "record", "commit to", "promise made"),
        "fr": (
            "engagement", "promesse", "promis", "promettre", "promets", "promettez", "promettons", "consigner",
            "consigne", "consignez", "consigné", "m'engage", "m'engage envers", "nous engageons",
            "nous nous engageons", "engager", "s'engager", "promesse faite", "engagement pris",
        ),
    },
    "heard": {
        "en": ("heard", "insight", "hear", "observation", "note"),
        "fr": (
            "entendu", "observation", "entendue", "entendre", "entends", "entendez", "observé", "observer", "observez",
            "recueilli", "recueillir", "recueille", "recueillez", "noter", "note", "notez", "on m'a dit", "on nous a dit",
            "on m'a dit que",
        ),
    },
    "form": {
        "en": ("new", "form", "add", "create"),
        "fr": (
            "nouveau", "nouvel engagement", "nouvelle promesse", "nouvelle observation", "nouvelle", "formulaire",
            "ajouter", "ajoute", "ajoutez", "créer", "crée", "créez", "remplir le formulaire",
        ),
    },
    "mine": {
        "en": ("mine", "my promises", "me", "my commitments", "my open promises"),
        "fr": (
            "mes engagements", "mes promesses", "les miens", "les miennes", "moi", "engagements",
            "mes engagements en cours",
        ),
    },
    "list": {
        "en": ("list", "promises", "all promises"),
        "fr": (
            "liste", "lister", "listez", "la liste", "tous les engagements", "toutes les promesses", "promesses",
        ),
    },
    "find": {
        "en": ("find", "search", "search for", "look for"),
        "fr": (
            "trouver", "chercher", "trouve", "cherche", "rechercher", "trouvez", "cherchez", "recherche",
            "recherchez",
        ),
    },
    "show": {
        "en": ("show", "view", "see", "show me", "open"),
        "fr": (
            "voir", "montrer", "afficher", "montre", "affiche", "montrez", "affichez", "vois", "voyez", "montre-moi",
            "montrez-moi", "affiche-moi", "affichez-moi", "consulter", "consulte", "consultez", "ouvrir", "ouvre",
            "ouvrez",
        ),
    },
    "read": {
        "en": ("read", "read all", "read it all"),
        "fr": ("lire", "lis", "tout lire", "lisez", "lecture"),
    },
    "home": {
        "en": (
            "home", "what's new", "what is new", "what's up", "what do i have to do", "what should i do",
            "what waits for me",
        ),
        "fr": (
            "accueil", "page d'accueil", "l'accueil", "quoi de neuf", "qu'est-ce que je dois faire",
            "qu'est-ce que j'ai à faire", "que dois-je faire", "ce que je dois faire", "que faire", "quoi faire",
            "qu'est-ce qui m'attend", "à faire",
        ),
    },
    "history": {
        "en": ("history", "history of"),
        "fr": ("historique", "l'historique", "historique de", "l'historique de"),
    },
    "done": {
        "en": ("done", "kept", "did", "it's done", "it is done"),
        "fr": (
            "fait", "tenu", "terminé", "c'est fait", "faite", "tenue", "terminée", "c'est terminé", "c'est tenu",
            "accompli", "accomplie", "réalisé", "réalisée", "terminer", "terminez", "tenir", "tiens", "tenez", "accomplir",
            "accomplis", "accomplissez", "réaliser", "réalisez",
        ),
    },
    "close": {
        "en": ("close", "close another way"),
        "fr": (
            "fermer", "clore", "ferme", "fermez", "clos", "clôturer", "clôture", "clôturez", "clôturé", "fermé",
            "clore autrement",
        ),
    },
    "told": {
        "en": ("told", "tell", "informed", "inform", "stakeholder told"),
        "fr": (
            "informé", "informée", "informer", "avisé", "informe", "informez", "avisée", "aviser", "avise", "avisez",
            "prévenu", "prévenue", "prévenir", "préviens", "prévenez", "partie prenante informée",
        ),
    },
    "draft": {
        "en": ("draft", "draft a message", "write to them about", "message for"),
        "fr": (
            "ébauche", "ébaucher", "ébauchez", "brouillon", "rédiger", "rédige", "rédigez", "ébauche de message",
        ),
    },
    "reopen": {
        "en": ("reopen", "re-open", "reopened"),
        "fr": (
            "rouvrir", "rouvre", "rouvrez", "rouvert", "rouverte", "réouvrir", "réouvre", "réouvrez", "réouvert",
            "réouverture", "rétablir", "rétablis", "rétablissez", "rétabli", "rétablie",
        ),
    },
    "snooze": {
        "en": ("snooze", "later", "remind me", "remind", "remind me of", "remind me about"),
        "fr": (
            "reporter", "rappeler", "plus tard", "reporte", "rappelle-moi", "rappelle", "reportez", "reporté",
            "rappelez-moi", "rappelez", "rappelé", "me rappeler", "reporter le rappel de",
        ),
    },
    "move": {
        "en": ("move", "renegotiate", "postpone", "new due date for"),
        "fr": (
            "déplacer", "renégocier", "déplace", "déplacez", "déplacé", "renégocie", "renégociez", "repousser",
            "repousse", "repoussez", "repoussé", "décaler", "décale", "décalez", "décalé", "nouvelle échéance",
            "nouvelle échéance pour", "déplacer l'échéance de",
        ),
    },
    "give": {
        "en": ("give", "hand", "assign", "hand over"),
        "fr": (
            "confier", "donner", "confie", "donne", "confiez", "donnez", "confié", "attribuer", "attribue",
            "attribuez", "remettre", "remets", "remettez", "remis", "transférer", "transfère", "transférez", "transféré",
        ),
    },
    "escalate": {
        "en": ("escalate", "escalated"),
        "fr": (
            "transmettre", "transmets", "transmet", "escalader", "transmettez", "transmis", "transmise",
            "transmission", "escalade", "escaladez",
        ),
    },
    "return": {
        "en": ("return", "send back", "answer", "bring back"),
        "fr": (
            "retourner", "renvoyer", "retourne", "renvoie", "retournez", "renvoyez", "répondre", "réponds",
            "répondez", "réponse", "reprendre", "reprends", "reprenez", "rendre", "rends", "rendez", "renvoyé",
            "retourné", "répondu", "repris",
        ),
    },
    "summary": {
        "en": ("summary", "the summary", "how do we stand", "how is the team doing"),
        "fr": ("bilan", "sommaire", "résumé", "le bilan", "récapitulatif", "où en est", "où en sommes-nous"),
    },
    "away": {
        "en": ("away", "on leave", "i'm away", "i am away", "on vacation", "on holiday"),
        "fr": (
            "en congé", "absent", "absente", "congé", "je suis en congé", "je serai en congé", "en vacances",
            "absence", "je suis absent", "je suis absente", "je serai absent", "je serai absente",
            "je suis en vacances", "je serai en vacances", "je pars en vacances", "je prends congé",
        ),
    },
    "back": {
        "en": ("back", "i'm back", "i am back"),
        "fr": (
            "de retour", "je suis de retour", "revenu", "revenue", "je suis revenu", "je suis revenue", "me revoilà",
        ),
    },
    "help": {
        "en": ("help", "?", "commands", "all commands", "how does it work", "how does this work"),
        "fr": (
            "aide", "aidez-moi", "commandes", "aide-moi", "à l'aide", "toutes les commandes", "les commandes",
            "comment ça marche", "comment faire",
        ),
    },
    "undo": {
        "en": ("undo", "oops"),
        "fr": ("annuler", "annule", "oups", "annulez", "annulé", "défaire", "défais", "défaites", "défait"),
    },
    "link": {
        "en": ("link", "connect"),
        "fr": (
            "lier", "lie", "relier", "connecter", "associer", "jumeler", "liez", "reliez", "connecte", "connectez",
            "associe", "associez", "relie", "jumelle", "jumelez",
        ),
    },
    "unlink": {
        "en": ("unlink", "disconnect", "separate"),
        "fr": (
            "délier", "délie", "dissocier", "déconnecter", "séparer", "déliez", "dissociez", "déconnectez", "séparez",
            "dissocie", "déconnecte", "sépare",
        ),
    },
    "prefer": {
        "en": ("prefer", "reminders", "send reminders", "send my reminders", "my reminders"),
        "fr": ("préférer", "préfère", "préférez", "rappels", "mes rappels", "envoyer les rappels", "envoyer mes rappels"),
    },
    "settings": {
        "en": ("settings", "my settings", "preferences", "my preferences", "setting", "options", "configure"),
        "fr": (
            "paramètres", "mes paramètres", "réglages", "mes réglages", "préférences", "mes préférences", "paramètre",
            "réglage", "configuration", "configurer", "configurez",
        ),
    },
}  # fmt: skip

RELATED: Mapping[Verb, tuple[str, ...]] = {
    "undo": ("cancel", "delete", "remove", "revert", "supprimer", "effacer", "enlever"),
    "close": ("cancel", "drop", "decline", "abandonner", "decliner"),
    "done": (
        "finish", "finished", "complete", "completed", "sent", "fini", "finie", "finir", "finissez", "faire", "complété",
        "complétée", "compléter", "complétez", "envoyé", "envoyée", "livré", "livrée",
    ),
    "told": ("notify", "notified", "communiquer", "courriel"),
    "move": ("change", "edit", "extend", "reschedule", "delay", "modifier", "changer", "prolonger"),
    "snooze": ("wait", "delay", "attendre"),
    "give": ("transfer", "reassign", "delegate", "déléguer", "déléguez"),
    "escalate": ("ask", "decide", "approve", "forward", "demander", "décider", "approuver"),
    "promise": ("commit", "commitment", "will", "i'll", "we'll", "owe"),
    "heard": ("feedback", "said", "commentaire", "remarque"),
    "list": ("overdue", "late", "retard", "retards", "en", "team", "équipe", "suivre", "suivi"),
    "mine": ("what", "owe", "todo", "tasks", "quoi", "quels", "qu'est-ce", "tâches", "promises"),
    "show": ("when", "where", "which", "details", "quand", "détails"),
    "summary": ("report", "stats", "statistics", "rapport", "statistiques", "combien"),
    "away": ("vacation", "leave", "holiday", "vacances"),
    "link": ("account", "accounts", "pair", "merge", "compte", "comptes", "lien", "fusionner"),
    "unlink": ("split", "unpair", "détacher"),
    "prefer": ("notify", "notifications", "teams", "slack"),
    "settings": ("notifications", "profile", "profil", "locale", "heure", "hour", "time", "fuseaux"),
    "help": ("how", "why", "comment", "pourquoi"),
}  # fmt: skip
"""Words that are no commands, and the commands that whoever types them may look for."""
