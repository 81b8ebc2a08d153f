"""Intents as lines of JSON: buttons carry them, and questions keep them until they are answered."""

from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from bot.errors import Refusal
from bot.intents.intent import Intent

_adapter: TypeAdapter[Intent] = TypeAdapter(Annotated[Intent, Field(discriminator="verb")])


def dump(intent: Intent) -> str:
    """Write an intent as one line of JSON, without what is None."""
    return _adapter.dump_json(intent, exclude_none=True).decode()


def load(text: str) -> Intent:
    """Read what `dump` wrote. Raises `Refusal` for anything else, such as a button edited by hand."""
    try:
        return _adapter.validate_json(text)
    except ValidationError as error:
        raise Refusal("refuse-button") from error
