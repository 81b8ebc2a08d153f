"""Who speaks or is mentioned, as their platform knows them; the same e-mail address on two is one person."""

from dataclasses import replace
from datetime import datetime

from bot.cards.linking import linked_card
from bot.domain.people import Person
from bot.domain.policy import Policy
from bot.handlers.context import LONGEST_NAME, view_of
from bot.handlers.linking import join, tell_elsewhere
from bot.handlers.retiming import retimed
from bot.intents.text import clean
from bot.messages import Profile
from bot.ports import Transaction


def acquainted(
    tx: Transaction, policy: Policy, profile: Profile, now: datetime, *, speaks: bool = True
) -> Person:
    """Return who this is, as the platform knows them now; what it does not say stays as it was.

    Of somebody with several accounts, the first one's platform says the name, and the one where they speak
    says the language and the zone.
    """
    known = tx.person_by_identity(profile.identity)
    twin = _twin(tx, known, profile)
    if twin is not None:
        person = _linked(tx, policy, known, twin, profile, now=now)
    else:
        person = known or Person(
            id=tx.new_person_id(),
            name=profile.handle or profile.identity.user,
            handle="",
            identities=(profile.identity,),
            language=policy.language,
            zone=policy.zone,
            known_since=now,
        )
    current = _as_known_now(person, profile, speaks=speaks)
    if current != known:
        tx.save_person(current)
        retimed(tx, policy, person, current, now)
    if twin is not None:
        card = linked_card(current, view_of(tx, policy, current, now), because="email")
        tell_elsewhere(tx, current, card, than=profile.identity.platform, of=str(profile.identity), now=now)
    return current


def _as_known_now(person: Person, profile: Profile, *, speaks: bool) -> Person:
    is_first = person.identities[0] == profile.identity
    is_linked = len(person.identities) > 1
    handle = clean(profile.handle)[:LONGEST_NAME]
    if speaks or not is_linked:
        person = person.said_to_be(profile.language, profile.zone or "")
    if not is_first:
        handles = {**person.handles, **({profile.identity.platform: handle} if handle else {})}
        return replace(person, handles=handles, email=person.email or profile.email)
    return replace(
        person,
        name=clean(profile.name)[:LONGEST_NAME] or person.name,
        handle=handle or person.handle,
        email=profile.email or person.email,
        is_active=profile.is_active or is_linked,
    )


def _twin(tx: Transaction, known: Person | None, profile: Profile) -> Person | None:
    """Return the one other person with this e-mail address, if they are nobody else on this platform.

    Only an address that is news is looked up. One that several people have, such as a shared mailbox, says
    nothing about who somebody is.
    """
    email = profile.email.casefold()
    if not email or profile.is_bot or profile.is_outsider or not profile.is_active:
        return None
    if known is not None and (known.apart or len(known.identities) > 1 or known.email.casefold() == email):
        return None
    others = [
        person
        for person in tx.people()
        if person.is_active and person.email.casefold() == email and person != known
    ]
    if len(others) != 1 or others[0].apart or profile.identity.platform in others[0].platforms:
        return None
    return others[0]


def _linked(
    tx: Transaction, policy: Policy, known: Person | None, twin: Person, profile: Profile, *, now: datetime
) -> Person:
    """Make one person of both; one who was nobody yet is made no record in vain."""
    if known is None:
        return replace(twin, identities=(*twin.identities, profile.identity))
    return join(tx, policy, twin, known, now)
