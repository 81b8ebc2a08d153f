"""Everything that Engage raises on purpose.

::

    EngageError
    ├── Refusal                 a person asked for what cannot be; said to them in their language
    ├── ConfigError             app.yaml or the environment; carries every fault, each with its line
    └── StoreError
        ├── StoreUrlError       ENGAGE_STORE names no store
        ├── StoreMissingError       there is nothing to read at the address
        ├── StoreInUseError     another process holds the directory
        ├── StoreDamagedError   refused with file, line and byte
        ├── StoreWriteError     the disk refused; nothing was acknowledged, restart replays what was
        ├── ConflictError       the promise changed since it was read
        └── DuplicateError      the key was posted before; the second is refused
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class EngageError(Exception):
    """Engage could not do this."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


class Refusal(EngageError):  # noqa: N818 - a refusal is an answer, not a fault
    """A person asked for what cannot be.

    `code` names a sentence in `bot/words/*.ftl` and `arguments` fill it. `suggestions` are commands that
    the person may have meant, whole and ready to be typed. `begun` is what they typed to be recorded, so
    that a form can go on from it.
    """

    def __init__(
        self,
        code: str,
        arguments: Mapping[str, object] | None = None,
        *,
        suggestions: Sequence[str] = (),
        begun: str = "",
    ) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = dict(arguments or {})
        self.suggestions = tuple(suggestions)
        self.begun = begun


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing wrong with a setting: where it stands (`line` counts from 1) and what to do."""

    where: str
    line: int | None
    problem: str

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return f"{place}: {self.problem}"


class ConfigError(EngageError):
    """The settings are wrong."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class StoreError(EngageError):
    """The store could not do this."""


class StoreUrlError(StoreError):
    """ENGAGE_STORE names no store: use tinydb:///absolute/directory."""


class StoreMissingError(StoreError):
    """There is no store at this address: check ENGAGE_STORE, or run Engage first."""


class StoreInUseError(StoreError):
    """Another process uses this store."""


class StoreDamagedError(StoreError):
    """A file of the store is damaged; nothing was changed."""

    def __init__(self, file: Path, *, line: int, byte: int, problem: str) -> None:
        self.file = file
        self.line = line
        self.byte = byte
        super().__init__(
            f"{file}, line {line}, byte {byte}: {problem}. Nothing was changed. "
            "Restore this file from a backup, or move the directory aside to begin anew."
        )


class StoreWriteError(StoreError):
    """The disk refused a write; Engage has stopped, and what was acknowledged is safe."""


class ConflictError(StoreError):
    """The promise changed since it was read."""


class DuplicateError(StoreError):
    """This key was posted before."""
