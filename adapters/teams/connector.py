"""The Bot Connector's API, as the SDK's turns ask for it: one connection pool, one client a service URL.

The SDK makes a client and a session of `requests` for every turn, asks for a token on the event loop, tries
some calls again, and waits 100 seconds. Here the token is `Credentials`', nothing is tried again (the outbox
does, which knows what may have arrived), and a call that takes longer than `ANSWERS_WITHIN` is given up.
"""

import json
from contextvars import ContextVar
from typing import Any, NoReturn

from aiohttp import ClientError, ClientSession, ClientTimeout
from botframework.connector.aio import ConnectorClient
from botframework.connector.auth import (
    AuthenticationConstants,
    BotFrameworkAuthentication,
    ClaimsIdentity,
)
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult
from botframework.connector.auth.connector_factory import ConnectorFactory
from msrest.authentication import Authentication as NoAuthentication
from msrest.exceptions import ClientRequestError
from msrest.pipeline import Request, Response
from msrest.pipeline.async_abc import AsyncHTTPPolicy, AsyncHTTPSender, AsyncPipeline
from msrest.pipeline.universal import RawDeserializer
from msrest.universal_http.async_abc import AsyncClientResponse
from multidict import CIMultiDict
from yarl import URL

from adapters.teams.credentials import Credentials
from adapters.teams.settings import TeamsSettings

TARGETED: ContextVar[bool] = ContextVar("targeted", default=False)
"""Whether what is sent is for its recipient alone, which the SDK has no word for.
https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/targeted-messages"""

ANSWERS_WITHIN = 10.0
"""Seconds; what takes longer may have been done."""
MOST_CLIENTS = 32
"""Service URLs at a time; Teams has a handful."""


class Authentication(BotFrameworkAuthentication):  # type: ignore[misc]  # the SDK has no types
    """What a `CloudAdapterBase` asks for. `open` begins and `close` ends its use.

    Who may speak to us is judged before a turn begins (`adapters.teams.tokens`), so a turn is given
    `admitted()` where the SDK would take a header, and a header is never believed here.
    """

    def __init__(
        self, settings: TeamsSettings, credentials: Credentials, *, answers_within: float = ANSWERS_WITHIN
    ) -> None:
        self._settings = settings
        self._answers_within = answers_within
        self._credentials = credentials
        self._clients: dict[str, ConnectorClient] = {}
        self._session: ClientSession | None = None

    async def open(self) -> None:
        """Begin to keep connections."""
        timeout = ClientTimeout(total=self._answers_within)
        self._session = ClientSession(timeout=timeout, trust_env=True)

    async def close(self) -> None:
        """Let the connections go."""
        self._clients.clear()
        if self._session is not None:
            await self._session.close()

    def client(self, service_url: str) -> ConnectorClient:
        """Return the client for a service URL, the same one each time.

        Its calls raise `HttpOperationError` for a refusal, whose `response` is an `Answer`;
        `ClientRequestError` for what is no answer, whose `inner_exception` is aiohttp's or `TimeoutError`;
        and `CredentialsError`.
        """
        if self._session is None:
            raise RuntimeError("The connector is open between open() and close().")
        if service_url not in self._clients:
            if len(self._clients) >= MOST_CLIENTS:
                self._clients.pop(next(iter(self._clients)))
            self._clients[service_url] = _client(service_url, self._credentials, self._session)
        return self._clients[service_url]

    @property
    def can_speak(self) -> bool:
        """Whether the bot has what it needs to be heard."""
        return self._credentials.are_there

    def identity(self) -> ClaimsIdentity:
        """Return the bot's own identity, which a proactive turn is given."""
        ours = self._settings.app_id
        claims = {
            AuthenticationConstants.AUDIENCE_CLAIM: ours,
            AuthenticationConstants.APP_ID_CLAIM: ours,
        }
        return ClaimsIdentity(claims, is_authenticated=True)

    def admitted(self) -> AuthenticateRequestResult:
        """Return what `process_activity` is given for a request that the gate let in."""
        result = AuthenticateRequestResult()
        result.claims_identity = self.identity()
        result.audience = AuthenticationConstants.TO_CHANNEL_FROM_BOT_OAUTH_SCOPE
        result.connector_factory = _Factory(self)
        return result

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:  # noqa: ARG002
        return _Factory(self)

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """Return none: Engage signs nobody in."""

    async def authenticate_request(self, activity: object, auth_header: str) -> NoReturn:  # noqa: ARG002
        raise PermissionError("Requests are judged before a turn begins.")

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> NoReturn:  # noqa: ARG002
        raise PermissionError("Engage has no streaming endpoint.")


