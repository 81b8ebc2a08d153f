"""What a team lead reads: how many, how late, what is stuck, how faithful."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.cards.promise import item, show_button
from bot.cards.view import View
from bot.domain.fiscal import FiscalYear
from bot.domain.measures import Tally
from bot.domain.people import Team
from bot.domain.promise import Outcome, Promise
from bot.messages import Card, Element, Fields, Paragraph

_MOMENT = timedelta(microseconds=1)


def summary_card(
    tally: Tally,
    stuck: Sequence[Promise],
    view: View,
    *,
    team: Team | None,
    since: datetime,
    until: datetime,
    fiscal: FiscalYear | None = None,
) -> Card:
    """Return a team's summary of [since, until): what stands now, what the period brought, what is stuck.

    `fiscal` is the fiscal year, or the quarter of one, that the period is.
    """
    words = view.words
    name = team.name[words.language] if team else words("summary-everybody")
    now_rows = (
        ("summary-open", tally.open + tally.escalated),
        ("summary-overdue", tally.overdue),
        ("summary-escalated", tally.escalated),
    )
    period_rows = (
        ("summary-recorded", tally.recorded),
        ("summary-heard", tally.insights),
        ("summary-closed", tally.closed_total),
    )
    elements: list[Element] = [
        Paragraph(text=words("summary-now")),
        Fields(rows=tuple((words(key), words.number(count)) for key, count in now_rows)),
        Paragraph(text=_period(since, until, view)),
        Fields(
            rows=(*((words(key), words.number(count)) for key, count in period_rows), _faith(tally, view))
        ),
        *_outcomes(tally, view),
    ]
    if stuck:
        elements.append(Paragraph(text=words("summary-stuck")))
        elements += [item(promise, view, (show_button(promise, view),)) for promise in stuck]
    title = _title(name, fiscal, view)
    return Card(title=title, language=words.language, elements=tuple(elements))


def _title(team: str, fiscal: FiscalYear | None, view: View) -> str:
    words = view.words
    if fiscal is None:
        return words("summary-title", team=team)
    years = words.fiscal_year(fiscal)
    if fiscal.quarter is None:
        return words("summary-title-fiscal-year", years=years, team=team)
    return words("summary-title-quarter", quarter=fiscal.quarter, years=years, team=team)


def _period(since: datetime, until: datetime, view: View) -> str:
    first = since.astimezone(view.zone).date()
    last = min(view.today, (until - _MOMENT).astimezone(view.zone).date())
    begin, end = (view.words.short_day(day, view.today) for day in (first, last))
    if first == last:
        return view.words("summary-day", day=begin)
    return view.words("summary-period", first=begin, last=end)


def _faith(tally: Tally, view: View) -> tuple[str, str]:
    words = view.words
    share = tally.follow_through
    value = words("summary-none-closed") if share is None else words.percent(share)
    return words("summary-follow-through"), value


def _outcomes(tally: Tally, view: View) -> tuple[Element, ...]:
    words = view.words
    rows = tuple(
        (words(f"outcome-{outcome}"), words.number(count))
        for outcome in Outcome
        if (count := tally.closed.get(outcome, 0))
    )
    return (Fields(rows=rows),) if rows else ()
