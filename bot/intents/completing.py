"""A command that waited for an answer, and the answer → the whole command."""

from dataclasses import replace

from bot.errors import Refusal
from bot.intents.days import When, WhenAsk
from bot.intents.intent import (
    Intent,
    Move,
    RecordInsight,
    RecordPromise,
    Resume,
    Snooze,
)
from bot.intents.oneself import Away


def completed(intent: Intent, resume: Resume) -> Intent:
    """Return the command with the day that was chosen, or in spite of a warning.

    Raises `Refusal` if it waits for nothing of the kind: the button was edited by hand.
    """
    match intent:
        case Away() if resume.when is not None:
            return _absence(intent, resume.when)
        case RecordPromise() | Snooze() | Move() if resume.when is not None:
            return replace(intent, when=resume.when)
        case RecordPromise() | RecordInsight() if resume.again:
            return replace(intent, again=True)
        case _:
            raise Refusal("refuse-button")


def _absence(intent: Away, day: When) -> Away:
    """Put the day where it was asked for: at the beginning first, and at the end if that is the same day."""
    if not isinstance(intent.first, WhenAsk):
        return replace(intent, last=day)
    return replace(intent, first=day, last=day if intent.last == intent.first else intent.last)
