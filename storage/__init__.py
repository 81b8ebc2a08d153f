"""Where everything is kept. `open_store` takes what ENGAGE_STORE says, `directory_of` says where that is."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from bot.errors import StoreUrlError
from bot.ports import Store
from storage.embedded.opening import open_to_read, open_to_write

USE = "Set ENGAGE_STORE to tinydb:///absolute/directory."


def open_store(url: str, *, read_only: bool = False) -> Store:
    """Open the store at `url`: `tinydb:///absolute/directory`, made if there is none.

    `read_only` looks at it as it is now, also while another process writes to it, and refuses to write.
    Raises `StoreUrlError` for another address, `StoreInUseError`, `StoreDamagedError`, and `StoreError`
    for a directory that cannot be used.
    """
    directory = directory_of(url)
    return open_to_read(directory) if read_only else open_to_write(directory)


def directory_of(url: str) -> Path:
    """Return the directory of an embedded store. Raises `StoreUrlError` for another address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise StoreUrlError(f"This is no address of a store. {USE}") from None
    if parts.scheme in {"postgresql", "postgres"}:
        raise StoreUrlError(f"This Engage has no PostgreSQL store yet. {USE}")
    if parts.scheme != "tinydb":
        named = f"{parts.scheme}:// is no store that Engage knows." if parts.scheme else "No store is named."
        raise StoreUrlError(f"{named} {USE}")
    path = Path(unquote(parts.path))
    if parts.netloc or not path.is_absolute() or path == Path("/"):
        raise StoreUrlError(f"{url} names no absolute directory: it takes three slashes. {USE}")
    if parts.query or parts.fragment or "\0" in str(path):
        raise StoreUrlError(f"{url} has more than a directory in it. {USE}")
    return path
