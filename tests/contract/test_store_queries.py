"""What every store finds: queries, reminders and counts, as `bot.ports.Transaction` promises them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.domain import transitions, undoing
from bot.domain.people import Stakeholder
from bot.domain.policy import Policy
from bot.domain.promise import Outcome, Stage
from bot.ports import InsightQuery, PromiseQuery
from tests.support.store_contract import numbers, save
from tests.support.store_samples import DAY, HOUR, NOW, by_day, insight, person, promise


async def test_promises_are_found_by_each_condition_alone_and_together(store):
    """Owner, decider, recorder, team, stage, stakeholder: every one that is given must hold."""
    luc = Stakeholder(name="Luc Tremblay")
    escalated = transitions.escalate(promise(2, team="data"), "p9", "publish it?", by="p1", at=NOW)
    closed = transitions.close(promise(3, owner="p2"), Outcome.KEPT, by="p2", at=NOW)
    await save(store, promise(1), escalated, closed, promise(4, stakeholder=luc, team=None, recorded_by="p3"))
    assert await numbers(store) == [1, 2, 3, 4]
    assert await numbers(store, owner="p1") == [1, 2, 4]
    assert await numbers(store, owner="p1", stages=(Stage.OPEN,)) == [1, 4]
    assert await numbers(store, owner="p1", stages=(Stage.OPEN, Stage.ESCALATED), team="data") == [2]
    assert await numbers(store, decider="p9") == [2]
    assert await numbers(store, decider="p9", owner="p2") == []
    assert await numbers(store, recorded_by="p3") == [4]
    assert await numbers(store, stages=(Stage.CLOSED,)) == [3]
    assert await numbers(store, stages=()) == []
    assert await numbers(store, stakeholder_key=Stakeholder(name="LUC  Tremblay").key) == [4]
    assert await numbers(store, stakeholder_key=luc.key, team="digital") == []


async def test_text_is_found_whatever_its_case_and_accents(store):
    """In the words, the name or the organisation, but not across them."""
    chen = Stakeholder(name="Hélène Côté", organisation="Ville de Québec")
    await save(store, promise(1, words="Envoyer le JEU de données", stakeholder=chen), promise(2))
    assert await numbers(store, text="jeu de DONNEES") == [1]
    assert await numbers(store, text="helene") == [1]
    assert await numbers(store, text="Québec") == [1]
    assert await numbers(store, text="données Hélène") == []
    assert await numbers(store, text="report", owner="p1") == [2]


async def test_promises_come_by_due_day_then_number_in_pages(store):
    """A page says how many there are in all."""
    days = (date(2026, 12, 4), date(2026, 11, 30), date(2026, 12, 4), date(2026, 11, 27), date(2026, 12, 1))
    await save(store, *(promise(number, day=day) for number, day in enumerate(days, start=8)))
    assert await numbers(store) == [11, 9, 12, 8, 10]
    page = await store.transact(lambda tx: tx.promises(PromiseQuery(offset=1, limit=2)))
    assert ([found.number for found in page.items], page.total) == ([9, 12], 5)
    assert await numbers(store, offset=9) == []


async def test_what_was_recorded_since_a_moment_includes_that_moment(store):
    """Also where the moment is written in another zone."""
    await save(store, promise(1, at=NOW), promise(2, at=NOW + HOUR))
    assert await numbers(store, recorded_since=NOW) == [1, 2]
    assert await numbers(store, recorded_since=(NOW + HOUR / 2).astimezone(person().tz)) == [2]


async def test_overdue_follows_the_instant_or_the_day_in_the_owners_zone(store):
    """A promised day lasts until midnight where its owner lives; the closed are never overdue."""
    await store.transact(lambda tx: tx.save_person(person("p1")))
    await store.transact(lambda tx: tx.save_person(person("p2", "Ken", zone="Pacific/Auckland")))
    closed = transitions.close(promise(4), Outcome.KEPT, by="p1", at=NOW)
    await save(store, promise(1), by_day(promise(2)), by_day(promise(3, owner="p2")), closed)
    assert await numbers(store, overdue_at=datetime(2026, 12, 4, 10, 59, tzinfo=UTC)) == []
    assert await numbers(store, overdue_at=datetime(2026, 12, 4, 11, 1, tzinfo=UTC)) == [3]
    assert await numbers(store, overdue_at=datetime(2026, 12, 4, 20, 1, tzinfo=UTC)) == [1, 3]
    assert await numbers(store, overdue_at=datetime(2026, 12, 5, 5, 1, tzinfo=UTC)) == [1, 2, 3]


async def test_a_promise_taken_back_matches_nothing_but_its_number(store):
    """It keeps its number and history."""
    timetable = Policy().timetable(person())
    retracted = undoing.undo(promise(1), 0, by="p1", at=NOW + HOUR, timetable=timetable)
    await save(store, promise(1))
    await save(store, retracted)
    assert await numbers(store) == []
    assert await numbers(store, owner="p1", text="report") == []
    assert await store.transact(lambda tx: tx.promise(1)) == retracted
    assert await store.transact(lambda tx: tx.next_reminder_at()) is None


async def test_due_reminders_come_earliest_first_and_no_more_than_asked_for(store):
    """A reminder exactly at the moment is due; what closed or escalated has none."""
    days = (date(2026, 12, 4), date(2026, 11, 27), date(2026, 12, 1), date(2026, 11, 30))
    promises = [promise(number, day=day) for number, day in enumerate(days, start=8)]
    await save(store, *promises)
    first = promises[1].reminder.at
    assert await store.transact(lambda tx: tx.next_reminder_at()) == first

    async def due(now: datetime, limit: int = 9) -> list[int]:
        return [found.number for found in await store.transact(lambda tx: tx.due_reminders(now, limit))]

    assert await due(first - HOUR) == []
    assert await due(first) == [9]
    assert await due(NOW + 90 * DAY) == [9, 11, 10, 8]
    assert await due(NOW + 90 * DAY, 2) == [9, 11]
    await save(store, transitions.close(promises[1], Outcome.KEPT, by="p1", at=NOW + HOUR))
    await save(store, transitions.escalate(promises[2], "p9", "which?", by="p1", at=NOW + HOUR))
    assert await due(NOW + 90 * DAY) == [11, 8]


async def test_insights_come_newest_number_first_without_those_taken_back(store):
    """They are found by recorder, team, text and moment; one taken back is there by its number."""
    gone = replace(insight(3), retracted_at=NOW)
    heard = [insight(2), gone, insight(10, team="data", words="Déjà dit")]
    await store.transact(lambda tx: [tx.save_insight(one) for one in heard])

    async def found(**conditions) -> list[int]:
        page = await store.transact(lambda tx: tx.insights(InsightQuery(**conditions)))
        return [one.number for one in page.items]

    assert await found() == [10, 2]
    assert await found(text="DEJA") == [10]
    assert await found(team="digital", recorded_by="p1") == [2]
    assert await found(recorded_since=NOW + HOUR) == []
    assert await found(limit=1, offset=1) == [2]
    assert await store.transact(lambda tx: tx.insight(3)) == gone


async def test_tally_counts_what_holds_now_and_what_happened_in_the_period(store):
    """The period includes its beginning and not its end; a team counts its own alone."""
    await store.transact(lambda tx: tx.save_person(person()))
    late = transitions.close(promise(2), Outcome.NOT_KEPT, by="p1", at=NOW + DAY, reason="no time")
    kept = transitions.close(promise(3), Outcome.KEPT, by="p1", at=NOW)
    asked = transitions.escalate(promise(4), "p9", "which?", by="p1", at=NOW)
    await save(store, promise(1), late, kept, asked, promise(5, team="data"), promise(6, at=NOW + DAY))
    await store.transact(lambda tx: tx.save_insight(insight(7)))
    now = NOW + 90 * DAY

    async def tally(team: str | None) -> object:
        return await store.transact(lambda tx: tx.tally(team, since=NOW, until=NOW + DAY, now=now))

    counted = await tally("digital")
    assert (counted.open, counted.escalated, counted.overdue) == (2, 1, 3)
    assert (counted.recorded, counted.insights, dict(counted.closed)) == (4, 1, {Outcome.KEPT: 1})
    everybody = await tally(None)
    assert (everybody.open, everybody.recorded) == (3, 5)


async def test_a_promise_reopened_and_closed_again_counts_where_it_closed_last(store):
    """Its first closing counts nowhere any more."""
    timetable = Policy().timetable(person())
    first = transitions.close(promise(1), Outcome.KEPT, by="p1", at=NOW)
    again = transitions.reopen(first, by="p1", at=NOW + HOUR, timetable=timetable)
    last = transitions.close(again, Outcome.NOT_PURSUED, by="p1", at=NOW + 2 * DAY, reason="policy")
    await save(store, last)
    counted = await store.transact(
        lambda tx: [
            dict(tx.tally(None, since=since, until=since + DAY, now=since).closed)
            for since in (NOW, NOW + 2 * DAY)
        ]
    )
    assert counted == [{}, {Outcome.NOT_PURSUED: 1}]
