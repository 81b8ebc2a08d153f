"""What waits for somebody and what they owe: at the head of their list, and on their home page."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.cards.lists import PAGE, pager, pages_of, promise_line
from bot.cards.promise import LONGEST_NOTE, actions, excerpt, item, show_button
from bot.cards.view import View
from bot.domain.people import Person, PersonId
from bot.domain.policy import Policy
from bot.domain.promise import Promise, Stage
from bot.handlers.context import view_of
from bot.intents.codec import dump
from bot.intents.intent import Help, OpenForm, ShowHome
from bot.intents.oneself import Choose
from bot.messages import Actions, Card, ConversationRef, Element, Item, Paragraph, Small, Style
from bot.ports import PromiseQuery, Transaction

KEPT_UP = timedelta(days=30)
"""How long after somebody looked at it their home page is kept up to date."""


def with_waiting(card: Card, person_id: PersonId, view: View, tx: Transaction) -> Card:
    """Return somebody's list with what waits for their own answer before it, which is then its title."""
    asked = tx.promises(PromiseQuery(decider=person_id, stages=(Stage.ESCALATED,), limit=PAGE))
    if not asked.total:
        return card
    items: list[Element] = [_question(promise, view) for promise in asked.items]
    if asked.total > len(items):
        items.append(Small(text=view.words("list-waiting-more", count=asked.total - len(items))))
    title = view.words("list-waiting", count=asked.total)
    if card.elements:
        items.append(Paragraph(text=card.title))
    return replace(card, title=title, elements=(*items, *card.elements))


def _question(promise: Promise, view: View) -> Item:
    line = item(promise, view, (*actions(promise, view), show_button(promise, view)))
    escalation = promise.state.escalation
    question = excerpt(escalation.question, LONGEST_NOTE) if escalation is not None else ""
    return replace(line, detail=f"{question}\n{line.detail}")


def home_card(tx: Transaction, policy: Policy, person: Person, now: datetime, *, page: int = 1) -> Card:
    """Return somebody's home page, a page of their promises at a time."""
    query = PromiseQuery(owner=person.id, stages=(Stage.OPEN, Stage.ESCALATED), limit=PAGE)
    pages = max(1, pages_of(tx.promises(query).total))
    intent = ShowHome(page=min(max(page, 1), pages))
    owed = tx.promises(replace(query, offset=(intent.page - 1) * PAGE))
    view = view_of(tx, policy, person, now, around=dump(intent))
    title = view.say("list-title", what=view.words("list-mine-live"), count=owed.total)
    lines = (*(promise_line(promise, view) for promise in owed.items), *pager(intent, view, pages=pages))
    card = Card(title=title, language=view.words.language, elements=lines)
    if intent.page == 1:
        card = with_waiting(card, person.id, view, tx)
    if not card.elements:
        invitation = Paragraph(text=view.words("home-empty"))
        card = replace(card, title=view.words("home-empty-title"), elements=(invitation,))
    buttons = (
        view.apart.button("button-form", OpenForm(), style=Style.PRIMARY),
        view.apart.button("button-settings", Choose()),
        view.apart.button("button-help", Help()),
    )
    return replace(card, elements=(Actions(buttons=buttons), *card.elements))


def home_mark(page: ConversationRef) -> str:
    """Return the key under which the moment is kept at which somebody last looked at their home page."""
    return f"home:{page}"
