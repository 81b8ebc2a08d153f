"""All that was written about a promise or an insight: cards cut long texts, this shows them whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.cards.lists import pager
from bot.cards.view import View
from bot.domain.insight import Insight
from bot.domain.promise import Promise
from bot.intents.codec import dump
from bot.intents.intent import Read
from bot.messages import Card, Element, Paragraph, Quote

TEXTS_ON_A_PAGE = 12

PAGE_OF_TEXT = 2_000
"""Characters on one page, which every platform takes in one piece."""


def reading_card(of: Promise | Insight, view: View, intent: Read) -> Card:
    """Return one page of everything that was written, in the order in which it was."""
    pages = _pages(list(_texts(of, view)))
    page = min(max(intent.page, 1), len(pages))
    paged = replace(view, around=dump(replace(intent, page=page)))
    key = "reading-title" if isinstance(of, Promise) else "reading-title-insight"
    return Card(
        title=view.words(key, number=of.number, stakeholder=str(of.stakeholder)),
        language=view.words.language,
        elements=(*pages[page - 1], *pager(replace(intent, page=page), paged, pages=len(pages))),
    )


def _texts(of: Promise | Insight, view: View) -> Iterator[tuple[str, str]]:
    """Yield who wrote each text, and the text."""
    yield view.name_of(of.recorded_by), of.words
    if isinstance(of, Insight):
        return
    told = of.state.told
    for entry in of.history:
        if entry.note and entry.by is not None:
            yield view.name_of(entry.by), entry.note
    if told is not None and told.how and all(entry.note != told.how for entry in of.history):
        yield view.words("label-told"), told.how


def _pages(texts: Sequence[tuple[str, str]]) -> list[list[Element]]:
    """Fill pages one after the other; a text that does not fit goes on over the next ones."""
    pages: list[list[Element]] = [[]]
    room = PAGE_OF_TEXT
    for label, text in texts:
        rest = text
        while rest:
            if len(pages[-1]) >= 2 * TEXTS_ON_A_PAGE or room < PAGE_OF_TEXT // 4:
                pages.append([])
                room = PAGE_OF_TEXT
            piece = _piece(rest, room)
            pages[-1] += [Paragraph(text=label), Quote(text=piece)]
            room -= len(label) + len(piece)
            rest = rest[len(piece) :].lstrip()
    return pages


def _piece(text: str, longest: int) -> str:
    """Return the beginning of a text, up to a space or line break where there is one."""
    if len(text) <= longest:
        return text
    end = max(text.rfind(space, longest // 2, longest) for space in " \n")
    return text[: end if end > 0 else longest]
