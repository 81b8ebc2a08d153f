"""What can be written to a stakeholder about a promise, in the stakeholder's language."""

from bot.cards.promise import LONGEST_WORDS, excerpt
from bot.cards.view import View
from bot.domain.people import Language
from bot.domain.promise import Promise, Stage
from bot.intents.intent import Draft, OpenForm
from bot.messages import Actions, Card, Paragraph, Quote, Style
from bot.words import LANGUAGES, Words


def draft_card(promise: Promise, view: View, language: Language) -> Card:
    """Return a message to copy; nobody but the person sends it. Its words stay in the language they were said in."""
    words, number = view.words, promise.number
    buttons = [
        view.button(f"button-draft-{other}", Draft(number=number, language=other), about=number)
        for other in LANGUAGES
        if other != language
    ]
    if promise.stage is Stage.CLOSED and promise.state.told is None:
        told = OpenForm(form="told", number=number)
        buttons.insert(0, view.button("button-told", told, about=number, style=Style.PRIMARY))
    return Card(
        title=words("draft-title", number=number, stakeholder=str(promise.stakeholder)),
        language=words.language,
        elements=(
            Paragraph(text=words("draft-how")),
            Quote(text=_message(promise, view, Words(language)), language=language),
            Actions(buttons=tuple(buttons)),
        ),
    )


def _message(promise: Promise, view: View, words: Words) -> str:
    """Return the message: what was promised and when, and what has become of it."""
    recorded = words.day(promise.recorded_at.astimezone(view.zone).date())
    parts = (
        words("draft-greeting", name=promise.stakeholder.name),
        words("draft-promised", day=recorded, words=excerpt(promise.words, LONGEST_WORDS)),
        _result(promise, view, words),
        words("draft-thanks"),
        view.name_of(promise.owner),
    )
    return "\n\n".join(parts)


def _result(promise: Promise, view: View, words: Words) -> str:
    state, due = promise.state, words.due(promise.due, view.zone)
    match promise.stage:
        case Stage.CLOSED:
            result = words(f"draft-{state.outcome}")
        case Stage.ESCALATED:
            return words("draft-escalated")
        case Stage.OPEN if promise.is_overdue(view.now, view.zone):
            return words("draft-overdue", due=due)
        case Stage.OPEN:
            later = promise.due.day > promise.due_original.day
            return words("draft-moved" if later else "draft-open", due=due)
    if not state.reason:
        return result
    return f"{result}\n{words('draft-reason', reason=excerpt(state.reason, LONGEST_WORDS))}"
