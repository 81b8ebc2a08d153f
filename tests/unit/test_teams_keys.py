"""The keys of the Bot Connector are there when they are needed, however they change and whatever fails."""

import asyncio
import time

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from jwt.algorithms import ECAlgorithm, RSAAlgorithm

from adapters.teams.keys import GOOD_FOR, MetadataUnreachable
from adapters.teams.tokens import Unauthorized
from tests.support.openid import FAILURES
from tests.support.teams_gate import bot_connector, gate_of

ONCE = {"metadata": 1, "keys": 1}
TWICE = {"metadata": 2, "keys": 2}


class Clock:
    """Seconds that pass only when a test lets them, and a little by themselves."""

    def __init__(self):
        self.skipped = 0.0

    def __call__(self):
        return time.monotonic() + self.skipped


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def service():
    with bot_connector() as service:
        yield service


@pytest.fixture
async def gate(clock):
    async with gate_of(clock=clock) as gate:
        yield gate


def fails(how):
    """Return how long to wait for an answer that may not come."""
    return {"answers_within": 0.1 if how == "slow" else 3.0}


async def outcomes(gate, headers):
    """Return what becomes of requests that come at once."""
    told = await asyncio.gather(*(gate.admit(each) for each in headers), return_exceptions=True)
    return [type(each).__name__ for each in told]


async def test_a_hundred_requests_at_once_ask_once(service, gate):
    """And those that come later do not ask at all."""
    assert not service.asked
    assert await outcomes(gate, [service.header()] * 100) == ["Claims"] * 100
    assert await outcomes(gate, [service.header()] * 100) == ["Claims"] * 100
    assert service.asked == ONCE


async def test_a_new_key_is_good_at_once(service, gate):
    """And one that was taken back is not, from then on."""
    old = service.header()
    await gate.admit(old)
    service.rotate()
    await gate.admit(service.header())
    assert service.asked == TWICE
    with pytest.raises(Unauthorized):
        await gate.admit(old)


async def test_two_keys_may_be_good_together(service, gate):
    """The new one is published before the old one is taken back."""
    old = service.header()
    service.rotate(keep=True)
    assert await outcomes(gate, [old, service.header()]) == ["Claims"] * 2
    assert service.asked == ONCE


@pytest.mark.parametrize("how", FAILURES)
async def test_nobody_is_refused_while_nobody_can_know(service, how):
    """They are told to try again; and as soon as the keys can be had they are let in."""
    async with gate_of(**fails(how)) as gate:
        service.fail(how)
        assert await outcomes(gate, [service.header()] * 3) == ["MetadataUnreachable"] * 3
        service.recover()
        await gate.admit(service.header())


@pytest.mark.parametrize("how", FAILURES)
async def test_known_keys_stay_good_while_no_newer_can_be_had(service, clock, how):
    """For days if need be; of a key that is not known nobody can say anything."""
    async with gate_of(clock=clock, **fails(how)) as gate:
        old = service.header()
        await gate.admit(old)
        service.rotate()
        service.fail(how)
        for _ in range(3):
            clock.skipped += GOOD_FOR
            await gate.admit(old)
            with pytest.raises(MetadataUnreachable):
                await gate.admit(service.header())
        service.recover()
        await gate.admit(service.header())
        with pytest.raises(Unauthorized):
            await gate.admit(old)


async def test_once_a_day_the_keys_are_looked_at_again(service, gate, clock):
    """Nobody waits for it. A key that was taken back is bad from then on."""
    old = service.header()
    await gate.admit(old)
    service.rotate()
    clock.skipped += GOOD_FOR - 60
    await gate.admit(old)
    assert service.asked == ONCE
    clock.skipped += 61
    await gate.admit(old)
    await gate._keys._fetching
    assert service.asked == TWICE
    with pytest.raises(Unauthorized):
        await gate.admit(old)


async def test_invented_names_of_keys_cost_little(service):
    """A flood of them makes us ask at most once in a while, and holds up nobody who is known."""
    apart = 0.1
    async with gate_of(apart=apart) as gate:
        known = service.header()
        await gate.admit(known)
        began = time.monotonic()
        flood = [f"Bearer {service.token(headers={'kid': f'invented-{number}'})}" for number in range(100)]
        waiting = asyncio.create_task(outcomes(gate, flood))
        await asyncio.sleep(0)
        assert await outcomes(gate, [known] * 10) == ["Claims"] * 10
        assert not waiting.done()
        service.rotate()
        assert await outcomes(gate, [service.header()]) == ["Claims"]
        assert set(await waiting) == {"Unauthorized"}
        assert service.asked["keys"] <= 2 + (time.monotonic() - began) / apart
        assert service.asked["keys"] <= 4


async def test_between_two_fetches_there_is_a_pause(service):
    """Whoever comes in it waits for its end, and is not refused for it."""
    apart = 0.2
    async with gate_of(apart=apart) as gate:
        await gate.admit(service.header())
        began = gate._keys._began
        service.rotate()
        await gate.admit(service.header())
        assert gate._keys._began - began >= apart
        assert service.asked == TWICE


async def test_whoever_goes_away_does_not_take_the_keys_along(service, gate):
    """Others wait for the same answer."""
    first = asyncio.create_task(gate.admit(service.header()))
    second = asyncio.create_task(gate.admit(service.header()))
    await asyncio.sleep(0)
    first.cancel()
    assert (await second).service_url
    assert first.cancelled()
    assert service.asked == ONCE


async def test_the_gate_closes_while_it_waits(service):
    """Engage stops at once, whoever does not answer."""
    service.fail("slow")
    began = time.monotonic()
    async with gate_of() as gate:
        waiting = asyncio.create_task(outcomes(gate, [service.header()]))
        assert await asyncio.to_thread(service.is_slow.wait, 10)
    assert await waiting == ["CancelledError"]
    assert time.monotonic() - began < 2


async def test_what_is_not_understood_among_the_keys_is_left_out(service, gate):
    """The key that is understood is good all the same."""
    good = service.keys[0]
    short = RSAAlgorithm.to_jwk(rsa.generate_private_key(65537, 1024).public_key(), as_dict=True)
    curve = ECAlgorithm.to_jwk(ec.generate_private_key(ec.SECP256R1()).public_key(), as_dict=True)
    private = RSAAlgorithm.to_jwk(service.key, as_dict=True)
    nameless = {name: value for name, value in good.items() if name != "kid"}
    odd = [short | {"kid": "short"}, curve | {"kid": "curve"}, private | {"kid": "private"}, nameless]
    service.keys = [
        None,
        7,
        [],
        {},
        {"kid": "empty"},
        good | {"kid": ["key-0"]},
        good | {"kid": "x", "n": "!"},
    ]
    service.keys += [*odd, good]
    await gate.admit(service.header())
    assert list(gate._keys._keys) == [service.kid]


async def test_no_key_at_all_is_no_answer(service, gate):
    """Microsoft always has one, so this is not from there or it is broken."""
    service.keys = []
    with pytest.raises(MetadataUnreachable):
        await gate.admit(service.header())
