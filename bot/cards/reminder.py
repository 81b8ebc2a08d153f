"""The one message of the day: everything that an owner is to be reminded of."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.promise import actions, item, menu, show_button
from bot.cards.view import View
from bot.domain.promise import Promise, Stage
from bot.intents.intent import ListPromises
from bot.messages import Actions, Card, Element, Item, Small

BUNDLE = 12
"""Promises in one reminder, each with its four buttons; the rest are counted, and a button lists them."""

NAMED = 200
"""Promises whose numbers a button can carry; the others of a reminder are only counted."""

BUNDLE_PREFIX = "bundle:"
"""Begins what a reminder's buttons say of the card they stand on."""


def bundle(promises: Sequence[Promise], view: View, *, others: int = 0) -> Card:
    """Return one reminder. It can be made again after any of its promises changed: its buttons say how.

    `others` is how many more it was about, which are only counted.
    """
    words = view.words
    named = promises[:NAMED]
    others += len(promises) - len(named)
    numbers = ",".join(str(promise.number) for promise in named)
    around = replace(view, around=f"{BUNDLE_PREFIX}{numbers}" + (f"+{others}" if others else ""))
    waiting = others + sum(_waits(promise, view) for promise in named)
    more = others + sum(_waits(promise, view) for promise in named[BUNDLE:])
    title = words("reminder-title", count=waiting) if waiting else words("reminder-none-left")
    elements: list[Element] = [_line(promise, around) for promise in named[:BUNDLE]]
    if more:
        mine = view.button("button-mine", ListPromises(whose="me"))
        elements += [Small(text=words("reminder-more", count=more)), Actions(buttons=(mine,))]
    return Card(title=title, language=words.language, elements=tuple(elements))


def _waits(promise: Promise, view: View) -> bool:
    return promise.stage is Stage.OPEN and promise.owner == view.reader


def _line(promise: Promise, view: View) -> Item:
    if promise.owner != view.reader or promise.stage is Stage.ESCALATED:
        return item(promise, view, ())
    more = menu(promise, view)
    return item(promise, view, actions(promise, view), (*more, show_button(promise, view)) if more else ())
