"""How directories come to be on the disk, and stay."""

from pathlib import Path

import pytest

from bot.errors import StoreError
from storage.embedded.disk import PosixDisk
from storage.embedded.opening import open_to_write


class WatchedDisk(PosixDisk):
    """The real disk; says which directories were synced, and refuses to look into `closed`."""

    def __init__(self, closed: Path | None = None) -> None:
        self.synced: list[Path] = []
        self.closed = closed

    def sync_directory(self, directory: Path) -> None:
        if directory == self.closed:
            raise PermissionError(13, "Permission denied")
        super().sync_directory(directory)
        self.synced.append(directory)


async def test_each_directory_that_is_made_is_synced_into_its_parent(tmp_path):
    """From the one that was there downward, before anything is kept in the last one."""
    disk = WatchedDisk()
    store = open_to_write(tmp_path / "a" / "b", disk=disk)
    await store.close()
    assert disk.synced == [tmp_path.parent, tmp_path, tmp_path / "a", tmp_path / "a" / "b"]


async def test_a_directory_that_is_there_is_synced_into_its_parent(tmp_path):
    """The process that made it may have been killed before it did so."""
    (tmp_path / "store").mkdir()
    disk = WatchedDisk()
    store = open_to_write(tmp_path / "store", disk=disk)
    await store.close()
    assert disk.synced == [tmp_path, tmp_path / "store"]


async def test_a_parent_that_may_not_be_read_matters_only_to_what_is_made_in_it(tmp_path):
    """Nothing is made that might not last; what somebody else made there is used."""
    disk = WatchedDisk(closed=tmp_path)
    with pytest.raises(StoreError, match="Permission denied"):
        open_to_write(tmp_path / "store", disk=disk)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "store").mkdir()
    store = open_to_write(tmp_path / "store", disk=disk)
    await store.close()
    assert disk.synced == [tmp_path.parent, tmp_path / "store"]


def test_the_parent_of_a_mount_point_is_another_disk():
    """It may not even be possible to sync it."""
    disk = WatchedDisk()
    disk.make_directory(Path("/proc"))
    assert disk.synced == []
