"""Every sentence that Engage says, in English and French.

`en.ftl` and `fr.ftl` hold the same keys; neither is the source of the other. Dates and numbers are written
as each language writes them in Canada (CLDR, through Babel).
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache
from importlib import resources
from typing import get_args
from zoneinfo import ZoneInfo

from babel.dates import (
    format_date,
    format_skeleton,
    format_time,
    get_day_names,
    get_timezone_location,
)
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

from bot.domain.due import Due
from bot.domain.fiscal import FiscalYear
from bot.domain.people import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)
_LOCALES = {"en": "en_CA", "fr": "fr_CA"}
_NBSP = "\u00a0"


def source(language: Language) -> str:
    """Return all that is said in one language, as Fluent writes it."""
    return resources.files(__package__).joinpath(f"{language}.ftl").read_text(encoding="utf-8")


@cache
def _bundle(language: Language) -> FluentBundle:
    # Isolation marks around every argument would show in search, in copies and in tests; user's text that
    # runs from right to left stands in elements of its own.
    bundle = FluentBundle([_LOCALES[language].replace("_", "-")], use_isolating=False)
    bundle.add_resource(FluentResource(source(language)))
    return bundle


_COUNTED = frozenset({"count", "days", "length", "longest"})
"""Arguments that count something: 1,234 promises. Any other number names something: promise 1234."""


def _number(name: str, value: object) -> object:
    return fluent_number(value, useGrouping=name in _COUNTED) if isinstance(value, int) else value


class Words:
    """What Engage says in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._locale = _LOCALES[language]

    def __call__(self, key: str, **arguments: object) -> str:
        """Return the sentence `key`. Raises `KeyError` if there is none or an argument is missing."""
        bundle = _bundle(self.language)
        identifier = key.replace(" ", "-")
        pattern = bundle.get_message(identifier).value if bundle.has_message(identifier) else None
        if pattern is None:
            raise KeyError(key)
        plain = {name: _number(name, value) for name, value in arguments.items()}
        text, errors = bundle.format_pattern(pattern, plain)
        if errors:
            raise KeyError(f"{key}: {errors[0]}")
        # A clock time that ends a sentence brings its own full stop in English: "at 3:00 p.m."
        return str(text).replace(".m..", ".m.")

    def day(self, day: date) -> str:
        """Friday, December 4, 2026 / vendredi 4 décembre 2026."""
        return self._first(format_date(day, "full", locale=self._locale), day)

    def short_day(self, day: date, today: date) -> str:
        """Fri, Dec 4 / ven. 4 déc., with the year where it is not this one."""
        skeleton = "MMMEd" if day.year == today.year else "yMMMEd"
        moment = datetime.combine(day, time())
        return self._first(str(format_skeleton(skeleton, moment, locale=self._locale)), day)

    def clock(self, clock: time) -> str:
        """3:00 p.m. / 15 h, 15 h 30."""
        if self.language == "fr":
            minutes = f"{_NBSP}{clock.minute:02}" if clock.minute else ""
            return f"{clock.hour}{_NBSP}h{minutes}"
        return str(format_time(clock, "short", locale=self._locale)).replace("\u202f", _NBSP)

    def fiscal_year(self, year: FiscalYear) -> str:
        """2026-27 / 2026-2027; the year alone where it is that of the calendar."""
        if year.is_calendar:
            return str(year.first)
        following = year.first + 1
        return f"{year.first}-{following % 100:02}" if self.language == "en" else f"{year.first}-{following}"

    def moment(self, moment: datetime, zone: ZoneInfo) -> str:
        """The day and the clock time of an instant, in `zone`."""
        local = moment.astimezone(zone)
        return f"{self.day(local.date())}, {self.clock(local.time())}"

    def short_moment(self, moment: datetime, zone: ZoneInfo, today: date) -> str:
        """As `moment`, in few characters."""
        local = moment.astimezone(zone)
        return f"{self.short_day(local.date(), today)}, {self.clock(local.time())}"

    def due(self, due: Due, zone: ZoneInfo) -> str:
        """The promised day, with the clock time if there is one."""
        return self.day(due.day) if due.at is None else self.moment(due.at, zone)

    def short_due(self, due: Due, zone: ZoneInfo, today: date) -> str:
        """As `due`, in few characters."""
        return self.short_day(due.day, today) if due.at is None else self.short_moment(due.at, zone, today)

    def number(self, number: float) -> str:
        """1,234 / 1 234."""
        return str(format_decimal(number, locale=self._locale))

    def percent(self, share: float) -> str:
        """From a share between 0 and 1: 75% / 75 %."""
        return str(format_percent(share, locale=self._locale))

    def list(self, parts: Sequence[str]) -> str:
        """a, b and c / a, b et c."""
        return str(format_list(list(parts), locale=self._locale))

    def one_of(self, parts: Sequence[str]) -> str:
        """a, b or c / a, b ou c."""
        return str(format_list(list(parts), style="or", locale=self._locale))

    def weekdays(self, days: Sequence[int]) -> str:
        """Monday to Thursday / du lundi au jeudi; those that do not follow one another one by one. Monday is 0."""
        names = get_day_names("wide", locale=self._locale)
        said = [str(names[day]) for day in days]
        if len(days) > 2 and days[-1] - days[0] == len(days) - 1:  # noqa: PLR2004 - two are no range
            return self("days-between", first=said[0], last=said[-1])
        return self.list(said) if said else ""

    def city(self, zone: str) -> str:
        """Return the city that a time zone (an IANA name) is named after: London / Londres."""
        return str(get_timezone_location(ZoneInfo(zone), locale=self._locale, return_city=True))

    def _first(self, text: str, day: date) -> str:
        # CLDR has no ordinal for the first of a month, which French writes.
        return text.replace(" 1 ", " 1er ", 1) if self.language == "fr" and day.day == 1 else text
