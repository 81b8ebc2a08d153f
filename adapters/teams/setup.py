"""What `bot.wiring` asks of every adapter: its platform, if the environment has its settings."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from adapters.teams.settings import read_settings

if TYPE_CHECKING:
    from adapters.teams.platform import Teams


def platform(environment: Mapping[str, str], *, bind: str) -> "Teams | None":
    """Return Teams, or None if nothing is said of it. Raises `ConfigError` for what is missing or wrong."""
    settings = read_settings(environment, bind=bind)
    if settings is None:
        return None
    from adapters.teams.platform import Teams  # noqa: PLC0415 - its SDK takes 50 MB, for whoever uses it

    return Teams(settings)
