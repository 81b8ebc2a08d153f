"""What is not clear is asked about with its readings as buttons; the answer completes what was typed."""

from datetime import date, time

import pytest

from tests.support.world_clock import OTTAWA


def labels(person):
    return [
        button.label for element in person.last.card.elements for button in getattr(element, "buttons", ())
    ]


@pytest.mark.parametrize(
    ("who", "line", "question", "readings", "chosen", "day"),
    [
        (
            "ana",
            "promise Maria: send the report by 03/04",
            "“by 03/04” can be read in two ways. Which day is it?",
            ["Thu, Mar 4, 2027", "Sat, Apr 3, 2027"],
            0,
            date(2027, 3, 4),
        ),
        (
            "luc",
            "engagement Maria : envoyer le rapport d’ici le 03/04",
            "« d’ici le 03/04 » se lit de deux façons. Quel jour est-ce ?",
            ["sam. 3 avr. 2027", "jeu. 4 mars 2027"],
            0,
            date(2027, 4, 3),
        ),
        (
            "ana",
            "promise Maria: send the report by Friday, November 26",
            "In “by Friday, November 26”, the weekday and the date do not match. Which day is it?",
            ["Thu, Nov 26", "Fri, Nov 27"],
            1,
            date(2026, 11, 27),
        ),
    ],
)
async def test_a_promise_is_recorded_with_the_reading_that_was_chosen(
    world, *, who, line, question, readings, chosen, day
):
    """Nothing is recorded before; then everything is as it was typed, but for the day."""
    person = getattr(world, who)
    assert person.says(line) == question
    assert labels(person)[: len(readings)] == readings
    assert await world.look(lambda tx: tx.promise(1)) is None
    person.presses(readings[chosen])
    promise = await world.promise(1)
    assert promise.due.day == day
    assert promise.words in {"send the report", "envoyer le rapport"}


async def test_an_absence_waits_for_its_days(world):
    """First for the day on which it begins, then for its last."""
    world.ana.says("away 03/04 to 05/06")
    world.ana.presses("Thu, Mar 4, 2027")
    assert "can be read in two ways" in world.ana.last.card.title
    world.ana.presses("Thu, May 6, 2027")
    leave = (await world.look(lambda tx: tx.person((tx.people())[0].id))).leave
    assert (leave.first, leave.last) == (date(2027, 3, 4), date(2027, 5, 6))


async def test_an_absence_of_one_day_that_was_asked_about(world):
    """Both its first day and its last are the one that was chosen."""
    world.luc.says("en congé le 03/04")
    assert world.luc.presses("sam. 3 avr. 2027").startswith("Vous êtes en congé le samedi 3 avril 2027.")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("away next week", "Monday, November 30, 2026 to Sunday, December 6, 2026"),
        ("away this week", "Monday, November 23, 2026 to Sunday, November 29, 2026"),
        ("away next month", "Tuesday, December 1, 2026 to Thursday, December 31, 2026"),
        ("en congé le reste du mois", "Monday, November 23, 2026 to Monday, November 30, 2026"),
        ("away for two weeks", "Monday, November 23, 2026 to Sunday, December 6, 2026"),
        ("away from Monday for ten days", "Monday, November 30, 2026 to Wednesday, December 9, 2026"),
        ("en congé la semaine prochaine", "Monday, November 30, 2026 to Sunday, December 6, 2026"),
        ("absente pendant trois jours", "Monday, November 23, 2026 to Wednesday, November 25, 2026"),
    ],
)
def test_an_absence_as_people_say_it(world, line, title):
    """A week is from Monday to Sunday; of this one, what is left."""
    assert title in world.ana.says(line)


async def test_the_other_reading_is_one_press_away(world):
    """The "next Friday" is that of next week; whoever meant this one says so with a button, and can go back."""
    world.ana.says("promise Maria: send the report by next Friday 3pm")
    assert (await world.promise(1)).due.day == date(2026, 12, 4)
    assert world.ana.presses("Rather Fri, Nov 27, 3:00\u00a0p.m.: 1") == (
        "Promise 1 is changed; it is now promise 2, due Friday, November 27, 2026, 3:00\u00a0p.m."
    )
    corrected = await world.promise(2)
    assert (corrected.due.day, corrected.words) == (date(2026, 11, 27), "send the report")
    assert corrected.due.at.astimezone(OTTAWA).time() == time(15)
    assert (await world.promise(1)).state.retracted
    world.ana.presses("Rather Fri, Dec 4, 3:00\u00a0p.m.: 2")
    assert (await world.promise(3)).due.day == date(2026, 12, 4)


async def test_the_other_reading_of_a_reminder_and_of_a_new_due(world):
    """They are read again, not asked for again."""
    world.luc.says("engagement Maria : envoyer le rapport d’ici le 18 décembre")
    world.luc.says("reporter 1 à next Friday")
    world.luc.presses("Plutôt le ven. 27 nov. : 1")
    assert (await world.promise(1)).reminder.at.date() == date(2026, 11, 27)
    world.luc.says("déplacer 1 à next Friday parce que les données tardent")
    world.luc.presses("Plutôt le ven. 27 nov. : 1")
    assert (await world.promise(1)).due.day == date(2026, 11, 27)
