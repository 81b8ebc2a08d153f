"""Microsoft's sign-in and a machine's managed identity, in place of the network below `requests`.

::

    entra = Entra()
    credentials = Credentials(settings, http=entra.session())
    entra.fail("7000222"); entra.recover()

https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
"""

import json
import threading
import time
from collections import Counter
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import requests
from requests.adapters import BaseAdapter

from adapters.teams.signin import PatientSession
from tests.support.openid import APP_ID, TENANT

SECRET = "abc8Q~s3cr3t.of-the_bot"
ENDPOINT = "http://127.0.0.1:1/msi/token"
_ERRORS: Mapping[str, tuple[int, str]] = {
    "7000215": (401, "invalid_client"),
    "7000222": (401, "invalid_client"),
    "700016": (400, "unauthorized_client"),
    "53003": (400, "access_denied"),
    "90033": (400, "temporarily_unavailable"),
}
"""Status and OAuth's word of Entra's numbers."""


class Entra(BaseAdapter):
    """Gives tokens `token-1`, `token-2`… that last `lasts` seconds. `asked` counts questions, by kind.

    `threads` holds the threads that asked, `timeouts` how long each was ready to wait, `told` what was said.
    While `hold` is clear nobody is answered; `is_asked` is set once somebody waits.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: Counter[str] = Counter()
        self.threads: set[int] = set()
        self.timeouts: set[object] = set()
        self.told: list[dict[str, list[str]]] = []
        self.lasts = 3600
        self.is_asked = threading.Event()
        self.hold = threading.Event()
        self.hold.set()
        self._failure = ""
        self._given = 0

    def session(self) -> requests.Session:
        """Return a session as Engage uses it, that knows nobody else."""
        session = PatientSession()
        session.adapters.clear()
        for scheme in ("https://", "http://"):
            session.mount(scheme, self)
        return session

    def fail(self, how: str) -> None:
        """Answer with Entra's error of this number, with a status, "garbage", "no object" or "unreachable"."""
        self._failure = how

    def recover(self) -> None:
        """Answer again."""
        self._failure = ""

    def close(self) -> None:
        """Nothing is open."""

    def send(self, request: requests.PreparedRequest, **more: object) -> requests.Response:
        self.threads.add(threading.get_ident())
        self.timeouts.add(more.get("timeout"))
        self.is_asked.set()
        assert self.hold.wait(10)
        if self._failure == "unreachable":
            raise requests.ConnectionError("There is no network.")
        status, answer = self._answer(request)
        response = requests.Response()
        response.status_code = status
        response._content = (answer if isinstance(answer, str) else json.dumps(answer)).encode()
        response.headers["Content-Type"] = "application/json"
        response.url, response.request = request.url, request
        return response

    def _answer(self, request: requests.PreparedRequest) -> tuple[int, object]:
        url = urlsplit(request.url)
        if self._failure in ("garbage", "no object"):
            return 200, "<html>" if self._failure == "garbage" else []
        if self._failure in ("429", "500", "503"):
            return int(self._failure), "<html>"
        if url.path.endswith("/openid-configuration"):
            return self._configuration(url.path)
        self.told.append(parse_qs(request.body or url.query))
        return self._managed(request) if url.path == "/msi/token" else self._client(url.path)

    def _configuration(self, path: str) -> tuple[int, object]:
        self.asked["configuration"] += 1
        tenant = path.split("/")[1]
        if tenant != TENANT:
            return 400, {"error": "invalid_tenant", "error_description": "AADSTS90002: Tenant not found."}
        base = f"https://login.microsoftonline.com/{tenant}"
        return 200, {
            "issuer": f"{base}/v2.0",
            "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
            "token_endpoint": f"{base}/oauth2/v2.0/token",
        }

    def _client(self, path: str) -> tuple[int, object]:
        assert path == f"/{TENANT}/oauth2/v2.0/token"
        self.asked["token"] += 1
        said = {name: value[0] for name, value in self.told[-1].items()}
        assert said["grant_type"] == "client_credentials"
        assert said["scope"] == "https://api.botframework.com/.default"
        failure = self._failure
        if said["client_id"] != APP_ID:
            failure = "700016"
        elif said["client_secret"] != SECRET:
            failure = "7000215"
        if failure:
            status, word = _ERRORS[failure]
            told = f"AADSTS{failure}: It is so. Trace ID: 0 {said['client_secret']}"
            return status, {"error": word, "error_description": told, "error_codes": [int(failure)]}
        return 200, {"token_type": "Bearer", "expires_in": self.lasts, "access_token": self._next()}

    def _managed(self, request: requests.PreparedRequest) -> tuple[int, object]:
        self.asked["identity"] += 1
        assert request.headers["X-IDENTITY-HEADER"] == "of this machine"
        if self._failure or self.told[-1]["client_id"] != [APP_ID]:
            status = int(self._failure or 400)
            return status, {
                "statusCode": status,
                "message": "No User Assigned or Delegated Managed Identity found",
            }
        ends = int(time.time() + self.lasts)
        return 200, {"access_token": self._next(), "expires_on": str(ends), "token_type": "Bearer"}

    def _next(self) -> str:
        self._given += 1
        return f"token-{self._given}"
