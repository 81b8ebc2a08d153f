"""Only this machine, only this page: the playground lets anybody be anybody.

A bind address that others could reach is refused before anything is served. A request is refused if it
names another host (DNS rebinding), was forwarded by a proxy, or comes from another site's page.
"""

from collections.abc import Awaitable, Callable

from aiohttp import web

from bot.errors import ConfigError, Fault

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_FORWARDED = ("Forwarded", "Via")
_READS = ("GET", "HEAD")

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def refuse_unless_loopback(bind: str) -> None:
    """Raise `ConfigError` with one line unless `bind` is an address of this machine alone."""
    if bind not in LOOPBACK:
        problem = (
            f"the playground lets anybody be anybody, so it is served to this machine only: "
            f"use 127.0.0.1 instead of {bind!r}"
        )
        raise ConfigError([Fault(where="bind address", line=None, problem=problem)])


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer 403 and one line to what does not come from this machine's own page."""
    problem = why_not(request)
    if problem is None:
        return await handler(request)
    return web.Response(status=403, text=f"Refused: {problem}\n")


def why_not(request: web.Request) -> str | None:
    """Return why a request is refused, or None."""
    hosts = _own_hosts(request)
    if request.headers.getall("Host", []) not in ([host] for host in hosts):
        return f"the playground answers at {hosts[0]} only."
    if any(name in request.headers for name in _FORWARDED) or any(
        name.lower().startswith(("x-forwarded", "x-real-ip")) for name in request.headers
    ):
        return "the playground takes no forwarded request; open it on the machine that runs it."
    if request.method not in _READS and not _same_origin(request):
        return "this request comes from another site's page."
    return None


def _own_hosts(request: web.Request) -> list[str]:
    """Return what `Host` may say: the address that was connected to, then other names of this machine."""
    sockname = request.transport.get_extra_info("sockname") if request.transport else None
    port = sockname[1] if isinstance(sockname, tuple) else 0
    names = ["127.0.0.1", "localhost", "[::1]"]
    if isinstance(sockname, tuple) and ":" in sockname[0]:
        names.reverse()
    return [f"{name}:{port}" for name in names] + (names if port == 80 else [])  # noqa: PLR2004 - HTTP's


def _same_origin(request: web.Request) -> bool:
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return False
    return request.headers.get("Origin") in {None, f"http://{request.headers['Host']}"}
