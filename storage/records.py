"""Domain values to plain documents and back, with a schema number; every store keeps the same documents.

A document is JSON as Python holds it: dicts with text keys, lists, text, numbers, booleans, None. It is
compact, and it carries what queries ask for, so that a store can choose without decoding:

- `search` of a promise or an insight holds words, name and organisation on three lines, folded;
- the history of a promise does not repeat the state and the reminder that hold now: entry `since` of the
  history has the state of the promise, and the last entry has its reminder.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.domain.insight import Insight
from bot.domain.people import Language, Person, Stakeholder, folded
from bot.domain.promise import Promise
from bot.errors import StoreError
from bot.messages import Address, OutboxRow
from bot.ports import Answered, Deed

SCHEMA = 1

Document = dict[str, Any]
"""A document that its holder may still change."""

Kept = Mapping[str, Any]
"""A document that is kept: nobody changes it any more, not even deep inside."""

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Record(Generic[T]):
    """How one kind of value is written.

    `whole` keeps fields that have their default value: unions of messages are told apart by one.
    """

    name: str
    adapter: TypeAdapter[T]
    whole: bool = False

    def encode(self, value: T) -> Document:
        """Return the document of a value."""
        document: Document = {"schema": SCHEMA}
        document.update(
            self.adapter.dump_python(
                value, mode="json", exclude_defaults=not self.whole, exclude_none=self.whole
            )
        )
        return document

    def decode(self, document: Kept) -> T:
        """Return the value of a document. Raises `StoreError` for one that this Engage cannot read."""
        try:
            return self.adapter.validate_python(document)
        except ValidationError as error:
            # The error itself repeats people's text.
            faults = error.error_count()
            problem = f"The store holds {self.name} that cannot be read: {faults} field(s) do not fit."
            raise StoreError(problem) from None


@dataclass(frozen=True, kw_only=True)
class PromiseRecord(Record[Promise]):
    """Promises, searchable, with a history that repeats nothing."""

    def encode(self, value: Promise) -> Document:
        """Return the document of a promise."""
        since = next((at for at in range(value.version - 1, -1, -1) if value.history[at].state), None)
        if since is None or value.history[since].state != value.state:
            raise ValueError(f"promise {value.number} has a state that its history does not explain")
        if value.history[-1].reminder != value.reminder:
            raise ValueError(f"promise {value.number} has a reminder that its history does not explain")
        document = super().encode(value)
        document["history"][since].pop("state")
        document["history"][-1].pop("reminder", None)
        document["since"] = since
        document["search"] = _search_text(value.words, value.stakeholder)
        return document

    def decode(self, document: Kept) -> Promise:
        """Return the promise of a document. Raises `StoreError` for one that cannot be read."""
        history = list(document["history"])
        since = document["since"]
        history[since] = {**history[since], "state": document["state"]}
        history[-1] = {**history[-1], "reminder": document["reminder"]}
        return super().decode({**document, "history": history})


@dataclass(frozen=True, kw_only=True)
class InsightRecord(Record[Insight]):
    """Insights, searchable."""

    def encode(self, value: Insight) -> Document:
        """Return the document of an insight."""
        document = super().encode(value)
        document["search"] = _search_text(value.words, value.stakeholder)
        return document


PROMISE = PromiseRecord(name="a promise", adapter=TypeAdapter(Promise))
INSIGHT = InsightRecord(name="an insight", adapter=TypeAdapter(Insight))
PERSON = Record(name="a person", adapter=TypeAdapter(Person))
ANSWER = Record(name="an answer", adapter=TypeAdapter(Answered), whole=True)
OUTBOX_ROW = Record(name="a message", adapter=TypeAdapter(OutboxRow), whole=True)

_DEEDS = TypeAdapter(tuple[Deed, ...])


def encode_deeds(deeds: Sequence[Deed]) -> Document:
    """Return the document of what one person did that can be undone."""
    return {"schema": SCHEMA, "deeds": _DEEDS.dump_python(tuple(deeds), mode="json")}


def decode_deeds(document: Kept) -> tuple[Deed, ...]:
    """Return the deeds of a document."""
    return _DEEDS.validate_python(document["deeds"])


def encode_moment(at: datetime) -> Document:
    """Return the document of a moment. Raises `ValueError` for a naive one."""
    if at.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return {"schema": SCHEMA, "at": at.isoformat()}


def decode_moment(document: Kept) -> datetime:
    """Return the moment of a document, aware."""
    return moment(document["at"])


def encode_address(address: Address) -> Document:
    """Return the document of how a conversation is reached."""
    return {"schema": SCHEMA, "address": dict(address)}


def decode_address(document: Kept) -> Address:
    """Return how a conversation is reached."""
    address: Address = document["address"]
    return address


def encode_language(language: Language) -> Document:
    """Return the document of the language in which somebody is written to."""
    return {"schema": SCHEMA, "language": language}


def decode_language(document: Kept) -> Language:
    """Return the language in which somebody is written to."""
    language: Language = document["language"]
    return language


def moment(text: str) -> datetime:
    """Return a moment as documents write it."""
    return datetime.fromisoformat(text)


def stakeholder_key(document: Kept) -> str:
    """Return `Stakeholder.key` of a promise or an insight, without folding anything again."""
    _, name, organisation = document["search"].split("\n")
    return f"{name}|{organisation}"


def require_known_schema(document: Kept, table: str, doc_id: str) -> None:
    """Raise `StoreError` unless this Engage reads the document."""
    schema = document.get("schema")
    if schema != SCHEMA:
        raise StoreError(
            f"{table} {doc_id} was written with schema {schema}, and this Engage reads schema {SCHEMA}. "
            "Run the Engage that wrote it, or a newer one."
        )


def _search_text(words: str, stakeholder: Stakeholder) -> str:
    return "\n".join(map(folded, (words, stakeholder.name, stakeholder.organisation)))
