"""What is said when something cannot be done, is not clear, or was done before; and the help."""

import json
from collections.abc import Mapping

from bot.cards.settings import speak_button
from bot.cards.view import View
from bot.errors import Refusal
from bot.intents.intent import Help, ListPromises, OpenForm, Resume
from bot.messages import Actions, Button, Card, Commands, Element, Paragraph, Small, Style, Tone

HELP_GROUPS: Mapping[str, tuple[str, ...]] = {
    "help-record": ("promise", "heard", "form"),
    "help-look": ("mine", "home", "list", "find", "show", "read", "history"),
    "help-finish": ("done", "close", "told", "draft", "reopen"),
    "help-change": ("snooze", "move", "give", "away", "back", "undo"),
    "help-decide": ("escalate", "return"),
    "help-lead": ("summary",),
    "help-you": ("settings", "link", "prefer", "unlink"),
}

OF_SEVERAL_PLACES = frozenset({"link", "prefer", "unlink"})
"""Commands for people who use Engage in more than one place."""

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


def help_card(view: View, *, is_one_place: bool) -> Card:
    """Return every command with a real example, by what a person wants to do.

    Where Engage is in one place only, nothing is said of linking accounts.
    """
    elements: list[Element] = [Paragraph(text=view.words("help-intro"))]
    for group, verbs in HELP_GROUPS.items():
        elements.append(Paragraph(text=view.words(group)))
        offered = (verb for verb in verbs if not (is_one_place and verb in OF_SEVERAL_PLACES))
        elements.append(Commands(rows=tuple(_command(verb, view) for verb in offered)))
    elements.append(
        Actions(
            buttons=(
                view.button("button-form", OpenForm(), style=Style.PRIMARY),
                view.button("button-mine", ListPromises(whose="me")),
                speak_button(view),
            )
        )
    )
    elements.append(Small(text=view.words("help-outro")))
    return Card(title=view.words("help-title"), language=view.words.language, elements=tuple(elements))


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
