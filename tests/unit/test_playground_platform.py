"""What Engage sends to the playground arrives once; time moves from one due moment to the next."""

from datetime import UTC, datetime, timedelta

import pytest

from adapters.playground.clock import MovableClock
from adapters.playground.doors import NotReadyError
from adapters.playground.platform import Playground
from adapters.playground.requests import Move
from adapters.playground.samples import SAMPLES
from bot.messages import ConversationRef, Delivered, Place, Rejected, RetryAfter
from tests.support.playground_receiver import Script
from tests.support.playground_samples import direct, outbound

START = datetime(2026, 11, 23, 14, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
async def playground(tmp_path):
    playground = Playground(tmp_path / "chat.jsonl", clock=MovableClock(real=lambda: START))
    await playground.start()
    yield playground
    await playground.stop()


@pytest.fixture
def script(playground):
    script = Script(playground)
    playground.connect(receive=script, sweeper=script)
    return script


async def test_a_message_arrives_where_it_is_sent(playground, script):
    """A reminder for Dana is in her conversation, unread, and nowhere else."""
    sent = await playground.send(outbound(to=direct("dana")))
    assert isinstance(sent, Delivered)
    found, more = playground.conversations.recent("dana", "dana", before=None, limit=10)
    assert ([str(message.id) for message in found], more) == ([sent.receipt.message_id], False)
    assert playground.conversations.unread()["dana"] == {"engagement": 0, "dana": 1}
    assert playground.conversations.unread()["ana"] == {"engagement": 0, "ana": 0}


async def test_a_repeated_key_is_shown_once(playground, script):
    """Sending again gives the receipt of the first time."""
    first = await playground.send(outbound())
    assert await playground.send(outbound()) == first
    found, _ = playground.conversations.recent("ana", "engagement", before=None, limit=10)
    assert len(found) == 1


async def test_it_finds_what_arrived_also_after_a_restart(playground, script, tmp_path):
    """A message is found by its key; one that never arrived is not."""
    sent = await playground.send(outbound("here"))
    await playground.stop()
    restarted = Playground(tmp_path / "chat.jsonl")
    assert await restarted.find(outbound("here"), since=START) == sent.receipt
    assert await restarted.find(outbound("elsewhere"), since=START) is None
    await restarted.stop()


@pytest.mark.parametrize(
    "nowhere",
    [
        ConversationRef(platform="playground", id="nobody", place=Place.DIRECT),
        ConversationRef(platform="playground", id="ana", place=Place.CHANNEL),
        ConversationRef(platform="slack", id="engagement", place=Place.CHANNEL),
    ],
)
async def test_a_conversation_that_does_not_exist_is_rejected(playground, script, nowhere):
    """Trying again would never help, and the result says so."""
    assert isinstance(await playground.send(outbound(to=nowhere)), Rejected)


async def test_what_cannot_be_written_is_to_be_sent_again(playground, script):
    """A journal that refuses is no reason to raise: the outbox keeps the message."""
    playground.conversations.close()
    assert isinstance(await playground.send(outbound()), RetryAfter)


async def test_before_it_is_connected_it_says_so(playground):
    """Nobody hears yet: a message is kept by the outbox, a move refused."""
    assert isinstance(await playground.send(outbound()), RetryAfter)
    with pytest.raises(NotReadyError):
        await playground.move(Move(by="day"))


async def test_a_day_stops_at_each_due_moment(playground, script):
    """Reminders on the way are sent at their own time, in order."""
    script.remind("dana", after=5 * HOUR)
    script.remind("ana", after=2 * HOUR)
    assert await playground.move(Move(by="day")) == ["ana", "dana"]
    assert script.swept == [START + 2 * HOUR, START + 5 * HOUR, START + 24 * HOUR]
    found, _ = playground.conversations.recent("ana", "ana", before=None, limit=10)
    assert [message.at for message in found] == [START + 2 * HOUR]


async def test_the_next_reminder_is_gone_to_and_no_further(playground, script):
    """One press, one reminder."""
    script.remind("ana", after=50 * HOUR)
    script.remind("dana", after=90 * HOUR)
    assert await playground.move(Move(by="next")) == ["ana"]
    assert playground.clock.now() == START + 50 * HOUR


async def test_without_a_reminder_time_stays(playground, script):
    """Nothing planned, nothing moved."""
    assert await playground.move(Move(by="next")) == []
    assert playground.clock.now() == START


async def test_a_day_is_a_day_of_the_clock_on_the_wall(tmp_path):
    """Over the end of daylight time, a day has 25 hours."""
    before = datetime(2026, 10, 31, 16, tzinfo=UTC)
    playground = Playground(tmp_path / "chat.jsonl", clock=MovableClock(real=lambda: before))
    script = Script(playground)
    playground.connect(receive=script, sweeper=script)
    await playground.start()
    await playground.move(Move(by="day"))
    assert playground.clock.now() == before + timedelta(hours=25)
    await playground.stop()


async def test_what_is_stuck_does_not_stop_time(playground, script):
    """A due moment that never goes away is tried once; the clock goes on."""

    class Stuck(Script):
        async def next_moment(self):
            return START

        next_reminder = next_moment

    playground.connect(receive=script, sweeper=Stuck(playground))
    await playground.move(Move(by="hour"))
    assert playground.clock.now() == START + HOUR
    assert await playground.move(Move(by="next")) == []


async def test_a_held_reminder_is_followed_until_it_is_sent(playground, script):
    """A reminder that is held over the weekend is not the end of "next reminder"."""

    class Holding(Script):
        async def sweep(self):
            if self.clock.now() == START + HOUR:
                self.due[:] = [(START + 3 * HOUR, "ana")]
            await super().sweep()

    holding = Holding(playground)
    playground.connect(receive=script, sweeper=holding)
    holding.remind("ana", after=HOUR)
    assert await playground.move(Move(by="next")) == ["ana"]
    assert playground.clock.now() == START + 3 * HOUR


async def test_a_restart_takes_no_time_back(playground, script, tmp_path):
    """The clock is as far ahead as before, also if it is killed before anything is sent."""
    await playground.move(Move(by="day"))
    restarted = Playground(tmp_path / "chat.jsonl", clock=MovableClock(real=lambda: START))
    assert restarted.clock.now() == START + 24 * HOUR
    await restarted.stop()


async def test_samples_are_said_once(tmp_path):
    """A playground with samples begins with them, and does not repeat them when it starts again."""
    for _ in range(2):
        playground = Playground(tmp_path / "chat.jsonl", samples=SAMPLES)
        script = Script(playground)
        playground.connect(receive=script, sweeper=script)
        await playground.start()
        found, _ = playground.conversations.recent("sam", "sam", before=None, limit=10)
        assert [message.text for message in found if message.text] == [
            sample.text for sample in SAMPLES if sample.person == "sam"
        ]
        await playground.stop()
