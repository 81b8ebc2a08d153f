"""The two pictures of the app package, drawn from the lines of Engage's icon: two check marks on teal.

Teams cuts the coloured one to the shape it likes, so the colour fills the square and the mark keeps to its
middle; the outline is white on nothing, because Teams gives it the colour of its theme.
https://learn.microsoft.com/microsoftteams/platform/concepts/design/design-teams-app-icon-store-appbar
"""

import math
import struct
import zlib
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[float, float]

MARK: tuple[tuple[Point, ...], ...] = (
    ((6.5, 17), (12, 22.5), (18.5, 12)),
    ((17.5, 19.5), (20.5, 22.5), (26, 10)),
)
"""The lines of the icon, on a square of 32 by 32: those of adapters/playground/static/icon.svg."""

STROKE = 2.6
TEAL = (0x0D, 0x5C, 0x70)
WHITE = (0xFF, 0xFF, 0xFF)

COLOR_SIZE = 192
COLOR_MARK = 120
"""How wide the mark may be on the coloured icon."""

OUTLINE_SIZE = 32
OUTLINE_MARK = 30

_SEGMENTS = [ends for line in MARK for ends in pairwise(line)]


def color() -> bytes:
    """Return color.png: 192 by 192, the mark in white on a full square of teal."""
    pixels = (
        tuple(round(back + (front - back) * white) for back, front in zip(TEAL, WHITE, strict=True))
        for white in _whiteness(COLOR_SIZE, COLOR_MARK)
    )
    return _png(COLOR_SIZE, pixels)


def outline() -> bytes:
    """Return outline.png: 32 by 32, the mark in white on nothing."""
    pixels = ((*WHITE, round(255 * white)) for white in _whiteness(OUTLINE_SIZE, OUTLINE_MARK))
    return _png(OUTLINE_SIZE, pixels)


def _whiteness(size: int, width: int) -> Iterator[float]:
    """Yield how much of each pixel the mark covers, from 0 to 1, row by row; it stands in the middle.

    Round ends and corners come by themselves, since a line is all that is near enough to it.
    """
    across = [x for line in MARK for x, _ in line]
    down = [y for line in MARK for _, y in line]
    scale = width / (max(across) - min(across) + STROKE)
    middle = ((min(across) + max(across)) / 2, (min(down) + max(down)) / 2)
    for y in range(size):
        for x in range(size):
            here = ((x + 0.5 - size / 2) / scale + middle[0], (y + 0.5 - size / 2) / scale + middle[1])
            near = min(_distance(here, start, end) for start, end in _SEGMENTS)
            yield min(1.0, max(0.0, (STROKE / 2 - near) * scale + 0.5))


def _distance(point: Point, start: Point, end: Point) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    off = (point[0] - start[0], point[1] - start[1])
    share = (off[0] * along[0] + off[1] * along[1]) / (along[0] ** 2 + along[1] ** 2)
    share = min(1.0, max(0.0, share))
    return math.hypot(off[0] - share * along[0], off[1] - share * along[1])


def _png(size: int, pixels: Iterator[tuple[int, ...]]) -> bytes:
    """Return a square picture of 8 bits a channel, three or four of them. https://www.w3.org/TR/png-3/."""
    rows = [b"".join(bytes(next(pixels)) for _ in range(size)) for _ in range(size)]
    truecolour, with_alpha = 2, 6
    kind = truecolour if len(rows[0]) == size * len(WHITE) else with_alpha
    header = struct.pack(">IIBBBBB", size, size, 8, kind, 0, 0, 0)
    unfiltered = b"".join(b"\0" + row for row in rows)
    parts = (b"IHDR", header), (b"IDAT", zlib.compress(unfiltered, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
