"""What the store relies on in TinyDB's `Table`, private parts included."""

from types import SimpleNamespace

import pytest
import tinydb
from tinydb import Query, where
from tinydb.operations import increment
from tinydb.table import Document, Table

from storage.embedded.table import Documents, DocumentTable


@pytest.fixture
def world():
    """A table of two documents, and every change that was applied to it."""
    applied: list[tuple[str, str, object]] = []
    tables = {
        "people": {"1": {"name": "Ana", "n": 1, "tags": ["a"]}, "2": {"name": "Ken", "n": 2, "tags": []}}
    }

    def apply(table: str, doc_id: str, document: dict | None) -> None:
        applied.append((table, doc_id, document))
        if document is None:
            tables[table].pop(doc_id)
        else:
            tables[table][doc_id] = document

    table = DocumentTable(Documents(tables, apply), "people")
    return SimpleNamespace(table=table, applied=applied, tables=tables)


def test_tinydb_is_the_version_whose_private_parts_are_known():
    """Another one has to pass this suite first."""
    assert tinydb.__version__.startswith("4.9.")
    assert {"_update_table", "_read_table", "_get_next_id"} <= vars(Table).keys()


def test_stock_reads_work_on_documents_with_text_ids(world):
    """get, contains, search, all, len, count and iteration."""
    table = world.table
    assert table.get(doc_id="1") == {"name": "Ana", "n": 1, "tags": ["a"]}
    assert table.get(doc_id="1").doc_id == "1"
    assert table.get(doc_id="9") is None
    assert table.get(where("name") == "Ken").doc_id == "2"
    assert [found.doc_id for found in table.get(doc_ids=["2", "9", "1"])] == ["2", "1"]
    assert table.contains(doc_id="2")
    assert not table.contains(where("n") > 2)
    assert [found["name"] for found in table.search((Query().n >= 1) & Query().tags.any(["a"]))] == ["Ana"]
    assert (len(table), len(table.all()), table.count(where("n") > 0)) == (2, 2, 2)


def test_a_search_sees_each_change_and_never_an_old_answer(world):
    """TinyDB's query cache is off: after a rollback it would be wrong."""
    query = where("name") == "Ana"
    assert len(world.table.search(query)) == 1
    world.tables["people"].pop("1")
    assert world.table.search(query) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda table: table.insert(Document({"n": 3}, "3")), [("3", {"n": 3})]),
        (
            lambda table: table.update({"n": 5}, doc_ids=["2"]),
            [("2", {"name": "Ken", "n": 5, "tags": []})],
        ),
        (
            lambda table: table.update(increment("n"), where("name") == "Ana"),
            [("1", {"name": "Ana", "n": 2, "tags": ["a"]})],
        ),
        (
            lambda table: table.update(lambda document: document["tags"].append("b"), doc_ids=["1"]),
            [("1", {"name": "Ana", "n": 1, "tags": ["a", "b"]})],
        ),
        (
            lambda table: table.update_multiple([({"n": 7}, where("n") == 2)]),
            [("2", {"name": "Ken", "n": 7, "tags": []})],
        ),
        (lambda table: table.upsert(Document({"n": 4}, "4")), [("4", {"n": 4})]),
        (lambda table: table.update({"n": 1}, doc_ids=["1"]), []),
        (lambda table: table.remove(doc_ids=["1", "9"]), [("1", None)]),
        (lambda table: table.remove(where("n") == 2), [("2", None)]),
        (lambda table: table.truncate(), [("1", None), ("2", None)]),
        (lambda table: table.put("2", {"n": 0}), [("2", {"n": 0})]),
        (lambda table: table.drop("1"), [("1", None)]),
    ],
)
def test_exactly_the_touched_documents_are_applied(world, change, expected):
    """Each way to change a table goes through one place, and what stays the same is not written."""
    change(world.table)
    assert world.applied == [("people", doc_id, document) for doc_id, document in expected]


def test_documents_are_never_changed_in_place(world):
    """Who held a document before an update holds what it was, also deep inside."""
    before = world.tables["people"]["1"]
    world.table.update(lambda document: document["tags"].append("b"), doc_ids=["1"])
    assert before == {"name": "Ana", "n": 1, "tags": ["a"]}
    mine = {"tags": []}
    world.table.insert(Document(mine, "3"))
    mine["tags"].append("later")
    assert world.table.document("3") == {"tags": []}


def test_an_updater_that_raises_changes_nothing(world):
    """Not even what it had done before."""

    def fail(document: dict) -> None:
        document["n"] = 0
        raise ValueError

    with pytest.raises(ValueError):
        world.table.update(fail)
    assert world.applied == []


def test_ids_are_given_and_never_invented_or_taken_twice(world):
    """A document without an id, with one that is there, or to drop that is not, is an error."""
    with pytest.raises(ValueError, match="id of its own"):
        world.table.insert({"n": 3})
    with pytest.raises(ValueError, match="already exists"):
        world.table.insert(Document({}, "1"))
    with pytest.raises(KeyError):
        world.table.drop("9")
    assert world.applied == []


def test_reads_by_id_look_at_no_other_document(world):
    """Their cost does not depend on the size of the table."""

    class Untouchable(dict):
        def __iter__(self):
            raise AssertionError("the table was walked")

        keys = values = items = __iter__

    world.tables["people"] = Untouchable(world.tables["people"])
    assert world.table.get(doc_id="1")["name"] == "Ana"
    assert len(world.table.get(doc_ids=["1", "2"])) == 2
    assert world.table.contains(doc_id="1")
    assert len(world.table) == 2
    assert [found["n"] for found in world.table.select(["2"], lambda found: found["n"] > 1)] == [2]
    world.table.put("3", {"n": 3})
    world.table.update({"n": 4}, doc_ids=["3"])
    world.table.drop("3")
