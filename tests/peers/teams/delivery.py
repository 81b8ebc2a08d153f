"""What reaches the bot: the playground's activities, made as Teams makes them, signed, and timed."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
from aiohttp import web

from tests.peers.teams.tenant import Member, top

Activity = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the bot answered; status 0 if it did not in time, or could not be reached."""

    status: int
    text: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def body(self) -> dict[str, Any]:
        """The answer to an invoke; empty if there was none."""
        return json.loads(self.text) if self.text.startswith("{") else {}


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """An activity that was posted to the bot, and its answer."""

    activity: Activity
    answer: Answer


@dataclass(frozen=True, kw_only=True)
class Said:
    """Words that the playground is about to send as if the person at its keyboard had said them."""

    member: Member
    conversation: str
    text: str


class Courier:
    """Brings activities to the bot, wherever it listens now.

    `authorize` returns the headers by which the bot knows who sends, for a service URL; `answered` learns of each
    delivery.
    """

    def __init__(
        self,
        everybody: dict[str, Member],
        authorize: Callable[[str], dict[str, str]],
        answered: Callable[[Delivery], None],
        changed: Callable[[], None],
    ) -> None:
        self._members = {member.id: member for member in everybody.values()}
        self._authorize = authorize
        self._answered = answered
        self._changed = changed
        self._session: aiohttp.ClientSession | None = None
        self._said: list[Said] = []
        self.address = ""
        self.service_url = ""
        self.patience = 15.0
        """How long Teams waits, in seconds."""
        self.deliveries: list[Delivery] = []

    async def start(self) -> None:
        """Begin."""
        self._session = aiohttp.ClientSession()

    async def stop(self) -> None:
        """End."""
        await self._session.close()

    def expect(self, member: Member, conversation: str, text: str) -> None:
        """Say who will really have said the next words of the playground that are these."""
        self._said.append(Said(member=member, conversation=top(conversation), text=text))

    async def take(self, request: web.Request) -> web.Response:
        """Bring the bot what the playground sends it, and the playground what the bot answers."""
        activity = await request.json()
        answer = await self.deliver(self._by_whoever_spoke(activity))
        if not answer.status:
            return web.Response(status=502, text="the bot did not answer")
        kind = answer.headers.get("Content-Type", "text/plain").partition(";")[0]
        return web.Response(status=answer.status, text=answer.text, content_type=kind)

    async def deliver(self, activity: Activity, headers: dict[str, str] | None = None) -> Answer:
        """Bring an activity to the bot, signed unless `headers` are given."""
        member = self._members.get(activity.get("from", {}).get("id", ""))
        if member:
            activity = as_teams(activity, member, self._members)
        activity = {**activity, "serviceUrl": self.service_url}
        allowed = self._authorize(self.service_url) if headers is None else headers
        body = json.dumps(activity).encode()
        answer = await self.post(body, {"Content-Type": "application/json; charset=utf-8", **allowed})
        delivery = Delivery(activity=activity, answer=answer)
        self._answered(delivery)
        self.deliveries.append(delivery)
        self._changed()
        return answer

    async def post(self, body: bytes, headers: dict[str, str]) -> Answer:
        """Post bytes to the bot as they are."""
        began = time.monotonic()
        timeout = aiohttp.ClientTimeout(total=self.patience)
        if not self.address:
            return Answer(status=0, text="nobody said where the bot is")
        try:
            async with self._session.post(
                self.address, data=body, headers=headers, timeout=timeout
            ) as answer:
                text = await answer.text()
                return Answer(
                    status=answer.status,
                    text=text,
                    headers=dict(answer.headers),
                    seconds=time.monotonic() - began,
                )
        except (aiohttp.ClientError, TimeoutError) as error:
            return Answer(status=0, text=type(error).__name__, seconds=time.monotonic() - began)

    def _by_whoever_spoke(self, activity: Activity) -> Activity:
        where = top(activity.get("conversation", {}).get("id", ""))
        for said in self._said:
            if (where, activity.get("text")) == (said.conversation, said.text):
                self._said.remove(said)
                return {**activity, "from": said.member.account}
        return activity


def as_teams(activity: Activity, member: Member, everybody: dict[str, Member]) -> Activity:
    """Return an activity as Teams sends it, with what the playground leaves out or has the same for everybody.

    What is added is the person's language and time zone, that a button was pressed by hand, and, in a message
    action, who wrote the message and the link to it. `everybody` is named by their ids for this bot. Sources:
    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events,
    https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/
    create-task-module and https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model.
    """
    activity = json.loads(json.dumps(activity))
    info = next((one for one in activity.get("entities", []) if one.get("type") == "clientInfo"), None)
    if info is not None:
        info["locale"] = member.locale
        activity["locale"] = member.locale
    if info is not None and "timezone" in info:
        info |= {"country": member.locale[-2:], "timezone": member.timezone}
    if "localTimezone" in activity:
        moment = datetime.fromisoformat(activity["timestamp"]).astimezone(ZoneInfo(member.timezone))
        activity |= {"localTimezone": member.timezone, "localTimestamp": moment.isoformat()}
    value = activity.get("value")
    if activity.get("name") == "adaptiveCard/action" and isinstance(value, dict):
        value.setdefault("trigger", "manual")
    if isinstance(value, dict) and isinstance(value.get("messagePayload"), dict):
        _complete(value["messagePayload"], activity, member, everybody)
    return activity


def invoke(
    member: Member,
    conversation: dict[str, Any],
    recipient: dict[str, Any],
    *,
    name: str,
    value: Any,
    number: str,
) -> Activity:
    """Return an invoke that the playground does not know, such as "task/fetch", in the shape of the others."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return {
        "type": "invoke",
        "name": name,
        "id": number,
        "timestamp": now.replace("+00:00", "Z"),
        "localTimestamp": now,
        "localTimezone": member.timezone,
        "channelId": "msteams",
        "from": member.account,
        "recipient": recipient,
        "conversation": conversation,
        "channelData": {"tenant": {"id": conversation["tenantId"]}, "source": {"name": "message"}},
        "locale": member.locale,
        "entities": [
            {
                "type": "clientInfo",
                "locale": member.locale,
                "country": member.locale[-2:],
                "platform": "Web",
                "timezone": member.timezone,
            }
        ],
        "value": value,
    }


def _complete(
    payload: dict[str, Any], activity: Activity, member: Member, everybody: dict[str, Member]
) -> None:
    wrote = payload.get("from", {}).get("user") or {}
    if wrote.get("id") in everybody:
        wrote["id"] = everybody[wrote["id"]].aad
    payload["locale"] = member.locale.lower()
    where = top(activity["conversation"]["id"])
    payload["linkToMessage"] = f"https://teams.microsoft.com/l/message/{where}/{payload['id']}"
