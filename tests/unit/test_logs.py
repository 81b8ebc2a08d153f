import asyncio
import gc
import json
import logging
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.reminder import Reason
from bot.errors import EngageError, StoreInUseError
from bot.logs import SAFE_KEYS, configure_logs, redact

SECRET = "Maria's café closes on 5 December — tell nobody"


@pytest.fixture
def stream():
    """Where logs go in a test; the logging of the test run is restored afterwards."""
    root = logging.getLogger()
    handlers, level, raising = root.handlers[:], root.level, logging.raiseExceptions
    yield StringIO()
    root.handlers[:], logging.raiseExceptions = handlers, raising
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def logs(stream):
    """What was logged as JSON, read back."""
    configure_logs(json=True, stream=stream)
    return lambda: [json.loads(line) for line in stream.getvalue().splitlines()]


def test_what_is_known_to_be_safe_stands_whole(logs):
    """Numbers, dates, codes and what the code itself names are what a log is for."""
    structlog.get_logger().info(
        "reminder sent",
        number=12,
        key="12:r3",
        person="p7",
        platform="playground",
        reason=Reason.ON_THE_DAY,
        due=date(2026, 12, 4),
        file=Path("/srv/données/journal-1.jsonl"),
        took=0.25,
        found=None,
        states=["queued", True],
    )
    (line,) = logs()
    assert datetime.fromisoformat(line.pop("timestamp")).utcoffset() == UTC.utcoffset(None)
    assert line == {
        "event": "reminder sent",
        "level": "info",
        "number": 12,
        "key": "12:r3",
        "person": "p7",
        "platform": "playground",
        "reason": "on the day",
        "due": "2026-12-04",
        "file": "/srv/données/journal-1.jsonl",
        "took": 0.25,
        "found": None,
        "states": ["‹6 characters›", True],
    }


def test_what_a_person_wrote_shows_only_its_length(logs):
    """Whoever reads the logs learns that there were words, and how many characters."""
    structlog.get_logger().info("promise recorded", number=3, words=SECRET, stakeholder="Maria")
    (line,) = logs()
    assert line["words"] == f"‹{len(SECRET)} characters›"
    assert line["stakeholder"] == "‹5 characters›"


SECRETS = st.text(max_size=40).map(lambda text: f"{SECRET}{text}")
KEYS = st.sampled_from(
    ["event", "words", "note", "exception", "stack_info", "error", "text", *sorted(SAFE_KEYS)]
)
HOLDERS = st.sampled_from(
    [
        str,
        lambda text: [text],
        lambda text: (1, {text}),
        lambda text: {text: text},
        lambda text: text.encode("utf-8", "surrogatepass"),
        lambda text: type("Holder", (), {"__repr__": lambda _self: text})(),
        ValueError,
    ]
)


@given(key=KEYS, secret=SECRETS, hold=HOLDERS)
def test_a_secret_never_appears_whatever_holds_it(key, secret, hold):
    """Under every key, in every kind of value."""
    shown = redact(None, "info", {"event": "something happened", key: hold(secret)})
    assert "Maria" not in repr(shown)
    assert "nobody" not in repr(shown)


@given(
    words=st.text(min_size=1, max_size=60).filter(
        lambda text: any(not c.isascii() or c.isspace() for c in text)
    ),
    key=st.sampled_from(sorted(SAFE_KEYS)),
)
def test_even_a_safe_key_takes_codes_only(words, key):
    """A sentence under a key that is meant for a code is a mistake, and does not get out."""
    assert redact(None, "info", {key: words}) == {key: f"‹{len(words)} characters›"}


def test_an_exception_keeps_its_place_and_loses_its_message(logs):
    """A library quotes what it could not handle; Engage's own sentences quote nobody."""
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise StoreInUseError from error
    except StoreInUseError:
        structlog.get_logger().exception("store refused")
    (line,) = logs()
    own, place, cause, cause_place = line["exception"].splitlines()
    assert own == "bot.errors.StoreInUseError: Another process uses this store."
    assert place.startswith("  tests/unit/test_logs.py:")
    assert place.endswith(" in test_an_exception_keeps_its_place_and_loses_its_message")
    assert cause == "builtins.ValueError"
    assert cause_place.startswith("  tests/unit/test_logs.py:")


def test_every_member_of_a_group_is_told_and_a_chain_that_bites_its_tail_ends(logs):
    """Several things can go wrong at once, and an error can be its own cause."""
    first, second = KeyError(SECRET), EngageError("The clock stands still.")
    first.__cause__ = second
    second.__cause__ = first
    structlog.get_logger().error("sweep failed", exc_info=ExceptionGroup(SECRET, [first, second]))
    (line,) = logs()
    told = line["exception"].splitlines()
    assert told[0] == "builtins.ExceptionGroup"
    assert {"builtins.KeyError", "bot.errors.EngageError: The clock stands still."} <= set(told)
    assert SECRET not in line["exception"]


def test_libraries_log_through_the_same_and_keep_their_template_only(logs):
    """What fills a template may be a path, a header or a body: it stays out."""
    logging.getLogger("aiohttp.server").error("Error handling request from %s", SECRET)
    logging.getLogger("some.library").warning(SECRET)
    templated, untold = logs()
    assert (templated["event"], templated["logger"]) == ("Error handling request from %s", "aiohttp.server")
    assert templated["at"].startswith("test_logs.py:")
    assert (untold["event"], untold["level"]) == ("warning of some.library", "warning")


def test_a_task_that_fails_unseen_tells_where_but_not_what(logs):
    """The event loop's own report quotes the exception; ours names its type and its place."""

    async def fails():
        raise ValueError(SECRET)

    async def leaves_it_alone():
        task = asyncio.create_task(fails())
        await asyncio.wait([task])
        del task
        gc.collect()

    asyncio.run(leaves_it_alone())
    (line,) = logs()
    assert line["logger"] == "asyncio"
    assert line["exception"].splitlines()[0] == "builtins.ValueError"
    assert SECRET not in json.dumps(line, ensure_ascii=False)


def test_the_sweep_is_not_heard_every_five_seconds(logs):
    """Requests and scheduled jobs are counted by the metrics; the logs tell what went wrong with them."""
    logging.getLogger("apscheduler.executors.default").info("Running job %s", "sweep")
    logging.getLogger("aiohttp.access").info("GET /healthz")
    logging.getLogger("apscheduler.scheduler").warning("Run time of job %s was missed", "sweep")
    assert [line["event"] for line in logs()] == ["Run time of job %s was missed"]


def test_a_terminal_gets_one_line_of_keys_and_values(stream):
    """Without JSON the same is written for people."""
    configure_logs(json=False, stream=stream)
    structlog.get_logger().info("reminder sent", number=12, words=SECRET)
    line = stream.getvalue()
    assert line.count("\n") == 1
    assert f"reminder sent number=12 words='‹{len(SECRET)} characters›'" in line
    assert line.startswith(f"{datetime.now(UTC):%Y-}")
