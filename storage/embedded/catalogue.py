"""The tables of the store, and by what their documents are found."""

from collections.abc import Hashable, Iterator
from typing import Any

from bot.domain.promise import Stage
from bot.messages import OutboxState, Place
from storage.embedded.indexes import DueHeap, Index, KeyIndex, TurnQueue
from storage.records import Kept, moment, stakeholder_key

COUNTERS = "counters"
PROMISES = "promises"
INSIGHTS = "insights"
PEOPLE = "people"
ANSWERS = "answers"
ADDRESSES = "addresses"
DEEDS = "deeds"
MARKS = "marks"
OUTBOX = "outbox"
STAKEHOLDERS = "stakeholders"
POSTED = "posted"  # keys of messages whose rows were dropped

TABLES = (
    COUNTERS, PROMISES, INSIGHTS, PEOPLE, STAKEHOLDERS, ADDRESSES, ANSWERS, DEEDS, MARKS, OUTBOX, POSTED,
)  # fmt: skip


ANSWERS_FIRST = 1 << 48
"""Turns by which an answer comes before what was queued for nobody who waits."""


class Indexes:
    """Every index of the store."""

    def __init__(self) -> None:
        self.promises = KeyIndex(_promise_keys)
        self.reminders = DueHeap(_reminder_moment)
        self.insights = KeyIndex(_insight_keys)
        self.people = KeyIndex(_person_keys)
        self.answers = DueHeap(_answer_moment)
        self.outbox = KeyIndex(_outbox_keys)
        self.sendable = DueHeap(_sendable_moment)
        self.turns = TurnQueue(_turn)
        self.over = DueHeap(_over_moment)
        self.by_table: dict[str, tuple[Index, ...]] = dict.fromkeys(TABLES, ())
        self.by_table[PROMISES] = (self.promises, self.reminders)
        self.by_table[INSIGHTS] = (self.insights,)
        self.by_table[PEOPLE] = (self.people,)
        self.by_table[ANSWERS] = (self.answers,)
        self.by_table[OUTBOX] = (self.outbox, self.sendable, self.turns, self.over)


def stage_of(state: dict[str, Any]) -> str:
    """Return the stage in the state of a promise's document."""
    stage: str = state.get("stage", Stage.OPEN.value)
    return stage


def _promise_keys(document: Kept) -> list[Hashable]:
    state = document["state"]
    if "retracted" in state:
        return []
    stage = stage_of(state)
    keys: list[Hashable] = [
        ("stage", stage),
        ("owner", state["owner"], stage),
        ("recorded_by", document["recorded_by"]),
        ("stakeholder", stakeholder_key(document)),
    ]
    if "team" in document:
        keys.append(("team", document["team"]))
    if "escalation" in state:
        keys.append(("decider", state["escalation"]["decider"]))
    return keys


def _reminder_moment(document: Kept) -> float | None:
    reminder = document["reminder"]
    return moment(reminder["at"]).timestamp() if reminder else None


def _insight_keys(document: Kept) -> Iterator[Hashable]:
    if "retracted_at" in document:
        return
    yield "all"
    yield "recorded_by", document["recorded_by"]
    if "team" in document:
        yield "team", document["team"]


def _person_keys(document: Kept) -> Iterator[Hashable]:
    for identity in document["identities"]:
        yield identity["platform"], identity["user"]


def _answer_moment(document: Kept) -> float:
    return moment(document["at"]).timestamp()


def _outbox_keys(document: Kept) -> Iterator[Hashable]:
    yield document["state"]
    message = document["message"]
    if slot := _slot(message):
        yield "slot", slot
    if document["state"] == OutboxState.DELIVERED.value and not message.get("edits"):
        numbers = {number for number, _ in message.get("reminds", ())}
        if (about := message.get("about")) is not None:
            numbers.add(about)
        for number in numbers:
            yield "shows", number


def _slot(message: Kept) -> str:
    """Return `Outbound.slot` of a message."""
    to = message["to"]
    if edits := message.get("edits"):
        return str(edits)
    return f"home:{to['platform']}:{to['id']}" if to["place"] == Place.HOME.value else ""


def _sendable_moment(document: Kept) -> float | None:
    if document["state"] in {OutboxState.QUEUED.value, OutboxState.LEASED.value}:
        return moment(document["due_at"]).timestamp()
    return None


def _turn(document: Kept) -> tuple[float, int] | None:
    at = _sendable_moment(document)
    if at is None:
        return None
    is_answer = document["message"].get("answering") is not None
    return at, document["order"] - (ANSWERS_FIRST if is_answer else 0)


def _over_moment(document: Kept) -> float | None:
    if document["state"] in {OutboxState.DELIVERED.value, OutboxState.WITHDRAWN.value}:
        return moment(document["queued_at"]).timestamp()
    return None
