"""What Slack's answers hold and the emulator's do not, and the other way round."""

import random
import string
from typing import Any

from tests.peers.slack.calls import Call, flag
from tests.peers.slack.workspace import APP, BOT, BOT_TOKEN, Workspace

_SOME = 100
"""How many messages Slack returns when nobody says how many."""


def prepared(call: Call) -> dict[str, Any]:
    """Return the arguments as the emulator needs them to keep what Slack keeps."""
    arguments = dict(call.arguments)
    if isinstance(arguments.get("blocks"), list):
        arguments["blocks"] = with_ids(arguments["blocks"])
    if isinstance(view := arguments.get("view"), dict) and isinstance(view.get("blocks"), list):
        arguments["view"] = {**view, "blocks": with_ids(view["blocks"])}
    if call.method == "chat.postMessage" and call.token == BOT_TOKEN:
        arguments |= {"bot_id": BOT, "app_id": APP}
    if call.method == "conversations.history":
        arguments = {"channel": arguments.get("channel", ""), "limit": 1000}
    return arguments


def with_ids(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return blocks that have an id each, as Slack gives one to those without."""
    return [{"block_id": _identifier(), **block} for block in blocks]


def completed(call: Call, answer: dict[str, Any], workspace: Workspace) -> dict[str, Any]:
    """Return the emulator's answer as Slack would have given it."""
    if not answer.get("ok"):
        return answer
    locale = flag(call.arguments, "include_locale")
    match call.method:
        case "users.info":
            return {**answer, "user": _user(answer["user"], workspace, locale=locale)}
        case "users.list":
            users = [_user(user, workspace, locale=locale) for user in answer["members"]]
            if not answer["response_metadata"]["next_cursor"]:
                users += [
                    _gone(member, locale=locale) for member in workspace.members.values() if member.deleted
                ]
            return {**answer, "members": users}
        case "conversations.history":
            return _page(call.arguments, answer["messages"])
    return answer


def _user(user: dict[str, Any], workspace: Workspace, *, locale: bool) -> dict[str, Any]:
    member = workspace.members.get(user["id"])
    return member.enrich(user, include_locale=locale) if member else user


def _gone(member, *, locale: bool) -> dict[str, Any]:
    profile = {"real_name": member.real_name, "display_name": member.name}
    return member.enrich({"id": member.id, "name": member.name, "profile": profile}, include_locale=locale)


def _page(arguments: dict[str, Any], messages: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the part of a conversation, newest first, that was asked for.

    The emulator knows neither `oldest`, `latest` nor `inclusive`, and shows metadata to those who did not ask.
    """
    oldest, latest = float(arguments.get("oldest") or 0), float(arguments.get("latest") or "inf")
    inclusive = flag(arguments, "inclusive")
    found = [
        message
        for message in messages
        if oldest < float(message["ts"]) < latest or (inclusive and float(message["ts"]) in {oldest, latest})
    ]
    if not flag(arguments, "include_all_metadata"):
        found = [{name: value for name, value in one.items() if name != "metadata"} for one in found]
    begin = int(arguments.get("cursor") or 0)
    end = begin + int(arguments.get("limit") or _SOME)
    more = end < len(found)
    return {
        "ok": True,
        "messages": found[begin:end],
        "has_more": more,
        "response_metadata": {"next_cursor": str(end) if more else ""},
    }


def _identifier() -> str:
    return "".join(random.choices(string.ascii_letters + string.digits, k=5))
