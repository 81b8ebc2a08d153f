"""When an owner is reminded.

A reminder is computed, never counted down: from the due date, the cadence, the owner's calendar and the
moment that has passed. After downtime the next one is computed from now, so that one comes, not a burst.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.calendar import FIRST_DAY, LAST_DAY, ONE_DAY, Calendar
from bot.domain.due import Due
from bot.domain.hours import contains
from bot.domain.people import Hours, Leave
from bot.domain.reminder import PUNCTUAL, Cadence, Hold, Reason, Reminder


@dataclass(frozen=True, kw_only=True)
class Timetable:
    """One owner's reminders: the cadence on their calendar, at their local hour, in their zone.

    Bundled messages leave from `opens` until `closes`, local time; what is late by then waits for the
    next business day. `hours` are those that the owner chose, outside of which nothing comes that they did not
    ask for; None where they chose none.
    """

    cadence: Cadence
    calendar: Calendar
    zone: ZoneInfo
    opens: time
    closes: time
    leave: Leave | None = None
    hours: Hours | None = None

    def instant(self, day: date, clock: time | None = None) -> datetime:
        """Return `clock` (default: the owner's hour) on `day` in UTC.

        A time that the spring change skips moves forward; of a time that comes twice, the first is taken.
        """
        kept = min(max(day, FIRST_DAY), LAST_DAY)
        local = datetime.combine(kept, self.opens if clock is None else clock, self.zone)
        return local.astimezone(UTC)

    def next_reminder(self, due: Due, *, after: datetime, sequence: int) -> Reminder:
        """Return the first reminder about `due` strictly later than `after`."""
        bundled = next((each for each in self._bundled(due, sequence) if each.at > after), None)
        if bundled is None:  # the calendar ends
            bundled = Reminder(at=self.next_opening(after), reason=Reason.OVERDUE, sequence=sequence)
        exact = self._exact(due, sequence)
        if exact is not None and self.is_quiet(exact.at):
            # The message of that morning, or of the day before, says it; unless these have gone by already.
            is_missed = sequence == 1 and due.at is not None and bundled.at >= due.at
            exact = replace(exact, at=self._before_quiet(exact.at)) if is_missed else None
        return exact if exact is not None and after < exact.at < bundled.at else bundled

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

    def anew(self, reminder: Reminder, due: Due, *, was: "Timetable", since: datetime) -> Reminder:
        """Return `reminder`, which was set by the timetable `was`, as this one sets it; its time may be over.

        `since` is until when everything has been said.
        """
        wall = reminder.at.astimezone(was.zone)
        if reminder.reason is Reason.ASKED and reminder.exact:
            return replace(reminder, at=self.instant(wall.date(), wall.time()))
        if reminder.reason in {Reason.ASKED, Reason.SNOOZED}:
            return replace(reminder, at=self.instant(self.calendar.on_or_after(wall.date())))
        following = self.next_reminder(due, after=since, sequence=reminder.sequence)
        if reminder == self._exact(due, reminder.sequence) and not self.is_quiet(reminder.at):
            return min(reminder, following, key=lambda each: each.at)
        return following

    def allows(self, reminder: Reminder) -> bool:
        """Say whether `reminder`, which another timetable may have set, is at an hour of this one."""
        if reminder.exact:
            return not self.is_quiet(reminder.at)
        day = reminder.at.astimezone(self.zone).date()
        return self.calendar.is_business_day(day) and self.instant(day) == reminder.at

    def hold(self, reminder: Reminder, *, now: datetime, last_bundle: date | None) -> Hold | None:
        """Return why `reminder`, whose time has come, must wait, or None to send it now.

        `last_bundle` is the owner's local day of the last bundled message.
        """
        why = self._why_not(now, last_bundle)
        return why if why is Hold.LEAVE or not reminder.exact else None

    def is_quiet(self, moment: datetime) -> bool:
        """Say whether `moment` is outside of the hours or the weekdays that the owner chose."""
        local = moment.astimezone(self.zone)
        is_day_off = bool(self.calendar.works) and local.weekday() not in self.calendar.works
        return is_day_off or (self.hours is not None and not contains(self.hours, local.time()))

    def undisturbed(self, now: datetime) -> datetime:
        """Return when something that waits for the owner's hours may come: now, or when these begin next."""
        local = now.astimezone(self.zone)
        if self.hours is None:
            return now
        if self.calendar.is_business_day(local.date()) and contains(self.hours, local.time()):
            return now
        days = (local.date(), local.date() + ONE_DAY)
        begins = (self.instant(self.calendar.on_or_after(day), self.hours.first) for day in days)
        return next((moment for moment in begins if moment > now), now)

    def _before_quiet(self, moment: datetime) -> datetime:
        """Return the last moment within the owner's hours, an hour before their end, from which to know it."""
        hours = self.hours or Hours(first=self.opens, last=self.closes)
        day = self.calendar.on_or_before(moment.astimezone(self.zone).date())
        for each in (day, self.calendar.shift(day, -1)):
            found = max(self.instant(each, hours.first), self.instant(each, hours.last) - PUNCTUAL)
            if found <= moment:
                return found
        return moment

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
        opening = self.instant(self._working_on_or_after(day))
        if opening <= now:  # when clocks are turned back, the hour that has begun is shown once more
            opening = self.instant(self._working_on_or_after(day + ONE_DAY))
        return opening

    def _working_on_or_after(self, day: date) -> date:
        day = self.calendar.on_or_after(day)
        if self.leave is not None and self.leave.covers(day):
            return self.calendar.on_or_after(min(self.leave.last, LAST_DAY) + ONE_DAY)
        return day

    def _day_of(self, due: Due) -> date:
        """Return the owner's day of a due, which may be another where it was promised."""
        return due.day if due.at is None else due.at.astimezone(self.zone).date()

    def _bundled(self, due: Due, sequence: int) -> Iterator[Reminder]:
        """Yield the cadence's reminders in order of time, as long as there are days."""
        effective = self.calendar.on_or_before(self._day_of(due))
        in_time = due.at is None or self.instant(effective) < due.at
        before = set(self.cadence.before)
        on_the_day = self.cadence.on_the_day or self._is_quiet_before(due)
        if on_the_day and not in_time:
            before.add(1)  # that morning would be too late
        for days in sorted(before, reverse=True):
            day = self.calendar.shift(effective, -days)
            yield Reminder(at=self.instant(day), reason=Reason.BEFORE, days=days, sequence=sequence)
        if on_the_day and in_time:
            yield Reminder(at=self.instant(effective), reason=Reason.ON_THE_DAY, sequence=sequence)
        day, counted = self._day_of(due), 0
        for days in self.cadence.overdue_days():
            following = self.calendar.shift(day, days - counted)
            if following <= day:
                return  # the calendar ends here
            day, counted = following, days
            yield Reminder(at=self.instant(day), reason=Reason.OVERDUE, days=days, sequence=sequence)

    def _exact(self, due: Due, sequence: int) -> Reminder | None:
        """Return the reminder shortly before a clock time, unless that day's bundle comes soon after it."""
        if due.at is None:
            return None
        at = due.at - self.cadence.before_clock_time
        day = self._day_of(due)
        bundled = self.instant(day)
        says_it = self.cadence.on_the_day and self.calendar.is_business_day(day) and bundled < due.at
        if says_it and at <= bundled < at + PUNCTUAL:
            return None
        return Reminder(at=at, reason=Reason.HOUR_BEFORE, sequence=sequence, exact=True)

    def _is_quiet_before(self, due: Due) -> bool:
        """Say whether the owner's hours are over when it would be time to say that a clock time is near."""
        return due.at is not None and self.is_quiet(due.at - self.cadence.before_clock_time)
