"""What the environment says of Slack is complete and right, or one clear line says what to do."""

import itertools

import pytest

from adapters.slack.settings import WHERE, SlackSettings, read_settings
from adapters.slack.setup import platform
from bot.errors import ConfigError
from tests.peers.slack import slack_peer
from tests.support.program import ROOT, engage

BOT, APP, SECRET = "xoxb-1-bot-s3cr3t", "xapp-1-A0-app-s3cr3t", "0123456789abcdef-s3cr3t"
SOCKET = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP}
HTTP = {"SLACK_BOT_TOKEN": BOT, "SLACK_SIGNING_SECRET": SECRET}


def faults(environment):
    """Return the lines of what is wrong."""
    with pytest.raises(ConfigError) as raised:
        read_settings(environment)
    return str(raised.value).splitlines()


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"PATH": "/usr/bin", "SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "x"},
        {"SLACK_API_URL": "https://slack.com/api/"},
        dict.fromkeys(WHERE, ""),
        dict.fromkeys(WHERE, "  \n"),
    ],
)
def test_nothing_said_of_slack_is_no_slack(environment):
    """An empty variable is as good as none."""
    assert read_settings(environment) is None
    assert platform(environment, bind="127.0.0.1") is None


@pytest.mark.parametrize("environment", [SOCKET, HTTP, SOCKET | HTTP])
def test_a_bot_token_and_one_way_are_enough(environment):
    """What surrounds a copied token is no part of it."""
    expected = SlackSettings(
        bot_token=BOT,
        app_token=environment.get("SLACK_APP_TOKEN", ""),
        signing_secret=environment.get("SLACK_SIGNING_SECRET", ""),
    )
    assert read_settings(environment) == expected
    assert read_settings({name: f" {value}\n" for name, value in environment.items()}) == expected
    assert expected.api_url == "https://slack.com/api/"
    assert platform(environment, bind="127.0.0.1").name == "slack"


@pytest.mark.parametrize(
    ("environment", "named", "told"),
    [
        ({"SLACK_APP_TOKEN": APP}, "SLACK_BOT_TOKEN", "Bot User OAuth Token"),
        ({"SLACK_SIGNING_SECRET": SECRET}, "SLACK_BOT_TOKEN", "Bot User OAuth Token"),
        ({"SLACK_BOT_TOKEN": BOT}, "SLACK_APP_TOKEN or SLACK_SIGNING_SECRET", "Socket Mode"),
        (SOCKET | {"SLACK_BOT_TOKEN": APP}, "SLACK_BOT_TOKEN", "OAuth & Permissions"),
        (SOCKET | {"SLACK_BOT_TOKEN": "xoxp-1-s3cr3t"}, "SLACK_BOT_TOKEN", "OAuth & Permissions"),
        (SOCKET | {"SLACK_BOT_TOKEN": "xoxe.xoxb-1-s3cr3t"}, "SLACK_BOT_TOKEN", "OAuth & Permissions"),
        (SOCKET | {"SLACK_APP_TOKEN": BOT}, "SLACK_APP_TOKEN", "App-Level Tokens"),
        (HTTP | {"SLACK_SIGNING_SECRET": BOT}, "SLACK_SIGNING_SECRET", "Basic Information, Signing Secret"),
        (HTTP | {"SLACK_SIGNING_SECRET": APP}, "SLACK_SIGNING_SECRET", "Basic Information, Signing Secret"),
        (SOCKET | {"SLACK_API_URL": "slack.com/api"}, "SLACK_API_URL", "https://slack.com/api/"),
        (SOCKET | {"SLACK_API_URL": "https://"}, "SLACK_API_URL", "https://slack.com/api/"),
    ],
)
def test_what_is_missing_or_of_another_kind_is_one_line(environment, named, told):
    """It begins with the variable, and says where to find it."""
    (line,) = faults(environment)
    assert line.startswith(f"{named}: ")
    assert told in line
    assert "s3cr3t" not in line


def test_everything_that_is_wrong_is_said_at_once():
    """The tokens are each other's, and the address is none."""
    lines = faults({"SLACK_BOT_TOKEN": APP, "SLACK_APP_TOKEN": BOT, "SLACK_API_URL": "ftp://x"})
    assert [line.split(":")[0] for line in lines] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_API_URL"]


@pytest.mark.parametrize("number", range(1, len(WHERE)))
def test_any_secret_in_any_variable_stays_there(number):
    """Neither what is wrong nor what is read shows more of a token than its kind."""
    for names in itertools.combinations(WHERE, number):
        for values in itertools.product((BOT, APP, SECRET, "xoxe-1-s3cr3t", "s3cr3t"), repeat=number):
            try:
                told = repr(read_settings(dict(zip(names, values, strict=True))))
            except ConfigError as error:
                told = f"{error} {error!r} {error.faults}"
            assert "s3cr3t" not in told


