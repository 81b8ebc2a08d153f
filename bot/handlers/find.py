"""`find consultation` — promises and insights whose words or stakeholder contain a text."""

from dataclasses import replace

from bot.cards.lists import PAGE, insight_line, pager, pages_of, promise_line
from bot.handlers.context import Context
from bot.intents.codec import dump
from bot.intents.intent import Find
from bot.messages import Card, Element, Paragraph, Reply
from bot.ports import InsightQuery, PromiseQuery


def find(intent: Find, context: Context) -> Reply:
    """Answer with one page: promises first, then insights."""
    view = replace(context.view, around=dump(intent))
    offset = (intent.page - 1) * PAGE
    promises = context.tx.promises(PromiseQuery(text=intent.text, offset=offset, limit=PAGE))
    insights = context.tx.insights(
        InsightQuery(
            text=intent.text,
            offset=max(0, offset - promises.total),
            limit=PAGE - len(promises.items),
        )
    )
    total = promises.total + insights.total
    lines: list[Element] = [promise_line(promise, view) for promise in promises.items]
    lines += [insight_line(insight, view) for insight in insights.items]
    if not total:
        lines.append(Paragraph(text=context.words("find-nothing")))
    card = Card(
        title=context.view.say("find-title", text=intent.text[:60], count=total),
        language=context.words.language,
        elements=(*lines, *pager(intent, view, pages=pages_of(total))),
    )
    return Reply(card=card)
