"""Engage always has a token to speak to Teams with, or one line says why not and what to do."""

import asyncio
import threading
import time
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from adapters.teams.credentials import Credentials, CredentialsError
from adapters.teams.settings import TeamsSettings
from tests.support.entra import ENDPOINT, SECRET, Entra
from tests.support.openid import APP_ID, TENANT

SETTINGS = TeamsSettings(app_id=APP_ID, password=SECRET, tenant_id=TENANT)
MANAGED = TeamsSettings(app_id=APP_ID, app_type="UserAssignedMSI", tenant_id=TENANT)


@pytest.fixture
def entra():
    return Entra()


@pytest.fixture
def skip(monkeypatch):
    """Let seconds pass, for msal as well."""
    skipped, real = [0.0], time.time
    monkeypatch.setattr("time.time", lambda: real() + skipped[0])

    def skip(seconds):
        skipped[0] += seconds

    return skip


@asynccontextmanager
async def credentials_of(entra, settings=SETTINGS, **more):
    credentials = Credentials(settings, http=entra.session(), clock=lambda: time.time(), **more)  # noqa: PLW0108 - skip
    yield credentials
    await credentials.close()


async def refused(credentials):
    """Return what is wrong."""
    with pytest.raises(CredentialsError) as raised:
        await credentials.token()
    assert "\n" not in raised.value.problem
    assert SECRET not in f"{raised.value} {raised.value!r}"
    return raised.value


async def test_a_hundred_who_wait_ask_once(entra):
    """Not where everybody else waits, and not for ever."""
    async with credentials_of(entra) as credentials:
        assert not entra.threads
        entra.hold.clear()
        waiting = asyncio.gather(*(credentials.token() for _ in range(100)))
        assert await asyncio.to_thread(entra.is_asked.wait, 10)
        entra.hold.set()
        assert set(await waiting) == {"token-1"}
        assert await credentials.token() == "token-1"
    assert entra.asked == {"configuration": 1, "token": 1}
    assert len(entra.threads) == 1
    assert threading.get_ident() not in entra.threads
    assert entra.timeouts == {4.0}


async def test_a_token_is_renewed_before_it_ends(entra, skip):
    """Nobody waits for it but whoever comes when it is all but over."""
    async with credentials_of(entra) as credentials:
        assert await credentials.token() == "token-1"
        skip(3600 - 310)
        assert await credentials.token() == "token-1"
        assert entra.asked["token"] == 1
        skip(20)
        assert [await credentials.token() for _ in range(3)] == ["token-1"] * 3
        await credentials._asking
        assert await credentials.token() == "token-2"
        skip(3600 - 50)
        assert await credentials.token() == "token-3"
    assert entra.asked["token"] == 3


@pytest.mark.parametrize("how", ["unreachable", "500", "7000222"])
async def test_a_token_is_good_to_its_end(entra, skip, how):
    """Though no other can be had."""
    async with credentials_of(entra) as credentials:
        assert await credentials.token() == "token-1"
        entra.fail(how)
        skip(3600 - 70)
        assert await credentials.token() == "token-1"
        await credentials._asking
        assert await credentials.token() == "token-1"
        skip(20)
        await refused(credentials)


@pytest.mark.parametrize(
    ("settings", "how", "begins", "told"),
    [
        (replace(SETTINGS, password="s3cr3t"), "", "MicrosoftAppPassword: ", "Value (not Secret ID)"),
        (SETTINGS, "7000215", "MicrosoftAppPassword: ", "AADSTS7000215"),
        (SETTINGS, "7000222", "MicrosoftAppPassword: has expired", "Certificates & secrets"),
        (replace(SETTINGS, app_id=TENANT), "", "MicrosoftAppId: ", "MicrosoftAppTenantId"),
        (replace(SETTINGS, tenant_id=APP_ID), "", "MicrosoftAppTenantId: ", "App Tenant ID"),
        (SETTINGS, "53003", "MicrosoftAppId: ", "AADSTS53003"),
    ],
)
async def test_wrong_settings_are_named(entra, settings, how, begins, told):
    """Trying again will not help."""
    entra.fail(how)
    async with credentials_of(entra, settings) as credentials:
        error = await refused(credentials)
    assert error.is_refused
    assert error.problem.startswith(begins)
    assert told in error.problem
    assert "s3cr3t" not in error.problem


