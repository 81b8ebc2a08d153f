"""A small core for tests of the playground alone: it answers with every element that a card can have.

It keeps the contracts of `Receiver` (a repeated event gets the first answer) and `Sweeper`.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from adapters.playground.clock import MovableClock
from adapters.playground.people import BY_USER
from adapters.playground.platform import Playground
from bot.domain.people import Language
from bot.messages import (
    Actions,
    Audience,
    Button,
    Card,
    Commands,
    Fields,
    Form,
    Inbound,
    Input,
    Item,
    Option,
    Outbound,
    Paragraph,
    Pressed,
    Quote,
    Reply,
    Small,
    Style,
    Submitted,
    Tone,
    Typed,
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


class Script:
    """Hears and sweeps. `heard` is every event once; `due` are the reminders still to be sent."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._answers: dict[str, Reply] = {}
        self.heard: list[Inbound] = []
        self.due: list[tuple[datetime, str]] = []
        self.swept: list[datetime] = []

    @property
    def clock(self) -> MovableClock:
        return self._playground.clock

    def remind(self, user: str, *, after: timedelta) -> None:
        """Plan a reminder."""
        self.due.append((self.clock.now() + after, user))

    async def __call__(self, inbound: Inbound) -> Reply:
        if inbound.event_id not in self._answers:
            self.heard.append(inbound)
            self._answers[inbound.event_id] = self._reply(inbound)
        return self._answers[inbound.event_id]

    async def sweep(self) -> None:
        now = self.clock.now()
        self.swept.append(now)
        for at, user in [due for due in self.due if due[0] <= now]:
            self.due.remove((at, user))
            card = reminder(self._playground.conversations.language(user))
            key = f"reminder:{user}:{at.isoformat()}"
            await self._playground.send(Outbound(key=key, to=BY_USER[user].direct, card=card))

    async def next_moment(self) -> datetime | None:
        return min((at for at, _ in self.due), default=None)

    async def next_reminder(self) -> datetime | None:
        return await self.next_moment()

    def _reply(self, inbound: Inbound) -> Reply:
        language = inbound.sender.language or "en"
        match inbound.said:
            case Typed(text=text):
                return _typed(language, text)
            case Pressed(payload={"verb": "done"}):
                return Reply(card=kept(language), replaces=True)
            case Submitted(values=values) if all(values.values()):
                return Reply(card=recorded(language, values["words"]), replaces=True)
            case Submitted(values=values):
                return Reply(form=record_form(language, values))
            case Pressed():
                return Reply(form=record_form(language))


def _typed(language: Language, text: str) -> Reply:
    match text.partition(" ")[0]:
        case "":
            return Reply(form=record_form(language))
        case "promise" | "engagement":
            return Reply(card=recorded(language, text.partition(":")[2].strip()))
        case "mine" | "mes":
            return Reply(card=mine(language))
        case "help" | "aide":
            return Reply(card=helping(language))
        case "summary" | "bilan":
            return Reply(card=summary(language), audience=Audience.CONVERSATION)
        case _:
            return Reply(card=unclear(language, text))


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
