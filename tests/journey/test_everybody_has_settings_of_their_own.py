"""Somebody chooses their language, zone, province, days and hours; the platform's word no longer counts there."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.people import Identity
from tests.support.mailbox import OTHER, button


def fields(card):
    """Return what a card of settings says of each."""
    return dict(next(element.rows for element in card.elements if element.kind == "fields"))


def labels(card):
    return [each.label for element in card.elements for each in getattr(element, "buttons", ())]


async def person(world, handle):
    return await world.look(
        lambda tx: tx.person_by_identity(Identity(platform=world.mailbox.name, user=handle))
    )


async def test_what_holds_and_why(world):
    """Before anything is chosen: as the platform says, or as the team has it."""
    assert world.ana.says("settings") == "Your settings"
    assert fields(world.ana.last.card) == {
        "Language": "English — as in mailbox",
        "Time zone": "Toronto (America/Toronto), 10:00\u00a0a.m. there now — as in mailbox",
        "Province or territory": "None chosen: no provincial holidays",
        "Working days": "Monday to Friday — set for everyone",
        "Hours for messages": "None chosen: the reminder before a due time can come at any hour",
        "Daily message": "9:00\u00a0a.m. — set for everyone",
        "Messages go to": "mailbox",
    }
    assert labels(world.ana.last.card) == ["Change", "Français", "All commands"]


async def test_from_english_to_french_by_one_press(world):
    """The button is labelled in the language that it leads to; everything that follows is in it."""
    world.ana.opens_home()
    world.ana.says("promise Maria: send the data by Wednesday")
    world.ana.says("help")
    assert world.ana.presses("Français") == "Engage vous écrit désormais en français."
    assert world.ana.last.replaces
    assert world.ana.home.title.startswith("Vos engagements en cours")
    assert world.ana.says("mine").startswith("Vos engagements en cours")
    world.clock.advance_to("Wednesday 09:30")
    assert world.ana.told == ["Un engagement vous attend"]
    world.ana.says("paramètres")
    assert world.ana.presses("English") == "Engage writes to you in English from now on."


async def test_a_francophone_who_is_greeted_in_english(world):
    """They say so, as people do; the answer is in French at once, and stays so though the platform says en."""
    assert world.ana.says("en français svp") == "Engage vous écrit désormais en français."
    assert world.ana.says("aide") == "Ce que vous pouvez dire"
    assert world.ana.says("langue automatique") == "Engage writes to you in English from now on."


async def test_several_at_once_and_undone(world):
    """One undo takes back all that one sentence chose, and nothing else."""
    world.ana.says("settings days Mon to Thu")
    said = world.ana.says("settings zone Vancouver, region BC and hours 7:00 to 15:00, reminder 7:30")
    assert (
        said
        == "Changed: the time zone, the province or territory, the hours for messages and the time of the daily message."
    )
    assert fields(world.ana.last.card) == {
        "Language": "English — as in mailbox",
        "Time zone": "Vancouver (America/Vancouver), 8:00\u00a0a.m. there now — chosen by you",
        "Province or territory": "British Columbia — chosen by you",
        "Working days": "Monday to Thursday — chosen by you",
        "Hours for messages": "7:00\u00a0a.m. to 3:00\u00a0p.m. — chosen by you",
        "Daily message": "7:30\u00a0a.m. — chosen by you",
        "Messages go to": "mailbox",
    }
    assert world.ana.presses("Undo") == "That choice was taken back."
    after = fields(world.ana.last.card)
    assert after["Time zone"].startswith("Toronto")
    assert after["Working days"] == "Monday to Thursday — chosen by you"
    assert world.ana.says("undo") == "That choice was taken back."
    assert world.ana.says("undo") == "There is nothing of yours to take back."


async def test_an_undo_that_comes_late_leaves_alone_what_was_chosen_since(world):
    """Its button takes back its own choice, whatever else was done, once."""
    world.ana.says("settings zone Vancouver, days Mon to Wed")
    card = world.ana.last.card
    world.ana.says("settings zone Halifax")
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.presses("Undo", on=card)
    now = fields(world.ana.last.card)
    assert now["Time zone"].startswith("Halifax")
    assert now["Working days"] == "Monday to Friday — set for everyone"
    assert world.ana.presses("Undo", on=card) == "This choice was taken back already, or changed since."
    assert (await world.promise(1)).state.retracted is False


async def test_the_form_shows_what_was_chosen_and_changes_it(world):
    """What is left empty is left to the platform, or to the team."""
    world.luc.says("paramètres jours du lundi au jeudi, heures 8 h à 16 h 30")
    world.luc.presses("Modifier")
    shown = {field.key: field.value for field in world.luc.last.form.inputs}
    assert shown == {
        "language": "automatic",
        "zone": "automatic",
        "other_zone": "",
        "region": "automatic",
        "works": "du lundi au jeudi",
        "first_hour": "8\u00a0h",
        "last_hour": "16\u00a0h\u00a030",
        "reminder_time": "",
    }
    said = world.luc.fills(region="QC", works="", reminder_time="8 h 30", zone="America/Halifax")
    assert said.startswith(
        "C’est changé\u00a0: le fuseau horaire, la province ou le territoire, les jours de travail"
    )
    own = (await person(world, "luc")).own
    assert (own.region, own.works, own.zone, own.hours.last.hour) == ("QC", (), "America/Halifax", 16)
    assert world.luc.last.replaces


async def test_what_is_wrong_with_the_form_stands_at_its_fields(world):
    """Nothing is changed until all of it is right."""
    world.ana.says("settings change")
    world.ana.fills(other_zone="London", works="someday", first_hour="8:00", reminder_time="soon")
    wrong = {field.key: field.error for field in world.ana.last.form.inputs if field.error}
    assert set(wrong) == {"other_zone", "works", "last_hour", "reminder_time"}
    world.ana.fills(other_zone="", works="", first_hour="20:00", last_hour="6:00", reminder_time="")
    wrong = {field.key: field.error for field in world.ana.last.form.inputs if field.error}
    assert wrong == {
        "last_hour": "Hours must end after they begin, on the same day; 8:00\u00a0p.m. to 6:00\u00a0a.m. do not. "
        "Nothing was changed: try “8:00 to 16:30”."
    }
    assert world.ana.fills(first_hour="", last_hour="") == "Nothing changed: it was like that already."


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("settings zone Narnia", "I don’t know where “Narnia” is. Name a city, such as Vancouver, Halifax or Paris."),
        ("settings zone London", "I don’t know which place “London” is. Did you mean: London, ON · London, UK?"),
        ("settings hours 9:00 to 9:00", (
            "Hours must end after they begin, on the same day; 9:00\u00a0a.m. to 9:00\u00a0a.m. do not. "
            "Nothing was changed: try “8:00 to 16:30”.")),
        ("settings reminder 17:30", (
            "5:30\u00a0p.m. is outside your hours (8:00\u00a0a.m. to 4:00\u00a0p.m.). Nothing was changed: "
            "choose a time within them, or change your hours too.")),
        ("settings days none", (
            "I don’t know which days of the week “none” are. Say “Monday to Thursday” or “Mon, Wed and Fri”.")),
        ("settings language Klingon", "I don’t speak “Klingon”. Choose English or French."),
    ],
)  # fmt: skip
async def test_what_cannot_be_chosen_has_one_line(world, text, answer):
    """And changes nothing."""
    world.ana.says("settings hours 8:00 to 16:00")
    before = await person(world, "ana")
    assert world.ana.says(text) == answer
    assert await person(world, "ana") == before


async def test_a_reminder_time_that_new_hours_leave_out_gives_way(world):
    """The card says so; nothing is lost."""
    world.ana.says("settings hours 8:00 to 16:00, reminder 8:30")
    world.ana.says("settings hours 10:00 to 16:00")
    said = fields(world.ana.last.card)["Daily message"]
    assert said == "10:00\u00a0a.m., because your choice (8:30\u00a0a.m.) is outside your hours"


async def test_hours_that_begin_later_say_who_chose_the_hour_of_the_message(world):
    """It is no longer the team's."""
    world.ana.says("settings hours 11:00 to 17:00")
    assert fields(world.ana.last.card)["Daily message"] == "11:00\u00a0a.m. — chosen by you"


