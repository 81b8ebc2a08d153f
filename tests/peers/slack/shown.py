"""What people see besides the messages that the emulator keeps: ephemeral ones, and what response URLs change."""

import itertools
import time
from typing import Any

from tests.peers.slack.answers import with_ids
from tests.peers.slack.emulator import Emulator
from tests.peers.slack.response_urls import Way
from tests.peers.slack.workspace import APP, BOT, BOT_TOKEN, BOT_USER


class Shown:
    """The messages that only one person sees, in order."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator
        self._numbers = itertools.count(1)
        self.ephemerals: list[dict[str, Any]] = []

    def to_one(self, message: dict[str, Any], user: str, *, ts: str | None = None) -> dict[str, Any]:
        """Show a message to one person; return it as they see it."""
        one = {
            "type": "message",
            "ts": ts or f"{int(time.time())}.9{next(self._numbers):05}",
            "channel": message["channel"],
            "user": BOT_USER,
            "bot_id": BOT,
            "app_id": APP,
            "text": message.get("text", ""),
            "blocks": with_ids(message.get("blocks") or []),
            "is_ephemeral": True,
            "to": user,
        }
        self.ephemerals.append(one)
        return one

    async def by_answer(self, body: dict[str, Any], way: Way) -> dict[str, Any] | None:
        """Show what a command or a press was answered with; None if that was no message."""
        if not body.get("text") and not body.get("blocks"):
            return None
        return await self._new(body, way)

    async def by_response(self, body: dict[str, Any], way: Way) -> None:
        """Do what was posted to a response URL."""
        if way.ts and (body.get("delete_original") or body.get("replace_original")):
            await self._change(body, way)
        else:
            await self._new(body, way)

    async def _new(self, body: dict[str, Any], way: Way) -> dict[str, Any]:
        message = {**body, "channel": way.channel}
        if body.get("response_type") != "in_channel":
            return self.to_one(message, way.user)
        fields = {name: message[name] for name in ("channel", "text") if name in message}
        fields |= {"blocks": with_ids(body.get("blocks") or []), "bot_id": BOT, "app_id": APP}
        answer = await self._emulator.call("chat.postMessage", fields, BOT_TOKEN)
        assert answer["ok"], answer
        return {**answer["message"], "channel": way.channel}

    async def _change(self, body: dict[str, Any], way: Way) -> None:
        blocks = with_ids(body.get("blocks") or [])
        if way.ephemeral:
            original = next(one for one in self.ephemerals if one["ts"] == way.ts)
            if body.get("delete_original"):
                self.ephemerals.remove(original)
            else:
                original |= {"text": body.get("text", ""), "blocks": blocks}
            return
        method = "chat.delete" if body.get("delete_original") else "chat.update"
        fields = {"channel": way.channel, "ts": way.ts, "text": body.get("text", ""), "blocks": blocks}
        answer = await self._emulator.call(method, fields, BOT_TOKEN)
        assert answer["ok"], answer
