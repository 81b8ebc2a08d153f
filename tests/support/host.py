"""Where the core runs in a dialogue: a process of its own, which can be killed at any moment.

The process holds the real store, intake, scheduler and delivery; the test holds the clock. Processes are
forked from a server that has imported everything, so that a restart costs milliseconds.
"""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bot.config import load_config
from bot.engine import Engine, build_engine
from bot.messages import Inbound, Reply
from storage import open_store
from tests.support.mailbox import OTHER, Mailbox

_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.support.host"])


class SetClock:
    """Shows what it is set to. Fulfils `bot.ports.Clock`."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return what it was set to."""
        return self.moment


@dataclass(frozen=True)
class Died:
    """The process ended before it answered."""


class Host:
    """Runs the core on the store, mailboxes and app.yaml in `directory`."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._process: Any = None
        self._pipe: Connection | None = None

    def receive(self, inbound: Inbound, now: datetime) -> Reply | Died:
        """Hand an event to the core; what it causes is delivered before this returns."""
        return self._ask("receive", inbound, now)

    def sweep(self, now: datetime) -> Died | None:
        """Let the core do what is due."""
        return self._ask("sweep", None, now)

    def next_moment(self, now: datetime) -> datetime | None:
        """Return when something is next due."""
        return self._ask("next_moment", None, now)

    def kill(self) -> None:
        """End the process as a power cut would end it, if it runs."""
        if self._process is not None:
            with suppress(ProcessLookupError):  # it has just died by itself
                os.kill(self._process.pid, signal.SIGKILL)
            self._process.join()
            self._process.close()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def _ask(self, what: str, value: object, now: datetime) -> Any:
        if self._pipe is None:
            self._pipe, theirs = _context.Pipe()
            self._process = _context.Process(target=_serve, args=(self._directory, theirs), daemon=True)
            self._process.start()
            theirs.close()
        self._pipe.send((what, value, now))
        try:
            answer = self._pipe.recv()
        except EOFError:
            self.kill()
            return Died()
        if isinstance(answer, Exception):
            raise answer
        return answer


def _serve(directory: Path, pipe: Connection) -> None:
    asyncio.run(_answer(directory, pipe))


async def _answer(directory: Path, pipe: Connection) -> None:
    mailboxes = [Mailbox(directory), Mailbox(directory, OTHER)]
    config = load_config(directory / "app.yaml", {})
    store = open_store(f"tinydb://{directory / 'data'}")
    clock = SetClock(datetime.now(UTC))
    engine = build_engine(config, store, mailboxes, clock)
    asked: dict[str, Callable[[Any], Awaitable[object]]] = {
        "receive": lambda inbound: _received(engine, inbound),
        "sweep": lambda _: engine.sweep(),
        "next_moment": lambda _: engine.next_moment(),
    }
    while True:
        try:
            what, value, clock.moment = pipe.recv()
        except EOFError:
            break
        try:
            pipe.send(await asked[what](value))
        except Exception as error:  # noqa: BLE001 - handed to the test, which raises it
            pipe.send(error)
    await store.close()


async def _received(engine: Engine, inbound: Inbound) -> Reply:
    reply = await engine.receive(inbound)
    await engine.delivery.deliver()
    return reply
