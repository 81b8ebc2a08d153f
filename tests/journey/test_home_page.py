"""A home page shows what waits for somebody and what they owe, and keeps doing so."""

from datetime import timedelta

import pytest

from bot.messages import Answering, Item
from tests.support.mailbox import button, buttons


def lines(card):
    return [element.title for element in card.elements if isinstance(element, Item)]


def everybody_looks(world):
    for person in (world.ana, world.sam, world.dana, world.lea):
        person.opens_home()


async def test_what_waits_comes_before_what_is_owed(world):
    """Dana is asked about one promise, owes another, and can act on both right there."""
    world.dana.opens_home()
    world.ana.says("promise Maria: send the data by Friday")
    world.dana.says("promise Kim: call back by Monday")
    world.ana.says("escalate 1 to @dana: may we publish?")
    world.dana.opens_home()
    assert world.dana.home.title == "One question waits for your answer"
    assert lines(world.dana.home) == ["1 · Maria: send the data", "2 · Kim: call back"]
    assert "may we publish?\nEscalated to Dana Whitfield" in world.dana.home.text
    assert "Your open promises: 1" in world.dana.home.text
    names = {each.name for each in buttons(world.dana.home)}
    assert {"Record something", "All commands", "Answer: 1", "Done: 2", "Show: 2"} <= names


async def test_everything_that_waits_is_counted(world):
    """Of twelve questions eight are shown, and nobody takes them for all."""
    world.dana.opens_home()
    for number in range(1, 13):
        world.ana.says(f"promise Number {number}: send the data by Friday")
        world.ana.says(f"escalate {number} to @dana: may we?")
    assert "12 questions wait for your answer" in world.dana.home.text


async def test_somebody_who_owes_nothing_is_told_how_to_begin(world):
    """In their language."""
    world.luc.opens_home()
    assert world.luc.home.title.replace("\u00a0", " ") == "Rien ne vous attend"
    assert [each.label for each in buttons(world.luc.home)] == [
        "Consigner",
        "Paramètres",
        "Toutes les commandes",
    ]


async def test_a_page_at_a_time(world):
    """The second page takes the place of the first, and back; questions stand on the first."""
    world.sam.says("promise Lou: write by Friday")
    world.ana.says("help")
    world.sam.says("escalate 1 to @ana: may I?")
    for number in range(1, 11):
        world.ana.says(f"promise Number {number}: send the data by Friday")
    world.ana.opens_home()
    assert lines(world.ana.home)[:2] == ["1 · Lou: write", "2 · Number 1: send the data"]
    assert len(lines(world.ana.home)) == 9
    assert world.ana.presses_at_home("Next") == ""
    assert lines(world.ana.home) == ["10 · Number 9: send the data", "11 · Number 10: send the data"]
    assert "Page 2 of 2" in world.ana.home.text
    world.ana.presses_at_home("Done: 10")
    assert lines(world.ana.home) == ["11 · Number 10: send the data"]
    world.ana.presses_at_home("Previous")
    assert len(lines(world.ana.home)) == 9


async def test_what_is_done_on_it_is_said_on_it(world):
    """Done redraws the page with its sentence and its Undo; the undo brings the line back."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.opens_home()
    drawn = world.mailbox.homes_drawn()
    assert world.ana.presses_at_home("Done: 1") == ""
    assert world.mailbox.homes_drawn() == drawn + 1
    assert world.ana.home.elements[0].text == "Promise 1 is closed: kept. Have you told Maria?"
    assert lines(world.ana.home) == []
    world.ana.presses_at_home("Undo: 1")
    assert lines(world.ana.home) == ["1 · Maria: send the data"]
    assert "was taken back" in world.ana.home.elements[0].text


async def test_what_does_not_fit_on_it_is_shown_above_it(world):
    """One promise, the help and a form leave the page as it was."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.opens_home()
    before = world.ana.home
    assert world.ana.presses_at_home("Show: 1") == "Promise 1 to Maria"
    assert world.ana.presses_at_home("All commands") == "What you can say"
    assert world.ana.presses_at_home("Record something") == "Record something"
    assert world.ana.home == before


async def test_an_answer_given_on_it_is_said_on_it(world):
    """The form that a button opened there is answered there."""
    world.dana.opens_home()
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("escalate 1 to @dana: may we publish?")
    assert world.dana.presses_at_home("Answer: 1") == "Answer: promise 1"
    world.dana.fills(note="Yes.")
    assert lines(world.dana.home) == []
    assert world.dana.home.elements[0].text == "Promise 1 is back with Ana Reyes, with the answer."


