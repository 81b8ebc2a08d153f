"""The keys that the Bot Connector signs with, fetched when they are needed.

Their address is the SDK's: `ChannelValidation.open_id_metadata_endpoint` if it is set, Microsoft's otherwise.
https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession
from botframework.connector.auth import AuthenticationConstants, ChannelValidation
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt import PyJWTError
from jwt.algorithms import RSAAlgorithm

from bot.errors import EngageError

GOOD_FOR = 24 * 3600.0
"""Seconds after which the keys are fetched again, since one may have been taken back."""
APART = 1.0
"""Seconds between two fetches, at least: whoever invents names of keys does not make us ask for each."""
ANSWERS_WITHIN = 3.0
"""Seconds for the metadata and the keys together; Teams waits 15 for the answer to its request."""
_SMALLEST_KEY = 2048
_NO_METADATA = (ClientError, OSError, TimeoutError, ValueError, KeyError, TypeError, RecursionError)

log = structlog.get_logger()


class MetadataUnreachable(EngageError):  # noqa: N818 - the request may be good: it is to be tried again
    """The keys of the Bot Connector cannot be fetched, so nobody knows whether the request is from it."""


@dataclass(frozen=True, kw_only=True)
class Key:
    """A public key, and the channels that it may speak for; None if it does not say."""

    public: RSAPublicKey
    endorsements: frozenset[str] | None


class Keys:
    """The keys of now. `open` begins and `close` ends their use. `clock` returns seconds."""

    def __init__(
        self,
        *,
        apart: float = APART,
        answers_within: float = ANSWERS_WITHIN,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._apart = apart
        self._answers_within = answers_within
        self._clock = clock
        self._keys: dict[str, Key] = {}
        self._began = self._fetched = float("-inf")
        self._fetching: asyncio.Task[bool] | None = None
        self._session: ClientSession | None = None

    async def open(self) -> None:
        """Begin to keep connections."""
        self._session = ClientSession(trust_env=True)

    async def close(self) -> None:
        """Stop fetching, and let the connections go."""
        if self._fetching is not None:
            self._fetching.cancel()
            with suppress(asyncio.CancelledError):
                await self._fetching
        if self._session is not None:
            await self._session.close()

    async def find(self, name: str) -> Key | None:
        """Return the key of this name, or None if there is no such key.

        For a name that is not known the keys are fetched, once for all who wait; not sooner than `apart`
        seconds after the fetch before. What is known is good for ever while nothing newer can be fetched.
        Raises `MetadataUnreachable` if the name is not known and nothing can be fetched.
        """
        if name in self._keys:
            if self._clock() - self._fetched >= GOOD_FOR:
                self._fetch_soon()
            return self._keys[name]
        asked = self._clock()
        while True:
            if not await asyncio.shield(self._fetch_soon()):
                raise MetadataUnreachable
            if name in self._keys or self._began >= asked:
                return self._keys.get(name)

    def _fetch_soon(self) -> asyncio.Task[bool]:
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetch())
        return self._fetching

    async def _fetch(self) -> bool:
        await asyncio.sleep(max(0.0, self._began + self._apart - self._clock()))
        self._began = self._clock()
        try:
            async with asyncio.timeout(self._answers_within):
                self._keys = await self._load()
        except _NO_METADATA as error:
            log.warning("keys of the Bot Connector unreachable", problem=type(error).__name__)
            return False
        self._fetched = self._clock()
        return True

    async def _load(self) -> dict[str, Key]:
        metadata = await self._read(
            ChannelValidation.open_id_metadata_endpoint
            or AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL
        )
        document = await self._read(metadata["jwks_uri"])
        keys = dict(_usable(document["keys"]))
        if not keys:
            raise ValueError("There is no key for RS256 among them.")
        return keys

    async def _read(self, address: str) -> Any:  # noqa: ANN401 - JSON
        if self._session is None:
            raise MetadataUnreachable
        async with self._session.get(address, raise_for_status=True) as response:
            return json.loads(await response.read())


def _usable(entries: list[Any]) -> Iterator[tuple[str, Key]]:
    """Yield the RSA keys of a JWK set (RFC 7517, section 5), by name; what we do not understand is left out."""
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("kid"), str):
            continue
        try:
            public = RSAAlgorithm.from_jwk(entry)
        except (PyJWTError, ValueError, TypeError):
            continue
        if not isinstance(public, RSAPublicKey) or public.key_size < _SMALLEST_KEY:
            continue
        endorsed = entry.get("endorsements")
        channels = frozenset(map(str, endorsed)) if isinstance(endorsed, list) else None
        yield entry["kid"], Key(public=public, endorsements=channels)
