"""A message that was sent is edited in place when what it shows changes elsewhere."""

from datetime import timedelta

import pytest

from bot.messages import Answering, Card
from tests.support.mailbox import buttons


def reminded(world, *stakeholders, until="Wednesday 09:30"):
    """Let Ana promise something to each, due on Friday, and be reminded of it two business days before."""
    world.sam.says("help")
    world.dana.says("help")
    for stakeholder in stakeholders:
        world.ana.says(f"promise {stakeholder}: send the data by Friday")
    world.clock.advance_to(until)


def shown(person, title):
    """Return the one message to somebody that began with this title, as it stands now."""
    (card,) = (message.card for message in person.inbox if message.card.title == title)
    return card


def reminder(world, key="1:r1") -> Card:
    """Return what Ana's reminder shows now."""
    (card,) = (message.card for message in world.ana.inbox if message.key == key)
    return card


def labels(card):
    """Return what it offers that depends on how the promise stands, of whatever else it offers."""
    return [each.label for each in buttons(card) if each.label in {"Done", "Answer", "Reopen", "Undo"}]


ELSEWHERE = {
    "done": (lambda world: world.ana.says("done 1"), "Closed: kept", ["Reopen"]),
    "moved": (
        lambda world: world.ana.says("move 1 to 11 December because the data is late"),
        "Due Fri, Dec 11",
        ["Done"],
    ),
    "given": (lambda world: world.ana.says("give 1 to @sam"), "Due Fri, Nov 27", []),
    "escalated": (
        lambda world: world.ana.says("escalate 1 to @dana: may we?"),
        "Escalated to Dana Whitfield",
        [],
    ),
    "closed by a lead": (
        lambda world: world.lea.says("clore 1 non poursuivi : choix politique"),
        "Closed: not pursued",
        ["Reopen"],
    ),
}


@pytest.mark.parametrize("change", ELSEWHERE)
async def test_a_reminder_shows_what_became_of_its_promise(world, change):
    """Whoever reads it later sees how the promise stands, and only buttons that still do something."""
    does, standing, offered = ELSEWHERE[change]
    reminded(world, "Maria")
    assert labels(reminder(world)) == ["Done"]
    does(world)
    assert standing in reminder(world).text
    assert labels(reminder(world)) == offered


@pytest.mark.parametrize("change", ELSEWHERE)
async def test_undo_brings_back_the_reminder_as_it_was(world, change):
    """Nothing remains of what was taken back."""
    reminded(world, "Maria")
    before = reminder(world)
    ELSEWHERE[change][0](world)
    assert reminder(world) != before
    who = world.lea if change == "closed by a lead" else world.ana
    assert "1" in who.says("undo")
    assert reminder(world) == before


async def test_a_question_is_no_longer_asked_when_it_was_answered(world):
    """The decider's message keeps its sentence, and loses its button."""
    reminded(world, "Maria")
    world.ana.says("escalate 1 to @dana: may we publish?")
    asked = "Ana Reyes asks you to decide about promise 1."
    assert labels(shown(world.dana, asked)) == ["Answer"]
    world.dana.says("return 1: yes, without the names")
    assert labels(shown(world.dana, asked)) == []
    assert "yes, without the names" in shown(world.dana, asked).text
    assert labels(reminder(world)) == ["Done"]


async def test_a_question_is_no_longer_asked_when_the_promise_was_brought_back(world):
    """Nor does it offer to answer, until the bringing back is undone."""
    reminded(world, "Maria")
    world.ana.says("escalate 1 to @dana: may we publish?")
    asked = "Ana Reyes asks you to decide about promise 1."
    assert labels(shown(world.dana, asked))[0] == "Answer"
    world.ana.says("return 1: we found it out ourselves")
    assert labels(shown(world.dana, asked)) == []
    world.ana.says("undo")
    assert labels(shown(world.dana, asked))[0] == "Answer"
    assert "This has changed since. It now stands like this:" in shown(world.dana, asked).text


async def test_one_promise_of_several_in_a_bundle(world):
    """The bundle counts the others, and each line is as its promise stands."""
    reminded(world, "Maria", "Kim", "Lou")
    assert reminder(world).title == "3 promises need you"
    world.ana.says("done 2")
    assert reminder(world).title == "2 promises need you"
    world.lea.says("fait 1")
    world.ana.says("give 3 to @sam")
    assert reminder(world).title == "No open promise here any more"
    assert [item.title for item in reminder(world).elements] == [
        "1 · Maria: send the data",
        "2 · Kim: send the data",
        "3 · Lou: send the data",
    ]
    assert world.ana.told.count("No open promise here any more") == 1


async def test_what_was_never_shown_in_a_bundle_is_not_said_to_be_open(world):
    """Of thirteen promises a reminder shows twelve; when all are done, it says that nothing is open."""
    reminded(world, *(f"Number {number}" for number in range(1, 14)))
    assert reminder(world).title == "13 promises need you"
    for number in range(1, 14):
        world.ana.says(f"done {number}")
    assert reminder(world).title == "No open promise here any more"


