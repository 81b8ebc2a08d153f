"""`away until Tuesday`, `away 20 December to 4 January`: days on which the speaker is not reminded."""

import re

from bot.intents.intent import Away, Clarify, Intent, When, WhenAsk
from bot.intents.text import take_word
from bot.intents.when import Speaker, find_when

_END = re.compile(r"(?:^|\s)(?P<word>until|till|to|jusqu['’](?:au|à)|au|à)\s+(?P<day>.+)$", re.IGNORECASE)
_UNTIL = ("until", "till", "jusqu")


def away(rest: str, speaker: Speaker) -> Intent | Clarify:
    """Read when an absence begins (today, if that is not said) and when it ends."""
    end = _END.search(rest)
    if end is None:
        return _unclear()
    begin = rest[: end.start()].strip()
    begin = take_word(begin, ("from", "du", "de", "le")) or begin
    first = _day(begin, speaker) if begin else When(day=speaker.now.date())
    last = _day(end["day"], speaker)
    if not isinstance(first, When) or not isinstance(last, When):
        return _unclear()
    return Away(first=first, last=last, back_on_last=end["word"].lower().startswith(_UNTIL))


def _day(text: str, speaker: Speaker) -> When | WhenAsk | None:
    found = find_when(text, speaker)
    return None if found is None else found[0]


def _unclear() -> Clarify:
    return Clarify(code="unclear-absence", suggestions=("away",))
