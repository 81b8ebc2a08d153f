"""Lists of promises and insights, a page at a time."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.promise import item, menu, open_actions, shortened, show_button
from bot.cards.view import View
from bot.domain.insight import Insight
from bot.domain.promise import Promise, Stage
from bot.intents.intent import (
    Find,
    ListPromises,
    Read,
    ShowHistory,
    ShowHome,
    ShowOne,
)
from bot.messages import Actions, Card, Element, Item, Small

PAGE = 8
"""Lines on one page: what a phone shows without getting lost."""

MENU = 5
"""Entries of a menu: what Slack takes. The rest is one press away, on the promise itself."""


def promise_list(
    title: str, promises: Sequence[Promise], view: View, *, intent: ListPromises, total: int
) -> Card:
    """Return one page of promises; what its reader can finish at once has its button."""
    items = tuple(promise_line(promise, view) for promise in promises)
    elements = (*items, *pager(intent, view, pages=pages_of(total)))
    return Card(title=title, language=view.words.language, elements=elements)


def promise_line(promise: Promise, view: View) -> Item:
    """Return a promise as a line with what its reader does most, and the rest in its menu."""
    show = show_button(promise, view)
    if promise.stage is not Stage.OPEN or promise.owner != view.reader:
        return item(promise, view, (show,))
    done, *others = open_actions(promise, view)
    rarely = (*others, *menu(promise, view))
    return item(promise, view, (done, show), rarely[:MENU])


def insight_line(insight: Insight, view: View) -> Item:
    """Return an insight as a line of a list."""
    words = view.words
    title = words(
        "item-title",
        number=insight.number,
        stakeholder=shortened(str(insight.stakeholder), 60),
        words=shortened(insight.words),
    )
    when = words.short_moment(insight.recorded_at, view.zone, view.today)
    detail = words("insight-by", name=view.name_of(insight.recorded_by), when=when)
    show = view.apart.button("button-show", ShowOne(number=insight.number), about=insight.number)
    return Item(title=title, detail=detail, buttons=(show,))


def pages_of(total: int) -> int:
    """Return how many pages so many lines take."""
    return -(-total // PAGE)


def pager(
    intent: ListPromises | Find | ShowHistory | ShowHome | Read, view: View, *, pages: int
) -> tuple[Element, ...]:
    """Return "page 2 of 5" with its buttons, or nothing where one page holds everything."""
    if pages <= 1:
        return ()
    buttons = []
    if intent.page > 1:
        buttons.append(view.button("button-previous", replace(intent, page=intent.page - 1)))
    if intent.page < pages:
        buttons.append(view.button("button-next", replace(intent, page=intent.page + 1)))
    return Small(text=view.words("page-of", page=intent.page, pages=pages)), Actions(buttons=tuple(buttons))
