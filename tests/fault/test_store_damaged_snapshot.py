"""A snapshot that is damaged, or that no Engage of this kind wrote, is refused with its place."""

import pytest

from tests.support.store_files import changed, compacted, refused


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


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\n",
        b"[]\n",
        b'{"format":1,"tables":{\n',
        b'{"format":true,"n":1,"tables":{\n',
        b'{"format":1,"n":"x","tables":{\n',
        b'{"format":1,"n":null,"tables":{\n',
        b'{"format":1,"n":1.5,"tables":{\n',
        b'{"format":1,"n":true,"tables":{\n',
        b'{"format":1,"n":-1,"tables":{\n',
        b'{"format":[1],"n":1,"tables":{\n',
    ],
)
def test_a_head_that_no_engage_wrote_is_refused(tmp_path, head):
    """Whatever stands for the format or the batch: it is the first line that is wrong."""
    (tmp_path / "snapshot.json").write_bytes(head)
    error = refused(tmp_path)
    assert (error.line, error.byte) == (1, 0)


@pytest.mark.parametrize("name", [b"[1]", b"5", b"null", b"{}", b"people"])
async def test_a_table_without_a_name_is_refused(tmp_path, name):
    """The head of a table is a text, and nothing else that JSON knows."""
    snapshot = await compacted(tmp_path)
    lines = changed(snapshot, lambda lines: lines.__setitem__(1, name + b":{\n"))
    error = refused(tmp_path)
    assert (error.line, error.byte) == (2, len(lines[0]))
