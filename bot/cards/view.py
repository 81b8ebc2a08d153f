"""Who looks at a card, and the buttons on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.domain.due import Due
from bot.domain.people import Person, PersonId
from bot.domain.promise import Promise
from bot.intents.codec import dump
from bot.intents.intent import Intent, OpenForm
from bot.messages import Button, Style
from bot.words import Words

_UNHEARD_OF = 10**15
"""No number of ours; what is larger came from a button that was edited by hand, and is not set as a number."""

_PUT_IN_WORDS = ("outcome", "stage", "action", "verb", "undone")


@dataclass(frozen=True, kw_only=True)
class View:
    """What a card needs to know of its reader and its moment.

    `name_of` returns somebody's name, `may_change` says whether a promise is the reader's to act on.
    `around` says which card the buttons stand on (a bundle or a list), so that pressing one rebuilds it;
    empty where the answer takes the card's place. `colleagues` returns whom a form can offer to choose from.
    """

    words: Words
    zone: ZoneInfo
    now: datetime
    reader: PersonId | None
    name_of: Callable[[PersonId], str]
    may_change: Callable[[Promise], bool]
    around: str = ""
    colleagues: Callable[[], Sequence[Person]] = tuple

    @property
    def today(self) -> date:
        """The reader's day."""
        return self.now.astimezone(self.zone).date()

    def say(self, sentence: str, **arguments: object) -> str:
        """Return a sentence; dues, outcomes, stages and the like among its arguments are put in words."""
        return self.words(sentence, **{name: self._put(name, value) for name, value in arguments.items()})

    def _put(self, name: str, value: object) -> object:
        if isinstance(value, Due):
            return self.words.due(value, self.zone)
        if isinstance(value, datetime):
            return self.words.moment(value, self.zone)
        if name in _PUT_IN_WORDS:
            return self.words(f"{name}-{value}")
        return value if isinstance(value, int) and abs(value) < _UNHEARD_OF else str(value)

    @property
    def apart(self) -> "View":
        """The same view for buttons whose answer stands beside this card."""
        return replace(self, around="")

    def button(
        self,
        label: str,
        intent: Intent,
        *,
        about: int | str = "",
        style: Style = Style.PLAIN,
        **arguments: object,
    ) -> Button:
        """Make a button. `label` is a key; `about` (a promise's number) makes its spoken name unique."""
        payload = {"do": dump(intent)}
        if self.around:
            payload["view"] = self.around
        text = self.words(label, **arguments)
        name = self.words("button-name", label=text, about=str(about)) if about else text
        opens = isinstance(intent, OpenForm)
        return Button(label=text, name=name, payload=payload, style=style, opens=opens)
