"""Where a request cannot carry its answer, the answer is a message: it arrives once, in its place."""

from datetime import timedelta

import pytest

from bot.domain.policy import Policy
from bot.errors import StoreWriteError
from bot.intake import Intake
from bot.messages import Answering, Inbound, Typed
from tests.support.host import SetClock
from tests.support.mailbox import CHANNEL, button, buttons, direct
from tests.support.world import MONDAY

RECORDED = "Promise 1 recorded: Maria, due Friday, November 27, 2026."


@pytest.fixture
def world(world):
    """People whose platform takes answers only as messages."""
    for person in world.people:
        person.answering = Answering(url="https://answers.example/1", thread="17")
    return world


def in_channel(world):
    return [message for message in world.mailbox.messages() if message.to == CHANNEL]


def wait(world, times=3):
    for _ in range(times):
        world.clock.jump_to(world.clock.moment + timedelta(minutes=2))


async def test_the_answer_is_a_message(world):
    """The reply has nothing left to show, and the message knows how to reach whoever waits."""
    assert world.ana.says("promise Maria: send the data by Friday") == ""
    assert (world.ana.last.card, world.ana.last.form) == (None, None)
    (answer,) = world.ana.inbox
    assert answer.card.title == RECORDED
    assert (answer.answering, answer.only) == (world.ana.answering, "")


async def test_a_repeated_event_is_answered_once(world):
    """However often the platform repeats itself, also days later and after a restart."""
    for _ in range(3):
        world.ana.says("promise Maria: send the data by Friday", event_id="e1")
    world.host.kill()
    world.ana.says("promise Maria: send the data by Friday", event_id="e1")
    world.clock.jump_to(world.clock.moment + timedelta(hours=20))
    world.ana.says("promise Maria: send the data by Friday", event_id="e1")
    assert world.ana.told == [RECORDED]
    assert list(await world.look(lambda tx: tx.numbers())) == [1]


@pytest.mark.parametrize("moment", ["die before", "die after", "lose the answer", "retry", "back off"])
async def test_whatever_happens_to_its_sending_it_arrives_once(world, moment):
    """Killed around it, unknown or refused for a while; the platform repeats the event meanwhile."""
    world.mailbox.fail(moment)
    world.ana.says("promise Maria: send the data by Friday", event_id="e1")
    world.mailbox.recover()
    for _ in range(3):
        world.ana.says("promise Maria: send the data by Friday", event_id="e1")
        wait(world, 1)
    assert world.ana.told == [RECORDED]


async def test_a_press_changes_the_message_that_it_stands_on(world):
    """Done on a reminder, then Undo on what it became: one message all the way."""
    world.ana.says("promise Maria: send the data by Friday")
    world.clock.advance_to("Wednesday 09:30")
    reminder = world.ana.inbox[-1]
    world.ana.presses("Done: 1", on=reminder)
    now = world.ana.inbox[-1]
    assert now.key == reminder.key
    assert now.card.elements[0].text == "Promise 1 is closed: kept. Have you told Maria?"
    world.ana.presses("Undo: 1", on=now)
    assert world.ana.told == [RECORDED, "One promise needs you"]
    assert "was taken back" in world.ana.inbox[-1].card.elements[0].text


async def test_what_stands_beside_is_a_message_of_its_own(world):
    """Looking at a promise from a reminder leaves the reminder where it is."""
    world.ana.says("promise Maria: send the data by Friday")
    world.ana.says("mine")
    before = world.ana.inbox[-1]
    world.ana.presses("Show: 1", on=before)
    assert world.ana.told == [RECORDED, "Your open promises: 1", "Promise 1 to Maria"]
    assert world.ana.inbox[-2] == before


async def test_a_page_takes_the_place_of_the_one_before(world):
    """Next and previous edit the message that they stand on."""
    for number in range(10):
        world.ana.says(f"promise Number {number}: send the data by Friday")
    world.ana.says("mine")
    arrived = len(world.ana.inbox)
    world.ana.presses("Next", on=world.ana.inbox[-1])
    assert "Page 2 of 2" in world.ana.inbox[-1].card.text
    assert len(world.ana.inbox) == arrived