async def test_a_press_that_cannot_be_done_any_more_draws_it_as_it_is(world):
    """Pressed on a page that somebody had open for long."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.opens_home()
    stale = world.ana.home
    world.ana.says("done 1")
    assert lines(world.ana.home) == []
    world.ana.presses_at_home("Done: 1", on=stale)
    assert world.ana.home.elements[0].text == "Promise 1 is already closed."
    assert lines(world.ana.home) == []


@pytest.mark.parametrize(
    ("said", "ana", "sam", "dana"),
    [
        ("done 1", [], [], []),
        ("give 1 to @sam", [], ["1 · Maria: send the data"], []),
        (
            "escalate 1 to @dana: may we?",
            ["1 · Maria: send the data"],
            [],
            ["1 · Maria: send the data"],
        ),
    ],
)
async def test_everybody_concerned_sees_a_change_made_elsewhere(world, said, ana, sam, dana):
    """Owner, former owner and decider; and, after an undo, as it was before."""
    world.ana.says("promise Maria: send the data by Friday")
    everybody_looks(world)
    world.ana.says(said)
    assert [lines(person.home) for person in (world.ana, world.sam, world.dana)] == [ana, sam, dana]
    world.ana.says("undo")
    assert lines(world.ana.home) == ["1 · Maria: send the data"]
    assert lines(world.sam.home) == lines(world.dana.home) == []


async def test_a_promise_recorded_elsewhere_is_on_it(world):
    """A lead who finishes it takes it off again, in another conversation of somebody else."""
    world.ana.opens_home()
    world.ana.says("promise Maria: send the data by Friday", channel=True)
    assert lines(world.ana.home) == ["1 · Maria: send the data"]
    world.lea.says("fait 1")
    assert lines(world.ana.home) == []


async def test_nobody_who_never_looked_is_sent_one(world):
    """Neither are those whom a change does not concern drawn a new one."""
    world.sam.opens_home()
    drawn = world.mailbox.homes_drawn()
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("done 1")
    assert world.mailbox.home("ana") is None
    assert world.mailbox.homes_drawn() == drawn


async def test_it_is_kept_up_for_a_month(world):
    """Whoever has not looked for longer finds it as it was, until they look again."""
    world.ana.opens_home()
    world.clock.jump_to(world.clock.moment + timedelta(days=29))
    world.ana.says("promise Maria: send the data by Friday")
    assert lines(world.ana.home) == ["1 · Maria: send the data"]
    world.clock.jump_to(world.clock.moment + timedelta(days=2))
    world.ana.says("promise Kim: call back by Friday")
    assert lines(world.ana.home) == ["1 · Maria: send the data"]
    world.ana.opens_home()
    assert len(lines(world.ana.home)) == 2


@pytest.mark.parametrize("moment", ["retry", "die before", "die after"])
async def test_one_that_could_not_be_drawn_is_drawn_as_things_are_then(world, moment):
    """A page that waited shows what became of the promises in the meantime."""
    world.ana.opens_home()
    world.mailbox.fail(moment, to="ana")
    world.ana.says("promise Maria: send the data by Friday", event_id="recorded")
    world.mailbox.recover()
    world.ana.says("promise Kim: call back by Friday")
    world.ana.says("done 1")
    for _ in range(3):
        world.clock.jump_to(world.clock.moment + timedelta(minutes=2))
    assert lines(world.ana.home) == ["2 · Kim: call back"]


async def test_an_opened_page_that_had_to_wait_is_no_older_than_what_followed(world):
    """Opened while its sending failed without a time named, then changed: the change is what stays."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.opens_home()
    world.mailbox.fail("back off", to="ana")
    world.ana.opens_home()
    for _ in range(8):
        world.clock.jump_to(world.clock.moment + timedelta(seconds=30))
    world.mailbox.recover()
    world.ana.says("done 1")
    for _ in range(9):
        world.clock.jump_to(world.clock.moment + timedelta(minutes=2))
    assert lines(world.ana.home) == []


@pytest.mark.parametrize(("who", "said", "title"), [
    ("ana", "home", "Your open promises: 1"),
    ("ana", "/engage home", "Your open promises: 1"),
    ("luc", "accueil", "Vos engagements en cours : 1"),
])  # fmt: skip
async def test_typed_it_is_a_message(world, who, said, title):
    """With the same lines, and buttons that make it again."""
    person = getattr(world, who)
    person.says("promise Maria: send the data by 2026-11-27")
    assert person.says(said).replace("\u00a0", " ") == title
    assert lines(person.last.card) == ["1 · Maria: send the data"] or "Maria" in person.last.card.text
    person.answering = Answering()
    person.says(said)
    done = "Done: 1" if who == "ana" else "Fait\u00a0: 1"
    assert button(person.inbox[-1].card, done)
    person.presses(done, on=person.inbox[-1])
    assert lines(person.inbox[-1].card) == []
