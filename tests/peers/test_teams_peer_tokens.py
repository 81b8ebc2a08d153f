"""What Microsoft's SDK makes of the tokens: it takes the good one, and no other."""

import time

import pytest
import requests
from botframework.connector.auth import ChannelValidation, JwtTokenExtractor, SimpleCredentialProvider

from tests.peers.teams import bot_connector
from tests.peers.teams.bot_connector import KEYS, METADATA, Key
from tests.peers.teams.tenant import APP

SERVICE = "http://127.0.0.1:1/connector/"


@pytest.fixture(scope="module")
def connector():
    """A Bot Connector; the tests leave it listening, with its own keys."""
    with bot_connector() as connector:
        yield connector


async def claims(connector, token):
    """What the SDK knows of whoever sent a token; it raises if it does not believe it."""
    ChannelValidation.open_id_metadata_endpoint = connector.metadata_url
    JwtTokenExtractor.metadataCache.clear()
    header, app = f"Bearer {token}", SimpleCredentialProvider(APP, "")
    return await ChannelValidation.authenticate_channel_token_with_service_url(
        header, app, SERVICE, "msteams"
    )


async def test_good_token_is_believed(connector):
    """Signed by the Bot Connector, for this app, from this address; the keys are looked up."""
    known = await claims(connector, connector.token(SERVICE))
    assert known.claims["aud"] == APP
    assert connector.requests == [METADATA, KEYS]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"aud": "somebody else"}, "Invalid AppId"),
        ({"iss": "https://sts.windows.net/"}, "No valid identity"),
        ({"serviceurl": "https://elsewhere.example"}, "service_url"),
        ({"serviceurl": None}, "service_url"),
        ({"exp": int(time.time()) - 3600}, "expired"),
        ({"nbf": int(time.time()) + 3600}, "not yet valid"),
        ({"key": Key("msteams")}, "list index"),
        ({"algorithm": "HS256"}, "algorithm"),
        ({"algorithm": "none"}, "algorithm"),
    ],
)
async def test_bad_token_is_not_believed(connector, wrong, reason):
    """Every way in which a token can be wrong; one of the SDK's refusals is an accident, a list without the key."""
    with pytest.raises(Exception, match=reason):
        await claims(connector, connector.token(SERVICE, **wrong))


async def test_key_for_another_channel_is_not_believed(connector):
    """A key that is published, but does not vouch for Teams."""
    stranger = Key("webchat")
    connector.published.append(stranger)
    with pytest.raises(Exception, match="endorsement"):
        await claims(connector, connector.token(SERVICE, key=stranger))
    connector.published.remove(stranger)


async def test_keys_are_rotated(connector):
    """A new key signs; the old one can still be looked up only if it was kept."""
    old = connector.current
    connector.rotate(keep=True)
    await claims(connector, connector.token(SERVICE))
    await claims(connector, connector.token(SERVICE, key=old))
    connector.rotate()
    await claims(connector, connector.token(SERVICE))
    with pytest.raises(IndexError):
        await claims(connector, connector.token(SERVICE, key=old))


async def test_nobody_vouches_while_it_is_away(connector):
    """Whoever asks is refused at once; then it is at the same address again."""
    connector.go_away()
    with pytest.raises(requests.ConnectionError):
        await claims(connector, connector.token(SERVICE))
    connector.come_back()
    await claims(connector, connector.token(SERVICE))
