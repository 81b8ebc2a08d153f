"""The payloads that Slack posts when somebody types a command, presses, sends a form or uses a shortcut.

As https://docs.slack.dev/reference/interaction-payloads and
https://docs.slack.dev/interactivity/implementing-slash-commands describe them.
"""

from typing import Any

from tests.peers.slack.events import now
from tests.peers.slack.workspace import APP, DOMAIN, TEAM, VERIFICATION, Member


def command(
    member: Member, channel: dict[str, Any], *, name: str, text: str, response_url: str, trigger_id: str
) -> dict[str, str]:
    """Return the fields of a slash command."""
    return {
        "token": VERIFICATION,
        "team_id": TEAM,
        "team_domain": DOMAIN,
        "channel_id": channel["channel_id"],
        "channel_name": channel_name(channel),
        "user_id": member.id,
        "user_name": member.name,
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger_id,
    }


def channel_name(channel: dict[str, Any]) -> str:
    """Return what Slack calls a conversation in payloads."""
    if channel.get("is_im"):
        return "directmessage"
    return "privategroup" if channel["is_private"] else channel["name"]


def interaction(kind: str, member: Member) -> dict[str, Any]:
    """Return what all interactions have."""
    return {
        "type": kind,
        "team": {"id": TEAM, "domain": DOMAIN},
        "user": {"id": member.id, "username": member.name, "name": member.name, "team_id": TEAM},
        "api_app_id": APP,
        "token": VERIFICATION,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def message_actions(
    member: Member,
    channel: dict[str, Any],
    message: dict[str, Any],
    *,
    actions: list[dict[str, Any]],
    response_url: str,
    trigger_id: str,
) -> dict[str, Any]:
    """Return `block_actions` of something pressed on a message; an ephemeral one is not in it."""
    is_ephemeral = message.get("is_ephemeral", False)
    container = {"type": "message", "message_ts": message["ts"], "channel_id": channel["channel_id"]}
    payload = {
        **interaction("block_actions", member),
        "container": {**container, "is_ephemeral": is_ephemeral},
        "trigger_id": trigger_id,
        "channel": {"id": channel["channel_id"], "name": channel_name(channel)},
        "state": {"values": {}},
        "response_url": response_url,
        "actions": [{**action, "action_ts": now()} for action in actions],
    }
    return payload if is_ephemeral else {**payload, "message": _sent(message)}


def view_actions(
    member: Member, view: dict[str, Any], *, actions: list[dict[str, Any]], trigger_id: str
) -> dict[str, Any]:
    """Return `block_actions` of something pressed on a modal or on App Home."""
    return {
        **interaction("block_actions", member),
        "container": {"type": "view", "view_id": view["id"]},
        "trigger_id": trigger_id,
        "view": view,
        "actions": [{**action, "action_ts": now()} for action in actions],
    }


def view_submission(
    member: Member, view: dict[str, Any], *, values: dict[str, Any], trigger_id: str
) -> dict[str, Any]:
    """Return what is sent when somebody sends a form."""
    return {
        **interaction("view_submission", member),
        "trigger_id": trigger_id,
        "view": {**view, "state": {"values": values}},
        "response_urls": [],
    }


def view_closed(member: Member, view: dict[str, Any], *, is_cleared: bool) -> dict[str, Any]:
    """Return what is sent when somebody closes a form that has `notify_on_close`."""
    return {**interaction("view_closed", member), "view": view, "is_cleared": is_cleared}


def message_shortcut(
    member: Member,
    channel: dict[str, Any],
    message: dict[str, Any],
    *,
    callback_id: str,
    response_url: str,
    trigger_id: str,
) -> dict[str, Any]:
    """Return what is sent when somebody uses the menu of a message."""
    return {
        **interaction("message_action", member),
        "callback_id": callback_id,
        "trigger_id": trigger_id,
        "response_url": response_url,
        "action_ts": now(),
        "message_ts": message["ts"],
        "message": _sent(message),
        "channel": {"id": channel["channel_id"], "name": channel_name(channel)},
    }


def global_shortcut(member: Member, *, callback_id: str, trigger_id: str) -> dict[str, Any]:
    """Return what is sent when somebody uses the menu of shortcuts."""
    return {
        **interaction("shortcut", member),
        "callback_id": callback_id,
        "trigger_id": trigger_id,
        "action_ts": now(),
    }


def _sent(message: dict[str, Any]) -> dict[str, Any]:
    """Return a message as it is in payloads, where the channel stands beside it."""
    return {key: value for key, value in message.items() if key != "channel"}
