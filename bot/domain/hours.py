"""The hours of a day in which somebody hears from Engage."""

from datetime import date, datetime, time, timedelta

from bot.domain.people import Hours, OwnSettings

AT_LEAST = timedelta(hours=1)
"""How long the message of the day may leave after its time, however late that is."""


def own_hours(own: OwnSettings) -> Hours | None:
    """Return the hours that somebody chose, if these are any; 00:00 ends the day."""
    if own.hours is None:
        return None
    last = own.hours.last if own.hours.last > time() else time.max
    return Hours(first=own.hours.first, last=last) if own.hours.first < last else None


def sending_hours(own: OwnSettings, *, opens: time, closes: time) -> Hours:
    """Return when the message of the day leaves, and until when it may.

    `opens` and `closes` are the team's, for whoever chose nothing. A time outside of somebody's own hours gives
    way to when these begin.
    """
    chosen = own.reminder_time or opens
    hours = own_hours(own)
    if hours is None:
        return Hours(first=chosen, last=max(closes, _soon_after(chosen)))
    return Hours(first=chosen if contains(hours, chosen) else hours.first, last=hours.last)


def contains(hours: Hours, clock: time) -> bool:
    """Say whether `clock` is one of the hours; their end is not."""
    return hours.first <= clock < hours.last


def _soon_after(clock: time) -> time:
    later = datetime.combine(date.min, clock) + AT_LEAST
    return later.time() if later.date() == date.min else time.max
