"""Days with a name, as Canadians keep them: Canada Day, la fête nationale, Labour Day, Easter, Christmas."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from dateutil.easter import easter

from bot.intents.dates.arithmetic import IMPOSSIBLE, JUST_PAST, past
from bot.intents.dates.grammar import Rule
from bot.intents.dates.stretches import nth_weekday_in, stretch
from bot.intents.dates.values import FIRST_YEAR, LAST_YEAR, Context, Reading, on

MONDAY, THURSDAY, SUNDAY = 0, 3, 6

Festival = Callable[[int], date]
"""The day in a year."""


def _fixed(month: int, day: int, year: int) -> date:
    return date(year, month, day)


def _easter(days: int, year: int) -> date:
    return easter(year) + timedelta(days=days)


def _nth(month: int, weekday: int, nth: int, year: int) -> date:
    first = date(year, month, 1)
    return nth_weekday_in(weekday, nth, stretch(first, 1)) or first


def _before_25_may(year: int) -> date:
    """Victoria Day and the Patriots' Day: the Monday before 25 May."""
    day = date(year, 5, 24)
    return day - timedelta(days=day.weekday())


def _near_24_june(year: int) -> date:
    """June Day, in Newfoundland and Labrador: the Monday nearest 24 June."""
    day = date(year, 6, 24) + timedelta(days=3)
    return day - timedelta(days=day.weekday())


def _black_friday(year: int) -> date:
    return _nth(11, THURSDAY, 4, year) + timedelta(days=1)


def _festival(day_in: Festival) -> Callable[[Context], Festival]:
    """Wrap `day_in` as what a rule means."""
    return lambda _context: day_in


def _coming(context: Context, *, festival: Festival, year: int | None = None) -> Reading:
    """Christmas, Christmas 2026."""
    if year is not None:
        return _in_year(context, festival, year)
    this = festival(context.today.year)
    following = festival(context.today.year + 1)
    if this >= context.today:
        return on(this)
    return past([following]) if context.today - this <= JUST_PAST else on(following)


def _in_years(years: int, context: Context, *, festival: Festival) -> Reading:
    """Christmas of this year, of next year."""
    return _in_year(context, festival, context.today.year + years)


def _in_year(context: Context, festival: Festival, year: int) -> Reading:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return IMPOSSIBLE
    day = festival(year)
    if day >= context.today:
        return on(day)
    return past(
        each
        for each in (festival(context.today.year), festival(context.today.year + 1))
        if each >= context.today
    )


