"""Activities as Teams posts them, and a Bot Connector at the seam of `adapters.teams.client.Client`.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-basics
"""

import asyncio
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from adapters.teams.results import ConnectorError
from adapters.teams.shapes import Activity, read_activity
from bot.messages import Address

SERVICE = "https://smba.trafficmanager.net/ca/"
TENANT = "0b6d7c1e-2f3a-4c5b-9d8e-7f6a5b4c3d2e"
BOT = "28:5f0c8c3e-9d1a-4b7f-8c2e-0a1b2c3d4e5f"
ANA = {"id": "29:1ana", "name": "Ana Reyes", "aadObjectId": "a0000000-0000-4000-8000-000000000001"}
SAM = {"id": "29:1sam", "name": "Sam Okafor", "aadObjectId": "a0000000-0000-4000-8000-000000000002"}
PERSONAL = {"id": "a:1ana", "conversationType": "personal", "tenantId": TENANT}
GROUP = {"id": "19:group@thread.v2", "conversationType": "groupChat", "isGroup": True, "tenantId": TENANT}
THREAD = {
    "id": "19:channel@thread.tacv2;messageid=17",
    "conversationType": "channel",
    "isGroup": True,
    "tenantId": TENANT,
}
MEMBERS = {
    person["id"]: {
        **person,
        "email": f"{person['id'][4:]}@example.org",
        "userPrincipalName": f"{person['id'][4:]}@example.org",
        "tenantId": TENANT,
        "userRole": "user",
    }
    for person in (ANA, SAM)
}


def posted(kind: str = "message", **more: Any) -> dict[str, Any]:
    """Return an activity as JSON: something of Ana's in her own conversation, unless `more` says otherwise."""
    return {
        "type": kind,
        "id": "1795455600737",
        "timestamp": "2026-11-23T15:00:00.834Z",
        "localTimestamp": "2026-11-23T10:00:00.834-05:00",
        "localTimezone": "America/Toronto",
        "serviceUrl": SERVICE,
        "channelId": "msteams",
        "from": ANA,
        "recipient": {"id": BOT, "name": "Engage"},
        "conversation": PERSONAL,
        "locale": "en-CA",
        "entities": [
            {"type": "clientInfo", "locale": "en-CA", "platform": "Web", "timezone": "America/Toronto"}
        ],
        "channelData": {"tenant": {"id": TENANT}},
    } | more


def mention(text: str, person: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the entity that says who a tag in a text is; without a person, the bot."""
    return {"type": "mention", "mentioned": dict(person or {"id": BOT, "name": "Engage"}), "text": text}


def pressed(data: Any, **more: Any) -> dict[str, Any]:
    """Return the press of a button of a card."""
    value = {"action": {"type": "Action.Execute", "verb": "press", "data": data}, "trigger": "manual"}
    return posted("invoke", **{"name": "adaptiveCard/action", "value": value, "replyToId": "17", **more})


def invoked(name: str, value: Any, **more: Any) -> dict[str, Any]:
    """Return an invoke."""
    return posted("invoke", **{"name": name, "value": value, **more})


def heard(told: Any) -> tuple[Activity, dict[str, Any]]:
    """Return an activity as it is read of the request's body."""
    return read_activity(json.dumps(told).encode())


class FakeClient:
    """Does what `Client` is asked, and notes it; `asked` counts questions of members.

    `faults` holds, by the call's name, what is raised instead; `holds` is a call that does not end.
    """

    can_ask = True

    def __init__(self) -> None:
        self.members: dict[str, dict[str, Any]] = {**MEMBERS}
        self.conversations: dict[str, str] = {}
        self.faults: dict[str, list[ConnectorError]] = {}
        self.holds = ""
        self.calls: list[tuple[Any, ...]] = []
        self.asked: Counter[str] = Counter()

    async def post(self, address: Address, conversation: str, activity: Any, *, private: bool = False) -> str:
        await self._do("whisper" if private else "post", dict(address), conversation, activity)
        return f"m{len(self.calls)}"

    async def put(
        self, address: Address, conversation: str, message: str, activity: Any, *, private: bool = False
    ) -> None:
        await self._do("put privately" if private else "put", dict(address), conversation, message, activity)

    async def create(self, address: Address, user: str) -> str:
        await self._do("create", dict(address), user)
        return self.conversations.get(user, f"a:{user}")

    async def member(self, address: Address, conversation: str, user: str) -> dict[str, Any]:
        self.asked[user] += 1
        await self._do("member", dict(address), conversation, user)
        by_any = {**self.members, **{one["aadObjectId"]: one for one in self.members.values()}}
        if user not in by_any:
            raise ConnectorError(status=404, code="MemberNotFoundInConversation")
        return by_any[user]

    def called(self, name: str) -> list[tuple[Any, ...]]:
        """Return the arguments of the calls of one kind."""
        return [call[1:] for call in self.calls if call[0] == name]

    async def _do(self, name: str, *arguments: Any) -> None:
        self.calls.append((name, *arguments))
        if self.holds == name:
            await asyncio.Event().wait()
        if self.faults.get(name):
            raise self.faults[name].pop(0)