async def test_reminders_follow_at_once(world):
    """The message of the day comes at the hour that was chosen, on the clock of the new zone."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("settings zone Vancouver, reminder 8:30")
    wednesday = datetime(2026, 11, 25, 8, 30, tzinfo=ZoneInfo("America/Vancouver"))
    assert (await world.promise(1)).reminder.at == wednesday
    world.ana.says("undo")
    wednesday = datetime(2026, 11, 25, 9, tzinfo=ZoneInfo("America/Toronto"))
    assert (await world.promise(1)).reminder.at == wednesday
    world.ana.says("settings reminder 8:30")
    world.clock.advance_to("Wednesday 08:45")
    assert world.ana.told == ["One promise needs you"]


async def test_the_platform_no_longer_decides_what_was_chosen(world):
    """It may say another language or zone with each message; taken back, its last word holds."""
    world.ana.says("settings language French, zone Vancouver")
    world.ana.is_noticed(language="en", zone="America/Halifax")
    now = await person(world, "ana")
    assert (now.language, now.zone) == ("fr", "America/Vancouver")
    world.ana.language = "en"
    world.ana.says("settings automatic")
    now = await person(world, "ana")
    assert (now.language, now.zone) == ("en", "America/Toronto")


async def test_accounts_that_are_linked_share_them(world):
    """What is chosen in one place holds in the other."""
    there = world.somebody("ana_reyes", "Ana Reyes", "en", platform=OTHER, email="ana@example.org")
    world.ana.email = "ana@example.org"
    world.ana.says("français")
    there.says("aide")
    assert there.last.card.language == "fr"
    there.says("paramètres")
    assert "comme dans mailbox et Microsoft Teams" in fields(there.last.card)["Fuseau horaire"]
    assert {"M’écrire dans Microsoft Teams"} <= set(labels(there.last.card))


async def test_from_the_home_page(world):
    """Settings stand above it and never take its place."""
    world.ana.opens_home()
    assert world.ana.presses_at_home("Settings") == "Your settings"
    card = world.ana.last.card
    assert not world.ana.last.replaces
    world.ana.presses_at_home("Français", on=card)
    assert world.ana.home.language == "fr"
    assert world.ana.home.title == "Rien ne vous attend"


async def test_a_message_keeps_the_language_in_which_it_was_said(world):
    """What told of a promise in English does not become half French when the promise changes."""
    world.sam.says("help")
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("give 1 to @sam")
    world.clock.advance_to("Monday 10:10")
    world.sam.says("français")
    world.ana.says("mine")
    world.sam.says("fait 1")
    world.clock.advance_to("Monday 10:20")
    (told,) = [message for message in world.sam.inbox if message.about == 1][:1]
    assert told.card.language == "en"
    assert button(told.card, "History: 1")


@pytest.mark.parametrize("text", ["settings", "settings zone Vancouver", "english"])
async def test_asked_again_it_is_answered_as_before(world, text):
    """A platform that repeats itself changes nothing twice."""
    world.ana.says(text, event_id="e1")
    first = world.ana.last
    world.ana.says(text, event_id="e1")
    assert world.ana.last == first
