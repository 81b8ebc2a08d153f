"""The one HTTP server: the routes of the adapters, health, readiness, metrics."""

import errno
from collections.abc import Callable, Iterable, Sequence

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest

from bot.errors import EngageError

_STOP_WITHIN = 2.0
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


class AddressError(EngageError):
    """The server cannot listen at this address."""


class Web:
    """Serves `routes` at `bind`:`port` (0: any free port), each request passing the `guards` first.

    A body of more than `largest_body` bytes is answered with 413.

    `/healthz` says that the process lives, `/readyz` what `ready` says, `/metrics` what `metrics` counted.
    """

    def __init__(
        self,
        *,
        bind: str,
        port: int,
        routes: Iterable[web.AbstractRouteDef],
        ready: Callable[[], bool],
        metrics: CollectorRegistry,
        largest_body: int,
        guards: Sequence[Middleware] = (),
    ) -> None:
        self._bind = bind
        self._port = port
        self._ready = ready
        self._metrics = metrics
        app = web.Application(client_max_size=largest_body, middlewares=[_readable, *guards])
        app.on_response_prepare.append(_add_headers)
        app.router.add_get("/healthz", self._healthz)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", self._show_metrics)
        app.router.add_routes(routes)
        self._app = app
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=_STOP_WITHIN)

    def add_routes(self, routes: Iterable[web.AbstractRouteDef]) -> None:
        """Serve these as well; to be called before `start`."""
        self._app.router.add_routes(routes)

    async def start(self) -> None:
        """Listen. Raises `AddressError` with one line that says what is wrong and what to do."""
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._bind, self._port).start()
        except (OSError, OverflowError) as error:
            await self._runner.cleanup()
            raise AddressError(self._problem(error)) from error

    async def stop(self) -> None:
        """Take no more requests, let those that were begun finish for some seconds, and let go of the port."""
        await self._runner.cleanup()

    @property
    def port(self) -> int:
        """The port that is listened at, once started."""
        addresses = self._runner.addresses
        return int(addresses[0][1]) if addresses else self._port

    @property
    def address(self) -> str:
        """Where a browser finds the page."""
        host = f"[{self._bind}]" if ":" in self._bind else self._bind
        return f"http://{host}:{self.port}/"

    async def _healthz(self, _request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _readyz(self, _request: web.Request) -> web.Response:
        return web.Response(text="ready\n") if self._ready() else web.Response(status=503, text="not ready\n")

    async def _show_metrics(self, _request: web.Request) -> web.Response:
        return web.Response(
            body=generate_latest(self._metrics), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    def _problem(self, error: OSError | OverflowError) -> str:
        where = f"{self._bind}, port {self._port}"
        if isinstance(error, OverflowError):
            return f"{where}: there is no such port; choose one from 1024 to 65535."
        if error.errno == errno.EADDRINUSE:
            return f"{where}: another program listens there; stop it, or choose another port."
        if error.errno == errno.EACCES:
            return f"{where}: not allowed; choose a port from 1024 to 65535."
        if error.errno == errno.EADDRNOTAVAIL:
            return f"{where}: this machine does not have this address."
        return f"{where}: cannot be listened at ({error.strerror})."


@web.middleware
async def _readable(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer 400 to a body that is not packed as its request says."""
    try:
        return await handler(request)
    except web.RequestPayloadError:
        return web.Response(status=400, text="The body cannot be read: it is not encoded as it says.\n")


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers["Server"] = "Engage"
