"""Which events of the workspace the bot hears, and how: the emulator tells of everything, and little of each."""

import hmac
import secrets
import time
from typing import Any

from tests.peers.slack.delivery import sign
from tests.peers.slack.workspace import APP, BOT_USER, TEAM, VERIFICATION, Workspace

SUBSCRIBED = frozenset({"app_home_opened", "app_mention", "message.im", "user_change"})
"""What the app's manifest subscribes to."""


def envelope(event: dict[str, Any], *, event_id: str | None = None) -> dict[str, Any]:
    """Return an event as it is posted: https://docs.slack.dev/apis/events-api."""
    authorization = {"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True}
    return {
        "token": VERIFICATION,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": event_id or f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(time.time()),
        "authorizations": [{**authorization, "is_enterprise_install": False}],
        "is_ext_shared_channel": False,
        "event_context": f"4-{secrets.token_hex(8)}",
    }


def is_signed(body: bytes, headers: Any) -> bool:
    """Return whether the emulator signed what it posts, with the secret that the bot has."""
    expected = sign(body, float(headers.get("X-Slack-Request-Timestamp", 0)))["X-Slack-Signature"]
    return hmac.compare_digest(expected, headers.get("X-Slack-Signature", ""))


async def heard(event: dict[str, Any], workspace: Workspace) -> dict[str, Any] | None:
    """Return an event of the emulator as the bot hears it, None if it does not."""
    if event["type"] != "message":
        return {**event, "event_ts": event.get("event_ts", now())} if event["type"] in SUBSCRIBED else None
    channel = await workspace.channel(event["channel"])
    if channel is None or BOT_USER not in channel["members"]:
        return None
    event = {**event, "team": TEAM, "event_ts": event.get("event_ts", event["ts"])}
    if channel.get("is_im"):
        return {**event, "channel_type": "im"}
    if f"<@{BOT_USER}>" in event.get("text", "") and "subtype" not in event and not is_of_bot(event):
        return {**event, "type": "app_mention"}
    return None


def is_of_bot(event: dict[str, Any]) -> bool:
    """Return whether the bot itself caused an event: it hears its own messages, too."""
    about = event.get("message") or event.get("previous_message") or event
    return about.get("user") == BOT_USER


def now() -> str:
    """Return the present moment as Slack writes it."""
    return f"{time.time():.6f}"
