"""What the environment says of Teams is complete and right, or one clear line says what to do."""

import itertools

import pytest

from adapters.teams.settings import LOCAL, WHERE, TeamsSettings, is_loopback, read_settings
from bot.errors import ConfigError

APP, TENANT = "5f0c8c3e-9d1a-4b7f-8c2e-0a1b2c3d4e5f", "0b6d7c1e-2f3a-4c5b-9d8e-7f6a5b4c3d2e"
SECRET = "abc8Q~s3cr3t.of-the_bot"
SINGLE = {"MicrosoftAppId": APP, "MicrosoftAppPassword": SECRET, "MicrosoftAppTenantId": TENANT}
MANAGED = {"MicrosoftAppId": APP, "MicrosoftAppType": "UserAssignedMSI", "MicrosoftAppTenantId": TENANT}
EXPECTED = TeamsSettings(app_id=APP, password=SECRET, tenant_id=TENANT)


def faults(environment, **more):
    """Return the lines of what is wrong."""
    with pytest.raises(ConfigError) as raised:
        read_settings(environment, **more)
    return str(raised.value).splitlines()


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"PATH": "/usr/bin", "MicrosoftAppName": "x"},
        dict.fromkeys(WHERE, ""),
        dict.fromkeys(WHERE, '  ""\r\n'),
        *({LOCAL: value} for value in ("", " ", "0", "false", "No", "OFF", '"0"')),
    ],
)
def test_nothing_said_of_teams_is_no_teams(environment):
    """An empty variable is as good as none, and so is one that says no."""
    assert read_settings(environment) is None


@pytest.mark.parametrize(
    "kind", [{}, {"MicrosoftAppType": "SingleTenant"}, {"MicrosoftAppType": "singletenant"}]
)
def test_a_bot_of_one_organisation_has_a_password(kind):
    """That is the type unless another is named."""
    assert read_settings(SINGLE | kind) == EXPECTED


def test_a_managed_identity_has_no_password():
    """One that is left from before is not kept."""
    expected = TeamsSettings(app_id=APP, tenant_id=TENANT, app_type="UserAssignedMSI")
    assert read_settings(MANAGED) == expected
    assert read_settings(MANAGED | {"MicrosoftAppPassword": SECRET}) == expected


@pytest.mark.parametrize("around", [" {}\n", "{}\r\n", '"{}"', "'{}'", ' "{}" \r\n', "\ufeff{}", '" {} "'])
def test_what_surrounds_a_copied_value_is_no_part_of_it(around):
    """Windows and files of variables keep quotes and ends of lines."""
    assert read_settings({name: around.format(value) for name, value in SINGLE.items()}) == EXPECTED


def test_ids_are_the_same_in_any_case():
    """Azure writes them in lower case, and some people do not."""
    ids = {name: SINGLE[name].upper() for name in ("MicrosoftAppId", "MicrosoftAppTenantId")}
    assert read_settings(SINGLE | ids) == EXPECTED


@pytest.mark.parametrize(
    ("environment", "named", "told"),
    [
        (
            {name: SINGLE[name] for name in SINGLE if name != "MicrosoftAppId"},
            "MicrosoftAppId",
            "Configuration",
        ),
        (SINGLE | {"MicrosoftAppPassword": ""}, "MicrosoftAppPassword", "Value (not Secret ID)"),
        (SINGLE | {"MicrosoftAppTenantId": ""}, "MicrosoftAppTenantId", "App Tenant ID"),
        (MANAGED | {"MicrosoftAppTenantId": ""}, "MicrosoftAppTenantId", "App Tenant ID"),
        (SINGLE | {"MicrosoftAppId": "engage"}, "MicrosoftAppId", "Microsoft App ID"),
        (SINGLE | {"MicrosoftAppId": APP.replace("-", "")}, "MicrosoftAppId", "00000000-"),
        (SINGLE | {"MicrosoftAppId": f"{{{APP}}}"}, "MicrosoftAppId", "00000000-"),
        (SINGLE | {"MicrosoftAppId": "٥" * 8 + APP[8:]}, "MicrosoftAppId", "00000000-"),
        (SINGLE | {"MicrosoftAppTenantId": "city.example.ca"}, "MicrosoftAppTenantId", "00000000-"),
        (SINGLE | {"MicrosoftAppTenantId": "common"}, "MicrosoftAppTenantId", "00000000-"),
        (SINGLE | {"MicrosoftAppPassword": "s3cr3t\nof two"}, "MicrosoftAppPassword", "line break"),
        (SINGLE | {"MicrosoftAppPassword": "s3cr3t\x00"}, "MicrosoftAppPassword", "line break"),
        (SINGLE | {"MicrosoftAppType": "Bot"}, "MicrosoftAppType", "SingleTenant or UserAssignedMSI"),
        (SINGLE | {"MicrosoftAppType": "MultiTenant"}, "MicrosoftAppType", "one organisation"),
        (SINGLE | {"MicrosoftAppType": "multitenant"}, "MicrosoftAppType", "SingleTenant"),
    ],
)
def test_what_is_missing_or_of_another_shape_is_one_line(environment, named, told):
    """It begins with the variable, and says what to do."""
    (line,) = faults(environment)
    assert line.startswith(f"{named}: ")
    assert told in line
    assert "s3cr3t" not in line


