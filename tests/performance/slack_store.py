"""What Engage has in its store before it is measured, what it is asked, and what is there afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.domain.people import Identity, Person, Stakeholder
from bot.domain.promise import Promise
from bot.ports import Transaction
from storage import open_store
from tests.peers.slack.workspace import Member
from tests.performance.slack_client import typed
from tests.support.store_samples import person, promise

AT_ONCE = 500
"""Promises in one transaction."""

STAKEHOLDERS = 1_000


async def seed(url: str, members: Sequence[Member], promises: int) -> None:
    """Make a store of people whom Slack knows and of their promises, none of them due soon."""
    store, recorded_at = open_store(url), datetime.now(UTC) - timedelta(days=30)
    first = recorded_at.date() + timedelta(days=120)
    people = await store.transact(lambda tx: [_meet(tx, member) for member in members])
    models = [
        promise(
            1,
            owner=people[number % len(people)].id,
            words=f"send the report of consultation {number} to everybody who came",
            stakeholder=_stakeholder(number),
            team=None,
            day=first + timedelta(days=number % 200),
            at=recorded_at,
        )
        for number in range(STAKEHOLDERS)
    ]

    def record(tx: Transaction, some: Sequence[Promise]) -> None:
        for each in some:
            tx.save_promise(replace(each, number=tx.next_number()))

    for begin in range(0, promises, AT_ONCE):
        some = [models[number % STAKEHOLDERS] for number in range(begin, min(begin + AT_ONCE, promises))]
        await store.transact(lambda tx, some=some: record(tx, some))
    await store.close()


def commands(members: Sequence[Member], channel: dict[str, Any]) -> Callable[[], bytes]:
    """Return what makes a request, never the same promise twice; people take turns."""
    day = datetime.now(UTC).date() + timedelta(days=60)
    numbers = count(1)

    def request() -> bytes:
        number = next(numbers)
        text = (
            f"promise {_stakeholder(number)}: send the report of working group {number} to everybody who came "
            f"by {day:%B} {day.day}, {day.year}"
        )
        return typed(text, by=members[number % len(members)], channel=channel)

    return request


async def kept(url: str) -> set[int]:
    """Return the numbers of all promises that are on the disk."""
    store = open_store(url, read_only=True)
    try:
        return await store.transact(lambda tx: {number for number in tx.numbers() if tx.promise(number)})
    finally:
        await store.close()


def _stakeholder(number: int) -> Stakeholder:
    return Stakeholder(name=f"Maria Chen {number % STAKEHOLDERS}", organisation="OpenNorth")


def _meet(tx: Transaction, member: Member) -> Person:
    met = replace(
        person(tx.new_person_id(), member.real_name, zone=member.tz),
        handle=member.name,
        identities=(Identity(platform="slack", user=member.id),),
        email=member.email,
    )
    tx.save_person(met)
    return met
