"""What Slack sends → what the core hears. Pure; ids stay the same when Slack repeats itself."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from adapters.slack.blocks import AROUND
from adapters.slack.people import PLATFORM
from adapters.slack.views import Origin
from bot.messages import Answering, ConversationRef, Place

Body = Mapping[str, Any]


def place_of(channel: str) -> Place:
    """Say whether a conversation is one with somebody alone, by its id."""
    return Place.DIRECT if channel.startswith("D") else Place.CHANNEL


def conversation(place: Place | None, channel: str, user: str) -> ConversationRef:
    """Return a conversation; a direct one and a home page are the user's own."""
    where = place or Place.DIRECT
    return ConversationRef(platform=PLATFORM, id=channel if where is Place.CHANNEL else user, place=where)


def command_id(body: Body) -> str:
    """Return the id of a slash command."""
    return _id(
        "command", *(body.get(key) for key in ("trigger_id", "user_id", "channel_id", "command", "text"))
    )


def action_id(body: Body) -> str:
    """Return the id of a press."""
    action: Body = (body.get("actions") or [{}])[0]
    pressed = (action.get(key) for key in ("action_id", "action_ts", "value", "selected_option"))
    return _id("action", body.get("trigger_id"), user_of(body), *pressed)


def submission_id(body: Body) -> str:
    """Return the id of a sent form: the same for the same content of the same modal."""
    view: Body = body.get("view") or {}
    state: Body = view.get("state") or {}
    values = json.dumps(state.get("values"), sort_keys=True)
    return _id("submission", view.get("id"), user_of(body), view.get("private_metadata"), values)


def shortcut_id(body: Body) -> str:
    """Return the id of a use of a shortcut."""
    return _id("shortcut", body.get("trigger_id"), user_of(body), body.get("callback_id"))


def event_id(body: Body) -> str:
    """Return the id of an event of the Events API."""
    return _id("event", body.get("event_id") or json.dumps(body.get("event"), sort_keys=True))


def payload_of(body: Body) -> dict[str, str]:
    """Return what the pressed button, or the chosen entry of a menu, says; nothing if it was edited by hand."""
    action: Body = (body.get("actions") or [{}])[0]
    if (chosen := action.get("selected_option")) is not None:
        _, _, around = str(action.get("block_id") or "").partition(AROUND)
        do = str(chosen.get("value") or "")
        on_card = {"view": around} if around and not do.startswith(AROUND) else {}
        return {"do": do.removeprefix(AROUND), **on_card}
    try:
        value = json.loads(action.get("value") or "{}")
    except (ValueError, TypeError, RecursionError):
        return {}
    return {str(key): str(what) for key, what in value.items()} if isinstance(value, dict) else {}


def user_of(body: Body) -> str:
    """Return who interacts."""
    user: Body = body.get("user") or {}
    return str(user.get("id", ""))


def pressed_on(body: Body) -> Origin:
    """Return where a button was pressed, and so where its answer goes.

    Messages in channels may be for one person only, and those Slack lets be changed through the address that
    comes with the press and in no other way.
    """
    container: Body = body.get("container") or {}
    if container.get("type") == "view":
        view: Body = body.get("view") or {}
        return Origin(place=Place.HOME if view.get("type") == "home" else None)
    channel = str(container.get("channel_id") or (body.get("channel") or {}).get("id", ""))
    message = f"{channel}:{container.get('message_ts', '')}"
    place = place_of(channel)
    own = place is Place.DIRECT and not container.get("is_ephemeral")
    url = "" if own else str(body.get("response_url") or "")
    thread = str(container.get("thread_ts") or "")
    return Origin(place=place, channel=channel, message=message, answering=Answering(url=url, thread=thread))


def link_to(body: Body) -> str:
    """Return the address of a picked message, for when Slack does not tell it."""
    team, channel, message = (body.get(key) or {} for key in ("team", "channel", "message"))
    moment = str(message.get("ts", "")).replace(".", "")
    domain, where = team.get("domain"), channel.get("id")
    return f"https://{domain}.slack.com/archives/{where}/p{moment}" if domain and where and moment else ""


def _id(kind: str, *parts: object) -> str:
    told = json.dumps([str(part or "") for part in parts])
    return f"{kind}:{sha256(told.encode()).hexdigest()[:32]}"
