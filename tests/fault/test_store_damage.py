"""Journals that are damaged: torn ends are mended and kept aside, all else is refused with its place."""

import pytest
from structlog.testing import capture_logs

from storage.embedded.lines import batch_line, encode
from storage.embedded.opening import open_to_read, open_to_write
from tests.support.store_files import changed, compacted, filled, flip, marks, refused
from tests.support.store_samples import NOW


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


@pytest.mark.parametrize("first", [0, 4])
async def test_whole_lines_that_are_damaged_at_the_end_are_no_torn_end(tmp_path, first):
    """A crash leaves one write undone, not several: nobody begins anew where all, or the last two, are bad."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    lines = changed(journal, lambda lines: lines.__setitem__(slice(first, None), map(flip, lines[first:])))
    before = journal.read_bytes()
    error = refused(tmp_path)
    assert (error.file, error.line, error.byte) == (journal, first + 1, sum(map(len, lines[:first])))
    assert journal.read_bytes() == before


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


@pytest.mark.parametrize("again", [0, 4])
async def test_a_batch_that_comes_twice_is_refused_with_its_place(tmp_path, again):
    """Two processes wrote, or a file was put together by hand: which of the two holds, nobody knows."""
    await filled(tmp_path)
    journal = tmp_path / "journal-1.jsonl"
    lines = changed(journal, lambda lines: lines.insert(5, lines[again]))
    error = refused(tmp_path)
    assert (error.file, error.line, error.byte) == (journal, 6, sum(map(len, lines[:5])))
    assert f"batch {again + 1} comes twice" in str(error)


async def test_a_batch_that_two_journals_have_is_refused(tmp_path):
    """The second journal begins where the first one ended, not before."""
    await filled(tmp_path)
    last = (tmp_path / "journal-1.jsonl").read_bytes().splitlines(keepends=True)[-1]
    (tmp_path / "journal-6.jsonl").write_bytes(last)
    error = refused(tmp_path)
    assert (error.file.name, error.line, error.byte) == ("journal-6.jsonl", 1, 0)
    assert "batch 6 comes twice" in str(error)


async def test_batches_that_the_snapshot_holds_are_passed_over(tmp_path):
    """A crash left the journal that the snapshot replaced; nothing follows it yet."""
    await compacted(tmp_path)
    journals = sorted(tmp_path.glob("journal-*"), key=lambda path: int(path.stem.split("-")[1]))
    for journal in journals:
        journal.unlink()
    held = [batch_line(n, [encode([])]) for n in (1, 2)]
    (tmp_path / "journal-1.jsonl").write_bytes(b"".join(held))
    kept = await marks(tmp_path)
    store = open_to_write(tmp_path)
    await store.transact(lambda tx: tx.set_mark("mark:7", NOW))
    await store.close()
    assert await marks(tmp_path) == sorted({*kept, 7})


@pytest.mark.parametrize("content", [b"", b"half a line", batch_line(7, [encode([])])])
async def test_a_journal_whose_name_says_that_a_batch_is_missing_is_refused(tmp_path, content):
    """It was made when batch 6 was on the disk, and batch 6 is nowhere: not even an empty one is believed."""
    await filled(tmp_path)
    changed(tmp_path / "journal-1.jsonl", lambda lines: lines.pop())
    (tmp_path / "journal-7.jsonl").write_bytes(content)
    error = refused(tmp_path)
    assert (error.file.name, error.line, error.byte) == ("journal-7.jsonl", 1, 0)
    assert "batch 6 is missing" in str(error)


async def test_a_journal_alone_that_does_not_begin_with_the_first_batch_is_refused(tmp_path):
    """Empty as well: what came before it is gone."""
    (tmp_path / "journal-2.jsonl").touch()
    assert "batch 1 is missing" in str(refused(tmp_path))
