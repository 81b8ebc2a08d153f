"""The Bot Connector that the bot sees: the playground's, with what it lacks, a record, and faults."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.peers.teams.faults import CODES, Faults, error
from tests.peers.teams.playground import Playground
from tests.peers.teams.shown import CARD, Shown
from tests.peers.teams.tenant import Member, top

GONE = ("BotNotInConversationRoster", "The bot is not part of the conversation roster.")
UNKNOWN = ("BadArgument", "Failed to decrypt pairwise id")


@dataclass(kw_only=True)
class Call:
    """A call of the Bot Connector, as it came in. `path` begins behind /v3/; status 0 is not answered (yet)."""

    method: str
    path: str
    body: Any
    authorization: str
    status: int = 0
    answer: Any = None


class Connector:
    """Answers the bot at the service URL."""

    def __init__(self, everybody: dict[str, Member], shown: Shown, changed: Callable[[], None]) -> None:
        self._members = everybody
        self._shown = shown
        self._changed = changed
        self.playground: Playground | None = None
        self.region = "connector"
        self.calls: list[Call] = []
        self.faults = Faults()
        self.personal: dict[str, str] = {}
        """The direct conversation with Engage of each person, by name."""
        self.closed: dict[str, tuple[str, str]] = {}
        """Where the bot may not write, and the code and message that tell it so."""

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Answer a call."""
        body = await request.read()
        call = Call(
            method=request.method,
            path=request.match_info["path"],
            body=json.loads(body) if body else None,
            authorization=request.headers.get("Authorization", ""),
        )
        self.calls.append(call)
        self._changed()

        async def perform() -> web.Response:
            status, answer = await self._perform(call, request)
            call.answer = answer
            self._changed()
            if answer is None:
                return web.Response(status=status)
            return web.json_response(answer, status=status)

        response, told = await self.faults.answer(request, call.path, perform)
        call.status = response.status if told else 0
        self._changed()
        return response

    def write_off(self, conversation: str, *, blocked: bool) -> None:
        """Refuse what the bot sends to a conversation: somebody blocked it there, or took it away."""
        self.closed[top(conversation)] = CODES[403] if blocked else GONE

    def welcome(self, conversation: str) -> None:
        """Let the bot send to a conversation again."""
        self.closed.pop(top(conversation), None)

    async def _perform(self, call: Call, request: web.Request) -> tuple[int, Any]:
        if request.match_info["region"] != self.region:
            return 404, error("ServiceNotFound", "There is no Bot Connector at this address.")
        match call.method, call.path.split("/"):
            case "POST", ["conversations"]:
                return await self._create(call.body)
            case "POST", ["conversations", conversation, "activities", *_]:
                return await self._send(call, conversation)
            case "PUT", ["conversations", conversation, "activities", number]:
                return await self._update(call, conversation, number)
            case "DELETE", ["conversations", conversation, "activities", number]:
                return self._delete(conversation, number)
            case "GET", ["conversations", conversation, "members", who]:
                path = f"conversations/{conversation}/members/{self._id(who)}"
                return await self.playground.connector("GET", path, "", None)
        return await self.playground.connector(call.method, call.path, request.query_string, call.body)

    async def _create(self, body: dict[str, Any]) -> tuple[int, Any]:
        if body.get("isGroup"):
            place = top(body["channelData"]["channel"]["id"])
            if place in self.closed:
                return 403, error(*self.closed[place])
            status, answer = await self.playground.connector("POST", "conversations", "", body)
            if status == 201:
                self._shown.add(answer["id"], answer["activityId"], activity=body["activity"])
            return status, answer
        wanted = [self._id(member["id"]) for member in body.get("members", [])]
        known = {member.id: name for name, member in self._members.items()}
        if len(wanted) != 1 or wanted[0] not in known:
            return 400, error(*UNKNOWN)
        conversation = self.personal[known[wanted[0]]]
        if conversation in self.closed:
            return 403, error(*self.closed[conversation])
        return 201, {"id": conversation}

    async def _send(self, call: Call, conversation: str) -> tuple[int, Any]:
        if top(conversation) in self.closed:
            return 403, error(*self.closed[top(conversation)])
        status, answer = await self.playground.connector("POST", call.path, "", _whole(call.body))
        if status == 201 and answer and "id" in answer:
            place = conversation
            if ";" not in place and place.endswith("tacv2"):
                place = f"{place};messageid={answer['id']}"  # what is posted to a channel begins a thread
            self._shown.add(place, answer["id"], activity=call.body)
        return status, answer

    async def _update(self, call: Call, conversation: str, number: str) -> tuple[int, Any]:
        if top(conversation) in self.closed:
            return 403, error(*self.closed[top(conversation)])
        status, answer = await self.playground.connector("PUT", call.path, "", _whole(call.body))
        if status == 200:
            self._shown.update(conversation, number, call.body)
        return status, answer

    def _delete(self, conversation: str, number: str) -> tuple[int, Any]:
        message = self._shown.find(number, conversation)
        if message is None:
            return 404, error("ActivityNotFoundInConversation", "Message does not exist in the thread.")
        message.deleted = True
        return 200, None

    def _id(self, who: str) -> str:
        """Return somebody's id for this bot, if what is given is their id in the tenant."""
        return next((member.id for member in self._members.values() if member.aad == who), who)


def _whole(activity: dict[str, Any]) -> dict[str, Any]:
    """Return an activity that stays one message, with one id: the playground would show words and card apart."""
    match activity.get("attachments"):
        case [{"contentType": kind, "content": card}] if kind == CARD and activity.get("text"):
            words = {"type": "TextBlock", "text": activity["text"], "wrap": True}
            content = {**card, "body": [words, *card.get("body", [])]}
            return {**activity, "text": "", "attachments": [{"contentType": CARD, "content": content}]}
    return activity
