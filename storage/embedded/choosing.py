"""Which documents a query means: an index proposes, conditions decide, without decoding anything."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.people import PersonId, folded
from bot.domain.promise import Stage
from bot.ports import InsightQuery, PromiseQuery
from storage.embedded.catalogue import stage_of
from storage.embedded.indexes import KeyIndex
from storage.records import Kept, moment, stakeholder_key

Condition = Callable[[Kept], bool]
LIVE = (Stage.OPEN, Stage.ESCALATED)


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Ids that an index proposes, and the condition that says which of their documents are meant."""

    ids: Iterable[str]
    holds: Condition


class Overdue:
    """Says of a live promise whether its due has gone by at `now`, each in its owner's zone."""

    def __init__(self, now: datetime, zone_of: Callable[[PersonId], ZoneInfo]) -> None:
        self._now = now
        self._today = cache(lambda owner: now.astimezone(zone_of(owner)).date().isoformat())

    def __call__(self, document: Kept) -> bool:
        """Compare with the due instant, else with the promised day, as `Due.is_past` does."""
        state = document["state"]
        due = state["due"]
        if "at" in due:
            return self._now > moment(due["at"])
        return bool(self._today(state["owner"]) > due["day"])


def promises(query: PromiseQuery, index: KeyIndex, overdue: Overdue | None) -> Choice:
    """Return what a query for promises means."""
    stages = tuple(Stage) if query.stages is None else query.stages
    if overdue is not None:
        stages = tuple(stage for stage in stages if stage in LIVE)
    wanted = tuple(stage.value for stage in stages)
    keys: list[list[Hashable]] = [[("stage", stage) for stage in wanted]]
    if query.owner is not None:
        keys.append([("owner", query.owner, stage) for stage in wanted])
    for name, value in (
        ("team", query.team),
        ("recorded_by", query.recorded_by),
        ("decider", query.decider),
        ("stakeholder", query.stakeholder_key),
    ):
        if value is not None:
            keys.append([(name, value)])
    conditions = [*_common(query), *_conditions_on_state(query, wanted)]
    if overdue is not None:
        conditions.append(overdue)
    return Choice(ids=_fewest(index, keys), holds=_all_of(conditions))


def insights(query: InsightQuery, index: KeyIndex) -> Choice:
    """Return what a query for insights means."""
    keys: list[list[Hashable]] = [["all"]]
    keys.extend(
        [(name, value)]
        for name, value in (("team", query.team), ("recorded_by", query.recorded_by))
        if value is not None
    )
    return Choice(ids=_fewest(index, keys), holds=_all_of(_common(query)))


def _all_of(conditions: Sequence[Condition]) -> Condition:
    """Return one condition for several; a single one stays as it is, since it is asked very often."""
    if len(conditions) == 1:
        return conditions[0]
    return lambda document: all(condition(document) for condition in conditions)


def _fewest(index: KeyIndex, keys: Iterable[list[Hashable]]) -> set[str]:
    return index.ids(*min(keys, key=lambda some: index.most(*some)))


def _common(query: PromiseQuery | InsightQuery) -> list[Condition]:
    conditions: list[Condition] = [
        _equals(name, value)
        for name, value in (("team", query.team), ("recorded_by", query.recorded_by))
        if value is not None
    ]
    since = query.recorded_since
    if since is not None:
        conditions.append(lambda document: moment(document["recorded_at"]) >= since)
    if query.text is not None:
        needle = folded(query.text)
        conditions.append(lambda document: needle in document["search"])
    return conditions


def _conditions_on_state(query: PromiseQuery, stages: tuple[str, ...]) -> list[Condition]:
    conditions: list[Condition] = []
    if len(stages) < len(Stage):
        conditions.append(lambda document: stage_of(document["state"]) in stages)
    if query.owner is not None:
        conditions.append(lambda document: document["state"]["owner"] == query.owner)
    if query.decider is not None:
        conditions.append(lambda document: _decider(document["state"]) == query.decider)
    if query.stakeholder_key is not None:
        conditions.append(lambda document: stakeholder_key(document) == query.stakeholder_key)
    return conditions


def _decider(state: dict[str, Any]) -> PersonId | None:
    escalation = state.get("escalation")
    return escalation["decider"] if escalation else None


def _equals(name: str, value: str) -> Condition:
    return lambda document: document.get(name) == value
