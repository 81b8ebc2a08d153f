"""What a due phrase can mean: a day, a question about it, or a day on the way to one of these."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum, StrEnum

from bot.domain.calendar import Calendar

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years that people mean; sums within them never run out of the calendar."""

Span = tuple[int, int]
"""Where something stands in a text: its first character, and the one after its last."""


class Question(StrEnum):
    """Why a phrase has to be asked about. The sentences are in `bot/words`."""

    AMBIGUOUS = "ambiguous-day-month"
    """03/04: the options are both readings that are not past."""

    CONTRADICTION = "weekday-contradicts-date"
    """Friday, 3 March, when that is a Tuesday: the options are the date and that weekday near it."""

    IMPOSSIBLE = "impossible"
    """31 February: there is no option."""

    PAST = "past"
    """Gone by: the option, if there is one, is the same in the next year, or tomorrow at that hour."""

    VAGUE = "vague"
    """Soon: no options. Next month, in March, the end of the year, the weekend: days that may be meant."""

    SEVERAL = "several"
    """More than one day is named, and none is surely the due: the options are all of them."""


@dataclass(frozen=True)
class Due:
    """A day, and a clock time if one was said, on the wall clock of `now`.

    `span` covers the whole phrase with its preposition; `said` is the text there. `others` are the other days
    that the same words can mean. `apart` is where the hour stands, if that is elsewhere: "by 4 pm to Luc, Friday".
    """

    date: dt.date
    time: dt.time | None
    span: Span
    said: str
    others: tuple[dt.date, ...] = ()
    apart: Span | None = None


@dataclass(frozen=True)
class Ask:
    """A phrase that is a due but not a day: `question` says why, `options` what it may mean.

    `span` and `said` are those of the phrase; for several dates, of the last one.
    """

    question: Question
    options: tuple[Due, ...]
    span: Span
    said: str


class Strength(IntEnum):
    """How surely the words before a date make it the due."""

    PLAIN = 1
    """On, to, until, or nothing."""

    AIMED = 2
    """Before, for."""

    LIMIT = 3
    """By, no later than, within."""


class Aside(Enum):
    """What a part of a sentence is that only goes with the due."""

    REASON = "reason"
    """Because it was due on Friday: no due, however it is introduced."""

    REFERENCE = "reference"
    """Further to our call on Monday: no due, unless a limit is set."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """What a phrase is read against. `lang` is "fr" or anything else, which is read as English.

    `fiscal_start` is the month, from 1 to 12, in which the fiscal year starts.
    """

    now: dt.datetime
    lang: str
    calendar: Calendar
    end_of_day: dt.time
    fiscal_start: int = 4
    today: dt.date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "today", self.now.date())


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One day and no question, or a question with the days that may be meant.

    `others` are what one day may be instead.
    """

    days: tuple[dt.date, ...] = ()
    question: Question | None = None
    clock: dt.time | None = None
    others: tuple[dt.date, ...] = ()
    hour_alone: bool = False
    """No day was said: it is today or tomorrow, or that of another phrase of the sentence."""

    def moved(self, move: Callable[[dt.date], dt.date]) -> "Reading":
        """Return this reading with every day moved, without its clock time."""
        days, others = (tuple(move(day) for day in each) for each in (self.days, self.others))
        return replace(self, days=days, others=others, clock=None)


def on(day: dt.date, *others: dt.date) -> Reading:
    """Return the reading that is `day`, or perhaps one of `others`."""
    return Reading(days=(day,), others=others)


def asked(*days: dt.date) -> Reading:
    """Return the question which of `days`, if any, is meant."""
    return Reading(days=days, question=Question.VAGUE)
