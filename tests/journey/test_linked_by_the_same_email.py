"""Two platforms that verified the same e-mail address know one human, who is told so and can take it back."""

import pytest

from tests.support.linking import code_for, elsewhere, is_one, person_of
from tests.support.mailbox import OTHER

EMAIL = "Ana.Reyes@example.org"


@pytest.fixture
def ana(world):
    """Ana, whose platform gives her address."""
    world.ana.email = EMAIL
    world.ana.says("promise Maria: send the report by Friday")
    return world.ana


async def test_the_first_word_in_the_other_place_finds_everything_there(world, ana):
    """Nothing has to be done; no second record is made; case does not matter."""
    there = world.somebody("ana.reyes", "Ana Reyes (EXT)", "en", platform=OTHER, email=EMAIL.lower())
    there.says("mine")
    assert there.last.card.title == "Your open promises: 1"
    assert await is_one(world, ana, there)
    assert len(await world.look(lambda tx: tx.people())) == 1


async def test_one_message_says_so_where_they_have_been_all_along(ana, world):
    """Whoever came with somebody else's address does not link in silence."""
    there = elsewhere(world, email=EMAIL)
    there.says("mine")
    assert ana.told == [
        "Your accounts in mailbox and Microsoft Teams have the same email address, so Engage treats you as one person now."
    ]
    assert not there.inbox
    assert (
        ana.presses("Unlink", on=ana.inbox[0])
        == "Your accounts in mailbox and Microsoft Teams are separate again."
    )
    for account, title in ((ana, "Your open promises: 1"), (there, "Nothing waits for you")):
        account.says("mine")
        assert account.last.card.title == title


async def test_accounts_that_were_taken_apart_stay_apart(world, ana):
    """The address alone does not link them again; a code does."""
    there = elsewhere(world, email=EMAIL)
    there.says("unlink")
    there.says("mine")
    assert not await is_one(world, ana, there)
    there.says(f"link {code_for(ana)}")
    assert await is_one(world, ana, there)


async def test_an_address_that_arrives_later_links_then(world, ana):
    """Both had promised something before the platform said who they are."""
    there = elsewhere(world)
    there.says("promise Kim: call back by Thursday")
    there.email = EMAIL
    there.says("mine")
    assert there.last.card.title == "Your open promises: 2"
    assert await is_one(world, ana, there)


async def test_whoever_is_only_mentioned_is_known_too(world, ana):
    """A promise that is given to an account in the other place is given to the person."""
    there = world.somebody("ana.reyes", "Ana Reyes (EXT)", "fr", platform=OTHER, email=EMAIL)
    sam = elsewhere(world, "sam.o", "Sam Okafor")
    sam.says("promise Kim: call back by Thursday")
    assert sam.says("give 2 to @ana.reyes") == "Promise 2 is now with Ana Reyes."
    assert (await person_of(world, there)).language == "en"


async def test_a_shared_mailbox_links_nobody(world, ana):
    """An address of two people says nothing about who somebody is."""
    world.sam.email = EMAIL
    world.sam.says("help")
    there = elsewhere(world, email=EMAIL)
    assert not await is_one(world, ana, there)
    assert not await is_one(world, world.sam, there)
    assert not ana.told


async def test_a_second_one_in_the_same_place_is_somebody_else(world, ana):
    """Of two accounts there with one address, the second stays who it is."""
    elsewhere(world, email=EMAIL)
    second = elsewhere(world, "info", "Information desk", email=EMAIL)
    assert not await is_one(world, ana, second)


async def test_apps_and_those_who_left_are_not_linked(world, ana):
    """An app may have been made with somebody's address; a closed account is nobody's."""
    app = elsewhere(world, "helper", "Helper", email=EMAIL, is_bot=True)
    assert not await is_one(world, ana, app)
    ana.is_noticed(is_active=False)
    there = elsewhere(world, email=EMAIL)
    assert not await is_one(world, ana, there)


async def test_people_without_an_address_are_not_alike(world):
    """No address is no address in common."""
    world.sam.says("help")
    there = elsewhere(world)
    assert not await is_one(world, world.sam, there)
