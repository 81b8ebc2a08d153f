"""How long: three weeks, two and a half hours, une quinzaine, 2 jours ouvrables, 1 year and 2 months."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from bot.intents.dates.grammar import Rule
from bot.intents.dates.values import Context

HALF = Fraction(1, 2)
QUARTER = Fraction(1, 4)
A_FEW = 3
"""What "a few" stands for, of hours and minutes; a few days is no day."""

DAYS_IN_MONTH = 30
SECONDS_IN_DAY = 24 * 60 * 60


@dataclass(frozen=True, kw_only=True)
class Length:
    """How long: months, days, business days and seconds, each counted apart."""

    months: int = 0
    days: int = 0
    business: int = 0
    seconds: int = 0

    def __add__(self, other: "Length") -> "Length":
        return Length(
            months=self.months + other.months,
            days=self.days + other.days,
            business=self.business + other.business,
            seconds=self.seconds + other.seconds,
        )

    def times(self, n: Fraction | int) -> "Length":
        """Return so many of it; parts of a month are days, parts of a day are rounded up to one."""
        months = math.floor(self.months * n)
        days = self.days * n + (self.months * n - months) * DAYS_IN_MONTH
        return Length(
            months=months,
            days=math.ceil(days),
            business=math.ceil(self.business * n),
            seconds=math.ceil(self.seconds * n),
        )


_ONE: Mapping[str, Length] = {
    "second": Length(seconds=1),
    "minute": Length(seconds=60),
    "hour": Length(seconds=60 * 60),
    "day": Length(days=1),
    "week": Length(days=7),
    "fortnight": Length(days=14),
    "month": Length(months=1),
    "quarter": Length(months=3),
    "year": Length(months=12),
}


def _length(_: Context, *, n: int, unit: str) -> Length:
    return _ONE[unit].times(n)


def _some(n: Fraction | int, _: Context, **unit: str) -> Length:
    (said,) = unit.values()
    return _ONE[said].times(n)


def _and_a_half(_: Context, *, n: int, unit: str) -> Length:
    return _ONE[unit].times(n + HALF)


def _decimal(_: Context, *, decimal: Fraction, unit: str) -> Length:
    return _ONE[unit].times(decimal)


def _mixed(_: Context, *, n: int, half_pair: Fraction, unit: str) -> Length:
    """2 1/2 hours."""
    return _ONE[unit].times(n + half_pair)


def _and_a_quarter(_: Context, *, n: int, unit: str = "hour") -> Length:
    return _ONE[unit].times(n + QUARTER)


def _about(_: Context, *, dozens: int, unit: str) -> Length:
    """Une vingtaine de jours."""
    return _ONE[unit].times(dozens)


def _tight(_: Context, *, tight: tuple[int, str]) -> Length:
    """10d."""
    n, unit = tight
    return _ONE[unit].times(n)


def _hours_and_minutes(_: Context, *, n: int, minute: int) -> Length:
    return _ONE["hour"].times(n) + _ONE["minute"].times(minute)


def _fixed(length: Length, _: Context) -> Length:
    return length


def _business(_: Context, *, n: int) -> Length:
    return Length(business=n)


def _few_business(n: int, _: Context) -> Length:
    return Length(business=n)


def _sum(_: Context, **parts: Length) -> Length:
    return sum(parts.values(), Length())


def _minutes(
    _: Context, *, n: int, short_unit: str = "hour", minute: int = 0, parts: Fraction = Fraction(0)
) -> int:
    return int((n + parts) * (60 if short_unit == "hour" else 1)) + minute


def _so_many(minutes: int, _: Context) -> int:
    return minutes


def _hour_and(part: Fraction, context: Context, *, n: int) -> int:
    return _minutes(context, n=n, parts=part)


MINUTES_LONG = (
    Rule(
        means=_minutes,
        en=("{not_lasting} {n} {short_unit}",),
        fr=("{not_lasting} {n} h|heure|heures {minute}",),
    ),
    Rule(
        means=partial(_hour_and, HALF),
        en=("{not_lasting} {n} hours|hour and a half", "{not_lasting} {n} and a half hours"),
        fr=("{not_lasting} {n} heure|heures et demie|demi",),
    ),
    Rule(means=partial(_hour_and, QUARTER), fr=("{not_lasting} {n} heure|heures et quart",)),
    Rule(means=partial(_so_many, 30), en=("(a) half an|a hour", "a half hour"), fr=("une demi heure",)),
    Rule(means=partial(_so_many, 15), en=("a quarter of an hour",), fr=("un quart d'heure",)),
    Rule(means=partial(_so_many, 45), en=("three quarters of an hour",), fr=("trois quarts d'heure",)),
)
"""How long before or after an hour, in minutes."""

STRETCH = (
    Rule(
        means=_length,
        en=("{n} (more|full|whole|short|calendar|consecutive) {unit}",),
        fr=(
            "prochains|prochaines {n} {unit}",
            "{n} (prochain|prochaine|prochains|prochaines|petite|petit|petites|petits) {unit}",
            "{n} (bonne|bon|bonnes|bons|grosse|gros|autre|autres) {unit}",
            "{n} {unit} civils|consécutifs|francs",
        ),
    ),
    Rule(
        means=_and_a_half,
        en=("{n} and a|an half {unit}", "{n} {unit} and a|an half", "{n} a half {unit}", "{n} ½ {unit}"),
        fr=("{n} {unit} et demi|demie",),
    ),
    Rule(means=_mixed, en=("{n} {half_pair} {unit}",)),
    Rule(means=_and_a_quarter, en=("{n} and a quarter {unit}",), fr=("{n} heure|heures et quart",)),
    Rule(
        means=_hours_and_minutes, fr=("{n} heure|heures {minute} {edge}", "{n} heure|heures {minute} minutes")
    ),
    Rule(means=_about, fr=("(une) {dozens} de|d' {unit}",)),
    Rule(means=_tight, en=("{tight}",)),
    Rule(means=_decimal, en=("(a|an) {decimal} (of) (a|an) {unit}",), fr=("(une|un) {decimal} (d') {unit}",)),
    Rule(
        means=partial(_some, HALF),
        en=("(a) half (of) (a|an) {unit}",),
        fr=("une|un|la (petite|bonne) demi|demie {unit}",),
    ),
    Rule(means=partial(_some, QUARTER), en=("(a) quarter (of) a|an {unit}",), fr=("un quart d'|de {unit}",)),
    Rule(
        means=partial(_some, 3 * QUARTER),
        en=("three quarters of a|an {unit}",),
        fr=("trois quarts d'|de {unit}",),
    ),
    Rule(
        means=partial(_some, 2),
        en=("(a|another) couple (of) (more) {unit}",),
        fr=("une couple de|d' {unit}",),
    ),
    Rule(
        means=partial(_some, A_FEW),
        en=("(a|another) few (more) {short_unit}",),
        fr=("quelques {short_unit}",),
    ),
    Rule(means=_hours_and_minutes, fr=("{n} h {minute} (min|minutes)",)),
    Rule(means=partial(_fixed, Length(days=15)), fr=("(une|la|de) quinzaine (de jours)",)),
    Rule(means=partial(_fixed, Length(days=7)), fr=("(une|la) huitaine (de jours)",)),
    Rule(
        means=_business,
        en=("{n} (full|more) business|biz|working|work|office|government day|days", "{n} (full) weekdays"),
        fr=(
            "{n} (prochains) jour|jours ouvrable|ouvrables|ouvré|ouvrés",
            "{n} jours|journées de travail|bureau",
            "{n} (prochains) jours ouvrables prochains",
        ),
    ),
    Rule(means=partial(_few_business, 2), en=("(a) couple (of) business|working days",)),
)

LENGTH = (
    Rule(
        means=_sum,
        en=(
            "{stretch} (jour pour jour)",
            "{stretch} (,) (and|et) {further}",
            "{stretch} , {further} (,) and|et {third}",
        ),
    ),
)
