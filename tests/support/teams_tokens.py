"""Tokens that the Bot Connector would never make."""

import base64
import hashlib
import hmac
import json
import time

import jwt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.support.openid import OpenId, private_key


def part(value: object) -> str:
    """Return a part of a token: JSON of a value, or bytes as they are."""
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def signed(service: OpenId, header: object, payload: object) -> str:
    """Return a token of any header and payload with a signature of RS256 that is right."""
    message = f"{part(header)}.{part(payload)}".encode()
    signature = jwt.get_algorithm_by_name("RS256").sign(message, service.key)
    return f"Bearer {message.decode()}.{part(signature)}"


def header(service: OpenId, **more: object) -> dict[str, object]:
    """Return the header of a good token, but for some of it."""
    return {"alg": "RS256", "typ": "JWT", "kid": service.kid} | more


def with_public_key_as_secret(service: OpenId, form: PublicFormat = PublicFormat.SubjectPublicKeyInfo) -> str:
    """Return a token signed with HS256, its secret being what everybody knows."""
    secret = service.key.public_key().public_bytes(Encoding.PEM, form)
    message = f"{part(header(service, alg='HS256'))}.{part(service.claims())}"
    digest = hmac.new(secret, message.encode(), hashlib.sha256).digest()
    return f"Bearer {message}.{part(digest)}"


def with_another_key(service: OpenId, **headers: object) -> str:
    """Return a token signed by somebody else, under the name of the key that is known."""
    token = jwt.encode(service.claims(), private_key(99), "RS256", headers={"kid": service.kid} | headers)
    return f"Bearer {token}"


def altered(service: OpenId, which: int) -> str:
    """Return a good token of which one part was exchanged for another token's."""
    ours = service.token().split(".")
    theirs = service.token(audience="somebody else", headers={"typ": "JOSE"}).split(".")
    ours[which] = theirs[which]
    return f"Bearer {'.'.join(ours)}"


def moment(seconds: float) -> int:
    """Return so many seconds from now."""
    return int(time.time() + seconds)
