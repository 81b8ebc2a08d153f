"""Who somebody is, as Teams knows them: asked once, kept for a while, asked again.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
"""

import asyncio
from dataclasses import dataclass, field, replace

import structlog

from adapters.teams.client import Client
from adapters.teams.parse import PLATFORM
from adapters.teams.results import ConnectorError
from adapters.teams.shapes import Object, text_in
from adapters.teams.text import handle_of
from bot.domain.people import Identity
from bot.messages import Address, Profile

log = structlog.get_logger()

KEPT = 3_600.0
"""Seconds for which a member is not asked for again."""

ASK_WITHIN = 1.5
"""Seconds that an answer to somebody waits for what Teams says of them."""

MOST_KEPT = 20_000
GUEST = "guest"
FOREIGN = "#ext#"
"""Stands in the user principal name of everybody whose account belongs to another organisation."""


@dataclass(kw_only=True)
class People:
    """The people of one organisation. `tenant` is its id; empty where nobody says (the local playground)."""

    client: Client
    tenant: str = ""
    _known: dict[str, tuple[float, Object]] = field(default_factory=dict)

    async def sender(self, said: Profile, conversation: str) -> Profile:
        """Return who said something: what the activity says of them, and what Teams knows besides."""
        member = await self._member(said.address, conversation, said.address.get("user", ""))
        return self._profile(said, member)

    async def mentioned(self, user: str, name: str, address: Address, conversation: str) -> Profile | None:
        """Return somebody who is mentioned, by the bot's own id for them; None if Teams knows nobody of it."""
        member = await self._member(address, conversation, user)
        known_as = _id_of(member)
        if not known_as:
            return None
        to = {key: value for key, value in address.items() if key != "conversation"}
        said = Profile(
            identity=Identity(platform=PLATFORM, user=known_as),
            name=name,
            handle="",
            address={**to, "user": user},
        )
        return self._profile(said, member)

    async def chosen(self, user: str, address: Address) -> Profile | None:
        """Return somebody who was chosen by their id in Entra; None if Engage is not there for them.

        Of somebody in no common conversation, Teams says who they are in the one that Engage begins.
        """
        try:
            async with asyncio.timeout(2 * ASK_WITHIN):
                conversation = await self.client.create(address, user)
        except (ConnectorError, TimeoutError) as error:
            log.info("teams.not_there_for", problem=getattr(error, "problem", "timeout"))
            return None
        member = await self._member(address, conversation, user)
        to = {**address, "user": text_in(member, "id") or user, "conversation": conversation}
        identity = Identity(platform=PLATFORM, user=_id_of(member) or user)
        said = Profile(identity=identity, name="", handle="", address=to)
        return self._profile(said, member)

    async def _member(self, address: Address, conversation: str, user: str) -> Object:
        """Return what Teams says of a member of a conversation; an empty object where it does not."""
        now = asyncio.get_running_loop().time()
        at, known = self._known.get(user, (now - KEPT, {}))
        if now - at < KEPT or not (user and conversation):
            return known
        try:
            async with asyncio.timeout(ASK_WITHIN):
                member = await self.client.member(address, conversation, user)
        except (ConnectorError, TimeoutError) as error:
            log.warning("teams.member_not_told", problem=getattr(error, "problem", "timeout"))
            return known
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        self._known[user] = (now, member)
        return member

    def _profile(self, said: Profile, member: Object) -> Profile:
        name = text_in(member, "name") or said.name
        principal = text_in(member, "userPrincipalName")
        tenant = text_in(member, "tenantId")
        is_foreign = bool(self.tenant and tenant and tenant.casefold() != self.tenant.casefold())
        is_guest = text_in(member, "userRole").casefold() == GUEST or FOREIGN in principal.casefold()
        return replace(
            said,
            name=name,
            handle=handle_of(principal) or handle_of(name),
            email=text_in(member, "email") if not is_guest else "",
            is_outsider=is_foreign or is_guest,
        )


def _id_of(member: Object) -> str:
    """Return the id in Entra, by which somebody is known everywhere; older answers call it `objectId`."""
    return text_in(member, "aadObjectId") or text_in(member, "objectId") or text_in(member, "id")
