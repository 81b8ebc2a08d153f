"""What happens in Teams is heard as what it is, and the response shows what it can."""

import asyncio

import pytest

from adapters.teams import hearing as module
from bot.messages import Answering, Joined, Left, Noticed, Place, Pressed, Reply, Typed
from tests.peers.teams import cards
from tests.support.teams_activities import (
    ANA,
    GROUP,
    SAM,
    THREAD,
    FakeClient,
    invoked,
    mention,
    posted,
    pressed,
)
from tests.support.teams_core import CARD, FORM, PRESS, Core, hear, listening


@pytest.fixture
def core():
    return Core()


@pytest.fixture
def client():
    return FakeClient()


@pytest.fixture
def listeners(core, client):
    return listening(core, client)


async def test_words(listeners, core):
    """Without the mention that calls Engage; whoever is named is known by their id in Entra."""
    text = "<at>Engage</at> give 7 to <at>Sam Okafor</at>"
    told = posted(
        text=text,
        conversation=THREAD,
        entities=[mention("<at>Engage</at>"), mention("<at>Sam Okafor</at>", SAM)],
    )
    assert await hear(listeners, told) is None
    (inbound,) = core.inbound
    assert inbound.said == Typed(text="give 7 to @sam")
    assert [str(one.identity) for one in inbound.mentioned] == [f"teams:{SAM['aadObjectId']}"]
    assert (str(inbound.conversation), inbound.conversation.place) == (
        "teams:19:channel@thread.tacv2",
        Place.CHANNEL,
    )
    assert inbound.answering == Answering(thread="17")
    assert str(inbound.sender.identity) == f"teams:{ANA['aadObjectId']}"
    assert "conversation" not in inbound.address


async def test_what_people_say_to_each_other_is_not_heard(listeners, core, client):
    """Where Teams lets Engage hear a whole channel, it still minds its own business."""
    for where in (GROUP, THREAD):
        assert await hear(listeners, posted(text="promise Noor: call", conversation=where)) is None
    assert core.inbound == client.calls == []


@pytest.mark.parametrize(
    "more",
    [
        {"text": None},
        {"text": "help", "from": None},
        {"text": "help", "from": {"id": " "}},
        {"text": "help", "conversation": None},
        {"type": "typing"},
        {"type": "messageReaction"},
        {"type": "invoke", "name": "something of the future"},
        {"type": "invoke"},
    ],
    ids=str,
)
async def test_what_says_nothing_is_answered_with_nothing(listeners, core, client, more):
    """And nobody is asked anything."""
    assert await hear(listeners, posted(**more)) is None
    assert core.inbound == client.calls == []


async def test_a_press_is_answered_in_place(listeners, core):
    """The card is in the response, and the queue tells the others."""
    core.reply = Reply(card=CARD, replaces=True)
    answer = await hear(listeners, pressed(PRESS))
    assert answer["type"] == "application/vnd.microsoft.card.adaptive"
    assert cards.labels(answer["value"]) == ["Done"]
    (inbound,) = core.inbound
    assert inbound.said == Pressed(payload={"do": "x"})
    assert (inbound.answering, inbound.on) == (Answering(at_once=True), "a:1ana 17")


async def test_a_press_whose_answer_is_elsewhere_says_so(listeners, core):
    """Below, or in the line itself."""
    answer = await hear(listeners, pressed(PRESS))
    assert answer["value"] == "The answer is below."
    core.reply = Reply(form=FORM)
    answer = await hear(listeners, pressed({**PRESS, "stamp": "2"}))
    assert cards.actions(answer["value"])[0]["type"] == "Action.Execute", "it is filled in where it stands"


async def test_the_same_press_is_heard_once(listeners, core):
    """Under another id too; another press is another one."""
    core.reply = Reply(card=CARD, replaces=True)
    first = await hear(listeners, pressed(PRESS))
    again = await hear(listeners, pressed(PRESS, id="another"))
    assert cards.labels(first["value"]) == cards.labels(again["value"])
    assert len(core.inbound) == 1
    await hear(listeners, pressed({**PRESS, "stamp": "2"}))
    await hear(listeners, pressed(PRESS, **{"from": SAM}))
    assert len(core.inbound) == 3


async def test_what_is_pressed_later_is_meant(listeners, core, monkeypatch):
    """Something may have changed since."""
    monkeypatch.setattr(module, "REPEATED_WITHIN", 0)
    await hear(listeners, pressed(PRESS))
    for _ in range(9):
        await asyncio.sleep(0)  # the breath
    await hear(listeners, pressed(PRESS))
    assert len(core.inbound) == 2


async def test_a_press_that_takes_long_is_answered_in_time(listeners, core, client, monkeypatch):
    """Teams gives up after ten seconds; what the press does is done, and said when it is."""
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    core.holds.clear()
    core.reply = Reply(card=CARD)
    answer = await hear(listeners, pressed(PRESS))
    assert answer["type"] == "application/vnd.microsoft.activity.message"
    again = await hear(listeners, pressed(PRESS, id="another"))
    assert again == answer
    core.holds.set()
    await listeners.hearing.finish(within=5)
    assert len(core.inbound) == 1
    assert client.called("post"), "the answer follows"


async def test_arrivals(listeners, core):
    """Somebody adds Engage for themselves, or to a team; members come and go; somebody removes it again."""
    for told in (
        posted("installationUpdate", action="add"),
        posted("installationUpdate", action="add-upgrade"),
        posted("installationUpdate", action="add", conversation=THREAD),
        posted("conversationUpdate", membersAdded=[SAM], conversation=THREAD),
    ):
        assert await hear(listeners, told) is None
    await hear(listeners, posted("installationUpdate", action="remove"))
    said = [type(one.said) for one in core.inbound]
    assert said == [Joined, Noticed, Noticed, Noticed, Left]
    assert core.inbound[-1].address["service_url"]


@pytest.mark.parametrize("data", [None, {}, [], {"engage": "drop"}, {"engage": ["press"]}], ids=str)
async def test_what_is_not_ours_is_refused(listeners, core, data):
    """In the language of whoever presses, and nobody is asked."""
    told = [pressed(data), *(invoked(name, {"data": data}) for name in ("task/fetch", "task/submit"))]
    for one in told:
        for locale, word in (("en-CA", "Type the command"), ("fr-CA", "commande")):
            answer = await hear(listeners, {**one, "locale": locale})
            assert word in str(answer)
    assert core.inbound == []