class _Factory(ConnectorFactory):  # type: ignore[misc]  # the SDK has no types
    def __init__(self, authentication: Authentication) -> None:
        self._authentication = authentication

    async def create(self, service_url: str, audience: str | None = None) -> ConnectorClient:  # noqa: ARG002
        return self._authentication.client(service_url)


def _client(service_url: str, credentials: Credentials, session: ClientSession) -> ConnectorClient:
    def pipeline(config: Any) -> AsyncPipeline[Any, Any]:  # noqa: ANN401 - the SDK has no types
        policies = [config.user_agent_policy, _Bearer(credentials), RawDeserializer()]
        return AsyncPipeline(policies, _Sender(session))

    # The SDK puts credentials into a pipeline of its own as well, so it is given some that do nothing.
    client = ConnectorClient(NoAuthentication(), base_url=service_url, pipeline_type=pipeline)
    client.config.add_user_agent("Engage")
    return client


class _Bearer(AsyncHTTPPolicy[Any, Any]):
    """Puts the bot's token into a request."""

    def __init__(self, credentials: Credentials) -> None:
        super().__init__()
        self._credentials = credentials

    async def send(self, request: Request[Any], **more: Any) -> Response[Any, Any]:  # noqa: ANN401
        token = await self._credentials.token()
        if token:
            request.http_request.headers["Authorization"] = f"Bearer {token}"
        return await self.next.send(request, **more)  # type: ignore[union-attr]  # the pipeline sets it


class Answer(AsyncClientResponse):
    """What the Bot Connector answered: `status_code`, `headers` whatever their case, `reason`, `body()`.

    A body that is no JSON is as good as none: the SDK would raise for it and forget the status.
    """

    def __init__(self, *, status: int, reason: str, headers: CIMultiDict[str], body: bytes) -> None:
        super().__init__(None, self)  # type: ignore[arg-type]  # nobody looks at its request
        is_json = _is_json(body)
        self.status_code = status
        self.reason = reason
        self.headers = headers
        if is_json:
            self.headers["Content-Type"] = "application/json"
        self._body = body if is_json else b""

    def body(self) -> bytes:
        return self._body


class _Sender(AsyncHTTPSender[Any, Any]):
    """Sends a request of the SDK through aiohttp, once."""

    def __init__(self, session: ClientSession) -> None:
        self._session = session

    async def __aexit__(self, *_: object) -> None:
        """Leave the session to its owner."""

    async def send(self, request: Request[Any], **_: Any) -> Response[Any, Any]:  # noqa: ANN401
        asked = request.http_request
        try:
            async with self._session.request(
                asked.method,
                _url(asked.url),
                headers=asked.headers,
                data=asked.data,
                allow_redirects=False,
            ) as response:
                answer = Answer(
                    status=response.status,
                    reason=response.reason or "",
                    headers=CIMultiDict(response.headers),
                    body=await response.read(),
                )
        except (ClientError, OSError, TimeoutError) as error:
            raise ClientRequestError("The Bot Connector gave no answer.", error) from error
        return Response(request, answer)


def _url(url: str) -> URL:
    asked = URL(url, encoded=True)
    return asked.update_query(isTargetedActivity="true") if TARGETED.get() else asked


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True