_TABLE: tuple[tuple[Festival, tuple[str, ...], tuple[str, ...]], ...] = (
    (
        partial(_fixed, 1, 1),
        ("(the) new year's (day)", "new years day"),
        ("(le) jour de l'an", "(le) nouvel an", "(le) premier de l'an"),
    ),
    (
        partial(_fixed, 12, 31),
        ("new year's eve", "new years eve"),
        ("(la) saint-sylvestre", "(la) veille du jour de l'an", "(la) veille du nouvel an"),
    ),
    (
        partial(_nth, 2, MONDAY, 3),
        ("family day", "louis riel day", "islander day", "heritage day", "nova scotia heritage day"),
        (
            "(le) jour de la famille",
            "(la) fête de la famille",
            "(la|le) journée|jour louis riel",
            "(la) fête|journée des insulaires",
            "(la) journée|fête du patrimoine",
            "(le) jour du patrimoine",
        ),
    ),
    (
        partial(_fixed, 4, 23),
        ("st|saint george's|georges day", "st . george's day"),
        ("(la) (fête de la) saint|st georges",),
    ),
    (partial(_fixed, 2, 14), ("(st|saint) valentine's day", "valentine day"), ("(la) saint-valentin",)),
    (
        partial(_fixed, 3, 17),
        ("st|saint patrick's day", "st . patrick's day"),
        ("(la) (fête de la) saint-patrick",),
    ),
    (partial(_easter, -47), ("shrove tuesday",), ("(le) mardi gras",)),
    (partial(_easter, -46), ("ash wednesday",), ("(le) mercredi des cendres",)),
    (partial(_easter, -7), ("palm sunday",), ("(le) dimanche des rameaux",)),
    (partial(_easter, -3), ("maundy|holy thursday",), ("(le) jeudi saint",)),
    (partial(_easter, -2), ("good friday",), ("(le) vendredi saint",)),
    (partial(_easter, 0), ("easter (sunday)",), ("(le) (dimanche|jour de) pâques",)),
    (partial(_easter, 1), ("easter monday|mon",), ("(le) lundi de pâques",)),
    (partial(_easter, 39), ("ascension (day)",), ("(l') ascension", "(le) jeudi de l'ascension")),
    (partial(_easter, 49), ("pentecost (sunday)", "whitsunday"), ("(la) pentecôte",)),
    (
        _before_25_may,
        ("victoria day", "(national) patriots ('|’) day", "the may long"),
        ("(la) fête de la reine|victoria", "(la) fête de victoria", "(la) journée (nationale) des patriotes"),
    ),
    (partial(_nth, 5, SUNDAY, 2), ("mother's day", "mothers day"), ("(la) fête des mères",)),
    (partial(_nth, 6, SUNDAY, 3), ("father's day", "fathers day"), ("(la) fête des pères",)),
    (
        partial(_fixed, 6, 21),
        ("(national) indigenous peoples day",),
        ("(la) journée (nationale) des peuples autochtones",),
    ),
    (
        partial(_fixed, 6, 24),
        (
            "(st|saint) jean baptiste (day)",
            "st|saint jean baptiste day",
            "fête nationale",
            "(the) quebec national holiday",
        ),
        ("(la) saint-jean (baptiste)", "(la) st-jean (baptiste)", "(la) fête nationale (du québec)"),
    ),
    (
        partial(_fixed, 7, 1),
        ("canada day", "dominion day", "memorial day (and canada day)"),
        ("(la) fête du canada", "(le) jour du canada", "(le) jour commémoratif (et fête du canada)"),
    ),
    (partial(_fixed, 7, 12), ("orangemen's|orangemens day",), ("(la) fête des orangistes",)),
    (_near_24_june, ("june day",), ("(le) congé de juin",)),
    (partial(_fixed, 7, 9), ("nunavut day",), ("(le|la) jour|fête du nunavut",)),
    (
        partial(_nth, 8, MONDAY, 1),
        (
            "(the) (august) civic holiday",
            "bc|british columbia day",
            "natal day",
            "terry fox day",
            "new brunswick day",
            "saskatchewan day",
            "simcoe day",
            "alberta heritage day",
        ),
        (
            "(le) congé civique",
            "(la) fête civique",
            "(le|la) jour|journée terry fox",
            "(le) congé civique du premier lundi d'août",
            "(le|la) jour|fête du nouveau-brunswick",
            "(le) jour de la colombie-britannique|saskatchewan|fondation",
        ),
    ),
    (partial(_nth, 8, MONDAY, 3), ("discovery day",), ("(le) jour de la découverte",)),
    (partial(_nth, 9, MONDAY, 1), ("labour|labor day",), ("(la) fête du travail",)),
    (
        partial(_fixed, 9, 30),
        ("(the) (national) (day for) truth and reconciliation (day)", "orange shirt day"),
        (
            "(la) journée (nationale) de (la) vérité et de (la) réconciliation",
            "(la) journée du chandail orange",
        ),
    ),
    (
        partial(_nth, 10, MONDAY, 2),
        ("(canadian) thanksgiving (day|monday)",),
        ("(l'|le jour de l') action de grâce|grâces",),
    ),
    (partial(_fixed, 10, 31), ("halloween", "hallowe'en"), ("(l') halloween",)),
    (
        partial(_fixed, 11, 1),
        ("all saints (') day",),
        ("(la) toussaint", "(la) journée de la toussaint", "(le) jour de la toussaint"),
    ),
    (
        partial(_fixed, 11, 11),
        ("remembrance day", "armistice day"),
        ("(le) jour du souvenir", "(l'|le jour de l') armistice"),
    ),
    (_black_friday, ("black friday",), ("(le) vendredi fou",)),
    (
        partial(_fixed, 12, 24),
        ("christmas eve", "xmas eve"),
        ("(la) veille de noël", "(le) réveillon de noël"),
    ),
    (
        partial(_fixed, 12, 25),
        ("christmas|xmas (day)",),
        ("(le) (jour de) noël", "(la) noël", "(la) fête de noël"),
    ),
    (
        partial(_fixed, 12, 26),
        ("boxing day", "st stephen's day"),
        ("(le) lendemain de noël",),
    ),
)
"""When, and how it is said; federal, provincial and customary days."""

FESTIVAL = tuple(Rule(means=_festival(day_in), en=en, fr=fr) for day_in, en, fr in _TABLE)

FESTIVE = (
    Rule(
        means=_coming,
        en=("(this|next|coming|upcoming) {festival} {edge}", "{festival} (of|in|,) {year}"),
        fr=(
            "{festival} (de|,) {year}",
            "{festival} prochain|prochaine",
            "(le|ce|cette|la) prochain|prochaine {festival}",
        ),
    ),
    Rule(
        means=partial(_in_years, 0),
        en=("{festival} (of) this year",),
        fr=("{festival} (de) cette année",),
    ),
    Rule(
        means=partial(_in_years, 1),
        en=("{festival} (of) next year",),
        fr=("{festival} (de) l'an prochain", "{festival} (de) l'année prochaine"),
    ),
)