def test_everything_that_is_wrong_is_said_at_once():
    """In the order in which people set it."""
    lines = faults({"MicrosoftAppId": "x", "MicrosoftAppType": "y", "MicrosoftAppTenantId": "z"})
    assert [line.split(":")[0] for line in lines] == list(WHERE)


def test_without_an_app_id_teams_is_not_served_at_all():
    """Whatever else is said, and even if the local mode is asked for: somebody forgot the id."""
    for number in range(1, len(SINGLE)):
        for names in itertools.combinations([name for name in SINGLE if name != "MicrosoftAppId"], number):
            for local in ("", "1"):
                lines = faults({name: SINGLE[name] for name in names} | {LOCAL: local})
                assert lines[0].startswith("MicrosoftAppId: is missing; find it at ")


@pytest.mark.parametrize("value", ["1", "true", "Yes", "ON", ' "1" \r\n'])
@pytest.mark.parametrize("bind", ["127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost"])
def test_the_local_mode_needs_no_id(value, bind):
    """Where nobody but this machine can reach it."""
    assert read_settings({LOCAL: value}, bind=bind) == TeamsSettings(local=True)


@pytest.mark.parametrize(
    "bind",
    [
        "0.0.0.0",
        "::",
        "",
        "10.0.0.1",
        "192.168.1.5",
        "example.org",
        "localhost.example.org",
        "127.0.0.1.nip.io",
    ],
)
def test_the_local_mode_is_refused_where_others_can_reach_it(bind):
    """It lets anybody be anybody."""
    assert not is_loopback(bind)
    (line,) = faults({LOCAL: "1"}, bind=bind)
    assert line.startswith(f"{LOCAL}: ")
    assert "--bind 127.0.0.1" in line
    assert "MicrosoftAppId" in line


@pytest.mark.parametrize("value", ["maybe", "2", "-1", "ja"])
def test_neither_yes_nor_no_is_refused(value):
    """A guess would be wrong for somebody."""
    (line,) = faults({LOCAL: value})
    assert line == f"{LOCAL}: must be 1, or left out"


@pytest.mark.parametrize("value", ["1", "0", "maybe"])
@pytest.mark.parametrize("bind", ["127.0.0.1", "0.0.0.0"])
def test_with_an_app_id_the_local_mode_changes_nothing(value, bind):
    """Everybody is asked who they are."""
    assert read_settings(SINGLE | {LOCAL: value}, bind=bind) == EXPECTED


def test_a_secret_in_any_variable_stays_there():
    """Neither what is wrong nor what is read shows any of it."""
    names = [*WHERE, LOCAL]
    for number in range(1, len(names) + 1):
        for chosen in itertools.combinations(names, number):
            for value in ("s3cr3t", "s3cr3t\n2", f"{APP}s3cr3t"):
                try:
                    told = repr(read_settings(SINGLE | dict.fromkeys(chosen, value)))
                except ConfigError as error:
                    told = f"{error} {error!r} {error.faults}"
                assert "s3cr3t" not in told
    assert SECRET not in repr(read_settings(SINGLE))
