"""Dialogues that are written once, and held in each language on each platform.

What somebody types is given in both languages; what they read is given by its sentence, and said in theirs:

    ana.says("done 1", "fait 1")
    ana.reads("closed", number=1, outcome=Say("outcome-kept"), stakeholder="Maria")
"""

from datetime import datetime
from typing import Any

from bot.domain.people import Language
from bot.intents.places import ZONES, cities_of
from tests.support.bot_process import OTTAWA
from tests.support.meeting import Meeting
from tests.support.read_as import Reader
from tests.support.voice import Say, Short, Voice

__all__ = ["FRIDAY", "LOCALES", "TEAM", "Say", "Short", "Talk", "november"]

NAMES = {"ana": "Ana Reyes", "sam": "Sam Okafor", "dana": "Dana Whitfield", "lea": "Léa Gagnon"}
PLACES = [*ZONES, *(city for zone in ZONES for city in cities_of(zone))]
"""Cities and their time zones, which are called the same in both languages."""

TEAM = {"en": "Public engagement", "fr": "Participation du public"}
LOCALES: dict[Language, str] = {"en": "en-CA", "fr": "fr-CA"}


def november(day: int, hour: int = 9, minute: int = 1) -> datetime:
    """Return a moment in Ottawa, so many days after October; the 23rd is the Monday on which dialogues begin."""
    month, day = (11, day) if day <= 30 else (12, day - 30)
    return datetime(2026, month, day, hour, minute, tzinfo=OTTAWA)


FRIDAY = november(27).date()


class Talk:
    """A dialogue on one platform, or on several that one Engage serves."""

    def __init__(self, *meetings: Meeting, language: Language) -> None:
        self.bot = meetings[0].bot
        called = ["Engage", "Slack", "Microsoft Teams", "Riverside"]
        self.own = [*called, *PLACES, *NAMES, *NAMES.values(), *TEAM.values()]
        """What people write, and what they and things are called."""
        self.voices: list[Voice] = []
        for meeting in meetings:
            for who in meeting.people:
                self.voices.append(Voice(self, meeting, who, language))
                meeting.speaks(who, LOCALES[language])
        self.language = language
        self.meeting = meetings[0]
        self.ana, self.sam, self.dana, self.lea = self.voices[:4]

    def voice(self, who: str, platform: str) -> Voice:
        """Return somebody on one of the platforms."""
        found = [one for one in self.voices if (one.who, one.meeting.platform) == (who, platform)]
        return found[0]

    def until(self, moment: datetime) -> None:
        """Let time pass, and everything happen that is due by then."""
        self._everybody_remembers()
        self.bot.advance_to(moment)
        for voice in self.voices:
            voice.looks()

    def down_until(self, moment: datetime) -> None:
        """Let Engage be gone until then, as after a power cut."""
        self._everybody_remembers()
        self.bot.kill()
        self.bot.jump(moment)
        self.bot.start()
        self.bot.settle()

    def promises(self) -> list[dict[str, Any]]:
        """Return every promise as it is recorded."""
        return self.meeting.records()["promises"]

    def promise(self, number: int) -> dict[str, Any]:
        """Return a promise as it is recorded."""
        return next(one for one in self.promises() if one["number"] == number)

    def is_each_in_their_language(self) -> None:
        """Nobody has read a sentence of another language, or one that is set as another language is."""
        for voice in self.voices:
            voice.looks()
            reader = Reader(voice.language, self.own)
            assert (leftovers := reader.leftovers(voice.heard)) == [], (voice.who, leftovers)
            assert (misset := reader.misset(voice.heard)) == [], (voice.who, misset)

    def _everybody_remembers(self) -> None:
        for voice in self.voices:
            voice.remembers()
