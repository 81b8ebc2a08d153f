"""Where messages to somebody go, and how the platform reaches them there."""

from collections.abc import Collection

from bot.domain.people import Identity, Person
from bot.messages import LATEST, Address, ConversationRef, Inbound, Outbound, Place, Profile
from bot.ports import Transaction


def direct(identity: Identity) -> ConversationRef:
    """Return the direct conversation with somebody."""
    return ConversationRef(platform=identity.platform, id=identity.user, place=Place.DIRECT)


def reach(tx: Transaction, person: Person) -> ConversationRef:
    """Return the direct conversation that messages to somebody go to: in the place that they prefer.

    Where they could not be reached, another of theirs comes first.
    """
    places = [direct(identity) for identity in person.identities]
    return min(
        places, key=lambda place: (tx.mark(unreachable(place)) is not None, place.platform != person.prefers)
    )


def elsewhere(tx: Transaction, message: Outbound, among: Collection[str]) -> ConversationRef | None:
    """Return another direct conversation that a message to one person can go to, on a platform `among` these.

    An answer belongs where it was asked for, and an edit to what it edits.
    """
    if message.to.place is not Place.DIRECT or message.answering is not None or message.edits:
        return None
    person = tx.person_by_identity(Identity(platform=message.to.platform, user=message.to.id))
    if person is None:
        return None
    others = [
        place
        for place in map(direct, person.identities)
        if place.platform != message.to.platform and place.platform in among
    ]
    reachable = [place for place in others if tx.mark(unreachable(place)) is None]
    return next(iter(sorted(reachable, key=lambda place: place.platform != person.prefers)), None)


def unreachable(place: ConversationRef) -> str:
    """Return the key under which the moment is kept since which somebody cannot be reached in a place."""
    return f"unreachable:{place}"


def told_unreachable(place: ConversationRef) -> str:
    """Return the key under which the moment is kept at which others were told that somebody cannot be reached."""
    return f"told:{unreachable(place)}"


def reached(tx: Transaction, place: ConversationRef) -> None:
    """Note that somebody can be reached in a place. A home page that can be drawn says nothing of that."""
    if place.place is not Place.DIRECT:
        return
    tx.forget_mark(unreachable(place))
    tx.forget_mark(told_unreachable(place))


def keep_addresses(tx: Transaction, inbound: Inbound) -> None:
    """Keep how the conversation, and everybody who is named, is reached from now on.

    Whoever says something in their own conversation can be reached there again.
    """
    if inbound.address:
        tx.save_address(_anywhere(inbound.conversation.platform), inbound.address)
        if inbound.conversation.place is Place.CHANNEL:
            tx.save_address(inbound.conversation, inbound.address)
    for profile in (inbound.sender, *inbound.mentioned):
        _keep_address(tx, profile)
    if inbound.conversation.place is not Place.CHANNEL:
        reached(tx, direct(inbound.sender.identity))


def address_of(tx: Transaction, to: ConversationRef) -> Address:
    """Return how a conversation is reached; of one that is not known, how its platform is.

    Since a platform may have moved without a word from there, what was heard of it last is told besides.
    """
    anywhere = tx.address(_anywhere(to.platform))
    return {**anywhere, **tx.address(to), **{f"{LATEST}{key}": value for key, value in anywhere.items()}}


def _keep_address(tx: Transaction, profile: Profile) -> None:
    if profile.address and profile.is_outsider is False:
        tx.save_address(direct(profile.identity), profile.address)


def _anywhere(platform: str) -> ConversationRef:
    """Return what stands for all conversations of a platform."""
    return ConversationRef(platform=platform, id="", place=Place.CHANNEL)
