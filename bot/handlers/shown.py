"""What people see is how things stand: messages that wait, messages that were sent, and home pages."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.cards.promise import promise_card
from bot.cards.reminder import bundle
from bot.domain.history import WHO_IS_WHO, Action
from bot.domain.people import Identity, Person
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.handlers.context import view_of
from bot.handlers.homepage import KEPT_UP, home_card, home_mark
from bot.handlers.reaching import direct
from bot.messages import ConversationRef, Element, Outbound, OutboxRow, Place, Small, Tone
from bot.ports import Transaction
from bot.words import Words

_SAID_BY_ENGAGE = {Action.REMINDED, Action.HELD, Action.RESUMED, Action.RETIMED, Action.UNDELIVERED}
"""What changes nothing that a card shows."""

_CHANGES_NO_CARD = _SAID_BY_ENGAGE | WHO_IS_WHO
"""What is no news to whoever reads a card."""


def as_it_stands(tx: Transaction, policy: Policy, message: Outbound, now: datetime) -> Outbound | None:
    """Return a message as it has to be sent now, or None if nothing is left to be said.

    A reminder leaves out each promise of which something was done or said since. What tells of a promise
    keeps its sentence, says whether more has happened since, and shows the promise as it is. An answer is as
    it was given. Of several that take the same place, only the newest is sent.
    """
    if message.slot and tx.newest_in(message.slot) != message.key:
        return None
    if message.answering is not None:
        return message
    if message.to.place is Place.HOME:
        reader = reader_of(tx, message)
        return replace(message, card=home_card(tx, policy, reader, now))
    if message.reminds and not message.edits:
        message = replace(message, reminds=_still_to_remind(tx, message))
        if not message.reminds:
            return None
    return _current(tx, policy, message, now) if message.shows else message


def edit_of(message: Outbound, message_id: str, *, key: str) -> Outbound:
    """Return the message that makes an earlier one show how things stand; `message_id` is the platform's."""
    return replace(message, key=key, edits=message_id)


def keep_in_step(
    tx: Transaction,
    policy: Policy,
    now: datetime,
    *,
    event_id: str,
    speaker: Person,
    besides: ConversationRef | None,
    but: str,
) -> None:
    """Queue what makes everything that was shown of the changed promises show how they stand now.

    The message `but`, and the home page if that is the conversation `besides`, are answered otherwise. `speaker`
    is who they were before: who chose another language or zone sees their home page in it.
    """
    numbers = tx.changed_promises()
    changed = [promise for number in numbers if (promise := tx.promise(number)) and _has_changed(promise)]
    edited = set[str]()
    for promise in changed:
        for row in tx.showing(promise.number):
            if row.receipt and row.receipt.message_id != but and row.message.key not in edited:
                edited.add(row.message.key)
                key = f"{row.message.key}:{promise.number}v{promise.version}"
                tx.post(edit_of(row.message, row.receipt.message_id, key=key), at=now)
    readers = {person for promise in changed for person in _concerned(promise)}
    now_speaker = tx.person(speaker.id)
    if (speaker.language, speaker.zone) != (now_speaker.language, now_speaker.zone):
        readers.add(speaker.id)
    for reader in sorted(readers):
        _renew_home(tx, policy, tx.person(reader), now, event_id=event_id, besides=besides)


def catch_up(tx: Transaction, policy: Policy, row: OutboxRow, now: datetime) -> None:
    """Queue an edit of a message that has just arrived if its promises changed while it was on its way."""
    message, receipt = row.message, row.receipt
    if receipt is None or not message.shows or message.edits:
        return
    if _current(tx, policy, message, now).card != message.card:
        tx.post(edit_of(message, receipt.message_id, key=f"{message.key}:late"), at=now)


def reader_of(tx: Transaction, message: Outbound) -> Person:
    """Return to whom a message goes that goes to one person."""
    reader = tx.person_by_identity(Identity(platform=message.to.platform, user=message.to.id))
    if reader is None:
        raise AssertionError(f"message {message.key} goes to nobody")
    return reader


def _current(tx: Transaction, policy: Policy, message: Outbound, now: datetime) -> Outbound:
    view = view_of(tx, policy, reader_of(tx, message), now)
    promises = [promise for number in message.shows if (promise := tx.promise(number))]
    if message.reminds:
        return replace(message, card=bundle(promises, view))
    promise = promises[0]
    # What was said stays in the language in which it was said, and so does the rest of its card.
    view = replace(view, words=Words(message.card.language))
    card = promise_card(promise, view, title=message.card.title, tone=message.card.tone)
    said: tuple[Element, ...] = ()
    if message.card.tone is Tone.WARNING:
        # What did not arrive is told with the reason before everything else; it stays.
        said = message.card.elements[:1]
    if any(entry.action not in _CHANGES_NO_CARD for entry in promise.history[message.version :]):
        said = (*said, Small(text=view.words("since-then")))
    return replace(message, card=replace(card, elements=(*said, *card.elements)))


def _still_to_remind(tx: Transaction, message: Outbound) -> tuple[tuple[int, int], ...]:
    return tuple(
        (number, sequence)
        for number, sequence in message.reminds
        if (promise := tx.promise(number)) is not None
        and promise.latest.action is Action.REMINDED
        and promise.times_reminded == sequence
    )


def _has_changed(promise: Promise) -> bool:
    return promise.history[-1].action not in _SAID_BY_ENGAGE


def _concerned(promise: Promise) -> Iterator[str]:
    """Yield who owes it or is asked about it, now and before the last change."""
    states = [entry.state for entry in promise.history if entry.state is not None][-2:]
    for state in states:
        yield state.owner
        if state.escalation is not None:
            yield state.escalation.decider


def _renew_home(
    tx: Transaction,
    policy: Policy,
    reader: Person,
    now: datetime,
    *,
    event_id: str,
    besides: ConversationRef | None,
) -> None:
    for identity in reader.identities:
        to = replace(direct(identity), place=Place.HOME)
        seen = tx.mark(home_mark(to))
        if to != besides and seen is not None and now - seen <= KEPT_UP:
            key = f"home:{to}:{event_id}"
            tx.post(Outbound(key=key, to=to, card=home_card(tx, policy, reader, now)), at=now)
