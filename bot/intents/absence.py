"""`away until Tuesday`, `away 20 December to 4 January`, `away next week`: when the speaker is not reminded."""

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from bot.intents.clarify import Clarify
from bot.intents.days import When, WhenAsk
from bot.intents.intent import Intent
from bot.intents.lexicon import FOR, MONTHS, WEEKS
from bot.intents.oneself import Away
from bot.intents.text import take, take_word
from bot.intents.when import Speaker, find_when

_END = re.compile(r"(?:^|\s)(?P<word>until|till|to|jusqu['’](?:au|à)|au|à)\s+(?P<day>.+)$", re.IGNORECASE)
_UNTIL = ("until", "till", "jusqu")
_LENGTH = re.compile(rf"(?:^|\s)(?:{'|'.join(FOR)})\s+(?P<length>.+)$", re.IGNORECASE)
_WEEK = timedelta(days=7)

Day = When | WhenAsk


def away(rest: str, speaker: Speaker) -> Intent | Clarify:
    """Read when an absence begins (today, if that is not said) and when it ends; one day is both."""
    return (
        _weeks(rest, speaker)
        or _months(rest, speaker)
        or _for_so_long(rest, speaker)
        or _until(rest, speaker)
    )


def _weeks(rest: str, speaker: Speaker) -> Away | None:
    """Read a whole week, or what is left of this one."""
    taken = take(rest, WEEKS)
    if taken is None or taken[1].strip(" .!"):
        return None
    today = speaker.now.date()
    monday = today - timedelta(days=today.weekday()) + taken[0] * _WEEK
    sunday = monday + _WEEK - timedelta(days=1)
    return Away(first=When(day=max(monday, today)), last=When(day=sunday))


def _months(rest: str, speaker: Speaker) -> Away | None:
    """Read a whole month, or what is left of this one."""
    taken = take(rest, MONTHS)
    if taken is None or taken[1].strip(" .!"):
        return None
    today = speaker.now.date()
    first = today.replace(day=1) + relativedelta(months=taken[0])
    last = first + relativedelta(months=1, days=-1)
    return Away(first=When(day=max(first, today)), last=When(day=last))


def _for_so_long(rest: str, speaker: Speaker) -> Away | Clarify | None:
    """Read `for two weeks`, `from Monday for ten days`: the day of coming back is counted from the first.

    Where the first day is unclear, there is nothing to count from.
    """
    length = _LENGTH.search(rest)
    if length is None:
        return None
    first = _first(rest[: length.start()].strip(), "", speaker)
    if isinstance(first, WhenAsk):
        return _unclear()
    back = _day(f"in {length['length']}", _on(_earliest(first, speaker), speaker)) if first else None
    return Away(first=first, last=back, back_on_last=True) if first and back else None


def _until(rest: str, speaker: Speaker) -> Intent | Clarify:
    end = _END.search(rest)
    if end is None:
        only = _day(rest, speaker)
        return _unclear() if only is None else Away(first=only, last=only)
    first = _first(rest[: end.start()].strip(), end["day"], speaker)
    last = None if first is None else _day(end["day"], _on(_earliest(first, speaker), speaker))
    if first is None or last is None:
        return _unclear()
    return Away(first=first, last=last, back_on_last=end["word"].lower().startswith(_UNTIL))


def _first(text: str, end: str, speaker: Speaker) -> Day | None:
    """Return the first day; in "1 to 3 December" its month stands with the last one."""
    if not text:
        return When(day=speaker.now.date())
    begin = take_word(text, ("from", "du", "de", "le")) or text
    month = " ".join(end.split()[1:])
    return _day(begin, speaker) or (_day(f"{begin} {month}", speaker) if month else None)


def _earliest(first: Day, speaker: Speaker) -> date:
    return first.day if isinstance(first, When) else speaker.now.date()


def _on(day: date, speaker: Speaker) -> Speaker:
    """Return the speaker as if it were `day`: the end of an absence is told from its beginning."""
    return replace(speaker, now=max(speaker.now, datetime.combine(day, time.min, speaker.now.tzinfo)))


def _day(text: str, speaker: Speaker) -> Day | None:
    found = find_when(text, speaker)
    return None if found is None else found[0]


def _unclear() -> Clarify:
    return Clarify(code="unclear-absence", suggestions=("away",))
