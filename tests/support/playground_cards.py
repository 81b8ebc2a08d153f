"""What the scripted core says: cards and a form with every element that there is, in both languages."""

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.people import Language
from bot.messages import (
    Actions,
    Button,
    Card,
    Commands,
    Fields,
    Form,
    Input,
    Item,
    Option,
    Paragraph,
    Quote,
    Small,
    Style,
    Tone,
)

WORDS: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "recorded": "Promise 1 is recorded",
        "to": "To",
        "due": "Due",
        "due_is": "Friday, December 4, 2026, 3:00 p.m.",
        "owner": "Owner",
        "done": "Done",
        "change": "Change",
        "escalate": "Escalate",
        "undo": "Undo",
        "next": "Engage reminds you on Wednesday, December 2 at 9:00 a.m.",
        "kept": "Promise 1 is kept",
        "told": "Has the stakeholder been told?",
        "mine": "Your promises",
        "help": "What you can type",
        "unclear": "Engage does not know this command",
        "did_you_mean": "Did you mean one of these?",
        "reminder": "A promise is due today",
        "form": "Record a promise",
        "save": "Save",
        "cancel": "Cancel",
        "who": "To whom",
        "who_hint": "A person, and their organisation in brackets",
        "what": "What was promised",
        "when": "Due",
        "kind": "Kind",
        "promise": "Promise",
        "insight": "Insight",
        "person": "Owner",
        "missing": "This is needed.",
        "wrong": "Two things are missing.",
        "to_all": "Summary for everybody",
    },
    "fr": {
        "recorded": "L’engagement 1 est noté",
        "to": "Envers",
        "due": "Échéance",
        "due_is": "vendredi 4 décembre 2026, 15\u00a0h",
        "owner": "Responsable",
        "done": "Fait",
        "change": "Modifier",
        "escalate": "Transmettre",
        "undo": "Annuler",
        "next": "Engage vous le rappelle le mercredi 2 décembre à 9\u00a0h.",
        "kept": "L’engagement 1 est tenu",
        "told": "La partie prenante a-t-elle été informée\u00a0?",
        "mine": "Vos engagements",
        "help": "Ce que vous pouvez taper",
        "unclear": "Engage ne connaît pas cette commande",
        "did_you_mean": "Vouliez-vous dire l’une de celles-ci\u00a0?",
        "reminder": "Un engagement est dû aujourd’hui",
        "form": "Noter un engagement",
        "save": "Enregistrer",
        "cancel": "Annuler",
        "who": "Envers qui",
        "who_hint": "Une personne, et son organisation entre parenthèses",
        "what": "Ce qui a été promis",
        "when": "Échéance",
        "kind": "Genre",
        "promise": "Engagement",
        "insight": "Observation",
        "person": "Responsable",
        "missing": "Ce champ est nécessaire.",
        "wrong": "Il manque deux choses.",
        "to_all": "Bilan pour tout le monde",
    },
}


def _button(language: Language, verb: str, style: Style = Style.PLAIN) -> Button:
    label = WORDS[language][verb]
    return Button(label=label, name=f"{label} (1)", payload={"verb": verb, "number": "1"}, style=style)


def recorded(language: Language, said: str) -> Card:
    """Fields, a quote, buttons, a remark."""
    words = WORDS[language]
    rows = (
        (words["to"], "Maria Chen (OpenNorth)"),
        (words["due"], words["due_is"]),
        (words["owner"], "@ana"),
    )
    buttons = (
        _button(language, "done", Style.PRIMARY),
        _button(language, "change"),
        _button(language, "escalate"),
        _button(language, "undo", Style.DANGER),
    )
    elements = (
        Quote(text=said or "—"),
        Fields(rows=rows),
        Actions(buttons=buttons),
        Small(text=words["next"]),
    )
    return Card(title=words["recorded"], language=language, elements=elements, tone=Tone.GOOD)


def kept(language: Language) -> Card:
    """What takes the place of a card when its promise is kept."""
    words = WORDS[language]
    elements = (Paragraph(text=words["told"]), Actions(buttons=(_button(language, "undo"),)))
    return Card(title=words["kept"], language=language, elements=elements, tone=Tone.GOOD)


def mine(language: Language) -> Card:
    """Items with buttons."""
    words = WORDS[language]
    items = tuple(
        Item(
            title=f"{number} · Maria Chen (OpenNorth)",
            detail=words["due_is"],
            buttons=(
                Button(
                    label=words["done"],
                    name=f"{words['done']} ({number})",
                    payload={"verb": "done", "number": str(number)},
                ),
            ),
        )
        for number in (1, 2)
    )
    return Card(title=words["mine"], language=language, elements=items)


def helping(language: Language) -> Card:
    """Commands."""
    words = WORDS[language]
    rows = (("/engage mine", words["mine"]), ("/engage help", words["help"]))
    return Card(title=words["help"], language=language, elements=(Commands(rows=rows),))


def unclear(language: Language, said: str) -> Card:
    """A refusal with the person's own words."""
    words = WORDS[language]
    elements = (
        Quote(text=said),
        Paragraph(text=words["did_you_mean"]),
        Commands(rows=(("/engage mine", words["mine"]),)),
    )
    return Card(title=words["unclear"], language=language, elements=elements, tone=Tone.REFUSED)


def summary(language: Language) -> Card:
    """Something for everybody."""
    words = WORDS[language]
    return Card(title=words["to_all"], language=language, elements=(Fields(rows=((words["mine"], "2"),)),))


def reminder(language: Language) -> Card:
    """What is sent by itself."""
    card = replace(mine(language), title=WORDS[language]["reminder"], tone=Tone.WARNING)
    return replace(card, elements=card.elements[:1])


def record_form(language: Language, sent: Mapping[str, str] | None = None) -> Form:
    """Every type of input; what was sent empty has its error."""
    words = WORDS[language]
    kinds = (Option(value="promise", label=words["promise"]), Option(value="insight", label=words["insight"]))
    inputs = (
        Input(key="kind", label=words["kind"], type="choice", value="promise", options=kinds),
        Input(key="stakeholder", label=words["who"], hint=words["who_hint"]),
        Input(key="words", label=words["what"], type="text"),
        Input(key="due", label=words["when"]),
        Input(key="person", label=words["person"], type="person", value="ana"),
    )
    if sent is not None:
        inputs = tuple(
            replace(
                asked,
                value=sent.get(asked.key, ""),
                error="" if sent.get(asked.key) else words["missing"],
            )
            for asked in inputs
        )
    return Form(
        title=words["form"],
        language=language,
        submit=words["save"],
        cancel=words["cancel"],
        payload={"form": "record"},
        inputs=inputs,
        error="" if sent is None else words["wrong"],
    )
