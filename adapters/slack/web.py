"""Slack over HTTP: requests are believed only with Slack's signature.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import json

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from adapters.slack.manifest import REQUEST_PATH
from adapters.slack.shapes import read_body


def routes(app: AsyncApp, signing_secret: str) -> list[web.AbstractRouteDef]:
    """Return the one route, to which Slack posts commands, interactions and events."""
    verifier = SignatureVerifier(signing_secret)

    async def receive(request: web.Request) -> web.Response:
        body = await request.read()
        if not _is_from_slack(verifier, body, request):
            return web.Response(status=401, text="The signature is missing, wrong or too old.\n")
        told = read_body(body)
        if told is None:
            return web.Response(status=400, text="This is nothing that Slack says.\n")
        # Bolt takes a form for one with a payload wherever the word stands in it, such as in a command.
        asked = AsyncBoltRequest(
            body=json.dumps(told),
            query=request.query_string,
            headers={
                name: value for name, value in request.headers.items() if name.lower() != "content-type"
            },
        )
        return await to_aiohttp_response(await app.async_dispatch(asked))

    return [web.post(REQUEST_PATH, receive)]


def _is_from_slack(verifier: SignatureVerifier, body: bytes, request: web.Request) -> bool:
    try:
        return bool(verifier.is_valid_request(body, dict(request.headers)))
    except (ValueError, TypeError, OverflowError):
        return False  # a moment that is no number, or a signature that is not ASCII
