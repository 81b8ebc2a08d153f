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
    """The people of one organisation. `tenant` is its id; empty where nobody says (the local playground).

    Where Teams could say who somebody is, and does not, nobody knows whether they belong to the organisation.
    """

    client: Client
    tenant: str = ""
    _known: dict[str, tuple[float, Object]] = field(default_factory=dict)

    async def sender(self, said: Profile, conversation: str) -> Profile:
        """Return who said something: what the activity says of them, and what Teams knows besides.

        In conversations of which Engage is no member, Teams says so in the one with Engage alone; that is
        asked only where it matters, which is where somebody may belong to another organisation.
        """
        user = said.address.get("user", "")
        member = await self._member(said.address, conversation, user)
        if member is None and self.tenant:
            member = await self._member(said.address, await self._direct(said.address, user), user)
        return self._profile(said, member)

    async def mentioned(self, user: str, name: str, address: Address, conversation: str) -> Profile:
        """Return somebody who is mentioned, by the bot's own id for them."""
        member = await self._member(address, conversation, user)
        told = member or {}
        to = {key: value for key, value in address.items() if key != "conversation"}
        identity = Identity(platform=PLATFORM, user=_id_of(told) or user)
        to |= {"user": user, "aad": text_in(told, "aadObjectId")}
        profile = self._profile(Profile(identity=identity, name=name, handle="", address=to), member)
        return profile if told else replace(profile, is_outsider=None)

    async def chosen(self, user: str, address: Address) -> Profile | None:
        """Return somebody who was chosen by their id in Entra; None if Teams does not say who that is.

        Of somebody in no common conversation, Teams says so in the one that Engage begins.
        """
        to = {**address, "user": user, "aad": user}
        conversation = await self._direct(to, user)
        member = await self._member(to, conversation, user)
        if not member:
            return None
        to |= {"user": text_in(member, "id") or user, "conversation": conversation}
        identity = Identity(platform=PLATFORM, user=_id_of(member))
        return self._profile(Profile(identity=identity, name="", handle="", address=to), member)

    async def _direct(self, address: Address, user: str) -> str:
        """Return the conversation with somebody alone; empty if Engage is not there for them."""
        if not user:
            return ""
        try:
            async with asyncio.timeout(ASK_WITHIN):
                return await self.client.create(address, user)
        except (ConnectorError, TimeoutError) as error:
            log.info("teams.not_there_for", problem=getattr(error, "problem", "timeout"))
            return ""

    async def _member(self, address: Address, conversation: str, user: str) -> Object | None:
        """Return what Teams says of a member of a conversation; None where it could and does not.

        Who could not even be asked, since Engage's own credentials are not there, is not doubted for that.
        """
        now = asyncio.get_running_loop().time()
        at, known = self._known.get(user, (now - KEPT, None))
        if now - at < KEPT or not (user and conversation):
            return known
        try:
            async with asyncio.timeout(ASK_WITHIN):
                member = await self.client.member(address, conversation, user)
        except (ConnectorError, TimeoutError) as error:
            log.warning("teams.member_not_told", problem=getattr(error, "problem", "timeout"))
            is_asked = self.client.can_ask and not getattr(error, "never", False)
            return known if is_asked or known is not None else {}
        if len(self._known) >= MOST_KEPT:
            self._known.clear()
        self._known[user] = (now, member)
        return member

    def _profile(self, said: Profile, member: Object | None) -> Profile:
        told = member or {}
        name = text_in(told, "name") or said.name
        principal, email = text_in(told, "userPrincipalName"), text_in(told, "email")
        tenant = text_in(told, "tenantId")
        is_foreign = bool(self.tenant and tenant and tenant.casefold() != self.tenant.casefold())
        is_guest = text_in(told, "userRole").casefold() == GUEST or FOREIGN in principal.casefold()
        # A name is no handle: whoever calls themselves as a lead is called would be one.
        return replace(
            said,
            name=name,
            handle=handle_of(principal or email),
            email=email if not is_guest else "",
            is_outsider=is_foreign or is_guest if member is not None or not self.tenant else None,
        )


def _id_of(member: Object) -> str:
    """Return the id in Entra, by which somebody is known everywhere; older answers call it `objectId`."""
    return text_in(member, "aadObjectId") or text_in(member, "objectId") or text_in(member, "id")
