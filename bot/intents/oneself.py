"""What a person wants for themselves: to be away, to be one in two places, to have settings of their own."""

from dataclasses import dataclass, field
from typing import Literal

from bot.domain.people import OwnSettings
from bot.intents.days import When, WhenAsk

Setting = Literal["language", "zone", "region", "works", "hours", "reminder_time"]
"""The fields of `OwnSettings`."""


@dataclass(frozen=True, kw_only=True)
class Away:
    """The speaker works on no day from `first` to `last`."""

    first: When | WhenAsk
    last: When | WhenAsk
    back_on_last: bool = False
    """Whether `last` was said as the day of coming back ("until Tuesday")."""
    verb: Literal["away"] = "away"


@dataclass(frozen=True, kw_only=True)
class Back:
    verb: Literal["back"] = "back"


@dataclass(frozen=True, kw_only=True)
class Link:
    """`code` is empty to ask for one, else in capitals and without what stood between its letters."""

    code: str = ""
    verb: Literal["link"] = "link"


@dataclass(frozen=True, kw_only=True)
class Unlink:
    platform: str = ""  # empty: the account that is not being used
    verb: Literal["unlink"] = "unlink"


@dataclass(frozen=True, kw_only=True)
class Prefer:
    platform: str = ""  # empty: to ask where messages go
    verb: Literal["prefer"] = "prefer"


@dataclass(frozen=True, kw_only=True)
class Choose:
    """Choose settings of one's own: those in `settings`, as `own` has them. None: to see what holds.

    A default in `own` takes a choice back.
    """

    settings: tuple[Setting, ...] = ()
    own: OwnSettings = field(default_factory=OwnSettings)
    verb: Literal["settings"] = "settings"
