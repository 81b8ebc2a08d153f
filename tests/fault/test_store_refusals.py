"""A directory in use, a disk that refuses, a place where nothing can be kept: one clear line each."""

import asyncio
import fcntl
import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from bot.errors import StoreError, StoreInUseError, StoreWriteError
from storage import open_store
from storage.embedded.opening import open_to_read, open_to_write
from storage.embedded.snapshot import pieces
from tests.support.store_child import FILE_LIMIT, WRITERS
from tests.support.store_disks import FailingDisk
from tests.support.store_samples import NOW

ROOT = Path(__file__).parents[2]


def child(command: str, directory: Path, **options) -> subprocess.Popen:
    arguments = [sys.executable, "-m", "tests.support.store_child", command, str(directory)]
    return subprocess.Popen(arguments, cwd=ROOT, text=True, stdout=subprocess.PIPE, **options)


async def test_a_directory_in_use_names_the_process_that_has_it(tmp_path):
    """Only reading is possible meanwhile; when the other has gone, writing is."""
    with child("hold", tmp_path / "store", stdin=subprocess.PIPE) as other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(StoreInUseError) as refused:
            open_store(f"tinydb://{tmp_path}/store")
        looking = open_store(f"tinydb://{tmp_path}/store", read_only=True)
        assert await looking.transact(lambda tx: tx.promise(1)) is None
        other.communicate()
    assert f"process {other.pid}" in str(refused.value)
    assert "PostgreSQL" in str(refused.value)
    assert "\n" not in str(refused.value)
    store = open_store(f"tinydb://{tmp_path}/store")
    await store.close()


async def test_removing_the_note_of_the_lock_lets_nobody_in(tmp_path):
    """The directory itself is locked; who has it is not known any more, and is again after the next start."""
    first = open_to_write(tmp_path)
    await first.transact(lambda tx: tx.set_mark("a", NOW))
    (tmp_path / "LOCK").unlink()
    for _ in range(2):
        with pytest.raises(StoreInUseError, match="in use by another process"):
            open_to_write(tmp_path)
    await first.transact(lambda tx: tx.set_mark("b", NOW))
    await first.close()
    again = open_to_write(tmp_path)
    assert (tmp_path / "LOCK").read_text() == f"{os.getpid()}\n"
    assert await again.transact(lambda tx: [tx.mark("a"), tx.mark("b")]) == [NOW, NOW]
    await again.close()


async def test_a_lock_of_another_machine_on_the_note_is_respected(tmp_path):
    """Over a network, only the lock of a file is seen from elsewhere."""
    with (tmp_path / "LOCK").open("w+") as note:
        note.write("4711\n")
        note.flush()
        fcntl.flock(note, fcntl.LOCK_EX)
        with pytest.raises(StoreInUseError, match="in use by process 4711"):
            open_to_write(tmp_path)
    store = open_to_write(tmp_path)
    await store.close()


async def test_a_full_disk_stops_the_store_and_loses_nothing_acknowledged(tmp_path):
    """Everybody who waits is told, everybody after them too; opened again, all that was confirmed is there."""
    with child("fill", tmp_path / "store", stderr=subprocess.DEVNULL) as other:
        printed, _ = other.communicate(timeout=60)
    told = json.loads(printed)
    assert other.returncode == 0
    assert len(told["acknowledged"]) > FILE_LIMIT / 1000
    assert len(told["refusals"]) == WRITERS + 2
    assert all("File too large" in line and "\n" not in line for line in told["refusals"])
    store = open_store(f"tinydb://{tmp_path}/store")
    kept = await store.transact(lambda tx: [tx.mark(key) for key in told["acknowledged"]])
    assert kept == [NOW] * len(kept)
    await store.transact(lambda tx: tx.set_mark("after", NOW))
    await store.close()


