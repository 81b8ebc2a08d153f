"""An insight: what a stakeholder told or offered, promise or not."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import PersonId, Stakeholder


@dataclass(frozen=True, kw_only=True)
class Insight:
    """What was heard, from whom. It shares its numbers with the promises: one number, one thing.

    An insight taken back (recorded by mistake) keeps its number and counts nowhere.
    """

    number: int
    stakeholder: Stakeholder
    words: str
    recorded_by: PersonId
    recorded_at: datetime
    team: str | None = None
    source: str = ""
    retracted_at: datetime | None = None
