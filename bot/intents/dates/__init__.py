"""Due dates in what people write, English and French: a value, a question with its options, or nothing.

text → `tokens` → phrases by the rules of `dues` (which stand on `dated`, `weekdays`, `periods`, `relative`,
`clocks`) → what they mean on the speaker's wall clock → the one that is the due (`choice`).

One grammar holds both languages, so that mixed sentences are understood.
"""

from datetime import datetime, time

from bot.domain.calendar import Calendar
from bot.intents.dates.choice import candidates, choose
from bot.intents.dates.values import Ask, Context, Due, Question

__all__ = ["Ask", "Due", "Question", "parse_due"]

_FEDERAL = Calendar()


def parse_due(
    text: str, lang: str, now: datetime, *, calendar: Calendar = _FEDERAL, end_of_day: time = time(17)
) -> Due | Ask | None:
    """Return the due that `text` names, a question about it, or None if it names none.

    `now` is the moment on the speaker's wall clock, aware or naive; days and times in the result are on the
    same clock. `lang` ("en" or "fr") is a hint: it settles only what both languages write, such as which
    reading of 03/04 is offered first. `calendar` counts business days; `end_of_day` is the hour of "EOD".
    Nothing is raised, whatever the text.
    """
    context = Context(now=now, lang=lang, calendar=calendar, end_of_day=end_of_day)
    return choose(tuple(candidates(text, context)))
