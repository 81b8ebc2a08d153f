"""The playground answers this machine's own page, and nobody else."""

import asyncio

import pytest

from adapters.playground.guard import refuse_unless_loopback
from bot.errors import ConfigError
from tests.support.playground_server import served_playground


@pytest.fixture
async def served(tmp_path):
    async with served_playground(tmp_path / "chat.jsonl") as served:
        yield served


async def status(served, method="GET", path="/api/state", *, host=None, headers=()):
    """Ask with exactly these headers; no client adds its own."""
    port = served.web.port
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: {host or f'127.0.0.1:{port}'}",
        "Connection: close",
        *headers,
    ]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    answer = (await reader.read()).decode()
    writer.close()
    await writer.wait_closed()
    return int(answer.split()[1]), answer


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
async def test_its_own_names_are_answered(served, name):
    """Each name of this machine, with the port."""
    assert (await status(served, host=f"{name}:{served.web.port}"))[0] == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:{port}", "{ip}:{port}"]
)
async def test_another_host_is_refused(served, host):
    """A name that was made to point here (DNS rebinding) is not this machine's."""
    host = host.format(port=served.web.port, ip="192.0.2.1")
    code, answer = await status(served, host=host)
    assert code == 403
    assert answer.endswith("only.\n")


@pytest.mark.parametrize(
    "path", ["/", "/static/js/main.js", "/api/events", "/healthz", "/metrics", "/nowhere"]
)
async def test_every_page_is_guarded(served, path):
    """Nothing is served to another host."""
    assert (await status(served, path=path, host="evil.example"))[0] == 403


@pytest.mark.parametrize(
    "header",
    [
        "Forwarded: for=192.0.2.1",
        "X-Forwarded-For: 192.0.2.1",
        "x-forwarded-host: localhost",
        "X-Forwarded-Proto: https",
        "X-Real-IP: 192.0.2.1",
        "Via: 1.1 proxy",
    ],
)
async def test_a_forwarded_request_is_refused(served, header):
    """Behind a proxy, others could be anybody."""
    assert (await status(served, headers=[header]))[0] == 403


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Origin: http://127.0.0.1:{port}", 400),
        ("Origin: http://localhost:{port}", 403),
        ("Origin: https://127.0.0.1:{port}", 403),
        ("Origin: http://127.0.0.1:1", 403),
        ("Origin: http://evil.example", 403),
        ("Origin: null", 403),
        ("Origin: http://[", 403),
        ("Sec-Fetch-Site: cross-site", 403),
        ("Sec-Fetch-Site: same-site", 403),
        ("Sec-Fetch-Site: same-origin", 400),
    ],
)
async def test_another_sites_page_says_nothing_here(served, header, expected):
    """A post from elsewhere is refused; from the page itself it is read (and here found empty)."""
    headers = [header.format(port=served.web.port), "Content-Length: 0"]
    assert (await status(served, "POST", "/api/say", headers=headers))[0] == expected


@pytest.mark.parametrize("bind", ["127.0.0.1", "::1", "localhost"])
def test_this_machine_is_a_fine_address(bind):
    """Loopback is served."""
    refuse_unless_loopback(bind)


@pytest.mark.parametrize("bind", ["0.0.0.0", "::", "", "192.0.2.1", "example.org", "127.0.0.1.example.org"])
def test_other_addresses_are_refused_in_one_line(bind):
    """What others could reach is refused, with what to use instead."""
    with pytest.raises(ConfigError, match=r"^bind address: .*use 127\.0\.0\.1"):
        refuse_unless_loopback(bind)
