"""What is said when something cannot be done, is not clear, or was done before; and the help."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.cards.promise import shortened
from bot.cards.view import View
from bot.domain.calendar import Calendar
from bot.errors import Refusal
from bot.intents.intent import Help, ListPromises, OpenForm, Resume, When, WhenAsk
from bot.messages import Actions, Button, Card, Commands, Element, Paragraph, Quote, Small, Style, Tone

HELP_GROUPS: Mapping[str, tuple[str, ...]] = {
    "help-record": ("promise", "heard", "form"),
    "help-look": ("mine", "home", "list", "find", "show", "read", "history"),
    "help-finish": ("done", "close", "told", "reopen"),
    "help-change": ("snooze", "move", "give", "away", "back", "undo"),
    "help-decide": ("escalate", "return"),
    "help-lead": ("summary",),
    "help-places": ("link", "prefer", "unlink"),
}

LONGEST_CARRIED = 1_900
"""Characters of JSON that a button can carry on every platform."""

SOME_NUMBER = 12
"""In examples that are about no promise in particular."""


def refusal_card(refusal: Refusal, view: View) -> Card:
    """Return one clear line: what is wrong and what to do; below it the commands that may have been meant."""
    words = view.words
    elements: list[Element] = []
    if refusal.suggestions:
        number = refusal.arguments.get("number", SOME_NUMBER)
        rows = (_command(verb, view, number) for verb in refusal.suggestions)
        elements.append(Commands(rows=tuple(rows)))
        buttons = [view.button("button-help", Help())]
        begun = view.button("button-begun", OpenForm(words=refusal.begun), style=Style.PRIMARY)
        if refusal.begun and len(json.dumps(dict(begun.payload))) <= LONGEST_CARRIED:
            buttons.insert(0, begun)
        elements.append(Actions(buttons=tuple(buttons)))
    return Card(
        title=view.say(refusal.code, **refusal.arguments),
        language=words.language,
        elements=tuple(elements),
        tone=Tone.REFUSED,
    )


def _command(verb: str, view: View, number: object = SOME_NUMBER) -> tuple[str, str]:
    return view.words(f"example-{verb}", number=str(number)), view.words(f"does-{verb}")


def help_card(view: View) -> Card:
    """Return every command with a real example, by what a person wants to do."""
    elements: list[Element] = [Paragraph(text=view.words("help-intro"))]
    for group, verbs in HELP_GROUPS.items():
        elements.append(Paragraph(text=view.words(group)))
        elements.append(Commands(rows=tuple(_command(verb, view) for verb in verbs)))
    elements.append(
        Actions(
            buttons=(
                view.button("button-form", OpenForm(), style=Style.PRIMARY),
                view.button("button-mine", ListPromises(whose="me")),
            )
        )
    )
    elements.append(Small(text=view.words("help-outro")))
    return Card(title=view.words("help-title"), language=view.words.language, elements=tuple(elements))


def when_card(ask: WhenAsk, view: View, *, of: str, about: str, calendar: Calendar) -> Card:
    """Ask which day was meant, of what. Each button completes the command of event `of`; nothing is done yet."""
    words = view.words
    options = ask.options or tuple(When(day=day) for day in _plausible(view.today, calendar))
    buttons = [
        Button(
            label=_when(option, view), payload=view.button("button-form", Resume(of=of, when=option)).payload
        )
        for option in options
    ]
    other = OpenForm(form="when", of=of)
    buttons.append(view.button("button-other-day", other))
    return Card(
        title=words(f"ask-{ask.question}", said=ask.said),
        language=words.language,
        elements=(
            Quote(text=shortened(about)),
            Actions(buttons=tuple(buttons)),
            Small(text=words("ask-nothing-yet")),
        ),
        tone=Tone.WARNING,
    )


def _when(when: When, view: View) -> str:
    day = view.words.short_day(when.day, view.today)
    return day if when.clock is None else f"{day}, {view.words.clock(when.clock)}"


def _plausible(today: date, calendar: Calendar) -> Sequence[date]:
    """Offer the end of this week, of the next, and of the month, where they lie ahead and are worked."""
    friday = today + timedelta(days=4 - today.weekday())
    first_of_next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    ends = (friday, friday + timedelta(days=7), first_of_next_month - timedelta(days=1))
    working = (calendar.on_or_before(day) for day in ends)
    return sorted({day for day in working if day > today})


def form_offered(title: str, command: str, view: View) -> Card:
    """Offer a form where none can be opened by itself; `command` is the one that asks for it."""
    label = view.words("button-begun")
    button = Button(label=label, name=label, payload={"do": command}, style=Style.PRIMARY, opens=True)
    return Card(title=title, language=view.words.language, elements=(Actions(buttons=(button,)),))


def twice_card(title: str, view: View, *, of: str, show: Button) -> Card:
    """Say that the same thing was recorded a moment ago, and offer to record it anyway."""
    again = view.button("button-again", Resume(of=of, again=True))
    return Card(
        title=title,
        language=view.words.language,
        elements=(Actions(buttons=(show, again)),),
        tone=Tone.WARNING,
    )
