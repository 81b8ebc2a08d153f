"""One sweep: everybody whose promises are due is reminded of all of them, whatever happens to others."""

from datetime import UTC, date, datetime

import pytest

from bot import scheduler
from bot.domain.policy import Policy
from bot.scheduler import Scheduler
from storage import open_store
from tests.support.store_samples import person, promise

MORNING = datetime(2026, 12, 4, 14, 30, tzinfo=UTC)  # a Friday, 09:30 in Toronto
EACH = 130


class Fixed:
    """A clock that stands still."""

    def now(self):
        return MORNING


@pytest.fixture
async def store(tmp_path):
    """Two people with many promises each, all due on one day, taken in turns."""
    store = open_store(f"tinydb://{tmp_path}/data")

    def begin(tx):
        for owner, name in (("p1", "Ana Roy"), ("p2", "Sam Cho")):
            tx.save_person(person(owner, name))
        for number in range(1, 2 * EACH + 1):
            tx.save_promise(promise(number, owner=f"p{1 + number % 2}", day=date(2026, 12, 4)))

    await store.transact(begin)
    yield store
    await store.close()


async def queued(store):
    """Return whom the queued messages are to, and their titles."""
    rows = await store.transact(lambda tx: list(tx.sendable(MORNING, 10)))
    return sorted((row.message.to.id, row.message.card.title) for row in rows)


async def test_an_owner_of_many_promises_gets_one_message_with_all_of_them(store):
    """None is put off to the next day because others had so many."""
    await Scheduler(store=store, policy=Policy(), clock=Fixed()).sweep()
    assert await queued(store) == [("ana", "130 promises need you"), ("sam", "130 promises need you")]
    assert not await store.transact(lambda tx: list(tx.due_reminders(MORNING, 1)))


async def test_what_goes_wrong_for_one_owner_stops_no_other(store, monkeypatch):
    """Whoever could not be reminded still is to be."""
    remind = scheduler.remind

    def faulty(tx, policy, owner, promises, now):
        if owner.id == "p1":
            raise ZeroDivisionError
        remind(tx, policy, owner, promises, now)

    monkeypatch.setattr(scheduler, "remind", faulty)
    await Scheduler(store=store, policy=Policy(), clock=Fixed()).sweep()
    assert await queued(store) == [("sam", "130 promises need you")]
    assert {each.owner for each in await store.transact(lambda tx: tx.due_reminders(MORNING, 999))} == {"p1"}