@pytest.mark.parametrize(
    "url", ["https://slack.example/api/", "http://127.0.0.1:9/api", " https://slack.example/api/ "]
)
def test_slack_may_be_somewhere_else(url):
    """For tests, and for those who reach Slack through an address of their own."""
    assert read_settings(SOCKET | {"SLACK_API_URL": url}).api_url == url.strip()


@pytest.fixture
def place(tmp_path):
    """A directory with the default settings."""
    (tmp_path / "app.yaml").write_text((ROOT / "app.yaml").read_text())
    return tmp_path


@pytest.fixture(scope="module")
def workspace():
    """A Slack for the tests that run Engage."""
    with slack_peer() as slack:
        yield slack


@pytest.fixture
def slack(workspace):
    scopes = workspace._server.workspace.scopes
    before = dict(scopes)
    yield workspace
    scopes |= before
    workspace.recover()


def environment_of(slack, **more):
    """Return the settings for a peer, with both ways."""
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        **more,
    }


def refused(place, *parts, **environment):
    """Say that Engage does not run, and says why in one line."""
    finished = engage(place, "run", "--port", "0", **environment)
    lines = [line for line in finished.stderr.splitlines() if not line.startswith("{")]
    assert (finished.returncode, len(lines), finished.stdout) == (1, 1, ""), finished.stderr
    assert lines[0].startswith("engage: ")
    for part in parts:
        assert part in lines[0]
    assert "Traceback" not in finished.stderr
    assert "xoxb-wrong" not in finished.stderr
    assert "xapp-wrong" not in finished.stderr


def test_without_a_platform_engage_says_what_to_set(place):
    """And that there is a playground."""
    refused(place, "SLACK_BOT_TOKEN", "--playground")


def test_with_half_of_the_settings_engage_says_which_half_is_missing(place):
    """Whichever it is."""
    refused(place, "SLACK_BOT_TOKEN: is missing", SLACK_APP_TOKEN=APP)
    refused(place, "SLACK_APP_TOKEN or SLACK_SIGNING_SECRET", SLACK_BOT_TOKEN=BOT)


@pytest.mark.parametrize(
    ("setting", "value"), [("SLACK_BOT_TOKEN", "xoxb-wrong"), ("SLACK_APP_TOKEN", "xapp-wrong")]
)
def test_a_token_that_slack_refuses_stops_engage(place, slack, setting, value):
    """The line names the variable, and what Slack says."""
    refused(place, f"{setting}: ", "invalid_auth", **environment_of(slack, **{setting: value}))


def checked(place, slack, **more):
    """Return the exit status of the doctor, and what it says of Slack."""
    finished = engage(place, "doctor", **environment_of(slack, **more))
    assert "Traceback" not in finished.stdout + finished.stderr
    assert slack.bot_token not in finished.stdout + finished.stderr
    lines = [line for line in finished.stdout.splitlines() if "slack" in line.lower()]
    return finished.returncode, lines


def test_the_doctor_says_as_whom_slack_knows_engage(place, slack):
    """The bot's name and its workspace's."""
    assert checked(place, slack) == (0, ["ok    slack: engage in Riverside"])


@pytest.mark.parametrize("how", ["500", "garbage", "nothing", "internal_error"])
def test_the_doctor_says_when_slack_cannot_be_reached(place, slack, how):
    """That is not the token's fault."""
    slack.fail("auth.test", how, times=None)
    status, (line,) = checked(place, slack)
    assert (status, line[:4]) == (1, "FAIL")
    assert "reached" in line
    assert "SLACK_BOT_TOKEN" not in line


def test_the_doctor_says_which_token_slack_refuses(place, slack):
    """Each by its variable."""
    for setting, value in (("SLACK_BOT_TOKEN", "xoxb-wrong"), ("SLACK_APP_TOKEN", "xapp-wrong")):
        status, (line,) = checked(place, slack, **{setting: value})
        assert (status, line[:4]) == (1, "FAIL")
        assert f"{setting}: " in line
        assert "invalid_auth" in line


def test_the_doctor_names_the_scopes_that_are_missing(place, slack):
    """And says how to get them."""
    scopes = slack._server.workspace.scopes
    scopes[slack.bot_token] = tuple(set(scopes[slack.bot_token]) - {"im:write", "commands"})
    status, (line,) = checked(place, slack)
    assert (status, line[:4]) == (1, "FAIL")
    assert "commands, im:write;" in line
    assert "OAuth & Permissions" in line
