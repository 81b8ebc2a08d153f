"""One promise after something was done to it: what it was, and how to take it back or go on."""

from collections.abc import Sequence

from bot.cards.promise import body, draft_button
from bot.cards.view import View
from bot.domain.calendar import Calendar
from bot.domain.people import Leave
from bot.domain.promise import Promise, Stage
from bot.intents.intent import OpenForm, Undo
from bot.messages import Actions, Button, Card, Small, Style, Tone


def done_card(
    promise: Promise,
    view: View,
    *,
    title: str,
    tone: Tone = Tone.GOOD,
    rather: Sequence[Button] = (),
    remark: str = "",
) -> Card:
    """Return what was just done: the sentence, the promise, and the buttons.

    `rather` does it with another reading of the same words; `remark` is worth knowing about its day.
    """
    undo = Undo(number=promise.number, entry=promise.version - 1)
    buttons = [*rather, view.button("button-undo", undo, about=promise.number)]
    if promise.version == 1:
        change = OpenForm(form="change", number=promise.number)
        buttons.insert(-1, view.button("button-change", change, about=promise.number))
    elif promise.stage is Stage.CLOSED and promise.state.told is None:
        told = OpenForm(form="told", number=promise.number)
        buttons.insert(0, view.button("button-told", told, about=promise.number, style=Style.PRIMARY))
        buttons.insert(1, draft_button(promise, view))
    remarks = (Small(text=remark),) if remark else ()
    return Card(
        title=title,
        language=view.words.language,
        elements=(*body(promise, view), *remarks, Actions(buttons=tuple(buttons))),
        tone=tone,
    )


def remark_on_due(promise: Promise, view: View, calendar: Calendar, leave: Leave | None) -> str:
    """Say that its owner, whose calendar and leave these are, does not work on the day when it is due."""
    day = promise.due.day
    why = calendar.why_not(day) or ("leave" if leave is not None and leave.covers(day) else None)
    if why is None:
        return ""
    holiday = calendar.name_of(day)
    if why == "holiday" and holiday is not None:
        return view.words("remark-holiday", holiday=view.words(f"holiday-{holiday}"))
    if promise.owner == view.reader and why in {"day-off", "leave"}:
        return view.words(f"remark-yours-{why}")
    return view.words(f"remark-{why}", owner=view.name_of(promise.owner))