@pytest.mark.parametrize(
    ("said", "title"),
    [("/engage", "Record something"), ("close 1", "Close promise 1"), ("give 1", "Give promise 1")],
)
async def test_a_form_asked_for_by_typed_words_is_offered(world, said, title):
    """A form opens only for a press: a card offers it, and becomes what the form did."""
    world.ana.says("promise Maria: send the data by Friday")
    assert world.ana.says(said) == ""
    assert world.ana.last.form is None
    offer = world.ana.inbox[-1]
    assert (offer.card.title, [each.label for each in buttons(offer.card)]) == (title, ["Fill in the form"])
    assert world.ana.presses("Fill in the form", on=offer) == title
    world.ana.fills(
        stakeholder="Kim", words="call back", due="Friday", outcome="kept", person="@sam", note="as agreed"
    )
    assert world.ana.inbox[-1].key == offer.key
    assert world.ana.inbox[-1].card.title.startswith("Promise ")


async def test_a_form_with_faults_comes_back_in_the_reply(world):
    """It is still open in front of whoever sent it."""
    world.ana.says("/engage")
    world.ana.presses("Fill in the form", on=world.ana.inbox[-1])
    arrived = len(world.ana.inbox)
    assert world.ana.fills(stakeholder="", words="call back", due="Friday") == "Record something"
    assert [field.key for field in world.ana.last.form.inputs if field.error] == ["stakeholder"]
    assert len(world.ana.inbox) == arrived


async def test_a_question_is_answered_in_its_place(world):
    """An unclear day: the question is a message, and its button turns it into the answer."""
    world.ana.says("promise Maria: send the data")
    assert world.ana.told == ["By when?"]
    world.ana.presses("Fri, Nov 27", on=world.ana.inbox[-1])
    assert world.ana.told == [RECORDED]


async def test_a_question_pressed_twice_records_once(world):
    """The second press, another event, shows the same answer."""
    world.ana.says("promise Maria: send the data")
    question = world.ana.inbox[-1]
    for _ in range(2):
        world.ana.presses("Fri, Nov 27", on=question)
    assert world.ana.told == [RECORDED]
    assert list(await world.look(lambda tx: tx.numbers())) == [1]


async def test_in_a_channel_only_the_sender_sees_it(world):
    """A list, a refusal and a recording are nobody else's; in a direct conversation nobody else is there."""
    for said in ("mine", "frobnicate", "promise Maria: send the data by Friday"):
        world.ana.says(said, channel=True)
        world.ana.says(said)
    assert [message.only for message in in_channel(world)] == ["ana"] * 3
    assert [message.only for message in world.ana.inbox] == [""] * 3


async def test_a_summary_in_a_channel_is_for_everybody(world):
    """Whoever asked for it."""
    world.lea.says("bilan", channel=True)
    assert [message.only for message in in_channel(world)] == [""]


async def test_an_answer_that_had_to_wait_is_no_older_than_what_followed(world):
    """Done on a reminder could not be shown for a while; the promise was reopened: that is what stays."""
    world.ana.says("promise Maria: send the data by Friday")
    world.clock.advance_to("Wednesday 09:30")
    reminder = world.ana.inbox[-1]
    world.mailbox.fail("back off")
    world.ana.presses("Done: 1", on=reminder)
    for _ in range(8):
        world.clock.jump_to(world.clock.moment + timedelta(seconds=30))
    world.mailbox.recover()
    world.lea.says("rouvrir 1")
    wait(world, 9)
    (shown,) = (message.card for message in world.ana.inbox if message.key == reminder.key)
    assert "Closed" not in shown.text
    assert button(shown, "Done: 1")


async def test_whoever_waits_is_answered_first(world):
    """Earlier messages are brought up to date after that: each takes its turn in the conversation."""
    world.ana.says("promise Maria: send the data by Friday")
    world.clock.advance_to("Monday 09:30")
    arrived = len(world.mailbox.arrived())
    world.ana.says("done 1", event_id="done")
    followed = [message.key for message in world.mailbox.arrived()[arrived:]]
    assert followed[0] == "answer:mailbox:done"
    assert len(followed) == 4


class Broken:
    """A store that does nothing but fail."""

    def __init__(self, error):
        self._error = error

    async def transact(self, _work):
        raise self._error


@pytest.mark.parametrize(
    ("error", "sorry"),
    [
        (StoreWriteError("the disk is full"), "Engage could not save this, so nothing was recorded."),
        (ZeroDivisionError("a fault"), "Something went wrong on my side, and nothing was recorded."),
    ],
)
async def test_what_cannot_be_kept_is_said_in_the_reply(world, error, sorry):
    """A message could not be queued either; the adapter says it as well as it can."""
    inbound = Inbound(
        event_id="1",
        conversation=direct("ana"),
        sender=world.ana.profile,
        said=Typed(text="mine"),
        answering=world.ana.answering,
    )
    reply = await Intake(store=Broken(error), policy=Policy(), clock=SetClock(MONDAY))(inbound)
    assert reply.card.title.startswith(sorry)
