"""What Slack's menus say of Engage. Slack translates no menu, so each text says it in English and in French."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.domain.people import Language

Text = Mapping[Language, str]


def both(text: Text) -> str:
    """Return a text in both languages: "Record / Consigner"."""
    return f"{text['en']} / {text['fr']}"


COMMAND_DOES: Text = {
    "en": "Record and follow up promises",
    "fr": "Consigner et suivre les engagements",
}
COMMAND_TAKES: Text = {
    "en": "[promise ... | heard ... | mine | settings | help]",
    "fr": "[engagement ... | entendu ... | moi | paramètres | aide]",
}


@dataclass(frozen=True, kw_only=True)
class Shortcut:
    """An entry in one of Slack's menus: of every place, or of a message. `name` has 24 characters at most."""

    callback_id: str
    name: Text
    kind: Literal["global", "message"]
    description: Text


SHORTCUTS = (
    Shortcut(
        callback_id="record",
        name={"en": "Record", "fr": "Consigner"},
        kind="global",
        description={
            "en": "Record a promise or what you heard",
            "fr": "Consigner un engagement ou une observation",
        },
    ),
    Shortcut(
        callback_id="record_promise",
        name={"en": "Promise", "fr": "Engagement"},
        kind="message",
        description={
            "en": "Record what this message promises",
            "fr": "Consigner l’engagement pris dans ce message",
        },
    ),
    Shortcut(
        callback_id="record_insight",
        name={"en": "Insight", "fr": "Observation"},
        kind="message",
        description={
            "en": "Record what this message tells us",
            "fr": "Consigner l’observation faite dans ce message",
        },
    ),
)
