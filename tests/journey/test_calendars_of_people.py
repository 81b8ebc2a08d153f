"""Reminders follow each person's calendar: their province, their weekdays, their hours, and where they are."""

from datetime import datetime, timedelta

import pytest

from bot.words import Words
from tests.support.world import APP_YAML, World
from tests.support.world_clock import OTTAWA


@pytest.fixture
def june(tmp_path):
    """The same world on Monday, June 15, 2026, at 10:00."""
    world = World(tmp_path / "june", start=datetime(2026, 6, 15, 10, tzinfo=OTTAWA))
    yield world
    world.host.kill()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=OTTAWA)


async def sent(world, number):
    """Return when and why the owner was reminded of a promise."""
    history = (await world.promise(number)).history
    return [
        (entry.at.astimezone(OTTAWA).strftime("%a %d %b %H:%M"), entry.detail)
        for entry in history
        if entry.action in {"reminded", "held"}
    ]


async def test_on_the_24th_of_june_quebec_is_off_and_ontario_is_not(june):
    """What is due on that day is said the day before in Quebec; what is late waits for the day after."""
    june.luc.says("paramètres province Québec")
    june.ana.says("settings province Ontario")
    for somebody in (june.luc, june.ana):
        somebody.says("promise Maria: send the data by 24 June")
        somebody.says("promise Kim: send the plan by 23 June")
    june.clock.advance_to(at("2026-06-26T12:00"))
    quebec = [
        ("Fri 19 Jun 09:00", "before 2"),
        ("Tue 23 Jun 09:00", "on the day"),
        ("Thu 25 Jun 09:00", "overdue 1"),
    ]
    ontario = [
        ("Mon 22 Jun 09:00", "before 2"),
        ("Wed 24 Jun 09:00", "on the day"),
        ("Thu 25 Jun 09:00", "overdue 1"),
    ]
    assert (await sent(june, 1))[:3] == quebec
    assert (await sent(june, 3))[:3] == ontario
    assert ("Wed 24 Jun 09:00", "overdue 1") in await sent(june, 4)
    assert not any(when.startswith("Wed 24") for when, _ in await sent(june, 2))


async def test_in_a_week_of_four_days_friday_is_a_day_off(world):
    """Due on Friday: said on Thursday; then on Monday."""
    world.ana.says("settings days Monday to Thursday")
    world.ana.says("promise Maria: send the data by Friday")
    world.clock.advance_to(at("2026-12-01T12:00"))
    assert await sent(world, 1) == [
        ("Tue 24 Nov 09:00", "before 2"),
        ("Thu 26 Nov 09:00", "on the day"),
        ("Mon 30 Nov 09:00", "overdue 1"),
        ("Tue 01 Dec 09:00", "overdue 2"),
    ]


async def test_a_question_in_the_evening_waits_for_the_morning_of_whoever_chose_hours(world):
    """Answers to what they do themselves come at any hour."""
    world.sam.says("settings hours 9:00 to 17:00")
    world.ana.says("promise Maria: send the data by 18 December")
    world.clock.advance_to("Monday 20:00")
    world.ana.says("escalate 1 to @sam: whether to publish the dataset")
    assert world.sam.inbox == []
    assert world.sam.says("mine") != ""
    world.clock.advance_to("Tuesday 08:59")
    assert world.sam.inbox == []
    world.clock.advance_to("Tuesday 09:01")
    assert len(world.sam.told) == 1
    assert "1" in world.sam.told[0]


async def test_a_question_at_any_hour_reaches_whoever_chose_none(world):
    """As ever."""
    world.sam.says("help")
    world.ana.says("promise Maria: send the data by 18 December")
    world.clock.advance_to("Monday 20:00")
    world.ana.says("escalate 1 to @sam: whether to publish the dataset")
    assert len(world.sam.told) == 1


async def test_what_waits_for_hours_that_are_given_up_comes_at_once(world):
    """Nothing waits for what was taken back."""
    world.sam.says("settings hours 9:00 to 17:00")
    world.ana.says("promise Maria: send the data by 18 December")
    world.clock.advance_to("Monday 20:00")
    world.ana.says("escalate 1 to @sam: whether to publish the dataset")
    assert world.sam.inbox == []
    world.sam.says("undo")
    assert len(world.sam.told) == 1


async def test_what_waited_for_the_morning_is_said_as_it_stands_then(world):
    """Whatever happened to the promise in the night is not kept from them."""
    world.sam.says("settings hours 9:00 to 17:00")
    world.ana.says("promise Maria: send the data by 18 December")
    world.clock.advance_to("Monday 20:00")
    world.ana.says("escalate 1 to @sam: whether to publish the dataset")
    world.ana.says("return 1: never mind")
    world.clock.advance_to("Tuesday 10:00")
    asked = world.sam.inbox[0].card
    assert Words("en")("since-then") in str(asked.elements)


