"""What the environment says of Slack."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from adapters.slack.client import API
from bot.errors import ConfigError, Fault

_APPS = "your app's page at https://api.slack.com/apps"
WHERE: Mapping[str, str] = {
    "SLACK_BOT_TOKEN": f"{_APPS}, OAuth & Permissions, Bot User OAuth Token (xoxb-…)",
    "SLACK_SIGNING_SECRET": f"{_APPS}, Basic Information, Signing Secret",
    "SLACK_APP_TOKEN": f"{_APPS}, Basic Information, App-Level Tokens (xapp-…, with connections:write)",
}
"""Each setting with where to find it."""

_OTHER_TOKENS: Mapping[str, tuple[str, ...]] = {
    "SLACK_BOT_TOKEN": ("xapp-", "xoxp-", "xoxa-", "xoxe", "xoxr-"),
    "SLACK_APP_TOKEN": ("xoxb-", "xoxp-", "xoxa-", "xoxe", "xoxr-"),
    "SLACK_SIGNING_SECRET": ("xapp-", "xoxb-", "xoxp-"),
}
"""How what belongs elsewhere begins."""


@dataclass(frozen=True, kw_only=True)
class SlackSettings:
    """One workspace. With `signing_secret`, Slack speaks over HTTP; with `app_token`, through a socket."""

    bot_token: str = field(repr=False)
    signing_secret: str = field(default="", repr=False)
    app_token: str = field(default="", repr=False)
    api_url: str = API


def read_settings(environment: Mapping[str, str]) -> SlackSettings | None:
    """Return the settings, or None if nothing is said of Slack.

    Raises `ConfigError` with everything that is missing or wrong, each with where to find it.
    """
    given = {name: environment.get(name, "").strip() for name in WHERE}
    if not any(given.values()):
        return None
    faults = [_fault(name, value) for name, value in given.items() if value.startswith(_OTHER_TOKENS[name])]
    faults += [_broken(name) for name, value in given.items() if re.search(r"[\x00-\x1f\x7f]", value)]
    if not given["SLACK_BOT_TOKEN"]:
        faults.append(_missing("SLACK_BOT_TOKEN"))
    if not given["SLACK_SIGNING_SECRET"] and not given["SLACK_APP_TOKEN"]:
        faults += [
            Fault(
                where="SLACK_APP_TOKEN or SLACK_SIGNING_SECRET",
                line=None,
                problem="one is needed: the first for Socket Mode, the second for HTTP. "
                f"Find them at {WHERE['SLACK_APP_TOKEN']}; and {WHERE['SLACK_SIGNING_SECRET']}",
            )
        ]
    api_url = environment.get("SLACK_API_URL", "").strip() or API
    if not re.match(r"https?://[^/?#\s]", api_url):
        problem = "must be an address such as https://slack.com/api/; leave it out for Slack's own"
        faults.append(Fault(where="SLACK_API_URL", line=None, problem=problem))
    if faults:
        raise ConfigError(faults)
    return SlackSettings(
        bot_token=given["SLACK_BOT_TOKEN"],
        signing_secret=given["SLACK_SIGNING_SECRET"],
        app_token=given["SLACK_APP_TOKEN"],
        api_url=api_url,
    )


def _missing(name: str) -> Fault:
    return Fault(where=name, line=None, problem=f"is missing; find it at {WHERE[name]}")


def _broken(name: str) -> Fault:
    problem = f"has a line break in it; copy it again from {WHERE[name]}"
    return Fault(where=name, line=None, problem=problem)


def _fault(name: str, value: str) -> Fault:
    begins = value[:5]
    return Fault(
        where=name, line=None, problem=f"is another kind of token ({begins}…); find it at {WHERE[name]}"
    )
