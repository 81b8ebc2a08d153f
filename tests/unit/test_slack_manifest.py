import ast
import re
from pathlib import Path

import pytest

from adapters.slack.manifest import APP_TOKEN_METHODS, EVENTS, SCOPES, UNSCOPED_METHODS, manifest
from adapters.slack.menus import SHORTCUTS

ROOT = Path(__file__).parents[2]
ADAPTER = ROOT / "adapters/slack"
ADDRESS = "https://engage.example.ca"
REQUEST_URL = f"{ADDRESS}/slack/events"

HISTORIES = {"channels:history", "groups:history", "im:history", "mpim:history"}
SCOPES_OF_METHODS = {
    "auth.test": set(),
    "chat.getPermalink": set(),
    "chat.postEphemeral": {"chat:write"},
    "chat.postMessage": {"chat:write"},
    "chat.update": {"chat:write"},
    "conversations.history": HISTORIES,
    "conversations.open": {"channels:manage", "groups:write", "im:write", "mpim:write"},
    "conversations.replies": HISTORIES,
    "users.info": {"users:read", "users:read.email"},
    "views.open": set(),
    "views.publish": set(),
    "views.push": set(),
    "views.update": set(),
}
"""What Slack's reference says of each method: any of these lets a bot call it, for some conversations."""

SCOPES_OF_EVENTS = {
    "app_home_opened": set(),
    "app_mention": {"app_mentions:read"},
    "message.im": {"im:history"},
    "user_change": {"users:read"},
}

LIMITS = {
    "display_information.name": 35,
    "display_information.description": 140,
    "features.bot_user.display_name": 80,
    "features.shortcuts.name": 24,
    "features.shortcuts.type": 7,
    "features.shortcuts.callback_id": 255,
    "features.shortcuts.description": 150,
    "features.slash_commands.command": 32,
    "features.slash_commands.url": 3000,
    "features.slash_commands.description": 2000,
    "features.slash_commands.usage_hint": 1000,
    "oauth_config.scopes.bot": 50,
    "settings.event_subscriptions.bot_events": 50,
    "settings.event_subscriptions.request_url": 3500,
    "settings.interactivity.request_url": 3500,
}
"""Every text that may stand in the manifest, with the characters that Slack allows it."""

SWITCHES = {
    "features.app_home.home_tab_enabled": True,
    "features.app_home.messages_tab_enabled": True,
    "features.app_home.messages_tab_read_only_enabled": False,
    "features.bot_user.always_online": True,
    "features.slash_commands.should_escape": True,
    "settings.interactivity.is_enabled": True,
    "settings.org_deploy_enabled": False,
    "settings.token_rotation_enabled": False,
}


def leaves(value, path=""):
    """Yield (path, value) of everything that stands in a manifest; items of a list share its path."""
    match value:
        case dict():
            for key, member in value.items():
                yield from leaves(member, f"{path}.{key}".lstrip("."))
        case list() | tuple():
            for item in value:
                yield from leaves(item, path)
        case _:
            yield path, value


@pytest.fixture(params=[None, ADDRESS], ids=["socket", "http"])
def written(request):
    """Both manifests, with the longest name and description."""
    return manifest(name="N" * 35, description="d" * 140, url=request.param)


def test_nothing_stands_there_that_slack_does_not_know_or_finds_too_long(written):
    """Every text is one of those that Slack reads, and no longer than it allows."""
    texts = [(path, value) for path, value in leaves(written) if not isinstance(value, bool)]
    assert {path for path, _ in texts} <= set(LIMITS)
    assert [(path, text) for path, text in texts if not 0 < len(text) <= LIMITS[path]] == []


def test_every_switch_is_set(written):
    """Nothing depends on what Slack does by default."""
    switches = {path: value for path, value in leaves(written) if isinstance(value, bool)}
    assert switches.pop("settings.socket_mode_enabled") in {True, False}
    assert switches == SWITCHES


def test_without_an_address_slack_is_asked_through_a_socket():
    """Nobody behind a firewall needs to name an address."""
    socket = manifest(name="Engage", description="d", url=None)
    assert socket["settings"]["socket_mode_enabled"] is True
    assert [path for path, _ in leaves(socket) if path.endswith("url")] == []


@pytest.mark.parametrize("url", [ADDRESS, f"{ADDRESS}/", REQUEST_URL, f"{REQUEST_URL}/"])
def test_slack_posts_everything_to_one_address(url):
    """Commands, interactions and events go to /slack/events, however the address was written."""
    posted = manifest(name="Engage", description="d", url=url)
    assert posted["settings"]["socket_mode_enabled"] is False
    assert [value for path, value in leaves(posted) if path.endswith("url")] == [REQUEST_URL] * 3


