"""The clock moves forward, never back."""

from datetime import UTC, datetime, timedelta

from adapters.playground.clock import MovableClock

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Machine:
    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


def test_it_tells_real_time_until_it_is_moved():
    """An untouched clock is the machine's."""
    assert MovableClock(real=Machine()).now() == NOON


def test_it_runs_on_from_where_it_was_moved():
    """After a move, real seconds are virtual seconds."""
    machine = Machine()
    clock = MovableClock(real=machine)
    clock.move_to(NOON + timedelta(days=1))
    machine.time += timedelta(minutes=5)
    assert clock.now() == NOON + timedelta(days=1, minutes=5)


def test_it_is_not_moved_back():
    """A moment that has gone by changes nothing."""
    clock = MovableClock(real=Machine())
    clock.move_to(NOON + timedelta(hours=2))
    clock.move_to(NOON + timedelta(hours=1))
    assert clock.now() == NOON + timedelta(hours=2)


def test_it_stands_still_while_the_machine_is_set_back():
    """The machine's own mistakes do not take time back either."""
    machine = Machine()
    clock = MovableClock(real=machine)
    clock.now()
    machine.time -= timedelta(hours=3)
    assert clock.now() == NOON


def test_a_restart_keeps_it_ahead():
    """What it was ahead before a restart, it is ahead after it."""
    clock = MovableClock(real=Machine())
    clock.move_ahead(timedelta(days=3))
    clock.move_ahead(timedelta(days=1))
    assert clock.now() == NOON + timedelta(days=3)
