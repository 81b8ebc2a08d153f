"""A day that was said is taken or asked about, never replaced by today; on Thursday 8 October 2026, 09:30."""

from datetime import date, datetime, time

import pytest
from babel import Locale

from bot.intents.dates import Ask, Due, Question, parse_due

NOW = datetime(2026, 10, 8, 9, 30)  # noqa: DTZ001 - a wall clock, as the contract allows


def due(text, lang="en"):
    found = parse_due(text, lang, NOW)
    assert isinstance(found, Due), found
    return found.date.isoformat(), found.time and found.time.isoformat("minutes")


@pytest.mark.parametrize(
    ("lang", "text", "day", "clock"),
    [
        ("en", "I will be in office 512 Tuesday at 4pm", "2026-10-13", "16:00"),
        ("en", "post all 6 Monday by 11 am", "2026-10-12", "11:00"),
        ("en", "hand in part 2 Wednesday", "2026-10-14", None),
        ("fr", "je serai au bureau 512 mardi à 16 h", "2026-10-13", "16:00"),
        ("fr", "une salle pour 8 lundi à 11 h 15", "2026-10-12", "11:15"),
        ("fr", "remettre la partie 2 mercredi", "2026-10-14", None),
    ],
)
def test_a_number_before_a_weekday_leaves_it_a_day(lang, text, day, clock):
    """Rooms, guests and parts have numbers."""
    assert due(text, lang) == (day, clock)


@pytest.mark.parametrize(
    ("lang", "text", "day", "clock"),
    [
        ("en", "mon 2pm", "2026-10-12", "14:00"),
        ("en", "Tue at 10", "2026-10-13", "10:00"),
        ("en", "wed 8:30 am", "2026-10-14", "08:30"),
        ("en", "call Kim thu 3pm", "2026-10-15", "15:00"),
        ("en", "fri noon", "2026-10-09", "12:00"),
        ("en", "sat at 9", "2026-10-10", "09:00"),
        ("en", "Sun morning", "2026-10-11", None),
        ("en", "see you Sat", "2026-10-10", None),
        ("en", "see you Wed", "2026-10-14", None),
        ("fr", "lun 8 h", "2026-10-12", "08:00"),
        ("fr", "mar à 9 h 30", "2026-10-13", "09:30"),
        ("fr", "appeler Kim mer 10 h", "2026-10-14", "10:00"),
        ("fr", "jeu 14h", "2026-10-15", "14:00"),
        ("fr", "ven midi", "2026-10-09", "12:00"),
        ("fr", "sam vers 10 h", "2026-10-10", "10:00"),
        ("fr", "dim matin", "2026-10-11", None),
        ("en", "Sat, 2pm", "2026-10-10", "14:00"),
        ("en", "at 2pm, Mon", "2026-10-12", "14:00"),
        ("fr", "dim. : 14 h", "2026-10-11", "14:00"),
        ("fr", "à 14 h, mar.", "2026-10-13", "14:00"),
    ],
)
def test_a_short_name_beside_a_clock_time_is_a_day(lang, text, day, clock):
    """With no full stop, as people chat."""
    assert due(text, lang) == (day, clock)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "we sat down with Luc"),
        ("en", "the sun is out"),
        ("fr", "trier le jeu de tests"),
        ("fr", "finir mon plan"),
        ("fr", "la mer monte"),
        ("fr", "cette attente me tue"),
    ],
)
def test_short_names_are_words_of_their_own(lang, text):
    """What is no day gets no date."""
    assert parse_due(text, lang, NOW) is None


@pytest.mark.parametrize(("lang", "text"), [("en", "we sat at 10"), ("fr", "la mer à 10 h")])
def test_a_word_that_is_no_day_leaves_the_hour_todays(lang, text):
    """A verb, and the sea."""
    assert due(text, lang) == ("2026-10-08", "10:00")


@pytest.mark.parametrize(
    ("text", "weekday"),
    [("on se voit au bar, le jeu à 15 h", 15), ("appeler Sam à 15 h", 10), ("appeler Sam 15 h", 10)],
)
def test_an_hour_beside_what_may_be_a_day_is_asked_about(text, weekday):
    """Le jeu may be a game or Thursday, Sam somebody or Saturday: today is offered as well."""
    found = parse_due(text, "fr", NOW)
    assert isinstance(found, Ask)
    days = [date(2026, 10, weekday), date(2026, 10, 8)]
    assert (found.question, [option.date for option in found.options]) == (Question.VAGUE, days)
    assert found.options[0].time == time(15)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "not Friday at 5 pm"),
        ("en", "the notes sent Friday at 3 pm"),
        ("en", "the second Tuesday at 3 pm"),
        ("en", "Monday's call at 3 pm"),
        ("fr", "pas vendredi à 17 h"),
        ("fr", "la note envoyée vendredi à 15 h"),
    ],
)
def test_the_hour_of_a_day_that_is_no_due_is_no_due_either(lang, text):
    """It is not today's."""
    assert parse_due(text, lang, NOW) is None


@pytest.mark.parametrize("locale", ["en_CA", "fr_CA"])
def test_every_abbreviation_that_canadians_write_is_known(locale):
    """As CLDR has them, with or without their full stop."""
    names = Locale.parse(locale)
    months = {month: name for form in names.months.values() for month, name in form["abbreviated"].items()}
    for form in names.months.values():
        for month, name in form["abbreviated"].items():
            for said in (name, name.rstrip("."), name.upper()):
                found = due(f"4 {said} 2027", locale[:2])
                assert found == (f"2027-{month:02}-04", None), said
    assert len(months) == 12
    for form in names.days.values():
        for weekday, name in form["abbreviated"].items():
            for said in (name, name.rstrip("."), name.upper()):
                clock = "at 2 pm" if locale == "en_CA" else "14 h"
                day, hour = due(f"{said} {clock}", locale[:2])
                assert (date.fromisoformat(day).weekday(), hour) == (weekday, "14:00"), said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("le bilan est dû lundi", "2026-10-12"),
        ("c'est dû demain", "2026-10-09"),
        ("le plan est dû le 20", "2026-10-20"),
        ("bilan du\u0302 mardi 16 h", "2026-10-13"),
        ("due lundi", "2026-10-12"),
        ("les bilans sont dus lundi", "2026-10-12"),
    ],
)
def test_what_is_owed_is_not_of_that_day(text, day):
    """*Dû* is due; *du*, without its accent, only says whose it is."""
    assert due(text, "fr")[0] == day


def test_the_bilan_of_monday_has_no_due():
    """*Du* with no accent."""
    assert parse_due("relire le bilan du lundi", "fr", NOW) is None


@pytest.mark.parametrize(
    ("lang", "text", "day", "hour"),
    [
        ("en", "by 4pm to Luc, this Friday", "2026-10-09", "by 4pm"),
        ("fr", "avant 16 h, à Luc, ce vendredi", "2026-10-09", "avant 16 h"),
    ],
)
def test_an_hour_that_stands_apart_from_its_day_is_found(lang, text, day, hour):
    """So that both can be cut from what is promised."""
    found = parse_due(text, lang, NOW)
    assert isinstance(found, Due)
    assert (found.date.isoformat(), found.time) == (day, time(16))
    assert found.apart is not None
    assert text[slice(*found.apart)] == hour


@pytest.mark.parametrize(
    "text", ["it was due yesterday, I will post it Monday", "due yesterday; new date: Monday"]
)
def test_a_day_that_is_over_hides_none_that_is_ahead(text):
    """The past one leaves nothing to choose."""
    assert due(text)[0] == "2026-10-12"
