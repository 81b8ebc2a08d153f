"""The other days that the same words can mean, for a button; on Thursday 8 October 2026."""

from datetime import datetime

from bot.intents.dates import Due, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows


def day_of(text, lang="en"):
    due = parse_due(text, lang, NOW)
    assert isinstance(due, Due)
    return due.date.isoformat()


def others_of(text, lang="en", now=NOW):
    due = parse_due(text, lang, now)
    assert isinstance(due, Due)
    return [day.isoformat() for day in due.others]


def test_the_other_reading_of_next_friday_is_this_weeks_while_it_is_ahead():
    """Said on Thursday, tomorrow's; said of a day that is over or is today, there is no other."""
    assert others_of("by next Friday") == ["2026-10-09"]
    assert others_of("by next Wednesday") == others_of("by next Thursday") == []


def test_the_other_reading_of_vendredi_prochain_is_the_next_weeks():
    """While the coming one is of this week; said of next week's, there is no other."""
    assert others_of("vendredi prochain", "fr") == others_of("Friday next") == ["2026-10-16"]
    assert others_of("mardi prochain", "fr") == []


def test_the_other_reading_of_a_weekday_that_is_today_is_today():
    """Said on a Thursday, Thursday is in a week, or now; any other weekday is plain."""
    for text in ("by Thursday", "this Thursday", "jeudi", "pour jeudi"):
        assert others_of(text) == ["2026-10-08"]
    assert others_of("jeudi en huit", "fr") == ["2026-10-22"]
    assert others_of("by Friday") == others_of("this Friday") == others_of("vendredi", "fr") == []


def test_the_other_reading_of_todays_number_is_next_months():
    """By the 8th, said on the 8th."""
    assert (day_of("by the 8th"), others_of("by the 8th")) == ("2026-10-08", ["2026-11-08"])
    assert others_of("by the 9th") == []


def test_the_other_reading_of_friday_after_next_is_a_week_earlier():
    """It is a week after next Friday, which some call this Friday's next."""
    assert (day_of("the Friday after next"), others_of("the Friday after next")) == (
        "2026-10-23",
        ["2026-10-16"],
    )
