"""A message that a platform will never take: somebody who can act on it is told, with what to do."""

from datetime import datetime

from bot.cards.promise import promise_card
from bot.domain.people import Person
from bot.domain.policy import Policy
from bot.domain.promise import Promise
from bot.handlers.context import direct, view_of
from bot.messages import Card, Outbound, Place, Rejected, Tone
from bot.ports import Transaction

_PREFIX = "undelivered:"


def tell_who_depends(
    tx: Transaction, policy: Policy, message: Outbound, rejected: Rejected, now: datetime
) -> None:
    """Tell the owner that a message about their promise did not arrive, and the leads of one to the owner.

    What cannot be told either stays a dead letter; so does an edit, which tells nobody anything new.
    """
    if message.key.startswith(_PREFIX) or message.edits or message.to.place is Place.HOME:
        return
    if message.to.place is Place.CHANNEL:
        _tell_of_channel(tx, policy, message, rejected, now)
        return
    for promise in (promise for number in message.shows if (promise := tx.promise(number))):
        readers = [tx.person(promise.owner)]
        if _is_to(readers[0], message):
            readers = _leads(tx, policy, promise.team)
        for reader in readers:
            if not _is_to(reader, message):
                why = view_of(tx, policy, reader, now).words(f"undelivered-{rejected.reason}")
                _tell(tx, policy, message, promise=promise, reader=reader, why=why, now=now)


def _tell(
    tx: Transaction,
    policy: Policy,
    message: Outbound,
    *,
    promise: Promise,
    reader: Person,
    why: str,
    now: datetime,
) -> None:
    view = view_of(tx, policy, reader, now)
    missed = next((person for person in tx.people() if _is_to(person, message)), None)
    name = missed.name if missed is not None else message.to.id
    title = view.words("undelivered", name=name, number=promise.number, why=why)
    card = promise_card(promise, view, title=title, tone=Tone.WARNING)
    key = f"{_PREFIX}{message.key}:{promise.number}:{reader.id}"
    to = direct(reader.identities[0])
    tx.post(Outbound(key=key, to=to, card=card, about=promise.number), at=now)


def _tell_of_channel(
    tx: Transaction, policy: Policy, message: Outbound, rejected: Rejected, now: datetime
) -> None:
    team = policy.team_at(str(message.to))
    for reader in _leads(tx, policy, team.key if team else None):
        words = view_of(tx, policy, reader, now).words
        why = words(f"undelivered-{rejected.reason}")
        title = words("undelivered-summary", channel=str(message.to), why=why)
        card = Card(title=title, language=words.language, tone=Tone.WARNING)
        key = f"{_PREFIX}{message.key}:{reader.id}"
        tx.post(Outbound(key=key, to=direct(reader.identities[0]), card=card), at=now)


def _leads(tx: Transaction, policy: Policy, team: str | None) -> list[Person]:
    return [person for person in tx.people() if person.is_active and policy.leads(person, team)]


def _is_to(person: Person, message: Outbound) -> bool:
    return any(direct(identity) == message.to for identity in person.identities)
