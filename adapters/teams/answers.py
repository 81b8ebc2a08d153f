"""The bodies of responses: what Teams shows at once, to whoever pressed or asked. Pure.

https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format and
https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules
"""

from collections.abc import Mapping
from typing import Any

from adapters.teams import limits
from adapters.teams.cards import CONTENT_TYPE, card_of
from adapters.teams.escape import literal
from adapters.teams.forms import form_card
from adapters.teams.limits import cut
from bot.domain.people import Language
from bot.messages import Card, Form
from bot.words import Words

Answer = dict[str, Any] | None
"""The body of a response; None is an empty one."""

NOTHING: Answer = None
MESSAGE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"


def card_instead(shown: Card | Form, *, stamp: str) -> Answer:
    """Let a card, or a form, take the place of the one that was pressed on."""
    content = (
        card_of(shown, stamp=stamp) if isinstance(shown, Card) else form_card(shown, carried={}, in_chat=True)
    )
    return {"statusCode": 200, "type": CONTENT_TYPE, "value": content}


def said_below(sentence: str) -> Answer:
    """Leave the card as it is, and say something below it."""
    return {"statusCode": 200, "type": MESSAGE, "value": sentence}


def refused(language: Language) -> Answer:
    """Say that what was pressed is nothing that Engage made."""
    sentence = Words(language)("refuse-button")
    return {"statusCode": 400, "type": ERROR, "value": {"code": "BadRequest", "message": sentence}}


def dialog(form: Form, *, carried: Mapping[str, str]) -> Answer:
    """Open a dialog with a form, or show it again in the one that is open; `carried` comes back with it."""
    return _dialog(form.title, form_card(form, carried=carried))


def dialog_of_card(card: Card, *, stamp: str) -> Answer:
    """Show a card in a dialog."""
    return _dialog(Words(card.language)("app-title"), _submitting(card_of(card, stamp=stamp)))


def closed(sentence: str = "") -> Answer:
    """Close the dialog, or let it say one thing before."""
    return {"task": {"type": "message", "value": sentence}} if sentence else {}


def _dialog(title: str, content: Mapping[str, Any]) -> Answer:
    value = {
        "title": cut(literal(title), limits.DIALOG_TITLE),
        "height": "medium",
        "width": "medium",
        "card": {"contentType": CONTENT_TYPE, "content": content},
    }
    return {"task": {"type": "continue", "value": value}}


def _submitting(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a card for a dialog, where only `Action.Submit` is heard."""
    if isinstance(value, list):
        return [_submitting(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.get("type") == "Action.Execute":
        value = {**{key: each for key, each in value.items() if key != "verb"}, "type": "Action.Submit"}
    return {key: each if key == "data" else _submitting(each) for key, each in value.items()}
