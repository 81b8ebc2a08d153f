"""A code that links is a key: for one use, for ten minutes, for its owner alone."""

from datetime import timedelta

import pytest

from bot.messages import Tone
from storage import open_store
from tests.support.linking import CODE, code_for, elsewhere, is_one, link, person_of
from tests.support.mailbox import CHANNEL

DOES_NOT_WORK = "This code does not work. Type “link” in your other account for a new one"


@pytest.fixture
def ana(world):
    """Ana where she was first."""
    world.ana.says("help")
    return world.ana


@pytest.fixture
def there(world, ana):
    """Ana in the other place."""
    return elsewhere(world)


@pytest.mark.parametrize(
    "written", [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code[:4]} – {code[5:]}."]
)
async def test_a_code_is_understood_however_it_is_written(world, ana, there, written):
    """Case, spaces and dashes do not matter."""
    there.says(f"/engage LINK {written(code_for(ana))}")
    assert await is_one(world, ana, there)


async def test_in_french_as_well(world):
    """Luc asks and is answered in French."""
    world.luc.says("aide")
    luc = elsewhere(world, "luc.roy", "Luc Roy", "fr")
    world.luc.says("lier")
    code = CODE.search(world.luc.last.card.title)[0]
    assert world.luc.last.card.title == f"Votre code est {code}."
    assert f"«\u00a0lier {code}\u00a0»" in world.luc.last.card.text
    assert luc.says(f"lier {code}") == "Vos comptes dans mailbox et Microsoft Teams sont maintenant liés."


async def test_a_code_works_once(world, ana, there):
    """Whoever finds it later finds nothing."""
    code = code_for(ana)
    there.says(f"link {code}")
    stranger = elsewhere(world, "max", "Max Stone")
    assert stranger.says(f"link {code}").startswith(DOES_NOT_WORK)
    assert not await is_one(world, stranger, there)


async def test_a_code_works_for_ten_minutes(world, ana, there):
    """A code that was forgotten is no open door; wrong and late ones are told the same."""
    code = code_for(ana)
    world.clock.moment += timedelta(minutes=10)
    late = there.says(f"link {code}")
    assert late.startswith(DOES_NOT_WORK)
    assert there.says("link ABCD-EFGH") == late
    assert there.last.card.tone is Tone.REFUSED


async def test_another_code_makes_the_earlier_one_void(world, ana, there):
    """Only the last one works."""
    first, second = code_for(ana), code_for(ana)
    assert there.says(f"link {first}").startswith(DOES_NOT_WORK)
    there.says(f"link {second}")
    assert await is_one(world, ana, there)


async def test_a_code_that_is_asked_for_in_a_channel_is_not_given(ana):
    """Others would read it."""
    assert ana.says("link", channel=True).startswith("The code is a key")
    assert not CODE.search(ana.last.card.text)


async def test_a_code_that_is_shown_in_a_channel_works_no_longer(world, ana, there):
    """Neither there nor, for whoever read it, elsewhere."""
    code = code_for(there)
    assert ana.says(f"link {code}", channel=CHANNEL).startswith("Others can read this")
    assert ana.says(f"link {code}").startswith(DOES_NOT_WORK)
    assert not await is_one(world, ana, there)


async def test_ones_own_code_belongs_into_the_other_place(ana, there):
    """Typed where it was given, it is not used up."""
    code = code_for(ana)
    assert ana.says(f"link {code}").startswith("You asked for this code here.")
    there.says(f"link {code}")
    assert there.says(f"link {code_for(ana)}") == "These accounts are linked already."


async def test_two_people_in_one_place_stay_two(world, ana, there):
    """Nobody has two accounts in one place: a colleague's code is as good as a wrong one."""
    code = code_for(ana)
    assert world.sam.says(f"link {code}").startswith(DOES_NOT_WORK)
    sam = elsewhere(world, "sam.o", "Sam Okafor")
    link(world.sam, sam)
    assert world.sam.says(f"link {code}").startswith(DOES_NOT_WORK)
    assert (
        sam.says(f"link {code}")
        == "You would have two accounts in mailbox, and only one is possible. Unlink the one that does not belong first:"
    )
    there.says(f"link {code}")
    assert await is_one(world, ana, there)


async def test_a_repeated_event_gives_the_same_code(ana):
    """A platform that repeats itself does not make the code void that is on the screen."""
    ana.says("link", event_id="again")
    first = ana.last.card
    ana.says("link", event_id="again")
    assert ana.last.card == first


async def test_the_code_itself_is_not_kept_where_it_is_looked_up(world, ana):
    """What is looked up is a hash; the code stands only in the answer that showed it."""
    code = code_for(ana).replace("-", "")
    store = open_store(f"tinydb://{world.directory / 'data'}", read_only=True)
    person = await person_of(world, ana)
    assert await store.transact(lambda tx: tx.mark(f"link:{person.id}")) is not None
    assert await store.transact(lambda tx: tx.mark(f"link:{person.id}:{code}")) is None