@pytest.mark.parametrize("operation", ["write", "sync"])
async def test_a_failed_write_or_sync_is_never_tried_again(tmp_path, operation):
    """All who share the batch are refused, and the disk is not touched any more."""
    disk = FailingDisk()
    store = open_to_write(tmp_path, disk=disk)
    await store.transact(lambda tx: tx.set_mark("kept", NOW))
    disk.fails = operation
    asked = [store.transact(lambda tx, key=key: tx.set_mark(key, NOW)) for key in "abc"]
    for outcome in await asyncio.gather(*asked, return_exceptions=True):
        assert isinstance(outcome, StoreWriteError)
        assert "No space left on device" in str(outcome)
    disk.fails = ""
    for work in (lambda tx: tx.set_mark("d", NOW), lambda tx: tx.mark("kept")):
        with pytest.raises(StoreWriteError):
            await store.transact(work)
    await store.close()
    assert disk.attempts == 1
    again = open_to_write(tmp_path)
    assert await again.transact(lambda tx: [tx.mark("kept"), tx.mark("d")]) == [NOW, None]
    await again.close()


@pytest.mark.parametrize("operation", ["create", "replace", "sync directory"])
async def test_a_compaction_that_fails_stops_the_store(tmp_path, operation):
    """Nothing acknowledged before is lost, and what is refused says so."""
    disk = FailingDisk()
    store = open_to_write(tmp_path, disk=disk, compact_above=1_000)
    disk.fails = operation
    acknowledged: list[str] = []

    async def write_for_ever() -> None:
        for number in count():
            await store.transact(lambda tx, n=number: tx.set_mark(f"mark:{n}", NOW))
            acknowledged.append(f"mark:{number}")

    with pytest.raises(StoreWriteError):
        await write_for_ever()
    await store.close()
    assert acknowledged
    again = open_to_write(tmp_path)
    assert None not in await again.transact(lambda tx: [tx.mark(key) for key in acknowledged])
    await again.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_name_that_is_too_long_is_refused(tmp_path, read_only):
    """In one line, whether somebody means to write or to look."""
    with pytest.raises(StoreError, match="cannot be opened as a store: File name too long") as refused:
        open_store(f"tinydb://{tmp_path}/{'a' * 300}", read_only=read_only)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("place", ["{tmp}/file/store", "{tmp}/file", "/proc/engage-store"])
def test_a_place_where_nothing_can_be_kept_is_refused(tmp_path, place):
    """Also to an administrator, whom permissions do not stop."""
    (tmp_path / "file").write_text("a file")
    with pytest.raises(StoreError) as refused:
        open_store("tinydb://" + place.format(tmp=tmp_path))
    assert "cannot be opened as a store" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (tmp_path / "file").read_text() == "a file"


def test_a_lock_is_let_go_when_opening_fails(tmp_path):
    """The next try is refused for the same reason, not because of the first."""
    (tmp_path / "snapshot.json").write_text("{}")
    messages = set()
    for _ in range(2):
        with pytest.raises(StoreError) as refused:
            open_to_write(tmp_path)
        messages.add(str(refused.value))
    assert len(messages) == 1


def test_looking_at_no_store_makes_none(tmp_path):
    """Neither a directory nor a file appears."""
    (tmp_path / "empty").mkdir()
    for name in ("empty", "missing"):
        with pytest.raises(StoreError):
            open_to_read(tmp_path / name)
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


async def test_what_is_kept_is_for_its_owner_alone(tmp_path):
    """Directories are 0700, files 0600."""
    store = open_to_write(tmp_path / "store", compact_above=100)
    for number in range(50):
        await store.transact(lambda tx, key=f"{number}": tx.set_mark(key, NOW))
    await store.close()
    assert (tmp_path / "store").stat().st_mode & 0o777 == 0o700
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "store").iterdir()}
    assert modes == {0o600}


def test_a_system_without_flock_is_refused_before_anything_is_made(tmp_path, monkeypatch):
    """It is said in one line, when the store is opened."""
    monkeypatch.setattr("storage.embedded.lock.fcntl", None)
    with pytest.raises(StoreError, match="needs flock"):
        open_to_write(tmp_path / "store")
    assert list(tmp_path.iterdir()) == []


async def test_a_snapshot_alone_can_be_looked_at(tmp_path):
    """A backup of that one file holds everything up to its batch."""
    (tmp_path / "snapshot.json").write_bytes(
        b"".join(pieces(1, {"marks": {"kept": {"schema": 1, "at": NOW.isoformat()}}}))
    )
    assert await open_to_read(tmp_path).transact(lambda tx: tx.mark("kept")) == NOW
