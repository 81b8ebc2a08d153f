"""A good token is good for the activity that it was made for, and for no other."""

import secrets
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from adapters.teams.settings import TeamsSettings
from adapters.teams.tokens import Gate, Unauthorized
from tests.support.openid import APP_ID, SERVICE_URL, TENANT
from tests.support.teams_gate import SETTINGS, bot_connector, gate_of

GOOD = {"service_url": SERVICE_URL, "channel": "msteams", "tenant": TENANT}


@pytest.fixture
async def gate():
    async with gate_of() as gate:
        yield gate


@pytest.fixture
def service():
    with bot_connector() as service:
        yield service


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"service_url": "https://evil.example/"}, "service_url"),
        ({"service_url": SERVICE_URL.rstrip("/")}, "service_url"),
        ({"service_url": SERVICE_URL.upper()}, "service_url"),
        ({"service_url": f"{SERVICE_URL}@evil.example"}, "service_url"),
        *(({"service_url": value}, "service_url") for value in (None, "", 1, [SERVICE_URL], {})),
        *(
            ({"channel": value}, "channel")
            for value in (None, "", "webchat", "emulator", "MSTeams", ["msteams"])
        ),
        *(
            ({"tenant": value}, "tenant")
            for value in (None, "", APP_ID, [TENANT], {"id": TENANT}, f"{TENANT} ")
        ),
    ],
)
async def test_a_token_is_good_for_what_it_was_made_for(service, gate, told, reason):
    """Not for another address, channel or organisation."""
    claims = await gate.admit(service.header())
    with capture_logs() as logs, pytest.raises(Unauthorized) as raised:
        gate.agree(claims, **GOOD | told)
    assert (raised.value.reason, logs[0]["reason"], len(logs)) == (reason, reason, 1)


@pytest.mark.parametrize("endorsements", [("msteams",), ("webchat", "msteams"), None])
async def test_a_key_may_speak_for_its_channels(service, gate, endorsements):
    """One that names none at all may speak for each."""
    service.rotate(endorsements=endorsements)
    gate.agree(await gate.admit(service.header()), **GOOD)


@pytest.mark.parametrize("endorsements", [("webchat",), ("msteams2",), ()])
async def test_a_key_may_not_speak_for_other_channels(service, gate, endorsements):
    """Though its signature is right."""
    service.rotate(endorsements=endorsements)
    claims = await gate.admit(service.header())
    with pytest.raises(Unauthorized) as raised:
        gate.agree(claims, **GOOD)
    assert raised.value.reason == "channel"


async def test_the_organisation_is_the_same_in_any_case(service, gate):
    """An id has none."""
    gate.agree(await gate.admit(service.header()), **GOOD | {"tenant": TENANT.upper()})


async def test_without_an_id_nobody_is_let_in(service):
    """Nothing is not the same as nothing, and a gate without an id is none."""
    with pytest.raises(ValueError, match="app id"):
        Gate(TeamsSettings())
    async with gate_of(replace(SETTINGS, tenant_id="")) as gate:
        claims = await gate.admit(service.header())
        with pytest.raises(Unauthorized):
            gate.agree(claims, **GOOD | {"tenant": ""})
    async with gate_of(replace(SETTINGS, local=True)) as gate:
        with pytest.raises(Unauthorized):
            await gate.admit(None)


@pytest.mark.parametrize("value", [None, "", "Bearer x", "Bearer " + "a" * 100_000, secrets.token_urlsafe()])
async def test_in_local_mode_nobody_is_asked(service, value):
    """But answers go to this machine alone."""
    async with gate_of(TeamsSettings(local=True)) as gate:
        claims = await gate.admit(value)
        for url in (
            "http://localhost:56150/_connector",
            "http://127.0.0.1:1",
            "http://[::1]:9/",
            "http://127.0.0.1",
        ):
            gate.agree(claims, service_url=url, channel="emulator", tenant=None)
        for url in (
            *(
                None,
                "",
                1,
                "localhost",
                "http://",
                "http://evil.example/",
                "https://127.0.0.1/",
                "ftp://127.0.0.1/",
            ),
            *(
                "http://127.0.0.1@evil.example/",
                "http://evil.example\\@127.0.0.1/",
                "http://127.0.0.1.nip.io/",
            ),
            *(
                "http://127.0.0.1:99999999/",
                "http://127.0.0.1/?x",
                "http://127.0.0.1 evil.example/",
                "http://0.0.0.0/",
            ),
            *(
                "http://localhost\n",
                "http://[::2]/",
                "http://\u2460\u2461\u2466.0.0.1/",
                "http://2130706433/",
            ),
        ):
            with pytest.raises(Unauthorized):
                gate.agree(claims, service_url=url, channel="msteams", tenant=TENANT)
    assert not service.asked
