"""What typed commands are understood as, on a Monday morning in Ottawa."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.calendar import Calendar
from bot.domain.people import Language
from bot.intents.clarify import Clarify
from bot.intents.intent import Intent
from bot.intents.typed import parse
from bot.intents.when import Speaker

NOW = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Toronto"))


def understood(text: str, language: Language = "en") -> Intent | Clarify:
    """Return what `text` means when somebody of that language types it."""
    speaker = Speaker(language=language, now=NOW, calendar=Calendar(), end_of_day=time(17))
    return parse(text, speaker)
