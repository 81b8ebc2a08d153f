"""Files that are damaged: torn ends are mended and kept aside, all else is refused with its place."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.errors import StoreDamagedError, StoreError
from storage.embedded.lines import batch_line, encode
from storage.embedded.opening import open_to_read, open_to_write
from tests.support.store_samples import HOUR, NOW

BATCHES = 6
MANY = 10_000  # long before, a compaction is done


async def filled(directory: Path) -> None:
    """Make a store in which mark n was set by batch n."""
    store = open_to_write(directory)
    for n in range(1, BATCHES + 1):
        await store.transact(lambda tx, n=n: tx.set_mark(f"mark:{n}", NOW + n * HOUR))
    await store.close()


async def compacted(directory: Path) -> Path:
    """Make a store with a snapshot, and return that."""
    store = open_to_write(directory, compact_above=500)
    snapshot = directory / "snapshot.json"
    written = 0
    while not snapshot.exists() and written < MANY:
        written += 1
        await store.transact(lambda tx, n=written: tx.set_mark(f"mark:{n % BATCHES}", NOW + n * HOUR))
    await store.close()
    return snapshot


async def marks(directory: Path) -> list[int]:
    """Return which marks are there."""
    store = open_to_write(directory)
    try:
        return await store.transact(lambda tx: [n for n in range(1, BATCHES + 2) if tx.mark(f"mark:{n}")])
    finally:
        await store.close()


def refused(directory: Path) -> StoreDamagedError:
    """Return how the store is refused, to writers and readers alike, with nothing changed."""
    before = {path: path.read_bytes() for path in directory.iterdir() if path.name != "LOCK"}
    with pytest.raises(StoreDamagedError) as to_read:
        open_to_read(directory)
    with pytest.raises(StoreDamagedError) as to_write:
        open_to_write(directory)
    assert str(to_read.value) == str(to_write.value)
    assert "\n" not in str(to_write.value)
    assert {path: path.read_bytes() for path in directory.iterdir() if path.name != "LOCK"} == before
    return to_write.value


def changed(path: Path, change: Callable[[list[bytes]], None]) -> list[bytes]:
    """Change the lines of a file, and return those that it had."""
    lines = path.read_bytes().splitlines(keepends=True)
    after = list(lines)
    change(after)
    path.write_bytes(b"".join(after))
    return lines


def flip(line: bytes) -> bytes:
    """Return a line with another letter in its middle."""
    middle = len(line) // 2
    return line[:middle] + bytes([line[middle] ^ 1]) + line[middle + 1 :]


@pytest.mark.parametrize(
    "tail", [b"", b'{"n":6,"tx"', b"\0" * 300, b"\n\n", b'{"n":6}\n{"n":7', b"\xff\xfe\n"]
)
async def test_a_torn_end_is_cut_off_reported_and_kept_beside(tmp_path, tail):
    """Whatever a crash left after the last good line, byte for byte."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    good = journal.read_bytes()
    journal.write_bytes(good + tail)
    with capture_logs() as logs:
        assert await marks(tmp_path) == [1, 2, 3, 4, 5, 6]
    assert journal.read_bytes() == good
    kept = list(tmp_path.glob("*.torn-*"))
    assert [path.read_bytes() for path in kept] == ([tail] if tail else [])
    assert [log["byte"] for log in logs if log["event"] == "torn_tail_kept"] == ([len(good)] if tail else [])


async def test_a_last_line_without_its_end_is_torn_wherever_it_was_cut(tmp_path):
    """Every length of the last line, from one byte to all but the line end."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    good = journal.read_bytes()
    *_, last = good.splitlines(keepends=True)
    for length in range(1, len(last)):
        journal.write_bytes(good[: len(good) - len(last) + length])
        assert await marks(tmp_path) == [1, 2, 3, 4, 5]
        assert journal.read_bytes() == good[: -len(last)]
    assert len(list(tmp_path.glob("*.torn-*"))) == len(last) - 1


async def test_the_store_goes_on_after_a_torn_end(tmp_path):
    """What is written afterwards is there when it is opened the next time."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    journal.write_bytes(journal.read_bytes() + b"half")
    store = open_to_write(tmp_path)
    await store.transact(lambda tx: tx.set_mark("mark:7", NOW))
    await store.close()
    assert await marks(tmp_path) == [1, 2, 3, 4, 5, 6, 7]


