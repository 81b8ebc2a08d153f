"""The same human on two platforms, linked by a code: everything is theirs in both places."""

import pytest

from bot.domain.promise import Stage
from tests.support.linking import code_for, elsewhere, is_one, link, person_of
from tests.support.mailbox import OTHER


@pytest.fixture
def ana(world):
    """Ana where she was first."""
    world.ana.says("help")
    return world.ana


@pytest.fixture
def there(world, ana):
    """Ana in the other place, where she has another handle."""
    return elsewhere(world)


async def test_a_code_makes_one_person_of_two_accounts(world, ana, there):
    """What both promised is one list, in both places, and the history says how it came there."""
    ana.says("promise Maria: send the report by Friday")
    there.says("promise Kim: call back by Thursday")
    assert link(ana, there) == "Your accounts in mailbox and Microsoft Teams are linked now."
    assert "Ana Reyes (@ana)" in there.last.card.text
    for place in (ana, there):
        place.says("mine")
        assert place.last.card.title == "Your open promises: 2"
    assert await is_one(world, ana, there)
    person = await person_of(world, ana)
    assert (person.name, person.handle, person.handles) == ("Ana Reyes", "ana", {OTHER: "ana.reyes"})
    there.says("history 2")
    assert "Accounts of Ana Reyes were linked, and it came along" in there.last.card.text


async def test_whoever_gave_the_code_learns_of_it_where_they_were(ana, there):
    """A code that somebody else got hold of does not link in silence; one press takes it back."""
    link(ana, there)
    told = ana.inbox[-1]
    assert told.card.title.startswith("Your accounts in mailbox and Microsoft Teams were linked by a code.")
    assert not there.inbox
    assert (
        ana.presses("Unlink", on=told) == "Your accounts in mailbox and Microsoft Teams are separate again."
    )
    assert ana.presses("Unlink", on=told).startswith("No other account is linked")


async def test_a_reminder_comes_once_and_its_buttons_work_from_either_place(world, ana, there):
    """Recorded in one place, reminded in the other, finished in the first."""
    ana.says("promise Maria: send the report by Wednesday")
    link(ana, there)
    assert (
        there.says("remind me in Teams") == "From now on, your reminders and messages go to Microsoft Teams."
    )
    world.clock.advance_to("Wednesday 09:30")
    (reminder,) = [each for each in there.inbox if each.reminds]
    assert not [each for each in ana.inbox if each.reminds]
    there.presses("Snooze: 1", on=reminder)
    there.fills(until="Thursday")
    assert ana.says("done 1") == "Promise 1 is closed: kept. Have you told Maria?"
    assert there.inbox[-1].card.title == "No open promise here any more"
    assert there.says("reopen 1").startswith("Promise 1 is open again")
    assert there.inbox[-1].card.title == "One promise needs you"
    ana.presses("Done: 1", on=there.inbox[-1].card)
    assert (await world.promise(1)).stage is Stage.CLOSED


async def test_a_reminder_that_is_on_its_way_still_comes(world, ana, there):
    """Linking is no deed: what was to be said of a promise is said."""
    there.says("promise Kim: call back by Wednesday")
    there.mailbox.fail("retry")
    world.clock.advance_to("Wednesday 09:01")
    link(ana, there)
    there.mailbox.recover()
    world.clock.advance_to("Wednesday 11:00")
    (reminder,) = [each for each in there.inbox if each.reminds]
    there.presses("Done: 1", on=reminder)
    assert (await world.promise(1)).stage is Stage.CLOSED


async def test_a_question_to_one_account_is_answered_in_the_other(world):
    """The decider is who they are, wherever they were asked."""
    dana = elsewhere(world, "dana.w", "Dana Whitfield")
    world.dana.says("help")
    world.sam.says("promise Maria: publish the dataset by Friday")
    sam = elsewhere(world, "sam.o", "Sam Okafor")
    link(world.sam, sam)
    sam.says("escalate 1 to @dana.w: with the names?")
    assert dana.told == ["Sam Okafor asks you to decide about promise 1."]
    link(world.dana, dana)
    world.dana.says("mine")
    assert world.dana.last.card.title == "One question waits for your answer"
    world.dana.presses("Answer: 1")
    world.dana.fills(note="Without them")
    promise = await world.promise(1)
    assert promise.stage is Stage.OPEN
    assert promise.state.escalation.was_answered


@pytest.mark.parametrize("who", ["ana", "lea"])
async def test_a_question_to_oneself_is_not_lost(world, ana, there, who):
    """Whoever turns out to be asked by themselves answers it, or a lead brings it back."""
    ana.says("promise Maria: publish the dataset by Friday")
    world.lea.says("transmettre 1 à @ana.reyes : avec les noms ?")
    link(ana, there)
    getattr(world, who).says("return 1: without them")
    promise = await world.promise(1)
    assert (promise.stage, promise.owner) == (Stage.OPEN, (await person_of(world, ana)).id)
    assert (
        ana.told[-1]
        == {
            "ana": "Your accounts in mailbox and Microsoft Teams were linked by a code. Engage treats you as one person now.",
            "lea": "Léa Gagnon brought promise 1 back to you.",
        }[who]
    )


