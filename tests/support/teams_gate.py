"""A gate to try tokens on, and the Bot Connector that it believes."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from botframework.connector.auth import ChannelValidation

from adapters.teams.keys import Keys
from adapters.teams.settings import TeamsSettings
from adapters.teams.tokens import Gate
from tests.support.openid import APP_ID, TENANT, OpenId, openid

SETTINGS = TeamsSettings(app_id=APP_ID, password="s3cr3t", tenant_id=TENANT)


@asynccontextmanager
async def gate_of(settings: TeamsSettings = SETTINGS, **keys: object) -> AsyncIterator[Gate]:
    """Open a gate whose keys may be fetched a hundred times a second, unless `keys` says otherwise."""
    gate = Gate(settings, Keys(**{"apart": 0.01} | keys))
    await gate.open()
    try:
        yield gate
    finally:
        await gate.close()


@contextmanager
def bot_connector() -> Iterator[OpenId]:
    """Run the metadata service, and point the SDK's knob to it."""
    before = ChannelValidation.open_id_metadata_endpoint
    with openid() as service:
        ChannelValidation.open_id_metadata_endpoint = service.url
        try:
            yield service
        finally:
            ChannelValidation.open_id_metadata_endpoint = before
