"""How soon a slash command is answered: Engage, which keeps it, beside Bolt apps that only acknowledge it.

    python -m tests.performance.bench_slack [--quick] [--directory DIRECTORY]

Trust the ratios within a run, not the absolutes. Engage runs as it does in production, with 10,000 promises
in its store; each answer says that a promise was recorded, which it only is once it is on the disk. After
the last round the process is killed, and the store must hold every promise that was answered.

The ten milliseconds of Bolt as it is by default are no work: it looks every ten milliseconds whether the
listener has acknowledged (`slack_bolt.listener.asyncio_runner`). `process_before_response` does without.
"""

import argparse
import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from tests.peers.slack import slack_peer
from tests.performance.slack_client import Answered, Connections, Driven
from tests.performance.slack_peers import ACKNOWLEDGED, bolt, engage
from tests.performance.slack_store import commands, kept, seed

PEOPLE = 200
TOGETHER = 16

RECORDED = re.compile(rb"Promise (\d+) recorded: Maria Chen")
ENGAGE = "Engage: recorded, on the disk"
BOLT = "Bolt: acknowledged"
BOLT_BEFORE = "Bolt, process_before_response: acknowledged"
RAW = "raw append + fdatasync"


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much is measured: so many rounds, in each of them so many requests to every server, twice."""

    promises: int = 10_000
    rounds: int = 20
    each: int = 200


@dataclass(kw_only=True)
class Times:
    """Seconds that each operation took, one after the other; and operations and seconds, many at once."""

    alone: list[float] = field(default_factory=list)
    together: int = 0
    seconds: float = 0.0

    def add(self, alone: Driven, together: Driven) -> None:
        """Take in a round."""
        self.alone += [answer.seconds for answer in alone.answers]
        self.together += len(together.answers)
        self.seconds += together.seconds

    @property
    def median(self) -> float:
        """Half of the operations were as fast as this."""
        return median(self.alone)

    @property
    def p99(self) -> float:
        """All but one in a hundred were."""
        return quantiles(self.alone, n=100)[-1]


class Server:
    """One of those that are measured."""

    def __init__(self, address: str, request: Callable[[], bytes], check: Callable[[Answered], None]) -> None:
        self.times = Times()
        self._one = Connections(address, 1)
        self._many = Connections(address, TOGETHER)
        self._request = request
        self._check = check

    def warm_up(self, requests: int) -> None:
        """Let caches fill; it is not counted."""
        self._drive(self._many, requests)
        self._drive(self._one, requests)

    def measure(self, requests: int) -> None:
        """Do one round: one request after the other, then many at once."""
        self.times.add(self._drive(self._one, requests), self._drive(self._many, requests))

    def close(self) -> None:
        """Let the connections go."""
        self._one.close()
        self._many.close()

    def _drive(self, connections: Connections, requests: int) -> Driven:
        driven = connections.drive([self._request() for _ in range(requests)])
        for answer in driven.answers:
            self._check(answer)
        return driven


class Recorded:
    """The promises that Engage said it recorded."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()

    def check(self, answer: Answered) -> None:
        """Take in an answer. Raises `AssertionError` for any other, and for a number that was given before."""
        found = RECORDED.search(answer.body)
        if answer.status != 200 or found is None or int(found[1]) in self.numbers:
            raise AssertionError(f"Engage answered {answer.status}: {answer.body[:300]!r}")
        self.numbers.add(int(found[1]))


def check_acknowledged(answer: Answered) -> None:
    """Raise `AssertionError` unless a bare Bolt app did what it is made for."""
    if answer.status != 200 or answer.body != ACKNOWLEDGED.encode():
        raise AssertionError(f"Bolt answered {answer.status}: {answer.body[:300]!r}")


