"""How soon a press in Teams is answered: Engage, which keeps it, beside Microsoft's echo bot, which does not.

    python -m tests.performance.bench_teams [--quick] [--directory DIRECTORY]

Trust the ratios within a run, not the absolutes. Engage runs as it does in production, with 10,000 promises
in its store; each press closes a promise or opens it again, and its answer says so, which it only does once
that is on the disk. Beside it the message that was pressed on is edited, as fast as Teams allows. After the
last round the process is killed, and every promise must stand on the disk as its last answer said.

Requests carry tokens that are signed as the Bot Connector signs, and both bots check them. The echo bot is
asked for what it can do: to answer a message, with a message of its own, and to take a press without an
answer; for an answer with a card its adapter gives an error (500).
"""

import argparse
import asyncio
import re
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, closing
from pathlib import Path

from bot.domain.promise import Stage
from tests.peers.teams import bot_connector
from tests.performance.bench_slack import ENGAGE as RECORDED
from tests.performance.bench_slack import RAW, TOGETHER, RawAppends, Server, Size, Times, report
from tests.performance.slack_client import Answered
from tests.performance.teams_peers import running
from tests.performance.teams_store import BLOCK, Member, pressing, saying, seed, stages

PEOPLE = 200
SIZE = Size(rounds=7, each=100)
QUICK = Size(promises=1_000, rounds=3, each=60)

DONE = re.compile(rb'"fallbackText": ?"Promise (\d+) (is closed: kept|is open again)')
SAID = "Echo bot: a message answered with a message"
TAKEN = "Echo bot: a press acknowledged"


class Pressed:
    """How promises stand as Engage said, and how often it changed them."""

    def __init__(self) -> None:
        self.stands: dict[int, tuple[Stage, int]] = {}

    def check(self, answer: Answered) -> None:
        """Take in an answer. Raises `AssertionError` for any that does not say that something was changed."""
        found = DONE.search(answer.body)
        if answer.status != 200 or found is None:
            raise AssertionError(f"Engage answered {answer.status}: {answer.body[:500]!r}")
        number, is_closed = int(found[1]), b"closed" in found[2]
        before, version = self.stands.get(number, (Stage.OPEN, 1))
        if (before is Stage.OPEN) != is_closed:
            raise AssertionError(f"Promise {number} was {before} already")
        self.stands[number] = Stage.CLOSED if is_closed else Stage.OPEN, version + 1


def check_echo(answer: Answered) -> None:
    """Raise `AssertionError` unless the echo bot did what it is made for."""
    if answer.status not in {200, 201} or answer.body not in {b"", b"null"}:
        raise AssertionError(f"The echo bot answered {answer.status}: {answer.body[:300]!r}")


def compare(directory: Path, size: Size) -> Mapping[str, Times]:
    """Run everything at once, and measure it in turns. Raises `AssertionError` if anything was lost."""
    pressed, house = Pressed(), directory / "engage"
    house.mkdir()
    (house / "app.yaml").write_text("organisation: Riverside\n")
    url = f"tinydb://{house / 'data'}"
    members = [Member(number=number) for number in range(PEOPLE)]
    asyncio.run(seed(url, members, size.promises))
    with bot_connector() as service, ExitStack() as ending:
        keys = service.metadata_url
        service_url = ending.enter_context(running("connector", directory / "connector", keys))
        token = service.authorize(service_url)["Authorization"]
        engage = ending.enter_context(running("engage", house, keys))
        echo = ending.enter_context(running("echo", directory / "echo", keys))
        press = pressing(members, service_url, token, size.promises)
        servers = {
            RECORDED: Server(engage, press, pressed.check),
            SAID: Server(echo, saying(members, service_url, token), check_echo),
            TAKEN: Server(echo, pressing(members, service_url, token, size.promises), check_echo),
        }
        raw = ending.enter_context(closing(RawAppends(directory)))
        for server in servers.values():
            ending.enter_context(closing(server))
            server.warm_up(BLOCK)
        raw.warm_up(house / "data", BLOCK)
        for _ in range(size.rounds):
            for each in (*servers.values(), raw):
                each.measure(size.each)
    _require(pressed.stands, asyncio.run(stages(url)), size.promises)
    return {**{name: server.times for name, server in servers.items()}, RAW: raw.times}


def _require(told: Mapping[int, object], found: Mapping[int, object], promises: int) -> None:
    """Raise `AssertionError` unless each promise stands as it was said to."""
    wrong = {number: found.get(number) for number, stands in told.items() if found.get(number) != stands}
    if wrong or len(found) != promises:
        raise AssertionError(
            f"{len(found)} promises are kept; not as was said: {dict(list(wrong.items())[:9])}"
        )


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--quick", action="store_true", help="few promises and few rounds")
    arguments.add_argument("--directory", type=Path, help="where to measure (default: the temporary one)")
    chosen = arguments.parse_args()
    size = QUICK if chosen.quick else SIZE
    with tempfile.TemporaryDirectory(dir=chosen.directory, ignore_cleanup_errors=True) as directory:
        found = compare(Path(directory), size)
    requests = size.rounds * size.each
    sys.stdout.write(
        f"A press in Teams over HTTP, {requests:,} requests in {size.rounds} rounds by turns, and as many "
        f"through {TOGETHER} connections; {size.promises:,} promises before the first.\n\n{report(found)}\n\n"
        "n×: what Engage takes, as a multiple of this row. Each promise stood on the disk as its last answer "
        "said, after the process was killed. The echo bot keeps nothing.\n"
    )


if __name__ == "__main__":
    main()
