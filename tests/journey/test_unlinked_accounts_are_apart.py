"""Unlinking: each account has what was its own; and where messages go is chosen as long as they are linked."""

import pytest

from bot.domain.promise import Stage
from tests.support.linking import elsewhere, is_one, link, person_of
from tests.support.mailbox import OTHER


@pytest.fixture
def ana(world):
    """Ana where she was first, with promise 1."""
    world.ana.says("promise Maria: send the report by Friday")
    return world.ana


@pytest.fixture
def there(world, ana):
    """Ana in the other place, with promise 2, and linked."""
    there = elsewhere(world)
    there.says("promise Kim: call back by Thursday")
    link(ana, there)
    return there


def numbers(account):
    """Return which promises somebody has."""
    account.says("mine")
    return [int(element.title.split()[0]) for element in account.last.card.elements if element.kind == "item"]


@pytest.mark.parametrize(
    "typed", ["unlink", "unlink Teams", "unlink from MS Teams", "unlink mailbox", "délier"]
)
async def test_what_came_with_the_linking_goes_back(world, ana, there, typed):
    """Whichever account is named, and wherever: the two are apart as they were before."""
    there.says("promise Lou: write by Friday")
    assert there.says(typed) == "Your accounts in mailbox and Microsoft Teams are separate again."
    assert "The promise that came from Microsoft Teams went back there." in there.last.card.text
    assert numbers(ana) == [1, 3]
    assert numbers(there) == [2]
    person = await person_of(world, there)
    assert (person.name, person.handle) == ("Ana Reyes (EXT)", "ana.reyes")
    ana.says("history 2")
    assert "Accounts of Ana Reyes were unlinked, and it went back where it came from" in ana.last.card.text


async def test_what_was_given_away_since_stays_away(world, ana, there):
    """Only what is still with them goes back."""
    world.sam.says("help")
    ana.says("give 2 to @sam")
    ana.says("unlink")
    assert "All promises stay with your account in mailbox." in ana.last.card.text
    assert numbers(world.sam) == [2]
    assert numbers(there) == []


async def test_a_question_goes_back_too(world, ana, there):
    """The decider is asked where they were asked."""
    sam = elsewhere(world, "sam.o", "Sam Okafor")
    ana.says("unlink")
    sam.says("promise Max: publish by Friday")
    sam.says("escalate 3 to @ana.reyes: with names?")
    link(ana, there)
    ana.says("unlink")
    assert there.says("return 3: yes").startswith("Promise 3 is back with Sam Okafor")
    assert (await world.promise(3)).stage is Stage.OPEN


async def test_linked_unlinked_and_linked_again(world, ana, there):
    """As often as they like, and nothing is lost on the way."""
    ana.says("unlink")
    assert not await is_one(world, ana, there)
    link(there, ana)
    assert numbers(there) == [2, 1]
    there.says("unlink")
    assert (numbers(ana), numbers(there)) == ([1], [2])
    assert len(await world.look(lambda tx: tx.people())) == 2


async def test_reminders_follow_each_account_again(world, ana, there):
    """A promise that went back reminds where it was made."""
    ana.says("prefer Teams")
    ana.says("unlink")
    world.clock.advance_to("Friday 12:00")
    assert {number for each in ana.inbox for number, _ in each.reminds} == {1}
    assert {number for each in there.inbox for number, _ in each.reminds} == {2}


async def test_nothing_to_unlink_is_said_with_what_to_do(world, ana):
    """One clear line, and the command that links."""
    assert ana.says("unlink") == "No other account is linked with this one. To link one:"
    assert "/engage link" in ana.last.card.text
    assert world.luc.says("délier") == "Aucun autre compte n’est lié à celui-ci. Pour en lier un\u00a0:"


async def test_unlink_names_a_place_where_nobody_knows_them(ana, there):
    """Nothing is separated by a slip."""
    assert ana.says("unlink Slack").startswith("Engage does not know you in Slack.")
    assert numbers(ana) == [2, 1]


@pytest.mark.parametrize(
    "typed",
    ["prefer teams", "Prefer Microsoft Teams", "remind me in MS Teams", "/engage reminders in Teams",
     "préférer Teams", "rappels dans Teams", "rappelle-moi dans Teams"],
)  # fmt: skip
async def test_messages_go_where_they_are_preferred(world, ana, there, typed):
    """In every way of saying it; messages of others as well as reminders."""
    assert ana.says(typed) == "From now on, your reminders and messages go to Microsoft Teams."
    world.lea.says("snooze 1 until Thursday")
    assert there.told == [
        "Léa Gagnon put off the reminder of your promise 1 until Thursday, November 26, 2026, 9:00\u00a0a.m."
    ]


async def test_prefer_alone_says_where_they_go_and_offers_the_other(world, ana, there):
    """One press chooses."""
    assert ana.says("prefer") == "Your reminders and messages go to mailbox."
    assert ana.presses("Write to me in Microsoft Teams").startswith("From now on")
    assert ana.last.replaces
    assert (await person_of(world, ana)).prefers == OTHER
    assert ana.presses("Write to me in mailbox") == "From now on, your reminders and messages go to mailbox."


async def test_prefer_a_place_where_nobody_knows_them(ana):
    """One clear line that says how to link; alone, it offers to."""
    assert ana.says("remind me in Teams").startswith("Engage does not know you in Microsoft Teams.")
    assert "/engage link" in ana.last.card.text
    ana.says("prefer")
    assert ana.presses("Link an account").startswith("Your code is ")
