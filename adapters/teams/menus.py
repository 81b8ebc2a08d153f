"""What Engage offers in the menus of Teams: commands that a menu types for people, and forms that it opens.

Each command is a word that Engage understands, alone or with what people type after it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.domain.people import Language


@dataclass(frozen=True, kw_only=True)
class Command:
    """An entry in the menu of commands: the word that it types, what that does, and how people may go on."""

    verb: str
    typed: Mapping[Language, str]
    does: Mapping[Language, str]
    then: Mapping[Language, str] | None = None


COMMANDS = (
    Command(
        verb="promise",
        typed={"en": "promise", "fr": "engagement"},
        does={"en": "Record what you promised", "fr": "Consigner ce que vous avez promis"},
        then={
            "en": "Maria Chen: send the report by Friday",
            "fr": "Luc Roy : envoyer le rapport d’ici vendredi",
        },
    ),
    Command(
        verb="heard",
        typed={"en": "heard", "fr": "entendu"},
        does={
            "en": "Record what a stakeholder told us",
            "fr": "Consigner ce qu’une partie prenante nous a dit",
        },
        then={"en": "Maria Chen: maps need stop names", "fr": "Luc Roy : il manque le nom des arrêts"},
    ),
    Command(
        verb="mine",
        typed={"en": "mine", "fr": "mes engagements"},
        does={"en": "See your open promises", "fr": "Voir vos engagements en cours"},
    ),
    Command(
        verb="list",
        typed={"en": "list", "fr": "liste"},
        does={"en": "See the promises of your team", "fr": "Voir les engagements de votre équipe"},
        then={"en": "overdue", "fr": "en retard"},
    ),
    Command(
        verb="find",
        typed={"en": "find", "fr": "trouver"},
        does={"en": "Search promises and insights", "fr": "Chercher un engagement ou une observation"},
        then={"en": "consultation", "fr": "consultation"},
    ),
    Command(
        verb="show",
        typed={"en": "show", "fr": "voir"},
        does={
            "en": "See a promise in full, by its number",
            "fr": "Voir un engagement en entier, par son numéro",
        },
        then={"en": "12", "fr": "12"},
    ),
    Command(
        verb="done",
        typed={"en": "done", "fr": "fait"},
        does={
            "en": "Say that you kept a promise, by its number",
            "fr": "Dire qu’un engagement est tenu, par son numéro",
        },
        then={"en": "12", "fr": "12"},
    ),
    Command(
        verb="escalate",
        typed={"en": "escalate", "fr": "transmettre"},
        does={"en": "Ask somebody for a decision", "fr": "Demander une décision"},
        then={"en": "12 to @dana: whether to publish", "fr": "12 à @dana : faut-il publier"},
    ),
    Command(
        verb="away",
        typed={"en": "away", "fr": "en congé"},
        does={"en": "Pause your reminders", "fr": "Suspendre vos rappels"},
        then={"en": "until 4 January", "fr": "jusqu’au 4 janvier"},
    ),
    Command(
        verb="summary",
        typed={"en": "summary", "fr": "bilan"},
        does={"en": "See how your team stands", "fr": "Voir où en est votre équipe"},
        then={"en": "last week", "fr": "de la semaine dernière"},
    ),
    Command(
        verb="undo",
        typed={"en": "undo", "fr": "annuler"},
        does={"en": "Take back the last thing you did", "fr": "Annuler votre dernière action"},
    ),
    Command(
        verb="settings",
        typed={"en": "settings", "fr": "paramètres"},
        does={
            "en": "Choose your language, time zone and hours",
            "fr": "Choisir votre langue, votre fuseau et vos heures",
        },
        then={"en": "language French", "fr": "langue anglais"},
    ),
    Command(
        verb="help",
        typed={"en": "help", "fr": "aide"},
        does={"en": "See everything that can be typed", "fr": "Voir toutes les commandes"},
    ),
)

ALONE = ("promise", "heard", "mine", "list", "done", "escalate", "away", "undo", "settings", "help")
"""The verbs that the menu offers in a chat with Engage itself, in this order. Ten fit in every client."""

AMONG_OTHERS = ("promise", "heard", "mine", "list", "find", "show", "done", "escalate", "summary", "help")
"""The same in channels and group chats."""

LISTS = (
    (("personal",), ALONE),
    (("team", "groupChat"), AMONG_OTHERS),
)


@dataclass(frozen=True, kw_only=True)
class Action:
    """A form that opens from a menu: of a message, or of the box that messages are written in."""

    id: str
    context: tuple[Literal["compose", "commandBox", "message"], ...]
    title: Mapping[Language, str]
    description: Mapping[Language, str]
    triggers: tuple[Literal["slash"], ...] = ()


ACTIONS = (
    Action(
        id="record",
        context=("compose", "commandBox"),
        title={"en": "Record a promise or insight", "fr": "Engagement ou observation"},
        description={
            "en": "Record what you promised or heard, in a form",
            "fr": "Consigner dans un formulaire ce que vous avez promis ou entendu",
        },
        triggers=("slash",),
    ),
    Action(
        id="record_promise",
        context=("message",),
        title={"en": "Record a promise", "fr": "Consigner un engagement"},
        description={
            "en": "Record what this message promises",
            "fr": "Consigner l’engagement pris dans ce message",
        },
    ),
    Action(
        id="record_insight",
        context=("message",),
        title={"en": "Record an insight", "fr": "Consigner une observation"},
        description={
            "en": "Record what this message tells us",
            "fr": "Consigner l’observation faite dans ce message",
        },
    ),
)

ABOUT: Mapping[Language, str] = {
    "en": (
        "Type a promise, or record it from a message's menu. On business days, {name} writes to whoever promised, "
        "until the promise is closed or escalated to somebody who can decide; then it brings the decision back. "
        "{name} reads what is addressed to it and the messages that somebody picks to record from, and nothing "
        "else. Your organization keeps what is recorded, where it runs {name}."
    ),
    "fr": (
        "Écrivez un engagement, ou consignez-le à partir du menu d’un message. Les jours ouvrables, {name} écrit à "
        "la personne responsable jusqu’à ce que l’engagement soit clos ou transmis à quelqu’un qui peut décider ; "
        "la décision lui revient ensuite. {name} lit ce qui lui est adressé et les messages que quelqu’un choisit "
        "de consigner, et rien d’autre. Votre organisation conserve ce qui est consigné, là où elle exploite {name}."
    ),
}
