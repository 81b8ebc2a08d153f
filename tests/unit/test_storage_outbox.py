"""What looking into a long outbox costs."""

from dataclasses import replace
from datetime import timedelta

from bot.messages import OutboxState
from storage.embedded.opening import open_to_write
from storage.embedded.outbox_room import OutboxRoom
from tests.support.store_samples import NOW, message

MANY, FEW = 500, 10


async def test_leasing_a_few_of_many_looks_at_a_few(tmp_path, monkeypatch):
    """Emptying an outbox ten by ten looks at each row once, not at all of them for every ten."""
    store = open_to_write(tmp_path)
    await store.transact(lambda tx: [tx.post(message(str(n)), at=NOW) for n in range(MANY)])
    looked, row = [], OutboxRoom._row

    def lease(tx) -> list[str]:
        monkeypatch.setattr(OutboxRoom, "_row", lambda room, key: looked.append(key) or row(room, key))
        rows = tx.sendable(NOW, FEW)
        monkeypatch.undo()
        for leased in rows:
            due_at = NOW + timedelta(minutes=1)
            tx.save_outbox_row(replace(leased, state=OutboxState.LEASED, due_at=due_at))
        return [leased.message.key for leased in rows]

    leased = [key for _ in range(MANY // FEW) for key in await store.transact(lease)]
    assert leased == [str(n) for n in range(MANY)]
    assert len(looked) == MANY
    await store.close()
