"""Everything that the store knows, in memory: tables, indexes, and what the running transaction touched."""

from bot.errors import StoreError
from storage.embedded.catalogue import TABLES, Indexes
from storage.embedded.lines import encode
from storage.embedded.table import Documents, DocumentTable
from storage.records import Document, Kept, require_known_schema

Tables = dict[str, dict[str, Document]]
"""Documents by table and id."""


class Memory:
    """The documents and the way to change them, and to change one's mind until `commit`."""

    def __init__(self, tables: Tables) -> None:
        """Take loaded tables. Raises `StoreError` for an unknown table, or a document of an unknown schema."""
        _require_known(tables)
        self._tables = {name: tables.get(name, {}) for name in TABLES}
        self._touched: dict[tuple[str, str], Document | None] = {}
        self.indexes = Indexes()
        for name, documents in self._tables.items():
            for doc_id, document in documents.items():
                require_known_schema(document, name, doc_id)
            for index in self.indexes.by_table[name]:
                index.load(documents)
        storage = Documents(self._tables, self._apply)
        self._by_name = {name: DocumentTable(storage, name) for name in TABLES}

    def table(self, name: str) -> DocumentTable:
        """Return a table of the catalogue."""
        return self._by_name[name]

    def document(self, table: str, doc_id: str) -> Kept | None:
        """Return a document itself, not a copy."""
        return self._tables[table].get(doc_id)

    def put(self, table: str, doc_id: str, document: Document) -> None:
        """Write a document; its maker gives it up."""
        self._by_name[table].put(doc_id, document)

    def touched(self, table: str) -> list[str]:
        """Return the ids of the documents of a table that were written since the last commit, in that order."""
        return [doc_id for name, doc_id in self._touched if name == table]

    @property
    def is_touched(self) -> bool:
        """Say whether anything was written since the last commit."""
        return bool(self._touched)

    def commit(self) -> bytes | None:
        """Return the changes since the last commit as a line of JSON, or None if nothing changed.

        Raises `StoreError` for text that cannot be written; the changes can still be rolled back then.
        """
        changes = [
            (table, doc_id, after)
            for (table, doc_id), before in self._touched.items()
            if (after := self._tables[table].get(doc_id)) is not before
        ]
        line = encode(changes) if changes else None
        self._touched.clear()
        return line

    def roll_back(self) -> None:
        """Make everything as it was at the last commit, indexes included."""
        touched, self._touched = self._touched, {}
        for (table, doc_id), before in touched.items():
            self._change(table, doc_id, before)

    def frozen(self) -> Tables:
        """Return the tables as they are now; later changes do not show in them.

        Documents are never changed in place, so that copying the tables themselves is enough.
        """
        return {name: documents.copy() for name, documents in self._tables.items()}

    def _apply(self, table: str, doc_id: str, document: Document | None) -> None:
        self._touched.setdefault((table, doc_id), self._tables[table].get(doc_id))
        self._change(table, doc_id, document)

    def _change(self, table: str, doc_id: str, after: Document | None) -> None:
        documents = self._tables[table]
        before = documents.get(doc_id)
        if after is None:
            documents.pop(doc_id, None)
        else:
            documents[doc_id] = after
        for index in self.indexes.by_table[table]:
            index.change(doc_id, before, after)


def _require_known(tables: Tables) -> None:
    """Raise `StoreError` if a table holds documents that this Engage would lose with its next snapshot."""
    for name, documents in tables.items():
        if documents and name not in TABLES:
            raise StoreError(
                f"The store holds the table {name!r}, which this Engage does not know. "
                "Run the Engage that wrote it, or a newer one."
            )