class RawAppends:
    """What the disk takes for one line of Engage's journal: nothing that is durable can be faster."""

    def __init__(self, directory: Path) -> None:
        self.times = Times()
        self._line = b""
        self._descriptor = os.open(directory / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def warm_up(self, journals: Path, appends: int) -> None:
        """Take the last line that Engage wrote, which is one promise with its answer, and begin with it."""
        newest = max(journals.glob("journal-*"), key=lambda path: path.stat().st_mtime_ns)
        self._line = newest.read_bytes().splitlines(keepends=True)[-1]
        for _ in range(appends):
            self._append()

    def measure(self, appends: int) -> None:
        """Do one round."""
        self.times.alone += [self._append() for _ in range(appends)]

    def close(self) -> None:
        """Close the file."""
        os.close(self._descriptor)

    def _append(self) -> float:
        begin = perf_counter()
        os.write(self._descriptor, self._line)
        os.fdatasync(self._descriptor)
        return perf_counter() - begin


def compare(directory: Path, size: Size) -> Mapping[str, Times]:
    """Run everything at once, and measure it in turns. Raises `AssertionError` if anything was lost."""
    recorded, house = Recorded(), directory / "engage"
    house.mkdir()
    (house / "app.yaml").write_text("organisation: Riverside\n")
    url = f"tinydb://{house / 'data'}"
    with slack_peer() as slack, ExitStack() as ending:
        for number in range(PEOPLE):
            slack.add_user(name=f"ana{number}", real_name=f"Ana Reyes {number}")
        members = [slack.member(f"ana{number}") for number in range(PEOPLE)]
        asyncio.run(seed(url, members, size.promises))
        ask = commands(members, slack.channel(slack.channel_id("engagement")))
        servers = {
            ENGAGE: Server(ending.enter_context(engage(house, slack)), ask, recorded.check),
            BOLT: Server(
                ending.enter_context(bolt(directory / "bolt", slack, before=False)), ask, check_acknowledged
            ),
            BOLT_BEFORE: Server(
                ending.enter_context(bolt(directory / "before", slack, before=True)), ask, check_acknowledged
            ),
        }
        raw = ending.enter_context(closing(RawAppends(directory)))
        for server in servers.values():
            ending.enter_context(closing(server))
            server.warm_up(PEOPLE)
        raw.warm_up(house / "data", PEOPLE)
        for _ in range(size.rounds):
            for each in (*servers.values(), raw):
                each.measure(size.each)
    found = asyncio.run(kept(url))
    if recorded.numbers - found or len(found) != size.promises + len(recorded.numbers):
        raise AssertionError(f"{len(recorded.numbers)} were recorded, and {len(found)} are kept")
    return {**{name: server.times for name, server in servers.items()}, RAW: raw.times}


def report(found: Mapping[str, Times]) -> str:
    """Return the table; behind each time, how many of it Engage took."""
    ours = found[ENGAGE]
    rows = [
        ["", "median", "Engage", "p99", "Engage", f"{TOGETHER} connections"],
        ["---", "---:", "---:", "---:", "---:", "---:"],
    ]
    for name, times in found.items():
        rate = f"{times.together / times.seconds:,.0f} /s" if times.together else ""
        medians = [f"{times.median * 1e3:.2f} ms", f"{ours.median / times.median:.2f}×"]
        p99s = [f"{times.p99 * 1e3:.2f} ms", f"{ours.p99 / times.p99:.2f}×"]
        rows.append([name, *medians, *p99s, rate])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--quick", action="store_true", help="few promises and few rounds")
    arguments.add_argument("--directory", type=Path, help="where to measure (default: the temporary one)")
    chosen = arguments.parse_args()
    size = Size(promises=1_000, rounds=3, each=100) if chosen.quick else Size()
    with tempfile.TemporaryDirectory(dir=chosen.directory, ignore_cleanup_errors=True) as directory:
        found = compare(Path(directory), size)
    requests = size.rounds * size.each
    sys.stdout.write(
        f"A slash command over HTTP, {requests:,} requests in {size.rounds} rounds by turns; "
        f"{size.promises:,} promises before the first.\n\n{report(found)}\n\n"
        "n×: what Engage takes, as a multiple of this row. Each promise that was answered was found on the "
        "disk after the process was killed. Bolt looks for an acknowledgement every 10 ms, but for "
        "process_before_response.\n"
    )


if __name__ == "__main__":
    main()
