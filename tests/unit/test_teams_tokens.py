"""Whoever is not the Bot Connector, speaking to our bot from our organisation, is told so and nothing else."""

import pytest
from cryptography.hazmat.primitives.serialization import PublicFormat
from structlog.testing import capture_logs

from adapters.teams.tokens import LARGEST_HEADER, Claims, Unauthorized
from tests.support.openid import APP_ID, SERVICE_URL, TENANT
from tests.support.teams_gate import bot_connector, gate_of
from tests.support.teams_tokens import (
    altered,
    header,
    moment,
    part,
    signed,
    with_another_key,
    with_public_key_as_secret,
)


@pytest.fixture
async def gate():
    async with gate_of() as gate:
        yield gate


@pytest.fixture
def service():
    with bot_connector() as service:
        yield service


async def refused(gate, value):
    """Return why a header is refused; the log says that and no more."""
    with capture_logs() as logs, pytest.raises(Unauthorized) as raised:
        await gate.admit(value)
    expected = {"event": "request of Teams refused", "log_level": "info", "reason": raised.value.reason}
    assert logs == [expected]
    return raised.value.reason


async def test_the_bot_connector_is_let_in(service, gate):
    """And with it what its token says."""
    claims = await gate.admit(service.header())
    assert claims == Claims(service_url=SERVICE_URL, endorsements=frozenset({"msteams", "webchat"}))


@pytest.mark.parametrize(
    "good",
    [
        lambda s: s.header(exp=moment(-240)),
        lambda s: s.header(nbf=moment(240)),
        lambda s: s.header(nbf=None),
        lambda s: s.header(audience=APP_ID.upper()),
        lambda s: s.header().replace("Bearer", "bearer"),
        lambda s: s.header(name="Zoë", roles=[1, {"a": None}]),
    ],
)
async def test_clocks_may_differ_and_words_may_be_written_otherwise(service, gate, good):
    """By five minutes, and by the case of what has none."""
    assert (await gate.admit(good(service))).service_url == SERVICE_URL


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (None, "none"),
        ("", "none"),
        ("Bearer", "garbage"),
        ("Bearer ", "garbage"),
        ("Bearer null", "garbage"),
        ("Bearer a.b.c", "garbage"),
        ("Basic dXNlcjpwYXNz", "garbage"),
        ("Bearer ..", "garbage"),
        ("Bearer \u00e9.\u00e9.\u00e9", "garbage"),
        ("Bearer \udcff.\udcff.\udcff", "garbage"),
        ("\u0000\n", "garbage"),
        ("B\u0435arer a.b.c", "garbage"),
        ("Bearer " + "a" * LARGEST_HEADER, "size"),
        ("Bearer " + "a." * 10_000_000, "size"),
        (f"Bearer {part(b'[' * 5_000)}.e30.e30", "garbage"),
        (f"Bearer {part([])}.e30.e30", "garbage"),
        (f"Bearer {part(b'nothing')}.e30.e30", "garbage"),
        (f"Bearer {part({})}.e30.e30", "algorithm"),
        (f"Bearer {part({'alg': 'RS256'})}.e30.e30", "key"),
        (f"Bearer {part({'alg': 'RS256', 'kid': ''})}.e30.e30", "key"),
        (f"Bearer {part({'alg': 'RS256', 'kid': 7})}.e30.e30", "garbage"),
        (f"Bearer {part({'alg': ['RS256'], 'kid': 'key-0'})}.e30.e30", "algorithm"),
    ],
)
async def test_what_is_no_token_costs_nothing(service, gate, bad, reason):
    """No key is asked for."""
    assert await refused(gate, bad) == reason
    assert not service.asked


@pytest.mark.parametrize(
    "bad",
    [
        lambda s: f"{s.header()}, {s.header()}",
        lambda s: f"{s.header()} {s.token()}",
        lambda s: f"{s.header()} ",
        lambda s: f"{s.header()}=",
        lambda s: f"{s.header()}.{part(b'more')}",
        lambda s: s.token(),
        lambda s: s.header().rsplit(".", 1)[0] + ".",
    ],
)
async def test_more_or_less_than_one_token_is_none(service, gate, bad):
    """Two headers that were joined are two tokens."""
    assert await refused(gate, bad(service)) == "garbage"
    assert not service.asked