async def test_older_reminders_of_the_same_promise(world):
    """Each message about it tells the truth, however long ago it was sent."""
    reminded(world, "Maria")
    world.clock.advance_to("Monday 09:30")
    keys = [message.key for message in world.ana.inbox]
    assert keys == ["1:r1", "1:r2", "1:r3"]
    world.ana.says("done 1")
    for key in keys:
        assert "Closed: kept" in reminder(world, key).text
        assert labels(reminder(world, key)) == ["Reopen"]
    assert len(world.ana.inbox) == 3


@pytest.mark.parametrize("answering", [None, Answering()], ids=["in the request", "as a message"])
async def test_the_message_pressed_on_is_answered_and_not_edited_once_more(world, answering):
    """What was done stands above it with its Undo; a second edit would take that away."""
    reminded(world, "Maria")
    world.ana.answering = answering
    world.ana.presses("Done: 1", on=world.ana.inbox[-1], event_id="pressed")
    edits = [edit.key for edit in world.mailbox.edits("ana")]
    if answering is None:
        assert (edits, world.ana.last.replaces) == ([], True)
    else:
        assert edits == ["answer:mailbox:pressed"]
        assert reminder(world).elements[0].text == "Promise 1 is closed: kept. Have you told Maria?"
        assert "Undo" in labels(reminder(world))


async def test_a_press_on_one_message_edits_the_others(world):
    """Done on the second reminder is seen on the first one."""
    reminded(world, "Maria", until="Friday 09:30")
    first, second = world.ana.inbox
    world.ana.presses("Done: 1", on=second)
    assert [edit.edits for edit in world.mailbox.edits("ana")] == [first.key]
    assert "Closed: kept" in reminder(world, first.key).text


@pytest.mark.parametrize(
    "said",
    [
        "mine", "show 1", "history 1", "read 1", "home", "find data", "list all", "summary", "help", "frobnicate",
        "done 99", "move 1 to Friday because of nothing", "away until Monday", "promise Kim: call by Friday",
        "heard Maria: the bus stop has moved", "close 1", "move 1 someday because of rain",
    ],
)  # fmt: skip
async def test_nothing_is_edited_when_nothing_changed(world, said):
    """Looking, asking, being refused, being away and recording something else leave messages alone."""
    reminded(world, "Maria")
    before = reminder(world)
    world.ana.says(said)
    assert world.mailbox.edits("ana") == []
    assert reminder(world) == before


async def test_the_end_of_an_absence_edits_nothing(world):
    """Leave holds reminders and lets them go on, which says nothing new of the promise."""
    reminded(world, "Maria")
    world.ana.says("away until next Wednesday")
    world.clock.advance_to("Friday 09:30")
    for said in ("back", "undo", "back"):
        world.ana.says(said)
    assert [entry.action for entry in (await world.promise(1)).history][-2:] == ["held", "resumed"]
    assert world.mailbox.edits("ana") == []


async def test_an_edit_that_failed_for_a_while_shows_how_things_stand_then(world):
    """Closed, reopened and moved while the platform was throttling: the last state arrives, and no other."""
    reminded(world, "Maria")
    world.mailbox.fail("retry")
    world.ana.says("done 1")
    world.ana.says("reopen 1")
    world.ana.says("move 1 to 11 December because the data is late")
    assert world.mailbox.edits("ana") == []
    world.mailbox.recover()
    for _ in range(4):
        world.clock.jump_to(world.clock.moment + timedelta(seconds=31))
    assert "Due Fri, Dec 11" in reminder(world).text
    assert not any("Closed" in edit.card.text for edit in world.mailbox.edits("ana"))


@pytest.mark.parametrize("moment", ["die before", "die after"])
async def test_killed_around_an_edit(world, moment):
    """The message shows what was done once the bot is back, and nobody gets another one."""
    reminded(world, "Maria")
    world.mailbox.fail(moment)
    assert world.ana.says("done 1", event_id="done") == "died"
    world.mailbox.recover()
    assert world.ana.says("done 1", event_id="done").startswith("Promise 1 is closed: kept.")
    world.clock.jump_to(world.clock.moment + timedelta(minutes=2))
    assert "Closed: kept" in reminder(world).text
    assert len(world.ana.inbox) == 1


@pytest.mark.parametrize("moment", ["die after", "lose the answer"])
async def test_a_reminder_that_may_have_arrived_is_kept_true(world, moment):
    """It did arrive, and nobody knew yet when its promise was done."""
    world.ana.says("promise Maria: send the data by Friday")
    world.mailbox.fail(moment)
    world.clock.jump_to("Wednesday 09:00")
    world.mailbox.recover()
    assert labels(reminder(world)) == ["Done"]
    world.ana.says("done 1")
    for _ in range(3):
        world.clock.jump_to(world.clock.moment + timedelta(minutes=2))
    assert "Closed: kept" in reminder(world).text
    assert len(world.ana.inbox) == 1


@pytest.mark.parametrize("moment", ["die after", "lose the answer"])
async def test_a_question_that_may_have_arrived_is_kept_true(world, moment):
    """So with what tells of a change: found again, it is compared with what arrived."""
    reminded(world, "Maria")
    world.mailbox.fail(moment, to="dana")
    world.ana.says("escalate 1 to @dana: may we publish?")
    world.mailbox.recover()
    world.ana.says("return 1: we found it out ourselves")
    for _ in range(3):
        world.clock.jump_to(world.clock.moment + timedelta(minutes=2))
    assert labels(shown(world.dana, "Ana Reyes asks you to decide about promise 1.")) == []
