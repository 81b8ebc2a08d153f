"""What Slack refuses and the emulator does not: wrong tokens, wrong blocks, places where the bot is not."""

from typing import Any

from tests.peers.slack.calls import Call
from tests.peers.slack.emulator import Emulator
from tests.peers.slack.workspace import APP_TOKEN, BOT_TOKEN, BOT_USER, Workspace
from tests.support import block_kit

_WRITES = ("chat.postMessage", "chat.postEphemeral", "chat.update")
_READS = ("conversations.history", "conversations.replies", "conversations.members")
_VIEWS = ("views.open", "views.push", "views.publish", "views.update")


class Checks:
    """Asked about each call before it is performed."""

    def __init__(self, workspace: Workspace, emulator: Emulator) -> None:
        self._workspace = workspace
        self._emulator = emulator

    async def refusal(self, call: Call) -> dict[str, Any] | None:
        """Return Slack's answer to a call that it refuses, else None."""
        error = self._of_token(call)
        messages = [] if error else _of_content(call)
        if messages:
            error = "invalid_arguments" if call.method in _VIEWS else "invalid_blocks"
        elif not error:
            error = await self._of_place(call)
        if not error:
            return None
        more = {"response_metadata": {"messages": messages}} if messages else {}
        return {"ok": False, "error": error, **more}

    def _of_token(self, call: Call) -> str | None:
        if not call.token:
            return "not_authed"
        if call.token not in self._workspace.scopes:
            return "invalid_auth"
        if (call.method == "apps.connections.open") != (call.token == APP_TOKEN):
            return "not_allowed_token_type"
        return None

    async def _of_place(self, call: Call) -> str | None:
        if call.method == "conversations.open":
            users = str(call.arguments.get("users", "")).split(",")
            return "user_disabled" if any(map(self._has_left, users)) else None
        if call.method not in _WRITES + _READS or call.token != BOT_TOKEN:
            return None
        place = str(call.arguments.get("channel", ""))
        if place in self._workspace.members:
            return "user_disabled" if self._has_left(place) else None
        channel = await self._workspace.channel(place)
        if channel is None:
            return "channel_not_found"
        if BOT_USER not in channel["members"]:
            return "channel_not_found" if channel["is_private"] else "not_in_channel"
        if call.method in _WRITES and channel.get("is_im"):
            return "user_disabled" if any(map(self._has_left, channel["members"])) else None
        return None

    def _has_left(self, user_id: str) -> bool:
        member = self._workspace.members.get(user_id)
        return bool(member and member.deleted)


def _of_content(call: Call) -> list[str]:
    blocks, view = call.arguments.get("blocks"), call.arguments.get("view")
    if call.method in _WRITES and isinstance(blocks, list):
        return block_kit.problems(blocks, "message", text=call.arguments.get("text"))
    if call.method in _VIEWS and isinstance(view, dict):
        return block_kit.view_problems(view)
    return []
