"""One insight: what was heard, from whom."""

from bot.cards.promise import LONGEST_WORDS, excerpt, reading
from bot.cards.view import View
from bot.domain.insight import Insight
from bot.messages import Actions, Button, Card, Element, Fields, Quote, Tone


def insight_card(
    insight: Insight,
    view: View,
    *,
    title: str = "",
    buttons: tuple[Button, ...] = (),
    tone: Tone = Tone.PLAIN,
) -> Card:
    """Return the whole insight."""
    words = view.words
    rows = [
        (words("label-from"), str(insight.stakeholder)),
        (words("label-heard-by"), view.name_of(insight.recorded_by)),
        (words("label-recorded"), words.moment(insight.recorded_at, view.zone)),
    ]
    if insight.retracted_at is not None:
        rows.append((words("label-stands"), words("standing-retracted")))
    if insight.source:
        rows.append((words("label-source"), insight.source))
    elements: list[Element] = [Quote(text=excerpt(insight.words)), Fields(rows=tuple(rows))]
    elements += reading(insight.number, len(insight.words) > LONGEST_WORDS, view)
    if buttons:
        elements.append(Actions(buttons=buttons))
    heading = title or words("insight-title", number=insight.number, stakeholder=str(insight.stakeholder))
    return Card(title=heading, language=words.language, elements=tuple(elements), tone=tone)
