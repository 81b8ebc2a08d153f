"""What a person wants, whichever way they said it: typed, pressed or filled in.

Typing a thing and pressing its button are the same value here; `bot.intents.codec` writes it on the button.
"""

from dataclasses import dataclass
from typing import Literal

from bot.domain.people import Language, Stakeholder
from bot.domain.promise import Outcome
from bot.intents.days import When, WhenAsk
from bot.intents.oneself import Away, Back, Choose, Link, Prefer, Unlink

FormName = Literal[
    "record", "change", "close", "snooze", "move", "give", "escalate", "return", "bring-back", "told", "when",
    "settings",
]  # fmt: skip
Period = Literal[
    "this week", "last week", "this month", "last month", "this quarter", "last quarter", "this fiscal year",
    "last fiscal year",
]  # fmt: skip
Show = Literal["live", "open", "overdue", "escalated", "closed", "all"]


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
