"""The sample people, the one channel, and who hides behind an @handle."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.people import Identity, Language, folded
from bot.messages import ConversationRef, Place, Profile

PLATFORM = "playground"
ZONE = "America/Toronto"
CHANNEL = ConversationRef(platform=PLATFORM, id="engagement", place=Place.CHANNEL)

_MENTION = re.compile(r"(?<![\w@])@([\w.-]{1,40})")


@dataclass(frozen=True, kw_only=True)
class Sample:
    """Somebody to be. `user` is both their id and their handle; `role` is by language, `language` is what they begin with."""

    user: str
    name: str
    role: Mapping[str, str]
    language: Language

    def profile(self, language: Language) -> Profile:
        """Return what the platform knows of them while they read `language`."""
        return Profile(
            identity=Identity(platform=PLATFORM, user=self.user),
            name=self.name,
            handle=self.user,
            language=language,
            zone=ZONE,
        )

    @property
    def direct(self) -> ConversationRef:
        """Their own conversation with Engage."""
        return ConversationRef(platform=PLATFORM, id=self.user, place=Place.DIRECT)


SAMPLES = (
    Sample(
        user="ana",
        name="Ana Reyes",
        role={"en": "Analyst", "fr": "Analyste"},
        language="en",
    ),
    Sample(
        user="dana",
        name="Dana Whitfield",
        role={"en": "Executive", "fr": "Cadre supérieure"},
        language="en",
    ),
    Sample(
        user="lea",
        name="Léa Gagnon",
        role={"en": "Team lead", "fr": "Cheffe d\u2019équipe"},
        language="fr",
    ),
    Sample(
        user="sam",
        name="Sam Okafor",
        role={"en": "Outreach officer", "fr": "Liaison avec le public"},
        language="en",
    ),
)
BY_USER = {sample.user: sample for sample in SAMPLES}


def conversation(identifier: str) -> ConversationRef | None:
    """Return the channel or a person's direct conversation by its id, or None."""
    if identifier == CHANNEL.id:
        return CHANNEL
    sample = BY_USER.get(identifier)
    return sample.direct if sample else None


def members(identifier: str) -> tuple[str, ...]:
    """Return the users who see a conversation that exists."""
    return tuple(BY_USER) if identifier == CHANNEL.id else (identifier,)


def mentioned(texts: Iterable[str]) -> tuple[Sample, ...]:
    """Return the people whose handles stand in `texts` as @handle, in order, each once."""
    handles = (folded(found).rstrip(".-") for text in texts for found in _MENTION.findall(text))
    return tuple(BY_USER[handle] for handle in dict.fromkeys(handles) if handle in BY_USER)
