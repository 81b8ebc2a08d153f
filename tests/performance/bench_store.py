"""The embedded store beside its peers, all in one run on one disk.

    python -m tests.performance.bench_store [--quick] [--directory DIRECTORY]

Trust the ratios within a run, not the absolutes. "bare" writes and reads documents as they are; "port" goes
the whole way of the bot, domain values included, so it shows what encoding and decoding cost.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from bot.domain.people import Stakeholder
from bot.domain.promise import Promise
from bot.ports import PromiseQuery, Transaction
from storage.embedded.catalogue import COUNTERS, PROMISES
from storage.embedded.lines import batch_line, encode, journal_name
from storage.embedded.memory import Memory
from storage.embedded.opening import open_to_write
from storage.embedded.snapshot import pieces
from storage.embedded.store import EmbeddedStore
from storage.records import PROMISE, SCHEMA, Document
from tests.performance.store_peers import Figures, raw_append, sqlite_full, stock_tinydb, timed
from tests.support.store_samples import NOW, promise

DUE = 28
WRITERS = 64
ROOT = Path(__file__).parents[2]
FAR = date(2026, 12, 14)


def promises(count: int) -> list[Promise]:
    """Return promises of 300 owners to a thousand stakeholders; the first `DUE` have reminders soon."""
    models = [
        promise(
            1,
            owner=f"p{number % 300}",
            words=f"send the report of working group {number} to everybody who came",
            stakeholder=Stakeholder(name=f"Maria Chen {number}", organisation="OpenNorth"),
            team=("digital", "data", "policy")[number % 3],
            day=FAR + timedelta(days=number % 200),
        )
        for number in range(1_000)
    ]
    soon = promise(1, day=date(2026, 11, 2))
    return [
        replace(soon if number <= DUE else models[number % 1_000], number=number)
        for number in range(1, count + 1)
    ]


def lay_out(directory: Path, documents: Sequence[Document], *, with_snapshot: bool) -> None:
    """Write the files of a store that holds documents: a snapshot, or a journal of one line for each."""
    directory.mkdir()
    counter = {"schema": SCHEMA, "last": len(documents)}
    if with_snapshot:
        rows = {str(document["number"]): document for document in documents}
        tables = {COUNTERS: {"numbers": counter}, PROMISES: rows}
        (directory / "snapshot.json").write_bytes(b"".join(pieces(1, tables)))
        return
    changes = ([(PROMISES, str(document["number"]), document)] for document in documents)
    lines = (batch_line(n, [encode(change)]) for n, change in enumerate(changes, start=1))
    last = batch_line(len(documents) + 1, [encode([(COUNTERS, "numbers", counter)])])
    (directory / journal_name(1)).write_bytes(b"".join(lines) + last)


def restarted(directory: Path) -> tuple[float, float]:
    """Open a store in a process of its own; return seconds, and MiB that it then takes more than before."""
    command = [sys.executable, "-m", "tests.performance.bench_store", "--open", str(directory)]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    seconds, mebibytes = json.loads(printed.splitlines()[-1])
    return seconds, mebibytes


def open_once(directory: Path) -> None:
    """Be that process."""

    def resident() -> float:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    before, begin = resident(), perf_counter()
    store = open_to_write(directory)
    seconds = perf_counter() - begin
    sys.stdout.write(json.dumps([seconds, resident() - before]) + "\n")
    asyncio.run(store.close())


class Bench:
    """The measures of one store, opened at `directory` with `model` promises in it."""

    def __init__(self, directory: Path, model: Promise, repeats: int) -> None:
        self._store = open_to_write(directory)
        self._memory: Memory = self._store._memory
        self._model = model
        self._document = PROMISE.encode(model)
        self._repeats = repeats
        self._horizon: datetime = NOW + timedelta(days=35)

    def bare(self, _: Transaction) -> None:
        """Write a document that was encoded before."""
        document = dict(self._document)
        last = self._memory.document(COUNTERS, "numbers")
        number = last["last"] + 1 if last else 1
        self._memory.put(COUNTERS, "numbers", {"schema": SCHEMA, "last": number})
        self._memory.put(PROMISES, str(number), document)

    def port(self, tx: Transaction) -> None:
        """Take a number and save a promise, as the bot does."""
        tx.save_promise(replace(self._model, number=tx.next_number()))

    async def figures(self) -> Figures:
        """Measure everything that needs no restart."""
        found: Figures = {}
        for name, work in (("bare", self.bare), ("port", self.port)):
            found[f"insert, {name}"] = await self._each(work)
            found[f"commits/s, {name}"] = await self._together(work)
        found.update(self._reads())
        found["get, port, awaited"] = await self._each(lambda tx: tx.promise(5))
        await self._store.close()
        return found

    def _reads(self) -> Figures:
        tx = peek(self._store)
        table, horizon, reminders = (
            self._memory.table(PROMISES),
            self._horizon.timestamp(),
            self._memory.indexes.reminders,
        )
        many = self._repeats * 5
        found: Figures = {
            "get, bare": timed(lambda number: table.document(str(1 + number % 900)), many),
            "get, TinyDB's get": timed(lambda number: table.get(doc_id=str(1 + number % 900)), many),
            "get, port": timed(lambda number: tx.promise(1 + number % 900), many),
            "28 due, bare": timed(lambda _: [table.document(key) for key in reminders.until(horizon)], many),
            "28 due, port": timed(lambda _: tx.due_reminders(self._horizon, 100), self._repeats),
            "an owner's open": timed(lambda n: tx.promises(PromiseQuery(owner=f"p{n % 300}")), 50),
            "find in all text": timed(lambda _: tx.promises(PromiseQuery(text="group 77")), 3),
            "tally of a team": timed(lambda _: tx.tally("data", since=NOW, until=NOW, now=NOW), 3),
        }
        due = len(tx.due_reminders(self._horizon, 100))
        if due != DUE:
            raise AssertionError(f"{due} are due, not {DUE}")
        return found

    async def _each(self, work: Callable[[Transaction], object]) -> float:
        times = []
        for _ in range(self._repeats):
            begin = perf_counter()
            await self._store.transact(work)
            times.append(perf_counter() - begin)
        return median(times)

    async def _together(self, work: Callable[[Transaction], object]) -> float:
        async def writer() -> None:
            for _ in range(rounds):
                await self._store.transact(work)

        rounds = max(10, self._repeats // 8)
        begin = perf_counter()
        await asyncio.gather(*(writer() for _ in range(WRITERS)))
        return rounds * WRITERS / (perf_counter() - begin)


def peek(store: EmbeddedStore) -> Transaction:
    """Return a transaction to read with outside of `transact`, so that no event loop is timed."""
    taken: list[Transaction] = []
    store._run(taken.append)
    return taken[0]


def measure(size: int, directory: Path, *, quick: bool) -> Figures:
    """Measure everything at one size."""
    repeats = 100 if quick else 1_000
    values = promises(size)
    documents = [PROMISE.encode(value) for value in values]
    for name, with_snapshot in (("snapshot", True), ("journal", False)):
        lay_out(directory / name, documents, with_snapshot=with_snapshot)
    figures: Figures = {}
    line = batch_line(size, [encode([(COUNTERS, "numbers", {}), (PROMISES, "1", documents[-1])])])
    figures["bytes a line"] = len(line)
    restart = restarted(directory / "snapshot")
    from_journal, _ = restarted(directory / "journal")
    figures["raw append + fdatasync"] = raw_append(directory, line, repeats)
    figures.update(asyncio.run(Bench(directory / "snapshot", values[-1], repeats).figures()))
    figures["restart, snapshot"], figures["memory, MiB"] = restart
    figures["restart, journal alone"] = from_journal
    plain = [{**document, "due": 1e9 + document["number"]} for document in documents]
    figures.update(sqlite_full(directory, plain, 1e9 + DUE, repeats))
    stock_repeats = 3 if size > 10_000 or quick else 10
    figures.update(stock_tinydb(directory, plain, 1e9 + DUE, stock_repeats))
    return figures


def shown(name: str, value: float) -> str:
    """Return a figure with its unit."""
    if name.endswith("MiB"):
        return f"{value:,.0f} MiB"
    if "commits/s" in name:
        return f"{value:,.0f} /s"
    if name.startswith("bytes"):
        return f"{value:,.0f} B"
    for unit, factor in (("s", 1), ("ms", 1e3)):
        if value * factor >= 1:
            return f"{value * factor:,.2f} {unit}"
    return f"{value * 1e6:,.1f} µs"


def report(columns: dict[int, Figures]) -> str:
    """Return the table; inserts also as multiples of the raw append of the same column."""
    names = list(next(iter(columns.values())))
    lines = ["".join([f"{'promises':26}", *(f"{size:>22,}" for size in columns)])]
    for name in names:
        cells = []
        for figures in columns.values():
            ratio = figures[name] / figures["raw append + fdatasync"]
            times = f" ({ratio:,.1f}×)" if "insert" in name else ""
            cells.append(f"{shown(name, figures[name]) + times:>22}")
        lines.append(f"{name:26}" + "".join(cells))
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--quick", action="store_true", help="small sizes and few repeats")
    arguments.add_argument("--directory", type=Path, help="where to measure (default: the temporary one)")
    arguments.add_argument("--open", type=Path, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.open is not None:
        open_once(chosen.open)
        return
    columns = {}
    for size in (1_000, 10_000) if chosen.quick else (1_000, 10_000, 100_000):
        with tempfile.TemporaryDirectory(dir=chosen.directory, ignore_cleanup_errors=True) as directory:
            columns[size] = measure(size, Path(directory), quick=chosen.quick)
    sys.stdout.write(report(columns) + "\n(n×): times the raw append of the same column\n")


if __name__ == "__main__":
    main()