async def test_a_reader_overlooks_a_line_that_is_being_written(tmp_path):
    """It neither reports nor mends: the line belongs to the process that writes."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"n":7,"tx"')
    before = journal.read_bytes()
    with capture_logs() as logs:
        look = open_to_read(tmp_path)
    assert await look.transact(lambda tx: tx.mark("mark:6"))
    assert journal.read_bytes() == before
    assert logs == []


async def test_a_bad_line_before_a_good_one_is_refused_with_its_place(tmp_path):
    """The third line of six."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    lines = changed(journal, lambda lines: lines.__setitem__(2, flip(lines[2])))
    error = refused(tmp_path)
    assert (error.file, error.line, error.byte) == (journal, 3, len(lines[0]) + len(lines[1]))


async def test_a_missing_line_is_refused_with_its_place(tmp_path):
    """The numbers of batches leave no gap."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    lines = changed(journal, lambda lines: lines.pop(3))
    error = refused(tmp_path)
    assert (error.line, error.byte) == (4, sum(map(len, lines[:3])))
    assert "batch 4 is missing" in str(error)


async def test_a_missing_journal_is_refused(tmp_path):
    """Its successor begins too late."""
    await filled(tmp_path)
    (tmp_path / "journal-1.jsonl").rename(tmp_path / "elsewhere")
    (tmp_path / "journal-7.jsonl").write_bytes(batch_line(7, [encode([])]))
    error = refused(tmp_path)
    assert (error.file.name, error.line, error.byte) == ("journal-7.jsonl", 1, 0)


async def test_a_torn_journal_that_is_not_the_last_is_refused(tmp_path):
    """A new journal begins only when the one before it is whole."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    lines = changed(journal, lambda lines: lines.__setitem__(-1, lines[-1][:-9]))
    (tmp_path / "journal-7.jsonl").touch()
    error = refused(tmp_path)
    assert (error.file, error.line, error.byte) == (journal, 6, sum(map(len, lines[:5])))


async def test_an_unknown_format_is_refused(tmp_path):
    """A newer Engage wrote it."""
    snapshot = await compacted(tmp_path)
    changed(snapshot, lambda lines: lines.__setitem__(0, lines[0].replace(b'"format":1', b'"format":2')))
    error = refused(tmp_path)
    assert (error.file, error.line, error.byte) == (snapshot, 1, 0)
    assert "format 2" in str(error)


async def test_a_snapshot_whose_text_changed_is_refused_at_its_checksum(tmp_path):
    """It is still JSON; only the checksum tells."""
    snapshot = await compacted(tmp_path)
    whole = snapshot.read_bytes()
    snapshot.write_bytes(whole.replace(b"mark:1", b"mark:9", 1))
    error = refused(tmp_path)
    lines = whole.splitlines(keepends=True)
    assert (error.line, error.byte) == (len(lines), len(whole) - len(lines[-1]))


async def test_a_snapshot_is_refused_wherever_it_is_damaged(tmp_path):
    """Cut after any line, or with any line broken, it says where; line and byte agree."""
    snapshot = await compacted(tmp_path)
    lines = snapshot.read_bytes().splitlines(keepends=True)
    for number in range(len(lines)):
        broken = [*lines[:number], b"#" + lines[number][1:], *lines[number + 1 :]]
        for content, line in ((lines[:number], number + 1), (broken, number + 1)):
            snapshot.write_bytes(b"".join(content))
            error = refused(tmp_path)
            assert error.file == snapshot
            assert error.line == max(1, line)
            assert error.byte == sum(map(len, lines[: error.line - 1]))


async def test_a_document_of_an_unknown_schema_is_refused(tmp_path):
    """It says which document, and what this Engage reads."""
    document = {"schema": 9, "at": NOW.isoformat()}
    line = batch_line(1, [encode([["marks", "m", document]])])
    assert json.loads(line)["n"] == 1
    (tmp_path / "journal-1.jsonl").write_bytes(line)
    with pytest.raises(StoreError, match="marks m was written with schema 9"):
        open_to_write(tmp_path)
