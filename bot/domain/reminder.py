"""When an owner is reminded, and why a reminder is sent or held.

A reminder is computed, never counted down: from the due date, the cadence, the owner's calendar and the
moment that has passed. After downtime the next one is computed from now, so that one comes, not a burst.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.calendar import ONE_DAY, Calendar
from bot.domain.due import Due
from bot.domain.people import Leave


class Reason(StrEnum):
    """Why an owner is reminded."""

    BEFORE = "before"  # `days` business days before the due
    ON_THE_DAY = "on the day"
    OVERDUE = "overdue"  # `days` business days after the due
    HOUR_BEFORE = "hour before"  # shortly before a due that has a clock time
    SNOOZED = "snoozed"  # until a day that the owner chose
    ASKED = "asked"  # at an hour that the owner chose


class Hold(StrEnum):
    """Why a reminder waits."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    CLOSED = "closed"
    LEAVE = "leave"
    OUTSIDE_HOURS = "outside hours"
    ALREADY_TODAY = "already today"


PUNCTUAL = timedelta(hours=1)
"""Within this of its moment, an exact reminder is of use; after it, it waits for the bundle."""


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """The next message to the owner about one promise.

    `at` is in UTC. `sequence` counts the reminders of the promise from 1. `exact` ones leave at their
    instant; the others are bundled into the owner's one message of the day.
    """

    at: datetime
    reason: Reason
    sequence: int
    days: int = 0
    exact: bool = False

    @property
    def label(self) -> str:
        """The reason with its days, as `history` keeps it: "overdue 3"."""
        return f"{self.reason} {self.days}" if self.days else str(self.reason)


