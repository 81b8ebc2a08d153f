"""Indexes follow documents forward and backward, and agree with looking at every document."""

from hypothesis import given
from hypothesis import strategies as st

from storage.embedded.indexes import SLACK, DueHeap, KeyIndex

documents = st.none() | st.fixed_dictionaries(
    {"at": st.none() | st.integers(0, 9), "keys": st.lists(st.sampled_from("abc"), max_size=3)}
)
histories = st.lists(st.tuples(st.integers(1, 12).map(str), documents), max_size=60)


@given(histories, st.integers(0, 9))
def test_indexes_agree_with_looking_at_every_document(history, moment):
    """After any changes: the ids of each key and of several; what is due, in order, each once."""
    table: dict[str, dict] = {}
    keys, heap = KeyIndex(lambda document: document["keys"]), DueHeap(lambda document: document["at"])
    for doc_id, after in history:
        for index in (keys, heap):
            index.change(doc_id, table.get(doc_id), after)
        table.pop(doc_id, None)
        if after is not None:
            table[doc_id] = after
    for wanted in ("a", "b", "c", "ab", "abc", ""):
        assert keys.ids(*wanted) == {key for key in table if set(wanted) & set(table[key]["keys"])}
    due = sorted((found["at"], int(key), key) for key, found in table.items() if found["at"] is not None)
    assert list(heap.until(moment)) == [key for at, _, key in due if at <= moment]
    assert list(heap.until(moment)) == [key for at, _, key in due if at <= moment]
    assert heap.earliest() == (due[0][2] if due else None)


def test_a_heap_of_superseded_entries_is_rebuilt():
    """A document that moves ten thousand times does not fill the memory."""
    heap = DueHeap(lambda document: document["at"])
    before = None
    for at in range(10_000):
        after = {"at": float(at)}
        heap.change("1", before, after)
        before = after
    assert len(heap) <= 2 + SLACK
    assert list(heap.until(1e9)) == ["1"]


def test_looking_at_a_few_due_ones_walks_past_few_others():
    """Asking for the first of many due stops there."""
    heap = DueHeap(lambda document: document["at"])
    for number in range(1_000):
        heap.change(str(number), None, {"at": float(number)})
    first = heap.until(999.0)
    assert [next(first), next(first)] == ["0", "1"]
    assert list(heap.until(-1.0)) == []