@pytest.mark.parametrize(
    "bad",
    [
        with_public_key_as_secret,
        lambda s: with_public_key_as_secret(s, PublicFormat.PKCS1),
        lambda s: f"Bearer {part(header(s, alg='none'))}.{part(s.claims())}.{part(b'x')}",
        *(
            lambda s, name=name: signed(s, header(s, alg=name), s.claims())
            for name in ("None", "rs256", "RS384", "PS256", "ES256", None)
        ),
    ],
)
async def test_only_one_way_of_signing_is_believed(service, gate, bad):
    """Above all not the one that anybody can use who knows the public key."""
    assert await refused(gate, bad(service)) == "algorithm"
    assert not service.asked


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (lambda s: s.header(exp=moment(-310)), "expired"),
        (lambda s: s.header(exp=0), "expired"),
        (lambda s: s.header(exp=None), "claims"),
        (lambda s: s.header(exp="soon"), "garbage"),
        (lambda s: s.header(exp=float("inf")), "garbage"),
        (lambda s: s.header(exp=[]), "garbage"),
        (lambda s: s.header(nbf=moment(310)), "early"),
        (lambda s: signed(s, header(s), s.claims() | {"nbf": None}), "garbage"),
        (lambda s: s.header(iat=moment(310)), "early"),
        (lambda s: s.header(audience=TENANT), "audience"),
        (lambda s: s.header(audience=""), "audience"),
        (lambda s: s.header(audience=[APP_ID]), "audience"),
        (lambda s: s.header(aud=None), "claims"),
        (lambda s: s.header(iss="https://sts.windows.net/x/"), "issuer"),
        (lambda s: s.header(iss="https://api.botframework.com/"), "issuer"),
        (lambda s: signed(s, header(s), s.claims() | {"iss": ["https://api.botframework.com"]}), "issuer"),
        (lambda s: s.header(iss=None), "claims"),
        (lambda s: s.header(serviceurl=None), "service_url"),
        (lambda s: s.header(serviceurl=""), "service_url"),
        (lambda s: s.header(serviceurl=[SERVICE_URL]), "service_url"),
        (lambda s: f"Bearer {s.token(headers={'kid': 'another'})}", "key"),
        (lambda s: f"Bearer {s.token(headers={'kid': '../../etc/passwd'})}", "key"),
        (with_another_key, "signature"),
        (lambda s: with_another_key(s, jku="https://evil.example/keys"), "signature"),
        (lambda s: with_another_key(s, jwk={"kty": "RSA", "n": "AQAB", "e": "AQAB"}), "signature"),
        (lambda s: altered(s, 0), "signature"),
        (lambda s: altered(s, 1), "audience"),
        (lambda s: altered(s, 2), "signature"),
        (lambda s: f"Bearer {s.token()[:-2]}", "signature"),
        (lambda s: signed(s, header(s, crit=["x"], x=1), s.claims()), "garbage"),
        (lambda s: signed(s, header(s), []), "garbage"),
        (lambda s: signed(s, header(s), b"[" * 3_000), "garbage"),
        (lambda s: signed(s, header(s), b"\xff\xfe"), "garbage"),
    ],
)
async def test_every_bad_token_is_refused(service, gate, bad, reason):
    """Each for one reason; and the next good one is let in."""
    assert await refused(gate, bad(service)) == reason
    assert await gate.admit(service.header())


@pytest.mark.parametrize(
    "wrong",
    [{"exp": moment(-310)}, {"audience": TENANT}, {"iss": "https://sts.windows.net/x/"}, {"exp": None}],
)
async def test_what_no_key_could_make_good_is_refused_without_asking_for_keys(service, gate, wrong):
    """So it is refused as well while nobody can be asked, and costs nothing."""
    service.fail("unreachable")
    with pytest.raises(Unauthorized):
        await gate.admit(service.header(**wrong))
    assert not service.asked