@dataclass(frozen=True, kw_only=True)
class Cadence:
    """The rule that produces reminders, in business days around the due."""

    before: tuple[int, ...] = (2,)
    on_the_day: bool = True
    overdue: tuple[int, ...] = (1, 2, 3, 5)
    then_every: int = 5
    before_clock_time: timedelta = timedelta(hours=1)

    def overdue_days(self) -> Iterator[int]:
        """Yield the business days after the due on which to remind, without end."""
        yield from self.overdue
        day = self.overdue[-1] if self.overdue else 0
        while True:
            day += self.then_every
            yield day


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """One owner's reminders: the cadence on their calendar, at their local hour, in their zone.

    Bundled messages leave from `opens` until `closes`, local time; what is late by then waits for the
    next business day.
    """

    cadence: Cadence
    calendar: Calendar
    zone: ZoneInfo
    opens: time
    closes: time
    leave: Leave | None = None

    def instant(self, day: date, clock: time | None = None) -> datetime:
        """Return `clock` (default: the owner's hour) on `day` in UTC.

        A time that the spring change skips moves forward; of a time that comes twice, the first is taken.
        """
        local = datetime.combine(day, clock or self.opens, self.zone)
        return local.astimezone(UTC)

    def next_reminder(self, due: Due, *, after: datetime, sequence: int) -> Reminder:
        """Return the first reminder about `due` strictly later than `after`."""
        bundled = next(candidate for candidate in self._bundled(due, sequence) if candidate.at > after)
        exact = [candidate for candidate in self._exact(due, sequence) if candidate.at > after]
        return min([bundled, *exact], key=lambda reminder: reminder.at)

    def current_reason(self, reminder: Reminder, due: Due, now: datetime) -> Reminder:
        """Return `reminder` with the reason that holds now, if it leaves later than it was meant to.

        What was to be said two days before the due is said as "overdue 1" when it is sent after the due.
        """
        if reminder.exact or reminder.reason is Reason.SNOOZED:
            return reminder
        if reminder.reason is Reason.ASKED:
            return replace(reminder, reason=Reason.SNOOZED)
        reached = reminder
        for candidate in self._bundled(due, reminder.sequence):
            if candidate.at > now:
                break
            reached = candidate
        return replace(reached, at=reminder.at)

    def snoozed(self, day: date, clock: time | None, *, sequence: int) -> Reminder:
        """Return the reminder that an owner asked for: at an hour exactly, else with that day's bundle."""
        if clock is not None:
            return Reminder(at=self.instant(day, clock), reason=Reason.ASKED, sequence=sequence, exact=True)
        working = self.calendar.on_or_after(day)  # a leave may yet change: what falls into it is held then
        return Reminder(at=self.instant(working), reason=Reason.SNOOZED, sequence=sequence)

    def hold(self, reminder: Reminder, *, now: datetime, last_bundle: date | None) -> Hold | None:
        """Return why `reminder`, whose time has come, must wait, or None to send it now.

        `last_bundle` is the owner's local day of the last bundled message.
        """
        why = self._why_not(now, last_bundle)
        return why if why is Hold.LEAVE or not reminder.exact else None

    def _why_not(self, now: datetime, last_bundle: date | None) -> Hold | None:
        """Return why no bundled message leaves now, or None if one may."""
        local = now.astimezone(self.zone)
        if self.leave is not None and self.leave.covers(local.date()):
            return Hold.LEAVE
        closed = self.calendar.why_not(local.date())
        if closed is not None:
            return Hold(closed)
        if not self.opens <= local.time() < self.closes:
            return Hold.OUTSIDE_HOURS
        if last_bundle is not None and last_bundle >= local.date():
            return Hold.ALREADY_TODAY
        return None

    def bundled_if_missed(self, reminder: Reminder, now: datetime) -> Reminder:
        """Return an exact reminder whose moment is gone as one of the bundle; nobody is woken for it."""
        before = reminder.reason is Reason.HOUR_BEFORE
        grace = self.cadence.before_clock_time if before else PUNCTUAL
        is_missed = reminder.exact and now - reminder.at >= grace
        return replace(reminder, exact=False) if is_missed else reminder

    def soonest(self, now: datetime, *, last_bundle: date | None) -> datetime:
        """Return when a bundled message may leave: now, or at the next opening."""
        closed = self._why_not(now, last_bundle) is not None
        return self.next_opening(now, last_bundle=last_bundle) if closed else now

    def next_opening(self, now: datetime, *, last_bundle: date | None = None) -> datetime:
        """Return when the next bundled message may leave: on a working day, not on `last_bundle`."""
        local = now.astimezone(self.zone)
        day = local.date()
        if local.time() >= self.opens or (last_bundle is not None and last_bundle >= day):
            day += ONE_DAY
        return self.instant(self._working_on_or_after(day))

    def _working_on_or_after(self, day: date) -> date:
        day = self.calendar.on_or_after(day)
        while self.leave is not None and self.leave.covers(day):
            day = self.calendar.on_or_after(day + ONE_DAY)
        return day

    def _bundled(self, due: Due, sequence: int) -> Iterator[Reminder]:
        """Yield the cadence's reminders in order of time, without end."""
        effective = self.calendar.on_or_before(due.day)
        in_time = due.at is None or self.instant(effective) < due.at
        before = set(self.cadence.before)
        if self.cadence.on_the_day and not in_time:
            before.add(1)  # that morning would be too late
        for days in sorted(before, reverse=True):
            day = self.calendar.shift(effective, -days)
            yield Reminder(at=self.instant(day), reason=Reason.BEFORE, days=days, sequence=sequence)
        if self.cadence.on_the_day and in_time:
            yield Reminder(at=self.instant(effective), reason=Reason.ON_THE_DAY, sequence=sequence)
        day, counted = due.day, 0
        for days in self.cadence.overdue_days():
            day, counted = self.calendar.shift(day, days - counted), days
            yield Reminder(at=self.instant(day), reason=Reason.OVERDUE, days=days, sequence=sequence)

    def _exact(self, due: Due, sequence: int) -> Iterator[Reminder]:
        """Yield the reminder shortly before a clock time, unless that day's bundle comes soon after it."""
        if due.at is None:
            return
        at = due.at - self.cadence.before_clock_time
        day = due.at.astimezone(self.zone).date()
        bundled = self.instant(day)
        says_it = self.cadence.on_the_day and self.calendar.is_business_day(day) and bundled < due.at
        if not (says_it and at <= bundled < at + PUNCTUAL):
            yield Reminder(at=at, reason=Reason.HOUR_BEFORE, sequence=sequence, exact=True)
