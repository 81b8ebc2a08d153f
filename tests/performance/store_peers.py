"""What the store is measured against: a raw synced append, stock TinyDB, SQLite with synchronous=FULL.

Every function returns seconds for one operation, the median of several, or operations in a second.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

from tinydb import TinyDB, where

from storage.records import Kept

Figures = dict[str, float]


def timed(operation: Callable[[int], object], repeats: int) -> float:
    """Return the median time of an operation; it is told how often it ran."""
    times = []
    for number in range(repeats):
        begin = perf_counter()
        operation(number)
        times.append(perf_counter() - begin)
    return median(times)


def raw_append(directory: Path, line: bytes, repeats: int) -> float:
    """Return what one write and one fdatasync of a line cost: no store can be safe and faster."""
    descriptor = os.open(directory / "raw", os.O_CREAT | os.O_WRONLY | os.O_APPEND)

    def append(_: int) -> None:
        os.write(descriptor, line)
        os.fdatasync(descriptor)

    try:
        return timed(append, repeats)
    finally:
        os.close(descriptor)


def stock_tinydb(directory: Path, documents: Sequence[Kept], until: float, repeats: int) -> Figures:
    """Measure TinyDB's own JSONStorage, which also syncs nothing."""
    with TinyDB(directory / "stock.json") as database:
        table = database.table("promises")
        table.insert_multiple(documents)
        return {
            "stock TinyDB insert": timed(lambda _: table.insert(documents[0]), repeats),
            "stock TinyDB get": timed(lambda number: table.get(doc_id=1 + number), repeats),
            "stock TinyDB due": timed(
                lambda number: table.search((where("due") <= until) & (where("due") >= number)), repeats
            ),
        }


def sqlite_full(directory: Path, documents: Sequence[Kept], until: float, repeats: int) -> Figures:
    """Measure SQLite with a write-ahead log and synchronous=FULL, one commit for each insert."""
    database = sqlite3.connect(directory / "full.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE promises (id INTEGER PRIMARY KEY, due REAL, document TEXT)")
    database.execute("CREATE INDEX due ON promises (due)")
    rows = ((document["due"], json.dumps(document)) for document in documents)
    database.execute("BEGIN")
    database.executemany("INSERT INTO promises (due, document) VALUES (?, ?)", rows)
    database.execute("COMMIT")
    insert = "INSERT INTO promises (due, document) VALUES (?, ?)"

    def one(_: int) -> None:
        database.execute(insert, (1e12, json.dumps(documents[0])))

    def due(_: int) -> list[object]:
        found = database.execute("SELECT document FROM promises WHERE due <= ? ORDER BY due", (until,))
        return [json.loads(text) for (text,) in found]

    def get(number: int) -> object:
        found = database.execute("SELECT document FROM promises WHERE id = ?", (number + 1,))
        return json.loads(found.fetchone()[0])

    figures = {"SQLite FULL insert": timed(one, repeats)}
    begin = perf_counter()
    for number in range(repeats):
        one(number)
    figures["SQLite FULL commits/s"] = repeats / (perf_counter() - begin)
    figures["SQLite FULL get"] = timed(get, repeats)
    figures["SQLite FULL due"] = timed(due, repeats)
    database.close()
    return figures
