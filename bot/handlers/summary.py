"""`summary`, `summary last quarter`, and the one that a team's calendar asks for."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cards.summary import summary_card
from bot.cards.view import View
from bot.domain.calendar import ONE_DAY
from bot.domain.people import Team
from bot.domain.promise import Promise, Stage
from bot.handlers.context import Context
from bot.intents.intent import Period, Summarise
from bot.messages import Audience, Card, ConversationRef, Outbound, Place, Reply
from bot.ports import PromiseQuery, Transaction
from bot.words import Words

_LENGTHS = {"week": timedelta(days=7), "month": timedelta(days=31), "quarter": timedelta(days=92)}
"""From the first day of a period, this leads into the next one."""

STUCK = 3
"""How many of the oldest stuck promises a summary names."""


def summarise(intent: Summarise, context: Context) -> Reply:
    """Answer with the team's summary; in a channel, everybody there sees it."""
    in_channel = context.conversation.place is Place.CHANNEL
    since, until = period(intent.period, context.now, context.person.tz)
    card = _summary(context.tx, context.team, context.view, since=since, until=until)
    return Reply(card=card, audience=Audience.CONVERSATION if in_channel else Audience.SENDER)


def post_summary(tx: Transaction, team: Team, *, since: datetime, now: datetime) -> None:
    """Queue the summary of [since, now) for the team's channels, in each of its languages."""
    for channel in team.channels:
        platform, _, channel_id = channel.partition(":")
        to = ConversationRef(platform=platform, id=channel_id, place=Place.CHANNEL)
        for language in team.languages:
            view = View(
                words=Words(language),
                zone=ZoneInfo(team.zone),
                now=now,
                reader=None,
                name_of=lambda person_id: tx.person(person_id).name,
                may_change=lambda _promise: False,
            )
            card = _summary(tx, team, view, since=since, until=now)
            key = f"summary:{team.key}:{now.isoformat()}:{channel}:{language}"
            tx.post(Outbound(key=key, to=to, card=card), at=now)


def _summary(tx: Transaction, team: Team | None, view: View, *, since: datetime, until: datetime) -> Card:
    key = team.key if team else None
    tally = tx.tally(key, since=since, until=until, now=view.now)
    return summary_card(tally, _stuck(tx, key, view.now), view, team=team, since=since, until=until)


def _stuck(tx: Transaction, team: str | None, now: datetime) -> tuple[Promise, ...]:
    """Return the live promises that are longest overdue."""
    live = (Stage.OPEN, Stage.ESCALATED)
    return tx.promises(PromiseQuery(team=team, stages=live, overdue_at=now, limit=STUCK)).items


def period(name: Period, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the period [since, until) around or before `now` in `zone`, in UTC; weeks start on Monday."""
    today = now.astimezone(zone).date()
    which, unit = name.split()
    this = _first_day(unit, today)
    if which == "last":
        return _midnight(_first_day(unit, this - ONE_DAY), zone), _midnight(this, zone)
    return _midnight(this, zone), _midnight(_first_day(unit, this + _LENGTHS[unit]), zone)


def _first_day(unit: str, day: date) -> date:
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case _:
            return day.replace(month=day.month - (day.month - 1) % 3, day=1)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
