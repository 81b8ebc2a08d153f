"""What a team lead sees: how many, how late, how faithful."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.promise import Outcome

FOLLOWED_THROUGH = (Outcome.KEPT, Outcome.KEPT_MODIFIED)
NOT_COUNTED = (Outcome.WITHDRAWN, Outcome.TRANSFERRED)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Counts of a team's promises. Those taken back are in none.

    `open`, `overdue` (open or escalated, past their due) and `escalated` hold now; `recorded`, `closed`
    by outcome and `insights` are those of the period.
    """

    open: int
    overdue: int
    escalated: int
    recorded: int
    insights: int
    closed: Mapping[Outcome, int]

    @property
    def closed_total(self) -> int:
        """How many were closed, whatever the outcome."""
        return sum(self.closed.values())

    @property
    def follow_through(self) -> float | None:
        """(kept + kept modified) ÷ (closed - withdrawn - transferred), from 0 to 1; None of nothing."""
        counted = self.closed_total - sum(self.closed.get(outcome, 0) for outcome in NOT_COUNTED)
        if counted == 0:
            return None
        return sum(self.closed.get(outcome, 0) for outcome in FOLLOWED_THROUGH) / counted
