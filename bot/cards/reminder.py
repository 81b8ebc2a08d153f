"""The one message of the day: everything that an owner is to be reminded of."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.promise import actions, item
from bot.cards.view import View
from bot.domain.promise import Promise, Stage
from bot.intents.intent import ListPromises
from bot.messages import Actions, Button, Card, Element, Small

BUNDLE = 12
"""Promises in one reminder, each with its four buttons; the rest are counted, and a button lists them."""


def bundle(promises: Sequence[Promise], view: View) -> Card:
    """Return one reminder. It can be made again after any of them changed: its buttons say how."""
    words = view.words
    around = replace(view, around="bundle:" + ",".join(str(promise.number) for promise in promises))
    waiting = sum(promise.stage is Stage.OPEN and promise.owner == view.reader for promise in promises)
    title = words("reminder-title", count=waiting) if waiting else words("reminder-none-left")
    shown, more = promises[:BUNDLE], len(promises) - BUNDLE
    elements: list[Element] = [item(promise, view, _buttons(promise, around)) for promise in shown]
    if more > 0:
        mine = view.button("button-mine", ListPromises(whose="me"))
        elements += [Small(text=words("reminder-more", count=more)), Actions(buttons=(mine,))]
    return Card(title=title, language=words.language, elements=tuple(elements))


def _buttons(promise: Promise, view: View) -> tuple[Button, ...]:
    if promise.owner != view.reader or promise.stage is Stage.ESCALATED:
        return ()
    return actions(promise, view)
