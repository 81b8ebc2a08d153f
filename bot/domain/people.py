"""People, those they promise to, and the teams they work in."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

Language = Literal["en", "fr"]
PersonId = str


def folded(text: str) -> str:
    """Return `text` for comparison: no accents, no case, single spaces, straight apostrophes."""
    if text.isascii():
        return " ".join(text.casefold().split())
    decomposed = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())


def language_of(locale: str) -> Language | None:
    """Return the language of a locale such as fr-CA, if it is one that Engage speaks."""
    match locale.replace("_", "-").split("-")[0].lower():
        case "fr":
            return "fr"
        case "en":
            return "en"
        case _:
            return None


@dataclass(frozen=True, kw_only=True)
class Stakeholder:
    """To whom: a person, or an organisation alone, outside the team."""

    name: str
    organisation: str = ""

    @property
    def key(self) -> str:
        """The same stakeholder, however their name was typed."""
        return f"{folded(self.name)}|{folded(self.organisation)}"

    def __str__(self) -> str:
        return f"{self.name} ({self.organisation})" if self.organisation else self.name


@dataclass(frozen=True, kw_only=True)
class Identity:
    """Who somebody is on one platform; `user` is the platform's stable id."""

    platform: str
    user: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.user}"


@dataclass(frozen=True, kw_only=True)
class Leave:
    """Days away, both included."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Say whether `day` is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True, kw_only=True)
class Hours:
    """The local hours from `first` until `last` of a day."""

    first: time
    last: time


@dataclass(frozen=True, kw_only=True)
class OwnSettings:
    """What somebody chose for themselves. What is None or empty holds as the platform says, or the team.

    `region` is a province or territory (ISO 3166-2:CA without the country, such as QC), whose holidays are
    theirs. `works` are the weekdays on which they work, Monday 0. Outside of `hours`, Engage writes nothing
    to them by itself. `reminder_time` is when the message of the day leaves. All are local times.
    """

    language: Language | None = None
    zone: str = ""
    region: str = ""
    works: tuple[int, ...] = ()
    hours: Hours | None = None
    reminder_time: time | None = None


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who uses Engage, on one platform or on several.

    `language` and `zone` (an IANA name, never an offset) hold now; `own` is what they chose themselves, and
    `said_language` and `said_zone` are what the platform said last, for when that is taken back. `email` is as
    the platform verified it, or empty. Whoever is not `is_active` can no longer sign in.

    `name` and `handle` are those of the first identity's platform, `handles` those of the others, by platform;
    a handle is empty where the platform gives none.
    `prefers` is the platform where messages go, empty for the first. Of two who turned out to be one, the
    record that was made later keeps its name, has no identity any more, and is `linked_to` the other.
    Whoever unlinked their accounts stays `apart`: only a code links them again. `known_since` is None for
    those who were known before that was kept.
    """

    id: PersonId
    name: str
    handle: str
    identities: tuple[Identity, ...]
    language: Language
    zone: str
    own: OwnSettings = field(default_factory=OwnSettings)
    said_language: Language | None = None
    said_zone: str = ""
    leave: Leave | None = None
    email: str = ""
    is_active: bool = True
    prefers: str = ""
    handles: Mapping[str, str] = field(default_factory=dict)
    linked_to: PersonId | None = None
    apart: bool = False
    known_since: datetime | None = None

    def choosing(self, own: OwnSettings) -> "Person":
        """Return them with these settings of their own."""
        return replace(
            self,
            own=own,
            language=own.language or self.said_language or self.language,
            zone=own.zone or self.said_zone or self.zone,
        )

    def said_to_be(self, language: Language | None, zone: str) -> "Person":
        """Return them as their platform now says; None or empty is not said, and what they chose stays."""
        said = replace(self, said_language=language or self.said_language, said_zone=zone or self.said_zone)
        return said.choosing(self.own)

    @property
    def tz(self) -> ZoneInfo:
        """The person's time zone."""
        return ZoneInfo(self.zone)

    @property
    def called(self) -> frozenset[str]:
        """Their handles on every platform, folded."""
        return frozenset(map(folded, filter(None, (self.handle, *self.handles.values()))))

    @property
    def mention(self) -> str:
        """What names them after an @: their handle, or their name where the platform gives them none."""
        return self.handle or re.sub(r"[^\w\-]+", ".", folded(self.name)).strip(".-")

    @property
    def platforms(self) -> tuple[str, ...]:
        """Where they are known: first the platform that was first."""
        return tuple(identity.platform for identity in self.identities)


@dataclass(frozen=True, kw_only=True)
class Team:
    """People who answer to the same leads, and the channels they work in.

    `channels` are `platform:id`; `leads` and `members` are handles without @, or `platform:id` of people,
    which stay the same when somebody takes another handle. `name` is by language.
    `summary_cron` has five fields, read in `zone`; None means that no summary is scheduled. On the days that
    are `closed`, nobody of the team works.
    """

    key: str
    name: Mapping[Language, str]
    zone: str
    languages: tuple[Language, ...] = ("en", "fr")
    channels: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    summary_cron: str | None = None
    closed: frozenset[date] = frozenset()

    def has(self, person: Person) -> bool:
        """Say whether `person` is a lead or a member."""
        return self.is_led_by(person) or _named(person, self.members)

    def is_led_by(self, person: Person) -> bool:
        """Say whether `person` is a lead."""
        return _named(person, self.leads)


def _named(person: Person, names: Sequence[str]) -> bool:
    identities = {str(identity) for identity in person.identities}
    return not person.called.isdisjoint(map(folded, names)) or not identities.isdisjoint(names)
