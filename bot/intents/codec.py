"""Intents as lines of JSON: buttons carry them, and questions keep them until they are answered."""

import json
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from bot.errors import Refusal
from bot.intents.intent import Intent

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "&<>"}

_adapter: TypeAdapter[Intent] = TypeAdapter(Annotated[Intent, Field(discriminator="verb")])


def dump(intent: Intent) -> str:
    """Write an intent as one line of JSON, without what has its default; `&`, `<` and `>` are escaped in it.

    Platforms escape these three in what they send back of a button, and not always the same way.
    """
    fields = _adapter.dump_python(intent, mode="json", exclude_defaults=True)
    line = json.dumps({**fields, "verb": intent.verb}, ensure_ascii=False, separators=(",", ":"))
    return line.translate(_ESCAPES)


def load(text: str) -> Intent:
    """Read what `dump` wrote. Raises `Refusal` for anything else, such as a button edited by hand."""
    try:
        return _adapter.validate_json(text)
    except ValidationError as error:
        raise Refusal("refuse-button") from error
