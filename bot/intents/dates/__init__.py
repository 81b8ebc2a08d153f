"""Due dates in what people write, English and French: a value, a question with its options, or nothing.

text → `tokens` → phrases by the rules of `dues` → what they mean on the speaker's wall clock → the one that
is the due (`choice`). The rules stand concept by concept: `dated`, `monthly`, `fiscal`, `festivals`,
`weekdays`, `periods`, `lengths`, `relative`, `neighbours`, `clocks`, `whole_hours`, `parts`; `leads` has what
introduces them, `lookalikes`, `recurrences` and `told` what only looks like them.

One grammar holds both languages, so that mixed sentences are understood.
"""

from datetime import datetime, time

from bot.domain.calendar import Calendar
from bot.intents.dates.choice import candidates, choose
from bot.intents.dates.values import FIRST_YEAR, LAST_YEAR, Ask, Context, Due, Question

__all__ = ["Ask", "Due", "Question", "parse_due"]

_FEDERAL = Calendar()


def parse_due(
    text: str,
    lang: str,
    now: datetime,
    *,
    calendar: Calendar = _FEDERAL,
    end_of_day: time = time(17),
    fiscal_start: int = 4,
) -> Due | Ask | None:
    """Return the due that `text` names, a question about it, or None if it names none.

    `now` is the moment on the speaker's wall clock, aware or naive; days and times in the result are on the
    same clock. `lang` ("en" or "fr") is a hint: it settles only what both languages write, such as which
    reading of 03/04 is offered first. `calendar` counts business days; `end_of_day` is the hour of "EOD";
    `fiscal_start` is the month, 1 to 12, in which the fiscal year starts. Nothing is raised, whatever the
    text; outside the years that people mean (`FIRST_YEAR` to `LAST_YEAR`), nothing is understood. Of a text of more
    than 1,200 words and marks, the first and the last 600 are looked at.
    """
    if not FIRST_YEAR <= now.year <= LAST_YEAR:
        return None
    context = Context(now=now, lang=lang, calendar=calendar, end_of_day=end_of_day, fiscal_start=fiscal_start)
    return choose(tuple(candidates(text, context)), context)
