"""Where a message to somebody goes who is in two places, and what becomes of it if they left one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.delivery import Delivery
from bot.domain.people import Identity, Person
from bot.domain.policy import Policy
from bot.handlers.reaching import address_of, direct, keep_addresses, reach, unreachable
from bot.messages import (
    Answering,
    Card,
    ConversationRef,
    Delivered,
    Inbound,
    Outbound,
    OutboxState,
    Place,
    Profile,
    Receipt,
    Rejected,
    Typed,
    Undelivered,
)
from storage import open_store

NOW = datetime(2026, 12, 4, 15, tzinfo=UTC)
SLACK, TEAMS = Identity(platform="slack", user="U1"), Identity(platform="teams", user="a-1")
DANA = Person(
    id="p1", name="Dana", handle="dana", identities=(SLACK, TEAMS), language="en", zone="America/Toronto"
)
LETTER = Outbound(key="12:r1", to=direct(SLACK), card=Card(title="One promise needs you", language="en"))


class Clock:
    def now(self):
        return NOW


class Somewhere:
    """A platform that refuses everybody for a reason, or takes what it is sent."""

    pause = 0.0

    def __init__(self, name, reason=None):
        self.name = name
        self.reason = reason
        self.taken = []

    async def send(self, message):
        if self.reason:
            return Rejected(problem="no", reason=self.reason)
        self.taken.append(message)
        return Delivered(receipt=Receipt(message_id=message.key))

    async def find(self, message, *, since):
        return None


@pytest.fixture
async def store(tmp_path):
    opened = open_store(f"tinydb://{tmp_path}/store")
    await opened.transact(lambda tx: tx.save_person(DANA))
    yield opened
    await opened.close()


async def delivered(store, *platforms, letter=LETTER):
    """Send a letter through these platforms; return what became of it."""
    await store.transact(lambda tx: tx.post(letter, at=NOW))
    named = {platform.name: platform for platform in platforms}
    await Delivery(store=store, platforms=named, policy=Policy(), clock=Clock()).deliver()
    return await store.transact(lambda tx: tx.outbox_row(letter.key))


def reached(store, person):
    return store.transact(lambda tx: reach(tx, person))


async def test_messages_go_where_somebody_prefers_else_to_their_first_place(store):
    assert await reached(store, DANA) == direct(SLACK)
    assert await reached(store, replace(DANA, prefers="teams")) == direct(TEAMS)
    assert await reached(store, replace(DANA, prefers="carrier pigeon")) == direct(SLACK)


async def test_where_somebody_cannot_be_reached_their_other_place_comes_first(store):
    await store.transact(lambda tx: tx.set_mark(unreachable(direct(SLACK)), NOW))
    assert await reached(store, replace(DANA, prefers="slack")) == direct(TEAMS)


@pytest.mark.parametrize("reason", [Undelivered.BLOCKED, Undelivered.PERSON])
async def test_who_blocked_engage_in_one_place_is_reached_in_the_other(store, reason):
    """It arrives there once, and from then on messages go there at once."""
    slack, teams = Somewhere("slack", reason), Somewhere("teams")
    row = await delivered(store, slack, teams)
    assert row.state is OutboxState.DELIVERED
    assert [message.to for message in teams.taken] == [direct(TEAMS)]
    assert await reached(store, DANA) == direct(TEAMS)


async def test_who_is_refused_in_both_places_is_tried_in_each_once(store):
    """A message is not sent to and fro."""
    blocked = Undelivered.BLOCKED
    row = await delivered(store, Somewhere("slack", blocked), Somewhere("teams", blocked))
    assert (row.state, row.message.to) == (OutboxState.DEAD, direct(TEAMS))
    assert row.attempts == 2


async def test_a_platform_that_was_taken_out_sends_nobody_into_the_void(store):
    """Whoever is on another one is told there."""
    teams = Somewhere("teams")
    row = await delivered(store, teams)
    assert row.state is OutboxState.DELIVERED
    assert len(teams.taken) == 1


@pytest.mark.parametrize(
    "letter",
    [
        replace(LETTER, answering=Answering()),
        replace(LETTER, edits="m1"),
        replace(LETTER, to=ConversationRef(platform="slack", id="C1", place=Place.CHANNEL)),
    ],
    ids=["answer", "edit", "channel"],
)
async def test_what_belongs_where_it_goes_goes_nowhere_else(store, letter):
    teams = Somewhere("teams")
    await delivered(store, Somewhere("slack", Undelivered.BLOCKED), teams, letter=letter)
    assert teams.taken == []


def said(place=Place.DIRECT, address=None, **general):
    """Return what Dana says in Teams, reached as the test says."""
    where = ConversationRef(platform="teams", id="a-1" if place is Place.DIRECT else "19:c", place=place)
    sender = Profile(identity=TEAMS, name="Dana", handle="dana", address=address or {})
    return Inbound(event_id="1", conversation=where, sender=sender, said=Typed(text="mine"), address=general)


async def test_whoever_speaks_in_their_own_conversation_can_be_reached_again(store):
    """A word in a channel does not show that."""
    await store.transact(lambda tx: tx.set_mark(unreachable(direct(TEAMS)), NOW))
    await store.transact(lambda tx: keep_addresses(tx, said(Place.CHANNEL)))
    assert await store.transact(lambda tx: tx.mark(unreachable(direct(TEAMS)))) == NOW
    await store.transact(lambda tx: keep_addresses(tx, said()))
    assert await store.transact(lambda tx: tx.mark(unreachable(direct(TEAMS)))) is None


async def test_a_change_of_the_service_is_known_from_the_next_word_on(store):
    """One that has not been heard of since is told both: where it was, and where the service was last."""
    old = said(address={"service_url": "old", "conversation": "a:1"}, service_url="old")
    channel = replace(said(Place.CHANNEL, service_url="new"), sender=replace(old.sender, address={}))
    await store.transact(lambda tx: keep_addresses(tx, old))
    await store.transact(lambda tx: keep_addresses(tx, channel))
    unheard = ConversationRef(platform="teams", id="19:other", place=Place.CHANNEL)
    assert await store.transact(lambda tx: address_of(tx, unheard)) == {
        "service_url": "new",
        "latest:service_url": "new",
    }
    known = await store.transact(lambda tx: address_of(tx, direct(TEAMS)))
    assert known == {"service_url": "old", "conversation": "a:1", "latest:service_url": "new"}
    renewed = said(address={"service_url": "new", "conversation": "a:1"}, service_url="new")
    await store.transact(lambda tx: keep_addresses(tx, renewed))
    known = await store.transact(lambda tx: address_of(tx, direct(TEAMS)))
    assert known == {"service_url": "new", "conversation": "a:1", "latest:service_url": "new"}


async def test_a_message_leaves_with_how_its_conversation_is_reached(store):
    """The address is that of the moment when it leaves, and is kept in one place alone."""
    await store.transact(lambda tx: tx.save_address(direct(SLACK), {"service_url": "now"}))
    slack = Somewhere("slack")
    row = await delivered(store, slack)
    assert [message.address for message in slack.taken] == [{"service_url": "now"}]
    assert row.message.address == {}