@pytest.mark.parametrize("how", ["unreachable", "429", "500", "503", "garbage", "no object", "90033"])
@pytest.mark.parametrize("is_known", [False, True])
async def test_what_passes_is_no_fault_of_the_settings(entra, skip, how, is_known):
    """Whether or not Microsoft was ever reached; and afterwards there is a token."""
    async with credentials_of(entra) as credentials:
        if is_known:
            await credentials.token()
            skip(3600)
        entra.fail(how)
        error = await refused(credentials)
        assert not error.is_refused
        assert "again later" in error.problem
        entra.recover()
        skip(61)  # msal itself asks no sooner
        assert (await credentials.token()).startswith("token-")


async def test_whoever_goes_away_does_not_take_the_token_along(entra):
    """Others wait for the same answer."""
    async with credentials_of(entra) as credentials:
        entra.hold.clear()
        first, second = (asyncio.create_task(credentials.token()) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        entra.hold.set()
        assert await second == "token-1"
    assert first.cancelled()


async def test_nobody_waits_for_ever(entra):
    """Neither who wants to send something nor who stops Engage; what comes late is good all the same."""
    async with credentials_of(entra, waited_for=0.1) as credentials:
        entra.hold.clear()
        error = await refused(credentials)
        assert not error.is_refused
        assert "TimeoutError" in error.problem
        entra.hold.set()
        await credentials._asking
        assert await credentials.token() == "token-1"
    entra.hold.clear()
    async with credentials_of(entra, waited_for=0.1) as credentials:
        await refused(credentials)
    assert credentials._asking.cancelled()
    entra.hold.set()


async def test_in_local_mode_there_is_no_token(entra):
    """And nobody is asked for one."""
    async with credentials_of(entra, TeamsSettings(local=True)) as credentials:
        assert await credentials.token() == ""
    assert not entra.asked


@pytest.fixture
def machine(monkeypatch):
    """A machine in Azure."""
    monkeypatch.setenv("IDENTITY_ENDPOINT", ENDPOINT)
    monkeypatch.setenv("IDENTITY_HEADER", "of this machine")


async def test_a_managed_identity_needs_no_secret(entra, skip, machine):
    """The machine vouches for the bot, and is asked as seldom as Microsoft."""
    async with credentials_of(entra, MANAGED) as credentials:
        assert set(await asyncio.gather(*(credentials.token() for _ in range(100)))) == {"token-1"}
        skip(3600)
        assert await credentials.token() == "token-2"
    assert entra.asked == {"identity": 2}
    assert entra.told[0]["client_id"] == [APP_ID]
    assert entra.told[0]["resource"] == ["https://api.botframework.com"]
    assert entra.timeouts == {4.0}


async def test_a_machine_without_the_identity_is_told_so(entra, machine):
    """With the setting that it is about."""
    async with credentials_of(entra, replace(MANAGED, app_id=TENANT)) as credentials:
        error = await refused(credentials)
    assert error.is_refused
    assert error.problem.startswith("MicrosoftAppId: ")
    assert "assign the identity" in error.problem


@pytest.mark.parametrize("how", ["unreachable", "500", "503", "garbage", "no object"])
async def test_an_identity_that_does_not_answer_may_do_so_later(entra, skip, machine, how):
    """It says where there is one at all."""
    async with credentials_of(entra, MANAGED) as credentials:
        entra.fail(how)
        assert not (await refused(credentials)).is_refused
        entra.recover()
        skip(61)
        assert await credentials.token() == "token-1"