def test_shortcuts_and_command_are_those_that_the_adapter_answers():
    """One shortcut of every place, two of a message; the command says in both languages what it is for."""
    features = manifest(name="Engage", description="d", url=None)["features"]
    assert [(it["callback_id"], it["type"], it["name"]) for it in features["shortcuts"]] == [
        ("record", "global", "Record / Consigner"),
        ("record_promise", "message", "Promise / Engagement"),
        ("record_insight", "message", "Insight / Observation"),
    ]
    assert len({shortcut.callback_id for shortcut in SHORTCUTS}) == len(SHORTCUTS)
    (command,) = features["slash_commands"]
    assert command["command"] == "/engage"
    assert {"promise", "heard", "engagement", "entendu"} <= set(re.findall(r"\w+", command["usage_hint"]))


def needing(name):
    """Return the scopes that are asked for because of a method or an event."""
    return {scope for scope, it in SCOPES.items() if name in (*it.methods, *it.events)}


def test_every_method_and_event_has_its_scope_as_slack_says():
    """What is declared here agrees with Slack's reference, both ways."""
    methods = {method for it in SCOPES.values() for method in it.methods} | UNSCOPED_METHODS
    assert methods == set(SCOPES_OF_METHODS)
    assert set(EVENTS) == set(SCOPES_OF_EVENTS)
    for name, scopes in {**SCOPES_OF_METHODS, **SCOPES_OF_EVENTS}.items():
        assert needing(name) <= scopes, name
        assert bool(needing(name)) == bool(scopes), name


def test_no_scope_is_asked_for_in_vain(written):
    """Each scope has a method, an event or the command that needs it, and a reason that people can read."""
    assert written["oauth_config"]["scopes"]["bot"] == list(SCOPES)
    assert written["settings"]["event_subscriptions"]["bot_events"] == list(EVENTS)
    assert [scope for scope, it in SCOPES.items() if not (it.methods or it.events)] == ["commands"]
    assert all(it.why for it in SCOPES.values())


METHOD = re.compile(
    r"(?:apps|auth|bots|chat|conversations|files|reactions|team|usergroups|users|views)\.\w[\w.]*"
)


def methods_called(source):
    """Return the Web API methods in Python source: client.chat_postMessage(…), or "chat.postMessage" by name."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr=name)):
                found.add(name.replace("_", "."))
            case ast.Constant(value=str(name)):
                found.add(name)
    return {name for name in found if METHOD.fullmatch(name)}


def test_both_spellings_of_a_method_are_found():
    """The test below sees the client's own methods and those that are called by name."""
    source = 'client.chat_delete(x)\ncall("conversations.list", {})\nself.users.append("chat is on")\n'
    assert methods_called(source) == {"chat.delete", "conversations.list"}


@pytest.fixture
def called():
    """The Web API methods that the adapter calls."""
    sources = [path for path in ADAPTER.rglob("*.py") if path.name != "manifest.py"]
    return set().union(*(methods_called(path.read_text(encoding="utf-8")) for path in sources))


def test_every_method_that_the_adapter_calls_has_its_scope(called):
    """A call that was added without its scope fails here, not at the first person who needs it."""
    assert called <= set(SCOPES_OF_METHODS) | APP_TOKEN_METHODS


def test_every_scope_is_for_methods_that_the_adapter_calls(called):
    """A call that went away takes its scope with it."""
    if not called:
        pytest.skip("the adapter calls nothing yet")
    assert {method for it in SCOPES.values() for method in it.methods} <= called


def rows(heading):
    """Return the rows of the table under a heading of docs/slack.md."""
    text = (ROOT / "docs/slack.md").read_text(encoding="utf-8")
    section = text.partition(f"\n{heading}\n")[2].partition("\n#")[0]
    return [line for line in section.splitlines() if line.startswith("| `")]


def test_the_guide_names_every_scope_with_its_reason():
    """Whoever approves the app reads the same list as the manifest asks for."""
    expected = []
    for scope, it in SCOPES.items():
        needs = ", ".join(f"`{name}`" for name in (*it.methods, *it.events))
        expected.append(f"| `{scope}` | {it.why} | {needs or 'the command and the shortcuts'} |")
    assert rows("### What it may do") == expected


def test_the_guide_names_every_event():
    """The same holds for what Slack tells Engage of."""
    assert rows("### What it hears of") == [f"| `{event}` | {why} |" for event, why in EVENTS.items()]
