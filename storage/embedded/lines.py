"""The lines of a journal, and the names of the files of a store."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from pydantic_core import PydanticSerializationError, from_json, to_json

from bot.errors import StoreError

FORMAT = 1
SNAPSHOT = "snapshot.json"
SNAPSHOT_DRAFT = "snapshot.tmp"

Change = tuple[str, str, dict[str, Any] | None]
"""Table, id, and the document afterwards; None when it is gone."""

_JOURNAL = re.compile(r"journal-(\d+)\.jsonl")
_TAIL = re.compile(rb',"crc":"([0-9a-f]{8})"}\n')
_TAIL_LENGTH = len(b',"crc":"89abcdef"}\n')


def journal_name(first: int) -> str:
    """Return the name of the journal that begins with batch `first`."""
    return f"journal-{first}.jsonl"


def journals(names: Sequence[str], directory: Path) -> list[tuple[int, Path]]:
    """Return the journals among `names` with their first batch, in order."""
    found = ((_JOURNAL.fullmatch(name), name) for name in names)
    return sorted((int(match[1]), directory / name) for match, name in found if match)


def encode(value: object) -> bytes:
    """Return JSON on one line. Raises `StoreError` for text that UTF-8 cannot write."""
    try:
        return to_json(value)
    except PydanticSerializationError:
        raise StoreError("A text holds half of a character, which cannot be kept.") from None


def decode(data: bytes) -> Any:  # noqa: ANN401 - JSON may be anything
    """Return what JSON holds, equal texts shared. Raises `ValueError`."""
    return from_json(data, cache_strings="all")


def sealed(body: bytes) -> bytes:
    """Return a JSON object, given without its closing brace, with its checksum and a line end."""
    return b'%b,"crc":"%08x"}\n' % (body, crc32(body))


def seal_holds(line: bytes) -> bool:
    """Say whether a line is whole and its checksum right."""
    tail = _TAIL.fullmatch(line, max(0, len(line) - _TAIL_LENGTH))
    return tail is not None and int(tail[1], 16) == crc32(memoryview(line)[:-_TAIL_LENGTH])


def batch_line(n: int, transactions: Sequence[bytes]) -> bytes:
    """Return the line of batch `n`; each transaction is a JSON list of changes."""
    return sealed(b'{"n":%d,"tx":[%b]' % (n, b",".join(transactions)))


def read_batch(line: bytes) -> tuple[int, list[list[Change]]] | None:
    """Return the number and the transactions of a line, or None of one that is not whole."""
    if not seal_holds(line):
        return None
    batch = decode(line)
    return batch["n"], batch["tx"]
