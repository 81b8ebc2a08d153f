"""One verb, one file: this listing is what Engage can do.

`answer` finds the handler of an intent; `in_place` and `refused_in_place` make what answers a pressed button
take the place of the card that it stood on.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.cards.reminder import BUNDLE_PREFIX, bundle
from bot.errors import Refusal
from bot.handlers.away import away, back
from bot.handlers.close import close
from bot.handlers.context import Context
from bot.handlers.draft import draft
from bot.handlers.escalate import escalate
from bot.handlers.find import find
from bot.handlers.form import open_form
from bot.handlers.give import give
from bot.handlers.heard import heard
from bot.handlers.help import help_
from bot.handlers.history import history
from bot.handlers.home import home
from bot.handlers.link import link
from bot.handlers.list import list_promises
from bot.handlers.move import move
from bot.handlers.prefer import prefer
from bot.handlers.read import read
from bot.handlers.record import record
from bot.handlers.reopen import reopen
from bot.handlers.return_ import return_
from bot.handlers.settings import settings
from bot.handlers.show import show
from bot.handlers.snooze import snooze
from bot.handlers.summary import summarise
from bot.handlers.tell import tell
from bot.handlers.undo import undo
from bot.handlers.unlink import unlink
from bot.intents import intent as intents
from bot.intents import oneself
from bot.intents.codec import load
from bot.messages import Actions, Button, Card, Element, Item, Paragraph, Place, Reply

_HANDLERS: Mapping[type, Callable[[Any, Context], Reply]] = {
    intents.RecordPromise: record,
    intents.RecordInsight: heard,
    intents.OpenForm: open_form,
    intents.ListPromises: list_promises,
    intents.Find: find,
    intents.ShowOne: show,
    intents.ShowHistory: history,
    intents.Read: read,
    intents.ShowHome: home,
    intents.Close: close,
    intents.Tell: tell,
    intents.Draft: draft,
    intents.Reopen: reopen,
    intents.Snooze: snooze,
    intents.Move: move,
    intents.Give: give,
    intents.Escalate: escalate,
    intents.Return: return_,
    intents.Summarise: summarise,
    intents.Help: help_,
    oneself.Away: away,
    oneself.Back: back,
    intents.Undo: undo,
    oneself.Link: link,
    oneself.Unlink: unlink,
    oneself.Prefer: prefer,
    oneself.Choose: settings,
}

_BESIDE = (intents.ShowOne, intents.Help, intents.Summarise, intents.OpenForm)
"""Asked for by a button, these are answered beside its card."""

_PAGED = (intents.ListPromises, intents.Find, intents.ShowHistory, intents.ShowHome, intents.Read)
"""Asked for by a button of their own pager, these take its card's place; from elsewhere, they stand beside."""

_BUNDLE = re.compile(r"(?P<numbers>[0-9]{1,9}(?:,[0-9]{1,9}){0,199})(?:\+(?P<others>[0-9]{1,5}))?")
"""What a reminder's buttons say of it: the promises that it is about, and how many more there were."""


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
        or (isinstance(intent, intents.Draft) and intent.language is None)
        or _is_of_settings_beside(intent, context)
        or (isinstance(intent, _PAGED) and not context.around)
    ):
        return reply
    if isinstance(intent, _PAGED) or not context.around:
        return replace(reply, replaces=True)
    if _buttons_for((intents.Resume,), reply.card):
        return reply  # a question stands beside the card until it is answered
    around = _around(context)
    said: list[Element] = [Paragraph(text=reply.card.title)]
    there = {
        button.payload["do"] for each in around.elements if isinstance(each, Item) for button in each.buttons
    }
    going_on = _buttons_for((intents.Undo, intents.OpenForm), reply.card)
    if once := tuple(button for button in going_on if button.payload["do"] not in there):
        said.append(Actions(buttons=once))
    return Reply(card=replace(around, elements=(*said, *around.elements)), replaces=True)


def _is_of_settings_beside(intent: intents.Intent, context: Context) -> bool:
    """Say whether settings are shown beside what was pressed: asked for, or on a home page, which has no room."""
    is_home = context.conversation.place is Place.HOME
    match intent:
        case oneself.Choose():
            return is_home or not intent.settings
        case intents.Undo():
            return is_home and bool(intent.of)
        case _:
            return False


def refused_in_place(card: Card, context: Context) -> Reply:
    """Return a refusal of what was pressed on a card of several things: that card, made again below it.

    What was pressed may have been done already, so the card may show what no longer is.
    """
    around = _around(context)
    return Reply(card=replace(around, elements=(Paragraph(text=card.title), *around.elements)), replaces=True)


def _buttons_for(meanings: tuple[type[intents.Intent], ...], card: Card) -> tuple[Button, ...]:
    rows = (element for element in card.elements if isinstance(element, Actions))
    buttons = (button for row in rows for button in row.buttons)
    return tuple(button for button in buttons if isinstance(load(button.payload["do"]), meanings))


def _around(context: Context) -> Card:
    if context.around.startswith(BUNDLE_PREFIX):
        made = _BUNDLE.fullmatch(context.around.removeprefix(BUNDLE_PREFIX))
        if made is None:
            raise Refusal("refuse-button")
        promises = (context.tx.promise(int(number)) for number in made["numbers"].split(","))
        known = [promise for promise in promises if promise]
        return bundle(known, replace(context.view, around=""), others=int(made["others"] or 0))
    intent = load(context.around)
    card = answer(intent, context).card if isinstance(intent, _PAGED) else None
    if card is None:
        raise Refusal("refuse-button")
    return card
