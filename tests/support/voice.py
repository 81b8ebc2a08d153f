"""People in a dialogue: what they type is given in both languages, what they read by its sentence."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.domain.people import Language
from bot.words import Words
from tests.support.bot_process import MONDAY, OTTAWA
from tests.support.meeting import Asked, Meeting
from tests.support.sentences import patterns

if TYPE_CHECKING:
    from tests.support.talk import Talk

Typed = str | tuple[str, str]
"""What is typed, the same in both languages, or in English and in French."""


class Say:
    """A sentence within another one."""

    def __init__(self, key: str, **arguments: object) -> None:
        self.key = key
        self.arguments = arguments


@dataclass(frozen=True)
class Short:
    """A day in few characters."""

    day: date


@dataclass
class Voice:
    """Somebody in a dialogue. What they read since they last did something is news to them."""

    talk: "Talk"
    meeting: Meeting
    who: str
    language: Language
    heard: set[str] = field(default_factory=set)
    """Every piece of text that they have seen."""
    _before: list[str] = field(default_factory=list)

    def says(self, english: str, french: str | None = None, *, channel: bool = False) -> None:
        """Say something to Engage, in the language that they speak."""
        text = self._typed((english, french) if french is not None else english)
        self._acts()
        self.meeting.says(self.who, text, channel=channel)
        self.looks()

    def opens(self, english: str, french: str | None = None) -> None:
        """Ask for a form, which opens at once or by the button that offers it."""
        self.says(english, french)
        if self.meeting.asked(self.who) is None:
            self.presses("button-begun")

    def presses(self, key: str, about: int | str = "", **arguments: object) -> None:
        """Press the newest button of this sentence, about this promise."""
        label = self.say(key, **arguments)
        self.presses_this(self.say("button-name", label=label, about=str(about)) if about else label)

    def presses_this(self, name: str) -> None:
        """Press the newest button that is called so."""
        self._acts()
        self.meeting.presses(self.who, name)
        self.looks()

    def fills(self, **values: Typed) -> None:
        """Fill in and send the form that is open, by key."""
        self._acts()
        self.meeting.fills(self.who, **{key: self._typed(value) for key, value in values.items()})
        self.looks()

    def reads(self, key: str, **arguments: object) -> None:
        """They have read this sentence since they last did something, or it changed for them since."""
        wanted = self.say(key, **arguments)
        news = self.news()
        assert any(wanted in text for text in news), f"{self.who} does not read {wanted!r}, but {news}"

    def reads_in_channel(self, key: str, **arguments: object) -> None:
        """The last thing that they read of Engage in the channel is this sentence."""
        *_, last = self.meeting.read_in_channel(self.who)
        wanted = self.say(key, **arguments)
        assert wanted in last, f"{self.who} does not read {wanted!r}, but {last!r}"

    def reads_some(self, key: str) -> None:
        """As `reads`, whatever stands in the sentence."""
        sentence, news = patterns(self.language)[key], self.news()
        lines = [line for text in news for line in text.splitlines()]
        assert any(sentence.fullmatch(line) for line in lines), f"{self.who} does not read {key}, but {news}"

    def reads_not(self, key: str, **arguments: object) -> None:
        """This sentence stands nowhere in what they see now."""
        wanted = self.say(key, **arguments)
        assert not any(wanted in text for text in self.inbox), f"{self.who} reads {wanted!r}"

    def reads_words(self, words: Typed) -> None:
        """They have read somebody's own words, as those typed them."""
        wanted, news = self.own(words), self.news()
        assert any(wanted in text for text in news), f"{self.who} does not read {wanted!r}, but {news}"

    def hears_nothing(self) -> None:
        """Nothing is new to them."""
        assert self.news() == []

    def news(self) -> list[str]:
        """Return the text of what is new or changed for them since they last did something."""
        self.looks()
        before = list(self._before)
        return [text for text in self.inbox if text not in before or before.remove(text)]

    @property
    def inbox(self) -> list[str]:
        """The text of every card in their own conversation with Engage, as it stands now."""
        return self.meeting.reads(self.who)

    @property
    def asked(self) -> Asked:
        """The form that is open before them."""
        asked = self.meeting.asked(self.who)
        assert asked is not None, f"no form is open before {self.who}, who reads {self.news()}"
        return asked

    def is_asked(self, key: str, **arguments: object) -> None:
        """The form of this title is open before them."""
        assert self.asked.title == self.say(key, **arguments), self.asked

    def is_corrected(self, field_key: str, key: str, **arguments: object) -> None:
        """The form is still open, and says this at that field alone."""
        assert self.asked.errors == {field_key: self.say(key, **arguments)}, self.asked

    def say(self, key: str, **arguments: object) -> str:
        """Return a sentence as they read it."""
        words = Words(self.language)
        return words(key, **{name: self.written(value) for name, value in arguments.items()})

    def speaks(self, locale: str, language: Language) -> None:
        """Let their platform say this locale of them, which leads to that language."""
        self.meeting.speaks(self.who, locale)
        self.language = language

    def looks(self) -> None:
        """Read everything that there is to read now."""
        self.heard |= set(self.meeting.everything(self.who))

    def _acts(self) -> None:
        self._before = self.inbox

    def remembers(self) -> None:
        """What they have seen by now is not news any more."""
        self.looks()
        self._before = self.inbox

    def _typed(self, text: Typed) -> str:
        typed = self.own(text)
        self.talk.own.append(typed)
        return typed

    def own(self, text: Typed) -> str:
        return text if isinstance(text, str) else text[self.language == "fr"]

    def written(self, value: object) -> object:
        """Return a sentence, a day, a moment or somebody's own words as they read them."""
        words = Words(self.language)
        match value:
            case Say(key=key, arguments=arguments):
                return self.say(key, **arguments)
            case Short(day=day):
                return words.short_day(day, MONDAY.date())
            case datetime():
                return words.moment(value, OTTAWA)
            case date():
                return words.day(value)
            case tuple():
                return self.own(value)
            case list():
                return words.list(value)
            case _:
                return value