async def test_who_is_known_longer_stays_whoever_asks_for_the_code(world, ana, there):
    """The code may be taken in either place."""
    assert link(there, ana) == "Your accounts in mailbox and Microsoft Teams are linked now."
    assert "Ana Reyes (EXT) (@ana.reyes)" in ana.last.card.text
    assert (await person_of(world, there)).identities[0] == ana.profile.identity
    assert there.told[0].startswith("Your accounts in mailbox and Microsoft Teams were linked")


async def test_leads_lead_from_either_place_and_are_found_by_either_handle(world, ana):
    """app.yaml names one handle; both accounts have its rights, and others name them by both."""
    ana.says("promise Maria: send the report by Friday")
    lea = elsewhere(world, "l.gagnon", "Léa Gagnon")
    assert lea.says("snooze 1 until Thursday").startswith("Promise 1 belongs to Ana Reyes")
    lea.says(f"link {code_for(world.lea, 'lier')}")
    assert lea.says("snooze 1 until Thursday").startswith("Promise 1: next reminder")
    world.lea.is_mentioned = False
    for handle in ("lea", "l.gagnon"):
        assert ana.says(f"list @{handle}") == "Open promises of Léa Gagnon: 0"


async def test_nobody_is_asked_to_choose_between_somebody_and_themselves(world, ana, there):
    """The record that is empty now is never offered, by its handle, its name, or among those that are known."""
    there.name = "Somebody Else"
    there.says("help")
    link(ana, there)
    world.sam.says("promise Kim: call back by Thursday")
    world.sam.says("give 1 to @nobody")
    assert world.sam.last.card.title.endswith("Use one of these: @ana or @sam.")
    assert world.sam.says("list @Somebody").startswith("I don’t know who @Somebody is")


async def test_a_closed_promise_can_be_told_and_reopened_from_the_other_place(ana, there):
    """Permissions follow, for what is over as well."""
    there.says("promise Kim: call back by Thursday")
    there.says("done 1")
    link(ana, there)
    assert ana.says("told 1 by phone") == "Promise 1: noted that Kim was told."
    assert ana.says("reopen 1").startswith("Promise 1 is open again")


async def test_a_change_of_hands_that_is_taken_back_finds_who_they_are_now(world, ana):
    """A promise that comes back to an account that was linked since goes to whom that account belongs."""
    there = elsewhere(world, "ana")  # the handle makes her a member of the team, which Léa leads
    there.says("promise Kim: call back by Thursday")
    world.sam.says("help")
    world.lea.says("give 1 to @sam")
    link(ana, there)
    world.lea.says("annuler")
    person = await person_of(world, ana)
    assert (await world.promise(1)).owner == person.id
    assert ana.told[-1] == "Léa Gagnon took back the change of owner of promise 1."
    ana.says("mine")
    assert ana.last.card.title == "Your open promises: 1"


async def test_what_the_other_account_did_is_not_undone_by_accident(ana, there):
    """Undo takes back what was last done as this person, not something from before."""
    there.says("promise Kim: call back by Thursday")
    link(ana, there)
    assert there.says("undo") == "There is nothing of yours to take back."


async def test_an_absence_comes_along(world, ana, there):
    """Away in one place is away; reminders that waited for it go on when it ends."""
    there.says("promise Kim: call back by Wednesday")
    there.says("away until Friday")
    world.clock.advance_to("Wednesday 12:00")
    link(ana, there)
    assert ana.says("back") == "Welcome back. Your reminders start again."
    world.clock.advance_to("Wednesday 12:30")
    assert [each.reminds for each in ana.inbox if each.reminds] == [((1, 1),)]


async def test_what_both_owe_is_said_in_one_message_at_the_hour_that_holds(world, ana, there):
    """Of two who had other hours and zones; nothing is put off because the message of that day has left."""
    ana.says("settings reminder 9:00")
    there.says("settings zone Vancouver, reminder 10:00")
    ana.says("promise Maria: send the report by Wednesday")
    there.says("promise Kim: call back by Wednesday")
    link(ana, there)
    world.clock.advance_to("Wednesday 09:30")
    (reminder,) = [each for each in ana.inbox if each.reminds]
    assert sorted(number for number, _ in reminder.reminds) == [1, 2]


async def test_language_follows_whoever_speaks_and_name_stays(world, ana, there):
    """Messages are in the language of the place where they spoke last; being mentioned changes nothing."""
    link(ana, there)
    there.language = "fr"
    there.says("aide")
    assert (await person_of(world, ana)).language == "fr"
    world.sam.says("promise Maria: send it by Friday")
    world.sam.says("give 1 to @ana")
    person = await person_of(world, ana)
    assert (person.language, person.name, person.handle) == ("fr", "Ana Reyes", "ana")
    assert ana.told[-1] == "Sam Okafor vous a confié l’engagement 1."


async def test_one_account_that_is_closed_does_not_close_the_person(world, ana, there):
    """Whoever leaves one platform still works in the other."""
    link(ana, there)
    ana.is_noticed(is_active=False)
    assert (await person_of(world, there)).is_active
    world.sam.says("promise Maria: send it by Friday")
    ana.is_mentioned = False
    assert world.sam.says("give 1 to @ana") == "Promise 1 is now with Ana Reyes."


async def test_home_shows_what_both_promised_at_once(ana, there):
    """A home page that was looked at is right without being opened again."""
    there.says("promise Kim: call back by Thursday")
    ana.opens_home()
    assert "Kim" not in ana.home.text
    link(ana, there)
    assert "Kim" in ana.home.text
