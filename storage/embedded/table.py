"""TinyDB's `Table` over documents in memory.

TinyDB changes a table in one place, `Table._update_table`: it hands a mapping to an updater, which does
to it whatever `insert`, `update` or `remove` mean. Here the mapping is an overlay, which knows afterwards
exactly which documents were touched; only these are applied and journalled. Reads look at the documents
themselves and copy nothing that is not returned.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any, NoReturn

from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document as TinyDocument
from tinydb.table import Table

from storage.records import Document, Kept

Apply = Callable[[str, str, Document | None], None]
"""Takes a table, an id, and the document that is to be there (None: no document)."""


class Documents(Storage):
    """The documents of every table, as TinyDB's storage. What changes them is `apply` alone."""

    def __init__(self, tables: dict[str, dict[str, Document]], apply: Apply) -> None:
        self.tables = tables
        self.apply = apply

    def read(self) -> dict[str, dict[str, Any]]:
        """Return every table; nobody may change what is in it."""
        return self.tables

    def write(self, data: dict[str, dict[str, Any]]) -> NoReturn:
        """Refuse: a whole database is never written."""
        raise NotImplementedError("documents change one at a time, through DocumentTable")


class Overlay(MutableMapping[str, Document]):
    """A table as an updater sees it: a document is copied when it is first looked at."""

    def __init__(self, base: dict[str, Document]) -> None:
        self._base = base
        self._own: dict[str, Document | None] = {}

    def __getitem__(self, key: str) -> Document:
        if key not in self._own:
            self._own[key] = _copied(self._base[key])
        document = self._own[key]
        if document is None:
            raise KeyError(key)
        return document

    def __setitem__(self, key: str, document: Document) -> None:
        self._own[key] = _copied(document)

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._own[key] = None

    def __contains__(self, key: object) -> bool:
        return self._own[str(key)] is not None if key in self._own else key in self._base

    def __iter__(self) -> Iterator[str]:
        yield from (key for key in self._base if key in self)
        yield from (key for key in self._own if key not in self._base and key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        """Take every document out."""
        self._own = dict.fromkeys(self._base)

    def adopt(self, key: str, document: Document) -> None:
        """Put a document that its maker gives up, without copying it."""
        self._own[key] = document

    def changes(self) -> list[tuple[str, Document | None]]:
        """Return what differs from the table: ids with their document, None where it is gone."""
        return [(key, document) for key, document in self._own.items() if document != self._base.get(key)]


class DocumentTable(Table):
    """A table whose ids are text. Reads by id cost the same whatever the size of the table."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB lets ids be of any class, its types do not

    def __init__(self, documents: Documents, name: str) -> None:
        super().__init__(documents, name, cache_size=0)  # a cached result would be stale after a rollback
        self._documents = documents

    @property
    def documents(self) -> dict[str, Document]:
        """Every document by its id; nobody may change them."""
        return self._documents.tables[self.name]

    def document(self, doc_id: str) -> Kept | None:
        """Return a document itself, not a copy."""
        return self.documents.get(doc_id)

    def put(self, doc_id: str, document: Document) -> None:
        """Write a document, new or in the place of another. Its maker gives it up."""
        self._update_table(lambda table: table.adopt(doc_id, document))

    def drop(self, doc_id: str) -> None:
        """Remove a document. Raises `KeyError` if there is none."""
        self._update_table(lambda table: table.pop(doc_id))

    def select(self, doc_ids: Iterable[str], condition: Callable[[Kept], bool]) -> Iterator[Kept]:
        """Yield the documents that hold, of those that an index proposes; not copies."""
        documents = self.documents
        return filter(condition, (documents[doc_id] for doc_id in doc_ids))

    def get(  # type: ignore[override]  # TinyDB's overloads want integers
        self,
        cond: QueryLike | None = None,
        doc_id: str | None = None,
        doc_ids: Iterable[str] | None = None,
    ) -> TinyDocument | list[TinyDocument] | None:
        """Return one document, or those with `doc_ids`, as TinyDB does, but without walking the table."""
        if doc_id is not None or doc_ids is None:
            return super().get(cond, doc_id)  # type: ignore[arg-type]  # as above
        documents = self.documents
        return [self.document_class(documents[key], key) for key in doc_ids if key in documents]  # type: ignore[arg-type]  # as above

    def _read_table(self) -> dict[str, Any]:
        return self.documents

    def _get_next_id(self) -> NoReturn:
        raise ValueError("a document needs an id of its own: insert a tinydb.table.Document")

    def _update_table(self, updater: Callable[[Any], object]) -> None:
        overlay = Overlay(self.documents)
        updater(overlay)
        for doc_id, document in overlay.changes():
            self._documents.apply(self.name, doc_id, document)


def _copied(value: Any) -> Any:  # noqa: ANN401 - JSON may be anything
    """Return a deep copy of plain JSON."""
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_copied(item) for item in value]
    return value
