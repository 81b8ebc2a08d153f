"""A message that somebody wrote is picked, and becomes a promise or an insight that knows where it came from."""

import pytest

from bot.messages import Answering, Fields, Picked

LINK = "https://chat.example/archives/C1/p17?thread=4&user=<ana>"
WORDS = "We will send you the <b>consultation</b> report & its annexes."


def filled(person):
    return {field.key: field.value for field in person.last.form.inputs}


def picked(kind="promise", *, words=WORDS, author="Maria Chen", link=LINK):
    return Picked(kind=kind, words=words, author=author, link=link)


def source_on(card):
    rows = [row for element in card.elements if isinstance(element, Fields) for row in element.rows]
    return dict(rows).get("Source")


@pytest.mark.parametrize("answering", [None, Answering()], ids=["in the request", "as a message"])
async def test_its_words_and_author_wait_in_the_form(world, answering):
    """The form opens at once, wherever answers go; nothing is recorded before it is sent."""
    world.ana.answering = answering
    assert world.ana.picks(picked()) == "Record something"
    assert filled(world.ana) == {
        "kind": "promise",
        "stakeholder": "Maria Chen",
        "organisation": "",
        "words": WORDS,
        "due": "",
    }
    assert list(await world.look(lambda tx: tx.numbers())) == []


async def test_the_promise_keeps_its_source(world):
    """The link is on its card, whole, and in the store."""
    world.ana.picks(picked())
    world.ana.fills(due="Friday")
    assert world.ana.last.card.title.startswith("Promise 1 recorded: Maria Chen")
    assert source_on(world.ana.last.card) == LINK
    promise = await world.promise(1)
    assert (promise.words, promise.source) == (WORDS, LINK)


async def test_an_insight_keeps_its_source(world):
    """What a stakeholder wrote is heard; no day is asked for."""
    world.luc.picks(picked("insight"))
    assert filled(world.luc)["kind"] == "insight"
    world.luc.fills()
    assert (await world.look(lambda tx: tx.insight(1))).source == LINK
    assert LINK in world.luc.last.card.text


async def test_the_kind_can_be_changed_in_the_form(world):
    """Picked as an insight, sent as a promise."""
    world.ana.picks(picked("insight"))
    world.ana.fills(kind="promise", due="Friday")
    assert (await world.promise(1)).source == LINK


async def test_a_form_with_faults_keeps_the_source(world):
    """Sent without a day, then with none that is one, then to a name that is none, then right."""
    world.ana.picks(picked())
    world.ana.fills(due="")
    assert [field.key for field in world.ana.last.form.inputs if field.error] == ["due"]
    world.ana.fills(due="one of these days")
    world.ana.fills(due="Friday", stakeholder="M" * 201)
    assert [field.key for field in world.ana.last.form.inputs if field.error] == ["stakeholder"]
    world.ana.fills(due="Friday", stakeholder="Maria Chen")
    assert (await world.promise(1)).source == LINK


async def test_a_question_about_the_day_keeps_the_source(world):
    """What was asked about is completed with all that was picked."""
    world.ana.picks(picked())
    world.ana.fills(due="03/04/2027")
    world.ana.presses("Sat, Apr 3, 2027")
    assert (await world.promise(1)).source == LINK


async def test_a_change_keeps_the_source(world):
    """Words corrected right after recording are still those of that message; so after another change."""
    world.ana.picks(picked())
    world.ana.fills(due="Friday")
    world.ana.presses("Change: 1")
    world.ana.fills(words="send the report")
    world.ana.presses("Change: 2")
    world.ana.fills(due="Monday")
    third = await world.promise(3)
    assert (third.words, third.source) == ("send the report", LINK)
    assert source_on(world.ana.last.card) == LINK


async def test_a_message_of_ones_own_says_nothing_of_the_stakeholder(world):
    """Whoever promised in a message of their own still says to whom."""
    world.ana.picks(picked(author=""))
    assert filled(world.ana)["stakeholder"] == ""
    world.ana.fills(due="Friday")
    assert [field.key for field in world.ana.last.form.inputs if field.error] == ["stakeholder"]


async def test_without_a_link_there_is_no_source(world):
    """A platform may have none."""
    world.ana.picks(picked(link=""))
    world.ana.fills(due="Friday")
    assert (await world.promise(1)).source == ""
    assert source_on(world.ana.last.card) is None


async def test_a_message_longer_than_a_field_fits_the_form(world):
    """What is filled in already fits what every platform takes, and a form can be sent as it is."""
    world.ana.picks(picked(words=" ".join(["word"] * 1000)))
    assert len(filled(world.ana)["words"]) <= 3000
    (words,) = (field for field in world.ana.last.form.inputs if field.key == "words")
    assert words.hint.startswith("This is the beginning of a longer message.")


async def test_a_long_link_is_whole_on_the_card(world):
    """A link that is cut leads nowhere; links of Teams have several hundred characters."""
    link = f"https://teams.example/l/message/{'x' * 400}"
    world.ana.picks(picked(link=link))
    world.ana.fills(due="Friday")
    assert source_on(world.ana.last.card) == link
