"""app.yaml and the environment → one frozen `Config`.

Secrets and places come from the environment, what a team decides from app.yaml.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from bot.domain.calendar import Calendar
from bot.domain.people import Team
from bot.domain.policy import Policy
from bot.domain.reminder import Cadence
from bot.errors import ConfigError, Fault, StoreUrlError
from bot.settings.model import Reminders, Settings, TeamSettings
from bot.settings.reading import read_settings
from storage import directory_of


@dataclass(frozen=True, kw_only=True)
class Config:
    """What this process was told. `store_url` is for `storage.open_store`; `config_path` is absolute.

    `environment` holds the settings of the platforms, secrets among them.
    """

    config_path: Path
    policy: Policy
    store_url: str
    app_name: str
    app_description: str
    app_description_fr: str
    app_website: str | None
    app_privacy: str | None
    app_terms: str | None
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)


def load_config(path: Path, environment: Mapping[str, str]) -> Config:
    """Read the settings. Raises `ConfigError` with every fault at once, each with its line.

    `ENGAGE_STORE` unset or empty means the directory `data` beside the file.
    """
    named = environment.get("ENGAGE_STORE")
    faults = _faults_of_store(named) if named else []
    try:
        settings = read_settings(path)
    except ConfigError as error:
        raise ConfigError([*error.faults, *faults]) from error
    if faults:
        raise ConfigError(faults)
    config_path = path.resolve()
    default = f"tinydb://{quote(str(config_path.parent / 'data'))}"
    return Config(
        config_path=config_path,
        policy=policy_of(settings),
        store_url=named or default,
        app_name=settings.app.name,
        app_description=settings.app.description,
        app_description_fr=settings.app.description_fr,
        app_website=settings.app.website,
        app_privacy=settings.app.privacy,
        app_terms=settings.app.terms,
        environment=dict(environment),
    )


def _faults_of_store(url: str) -> list[Fault]:
    try:
        directory_of(url)
    except StoreUrlError as error:
        return [Fault(where="ENGAGE_STORE", line=None, problem=str(error))]
    return []


def policy_of(settings: Settings) -> Policy:
    """Return the rules as the core reads them."""
    return Policy(
        organisation=settings.organisation,
        language=settings.language,
        zone=settings.zone,
        cadence=_cadence(settings.reminders),
        calendar=Calendar(
            federal=settings.calendar.federal,
            region=settings.calendar.region or "",
            closed=frozenset(settings.calendar.closed),
        ),
        opens=settings.reminders.hour,
        closes=settings.reminders.until,
        end_of_day=settings.end_of_day,
        fiscal_start=settings.fiscal_year,
        teams=tuple(_team(team, settings.zone) for team in settings.teams),
    )


def _cadence(reminders: Reminders) -> Cadence:
    return Cadence(
        before=tuple(reminders.before),
        on_the_day=reminders.on_the_day,
        overdue=tuple(reminders.overdue),
        then_every=reminders.then_every,
        before_clock_time=timedelta(minutes=reminders.before_clock_time_minutes),
    )


def _team(team: TeamSettings, zone: str) -> Team:
    return Team(
        key=team.key,
        name={"en": team.name.en, "fr": team.name.fr},
        zone=team.zone or zone,
        languages=tuple(team.languages),
        channels=tuple(team.channels),
        leads=tuple(team.leads),
        members=tuple(team.members),
        summary_cron=team.summary.cron if team.summary else None,
        closed=frozenset(team.closed),
    )
