"""What was decided about unclear dates: one test a policy, on Thursday 8 October 2026, 09:30."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.intents.dates import Ask, Due, Question, parse_due

NOW = datetime(2026, 10, 8, 9, 30, tzinfo=ZoneInfo("America/Toronto"))


def day_of(text, lang="en", **policy):
    due = parse_due(text, lang, NOW, **policy)
    assert isinstance(due, Due)
    return due.date.isoformat()


def others_of(text, lang="en", now=NOW):
    due = parse_due(text, lang, now)
    assert isinstance(due, Due)
    return [day.isoformat() for day in due.others]


def asked(text, lang="en", now=NOW):
    ask = parse_due(text, lang, now)
    assert isinstance(ask, Ask)
    assert ask.said == text[slice(*ask.span)]
    return ask.question, [option.date.isoformat() for option in ask.options]


def test_next_friday_is_of_the_next_calendar_week():
    """In English *next* skips the Friday of this week; weeks start on Monday."""
    assert (day_of("this Friday"), day_of("Friday"), day_of("next Friday")) == (
        "2026-10-09",
        "2026-10-09",
        "2026-10-16",
    )
    assert day_of("next Wednesday") == "2026-10-14"


def test_vendredi_prochain_is_the_coming_one_and_en_huit_a_week_later():
    """In French *prochain* does not skip; *en huit* does."""
    assert day_of("vendredi", "fr") == day_of("vendredi prochain", "fr") == "2026-10-09"
    assert day_of("vendredi en huit", "fr") == "2026-10-16"


def test_a_weekday_that_is_today_is_the_one_in_a_week():
    """Whoever means today says today; said on that day, *en huit* counts from it."""
    assert day_of("by Thursday") == day_of("jeudi en huit", "fr") == "2026-10-15"


@pytest.mark.parametrize("text", ["03/04", "by 03/04", "3/4/2027", "03-04-2027"])
def test_day_and_month_in_digits_are_asked_about(text):
    """03/04 is 3 April or 4 March; the order of the speaker's language comes first."""
    assert asked(text, "fr") == (Question.AMBIGUOUS, ["2027-04-03", "2027-03-04"])
    assert asked(text, "en") == (Question.AMBIGUOUS, ["2027-03-04", "2027-04-03"])


def test_of_two_readings_the_one_that_is_past_is_no_reading():
    """With its year, 01/12/2026 is December: January is over."""
    assert day_of("01/12/2026") == day_of("12-01-2026", "fr") == "2026-12-01"


def test_digits_that_can_be_read_in_one_way_are_taken():
    """25/12 and 12/25 are Christmas; 11/11 is the same both ways; ISO dates are taken silently."""
    assert day_of("25/12") == day_of("12/25") == day_of("25/12/2026") == "2026-12-25"
    assert day_of("11/11") == "2026-11-11"
    assert day_of("2027-03-04") == "2027-03-04"


def test_a_weekday_beside_an_ambiguous_date_settles_it():
    """4 March 2027 is a Thursday and 3 April a Saturday."""
    assert day_of("Thursday 03/04/2027") == "2027-03-04"


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "Friday, December 10"), ("fr", "vendredi le 10 décembre 2026")]
)
def test_a_weekday_that_contradicts_its_date_is_asked_about(lang, text):
    """10 December is a Thursday: that day, or the Friday beside it."""
    assert asked(text, lang) == (Question.CONTRADICTION, ["2026-12-10", "2026-12-11"])


def test_a_weekday_beside_a_number_is_the_next_that_is_both_unless_it_is_a_slip():
    """Friday the 13th is in November; Friday the 10th, when Saturday is the 10th, is asked about."""
    assert day_of("Friday the 13th") == "2026-11-13"
    assert others_of("Friday the 13th") == ["2026-10-13", "2026-10-16"]
    assert (
        asked("Friday the 10th")
        == asked("vendredi 10", "fr")
        == (Question.CONTRADICTION, ["2026-10-10", "2026-10-09"])
    )


def test_a_day_that_is_over_is_no_option():
    """The Wednesday beside 8 October was yesterday."""
    assert asked("Wednesday 8 October") == (Question.CONTRADICTION, ["2026-10-08"])


def test_a_past_date_is_asked_about_with_the_next_years():
    """A year that was said and is over is a slip, in ISO too; so is a date of the last two weeks."""
    assert asked("2026-10-07") == (Question.PAST, ["2027-10-07"])
    assert asked("by 1 March 2026") == (Question.PAST, ["2027-03-01"])
    assert asked("le 5 octobre", "fr") == (Question.PAST, ["2027-10-05"])
    assert asked("29 February 2024") == (Question.PAST, ["2028-02-29"])
    assert asked("30/09") == (Question.PAST, ["2027-09-30"])
    assert asked("yesterday") == asked("vendredi dernier", "fr") == (Question.PAST, [])


