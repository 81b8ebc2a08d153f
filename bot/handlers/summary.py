"""`summary`, `summary last quarter`, and the one that a team's calendar asks for."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cards.summary import summary_card
from bot.cards.view import View
from bot.domain.calendar import ONE_DAY
from bot.domain.fiscal import FiscalYear, first_of_quarter, first_of_year, fiscal_quarter, fiscal_year
from bot.domain.people import Team
from bot.domain.promise import Promise, Stage
from bot.handlers.context import Context
from bot.intents.intent import Period, Summarise
from bot.messages import Audience, Card, ConversationRef, Outbound, Place, Reply
from bot.ports import PromiseQuery, Transaction
from bot.words import Words

_LENGTHS = {
    "week": timedelta(days=7),
    "month": timedelta(days=31),
    "quarter": timedelta(days=92),
    "fiscal year": timedelta(days=366),
}
"""From the first day of a period, this leads into the next one."""

STUCK = 3
"""How many of the oldest stuck promises a summary names."""


def summarise(intent: Summarise, context: Context) -> Reply:
    """Answer with the team's summary; in a channel, everybody there sees it."""
    in_channel = context.conversation.place is Place.CHANNEL
    since, until, fiscal = period(
        intent.period, context.now, context.person.tz, fiscal_start=context.policy.fiscal_start
    )
    card = _summary(context.tx, context.team, context.view, since=since, until=until, fiscal=fiscal)
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


def _summary(
    tx: Transaction,
    team: Team | None,
    view: View,
    *,
    since: datetime,
    until: datetime,
    fiscal: FiscalYear | None = None,
) -> Card:
    key = team.key if team else None
    tally = tx.tally(key, since=since, until=until, now=view.now)
    stuck = _stuck(tx, key, view.now)
    return summary_card(tally, stuck, view, team=team, since=since, until=until, fiscal=fiscal)


def _stuck(tx: Transaction, team: str | None, now: datetime) -> tuple[Promise, ...]:
    """Return the live promises that are longest overdue."""
    live = (Stage.OPEN, Stage.ESCALATED)
    return tx.promises(PromiseQuery(team=team, stages=live, overdue_at=now, limit=STUCK)).items


def period(
    name: Period, now: datetime, zone: ZoneInfo, *, fiscal_start: int = 4
) -> tuple[datetime, datetime, FiscalYear | None]:
    """Return the period [since, until) around or before `now` in `zone`, in UTC, and its name as a fiscal one.

    Weeks start on Monday; quarters are those of the fiscal year, which begins with the month `fiscal_start`.
    """
    which, _, unit = name.partition(" ")
    this = _first_day(unit, now.astimezone(zone).date(), fiscal_start)
    first = _first_day(unit, this - ONE_DAY, fiscal_start) if which == "last" else this
    following = _first_day(unit, first + _LENGTHS[unit], fiscal_start)
    return _midnight(first, zone), _midnight(following, zone), _fiscal(unit, first, fiscal_start)


def _first_day(unit: str, day: date, fiscal_start: int) -> date:
    match unit:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return first_of_quarter(day, fiscal_start)
        case _:
            return first_of_year(day, fiscal_start)


def _fiscal(unit: str, day: date, fiscal_start: int) -> FiscalYear | None:
    match unit:
        case "quarter":
            return fiscal_quarter(day, fiscal_start)
        case "fiscal year":
            return fiscal_year(day, fiscal_start)
        case _:
            return None


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
