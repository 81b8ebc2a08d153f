"""People, how they are reached, what they can undo, and moments kept about them."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.people import Identity, Language, Person, PersonId, Stakeholder, folded
from bot.messages import Address, ConversationRef
from bot.ports import Deed
from storage.embedded.catalogue import ADDRESSES, DEEDS, MARKS, PEOPLE, STAKEHOLDERS
from storage.embedded.room import Room
from storage.records import (
    PERSON,
    decode_address,
    decode_deeds,
    decode_language,
    decode_moment,
    encode_address,
    encode_deeds,
    encode_language,
    encode_moment,
)


class PeopleRoom(Room):
    """The people of a transaction, with their deeds and marks."""

    def new_person_id(self) -> PersonId:
        """Take an id for a new person."""
        return f"p{self._take('people')}"

    def person(self, person_id: PersonId) -> Person:
        """Return a person. Raises `KeyError` for an id that was never saved."""
        document = self._memory.document(PEOPLE, person_id)
        if document is None:
            raise KeyError(person_id)
        return PERSON.decode(document)

    def person_by_identity(self, identity: Identity) -> Person | None:
        """Return whoever has this identity."""
        ids = self._indexes.people.ids((identity.platform, identity.user))
        return self.person(min(ids)) if ids else None

    def people(self) -> Sequence[Person]:
        """Return everybody, by name."""
        everybody = map(PERSON.decode, self._memory.table(PEOPLE).documents.values())
        return sorted(everybody, key=lambda person: (folded(person.name), person.id))

    def save_person(self, person: Person) -> None:
        """Write a person."""
        self._memory.put(PEOPLE, person.id, PERSON.encode(person))

    def language_of(self, stakeholder: Stakeholder) -> Language | None:
        """Return the language in which a stakeholder is written to."""
        document = self._memory.document(STAKEHOLDERS, stakeholder.key)
        return decode_language(document) if document is not None else None

    def save_language_of(self, stakeholder: Stakeholder, language: Language | None) -> None:
        """Keep the language in which a stakeholder is written to; nothing is written if that is known."""
        if self.language_of(stakeholder) == language:
            return
        if language is None:
            self._memory.table(STAKEHOLDERS).drop(stakeholder.key)
        else:
            self._memory.put(STAKEHOLDERS, stakeholder.key, encode_language(language))

    def deeds(self, person_id: PersonId) -> Sequence[Deed]:
        """Return what a person did that may be undone, oldest first."""
        document = self._memory.document(DEEDS, person_id)
        return decode_deeds(document) if document is not None else ()

    def save_deeds(self, person_id: PersonId, deeds: Sequence[Deed]) -> None:
        """Replace a person's deeds."""
        self._memory.put(DEEDS, person_id, encode_deeds(deeds))

    def mark(self, key: str) -> datetime | None:
        """Return the moment kept under `key`."""
        document = self._memory.document(MARKS, key)
        return decode_moment(document) if document is not None else None

    def set_mark(self, key: str, at: datetime) -> None:
        """Keep a moment under `key`."""
        self._memory.put(MARKS, key, encode_moment(at))

    def forget_mark(self, key: str) -> None:
        """Drop the moment kept under `key`, if there is one."""
        if self._memory.document(MARKS, key) is not None:
            self._memory.table(MARKS).drop(key)

    def address(self, to: ConversationRef) -> Address:
        """Return how a conversation was last reached."""
        document = self._memory.document(ADDRESSES, _place(to))
        return decode_address(document) if document is not None else {}

    def save_address(self, to: ConversationRef, address: Address) -> None:
        """Keep how a conversation is reached; nothing is written if that is known."""
        before = self.address(to)
        after = {**before, **{key: value for key, value in address.items() if value}}
        if after != before:
            self._memory.put(ADDRESSES, _place(to), encode_address(after))


def _place(to: ConversationRef) -> str:
    return f"{to.place}:{to}"
