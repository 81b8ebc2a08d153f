"""The clock that can be moved forward, and never back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def real_time() -> datetime:
    """Return the machine's time, in UTC."""
    return datetime.now(UTC)


class MovableClock:
    """Real time and how far it was moved ahead. Fulfils `bot.ports.Clock`.

    It stands still rather than going back when the machine's own time is set back.
    """

    def __init__(self, *, real: Callable[[], datetime] = real_time) -> None:
        self._real = real
        self._latest = datetime.min.replace(tzinfo=UTC)
        self.ahead = timedelta()

    def now(self) -> datetime:
        """Return the virtual present, aware, in UTC."""
        self._latest = max(self._latest, self._real() + self.ahead)
        return self._latest

    def move_to(self, moment: datetime) -> None:
        """Go on to `moment` (aware); does nothing if it has gone by."""
        now = self.now()
        if moment > now:
            self.ahead = moment.astimezone(UTC) - self._real()
            self._latest = moment.astimezone(UTC)

    def move_ahead(self, ahead: timedelta) -> None:
        """Be at least `ahead` of real time, as before a restart."""
        self.ahead = max(self.ahead, ahead)