def test_a_date_without_year_that_is_long_past_is_next_years():
    """Nobody promises for last February."""
    assert day_of("12 February") == "2027-02-12"
    assert day_of("29 février", "fr") == "2028-02-29"


@pytest.mark.parametrize("text", ["31 February", "2026-13-45", "30 février 2027", "31/13/2026", "le 32 août"])
def test_an_impossible_date_is_asked_about_without_options(text):
    """There is no nearest day to guess."""
    assert asked(text) == (Question.IMPOSSIBLE, [])


@pytest.mark.parametrize(
    "text",
    [
        *[
            "ASAP",
            "soon",
            "in a few days",
            "within several weeks",
        ],
        *[
            "bientôt",
            "le plus tôt possible",
            "dans quelques jours",
            "d'ici quelques jours ouvrables",
        ],
        *["after Friday", "within 30 days of receipt", "dans les 30 jours suivant la réception"],
    ],
)
def test_what_is_not_a_day_is_asked_about(text):
    """A month, a week or a wish is no day to be reminded of."""
    assert asked(text) == (Question.VAGUE, [])


def test_the_end_of_the_year_is_asked_about_with_both_years():
    """The calendar's year and the fiscal one, whichever ends first."""
    expected = (Question.VAGUE, ["2026-12-31", "2027-03-31"])
    for text in (
        "before year-end",
        "by the end of the year",
        "EOY",
        "avant la fin de l'année",
        "vers la fin de l'année",
    ):
        assert asked(text) == expected
    assert asked("the end of next year") == (Question.VAGUE, ["2027-12-31", "2028-03-31"])


def test_the_weekend_is_asked_about_with_its_days():
    """Or the Friday before; in Canada, *fin de semaine* is the weekend, but before it is by Friday."""
    expected = (Question.VAGUE, ["2026-10-09", "2026-10-10", "2026-10-11"])
    assert asked("over the weekend") == asked("this weekend") == expected
    assert asked("cette fin de semaine", "fr") == asked("en fin de semaine", "fr") == expected
    assert asked("la fin de semaine prochaine", "fr") == (
        Question.VAGUE,
        ["2026-10-16", "2026-10-17", "2026-10-18"],
    )
    assert day_of("d'ici la fin de semaine", "fr") == day_of("à la fin de la semaine", "fr") == "2026-10-09"
    assert others_of("avant la fin de la semaine", "fr") == []


def test_two_or_three_days_are_asked_about():
    """Both are offered."""
    expected = (Question.VAGUE, ["2026-10-10", "2026-10-11"])
    assert (
        asked("in two or three days")
        == asked("within 2-3 days")
        == asked("dans 2 ou 3 jours", "fr")
        == expected
    )
    assert (
        asked("d'ici un jour ou deux", "fr")
        == asked("in a day or two")
        == (Question.VAGUE, ["2026-10-09", "2026-10-10"])
    )


def test_the_beginning_of_a_month_is_asked_about_with_its_first():
    """Early in a month may be its first week."""
    assert (
        asked("at the beginning of November")
        == asked("début novembre", "fr")
        == (Question.VAGUE, ["2026-11-01"])
    )


@pytest.mark.parametrize(
    "text",
    ["in 999 years", "9999-12-31", "12 décembre 9999", "dans 500 ans", "the last Friday of December 9999"],
)
def test_a_year_that_nobody_means_is_impossible(text):
    """Far centuries are a slip of the finger."""
    assert asked(text) == (Question.IMPOSSIBLE, [])


@pytest.mark.parametrize("text", ["sat", "sun", "mer", "jeu", "mar"])
def test_a_short_name_alone_is_asked_about(text):
    """It may be a day, and is a word all the same; in a sentence it is a word."""
    question, options = asked(text)
    assert question is Question.VAGUE
    assert len(options) == 1
    assert parse_due(f"as {text} was", "en", NOW) is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("on Friday of the first week of December", "en"),
        ("the first week of December, on Friday", "en"),
        ("le vendredi de la première semaine de décembre", "fr"),
        ("la 1re semaine de décembre, le vendredi", "fr"),
    ],
)
def test_a_weekday_of_a_week_of_the_month_is_counted_in_the_month(text, lang):
    """The Friday of its first week is its first Friday."""
    assert day_of(text, lang) == "2026-12-04"


def test_a_weekday_settles_which_number_is_the_month_unless_the_other_is_near():
    """9 October and 10 September: of two Fridays, nobody names the weekday of the one that is 11 months off."""
    assert day_of("Friday 09/10") == "2026-10-09"
    assert day_of("vendredi 04/12", "fr") == "2026-12-04"
