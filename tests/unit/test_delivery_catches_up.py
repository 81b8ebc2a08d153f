"""What changes while its message is on its way is shown as soon as the message has arrived."""

from datetime import timedelta

import pytest

from bot.config import load_config
from bot.domain.people import Identity
from bot.engine import build_engine
from bot.messages import (
    ConversationRef,
    Delivered,
    Inbound,
    OutboxState,
    Place,
    Profile,
    Receipt,
    Rejected,
    RetryAfter,
    Typed,
)
from storage import open_store
from tests.support.host import SetClock
from tests.support.world import APP_YAML, MONDAY

WEDNESDAY = MONDAY.replace(day=25, hour=9)


class OnItsWay:
    """A platform that lets something happen while a message is sent, and shows what edits left of it."""

    name = "scripted"
    pause = 0.0

    def __init__(self):
        self.meanwhile = {}
        self.shown, self.edits = {}, []

    async def send(self, message):
        happens = self.meanwhile.pop(message.key, None)
        outcome = await happens() if happens else None
        if outcome is not None:
            return outcome
        if message.edits:
            self.edits.append(message.key)
        self.shown[message.edits or message.key] = message.card
        return Delivered(receipt=Receipt(message_id=message.key))

    async def find(self, message, *, since):
        return Receipt(message_id=message.key) if message.key in self.shown else None


class Dialogue:
    """The core, one platform, and people who type."""

    def __init__(self, engine, platform, clock):
        self.engine, self.platform, self.clock = engine, platform, clock
        self.events = 0

    async def hears(self, user, text):
        """Take what somebody types, without delivering anything."""
        self.events += 1
        said = Inbound(
            event_id=str(self.events),
            conversation=ConversationRef(platform="scripted", id=user, place=Place.DIRECT),
            sender=Profile(
                identity=Identity(platform="scripted", user=user), name=user, handle=user, language="en"
            ),
            said=Typed(text=text),
        )
        reply = await self.engine.receive(said)
        assert reply.card.tone != "refused", reply.card.title
        self.clock.moment += timedelta(seconds=1)

    async def goes_on_to(self, moment):
        self.clock.moment = moment
        await self.engine.sweep()


@pytest.fixture
async def dialogue(tmp_path):
    (tmp_path / "app.yaml").write_text(APP_YAML)
    store = open_store(f"tinydb://{tmp_path}/data")
    platform, clock = OnItsWay(), SetClock(MONDAY)
    engine = build_engine(load_config(tmp_path / "app.yaml", {}), store, [platform], clock)
    yield Dialogue(engine, platform, clock)
    await store.close()


async def test_done_while_its_reminder_was_on_its_way(dialogue):
    """The reminder arrived with a promise that is no longer open, and says so at once."""
    await dialogue.hears("ana", "promise Maria: send the data by Friday")
    dialogue.platform.meanwhile["1:r1"] = lambda: dialogue.hears("ana", "done 1")
    await dialogue.goes_on_to(WEDNESDAY)
    assert "Closed: kept" in dialogue.platform.shown["1:r1"].text
    assert len(dialogue.platform.edits) == 1


async def test_one_of_a_bundle(dialogue):
    """The other one still needs somebody."""
    for stakeholder in ("Maria", "Kim"):
        await dialogue.hears("ana", f"promise {stakeholder}: send the data by Friday")
    dialogue.platform.meanwhile["1:r1"] = lambda: dialogue.hears("ana", "done 2")
    await dialogue.goes_on_to(WEDNESDAY)
    assert dialogue.platform.shown["1:r1"].title == "One promise needs you"
    assert "Closed: kept" in dialogue.platform.shown["1:r1"].text


async def test_answered_while_the_question_was_on_its_way(dialogue):
    """Brought back before the decider could read it."""
    await dialogue.hears("dana", "help")
    await dialogue.hears("ana", "promise Maria: send the data by Friday")
    await dialogue.hears("ana", "escalate 1 to @dana: may we?")
    (asked,) = [row.message.key for row in await dialogue.engine.store.transact(_queued)]
    dialogue.platform.meanwhile[asked] = lambda: dialogue.hears("ana", "return 1: we found it out")
    await dialogue.goes_on_to(dialogue.clock.moment)
    shown = dialogue.platform.shown[asked]
    assert shown.title == "ana asks you to decide about promise 1."
    assert "Escalated" not in shown.text


async def test_changed_while_the_edit_was_on_its_way(dialogue):
    """An edit is not edited: the second change has an edit of its own, and the last one holds."""
    await dialogue.hears("ana", "promise Maria: send the data by Friday")
    await dialogue.goes_on_to(WEDNESDAY)
    await dialogue.hears("ana", "done 1")
    (first,) = [row.message.key for row in await dialogue.engine.store.transact(_queued)]
    dialogue.platform.meanwhile[first] = lambda: dialogue.hears("ana", "reopen 1")
    await dialogue.goes_on_to(dialogue.clock.moment)
    assert "Closed" not in dialogue.platform.shown["1:r1"].text
    assert dialogue.platform.shown["1:r1"].title == "One promise needs you"


async def test_nothing_changed_on_the_way(dialogue):
    """Then nothing follows, whoever looked at it or recorded something else."""
    await dialogue.hears("ana", "promise Maria: send the data by Friday")

    async def looks():
        await dialogue.hears("ana", "show 1")
        await dialogue.hears("ana", "promise Kim: call back by Monday")

    dialogue.platform.meanwhile["1:r1"] = looks
    await dialogue.goes_on_to(WEDNESDAY)
    assert dialogue.platform.edits == []


@pytest.mark.parametrize("outcome", [Rejected(problem="gone"), RetryAfter(problem="down")])
async def test_what_did_not_arrive_is_not_edited(dialogue, outcome):
    """There is nothing to be edited; what is tried again says how things stand then."""
    await dialogue.hears("ana", "promise Maria: send the data by Friday")
    await dialogue.hears("ana", "promise Kim: call back by Friday")

    async def fails():
        await dialogue.hears("ana", "done 1")
        return outcome

    dialogue.platform.meanwhile["1:r1"] = fails
    await dialogue.goes_on_to(WEDNESDAY)
    await dialogue.goes_on_to(WEDNESDAY + timedelta(minutes=1))
    assert dialogue.platform.edits == []
    if isinstance(outcome, RetryAfter):
        assert "Maria" not in dialogue.platform.shown["1:r1"].text


async def test_it_may_have_arrived_before_it_changed(dialogue):
    """Its answer was lost, its promise was done: found again, the message is brought up to date."""
    await dialogue.hears("ana", "promise Maria: send the data by Friday")
    await dialogue.hears("ana", "promise Kim: call back by Friday")
    platform = dialogue.platform

    async def arrives_unnoticed():
        platform.shown["1:r1"] = (await dialogue.engine.store.transact(_leased))[0].message.card
        return RetryAfter(problem="timeout", unknown=True)

    platform.meanwhile["1:r1"] = arrives_unnoticed
    await dialogue.goes_on_to(WEDNESDAY)
    await dialogue.hears("ana", "done 1")
    for minutes in (1, 2, 3):
        await dialogue.goes_on_to(WEDNESDAY + timedelta(minutes=minutes))
    assert "Closed: kept" in platform.shown["1:r1"].text


def _queued(tx):
    return tx.outbox(OutboxState.QUEUED)


def _leased(tx):
    return tx.outbox(OutboxState.LEASED)
