"""`heard Maria Chen: bus-stop data would be more useful as GTFS` — keep what a stakeholder told us."""

from bot.cards.insight import insight_card
from bot.cards.notices import twice_card
from bot.domain.insight import Insight
from bot.domain.people import folded
from bot.handlers.context import TWICE, Context
from bot.intents.intent import RecordInsight, ShowOne, Undo
from bot.messages import Reply, Tone
from bot.ports import InsightQuery


def heard(intent: RecordInsight, context: Context) -> Reply:
    """Record it, or say that it was recorded a moment ago."""
    stakeholder = context.checked(intent.stakeholder)
    view = context.view
    if not intent.again and (twin := _twin(intent, context)):
        title = view.say("heard-twice", number=twin.number)
        show = view.apart.button("button-show", ShowOne(number=twin.number), about=twin.number)
        return Reply(card=twice_card(title, view, of=context.event_id, show=show))
    insight = Insight(
        number=context.tx.next_number(),
        stakeholder=stakeholder,
        words=intent.words,
        recorded_by=context.person.id,
        recorded_at=context.now,
        team=context.team.key if context.team else None,
        source=intent.source,
    )
    context.save_insight(insight)
    title = view.say("heard", number=insight.number, stakeholder=stakeholder)
    undo = view.button("button-undo", Undo(number=insight.number, entry=0), about=insight.number)
    return Reply(card=insight_card(insight, view, title=title, buttons=(undo,), tone=Tone.GOOD))


def _twin(intent: RecordInsight, context: Context) -> Insight | None:
    recent = context.tx.insights(
        InsightQuery(recorded_by=context.person.id, recorded_since=context.now - TWICE)
    )
    wanted = (intent.stakeholder.key, folded(intent.words))
    said = ((heard, (heard.stakeholder.key, folded(heard.words))) for heard in recent.items)
    return next((heard for heard, words in said if words == wanted), None)