async def test_a_clock_time_before_the_hours_is_said_the_day_before(world):
    """Due at 8:00: not at 7:00, which is nobody's hour, but the morning before."""
    world.ana.says("settings hours 9:00 to 17:00")
    world.ana.says("promise Maria: send the data by Thursday 8:00")
    world.clock.advance_to(at("2026-11-27T12:00"))
    assert await sent(world, 1) == [
        ("Tue 24 Nov 09:00", "before 2"),
        ("Wed 25 Nov 09:00", "before 1"),
        ("Fri 27 Nov 09:00", "overdue 1"),
    ]


async def test_an_hour_that_was_asked_for_is_kept_at_night(world):
    """They said so themselves."""
    world.ana.says("settings hours 9:00 to 17:00")
    world.ana.says("promise Maria: send the data by 18 December")
    world.ana.says("snooze 1 until tomorrow 22:00")
    world.clock.advance_to("Tuesday 23:00")
    assert await sent(world, 1) == [("Tue 24 Nov 22:00", "asked")]


@pytest.mark.parametrize("by", ["the platform", "themselves"])
async def test_from_toronto_to_vancouver_nine_stays_nine(world, by):
    """Whether the platform says it or they do; a due at a clock time keeps its instant."""
    world.ana.says("promise Maria: send the data by Thursday")
    world.ana.says("promise Kim: send the plan by Thursday 17:00")
    due = (await world.promise(2)).due
    if by == "the platform":
        world.ana.is_noticed(zone="America/Vancouver")
    else:
        world.ana.says("settings zone Vancouver")
    world.clock.advance_to(at("2026-11-26T20:00"))
    assert (await world.promise(2)).due == due
    assert (await world.promise(1)).due.day.isoformat() == "2026-11-26"
    # Vancouver is two hours behind Ottawa in the winter of 2026, since its clocks were not turned back.
    assert await sent(world, 1) == [("Tue 24 Nov 11:00", "before 2"), ("Thu 26 Nov 11:00", "on the day")]
    assert await sent(world, 2) == [
        ("Tue 24 Nov 11:00", "before 2"),
        ("Thu 26 Nov 11:00", "on the day"),
        ("Thu 26 Nov 16:00", "hour before"),
    ]


async def test_other_settings_count_for_what_is_open_already(world):
    """A time of the message of the day, and back to the team's; the history says that it was set anew."""
    world.ana.says("promise Maria: send the data by 26 November")
    world.ana.says("settings reminder 7:30")
    world.clock.advance_to("Tuesday 12:00")
    world.ana.says("settings reminder automatic")
    world.clock.advance_to("Thursday 12:00")
    assert await sent(world, 1) == [("Tue 24 Nov 07:30", "before 2"), ("Thu 26 Nov 09:00", "on the day")]
    world.ana.says("history 1")
    assert "set anew" in str(world.ana.last.card)


async def test_a_teams_own_days_off_are_its_peoples(tmp_path):
    """Nobody of the team is reminded on them; others are."""
    world = World(tmp_path / "closed", app_yaml=f"{APP_YAML}    closed: [2026-11-26, 2026-11-27]\n")
    for somebody in (world.ana, world.dana):
        somebody.says("promise Maria: send the data by Thursday")
    world.clock.advance_to(at("2026-11-26T12:00"))
    assert await sent(world, 1) == [("Wed 25 Nov 09:00", "on the day")]
    assert await sent(world, 2) == [("Tue 24 Nov 09:00", "before 2"), ("Thu 26 Nov 09:00", "on the day")]
    world.host.kill()


async def test_the_summary_of_a_fiscal_year_is_named_by_it(world):
    """Its quarters are the fiscal year's; both languages write it their way."""
    assert world.ana.says("summary this fiscal year") == "Summary for fiscal year 2026-27: Public engagement"
    assert world.ana.says("summary last fiscal year") == "Summary for fiscal year 2025-26: Public engagement"
    assert world.ana.says("summary this quarter") == "Summary for Q3 of 2026-27: Public engagement"
    assert world.luc.says("bilan de l'exercice") == "Bilan de l’exercice 2026-2027 : Participation du public"
    assert (
        world.luc.says("bilan de l’exercice dernier")
        == "Bilan de l’exercice 2025-2026 : Participation du public"
    )
    assert (
        world.luc.says("bilan du trimestre dernier") == "Bilan du T2 de 2026-2027 : Participation du public"
    )
    assert world.ana.says("summary last week") == "Summary: Public engagement"
    assert world.clock.moment - at("2026-11-23T10:00") < timedelta(minutes=2)
