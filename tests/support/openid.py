"""The OpenID metadata of the Bot Connector, on loopback, and tokens that are signed as the Bot Connector does.

::

    with openid() as service:
        ChannelValidation.open_id_metadata_endpoint = service.url
        header = service.header(audience=APP_ID, service_url=url)   # "Bearer …"
        service.rotate()                                            # the next token has a new key
        service.fail("unreachable"); service.recover()
        service.asked["keys"]                                       # how often the keys were fetched

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

import functools
import json
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"
APP_ID = "5f0c8c3e-9d1a-4b7f-8c2e-0a1b2c3d4e5f"
TENANT = "0b6d7c1e-2f3a-4c5b-9d8e-7f6a5b4c3d2e"
SERVICE_URL = "https://smba.trafficmanager.net/ca/"
ENDORSEMENTS = ("msteams", "webchat")
FAILURES = ("unreachable", "500", "garbage", "not an object", "no jwks_uri", "no keys", "slow")


@functools.cache
def private_key(number: int) -> rsa.RSAPrivateKey:
    """Return the same key for the same number, since making one is slow."""
    assert number >= 0
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class OpenId:
    """The service. `asked` counts requests for "metadata" and for "keys"; `is_slow` is set once one waits in vain."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.keys: list[dict] = []
        self.port = 0
        self.is_slow = Event()
        self._failure = ""
        self._closing = Event()
        self._server: ThreadingHTTPServer | None = None
        self._number = -1
        self.rotate()
        self._listen()

    @property
    def url(self) -> str:
        """The address of the metadata."""
        return f"http://127.0.0.1:{self.port}/v1/.well-known/openidconfiguration"

    @property
    def kid(self) -> str:
        """The name of the key that signs now."""
        return f"key-{self._number}"

    @property
    def key(self) -> rsa.RSAPrivateKey:
        """The key that signs now."""
        return private_key(self._number)

    def rotate(self, *, endorsements: tuple[str, ...] | None = ENDORSEMENTS, keep: bool = False) -> None:
        """Sign with a new key from now on, and publish it: instead of the others, or beside them (`keep`)."""
        self._number += 1
        jwk = RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        jwk = {**jwk, "kid": self.kid, "use": "sig", "key_ops": ["verify"]}
        if endorsements is not None:
            jwk["endorsements"] = list(endorsements)
        self.keys = [*(self.keys if keep else []), jwk]

    def fail(self, how: str) -> None:
        """Answer as one of `FAILURES` until `recover`."""
        assert how in FAILURES
        self._failure = how
        if how == "unreachable":
            self._stop()

    def recover(self) -> None:
        """Answer again, at the same address."""
        self._failure = ""
        if self._server is None:
            self._listen()

    def claims(
        self,
        *,
        audience: str = APP_ID,
        service_url: str = SERVICE_URL,
        now: float | None = None,
        **more: object,
    ) -> dict[str, object]:
        """Return what a good token says, for an hour from now; a claim that is given as None is left out."""
        moment = int(time.time() if now is None else now)
        claims = {
            "serviceurl": service_url,
            "nbf": moment,
            "exp": moment + 3600,
            "iss": ISSUER,
            "aud": audience,
        }
        return {name: value for name, value in (claims | more).items() if value is not None}

    def token(self, *, headers: Mapping[str, object] | None = None, **claims: object) -> str:
        """Return a token of these `claims`, signed with the key of now; `headers` (such as kid) replace its own."""
        all_headers = {"kid": self.kid} | dict(headers or {})
        return jwt.encode(self.claims(**claims), self.key, algorithm="RS256", headers=all_headers)

    def header(self, **claims: object) -> str:
        """Return the value of `Authorization` with a token of these `claims`."""
        return f"Bearer {self.token(**claims)}"

    def close(self) -> None:
        """End the service."""
        self._closing.set()
        if self._server is not None:
            self._stop()

    def _listen(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), self._handler())
        self.port = self._server.server_address[1]
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def _stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._server = None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, body = service._answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def handle(self) -> None:
                with suppress(ConnectionError):  # whoever asked was tired of waiting
                    super().handle()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler

    def _answer(self, path: str) -> tuple[int, bytes]:
        what = "keys" if path.endswith("/keys") else "metadata"
        self.asked[what] += 1
        if self._failure == "slow":
            self.is_slow.set()
            self._closing.wait(60)
        good = {
            "keys": {"keys": self.keys},
            "metadata": {"issuer": ISSUER, "jwks_uri": f"http://127.0.0.1:{self.port}/v1/.well-known/keys"},
        }
        answer: object = good[what]
        match self._failure, what:
            case "500", _:
                return 500, json.dumps(answer).encode()
            case "garbage", _:
                return 200, b"<html>"
            case ("not an object", _) | ("no keys", "keys"):
                answer = []
            case "no jwks_uri", "metadata":
                answer = {"issuer": ISSUER}
        return 200, json.dumps(answer).encode()


@contextmanager
def openid() -> Iterator[OpenId]:
    """Run the service in a thread of its own."""
    service = OpenId()
    try:
        yield service
    finally:
        service.close()
