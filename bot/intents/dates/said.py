"""What whole phrases mean: a day with its hour, an hour alone, now."""

from dataclasses import replace
from datetime import time, timedelta

from bot.intents.dates.clocks import in_zone
from bot.intents.dates.hour_slots import afternoon_if_bare
from bot.intents.dates.parts import Half, halved
from bot.intents.dates.values import Context, Question, Reading, on


def due(
    context: Context,
    *,
    day: Reading | None = None,
    weekday_alone: Reading | None = None,
    near: Reading | None = None,
    of_day: Reading | None = None,
    hour: int | None = None,
    part: Half | None = None,
    today_part: Half | None = None,
    zone_said: str | None = None,
    **around: object,
) -> Reading:
    """A day with its hour."""
    reading = day or near or of_day or weekday_alone or on(context.today)
    at, half = next((said for said in around.values() if isinstance(said, time)), None), part or today_part
    if at is None and hour is not None:
        at = time(hour if half else afternoon_if_bare(hour))
    if at is None:
        return reading
    at = in_zone(context, whole=at, zone_said=zone_said)
    return replace(reading, clock=at if half is None else halved(at, half))


def hour_alone(
    context: Context,
    *,
    part: Half | None = None,
    lead: object = None,
    latest: object = None,
    please: object = None,
    **said: time,
) -> Reading:
    """An hour without its day is today's; one that has gone by is tomorrow's."""
    del lead, latest, please
    at = next(iter(said.values()))
    at = at if part is None else halved(at, part)
    aware = at.tzinfo is not None and context.now.tzinfo is not None
    there = (context.now.astimezone(at.tzinfo) if aware else context.now).replace(second=0, microsecond=0)
    gone = at.replace(tzinfo=None) < there.time()
    return replace(on(there.date() + timedelta(days=gone)), clock=at, hour_alone=True)


def hour_in_its_half(
    context: Context, *, said_half: Half, hour: int = 0, colon: time | None = None, **_: object
) -> Reading:
    """One in the morning, which no noun can follow."""
    return hour_alone(context, at=halved(colon or time(hour), said_half))


def now(context: Context, **_around: object) -> Reading:
    """This very minute."""
    return replace(on(context.today), clock=context.now.time().replace(second=0, microsecond=0, tzinfo=None))


def end_of_today(context: Context, **_around: object) -> Reading:
    """EOD, with no day said."""
    return replace(on(context.today), clock=context.end_of_day)


def impossible(context: Context, *, day: Reading | None = None, **_rest: object) -> Reading:
    """Friday at 25:00: the day may be meant, the hour cannot."""
    reading = on(context.today) if day is None else day
    return replace(reading, question=reading.question or Question.IMPOSSIBLE)
