"""Accounts of one human become one person, and two again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.domain.joining import joined, parted
from bot.domain.people import Identity, OwnSettings, Person, PersonId
from bot.domain.policy import Policy
from bot.domain.promise import Promise, Stage
from bot.handlers.context import bundle_mark
from bot.handlers.reaching import reach
from bot.handlers.retiming import retimed
from bot.messages import Card, Outbound
from bot.ports import PromiseQuery, Transaction


def join(tx: Transaction, policy: Policy, one: Person, other: Person, now: datetime) -> Person:
    """Make one person of two, and return whom: the one who is known longer, else `one`.

    What the other owes and decides is theirs from now on, at the keeper's hours. The other record stays for its name, without accounts.
    """
    keeper, former = sorted((one, other), key=_age)
    for before in tx.people():
        if before.linked_to == former.id:
            tx.save_person(replace(before, linked_to=keeper.id))
    if bundled := max(filter(None, (tx.mark(bundle_mark(each)) for each in (keeper, former))), default=None):
        tx.set_mark(bundle_mark(keeper), bundled)
    tx.save_deeds(former.id, ())
    handles = {former.platforms[0]: former.handle, **former.handles}
    tx.save_person(replace(former, identities=(), handles=handles, linked_to=keeper.id, is_active=False))
    both = replace(
        keeper,
        identities=(*keeper.identities, *former.identities),
        handles={**keeper.handles, **handles},
        leave=keeper.leave or former.leave,
        email=keeper.email or former.email,
        is_active=True,
        apart=False,
    ).choosing(keeper.own if keeper.own != OwnSettings() else former.own)
    tx.save_person(both)
    for before in (former, keeper):
        retimed(tx, policy, before, both, now)
    for promise in _on_somebody(tx, former.id):
        tx.save_promise(joined(promise, former.id, keeper.id, at=now))
    return both


def part(tx: Transaction, person: Person, identity: Identity, now: datetime) -> tuple[Person, int]:
    """Make a person of their own of one account; return whom, and how many promises went back to them.

    They are who they were before they were linked; what was recorded since stays with `person`.
    """
    own = _before_linking(tx, person, identity, now)
    alone = replace(
        own,
        handle=person.handles.get(identity.platform, own.handle),
        identities=(identity,),
        said_language=person.said_language,
        said_zone=person.said_zone,
        leave=person.leave,
        prefers="",
        handles={},
        linked_to=None,
        is_active=True,
        apart=True,
    ).choosing(person.own)
    tx.save_person(alone)
    stays = tuple(each for each in person.identities if each != identity)
    handles = {
        platform: handle for platform, handle in person.handles.items() if platform != identity.platform
    }
    prefers = "" if person.prefers == identity.platform else person.prefers
    tx.save_person(replace(person, identities=stays, handles=handles, prefers=prefers, apart=True))
    returned = 0
    for promise in _on_somebody(tx, person.id):
        back = parted(promise, person.id, alone.id, at=now)
        if back is not promise:
            tx.save_promise(back)
            returned += 1
    return alone, returned


def settled(tx: Transaction, promise: Promise, now: datetime) -> Promise:
    """Return a promise so that whoever owes and decides it is who they are now, whatever they were linked to."""
    for who in (promise.owner, promise.state.decider):
        if who is not None and (keeper := tx.person(who).linked_to):
            return settled(tx, joined(promise, who, keeper, at=now), now)
    return promise


def tell_elsewhere(tx: Transaction, person: Person, card: Card, *, than: str, of: str, now: datetime) -> None:
    """Tell somebody that their accounts were linked, in another place than the platform `than`.

    Whoever made the other account, or took a code, sees what happened where they did; whoever has had this
    one all along learns of it here, and can take it back. `of` says of what linking this tells.
    """
    others = (platform for platform in person.platforms if platform != than)
    to = reach(tx, replace(person, prefers=next(others, "")))
    tx.post(Outbound(key=f"linked:{person.id}:{of}", to=to, card=card), at=now)


def _before_linking(tx: Transaction, person: Person, identity: Identity, now: datetime) -> Person:
    """Return the record that an account had, or a new one. An account's handle there says whose it was."""
    records = [
        each for each in tx.people() if each.linked_to == person.id and identity.platform in each.handles
    ]
    if records:
        return min(records, key=lambda each: len(each.handles))
    return replace(person, id=tx.new_person_id(), email="", known_since=now)


def _on_somebody(tx: Transaction, person_id: PersonId) -> Iterator[Promise]:
    """Yield what somebody owes, whatever its stage, and what they are asked to decide."""
    asked = PromiseQuery(decider=person_id, stages=(Stage.ESCALATED,))
    numbers = {
        promise.number
        for query in (PromiseQuery(owner=person_id), asked)
        for promise in tx.promises(replace(query, limit=tx.promises(query).total)).items
    }
    return (promise for number in sorted(numbers) if (promise := tx.promise(number)))


def _age(person: Person) -> float:
    return person.known_since.timestamp() if person.known_since else 0.0
