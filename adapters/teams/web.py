"""Teams over HTTP: requests are believed only with the Bot Connector's token.

Whatever comes is answered, and never with a fault of ours that Teams would take for a reason to try again.
https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
"""

from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

from adapters.teams.answers import Answer
from adapters.teams.settings import is_loopback
from adapters.teams.shapes import Activity, Object, ShapeError, read_activity
from adapters.teams.tokens import Gate, MetadataUnreachable, Unauthorized

log = structlog.get_logger()

REQUEST_PATH = "/api/messages"
UNAUTHORIZED, UNSUPPORTED, UNAVAILABLE, BAD = 401, 415, 503, 400

Answering = Callable[[Activity, Object], Awaitable[Answer]]


def routes(gate: Gate, answering: Answering) -> list[web.AbstractRouteDef]:
    """Return the one route, to which Teams posts everything that happens."""

    async def receive(request: web.Request) -> web.Response:
        try:
            claims = await gate.admit(_authorization(request))
            if claims.is_local and not _is_from_here(request):
                return _line(UNAUTHORIZED, "This is for the Agents Playground on this machine.")
            if request.content_type != "application/json":
                return _line(UNSUPPORTED, "Activities are JSON: Content-Type must be application/json.")
            activity, told = read_activity(await request.read())
            gate.agree(
                claims,
                service_url=activity.service_url,
                channel=activity.channel,
                tenant=activity.tenants.pop() if len(activity.tenants) == 1 else None,
            )
        except Unauthorized:
            answer = _line(UNAUTHORIZED, "This is not from the Bot Connector to this bot.")
            answer.headers["WWW-Authenticate"] = "Bearer"
            return answer
        except MetadataUnreachable:
            return _line(UNAVAILABLE, "Nobody can say now whether this is from the Bot Connector; try again.")
        except ShapeError as error:
            return _line(BAD, str(error))
        return await _answered(activity, told, answering)

    return [web.post(REQUEST_PATH, receive)]


async def _answered(activity: Activity, told: Object, answering: Answering) -> web.Response:
    try:
        answer = await answering(activity, told)
    except Exception:
        log.exception("teams.not_answered")
        return _line(UNAVAILABLE, "Engage could not answer this; try again.")
    if answer is None:
        return web.json_response({}) if activity.type == "invoke" else web.Response()
    return web.json_response(answer)


def _is_from_here(request: web.Request) -> bool:
    """Say whether a request was made on this machine, to it: no page's from elsewhere, and no proxy's."""
    is_forwarded = any(
        name.lower().startswith(("x-forwarded", "forwarded", "via")) for name in request.headers
    )
    return is_loopback(request.url.host or "") and not is_forwarded


def _authorization(request: web.Request) -> str | None:
    """Return what the request says of who it is from; several such lines are none."""
    lines = request.headers.getall("Authorization", [])
    return lines[0] if len(lines) == 1 else None


def _line(status: int, text: str) -> web.Response:
    return web.Response(status=status, text=f"{text}\n")
