"""Any history of a store, with failures, compactions and openings in it, matches a plain dict."""

import asyncio
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ports import Transaction
from storage.embedded.catalogue import MARKS
from storage.embedded.opening import open_to_read, open_to_write

keys = st.sampled_from(["a", "b", "c", "é", "🙂", '"', "\n", ""])
values = st.none() | st.text(max_size=40) | st.lists(st.integers() | st.booleans() | st.none(), max_size=3)
writes = st.lists(st.tuples(keys, values), min_size=1, max_size=5)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("commit"), writes),
        st.tuples(st.just("fail"), writes),
        st.tuples(st.just("together"), st.lists(writes, max_size=4)),
        st.tuples(st.just("open again"), st.none()),
    ),
    max_size=25,
)


class Planned(Exception):  # noqa: N818 - an outcome, not a fault
    """A transaction is to be rolled back."""


def work(some_writes, *, fails: bool = False):
    """Return a transaction that writes documents, removes them (None), and perhaps fails at its end."""

    def run(tx: Transaction) -> None:
        table = tx._memory.table(MARKS)
        for key, value in some_writes:
            if value is not None:
                table.put(key, {"schema": 1, "value": value})
            elif table.contains(doc_id=key):
                table.drop(key)
        if fails:
            raise Planned

    return run


def written(model: dict, some_writes) -> None:
    """Do to a dict what `work` does."""
    for key, value in some_writes:
        model.pop(key, None)
        if value is not None:
            model[key] = value


def kept(tx: Transaction) -> dict:
    return {key: document["value"] for key, document in tx._memory.table(MARKS).documents.items()}


async def live(directory: Path, history, compact_above: int) -> None:
    """Live through a history, comparing with a dict after each step and at the end."""
    model: dict = {}
    store = open_to_write(directory, compact_above=compact_above)
    for what, detail in history:
        match what:
            case "commit":
                await store.transact(work(detail))
                written(model, detail)
            case "fail":
                outcome = await asyncio.gather(
                    store.transact(work(detail, fails=True)), return_exceptions=True
                )
                assert isinstance(outcome[0], Planned)
            case "together":
                await asyncio.gather(*(store.transact(work(some)) for some in detail))
                for some in detail:
                    written(model, some)
            case "open again":
                await store.close()
                store = open_to_write(directory, compact_above=compact_above)
        assert await store.transact(kept) == model
        assert await open_to_read(directory).transact(kept) == model
    await store.close()
    store = open_to_write(directory)
    assert await store.transact(kept) == model
    await store.close()


@settings(max_examples=80, deadline=None)
@given(history=steps, compact_above=st.sampled_from([0, 300, 1 << 20]))
def test_a_store_is_a_dict_that_survives(history, compact_above):
    """Whatever happens, in memory, to a reader beside it, and on the disk."""
    with TemporaryDirectory() as directory:
        asyncio.run(live(Path(directory), history, compact_above))


def test_batches_are_numbered_without_a_gap_across_journals(tmp_path):
    """Each journal is called by its first batch, and the next one follows the last."""

    async def write() -> None:
        store = open_to_write(tmp_path, compact_above=200)
        for number in range(40):
            await store.transact(work([(str(number), "x")]))
        await store.close()

    asyncio.run(write())
    journals = sorted(tmp_path.glob("journal-*.jsonl"), key=lambda path: int(path.stem.split("-")[1]))
    firsts = [int(path.stem.split("-")[1]) for path in journals]
    lengths = [len(path.read_bytes().splitlines()) for path in journals]
    assert all(
        first + length == following
        for (first, following), length in zip(pairwise(firsts), lengths, strict=False)
    )
    assert firsts[-1] + lengths[-1] == 41
