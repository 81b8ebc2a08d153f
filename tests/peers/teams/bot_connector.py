"""Who vouches for Teams: a server with the keys of the Bot Connector, and tokens that are signed with them.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import asyncio
import base64
import hashlib
import hmac
import json
import threading
import time
import uuid
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Self

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tests.peers.teams.tenant import APP

ISSUER = "https://api.botframework.com"
METADATA = "/v1/.well-known/openidconfiguration"
KEYS = "/v1/.well-known/keys"


class Key:
    """An RSA key with a name of its own, and the channels that it may speak for."""

    def __init__(self, *endorsements: str) -> None:
        self.id = uuid.uuid4().hex
        self.endorsements = list(endorsements)
        self.private = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    @property
    def public(self) -> dict[str, Any]:
        """The key as it is published."""
        numbers = json.loads(RSAAlgorithm.to_jwk(self.private.public_key()))
        return {
            "kty": "RSA",
            "use": "sig",
            "kid": self.id,
            "x5t": self.id,
            "n": numbers["n"],
            "e": numbers["e"],
            "endorsements": self.endorsements,
        }


class BotConnector:
    """The server, in a thread of its own, and its signature. `current` signs; `published` can be looked up."""

    def __init__(self) -> None:
        self.current = Key("msteams")
        self.published = [self.current]
        self.requests: list[str] = []
        """The paths that were asked for."""
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="bot connector", daemon=True)

    def start(self) -> Self:
        """Begin; `bot_connector` does it."""
        self._thread.start()
        self._run(self._listen())
        return self

    def stop(self) -> None:
        """End; `bot_connector` does it."""
        try:
            self.go_away()
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()

    @property
    def metadata_url(self) -> str:
        """What the bot has instead of https://login.botframework.com/v1/.well-known/openidconfiguration."""
        return f"http://127.0.0.1:{self._port}{METADATA}"

    def rotate(self, *, keep: bool = False) -> Key:
        """Sign with a new key from now on; the old one is published no longer, unless it is kept."""
        self.current = Key("msteams")
        self.published = [*(self.published if keep else []), self.current]
        return self.current

    def go_away(self) -> None:
        """Listen no longer; whoever asks is refused."""
        if self._runner:
            self._run(self._runner.cleanup())
            self._runner = None

    def come_back(self) -> None:
        """Listen again, at the same address."""
        if not self._runner:
            self._run(self._listen())

    def token(
        self,
        service_url: str | None,
        *,
        key: Key | None = None,
        algorithm: str = "RS256",
        headers: dict[str, Any] | None = None,
        **claims: Any,
    ) -> str:
        """Return a token of the Bot Connector, good for an hour.

        `claims` replace those that it has: iss, aud, nbf, exp (seconds since 1970), serviceurl; None leaves one
        out. `key` may be one that nobody publishes; with the algorithms "HS256" (signed with the public key, which
        everybody has) and "none" it names the key that it does not use.
        """
        now = int(time.time())
        said = {"serviceurl": service_url, "nbf": now - 300, "exp": now + 3600, "iss": ISSUER, "aud": APP}
        said = {name: value for name, value in {**said, **claims}.items() if value is not None}
        key = key or self.current
        first = {"typ": "JWT", "kid": key.id, "x5t": key.id, **(headers or {})}
        if algorithm == "RS256":
            return jwt.encode(said, key.private, algorithm="RS256", headers=first)
        parts = ".".join(_encoded(json.dumps(one).encode()) for one in ({**first, "alg": algorithm}, said))
        secret = json.dumps(key.public).encode()
        signed = hmac.new(secret, parts.encode(), hashlib.sha256).digest() if algorithm == "HS256" else b""
        return f"{parts}.{_encoded(signed)}"

    def authorize(self, service_url: str | None) -> dict[str, str]:
        """Return the header that comes with what the Bot Connector sends."""
        return {"Authorization": f"Bearer {self.token(service_url)}"}

    async def _listen(self) -> None:
        app = web.Application()
        app.router.add_get(METADATA, self._metadata)
        app.router.add_get(KEYS, self._keys)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        _, self._port = self._runner.addresses[0]

    async def _metadata(self, request: web.Request) -> web.Response:
        self.requests.append(request.path)
        return web.json_response(
            {
                "issuer": ISSUER,
                "authorization_endpoint": "https://invalid.botframework.com",
                "jwks_uri": f"http://127.0.0.1:{self._port}{KEYS}",
                "id_token_signing_alg_values_supported": ["RS256"],
                "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            }
        )

    async def _keys(self, request: web.Request) -> web.Response:
        self.requests.append(request.path)
        return web.json_response({"keys": [key.public for key in self.published]})

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(30)


@contextmanager
def bot_connector() -> Iterator[BotConnector]:
    """Run a Bot Connector of one's own; its keys take a tenth of a second."""
    connector = BotConnector()
    try:
        yield connector.start()
    finally:
        connector.stop()


def _encoded(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()
