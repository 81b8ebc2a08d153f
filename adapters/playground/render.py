"""Messages and forms → what the page shows, as plain data. Pure."""

from typing import Any

from pydantic import TypeAdapter

from adapters.playground.entries import Message
from bot.messages import Card, Form

_CARD: TypeAdapter[Card] = TypeAdapter(Card)
_FORM: TypeAdapter[Form] = TypeAdapter(Form)


def message_data(message: Message) -> dict[str, Any]:
    """Return a message; `sender` null is Engage, `only` null is everybody in the conversation."""
    return {
        "id": message.id,
        "conversation": message.conversation,
        "at": message.at.isoformat(),
        "sender": message.sender,
        "only": message.only,
        "text": message.text,
        "card": None if message.card is None else _CARD.dump_python(message.card, mode="json"),
    }


def form_data(form: Form) -> dict[str, Any]:
    """Return a form with its values and errors."""
    data: dict[str, Any] = _FORM.dump_python(form, mode="json")
    return data
