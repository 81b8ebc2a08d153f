from dataclasses import FrozenInstanceError
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.config import Config, load_config
from bot.domain.calendar import Calendar
from bot.domain.people import Team
from bot.domain.policy import Policy
from bot.domain.reminder import Cadence

ROOT = Path(__file__).parents[2]

EVERYTHING = """
organisation: Ville de Gatineau
language: fr
zone: America/Halifax
reminders:
  hour: 8:30
  until: "16:45"
  before: [5, 1]
  on_the_day: no
  overdue: []
  then_every: 10
  before_clock_time_minutes: 90
calendar:
  federal: off
  region: qc
  closed:
    - 2026-12-24
fiscal_year: Septembre
end_of_day: 16:30
teams:
  - key: open-data
    name: {en: Open data, fr: Données ouvertes}
    zone: America/Vancouver
    languages: [fr, en]
    channels: ["slack:C0123", "playground:engagement"]
    leads: [lea]
    members: [no, "12"]
    summary: {cron: "30 8 * * mon-fri"}
    closed: [2027-01-04]
  - key: radio
    name: {en: Radio, fr: Radio}
"""


def load(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "app.yaml"
    path.write_text(text, encoding="utf-8")
    return load_config(path, {})


def test_every_setting_reaches_the_policy(tmp_path):
    """What stands in app.yaml is what the core reads, with no value bent by YAML on its way."""
    open_data = Team(
        key="open-data",
        name={"en": "Open data", "fr": "Données ouvertes"},
        zone="America/Vancouver",
        languages=("fr", "en"),
        channels=("slack:C0123", "playground:engagement"),
        leads=("lea",),
        members=("no", "12"),
        summary_cron="30 8 * * mon-fri",
        closed=frozenset({date(2027, 1, 4)}),
    )
    radio = Team(key="radio", name={"en": "Radio", "fr": "Radio"}, zone="America/Halifax")
    assert load(tmp_path, EVERYTHING).policy == Policy(
        organisation="Ville de Gatineau",
        language="fr",
        zone="America/Halifax",
        cadence=Cadence(
            before=(5, 1),
            on_the_day=False,
            overdue=(),
            then_every=10,
            before_clock_time=timedelta(minutes=90),
        ),
        calendar=Calendar(federal=False, region="QC", closed=frozenset({date(2026, 12, 24)})),
        fiscal_start=9,
        opens=time(8, 30),
        closes=time(16, 45),
        end_of_day=time(16, 30),
        teams=(open_data, radio),
    )


@pytest.mark.parametrize(
    "text", ["", "# nothing but a remark\n", "---\n", "teams:\nreminders:\n  hour:\n", "\ufeff"]
)
def test_what_is_left_out_or_left_empty_has_its_default(tmp_path, text):
    """An empty file, an empty group and a key without a value decide nothing."""
    assert load(tmp_path, text).policy == Policy()


def test_the_file_that_comes_with_engage_is_valid():
    """app.yaml of the repository has the defaults, and one team of the playground's people."""
    policy = load_config(ROOT / "app.yaml", {}).policy
    (team,) = policy.teams
    assert (team.channels, team.leads, team.members) == (("playground:engagement",), ("lea",), ("ana", "sam"))
    assert policy == Policy(teams=policy.teams)


def test_the_app_is_called_as_the_file_says(tmp_path):
    """Name and description of the app stand beside the policy; what comes with Engage are the defaults."""
    written = load(tmp_path, "app:\n  name: Écoute\n  description: >-\n    Nos engagements,\n    tenus.\n")
    assert (written.app_name, written.app_description) == ("Écoute", "Nos engagements, tenus.")
    shipped, default = load_config(ROOT / "app.yaml", {}), load(tmp_path, "")
    assert (shipped.app_name, shipped.app_description) == (default.app_name, default.app_description)


def test_store_is_the_data_directory_beside_the_file_wherever_engage_starts(tmp_path, monkeypatch):
    """A relative path to app.yaml gives an absolute store and an absolute path."""
    (tmp_path / "app.yaml").touch()
    monkeypatch.chdir(tmp_path)
    config = load_config(Path("app.yaml"), {"ENGAGE_STORE": ""})
    assert config.store_url == f"tinydb://{tmp_path.resolve()}/data"
    assert config.config_path == tmp_path.resolve() / "app.yaml"


def test_store_of_the_environment_wins(tmp_path):
    """ENGAGE_STORE is taken as it is; the store itself says what is wrong with it."""
    (tmp_path / "app.yaml").touch()
    config = load_config(tmp_path / "app.yaml", {"ENGAGE_STORE": "tinydb:///srv/engage"})
    assert config.store_url == "tinydb:///srv/engage"


def test_config_cannot_be_changed(tmp_path):
    """What was read holds as long as the process lives."""
    config = load(tmp_path, "")
    with pytest.raises(FrozenInstanceError):
        config.store_url = "tinydb:///elsewhere"


@pytest.mark.parametrize(
    ("written", "month"),
    [("april", 4), ("April", 4), ("avril", 4), ("04", 4), ("4", 4), ("Août", 8), ("fevrier", 2), ("12", 12)],
)
def test_the_fiscal_year_begins_in_a_month_of_either_language(tmp_path, written, month):
    """Or of a number."""
    assert load(tmp_path, f"fiscal_year: {written}").policy.fiscal_start == month


@pytest.mark.parametrize("written", ["ON", "on", "CA-ON", "ca-on"])
def test_ontario_is_a_region_and_no_switch(tmp_path, written):
    """In YAML 1.1, ON is true."""
    assert load(tmp_path, f"calendar:\n  region: {written}").policy.calendar.region == "ON"
