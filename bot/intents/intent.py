"""What a person wants, whichever way they said it: typed, pressed or filled in.

Typing a thing and pressing its button are the same value here; `bot.intents.codec` writes it on the button.
"""

from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Literal

from bot.domain.people import Language, OwnSettings, Stakeholder
from bot.domain.promise import Outcome

FormName = Literal[
    "record", "change", "close", "snooze", "move", "give", "escalate", "return", "bring-back", "told", "when",
    "settings",
]  # fmt: skip
Period = Literal[
    "this week", "last week", "this month", "last month", "this quarter", "last quarter", "this fiscal year",
    "last fiscal year",
]  # fmt: skip
Show = Literal["live", "open", "overdue", "escalated", "closed", "all"]
Setting = Literal["language", "zone", "region", "works", "hours", "reminder_time"]
"""The fields of `OwnSettings`."""


@dataclass(frozen=True, kw_only=True)
class When:
    """A day, and a clock time if one was said, as the speaker's clock shows it.

    `others` are the other days that the same words can mean.
    """

    day: date
    clock: time | None = None
    said: str = ""
    others: tuple[date, ...] = ()

    @property
    def readings(self) -> tuple["When", ...]:
        """The same words read as one of the other days; this day stays at hand as another of theirs."""
        return tuple(replace(self, day=other, others=(self.day,)) for other in self.others)


@dataclass(frozen=True, kw_only=True)
class WhenAsk:
    """A day that has to be asked about: a code for the question, and what may have been meant."""

    question: str
    said: str = ""
    options: tuple[When, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordPromise:
    stakeholder: Stakeholder
    words: str
    when: When | WhenAsk
    source: str = ""
    again: bool = False
    replaces: int | None = None
    """The number of a promise that was recorded wrongly, to be taken back in the same breath."""
    verb: Literal["promise"] = "promise"


@dataclass(frozen=True, kw_only=True)
class RecordInsight:
    stakeholder: Stakeholder
    words: str
    source: str = ""
    again: bool = False
    verb: Literal["heard"] = "heard"


@dataclass(frozen=True, kw_only=True)
class OpenForm:
    """`of` is the event whose command waits for an answer, for the form that asks when.

    `kind`, `stakeholder`, `words` and `source` are what the form that records begins with.
    """

    form: FormName = "record"
    number: int | None = None
    of: str = ""
    kind: Literal["promise", "insight"] = "promise"
    stakeholder: str = ""
    words: str = ""
    source: str = ""
    verb: Literal["form"] = "form"


@dataclass(frozen=True, kw_only=True)
class ListPromises:
    """`whose` is a handle, "me", or empty for the team."""

    whose: str = ""
    show: Show = "live"
    page: int = 1
    verb: Literal["list"] = "list"


@dataclass(frozen=True, kw_only=True)
class Find:
    text: str
    page: int = 1
    verb: Literal["find"] = "find"


@dataclass(frozen=True, kw_only=True)
class ShowOne:
    number: int
    verb: Literal["show"] = "show"


@dataclass(frozen=True, kw_only=True)
class Read:
    number: int
    page: int = 1
    verb: Literal["read"] = "read"


@dataclass(frozen=True, kw_only=True)
class ShowHome:
    page: int = 1
    verb: Literal["home"] = "home"


@dataclass(frozen=True, kw_only=True)
class ShowHistory:
    number: int
    page: int = 1
    verb: Literal["history"] = "history"


@dataclass(frozen=True, kw_only=True)
class Close:
    number: int
    outcome: Outcome = Outcome.KEPT
    reason: str = ""
    verb: Literal["close"] = "close"


@dataclass(frozen=True, kw_only=True)
class Tell:
    number: int
    how: str = ""
    verb: Literal["told"] = "told"


@dataclass(frozen=True, kw_only=True)
class Draft:
    number: int
    language: Language | None = None  # None: as the stakeholder is written to
    verb: Literal["draft"] = "draft"


@dataclass(frozen=True, kw_only=True)
class Reopen:
    number: int
    note: str = ""
    verb: Literal["reopen"] = "reopen"


@dataclass(frozen=True, kw_only=True)
class Snooze:
    number: int
    when: When | WhenAsk
    verb: Literal["snooze"] = "snooze"


@dataclass(frozen=True, kw_only=True)
class Move:
    number: int
    when: When | WhenAsk
    reason: str
    verb: Literal["move"] = "move"


@dataclass(frozen=True, kw_only=True)
class Give:
    number: int
    to: str
    note: str = ""
    verb: Literal["give"] = "give"


@dataclass(frozen=True, kw_only=True)
class Escalate:
    number: int
    to: str
    question: str
    verb: Literal["escalate"] = "escalate"


@dataclass(frozen=True, kw_only=True)
class Return:
    number: int
    note: str
    verb: Literal["return"] = "return"


@dataclass(frozen=True, kw_only=True)
class Summarise:
    period: Period = "this week"
    verb: Literal["summary"] = "summary"


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
class Help:
    verb: Literal["help"] = "help"


@dataclass(frozen=True, kw_only=True)
class Undo:
    """Take back the last thing that was done: by this person, to promise `number`, as entry `entry`.

    `of` is the event by which they chose settings, to take back just that.
    """

    number: int | None = None
    entry: int | None = None
    of: str = ""
    verb: Literal["undo"] = "undo"


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


@dataclass(frozen=True, kw_only=True)
class Resume:
    """Go on with the command of event `of`: with the day that was asked about, or in spite of a warning."""

    of: str
    when: When | None = None
    again: bool = False
    verb: Literal["resume"] = "resume"


Intent = (
    RecordPromise | RecordInsight | OpenForm | ListPromises | Find | ShowOne | ShowHistory | Read | ShowHome | Close
    | Tell | Reopen | Snooze | Move | Give | Escalate | Return | Summarise | Away | Back | Help | Undo | Resume | Link
    | Unlink | Prefer | Draft | Choose
)  # fmt: skip
