"""A newer Engage wrote here: what this one does not know is refused, and nothing of it is lost."""

import pytest

from bot.errors import StoreError
from storage.embedded.lines import batch_line, encode
from storage.embedded.opening import open_to_read, open_to_write
from storage.embedded.snapshot import pieces
from tests.support.store_samples import NOW

MARK = {"schema": 1, "at": NOW.isoformat()}
DECISION = {"schema": 1, "words": "approved"}


def refused(directory) -> str:
    """Return how the store is refused, to writers and readers alike, with nothing changed."""
    before = {path: path.read_bytes() for path in directory.iterdir()}
    messages = set()
    for open_here in (open_to_read, open_to_write):
        with pytest.raises(StoreError) as error:
            open_here(directory)
        messages.add(str(error.value))
    assert {path: path.read_bytes() for path in directory.iterdir() if path.name != "LOCK"} == before
    (message,) = messages
    assert "\n" not in message
    assert "Run the Engage that wrote it, or a newer one." in message
    return message


def test_a_document_of_an_unknown_schema_is_refused(tmp_path):
    """It says which document, and what this Engage reads."""
    line = batch_line(1, [encode([["marks", "m", {**MARK, "schema": 9}]])])
    (tmp_path / "journal-1.jsonl").write_bytes(line)
    assert "marks m was written with schema 9" in refused(tmp_path)


def test_a_table_that_is_not_known_is_refused_in_a_journal(tmp_path):
    """Opened, it would be dropped by the next snapshot."""
    line = batch_line(1, [encode([["decisions", "12", DECISION], ["marks", "m", MARK]])])
    (tmp_path / "journal-1.jsonl").write_bytes(line + b"torn")
    assert "table 'decisions'" in refused(tmp_path)


def test_a_table_that_is_not_known_is_refused_in_a_snapshot(tmp_path):
    """As in a journal."""
    tables = {"marks": {"m": MARK}, "decisions": {"12": DECISION}}
    (tmp_path / "snapshot.json").write_bytes(b"".join(pieces(1, tables)))
    assert "table 'decisions'" in refused(tmp_path)


async def test_an_empty_table_that_is_not_known_harms_nothing(tmp_path):
    """A newer Engage that was tried and never used its table can be taken back."""
    tables = {"marks": {"m": MARK}, "decisions": {}}
    (tmp_path / "snapshot.json").write_bytes(b"".join(pieces(1, tables)))
    store = open_to_write(tmp_path)
    assert await store.transact(lambda tx: tx.mark("m")) == NOW
    await store.close()
