"""What every store does with messages on their way: the outbox of `bot.ports.Transaction`."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.errors import DuplicateError, Refusal
from bot.messages import ConversationRef, Outbound, OutboxState, Place, Receipt
from bot.ports import Transaction
from tests.support.store_samples import DAY, HOUR, NOW, message


async def test_a_message_key_is_posted_once_for_ever(reopened):
    """Also after its row was forgotten and the store opened again."""
    store = await reopened()
    await store.transact(lambda tx: tx.post(message(), at=NOW))
    with pytest.raises(DuplicateError):
        await store.transact(lambda tx: tx.post(message(), at=NOW))
    row = await store.transact(lambda tx: tx.outbox_row("1:r1"))
    done = replace(row, state=OutboxState.DELIVERED, receipt=Receipt(message_id="m1"))
    await store.transact(lambda tx: tx.save_outbox_row(done))
    assert await store.transact(lambda tx: tx.forget_delivered(NOW)) == 0
    assert await store.transact(lambda tx: tx.forget_delivered(NOW + HOUR)) == 1
    store = await reopened()
    assert await store.transact(lambda tx: tx.outbox_row("1:r1")) is None
    with pytest.raises(DuplicateError):
        await store.transact(lambda tx: tx.post(message(), at=NOW + DAY))


async def test_sendable_rows_are_due_ones_and_ended_leases_oldest_first(store):
    """A row that waits longer does not lose its place; what is delivered, dead or withdrawn is not sent."""
    for key in ("b", "a", "c", "d", "e", "f"):
        await store.transact(lambda tx, key=key: tx.post(message(key), at=NOW))

    async def change(key: str, **fields) -> None:
        row = await store.transact(lambda tx: tx.outbox_row(key))
        await store.transact(lambda tx: tx.save_outbox_row(replace(row, **fields)))

    await change("b", due_at=NOW + HOUR, attempts=1, unknown=True, problem="timeout")
    await change("c", state=OutboxState.LEASED, lease="t", due_at=NOW + 2 * HOUR)
    await change("d", state=OutboxState.DELIVERED, receipt=Receipt(message_id="m"))
    await change("e", state=OutboxState.DEAD, problem="no such channel")
    await change("f", state=OutboxState.WITHDRAWN)

    async def sendable(now: datetime, limit: int = 9) -> list[str]:
        rows = await store.transact(lambda tx: tx.sendable(now, limit))
        return [row.message.key for row in rows]

    assert await sendable(NOW - HOUR) == []
    assert await sendable(NOW) == ["a"]
    assert await sendable(NOW + 3 * HOUR) == ["b", "a", "c"]
    assert await sendable(NOW + 3 * HOUR, 2) == ["b", "a"]
    assert await sendable(NOW + HOUR) == ["b", "a"]
    await change("a", state=OutboxState.DELIVERED)
    assert await store.transact(lambda tx: tx.next_send_at()) == NOW + HOUR
    dead = await store.transact(lambda tx: tx.outbox(OutboxState.DEAD))
    assert [(row.message.key, row.problem) for row in dead] == [("e", "no such channel")]
    delivered = await store.transact(lambda tx: tx.outbox(OutboxState.DELIVERED))
    assert [row.message.key for row in delivered] == ["a", "d"]
    withdrawn = await store.transact(lambda tx: tx.outbox(OutboxState.WITHDRAWN))
    assert [row.message.key for row in withdrawn] == ["f"]


async def test_a_lease_that_is_not_kept_leaves_the_row_where_it_was(store):
    """It is the first again after the transaction failed, and comes back to its place when its lease ended."""
    for key in ("a", "b", "c"):
        await store.transact(lambda tx, key=key: tx.post(message(key), at=NOW))

    def lease(tx: Transaction, *, fails: bool) -> list[str]:
        rows = tx.sendable(NOW, 2)
        for row in rows:
            tx.save_outbox_row(replace(row, state=OutboxState.LEASED, due_at=NOW + HOUR))
        left = [row.message.key for row in tx.sendable(NOW, 9)]
        if fails:
            raise Refusal("refuse-stage")
        return left

    with pytest.raises(Refusal):
        await store.transact(lambda tx: lease(tx, fails=True))
    assert await store.transact(lambda tx: lease(tx, fails=False)) == ["c"]
    rows = await store.transact(lambda tx: tx.sendable(NOW + HOUR, 9))
    assert [row.message.key for row in rows] == ["a", "b", "c"]


async def test_only_rows_that_are_over_are_forgotten(reopened):
    """Delivered and withdrawn ones; whoever waits, is being sent or was given up stays."""
    store = await reopened()
    for state in OutboxState:

        def write(tx: Transaction, state: OutboxState = state) -> None:
            tx.post(message(state.value), at=NOW)
            row = tx.outbox_row(state.value)
            tx.save_outbox_row(replace(row, state=state))

        await store.transact(write)
    store = await reopened()
    assert await store.transact(lambda tx: tx.forget_delivered(NOW)) == 0
    assert await store.transact(lambda tx: tx.forget_delivered(NOW + HOUR)) == 2
    kept = await store.transact(lambda tx: [state for state in OutboxState if tx.outbox_row(state.value)])
    assert kept == [OutboxState.QUEUED, OutboxState.LEASED, OutboxState.DEAD]
    with pytest.raises(DuplicateError):
        await store.transact(lambda tx: tx.post(message("withdrawn"), at=NOW))


async def test_a_row_that_does_not_exist_is_not_written(store):
    """Saving changes a message that was posted; it posts none."""
    await store.transact(lambda tx: tx.post(message("1:r1"), at=NOW))
    row = await store.transact(lambda tx: tx.outbox_row("1:r1"))
    with pytest.raises(KeyError):
        await store.transact(lambda tx: tx.save_outbox_row(replace(row, message=message("2:r1"))))


async def keys_showing(store, number: int) -> list[str]:
    rows = await store.transact(lambda tx: tx.showing(number))
    return [row.message.key for row in rows]


async def deliver(store, *messages: Outbound, state: OutboxState = OutboxState.DELIVERED) -> None:
    """Post messages, and keep what became of them."""

    def work(tx: Transaction) -> None:
        for each in messages:
            tx.post(each, at=NOW)
            row = tx.outbox_row(each.key)
            tx.save_outbox_row(replace(row, state=state, receipt=Receipt(message_id=f"m-{each.key}")))

    await store.transact(work)


async def test_delivered_messages_are_found_by_each_promise_that_they_show(reopened):
    """A bundle by each of its promises, anything else by the one that it is about; oldest first, restarts or not."""
    store = await reopened()
    bundle = replace(message("z"), reminds=((1, 1), (12, 3)))
    await deliver(store, bundle, replace(message("a"), about=12), message("about-nothing"))
    await deliver(store, replace(message("m"), about=1, reminds=((1, 2),)))
    for _ in range(2):
        assert await keys_showing(store, 1) == ["z", "m"]
        assert await keys_showing(store, 12) == ["z", "a"]
        assert await keys_showing(store, 2) == []
        store = await reopened()
    rows = await store.transact(lambda tx: tx.showing(1))
    assert rows[0].message == bundle
    assert rows[0].receipt == Receipt(message_id="m-z")


@pytest.mark.parametrize("state", [state for state in OutboxState if state is not OutboxState.DELIVERED])
async def test_what_did_not_arrive_shows_nothing(store, state):
    """Only a message that is there can be edited."""
    await deliver(store, replace(message("a"), about=1), state=state)
    assert await keys_showing(store, 1) == []


async def test_an_edit_is_no_message_of_its_own(store):
    """The message that it changed is found, once."""
    await deliver(store, replace(message("a"), about=1))
    await deliver(store, replace(message("a:1v2"), about=1, edits="m-a"))
    assert await keys_showing(store, 1) == ["a"]


async def test_a_transaction_finds_what_it_delivered_itself(store):
    """And what failed, or was forgotten, is not found."""

    def work(tx: Transaction, *, fails: bool) -> list[str]:
        tx.post(replace(message("a"), about=1), at=NOW)
        before = tx.showing(1)
        row = tx.outbox_row("a")
        tx.save_outbox_row(replace(row, state=OutboxState.DELIVERED, receipt=Receipt(message_id="m")))
        found = [row.message.key for row in [*before, *tx.showing(1)]]
        if fails:
            raise Refusal("refuse-stage")
        return found

    with pytest.raises(Refusal):
        await store.transact(lambda tx: work(tx, fails=True))
    assert await keys_showing(store, 1) == []
    assert await store.transact(lambda tx: work(tx, fails=False)) == ["a"]
    assert await store.transact(lambda tx: tx.forget_delivered(NOW + HOUR)) == 1
    assert await keys_showing(store, 1) == []


async def test_one_conversation_takes_not_all_the_places(store):
    """So many to each, the oldest of each first, also where a home page and a direct conversation have one id."""
    at_home = ConversationRef(platform="playground", id="ana", place=Place.HOME)
    to_sam = ConversationRef(platform="playground", id="sam", place=Place.DIRECT)

    def work(tx: Transaction) -> None:
        for number in range(6):
            tx.post(message(f"ana-{number}"), at=NOW)
        tx.post(replace(message("home"), to=at_home), at=NOW)
        for number in range(3):
            tx.post(replace(message(f"sam-{number}"), to=to_sam), at=NOW)

    async def sendable(limit: int, each: int | None) -> list[str]:
        rows = await store.transact(lambda tx: tx.sendable(NOW, limit, each=each))
        return [row.message.key for row in rows]

    await store.transact(work)
    assert await sendable(99, 2) == ["ana-0", "ana-1", "home", "sam-0", "sam-1"]
    assert await sendable(3, 2) == ["ana-0", "ana-1", "home"]
    assert await sendable(7, None) == [*(f"ana-{number}" for number in range(6)), "home"]
    assert len(await sendable(99, 99)) == 10
