"""The server lives, says whether it is ready, counts, and protects its pages."""

import socket

import aiohttp
import pytest
from aiohttp import web
from prometheus_client import CollectorRegistry, Counter

from adapters.web import AddressError, Web


async def echo(request):
    return web.Response(body=await request.read())


LARGEST_BODY = 1024


def server(*, ready=True, port=0, bind="127.0.0.1", metrics=None):
    return Web(
        bind=bind,
        port=port,
        routes=[web.post("/echo", echo)],
        ready=lambda: ready,
        metrics=metrics or CollectorRegistry(),
        largest_body=LARGEST_BODY,
    )


@pytest.fixture
async def http():
    async with aiohttp.ClientSession() as http:
        yield http


async def answer(http, running, path):
    async with http.get(f"{running.address}{path}") as response:
        return response.status, await response.text()


async def test_it_lives_also_when_it_is_not_ready(http):
    """Health is the process, readiness the store and the platforms."""
    running = server(ready=False)
    await running.start()
    assert await answer(http, running, "healthz") == (200, "ok\n")
    assert await answer(http, running, "readyz") == (503, "not ready\n")
    await running.stop()


async def test_it_shows_what_was_counted(http):
    """The metrics are those of the registry that it was given."""
    metrics = CollectorRegistry()
    Counter("engage_reminders", "Reminders sent", registry=metrics).inc(3)
    running = server(metrics=metrics)
    await running.start()
    assert await answer(http, running, "readyz") == (200, "ready\n")
    status, text = await answer(http, running, "metrics")
    assert (status, "engage_reminders_total 3.0" in text) == (200, True)
    await running.stop()


@pytest.mark.parametrize("path", ["healthz", "nowhere"])
async def test_every_answer_has_the_headers_that_protect(http, path):
    """No page elsewhere frames, sniffs or follows; no banner says what runs."""
    running = server()
    await running.start()
    async with http.get(f"{running.address}{path}") as response:
        headers = response.headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Server"] == "Engage"
    await running.stop()


async def test_a_body_beyond_the_limit_is_refused(http):
    """The largest body is taken, one byte more is not."""
    running = server()
    await running.start()
    for size, status in ((LARGEST_BODY, 200), (LARGEST_BODY + 1, 413)):
        async with http.post(f"{running.address}echo", data=b"a" * size) as response:
            assert response.status == status
    await running.stop()


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
async def test_a_body_that_is_not_packed_as_it_says_is_refused(http, encoding):
    """It is the sender's fault, and told so."""
    running = server()
    await running.start()
    try:
        headers = {"Content-Encoding": encoding, "Content-Type": "application/json"}
        async with http.post(f"{running.address}echo", data=b'{"a":1}', headers=headers) as response:
            assert response.status == 400
    finally:
        await running.stop()


async def test_a_port_in_use_is_one_clear_line():
    """The line names the port and says what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=rf"^127\.0\.0\.1, port {port}: another program"):
            await server(port=port).start()


@pytest.mark.parametrize(
    ("bind", "port", "problem"),
    [("192.0.2.1", 0, "does not have this address"), ("127.0.0.1", 70_000, "no such port")],
)
async def test_an_impossible_address_is_one_clear_line(bind, port, problem):
    """An address of another machine, and a port that does not exist."""
    with pytest.raises(AddressError, match=problem):
        await server(bind=bind, port=port).start()


async def test_its_port_is_free_after_it_stopped():
    """A restart finds the port free."""
    first = server()
    await first.start()
    port = first.port
    await first.stop()
    second = server(port=port)
    await second.start()
    assert second.address == f"http://127.0.0.1:{port}/"
    await second.stop()
