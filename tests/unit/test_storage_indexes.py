"""Indexes follow documents forward and backward, and agree with looking at every document."""

from hypothesis import given
from hypothesis import strategies as st

from storage.embedded.indexes import SLACK, DueHeap, KeyIndex, TurnQueue

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


def in_turn(document: dict) -> tuple[float, int] | None:
    return (document["at"], document["turn"]) if document["at"] is not None else None


queued = st.none() | st.integers(0, 9)
looks = st.lists(st.integers(0, 9), max_size=3)


@given(st.lists(st.tuples(st.integers(1, 9), queued, looks), max_size=60))
def test_whose_moment_has_come_comes_in_turn_however_the_clock_goes(history):
    """After any changes and any looks, also at earlier moments: each once, in the order of their turns."""
    table: dict[str, dict] = {}
    queue = TurnQueue(in_turn)
    for turn, at, moments in history:
        doc_id, after = f"m{10 - turn}", {"at": at, "turn": turn}
        queue.change(doc_id, table.get(doc_id), after)
        table[doc_id] = after
        for moment in moments:
            due = [row for row in table.values() if row["at"] is not None and row["at"] <= moment]
            expected = sorted(row["turn"] for row in due)
            assert [table[key]["turn"] for key in queue.until(moment)] == expected
    loaded = TurnQueue(in_turn)
    loaded.load(table)
    assert list(loaded.until(9)) == list(queue.until(9))


def test_a_queue_of_superseded_entries_is_rebuilt():
    """A message that is put off ten thousand times does not fill the memory."""
    queue = TurnQueue(in_turn)
    for at in range(10_000):
        queue.change("1", None, {"at": float(at), "turn": 1})
        assert list(queue.until(at)) == ["1"]
    assert len(queue) <= 2 + SLACK


def test_taking_the_first_of_many_again_and_again_costs_little_more_than_sorting_them():
    """Each is put off when it is taken; nobody walks past those that were."""
    compared = 0

    class Turn(int):
        def __lt__(self, other) -> bool:
            nonlocal compared
            compared += 1
            return int(self) < int(other)

    queue, count = TurnQueue(in_turn), 4_096
    for turn in range(count):
        queue.change(str(turn), None, {"at": 0.0, "turn": Turn(turn)})
    taken = []
    for _ in range(count):
        taken.append(next(queue.until(1.0)))
        queue.change(taken[-1], None, {"at": 60.0, "turn": Turn(taken[-1])})
    assert taken == [str(turn) for turn in range(count)]
    assert list(queue.until(1.0)) == []
    assert compared < 20 * count * count.bit_length()
