"""Slack's app manifest: what Engage is called there, what it may do and what it hears of.

https://docs.slack.dev/reference/app-manifest says what each field means. Nothing is asked for that is not
used: each scope below names what needs it, as Slack's reference of that method or event says.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from adapters.slack.menus import COMMAND_DOES, COMMAND_TAKES, SHORTCUTS, Shortcut, both

COMMAND = "/engage"

REQUEST_PATH = "/slack/events"
"""Where Slack posts commands, interactions and events alike, unless it speaks through a socket."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What the bot may do, and why. `methods` and `events` are those that Slack refuses without it.

    A method that reads conversations needs the scope of each kind of conversation it reads.
    """

    why: str
    methods: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


READING = ("conversations.history", "conversations.replies")

SCOPES: Mapping[str, Scope] = {
    "app_mentions:read": Scope(
        why="hear who mentions Engage in a channel",
        events=("app_mention",),
    ),
    "channels:history": Scope(
        why="look whether what Engage posted in a public channel arrived, when Slack did not say so",
        methods=READING,
    ),
    "groups:history": Scope(
        why="the same in private channels",
        methods=READING,
    ),
    "chat:write": Scope(
        why="answer, remind, and keep what it posted up to date",
        methods=("chat.postMessage", "chat.postEphemeral", "chat.update"),
    ),
    "commands": Scope(
        why="offer the command `/engage` and the shortcuts",
    ),
    "im:history": Scope(
        why="read what people write to Engage itself",
        methods=READING,
        events=("message.im",),
    ),
    "im:write": Scope(
        why="begin the direct conversation that reminders go to",
        methods=("conversations.open",),
    ),
    "users:read": Scope(
        why="know people's names, time zones and languages, and who has left",
        methods=("users.info",),
        events=("user_change",),
    ),
    "users:read.email": Scope(
        why="know the address that the workspace verified, to recognize somebody who also uses Engage elsewhere",
        methods=("users.info",),
    ),
}

UNSCOPED_METHODS = frozenset(
    {"auth.test", "chat.getPermalink", "views.open", "views.publish", "views.push", "views.update"}
)
"""Methods that any bot token may call."""

APP_TOKEN_METHODS = frozenset({"apps.connections.open"})
"""Methods that take the app-level token of Socket Mode, whose one scope is `connections:write`."""

EVENTS: Mapping[str, str] = {
    "app_home_opened": "somebody looks at the Home tab, which is then drawn anew; needs no scope",
    "app_mention": "somebody mentions Engage in a channel",
    "message.im": "somebody writes to Engage itself",
    "user_change": "a name, time zone or language changed, or an account was closed",
}


def manifest(*, name: str, description: str, url: str | None) -> dict[str, object]:
    """Return the manifest as plain values.

    `name` has at most 35 characters, `description` 140. `url` is the public https address that Slack posts
    to, with or without its path /slack/events; None connects through Socket Mode.
    """
    requests = None if url is None else url.rstrip("/").removesuffix(REQUEST_PATH) + REQUEST_PATH
    return {
        "display_information": {"name": name, "description": description},
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": name, "always_online": True},
            "shortcuts": [_shortcut(shortcut) for shortcut in SHORTCUTS],
            "slash_commands": [_command(requests)],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS), **_posted_to("request_url", requests)},
            "interactivity": {"is_enabled": True, **_posted_to("request_url", requests)},
            "org_deploy_enabled": False,
            "socket_mode_enabled": requests is None,
            "token_rotation_enabled": False,
        },
    }


def _shortcut(shortcut: Shortcut) -> dict[str, object]:
    return {
        "name": both(shortcut.name),
        "type": shortcut.kind,
        "callback_id": shortcut.callback_id,
        "description": both(shortcut.description),
    }


def _command(requests: str | None) -> dict[str, object]:
    """Describe the command. Escaped, people who are mentioned arrive by their id, not by a name."""
    return {
        "command": COMMAND,
        **_posted_to("url", requests),
        "description": both(COMMAND_DOES),
        "usage_hint": both(COMMAND_TAKES),
        "should_escape": True,
    }


def _posted_to(key: str, requests: str | None) -> dict[str, str]:
    return {} if requests is None else {key: requests}
