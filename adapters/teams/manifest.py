"""What Teams is told of Engage: its names, its commands and its menus, in both languages.

https://learn.microsoft.com/microsoft-365/extensibility/schema says what each field means.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from adapters.teams.menus import ABOUT, ACTIONS, COMMANDS, LISTS, Command
from bot.domain.people import Language

SCHEMA_VERSION = "1.30"
_SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}"

_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"

LONGEST_NAME = 30
LONGEST_SUMMARY = 80
LONGEST_ORGANISATION = 32

TRANSLATED: Language = "fr"
"""The language of the file beside the manifest, which itself is in English."""

BOTH_WAYS = ("mention", "slash")
"""A command is offered where somebody mentions Engage, and where they type a slash."""


@dataclass(frozen=True, kw_only=True)
class App:
    """What is said of this app. `id` is the bot's; `name` has at most 30 characters; the pages are https."""

    id: str
    version: str
    name: str
    description: Mapping[Language, str]
    organisation: str
    website: str
    privacy: str
    terms: str


def manifest(app: App) -> dict[str, object]:
    """Return manifest.json as plain values, in English."""
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA_VERSION,
        "version": app.version,
        "id": app.id,
        "developer": {
            "name": _cut(app.organisation, LONGEST_ORGANISATION),
            "websiteUrl": app.website,
            "privacyUrl": app.privacy,
            "termsOfUseUrl": app.terms,
        },
        "localizationInfo": {
            "defaultLanguageTag": "en",
            "additionalLanguages": [{"languageTag": TRANSLATED, "file": f"{TRANSLATED}.json"}],
        },
        "name": {"short": app.name, "full": app.name},
        "description": {"short": _summary(app, "en"), "full": _full(app, "en")},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#0d5c70",
        "bots": [_bot(app)],
        "composeExtensions": [
            {"botId": app.id, "composeExtensionType": "botBased", "commands": _actions("en")},
        ],
        "permissions": ["identity", "messageTeamMembers"],
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot", "groupchat": "bot"},
    }


def _bot(app: App) -> dict[str, object]:
    """Describe the bot. Who picks a command after a slash writes to it unseen by the others of a channel."""
    return {
        "botId": app.id,
        "scopes": ["personal", "team", "groupChat"],
        "isNotificationOnly": False,
        "supportsCalling": False,
        "supportsVideo": False,
        "supportsFiles": False,
        "supportsTargetedMessages": True,
        "commandLists": [
            {"scopes": list(scopes), "triggers": list(BOTH_WAYS), "commands": _commands(verbs, "en")}
            for scopes, verbs in LISTS
        ],
    }


def translation(app: App) -> dict[str, str]:
    """Return fr.json as plain values: each text of the manifest by its path, in French."""
    lists = [
        (f"bots[0].commandLists[{at}]", _commands(verbs, TRANSLATED)) for at, (_, verbs) in enumerate(LISTS)
    ]
    texts = {
        f"{path}.commands[{at}].{key}": str(entry[key])
        for path, entries in (*lists, ("composeExtensions[0]", _actions(TRANSLATED)))
        for at, entry in enumerate(entries)
        for key in ("title", "description")
    }
    texts |= {"description.short": _summary(app, TRANSLATED), "description.full": _full(app, TRANSLATED)}
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": app.name,
        "name.full": app.name,
        **{path: text.replace("'", _APOSTROPHE) for path, text in texts.items()},
    }


def _commands(verbs: Sequence[str], language: Language) -> list[dict[str, object]]:
    known = {command.verb: command for command in COMMANDS}
    return [
        {"title": known[verb].typed[language], "description": _explained(known[verb], language)}
        for verb in verbs
    ]


def _explained(command: Command, language: Language) -> str:
    """Say what a command does, with an example of it: "See the promises of your team (list overdue)"."""
    example = f" ({command.typed[language]} {command.then[language]})" if command.then else ""
    return command.does[language] + example


def _actions(language: Language) -> list[dict[str, object]]:
    return [
        {
            "id": action.id,
            "type": "action",
            "title": action.title[language],
            "description": action.description[language],
            "context": list(action.context),
            "fetchTask": True,
            **({"triggers": list(action.triggers)} if action.triggers else {}),
        }
        for action in ACTIONS
    ]


def _full(app: App, language: Language) -> str:
    return f"{app.description[language]}\n\n{ABOUT[language].format(name=app.name)}"


def _summary(app: App, language: Language) -> str:
    """Return what the description says first, in the few characters of a list of apps."""
    text = app.description[language]
    if len(text) <= LONGEST_SUMMARY:
        return text
    clause = max(text.rfind(mark, 0, LONGEST_SUMMARY + 1) for mark in (", ", "; ", " ; ", ". ", ": ", " : "))
    return text[:clause] if clause > 0 else _cut(text, LONGEST_SUMMARY)


def _cut(text: str, most: int) -> str:
    """Return `text`, ended with "…" after a whole word where it is too long."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"
