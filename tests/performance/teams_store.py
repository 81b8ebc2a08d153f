"""What Engage has in its store before it is measured, what is pressed, and what is there afterwards."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from bot.domain.people import Identity, Person, Stakeholder
from bot.domain.promise import Stage
from bot.ports import Transaction
from storage import open_store
from tests.peers.teams.tenant import BOT, TENANT
from tests.support.store_samples import person, promise

AT_ONCE = 500
"""Promises in one transaction."""

STAKEHOLDERS = 1_000
BLOCK = 200
"""Promises that are closed one after the other, and then opened again: many more than are pressed at once."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody in Teams."""

    number: int

    @property
    def name(self) -> str:
        return f"ana{self.number}"

    @property
    def aad(self) -> str:
        return f"a0000000-0000-4000-8000-{self.number:012}"


async def seed(url: str, members: Sequence[Member], promises: int) -> None:
    """Make a store of people whom Teams knows and of their promises, none of them due soon."""
    store, recorded_at = open_store(url), datetime.now(UTC) - timedelta(days=30)
    first = recorded_at.date() + timedelta(days=120)
    people = await store.transact(lambda tx: [_meet(tx, member) for member in members])
    models = [
        promise(
            1,
            owner=people[number % len(people)].id,
            words=f"send the report of consultation {number} to everybody who came",
            stakeholder=Stakeholder(name=f"Maria Chen {number}", organisation="OpenNorth"),
            team=None,
            day=first + timedelta(days=number % 200),
            at=recorded_at,
        )
        for number in range(STAKEHOLDERS)
    ]

    def record(tx: Transaction, begin: int) -> None:
        for index in range(begin, min(begin + AT_ONCE, promises)):
            tx.save_promise(replace(models[index % STAKEHOLDERS], number=tx.next_number()))

    for begin in range(0, promises, AT_ONCE):
        await store.transact(lambda tx, begin=begin: record(tx, begin))
    await store.close()


def presses(promises: int) -> Iterator[tuple[int, str]]:
    """Yield what is pressed: the number of a promise, and what with it; each changes it."""
    for begin in _blocks(promises):
        for verb in ("close", "reopen"):
            for number in range(begin, min(begin + BLOCK, promises + 1)):
                yield number, verb


def pressing(
    members: Sequence[Member], service_url: str, authorization: str, promises: int
) -> Callable[[], bytes]:
    """Return what makes a request of a press by the promise's owner, on a card of its own."""
    pressed, ids = presses(promises), count(1)

    def request() -> bytes:
        number, verb = next(pressed)
        member = members[(number - 1) % len(members)]
        data = {
            "engage": "press",
            "payload": {"do": json.dumps({"number": number, "verb": verb})},
            "stamp": f"{next(ids):032x}",
        }
        action = {"type": "Action.Execute", "title": verb, "verb": "press", "data": data}
        value = {"action": action, "trigger": "manual"}
        more = {"name": "adaptiveCard/action", "value": value, "replyToId": str(next(ids))}
        return _request(_activity("invoke", member, service_url, next(ids), more), authorization)

    return request


def saying(members: Sequence[Member], service_url: str, authorization: str) -> Callable[[], bytes]:
    """Return what makes a request of a message."""
    ids = count(1)

    def request() -> bytes:
        number = next(ids)
        more = {"text": f"Is consultation {number} done?", "textFormat": "plain"}
        member = members[number % len(members)]
        return _request(_activity("message", member, service_url, number, more), authorization)

    return request


async def stages(url: str) -> dict[int, tuple[Stage, int]]:
    """Return of each promise on the disk how it stands, and how often it was changed."""
    store = open_store(url, read_only=True)

    def look(tx: Transaction) -> dict[int, tuple[Stage, int]]:
        kept = ((number, tx.promise(number)) for number in tx.numbers())
        return {number: (each.stage, each.version) for number, each in kept if each is not None}

    try:
        return await store.transact(look)
    finally:
        await store.close()


def _blocks(promises: int) -> Iterator[int]:
    while True:
        yield from range(1, promises + 1, BLOCK)


def _activity(kind: str, member: Member, service_url: str, number: int, more: dict) -> bytes:
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    clock = {"locale": "en-CA", "country": "CA", "platform": "Web", "timezone": "America/Toronto"}
    return json.dumps(
        {
            "type": kind,
            "id": f"f:{number:08}-0000-4000-8000-000000000000",
            "timestamp": now.replace("+00:00", "Z"),
            "localTimestamp": now,
            "localTimezone": "America/Toronto",
            "channelId": "msteams",
            "serviceUrl": service_url,
            "from": {"id": f"29:{member.name}", "name": member.name, "aadObjectId": member.aad},
            "recipient": {"id": BOT, "name": "Engage"},
            "conversation": {
                "id": f"a:{member.name}",
                "conversationType": "personal",
                "tenantId": TENANT,
            },
            "channelData": {"tenant": {"id": TENANT}, "source": {"name": "message"}},
            "locale": "en-CA",
            "entities": [{"type": "clientInfo", **clock}],
            **more,
        }
    ).encode()


def _request(body: bytes, authorization: str) -> bytes:
    headers = {
        "Host": "engage.example.org",
        "User-Agent": "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
        "Authorization": authorization,
        "Content-Type": "application/json; charset=utf-8",
        "Content-Length": str(len(body)),
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"POST /api/messages HTTP/1.1\r\n{lines}\r\n".encode() + body


def _meet(tx: Transaction, member: Member) -> Person:
    met = replace(
        person(tx.new_person_id(), member.name),
        handle=member.name,
        identities=(Identity(platform="teams", user=member.aad),),
        email=f"{member.name}@example.org",
    )
    tx.save_person(met)
    return met
