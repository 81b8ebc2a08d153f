"""Days in what people type, as intents carry them."""

from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.calendar import Calendar
from bot.domain.people import Language
from bot.intents.dates import Ask, Due, parse_due
from bot.intents.days import When, WhenAsk
from bot.intents.text import cut

NO_DAY = WhenAsk(question="missing")


@dataclass(frozen=True, kw_only=True)
class Speaker:
    """Whose words are read: their language, the moment on their clock, and their calendar.

    `fiscal_start` is the month in which the fiscal year begins.
    """

    language: Language
    now: datetime
    calendar: Calendar
    end_of_day: time
    fiscal_start: int = 4


def find_when(text: str, speaker: Speaker) -> tuple[When | WhenAsk, str] | None:
    """Return the day that `text` names and the rest of the text, or None if it names none."""
    found = parse_due(
        text,
        speaker.language,
        speaker.now,
        calendar=speaker.calendar,
        end_of_day=speaker.end_of_day,
        fiscal_start=speaker.fiscal_start,
    )
    match found:
        case Due():
            return _when(found), _without(text, found)
        case Ask():
            options = tuple(_when(option) for option in found.options)
            return WhenAsk(question=found.question, said=found.said, options=options), cut(text, found.span)
        case None:
            return None


def _without(text: str, due: Due) -> str:
    """Return `text` without the due, and without its hour where that stands apart."""
    for span in sorted(filter(None, (due.span, due.apart)), reverse=True):
        text = cut(text, span)
    return text


def _when(due: Due) -> When:
    return When(day=due.date, clock=due.time, said=due.said, others=due.others)
