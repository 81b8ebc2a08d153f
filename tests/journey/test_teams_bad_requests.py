"""Whatever is posted to Engage's address that Teams would not have posted: refused or ignored, and no more."""

import json
import time
from io import BytesIO

import pytest

from tests.peers.teams import teams_peer, tenant
from tests.peers.teams.bot_connector import Key
from tests.support.teams_bot import TeamsBot
from tests.support.teams_posting import JSON, a_message, an_invoke, posted, recorded

ANOTHER = "c0000000-0000-4000-8000-00000000000c"

pytestmark = pytest.mark.usefixtures("no_fault_is_logged")


@pytest.fixture(scope="module")
def bot(tmp_path_factory):
    """Engage in front of a Teams, shared by the tests."""
    with teams_peer() as teams, TeamsBot(tmp_path_factory.mktemp("bot"), teams) as bot:
        teams.ana.says("promise Maria: send the report by Friday")
        bot.settle()
        yield bot


@pytest.fixture
def teams(bot):
    return bot.teams


def said(bot):
    """Return how often Engage has written or changed anything; who people are it may ask."""
    return sum(call.method != "GET" for call in bot.teams.calls)


@pytest.fixture
def unchanged(bot):
    """Nothing is recorded or changed by the test, and nobody is told anything."""
    bot.settle()
    before = recorded(bot), said(bot)
    yield
    bot.settle()
    assert (recorded(bot), said(bot)) == before


def bearer(teams, *, url=None, **more):
    token = teams.bot_connector.token(url or teams.service_url, **more)
    return f"Bearer {token}"


def seconds_from_now(seconds):
    return int(time.time()) + seconds


BAD_TOKENS = {
    "none": lambda teams: None,
    "empty": lambda teams: "",
    "garbage": lambda teams: "Bearer garbage",
    "three pieces of garbage": lambda teams: "Bearer a.b.c",
    "a password": lambda teams: "Basic dXNlcjpwYXNz",
    "long": lambda teams: "Bearer " + "a" * 7_000,
    "expired": lambda teams: bearer(teams, exp=seconds_from_now(-600)),
    "early": lambda teams: bearer(teams, nbf=seconds_from_now(600)),
    "no end": lambda teams: bearer(teams, exp=None),
    "for another bot": lambda teams: bearer(teams, aud=ANOTHER),
    "for nobody": lambda teams: bearer(teams, aud=None),
    "another issuer": lambda teams: bearer(teams, iss="https://sts.windows.net/x/"),
    "another service URL": lambda teams: bearer(teams, url="https://evil.example/"),
    "no service URL": lambda teams: bearer(teams, serviceurl=None),
    "unknown key": lambda teams: bearer(teams, key=Key("msteams")),
    "another's key under a known name": lambda teams: bearer(
        teams, key=Key("msteams"), headers={"kid": teams.bot_connector.current.id}
    ),
    "HS256 with the public key": lambda teams: bearer(teams, algorithm="HS256"),
    "not signed": lambda teams: bearer(teams, algorithm="none"),
    "two in one header": lambda teams: f"{bearer(teams)}, {bearer(teams)}",
}


@pytest.mark.parametrize("bad", BAD_TOKENS.values(), ids=BAD_TOKENS)
def test_nobody_but_teams_is_believed(unchanged, teams, bad):
    """Refused in a line that does not say why; nothing is recorded, and nobody is answered."""
    for activity in (a_message(teams), an_invoke(teams, value={})):
        answer = posted(teams, activity, Authorization=bad(teams))
        assert (answer.status, answer.text) == (401, "This is not from the Bot Connector to this bot.\n")


def test_two_headers_are_none(unchanged, teams):
    """Though each of them is good."""
    token = ("Authorization", bearer(teams))
    body = json.dumps(a_message(teams)).encode()
    assert teams.post(body, [*JSON.items(), token, token]).status == 401


@pytest.mark.parametrize(
    ("more", "tenant", "status"),
    [
        ({"channelData": {"tenant": {"id": ANOTHER}}}, ANOTHER, 401),
        ({"channelData": {"tenant": {"id": ANOTHER}}}, tenant.TENANT, 401),
        ({}, ANOTHER, 401),
        ({"channelData": {}}, ANOTHER, 401),
        ({"channelData": {}}, None, 401),
        ({"channelId": "webchat"}, tenant.TENANT, 401),
        ({"channelId": None}, tenant.TENANT, 401),
        ({"serviceUrl": "https://evil.example/"}, tenant.TENANT, 401),
        ({"serviceUrl": None}, tenant.TENANT, 400),
    ],
    ids=str,
)
def test_a_good_token_is_good_for_one_organisation_and_one_address(unchanged, teams, more, tenant, status):
    """Whoever reaches the bot from another organisation is not let in."""
    activity = a_message(teams, **more)
    activity["conversation"] = {**activity["conversation"], "tenantId": tenant}
    assert posted(teams, activity).status == status


def test_while_microsoft_is_out_of_reach(bot, teams):
    """Teams is told to come again, as long as nobody can tell; and is heard as soon as somebody can."""
    before = recorded(bot)
    teams.bot_connector.rotate()
    teams.bot_connector.go_away()
    try:
        assert posted(teams, a_message(teams)).status == 503
        assert recorded(bot) == before
    finally:
        teams.bot_connector.come_back()
    assert posted(teams, a_message(teams, "help")).status == 200


def test_keys_are_changed(bot, teams):
    """The next request has a new one, and is heard at once; the old one is good for nothing."""
    old, before = bearer(teams), recorded(bot)
    assert posted(teams, a_message(teams, "help")).status == 200
    teams.bot_connector.rotate()
    assert posted(teams, a_message(teams, "help")).status == 200
    assert posted(teams, a_message(teams), Authorization=old).status == 401
    assert recorded(bot) == before


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"\x00\x01", b"caf\xe9", b"{", b"[]", b'"x"', b"1", b"null", b"{}", b"NaN"),
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"type": "message"}',
        b'{"type": 7, "serviceUrl": "x"}',
        b"text=help&user=ana",
    ],
    ids=lambda body: ascii(body[:30]),
)
def test_a_body_that_says_nothing(unchanged, teams, body):
    """With a good token, and nothing that Teams would say: a line, and nothing is recorded."""
    answer = posted(teams, body)
    assert (answer.status, answer.text.count("\n")) == (400, 1)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", None])
def test_a_body_of_another_kind(unchanged, teams, kind):
    """Though it is JSON, it does not say so."""
    assert posted(teams, a_message(teams), **{"Content-Type": kind}).status == 415


def test_more_than_teams_ever_sends(unchanged, bot, teams):
    """Three megabytes are not taken; without a token they are not even read."""
    body = json.dumps(a_message(teams, "x" * 3_000_000)).encode()

    async def status(headers):
        session = teams.server.courier._session
        async with session.post(f"{bot.address}api/messages", data=BytesIO(body), headers=headers) as answer:
            return answer.status

    assert teams.run(status({**JSON, **teams.bot_connector.authorize(teams.service_url)})) == 413
    assert teams.run(status(JSON)) in {401, 413}


def test_nothing_is_to_be_read_at_the_address(bot, teams):
    """A browser that looks there sees nothing."""

    async def status():
        async with teams.server.courier._session.get(f"{bot.address}api/messages") as answer:
            return answer.status

    assert teams.run(status()) == 405
