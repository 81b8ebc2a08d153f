"""What `bot.wiring` asks of every adapter: its platform, if the environment has its settings."""

from collections.abc import Mapping

from adapters.slack.platform import Slack
from adapters.slack.settings import read_settings


def platform(environment: Mapping[str, str], *, bind: str) -> Slack | None:  # noqa: ARG001 - every adapter's
    """Return Slack, or None if nothing is said of it. Raises `ConfigError` for what is missing or wrong."""
    settings = read_settings(environment)
    return None if settings is None else Slack(settings)
