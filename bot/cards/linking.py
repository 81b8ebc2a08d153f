"""One human in several places: a code that links, what was linked or separated, and where messages go."""

from collections.abc import Sequence
from typing import Literal

from bot.cards.view import View
from bot.domain.people import Person
from bot.intents.intent import Intent
from bot.intents.oneself import Link, Prefer, Unlink
from bot.messages import Actions, Button, Card, Element, Paragraph, Small, Tone
from bot.words import Words


def platform_name(platform: str, words: Words) -> str:
    """Return how people call a platform; one without a name of its own is called as it is."""
    try:
        return words(f"platform-{platform}")
    except KeyError:
        return platform


def code_card(code: str, view: View, *, minutes: int) -> Card:
    """Return a one-time code, and how it is used."""
    words = view.words
    how = Paragraph(text=words("link-how", code=code, minutes=minutes))
    return Card(title=words("link-code", code=code), language=words.language, elements=(how,))


def linked_card(
    person: Person, view: View, *, because: Literal["typed", "code", "email"], other: Person | None = None
) -> Card:
    """Say that somebody's accounts are one person now, why, and how that is taken back.

    `other` is whose account was linked by a code: whoever typed it sees whose code it was, and the other way.
    """
    words = view.words
    places = words.list([platform_name(platform, words) for platform in person.platforms])
    elements: list[Element] = [Paragraph(text=words("linked-what", platform=goes_to(person, words)))]
    if other is not None:
        whose = "linked-with" if because == "typed" else "linked-typed"
        elements.insert(0, Paragraph(text=words(whose, name=other.name, handle=other.mention)))
    unlink = view.apart.button("button-unlink", Unlink(platform=person.platforms[-1]))
    elements.append(Actions(buttons=(*choices(person, view), unlink)))
    elements.append(Small(text=words("linked-undo")))
    title = words(f"linked-by-{because}", places=places)
    return Card(title=title, language=words.language, elements=tuple(elements), tone=Tone.GOOD)


def unlinked_card(stays: Person, leaves: Person, view: View, *, returned: int) -> Card:
    """Say which accounts are apart again, and what is where."""
    words = view.words
    left = platform_name(leaves.platforms[0], words)
    kept = words.list([platform_name(platform, words) for platform in stays.platforms])
    what = Paragraph(text=words("unlinked-what", kept=kept, left=left, count=returned))
    title = words("unlinked", kept=kept, left=left)
    return Card(title=title, language=words.language, elements=(what,), tone=Tone.GOOD)


def prefers_card(person: Person, view: View, *, is_new: bool) -> Card:
    """Say where somebody's reminders and messages go; offer the other places, or to link one."""
    words = view.words
    sentence = "prefers-from-now-on" if is_new else "prefers-now"
    elements: list[Element] = []
    buttons: Sequence[Button] = choices(person, view)
    if len(person.platforms) == 1:
        elements.append(Paragraph(text=words("prefers-only")))
        buttons = (view.apart.button("button-link", Link()),)
    elements.append(Actions(buttons=tuple(buttons)))
    return Card(
        title=words(sentence, platform=goes_to(person, words)),
        language=words.language,
        elements=tuple(elements),
        tone=Tone.GOOD if is_new else Tone.PLAIN,
    )


def choices(person: Person, view: View) -> tuple[Button, ...]:
    """Return a button for each place where messages do not go now."""
    now = _place(person)
    return tuple(
        _button("button-prefer", Prefer(platform=platform), platform, view)
        for platform in person.platforms
        if platform != now
    )


def _button(key: str, intent: Intent, platform: str, view: View) -> Button:
    label = view.words(key, platform=platform_name(platform, view.words))
    return Button(label=label, name=label, payload=view.apart.button("button-form", intent).payload)


def goes_to(person: Person, words: Words) -> str:
    """Return the name of the place where messages to somebody go."""
    return platform_name(_place(person), words)


def _place(person: Person) -> str:
    return person.prefers if person.prefers in person.platforms else person.platforms[0]
