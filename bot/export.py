"""Everything that was recorded, for people who want to count for themselves, and for auditors.

JSON holds all of it, histories included. CSV holds a line for each promise and insight, for spreadsheets.
"""

import csv
import json
from collections.abc import Iterator
from typing import Any, TextIO

from pydantic import TypeAdapter

from bot.domain.insight import Insight
from bot.domain.people import Person
from bot.domain.promise import Promise, Stage
from bot.ports import Store, Transaction

FORMAT = 1
COLUMNS = (
    "kind", "number", "stakeholder", "organisation", "words", "team", "recorded_by", "recorded_at", "owner",
    "due", "due_at", "due_original", "stage", "outcome", "reason", "decider", "told_at", "told_how",
    "next_reminder_at", "taken_back",
)  # fmt: skip

_promises = TypeAdapter(Promise)
_insights = TypeAdapter(Insight)
_people = TypeAdapter(Person)


async def write_json(store: Store, out: TextIO) -> None:
    """Write one JSON object: people, promises with their histories, insights. What was taken back is marked."""
    document = await store.transact(_everything)
    json.dump(document, out, ensure_ascii=False, indent=1)
    out.write("\n")


async def write_csv(store: Store, out: TextIO) -> None:
    """Write a header and one line a promise or insight."""
    rows = await store.transact(lambda tx: list(_rows(tx)))
    writer = csv.DictWriter(out, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows({column: _cell(value) for column, value in row.items()} for row in rows)


def _everything(tx: Transaction) -> dict[str, Any]:
    recorded = list(_recorded(tx))
    return {
        "format": FORMAT,
        "people": [_people.dump_python(person, mode="json") for person in tx.people()],
        "promises": [_promises.dump_python(it, mode="json") for it in recorded if isinstance(it, Promise)],
        "insights": [_insights.dump_python(it, mode="json") for it in recorded if isinstance(it, Insight)],
    }


def _recorded(tx: Transaction) -> Iterator[Promise | Insight]:
    for number in tx.numbers():
        recorded = tx.promise(number) or tx.insight(number)
        if recorded is not None:
            yield recorded


def _rows(tx: Transaction) -> Iterator[dict[str, object]]:
    handle = {person.id: person.mention for person in tx.people()}
    for it in _recorded(tx):
        row: dict[str, object] = {
            "number": it.number,
            "stakeholder": it.stakeholder.name,
            "organisation": it.stakeholder.organisation,
            "words": it.words,
            "team": it.team,
            "recorded_by": handle[it.recorded_by],
            "recorded_at": it.recorded_at.isoformat(),
        }
        if isinstance(it, Insight):
            yield row | {"kind": "insight", "taken_back": "yes" if it.retracted_at else ""}
        else:
            yield row | _promise_columns(it, handle)


def _promise_columns(promise: Promise, handle: dict[str, str]) -> dict[str, object]:
    state = promise.state
    return {
        "kind": "promise",
        "owner": handle[state.owner],
        "due": state.due.day.isoformat(),
        "due_at": state.due.at.isoformat() if state.due.at else "",
        "due_original": promise.due_original.day.isoformat(),
        "stage": state.stage.value,
        "outcome": state.outcome.value if state.outcome else "",
        "reason": state.reason,
        "decider": handle[state.escalation.decider]
        if state.escalation and state.stage is Stage.ESCALATED
        else "",
        "told_at": state.told.at.isoformat() if state.told else "",
        "told_how": state.told.how if state.told else "",
        "next_reminder_at": promise.reminder.at.isoformat() if promise.reminder else "",
        "taken_back": "yes" if state.retracted else "",
    }


def _cell(value: object) -> object:
    """Keep a spreadsheet from running what a person typed as a formula (OWASP, CSV injection)."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
