"""Whether a request is from the Bot Connector, to our bot, and from our organisation.

https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication lists what
is to be checked, under "Authenticate requests from the Bot Connector service to your bot". The SDK's own
check is not used: it answers most bad tokens with a fault of its own, and misses a change of keys for a day.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import jwt
import structlog
from botframework.connector.auth import AuthenticationConstants

from adapters.teams.keys import Key, Keys, MetadataUnreachable
from adapters.teams.settings import TeamsSettings, is_loopback
from bot.errors import EngageError

__all__ = ["Claims", "Gate", "MetadataUnreachable", "Unauthorized"]

CHANNEL = "msteams"
ALGORITHM = "RS256"
LEEWAY = 300
"""Seconds that clocks may differ by."""
LARGEST_HEADER = 8000
"""Characters; the Bot Connector's own have about 1,500."""
_HEADER = re.compile(r"(?i:bearer) +([\w-]+\.[\w-]+\.[\w-]+)", re.ASCII)
_LOCAL_URL = re.compile(r"http://(\[[0-9a-f:]+\]|[\w.-]+)(:\d{1,5})?(/[\w./~-]*)?", re.ASCII | re.IGNORECASE)
_REASONS: tuple[tuple[type[jwt.PyJWTError], str], ...] = (
    (jwt.ExpiredSignatureError, "expired"),
    (jwt.ImmatureSignatureError, "early"),
    (jwt.InvalidIssuerError, "issuer"),
    (jwt.InvalidSignatureError, "signature"),
    (jwt.MissingRequiredClaimError, "claims"),
)

log = structlog.get_logger()


class Unauthorized(EngageError):  # noqa: N818 - an answer, not a fault of ours
    """The request is not from Teams to this bot, or not from this organisation; `reason` is one word."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Claims:
    """What a good token says: from where, and for which channels its key may speak (None: not said).

    `is_local` says that there was no token to ask for.
    """

    service_url: str = ""
    endorsements: frozenset[str] | None = None
    is_local: bool = False


class Gate:
    """Lets in who may speak to us. `open` begins and `close` ends its use.

    First `admit` judges the header, before anything of the body is looked at; then `agree` judges whether
    the body is what the token was made for. What is refused is logged with its reason and nothing else.
    """

    def __init__(self, settings: TeamsSettings, keys: Keys | None = None) -> None:
        if not settings.app_id and not settings.local:
            raise ValueError("Without an app id nobody can be told from anybody.")
        self._settings = settings
        self._is_local = not settings.app_id
        self._keys = keys or Keys()

    async def open(self) -> None:
        """Begin to keep connections."""
        await self._keys.open()

    async def close(self) -> None:
        """Let the connections go."""
        await self._keys.close()

    async def admit(self, header: str | None) -> Claims:
        """Return what the token in `header`, the value of `Authorization`, says. In local mode none is asked for.

        Raises `Unauthorized` for what is no good token, and `MetadataUnreachable` when nobody can know.
        """
        if self._is_local:
            return Claims(is_local=True)
        token, name = _read(header)
        _require_plausible(token, self._settings.app_id)
        key = await self._keys.find(name)
        if key is None:
            _refuse("key")
        claims = _verified(token, key)
        audience, service_url = claims["aud"], claims.get("serviceurl")
        if not _is_same(audience, self._settings.app_id):
            _refuse("audience")
        if not isinstance(service_url, str) or not service_url:
            _refuse("service_url")
        return Claims(service_url=service_url, endorsements=key.endorsements)

    def agree(self, claims: Claims, *, service_url: object, channel: object, tenant: object) -> None:
        """Say that an activity is what the token was made for.

        `service_url` is the activity's `serviceUrl`, compared letter for letter as the SDKs do; `channel` is
        its `channelId`; `tenant` is `channelData.tenant.id`. Each may be anything that JSON can hold. A key
        that names no channels at all may speak for each, again as the SDKs have it. In local mode only the
        service URL is judged: it must be on this machine, since that is where answers go.

        Raises `Unauthorized`.
        """
        if claims.is_local:
            if not _is_on_this_machine(service_url):
                _refuse("service_url")
            return
        if service_url != claims.service_url:
            _refuse("service_url")
        if channel != CHANNEL or (claims.endorsements is not None and CHANNEL not in claims.endorsements):
            _refuse("channel")
        if not _is_same(tenant, self._settings.tenant_id):
            _refuse("tenant")


def _read(header: str | None) -> tuple[str, str]:
    """Return the token and the name of its key, of which nothing is believed yet."""
    if not header:
        _refuse("none")
    if len(header) > LARGEST_HEADER:
        _refuse("size")
    found = _HEADER.fullmatch(header)
    if found is None:
        _refuse("garbage")
    try:
        told = jwt.get_unverified_header(found[1])
    except jwt.PyJWTError:
        _refuse("garbage")
    if told.get("alg") != ALGORITHM:
        _refuse("algorithm")
    name = told.get("kid")
    if not isinstance(name, str) or not name:
        _refuse("key")
    return found[1], name


def _require_plausible(token: str, app_id: str) -> None:
    """Refuse what no key could make good, so that nobody has to be asked for keys; nothing is believed yet."""
    options = {
        "verify_signature": False,
        "verify_exp": True,
        "verify_nbf": True,
        "verify_iss": True,
        "require": ["exp", "iss", "aud"],
    }
    claims = _decoded(token, "", options)
    if not _is_same(claims["aud"], app_id):
        _refuse("audience")


def _verified(token: str, key: Key) -> Mapping[str, Any]:
    return _decoded(token, key.public, {"require": ["exp", "iss", "aud"], "verify_aud": False})


def _decoded(token: str, key: Any, options: Any) -> Mapping[str, Any]:  # noqa: ANN401 - the library's own
    try:
        return jwt.decode(
            token,
            key,
            algorithms=[ALGORITHM],
            issuer=AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER,
            leeway=LEEWAY,
            options=options,
        )
    except jwt.PyJWTError as error:
        _refuse(next((reason for kind, reason in _REASONS if isinstance(error, kind)), "garbage"))


def _is_same(told: object, ours: str) -> bool:
    """Whether two UUIDs are the same; nothing is the same as none."""
    return isinstance(told, str) and bool(ours) and told.lower() == ours.lower()


def _is_on_this_machine(url: object) -> bool:
    found = _LOCAL_URL.fullmatch(url) if isinstance(url, str) else None
    return found is not None and is_loopback(found[1])


def _refuse(reason: str) -> NoReturn:
    log.info("request of Teams refused", reason=reason)
    raise Unauthorized(reason)
