"""Logs: one line an event, to stderr, in which no user's text stands.

What may stand in a log is listed here; whatever else is text shows only how long it was. A log call names
its event with a literal and gives the rest as keywords::

    log = structlog.get_logger()
    log.info("reminder sent", number=12, person="p3", reason=Reason.ON_THE_DAY)

Libraries log through the standard `logging`; of their records the template is kept, not what fills it.
"""

import logging
import re
import sys
from collections.abc import Iterator
from datetime import date, time, timedelta
from enum import Enum
from pathlib import PurePath
from traceback import extract_tb
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.errors import EngageError

SAFE_KEYS = frozenset(
    {
        "action",
        "address",
        "at",
        "channel",
        "code",
        "cron",
        "event_id",
        "file",
        "job",
        "key",
        "level",
        "logger",
        "outcome",
        "person",
        "platform",
        "problem",
        "reason",
        "stage",
        "state",
        "step",
        "store",
        "team",
        "timestamp",
        "verb",
        "version",
        "zone",
    }
)
"""Keys whose value may stand, if it is a code as well: one word, nothing that a person would write."""

CODE = re.compile(r"[A-Za-z0-9_.:/@+-]{1,200}")
EVENT = re.compile(r"[ -~]{1,120}")
SAFE_TYPES = (bool, int, float, date, time, timedelta, PurePath, type(None))

QUIET = ("aiohttp.access", "apscheduler", "asyncio")
"""Libraries that are heard from warnings on: they tell of every request and of every sweep."""


def configure_logs(*, json: bool, stream: TextIO | None = None) -> None:
    """Send every log, of Engage and of its libraries, to `stream` (default: stderr).

    It is written as JSON, or as key=value for a terminal, in colour if `stream` is one.
    """
    stream = stream or sys.stderr
    first: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            structlog.contextvars.merge_contextvars,
            *first,
            redact,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    root = logging.getLogger()
    root.handlers[:] = [_handler(first, json=json, stream=stream)]
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.raiseExceptions = False  # its report of a failed write would quote the record


def _handler(first: list[Processor], *, json: bool, stream: TextIO) -> logging.Handler:
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(
            colors=stream.isatty(), pad_event_to=0, exception_formatter=structlog.dev.plain_traceback
        )
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*first, _keep_template, redact],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
            use_get_message=False,
            pass_foreign_args=True,
        )
    )
    return handler


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace what is not known to be safe: text by its length, anything else by its type.

    Of an exception its type, its causes and the positions in the code stay, one a line; its message stays
    only if Engage wrote it.
    """
    exception = _exc_info(event.pop("exc_info", None))
    safe = {key: value if key in META else _safe(key, value) for key, value in event.items()}
    if exception is not None:
        safe["exception"] = "\n".join(_described(exception))
    return safe


META = frozenset({"_record", "_from_structlog"})
"""What `ProcessorFormatter` adds for itself and takes away again."""


def _safe(key: str, value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, SAFE_TYPES):
        return value if isinstance(value, bool | int | float | None) else str(value)
    if isinstance(value, str):
        allowed = EVENT if key == "event" else CODE
        is_safe = (key == "event" or key in SAFE_KEYS) and allowed.fullmatch(value)
        return value if is_safe else f"‹{len(value)} characters›"
    if isinstance(value, list | tuple | set | frozenset):
        return [_safe(key, item) for item in value]
    return f"‹{type(value).__name__}›"


def _keep_template(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Keep of a library's record its template and where it stands; a text without one may hold anything."""
    record: logging.LogRecord = event["_record"]
    if not event.pop("positional_args", None):
        event["event"] = f"{record.levelname.lower()} of {record.name}"
    event["logger"] = record.name
    event["at"] = f"{record.filename}:{record.lineno}"
    return event


def _exc_info(given: object) -> BaseException | None:
    if isinstance(given, BaseException):
        return given
    if isinstance(given, tuple):
        given = given[1]
        return given if isinstance(given, BaseException) else None
    return sys.exception() if given else None


def _described(error: BaseException) -> Iterator[str]:
    """Yield lines about an error, what it was raised from and what it groups, each error once."""
    waiting, told = [error], set[int]()
    while waiting:
        error = waiting.pop(0)
        if id(error) in told:
            continue
        told.add(id(error))
        kind = f"{type(error).__module__}.{type(error).__qualname__}"
        yield f"{kind}: {error}" if isinstance(error, EngageError) else kind
        for frame in extract_tb(error.__traceback__):
            yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        if isinstance(error, BaseExceptionGroup):
            waiting += error.exceptions
        cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        waiting += [cause] if cause else []


def _short(filename: str) -> str:
    """Return the last folders of a path: enough to find the file, nothing of the machine."""
    return "/".join(PurePath(filename).parts[-3:])
