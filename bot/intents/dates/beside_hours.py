"""What stands beside an hour: how exact it is, and the prepositions that introduce it."""

from bot.intents.dates.grammar import Rule

EXACTLY = (
    Rule(
        means=None,
        en=("sharp", "on the dot|nose", "exactly|precisely|approximately|approx|ish|prompt", "or so"),
        fr=("pile|précise|précises|précisément|environ|tapant|tapante|tapantes",),
    ),
)

NEARLY = (
    Rule(
        means=None,
        en=("exactly|about|around|approximately|approx|circa|roughly|nearly|~",),
        fr=("environ|exactement|vers", "autour de|d'", "aux environs de|d'"),
    ),
)

ABOUT: tuple[Rule, ...] = (Rule(means=None, fr=("vers|sur les", "sur le coup de", "sur les coups de")),)

_AT = (
    "at|@|by|before|around|about|approximately|until|till",
    "at around|about|approximately|the latest",
    "no|not later than",
    "earlier than",
)

AT_EN: tuple[Rule, ...] = (Rule(means=None, en=_AT),)
"""In French an hour says that it is one: the 5 of "à 5" counts something."""

AT: tuple[Rule, ...] = (
    Rule(
        means=None,
        en=_AT,
        fr=(
            "à|vers|avant|dès|environ|a",
            "à environ",
            "au plus tard (à|vers)",
            "plutôt vers|à",
            "autour de|d'",
            "aux environs de|d'",
            "jusqu'à",
        ),
    ),
    Rule(means=None, en=("{about}",)),
)

FOR: tuple[Rule, ...] = (Rule(means=None, en=("for",), fr=("pour",)),)
"""These introduce an hour, but a bare number behind them counts things."""
