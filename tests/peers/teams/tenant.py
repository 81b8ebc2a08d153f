"""Who and what is in the tenant: its people, the group, the team with its channels, and the app."""

from dataclasses import dataclass
from typing import Any

TENANT = "5f6a1a1e-0000-4000-8000-0000000000aa"
APP = "b0000000-0000-4000-8000-000000000001"
BOT = f"28:{APP}"
BOT_NAME = "Engage"
GROUP = "19:steering@thread.v2"
TEAM = "19:engagement@thread.tacv2"
TEAM_GROUP = "c0000000-0000-4000-8000-000000000001"
CHANNEL = "19:promises@thread.tacv2"
PERSONAL = "a:1ana"

PLACES = {"steering": GROUP, "general": TEAM, "promises": CHANNEL}
"""The conversations of several people, by the names that the playground shows: a group, and two channels."""


@dataclass(kw_only=True)
class Member:
    """Somebody with an account. `locale` and `timezone` are what Teams says of them in every activity."""

    name: str
    number: int
    given: str
    surname: str
    locale: str = "en-CA"
    timezone: str = "America/Toronto"

    @property
    def id(self) -> str:
        """How this bot, and no other, knows them."""
        return f"29:1{self.name}"

    @property
    def aad(self) -> str:
        """How the tenant knows them."""
        return f"a0000000-0000-4000-8000-00000000000{self.number}"

    @property
    def full_name(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def email(self) -> str:
        return f"{self.name}@example.org"

    @property
    def account(self) -> dict[str, Any]:
        """Who sends an activity."""
        return {"id": self.id, "name": self.full_name, "aadObjectId": self.aad}

    @property
    def configured(self) -> dict[str, str]:
        """What the playground reads; the spelling of `userPrincipleName` is its own."""
        return {
            "id": self.id,
            "name": self.full_name,
            "userPrincipleName": self.email,
            "aadObjectId": self.aad,
            "givenName": self.given,
            "surname": self.surname,
            "email": self.email,
        }


def people() -> dict[str, Member]:
    """Return everybody; the first sits at the playground, which wants five more."""
    everybody = (
        Member(name="ana", number=1, given="Ana", surname="Reyes"),
        Member(name="sam", number=2, given="Sam", surname="Okafor"),
        Member(name="dana", number=3, given="Dana", surname="Whitfield"),
        Member(name="lea", number=4, given="Léa", surname="Gagnon", locale="fr-CA"),
        Member(name="luc", number=5, given="Luc", surname="Roy", locale="fr-CA"),
        Member(name="noor", number=6, given="Noor", surname="Haddad"),
    )
    return {member.name: member for member in everybody}


def configuration(everybody: dict[str, Member]) -> dict[str, Any]:
    """Return what stands in `.m365agentsplayground.yml`."""
    first, *others = (member.configured for member in everybody.values())
    return {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": BOT, "name": BOT_NAME},
        "currentUser": first,
        "users": others,
        "personalChat": {"id": PERSONAL},
        "groupChat": {"id": GROUP, "name": "Steering"},
        "team": {
            "id": TEAM,
            "name": "Engagement",
            "aadGroupId": TEAM_GROUP,
            "channels": [{"id": CHANNEL, "name": "Promises"}],
        },
    }


def top(conversation: str) -> str:
    """Return the channel of a thread; other conversations are their own."""
    return conversation.partition(";")[0]


def kind(conversation: str) -> str:
    """Return the `conversationType`."""
    match top(conversation):
        case place if place == GROUP:
            return "groupChat"
        case place if place in {TEAM, CHANNEL}:
            return "channel"
        case _:
            return "personal"
