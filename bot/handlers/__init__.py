"""One verb, one file: this listing is what Engage can do.

`answer` finds the handler of an intent; `in_place` makes a pressed button's answer take the place of the
card that it stood on.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.cards.reminder import bundle
from bot.errors import Refusal
from bot.handlers.away import away, back
from bot.handlers.close import close
from bot.handlers.context import Context
from bot.handlers.escalate import escalate
from bot.handlers.find import find
from bot.handlers.form import open_form
from bot.handlers.give import give
from bot.handlers.heard import heard
from bot.handlers.help import help_
from bot.handlers.history import history
from bot.handlers.list import list_promises
from bot.handlers.move import move
from bot.handlers.record import record
from bot.handlers.reopen import reopen
from bot.handlers.return_ import return_
from bot.handlers.show import show
from bot.handlers.snooze import snooze
from bot.handlers.summary import summarise
from bot.handlers.tell import tell
from bot.handlers.undo import undo
from bot.intents import intent as intents
from bot.intents.codec import load
from bot.messages import Actions, Card, Element, Paragraph, Reply

_HANDLERS: Mapping[type, Callable[[Any, Context], Reply]] = {
    intents.RecordPromise: record,
    intents.RecordInsight: heard,
    intents.OpenForm: open_form,
    intents.ListPromises: list_promises,
    intents.Find: find,
    intents.ShowOne: show,
    intents.ShowHistory: history,
    intents.Close: close,
    intents.Tell: tell,
    intents.Reopen: reopen,
    intents.Snooze: snooze,
    intents.Move: move,
    intents.Give: give,
    intents.Escalate: escalate,
    intents.Return: return_,
    intents.Summarise: summarise,
    intents.Help: help_,
    intents.Away: away,
    intents.Back: back,
    intents.Undo: undo,
}

_BESIDE = (intents.ShowOne, intents.Help, intents.Summarise, intents.OpenForm)
"""Asked for by a button, these are answered beside its card."""

_PAGED = (intents.ListPromises, intents.Find, intents.ShowHistory)
"""Asked for by a button of their own pager, these take its card's place; from elsewhere, they stand beside."""


def answer(intent: intents.Intent, context: Context) -> Reply:
    """Do what is asked. Raises `Refusal` if it cannot be."""
    return _HANDLERS[type(intent)](intent, context)


def in_place(intent: intents.Intent, reply: Reply, context: Context) -> Reply:
    """Return the answer to a button or form so that its card shows how things stand now.

    A card that lists several things is made again, below the sentence that says what was done. Raises
    `Refusal` if `context.around`, which says what the card was, was edited by hand.
    """
    if (
        reply.card is None
        or isinstance(intent, _BESIDE)
        or (isinstance(intent, _PAGED) and not context.around)
    ):
        return reply
    if isinstance(intent, _PAGED) or not context.around:
        return replace(reply, replaces=True)
    around = _around(context)
    said = (Paragraph(text=reply.card.title), *_undo_of(reply.card))
    return Reply(card=replace(around, elements=(*said, *around.elements)), replaces=True)


def _undo_of(card: Card) -> tuple[Element, ...]:
    """Return the button that takes back what was done; the others stand on the lines below."""
    rows = (element for element in card.elements if isinstance(element, Actions))
    buttons = tuple(
        button
        for row in rows
        for button in row.buttons
        if isinstance(load(button.payload["do"]), intents.Undo)
    )
    return (Actions(buttons=buttons),) if buttons else ()


def _around(context: Context) -> Card:
    if context.around.startswith("bundle:"):
        numbers = context.around.removeprefix("bundle:").split(",")
        if not all(number.isascii() and number.isdigit() for number in numbers):
            raise Refusal("refuse-button")
        promises = (context.tx.promise(int(number)) for number in numbers)
        return bundle([promise for promise in promises if promise], replace(context.view, around=""))
    intent = load(context.around)
    card = answer(intent, context).card if isinstance(intent, _PAGED) else None
    if card is None:
        raise Refusal("refuse-button")
    return card
