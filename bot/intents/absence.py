"""`away until Tuesday`, `away 20 December to 4 January`: days on which the speaker is not reminded."""

import re
from dataclasses import replace
from datetime import date, datetime, time

from bot.intents.clarify import Clarify
from bot.intents.intent import Away, Intent, When
from bot.intents.text import take_word
from bot.intents.when import Speaker, find_when

_END = re.compile(r"(?:^|\s)(?P<word>until|till|to|jusqu['’](?:au|à)|au|à)\s+(?P<day>.+)$", re.IGNORECASE)
_UNTIL = ("until", "till", "jusqu")


def away(rest: str, speaker: Speaker) -> Intent | Clarify:
    """Read when an absence begins (today, if that is not said) and when it ends; one day is both."""
    end = _END.search(rest)
    if end is None:
        only = _day(rest, speaker)
        return _unclear() if only is None else Away(first=only, last=only)
    begin = rest[: end.start()].strip()
    begin = take_word(begin, ("from", "du", "de", "le")) or begin
    first = _begin(begin, end["day"], speaker) if begin else When(day=speaker.now.date())
    last = None if first is None else _day(end["day"], _on(first.day, speaker))
    if first is None or last is None:
        return _unclear()
    return Away(first=first, last=last, back_on_last=end["word"].lower().startswith(_UNTIL))


def _begin(text: str, end: str, speaker: Speaker) -> When | None:
    """Return the first day; in "1 to 3 December" its month stands with the last one."""
    month = " ".join(end.split()[1:])
    return _day(text, speaker) or (_day(f"{text} {month}", speaker) if month else None)


def _on(day: date, speaker: Speaker) -> Speaker:
    """Return the speaker as if it were `day`: the end of an absence is told from its beginning."""
    return replace(speaker, now=max(speaker.now, datetime.combine(day, time.min, speaker.now.tzinfo)))


def _day(text: str, speaker: Speaker) -> When | None:
    found = find_when(text, speaker)
    return found[0] if found is not None and isinstance(found[0], When) else None


def _unclear() -> Clarify:
    return Clarify(code="unclear-absence", suggestions=("away",))
