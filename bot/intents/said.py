"""Whatever somebody said, pressed, filled in or picked → what they want."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.intents.clarify import Clarify
from bot.intents.codec import load
from bot.intents.forms import FormErrors, read_form
from bot.intents.intent import (
    Help,
    Intent,
    OpenForm,
    RecordInsight,
    RecordPromise,
    ShowHome,
)
from bot.intents.typed import parse
from bot.intents.when import Speaker
from bot.messages import Joined, Opened, Picked, Pressed, Submitted, Typed


def wanted(
    said: Typed | Pressed | Submitted | Picked | Opened | Joined, speaker: Speaker, names: Mapping[str, str]
) -> Intent | FormErrors:
    """Return what is wanted, or a form with what is wrong with it. Raises `Refusal` for what is not clear.

    `names` are those of the people who are mentioned, by how the text calls them: what is recorded has names.
    """
    intent = _wanted(said, speaker)
    if isinstance(intent, RecordPromise | RecordInsight) and names:
        to = replace(intent.stakeholder, name=_named(intent.stakeholder.name, names))
        return replace(intent, words=_named(intent.words, names), stakeholder=to)
    return intent


def _named(text: str, names: Mapping[str, str]) -> str:
    """Return a text with people's names in place of what the platform calls them."""
    return re.sub(r"@([\w.\-]+)", lambda found: _name(found[0], found[1], names), text)


def _name(mention: str, called: str, names: Mapping[str, str]) -> str:
    bare = called.rstrip(".-")
    return f"{names[bare]}{called[len(bare) :]}" if names.get(bare) else mention


def _wanted(
    said: Typed | Pressed | Submitted | Picked | Opened | Joined, speaker: Speaker
) -> Intent | FormErrors:
    match said:
        case Typed(text=text):
            intent = parse(text, speaker)
            if isinstance(intent, Clarify):
                raise intent.refusal()
            return intent
        case Pressed(payload=payload):
            return load(payload.get("do", ""))
        case Submitted(payload=payload, values=values):
            return read_form(payload, values, speaker)
        case Picked(kind=kind, words=words, author=author, link=link):
            return OpenForm(kind=kind, words=words, stakeholder=author, source=link)
        case Opened():
            return ShowHome()
        case Joined():
            return Help()
