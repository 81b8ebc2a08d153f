import re
import struct
import zlib
from pathlib import Path

import pytest

from adapters.teams.icons import MARK, STROKE, TEAL, color, outline

ICON = Path(__file__).parents[2] / "adapters/playground/static/icon.svg"
CHANNELS = {2: 3, 6: 4}


def chunks(png):
    """Yield (name, content) of a PNG whose sums are right."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        name, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length) == (zlib.crc32(name + content),)
        yield name.decode(), content
        at += 12 + length


def pixels(png):
    """Return the rows of a PNG, each a list of (red, green, blue[, alpha])."""
    parts = list(chunks(png))
    assert [name for name, _ in parts] == ["IHDR", "IDAT", "IEND"]
    width, height, depth, kind, *rest = struct.unpack(">IIBBBBB", parts[0][1])
    assert (depth, rest) == (8, [0, 0, 0])
    channels = CHANNELS[kind]
    lines = zlib.decompress(parts[1][1])
    assert len(lines) == height * (1 + width * channels)
    rows = [lines[at : at + 1 + width * channels] for at in range(0, len(lines), 1 + width * channels)]
    assert {row[0] for row in rows} == {0}
    return [[tuple(row[at : at + channels]) for at in range(1, len(row), channels)] for row in rows]


def inked(rows, background):
    """Return the columns and the rows that something is drawn in."""
    marked = [(x, y) for y, row in enumerate(rows) for x, pixel in enumerate(row) if pixel != background]
    return [x for x, _ in marked], [y for _, y in marked]


def test_the_coloured_icon_fills_its_square():
    """Teams cuts its corners itself: 192 by 192, opaque, and the mark within the 120 of the middle."""
    rows = pixels(color())
    assert {len(row) for row in rows} == {len(rows)} == {192}
    assert {rows[y][x] for x in (0, 191) for y in (0, 191)} == {TEAL}
    across, down = inked(rows, TEAL)
    assert 35 <= min(across) <= 37
    assert 154 <= max(across) <= 156
    assert 36 <= min(down) < max(down) <= 155
    assert (255, 255, 255) in {pixel for row in rows for pixel in row}


def test_the_outline_is_white_on_nothing():
    """Teams gives it the colour of its theme: 32 by 32, no other colour than white, clear around the mark."""
    rows = pixels(outline())
    assert {len(row) for row in rows} == {len(rows)} == {32}
    seen = {pixel for row in rows for pixel in row}
    assert {pixel[:3] for pixel in seen} == {(255, 255, 255)}
    assert {(255, 255, 255, 0), (255, 255, 255, 255)} < seen
    across, _ = inked(rows, (255, 255, 255, 0))
    assert (min(across), max(across)) == (1, 30)


@pytest.mark.parametrize("draw", [color, outline])
def test_an_icon_is_drawn_the_same_each_time_and_small(draw):
    """Packages can be compared byte by byte."""
    assert draw() == draw()
    assert len(draw()) < 5000


def test_the_mark_is_that_of_the_playground():
    """People recognize Engage: same lines, same width, same colour."""
    drawn = ICON.read_text(encoding="utf-8")
    first, second = (" ".join(f"{x:g} {y:g}" for x, y in line) for line in MARK)
    assert f'd="M{first}"' in drawn
    assert f'stroke-width="{STROKE}"' in drawn
    assert 'fill="#{:02x}{:02x}{:02x}"'.format(*TEAL) in drawn
    start, step, end = re.search(r'd="m(\S+ \S+) (\S+ \S+)L(\S+ \S+)"', drawn).groups()
    (x, y), (dx, dy) = (tuple(map(float, pair.split())) for pair in (start, step))
    assert second == f"{start} {x + dx:g} {y + dy:g} {end}"
