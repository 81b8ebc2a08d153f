"""`mine`, `list overdue`, `list @sam` — what is promised."""

from collections.abc import Mapping
from dataclasses import replace

from bot.cards.lists import PAGE, promise_list
from bot.domain.promise import Stage
from bot.handlers.context import Context
from bot.handlers.homepage import with_waiting
from bot.intents.codec import dump
from bot.intents.intent import ListPromises, OpenForm, Show
from bot.messages import Actions, Card, Paragraph, Reply, Style
from bot.ports import PromiseQuery

STAGES: Mapping[Show, tuple[Stage, ...]] = {
    "live": (Stage.OPEN, Stage.ESCALATED),
    "open": (Stage.OPEN,),
    "overdue": (Stage.OPEN, Stage.ESCALATED),
    "escalated": (Stage.ESCALATED,),
    "closed": (Stage.CLOSED,),
    "all": tuple(Stage),
}


def list_promises(intent: ListPromises, context: Context) -> Reply:
    """Answer with one page, the earliest due first."""
    owner, team = None, None
    if intent.whose == "me":
        owner, title = context.person.id, context.view.say(f"list-mine-{intent.show}")
    elif intent.whose:
        person = context.find_person(intent.whose)
        owner, title = person.id, context.view.say(f"list-of-{intent.show}", name=person.name)
    else:
        team = context.team.key if context.team else None
        title = context.view.say(f"list-team-{intent.show}")
    page = context.tx.promises(
        PromiseQuery(
            owner=owner,
            team=team,
            stages=STAGES[intent.show],
            overdue_at=context.now if intent.show == "overdue" else None,
            offset=(intent.page - 1) * PAGE,
            limit=PAGE,
        )
    )
    view = replace(context.view, around=dump(intent))
    if not page.items and page.total:
        return list_promises(replace(intent, page=-(-page.total // PAGE)), context)
    counted = context.view.say("list-title", what=title, count=page.total)
    card = promise_list(counted, page.items, view, intent=intent, total=page.total)
    if intent.whose == "me" and intent.page == 1:
        card = with_waiting(card, context.person.id, view, context.tx)
    return Reply(card=card if card.elements else _nothing(title, intent, context))


def _nothing(title: str, intent: ListPromises, context: Context) -> Card:
    words = context.words
    if intent.show != "live" or intent.whose not in {"", "me"}:
        none = Paragraph(text=words("list-none"))
        heading = context.view.say("list-title", what=title, count=0)
        return Card(title=heading, language=words.language, elements=(none,))
    form = context.view.apart.button("button-form", OpenForm(), style=Style.PRIMARY)
    is_own = intent.whose == "me"
    return Card(
        title=words("home-empty-title") if is_own else words("list-title", what=title, count=0),
        language=words.language,
        elements=(Paragraph(text=words("list-nothing")), Actions(buttons=(form,))),
    )
